"""Lists are sorted by the folded names: the one that is shown comes first."""

from typing import Any

from django.db import migrations

import catalog.fields

CHUNK = 500


def fold_again(apps: Any, schema_editor: Any) -> None:
    """In whatever order the column's sources are at this step."""
    producer = apps.get_model("producers", "Producer")
    folded = producer._meta.get_field("folded")
    chunk = []
    for row in producer.objects.order_by("pk").iterator(chunk_size=CHUNK):
        row.folded = folded.value_of(row)
        chunk.append(row)
        if len(chunk) == CHUNK:
            producer.objects.bulk_update(chunk, ["folded"])
            chunk = []
    producer.objects.bulk_update(chunk, ["folded"])


class Migration(migrations.Migration):
    dependencies = [("producers", "0001_producers")]

    operations = [
        # The way back folds last, when the sources stand in their old order.
        migrations.RunPython(migrations.RunPython.noop, fold_again),
        migrations.AlterField(
            "producer",
            "folded",
            catalog.fields.FoldedField(
                db_index=True, default="", editable=False, max_length=240, sources=("short_name", "name", "name_en")
            ),
        ),
        migrations.RunPython(fold_again, migrations.RunPython.noop),
    ]

"""Wagtail brings its workflow with an English name, which editors read on every page that waits for a moderator."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ENGLISH, VIETNAMESE = "Moderators approval", "Duyệt trước khi đăng"


def _rename(apps: Apps, before: str, after: str) -> None:
    for name in ("Workflow", "Task"):
        apps.get_model("wagtailcore", name).objects.filter(name=before).update(name=after)


def forward(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rename(apps, ENGLISH, VIETNAMESE)


def backward(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rename(apps, VIETNAMESE, ENGLISH)


class Migration(migrations.Migration):
    dependencies = [("content", "0001_pages"), ("wagtailcore", "0098_apitoken")]

    operations = [migrations.RunPython(forward, backward)]

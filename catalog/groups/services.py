"""Loading the state's taxonomy from the committed files: idempotent, all or nothing."""

from pathlib import Path

from django.db import transaction

from catalog.tables import read_rows

from .models import CriteriaSet, CriteriaVersion, ProductGroup

_DATA = Path(__file__).parent / "data"
# The 26 sets were written for QĐ 148 (2023); QĐ 1489 (2025) changed who decides, not the sets.
SETS_VERSION = "148-2023"


@transaction.atomic
def groups_load() -> None:
    """Load or refresh versions, groups and criteria sets."""
    for row in read_rows(_DATA / "versions.csv"):
        code = row.pop("code")
        CriteriaVersion.objects.update_or_create(code=code, defaults={**row, "valid_to": row["valid_to"] or None})
    for position, row in enumerate(read_rows(_DATA / "groups.csv")):
        ProductGroup.objects.update_or_create(key=row.pop("key"), defaults={**row, "position": position})
    version = CriteriaVersion.objects.get(code=SETS_VERSION)
    groups = {group.key: group for group in ProductGroup.objects.all()}
    for row in read_rows(_DATA / "sets.csv"):
        CriteriaSet.objects.update_or_create(
            version=version, key=row.pop("key"), defaults={**row, "group": groups[row["group"]]}
        )

"""`manage.py load_places`: provinces and communes of today and before 1 July 2025."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.places.services import places_load


class Command(BaseCommand):
    help = "Load or refresh the administrative units from catalog/places/data. Running it again changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        report = places_load()
        self.stdout.write(
            f"{report.created} units created, {report.updated} updated, {report.successions} successions added, "
            f"{report.waiting} wait for a person"
        )

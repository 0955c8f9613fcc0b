"""`manage.py seed_demo`: the sample shop, from readable files through the apps' own services."""

import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from catalog.clock import today
from catalog.groups.services import groups_load
from catalog.places.services import places_load
from content import services as content
from ocop.demo import accounts, certificates, goods, pages, stamps
from ocop.demo.photos import PhotoBook
from search import services as search


class Command(BaseCommand):
    help = (
        "Fill an empty database with the sample shop (MẪU). Running it again adds what is missing and keeps the rest."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--skip-pictures", action="store_true", help="make no picture sizes; pages show originals")

    def handle(self, *args: Any, **options: Any) -> None:
        day = today()
        photos = PhotoBook()
        self._step("places", places_load)
        self._step("product groups", groups_load)
        communes = goods.Communes()
        self._step("shopper categories", goods.seed_categories)
        self._step("producers", lambda: goods.seed_producers(photos, communes))
        self._step("products", lambda: goods.seed_products(photos))
        self._step("certificates", lambda: certificates.seed_certificates(day))
        self._step("sales points", lambda: goods.seed_sales_points(photos, communes))
        self._step("batches and stamps", lambda: stamps.seed_stamps(day))
        self._step("site and groups", content.site_prepare)
        self._step("accounts", accounts.seed_accounts)
        self._step("pages", lambda: pages.seed_pages(day, photos, communes))
        if not options["skip_pictures"]:
            self._step("pictures above the fold", pages.make_first_renditions)
        self._step("search", search.index_rebuild)

    def _step(self, name: str, action: Callable[[], object]) -> None:
        started = time.monotonic()
        self.stdout.write(f"  {name} … ", ending="")
        self.stdout.flush()
        action()
        self.stdout.write(f"{time.monotonic() - started:.1f} s")

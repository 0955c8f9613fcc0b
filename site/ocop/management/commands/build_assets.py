"""`manage.py build_assets`: what browsers get and nobody writes by hand, into `var/build`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ocop.assets import bundles, drawings, fonts


class Command(BaseCommand):
    help = (
        "Cuts the fonts, joins the style sheets, draws the icon and the picture for link previews. Run it before "
        "collectstatic; running it again changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        sizes = fonts.build(settings.BUILD_DIR / "fonts")
        sizes |= bundles.build(settings.BASE_DIR / "static" / "css", settings.BUILD_DIR / "css")
        sizes |= drawings.build(settings.BASE_DIR / "static", settings.BUILD_DIR)
        for name, size in sizes.items():
            self.stdout.write(f"{name}: {size / 1024:.1f} KB")

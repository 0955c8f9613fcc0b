"""`manage.py build_assets`: what browsers get and nobody writes by hand, into `var/build`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ocop.assets import bundles, fonts


class Command(BaseCommand):
    help = "Cuts the fonts and joins the style sheets. Run it before collectstatic; running it again changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        sizes = fonts.build(settings.BUILD_DIR / "fonts")
        sizes |= bundles.build(settings.BASE_DIR / "static" / "css", settings.BUILD_DIR / "css")
        for name, size in sizes.items():
            self.stdout.write(f"{name}: {size / 1024:.1f} KB")

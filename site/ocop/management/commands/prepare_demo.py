"""`manage.py prepare_demo`: everything between an installed environment and a shop that can be served."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from ocop.demo.accounts import seed_accounts
from ocop.settings.env import ROOT

# What the built files are made from: when none of these changed, nothing is built again.
_SOURCES = ("static", "locale", "site/ocop/assets")


class Command(BaseCommand):
    help = "Migrate, build static files and translations, seed the sample shop once, and say where it is."

    def handle(self, *args: Any, **options: Any) -> None:
        stamp = settings.VAR_DIR / "built"
        digest = _digest()
        if not stamp.exists() or stamp.read_text() != digest:
            self._say("Building fonts, styles and translations …")
            call_command("compile_translations")
            call_command("build_assets", verbosity=0)
            call_command("collectstatic", interactive=False, verbosity=0)
            stamp.write_text(digest)
        self._say("Checking the database …")
        call_command("migrate", interactive=False, verbosity=0)
        seeded = settings.VAR_DIR / "seeded"
        if not seeded.exists():
            self._say("Filling the shop with sample data (MẪU) …")
            call_command("seed_demo")
            seeded.touch()
        self._greet()

    def _greet(self) -> None:
        base = settings.BASE_URL
        self._say(f"\n  Shop       {base}/   English {base}/en/")
        self._say(f"  Editing    {base}/cms/   Orders {base}/dashboard/")
        self._say("  Accounts (sample data; kept in var/demo_accounts.json)")
        for email, password in seed_accounts().items():
            self._say(f"    {email:26} {password}")
        self._say("\n  Ctrl-C ends it.\n")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _digest() -> str:
    """Of the sources' names, sizes and times, and of the locked requirements (they bring static files too)."""
    hashed = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for name in _SOURCES:
        root = ROOT / name
        for path in sorted([root] if root.is_file() else root.rglob("*")):
            if path.is_file() and path.suffix not in {".mo", ".pyc"}:
                hashed.update(_mark(path))
    return hashed.hexdigest()


def _mark(path: Path) -> bytes:
    stat = path.stat()
    return f"{path}:{stat.st_size}:{stat.st_mtime_ns}".encode()

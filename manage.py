#!/usr/bin/env python
"""Django's command line. Puts site/ on the path: it is a plain folder that holds the package `ocop`."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.settings.production")
    from django.core.management import execute_from_command_line

    from ocop.settings.env import exit_on_bad_setting

    with exit_on_bad_setting():
        execute_from_command_line(sys.argv)

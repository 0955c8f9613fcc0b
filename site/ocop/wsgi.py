"""The WSGI application. The server puts site/ on the path (`gunicorn.py`)."""

import os

from ocop.settings.env import exit_on_bad_setting

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.settings.production")

with exit_on_bad_setting():
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()

# A new process may bring new templates and hashed files: pages of the process before it are stale.
# The import stands here because it needs loaded apps.
from ocop.page_cache import forget

forget()

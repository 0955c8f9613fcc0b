"""The WSGI application. The server puts site/ on the path (see the Procfile)."""

import os

from ocop.settings.env import exit_on_bad_setting

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.settings.production")

with exit_on_bad_setting():
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()

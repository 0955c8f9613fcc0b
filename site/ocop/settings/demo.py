"""The demo on one's own machine, started by `make demo`. Each relaxation with its reason."""

import os
import secrets

from .data import VAR_DIR


def _secret_key() -> str:
    """Made once, kept in var/: sessions survive a restart and no secret is in the repository."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(48))
        path.chmod(0o600)
    return path.read_text()


_port = os.environ.get("PORT", "8000")
os.environ.setdefault("OCOP_SECRET_KEY", _secret_key())
os.environ.setdefault("OCOP_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
os.environ.setdefault("OCOP_BASE_URL", f"http://localhost:{_port}")
os.environ.setdefault("OCOP_SSL_REDIRECT", "no")  # there is no certificate on localhost
os.environ.setdefault("OCOP_HSTS_SECONDS", "0")  # would pin localhost to HTTPS for every other project
os.environ.setdefault("OCOP_SERVE_MEDIA", "yes")  # no other server stands in front
os.environ.setdefault("OCOP_EMAIL_URL", f"filemail://{VAR_DIR / 'mail'}")  # letters land as files to be read

from .base import *  # noqa: E402, F403

# Cookies marked secure would not come back over http.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = OSCAR_BASKET_COOKIE_SECURE = OSCAR_RECENTLY_VIEWED_COOKIE_SECURE = False
OSCAR_URL_SCHEMA = "http"
EMAIL_FILE_PATH = VAR_DIR / "mail"
CSRF_TRUSTED_ORIGINS = [f"http://localhost:{_port}", f"http://127.0.0.1:{_port}"]

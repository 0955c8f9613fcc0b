"""Mail is queued in the database and delivered by the worker: a dead server never hurts an order."""

from datetime import timedelta

from . import env
from .http import SITE_NAME

EMAIL_BACKEND = "post_office.EmailBackend"

_smtp = env.email("EMAIL_URL", "smtp://localhost:25")
EMAIL_HOST = _smtp.get("EMAIL_HOST", "localhost")
EMAIL_PORT = _smtp.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _smtp.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _smtp.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = bool(_smtp.get("EMAIL_USE_TLS"))
EMAIL_USE_SSL = bool(_smtp.get("EMAIL_USE_SSL"))
EMAIL_TIMEOUT = 10

DEFAULT_FROM_EMAIL = env.text("FROM_EMAIL", f"{SITE_NAME} <hotro@sanvat.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

POST_OFFICE = {
    "BACKENDS": {"default": _smtp["EMAIL_BACKEND"]},
    # A refused letter is tried again every five minutes for a week; only then it counts as failed.
    "MAX_RETRIES": 7 * 24 * 12,
    "RETRY_INTERVAL": timedelta(minutes=5),
    "MESSAGE_ID_ENABLED": True,
    "MESSAGE_ID_FQDN": env.text("MAIL_DOMAIN", "sanvat.example"),
    "CELERY_ENABLED": False,
    "LOG_LEVEL": 1,
}

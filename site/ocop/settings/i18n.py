"""Vietnamese first (no prefix), English under /en/."""

from . import env

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
# `libraries` fills the gaps that Wagtail, Oscar and Django leave in Vietnamese.
LOCALE_PATHS = [env.ROOT / "locale", env.ROOT / "locale" / "libraries"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = "ocop.formats"

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES

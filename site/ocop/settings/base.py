"""All concerns together. Strict: what is not relaxed by `demo` or `test` stops the start when it is missing."""

from .apps import *  # noqa: F403
from .data import *  # noqa: F403
from .i18n import *  # noqa: F403
from .mail import *  # noqa: F403
from .oscar import *  # noqa: F403
from .wagtail import *  # noqa: F403

from .http import *  # noqa: F403  isort: skip  last: it closes what Oscar's defaults leave open

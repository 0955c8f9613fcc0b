"""Oscar: baskets, orders, offers; its own pages stay unrouted except the staff dashboard."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from oscar.defaults import *  # noqa: F403  Oscar ships its settings to be star-imported

from .http import SITE_NAME

OSCAR_SHOP_NAME = SITE_NAME
OSCAR_HOMEPAGE = "/"
OSCAR_DEFAULT_CURRENCY = "VND"
# One form in both languages: 120.000 ₫. Babel's English pattern would put the sign first and use commas.
OSCAR_CURRENCY_FORMAT: dict[str, Any] = {"VND": {"format": "#,##0\xa0¤", "currency_digits": False, "locale": "vi"}}
OSCAR_SLUG_MAP = {"đ": "d", "Đ": "D"}  # without it slugs read `u0111ac-san`
# Which text of the terms a buyer accepts; change it together with the page under /quy-dinh/.
TERMS_VERSION = "1.0"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_ALLOW_GUEST_CHECKOUT_WITH_ACCOUNT = True
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "country")
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = 500
OSCAR_EAGER_ALERTS = False
OSCAR_SAVE_SENT_EMAILS_TO_DB = False  # personal data; the mail queue keeps what is needed
OSCAR_DELETE_IMAGE_FILES = False  # photos belong to the image library
OSCAR_OFFERS_INCL_TAX = True
OSCAR_CSV_INCLUDE_BOM = True
OSCAR_GOOGLE_ANALYTICS_ID = None
OSCAR_URL_SCHEMA = "https"
OSCAR_ACCOUNTS_REDIRECT_URL = "/"

OSCAR_INITIAL_ORDER_STATUS = "placed"
OSCAR_INITIAL_LINE_STATUS = "placed"
OSCAR_ORDER_STATUS_PIPELINE = {
    "placed": ("confirmed", "cancelled"),
    "confirmed": ("completed", "cancelled"),
    "completed": (),
    "cancelled": (),
}
OSCAR_LINE_STATUS_PIPELINE = OSCAR_ORDER_STATUS_PIPELINE
OSCAR_ORDER_STATUS_CASCADE = {"cancelled": "cancelled"}

# Oscar imports haystack; the app stays out of INSTALLED_APPS and this engine does nothing.
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}

# Catalogue, partners and pages bypass our services: their dashboard sections are neither routed nor listed.
OSCAR_DASHBOARD_NAVIGATION = [
    {"label": _("Overview"), "icon": "fas fa-list", "url_name": "dashboard:index"},
    {
        "label": _("Orders"),
        "icon": "fas fa-shopping-cart",
        "children": [
            {"label": _("Orders"), "url_name": "dashboard:order-list"},
            {"label": _("Statistics"), "url_name": "dashboard:order-stats"},
        ],
    },
    {
        "label": _("Offers"),
        "icon": "fas fa-bullhorn",
        "children": [
            {"label": _("Offers"), "url_name": "dashboard:offer-list"},
            {"label": _("Ranges"), "url_name": "dashboard:range-list"},
            {"label": _("Vouchers"), "url_name": "dashboard:voucher-list"},
            {"label": _("Voucher sets"), "url_name": "dashboard:voucher-set-list"},
        ],
    },
    {"label": _("Reports"), "icon": "fas fa-chart-bar", "url_name": "dashboard:reports-index"},
]

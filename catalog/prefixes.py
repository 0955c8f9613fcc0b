"""How addresses begin that are treated alike in several places, in both languages. Pure: settings import it."""

STAFF = ("/cms/", "/dashboard/")
API = ("/api/",)
BASKET = ("/gio-hang/", "/en/basket/")
CHECKOUT = ("/dat-hang/", "/en/checkout/")
ORDERS = ("/don-hang/", "/en/orders/")
SEARCH = ("/tim-kiem/", "/en/search/")
LIQUOR = ("/do-uong-co-con/", "/en/alcohol/")
STAMPS = ("/01/", "/tem/", "/S/", "/en/tem/", "/en/S/")

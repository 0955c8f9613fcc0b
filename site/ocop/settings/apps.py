"""Which applications are installed, from the top layer to the lowest."""

OCOP_APPS = [
    "ocop.apps.OcopConfig",
    "search.apps.SearchConfig",
    "content.apps.ContentConfig",
    "storefront.accounts.apps.AccountsConfig",
    "storefront.basket.apps.BasketConfig",
    "storefront.order.apps.OrderConfig",
    "storefront.dashboard.apps.DashboardConfig",
    "storefront.dashboard.orders.apps.OrdersDashboardConfig",
    "traceability.apps.TraceabilityConfig",
    "catalog.apps.CatalogueConfig",
    "catalog.partner.apps.PartnerConfig",
    "catalog.certification.apps.CertificationConfig",
    "catalog.groups.apps.GroupsConfig",
    "catalog.sales_points.apps.SalesPointsConfig",
    "catalog.producers.apps.ProducersConfig",
    "catalog.photos.apps.PhotosConfig",
    "catalog.places.apps.PlacesConfig",
]

# Oscar without `haystack` (`update_index` clashes with Wagtail's), without what OCOP_APPS fork, and with only those
# dashboard sections that storefront.dashboard routes.
OSCAR_APPS = [
    "oscar.config.Shop",
    "oscar.apps.analytics.apps.AnalyticsConfig",
    "oscar.apps.checkout.apps.CheckoutConfig",
    "oscar.apps.address.apps.AddressConfig",
    "oscar.apps.shipping.apps.ShippingConfig",
    "oscar.apps.catalogue.reviews.apps.CatalogueReviewsConfig",
    "oscar.apps.communication.apps.CommunicationConfig",
    "oscar.apps.payment.apps.PaymentConfig",
    "oscar.apps.offer.apps.OfferConfig",
    "oscar.apps.customer.apps.CustomerConfig",
    "oscar.apps.voucher.apps.VoucherConfig",
    "oscar.apps.wishlists.apps.WishlistsConfig",
    "oscar.apps.dashboard.reports.apps.ReportsDashboardConfig",
    "oscar.apps.dashboard.offers.apps.OffersDashboardConfig",
    "oscar.apps.dashboard.ranges.apps.RangesDashboardConfig",
    "oscar.apps.dashboard.vouchers.apps.VouchersDashboardConfig",
    "widget_tweaks",
    "django_tables2",
]

WAGTAIL_APPS = [
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "treebeard",
    "django_filters",
]

DJANGO_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.flatpages",  # Oscar's dashboard imports it
    "django.contrib.sitemaps",
    "django.contrib.humanize",
]

LIBRARY_APPS = [
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "ninja",  # serves its own Swagger files, so that the API page needs no other host
    "post_office",
]

INSTALLED_APPS = [*OCOP_APPS, *OSCAR_APPS, *WAGTAIL_APPS, *DJANGO_APPS, *LIBRARY_APPS]

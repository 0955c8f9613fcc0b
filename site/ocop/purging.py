"""What makes public pages stale: every signal that purges them, in one place."""

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from catalog.certification.models import Decision
from catalog.certification.signals import certificate_changed
from catalog.models import Category, Product, ProductImage
from catalog.partner.models import Partner, StockRecord
from catalog.photos.models import Photo, PhotoRendition
from catalog.places.models import AdminUnit
from catalog.places.signals import places_changed
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint
from catalog.signals import stock_changed
from content.models import SiteOwner
from ocop.page_cache import purge
from traceability.signals import batch_changed

SHOWN: tuple[type[Model], ...] = (
    SiteOwner, Product, ProductImage, Category, Producer, SalesPoint, Partner, StockRecord,
    Photo, PhotoRendition, AdminUnit, Decision, PageViewRestriction,
)  # fmt: skip


def connect() -> None:
    """Called once when the apps are ready."""
    for model in SHOWN:
        post_save.connect(purge, sender=model, dispatch_uid=f"purge-save-{model.__name__}")
        post_delete.connect(purge, sender=model, dispatch_uid=f"purge-delete-{model.__name__}")
    for signal in (
        batch_changed,
        places_changed,
        stock_changed,
        certificate_changed,
        page_published,
        page_unpublished,
        page_slug_changed,
        post_page_move,
    ):
        signal.connect(purge, dispatch_uid="purge")

"""Which changes reach the index: after commit, by a task."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from catalog.models import Category, Product, ProductImage
from catalog.places.signals import places_changed
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint

from . import tasks
from .models import Kind


def _enqueue_object(kind: str, object_id: int) -> None:
    transaction.on_commit(partial(tasks.refresh_object.enqueue, str(kind), object_id))


def product_changed(instance: Product, **_signal: Any) -> None:
    """A pack size has no document of its own: its product has."""
    _enqueue_object(Kind.PRODUCT, instance.parent_id or instance.pk)


def image_changed(instance: ProductImage, **_signal: Any) -> None:
    _enqueue_object(Kind.PRODUCT, instance.product_id)


def category_changed(instance: Category, **_signal: Any) -> None:
    transaction.on_commit(partial(tasks.refresh_category.enqueue, instance.pk))


def producer_changed(instance: Producer, **_signal: Any) -> None:
    _enqueue_object(Kind.PRODUCER, instance.pk)


def sales_point_changed(instance: SalesPoint, **_signal: Any) -> None:
    _enqueue_object(Kind.SALES_POINT, instance.pk)


def page_changed(instance: Any, **_signal: Any) -> None:
    """Pages below change their address with it."""
    ids = [instance.pk, *instance.get_descendants().values_list("pk", flat=True)] if instance.pk else []
    for page_id in ids:
        transaction.on_commit(partial(tasks.refresh_page.enqueue, page_id))


def restriction_changed(instance: PageViewRestriction, **_signal: Any) -> None:
    """A restriction closes its page and all below it, or opens them again."""
    page_changed(instance.page)


def places_were_loaded(**_signal: Any) -> None:
    """Half of all texts may name a place that is called otherwise now."""
    tasks.rebuild_index.enqueue()


def page_published_or_not(instance: Any, **_signal: Any) -> None:
    transaction.on_commit(partial(tasks.refresh_page.enqueue, instance.pk))


def connect() -> None:
    """Called once when the apps are ready."""
    receivers: dict[type[Model], Any] = {
        Product: product_changed,
        ProductImage: image_changed,
        Category: category_changed,
        Producer: producer_changed,
        SalesPoint: sales_point_changed,
        PageViewRestriction: restriction_changed,
    }
    for model, receiver in receivers.items():
        post_save.connect(receiver, sender=model, dispatch_uid=f"search-save-{model.__name__}")
        post_delete.connect(receiver, sender=model, dispatch_uid=f"search-delete-{model.__name__}")
    places_changed.connect(places_were_loaded, dispatch_uid="search-places")
    page_published.connect(page_published_or_not, dispatch_uid="search-published")
    page_unpublished.connect(page_published_or_not, dispatch_uid="search-unpublished")
    post_delete.connect(page_published_or_not, sender=Page, dispatch_uid="search-delete-page")
    page_slug_changed.connect(page_changed, dispatch_uid="search-slug")
    post_page_move.connect(page_changed, dispatch_uid="search-move")

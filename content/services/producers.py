"""Stories of producers stand at the address of their producer, so they move with it."""

from typing import Any

from django.db import transaction

from catalog.producers.models import Producer
from content.models import ProducerPage


@transaction.atomic
def producer_pages_follow(*, producer: Producer) -> None:
    """Give a producer's pages its slug. Drafts get it when they are published."""
    for page in ProducerPage.objects.filter(producer=producer).exclude(slug=producer.slug):
        page.slug = producer.slug
        page.save()


def producer_saved(instance: Producer, **_signal: Any) -> None:
    """Receiver of `post_save`, within the transaction of the change."""
    producer_pages_follow(producer=instance)

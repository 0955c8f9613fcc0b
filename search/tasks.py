"""Work that follows a change, done by the worker so that nobody waits for it."""

from django_tasks import task

from . import services
from .models import Kind


@task()
def refresh_object(kind: str, object_id: int) -> None:
    """Bring what is found of one row up to date."""
    if kind == Kind.PRODUCER:
        services.producer_refresh(object_id=object_id)
    else:
        services.object_refresh(kind=Kind(kind), object_id=object_id)


@task()
def refresh_category(category_id: int) -> None:
    """Bring what is found by the name of a category up to date."""
    services.category_refresh(object_id=category_id)


@task()
def refresh_page(page_id: int) -> None:
    """Bring what is found of one page up to date."""
    services.page_refresh(page_id=page_id)


@task()
def rebuild_index() -> None:
    """Mend what a failed or lost task left behind."""
    services.index_rebuild()

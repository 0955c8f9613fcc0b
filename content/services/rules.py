"""What applies: documents of the program, and the rules of the site."""

from django.db import transaction

from catalog.vietnamese import slugify
from content import models
from content.entries import DocumentEntry, PolicyEntry
from content.marks import rich_text
from content.site_tree import page_ensure, section_page

from .parts import texts_of


@transaction.atomic
def document_publish(*, entry: DocumentEntry) -> models.DocumentPage:
    """A document of the program; found again by its number."""

    def build() -> models.DocumentPage:
        names = ("number", "kind", "title", "issued_on", "authority", "summary", "is_valid")
        return models.DocumentPage(**{name: getattr(entry, name) for name in names})

    return page_ensure(models.DocumentPage, section_page(models.DocumentIndexPage, "vi"), slugify(entry.number), build)


@transaction.atomic
def policy_publish(*, entry: PolicyEntry) -> models.PolicyPage:
    """A rule of the site, also in English if it has an English text."""
    parent_type = models.HomePage if entry.below_home else models.PolicyIndexPage
    page = page_ensure(models.PolicyPage, section_page(parent_type, "vi"), entry.slug, lambda: _policy(entry, False))
    if entry.title_en and entry.body_en:
        slug = entry.slug_en or entry.slug
        page_ensure(models.PolicyPage, section_page(parent_type, "en"), slug, lambda: _policy(entry, True), page)
    return page


def _policy(entry: PolicyEntry, english: bool) -> models.PolicyPage:
    texts = texts_of(entry, ("title", "summary", "body"), english)
    return models.PolicyPage(
        title=texts["title"],
        summary=texts["summary"],
        body=rich_text(texts["body"]),
        version=entry.version,
        effective_on=entry.effective_on,
    )

"""Pages of the CMS as documents: which kinds are searched and which of their texts."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import override, pgettext
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageQuerySet

from catalog.cards import short_place
from catalog.places.selectors import known_names

from .drafts import Draft
from .models import Kind

# By the name of the page's model. Others (sections, the home page) are ways to pages, not things to find.
KINDS: dict[str, Kind] = {
    "storypage": Kind.STORY,
    "villagepage": Kind.VILLAGE,
    "fairpage": Kind.FAIR,
    "newspage": Kind.NEWS,
    "documentpage": Kind.DOCUMENT,
    "policypage": Kind.POLICY,
}
_SUMMARIES = ("lead", "summary", "search_description")
_META = ("place", "kicker", "number")
# Texts beside the streams, found but only shown around a match.
_MORE = ("former_place", "venue", "customs", "getting_there", "results", "authority")


def draft_of(page_id: int) -> Draft | None:
    """The draft of one page; None for what is gone, not published, private or of no searched kind."""
    page = Page.objects.live().public().filter(pk=page_id).first()
    return _draft(page.specific) if page else None


def public_pages() -> PageQuerySet:
    """Pages that may be found, each as its own kind."""
    return Page.objects.live().public().specific(defer=False)


def of_page(page: Any) -> Iterator[Draft]:
    """In its own language; nothing for kinds that are not searched."""
    draft = _draft(page)
    if draft:
        yield draft


def _draft(page: Any) -> Draft | None:
    kind = KINDS.get(page._meta.model_name)
    language = page.locale.language_code
    if kind is None or language not in ("vi", "en"):
        return None
    with override(language):
        location = page.get_url_parts()
        return Draft(
            kind=kind,
            object_id=page.pk,
            language=language,
            url=location[2] if location else "",
            title=page.title,
            text_language=language,
            meta=_place(page) or _first_text(page, _META),
            summary=_first_text(page, _SUMMARIES),
            body=page_text(page),
            keywords=_place_names(page),
            photo_id=getattr(page, "photo_id", None),
        )


def _place(page: Any) -> str:
    commune = getattr(page, "commune", None)
    return short_place(commune) if commune else ""


def _place_names(page: Any) -> str:
    """Its place, and the words for its kind in front of its province: "hội chợ Đà Nẵng" means a "Phiên chợ", too."""
    commune = getattr(page, "commune", None)
    if commune is None:
        return ""
    kinds = {
        Kind.FAIR: pgettext("what people ask for, before a place", "fair"),
        Kind.VILLAGE: pgettext("what people ask for, before a place", "travel village"),
    }
    asked = f"{kinds.get(KINDS[page._meta.model_name], '')} {commune.parent.name if commune.parent else ''}"
    return f"{known_names(commune)} {asked}"


def _first_text(page: Any, names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := strip_tags(str(getattr(page, name, "") or "")).strip())), "")


def page_text(page: Any) -> str:
    """All that the page tells: its streams, rich texts and their searchable parts, without markup."""
    parts: list[str] = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            parts.extend(map(str, value.stream_block.get_searchable_content(value)))
        elif isinstance(field, RichTextField):
            parts.append(strip_tags(getattr(page, field.name) or ""))
    parts.extend(str(getattr(page, name, "") or "") for name in _MORE)
    return " ".join(" ".join(parts).split())

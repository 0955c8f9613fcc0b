"""What the home page shows: chosen by an editor, by the season, by the newest decision, by the map and the calendar."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Substr
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format

from catalog.cards import ProductCard
from catalog.certification.models import Decision
from catalog.certification.selectors import recognitions
from catalog.clock import today
from catalog.languages import localized, text_language
from catalog.models import Product
from catalog.places.models import AdminUnit
from content.body import cards_of
from content.models import HomePage, StoryPage, VillagePage
from content.selectors.articles import StoryCard, stories, story_cards
from content.selectors.fairs import fair_rows, upcoming
from content.selectors.photos import photos_by_id
from content.selectors.villages import VillageCard, village_card
from content.selectors.visibility import public

SEASONAL = 4
FROM_DECISION = 3
STORIES = 4
FAIRS = 3
MONTHS = {str(number) for number in range(1, 13)}
_POOL = 60  # seasonal products looked at before choosing


@dataclass(frozen=True, slots=True)
class NewestDecision:
    """The newest act that recognized something that is shown; `product_ids` in the order of the decision."""

    number: str
    title: str
    title_lang: str
    authority: str
    signed_on: date
    expires_on: date
    product_ids: list[int]


def seasonal_ids(month: int) -> list[int]:
    """Products in their main season, the shortest season first, from different provinces; one query."""
    rows = (
        Product.objects.shown()
        .exclude(season="")
        .annotate(now=Substr("season", month, 1))
        .filter(now="2")
        .order_by("pk")
        .values_list("pk", "season", "producer__commune__parent_id")[:_POOL]
    )
    ranked = sorted(rows, key=lambda row: (row[1].count("2"), row[0]))
    seen: set[int | None] = set()
    first: list[int] = []
    rest: list[int] = []
    for pk, _season, province in ranked:
        (rest if province in seen else first).append(pk)
        seen.add(province)
    return [*first, *rest][: SEASONAL * 2]


def newest_decision() -> NewestDecision | None:
    """Two queries. Drafts are no recognition yet, and what was revoked is none any more."""
    day = today()
    standing = recognitions(day).filter(Q(revoked_on=None) | Q(revoked_on__gt=day))
    shown = standing.filter(product__in=Product.objects.shown())
    decision = (
        Decision.objects.filter(
            kind=Decision.Kind.RECOGNITION, signed_on__lte=day, certificates__in=shown.order_by().values("pk")
        )
        .annotate(until=Min("certificates__expires_on"))
        .select_related("authority")
        .order_by("-signed_on", "pk")
        .first()
    )
    if decision is None:
        return None
    return NewestDecision(
        number=decision.number,
        title=localized(decision, "title"),
        title_lang=text_language(decision, "title"),
        authority=localized(decision.authority, "name"),
        signed_on=decision.signed_on,
        expires_on=decision.until,
        product_ids=list(shown.filter(decision=decision).order_by("number").values_list("product_id", flat=True)[:12]),
    )


def provinces() -> list[dict[str, Any]]:
    """All provinces of today with their number of products and the address of their list; two queries."""
    rows = Product.objects.shown().order_by().values_list("producer__commune__parent").annotate(n=Count("pk"))
    counts = dict(rows)
    address = reverse("catalog:product_list")
    return [
        {
            "slug": unit.slug,
            "name": unit.name,
            "count": counts.get(unit.pk, 0),
            "url": f"{address}?province={unit.slug}",
        }
        for unit in AdminUnit.objects.provinces().current().order_by("name")
    ]


def chosen_month(request: HttpRequest) -> int:
    """The month of the address, 1–12; this month without one."""
    typed = request.GET.get("month", "")
    return int(typed) if typed in MONTHS else today().month


def months(shown: int) -> list[dict[str, Any]]:
    """The month picker: twelve links."""
    return [
        {"number": number, "name": date_format(date(2000, number, 1), "F"), "url": f"?month={number}",
         "is_shown": number == shown}
        for number in range(1, 13)
    ]  # fmt: skip


def home_context(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """A fixed number of queries: the cards of all parts of the page are loaded together."""
    month = chosen_month(request)
    decision = newest_decision()
    seasonal = seasonal_ids(month)
    cards = cards_of({*seasonal, *(decision.product_ids if decision else []), page.cover_product_id} - {None})
    note = next((note.text for note in page.month_notes.all() if note.month == month), "")
    return {
        "months": months(month),
        "month_note": note,
        "month_name": "" if month == today().month else date_format(date(2000, month, 1), "F"),
        **_cover(page, request),
        "cover_card": cards.get(page.cover_product_id or 0),
        "seasonal": _first(cards, seasonal, SEASONAL, without=page.cover_product_id),
        "decision": decision,
        "recognized": _first(cards, decision.product_ids if decision else [], FROM_DECISION),
        "provinces": provinces(),
        "stories": _stories(page, request),
        "village": _village(page, request),
        "fairs": fair_rows(upcoming()[:FAIRS], request),
    }


def _first(cards: dict[int, ProductCard], ids: list[int], limit: int, without: int | None = None) -> list[ProductCard]:
    """The first that can be bought, then the others, as many as fit."""
    found = [cards[pk] for pk in ids if pk in cards and pk != without]
    return sorted(found, key=lambda card: not card.in_stock)[:limit]


def _cover(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    story = stories().defer(None).filter(translation_key__in=_cover_key(page)).first()
    if story is None:
        return {"cover": None}
    card = story_cards([story], request)[0]
    photo_id = page.cover_photo_id or story.photo_id
    return {"cover": card, "cover_story": story, "cover_photo": photos_by_id([photo_id]).get(photo_id or 0)}


def _stories(page: HomePage, request: HttpRequest) -> list[StoryCard]:
    """The editor's choice, or the newest ones beside the cover story."""
    chosen = [link.story_id for link in page.home_stories.all()]
    if not chosen:
        return story_cards(stories().exclude(translation_key__in=_cover_key(page))[:STORIES], request)
    return story_cards(_in_page_language(chosen), request)


def _cover_key(page: HomePage) -> QuerySet[Any]:
    """The key that the cover story shares with its translations, for use inside a query."""
    keys: QuerySet[Any] = StoryPage.objects.filter(pk=page.cover_story_id).order_by().values("translation_key")
    return keys


def _in_page_language(ids: list[int]) -> list[StoryPage]:
    """The chosen stories in their order, each in the page's language where it exists in it.

    Editors choose one page, perhaps before it was translated. Stories that are not live, or that a Vietnamese page
    would show in English only, are left out.
    """
    keys = dict(StoryPage.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    found = {story.translation_key: story for story in stories().filter(translation_key__in=keys.values())}
    return [found[keys[pk]] for pk in ids if keys.get(pk) in found]


def _village(page: HomePage, request: HttpRequest) -> VillageCard | None:
    village = (
        public(VillagePage.objects.filter(pk=page.village_id))
        .select_related("locale", "photo", "commune__parent")
        .prefetch_related("photo__renditions")
        .first()
    )
    return village_card(village, request) if village else None

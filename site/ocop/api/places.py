"""`/places`: the provinces and communes of today, each with what it was before."""

from typing import Annotated, Any, Literal

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest
from ninja import Query, Router

from catalog.places.models import AdminUnit, Level, Succession
from catalog.places.selectors import path_label
from catalog.vietnamese import fold_words

from . import schemas
from .paging import PageNumber, PageSize, page_of

router = Router(tags=["places"])
MAX_WORDS = 8
Province = Annotated[str | None, Query(pattern=r"^[a-z0-9\-]{1,100}$", description="The slug of a province of today.")]
Words = Annotated[str, Query(max_length=100, description="Words of the name of today or of a former one.")]


@router.get("/places", response={200: schemas.PlacePage, 404: schemas.Error}, url_name="places")
def places(
    request: HttpRequest,
    *,
    level: Literal["province", "commune"] | None = None,
    province: Province = None,
    q: Words = "",
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> dict[str, Any]:
    """Provinces first, then communes, each in the order of the alphabet."""
    rows = AdminUnit.objects.current().filter(level__in=[level] if level else [Level.PROVINCE, Level.COMMUNE])
    if province:
        rows = rows.filter(Q(slug=province, level=Level.PROVINCE) | Q(parent__slug=province, level=Level.COMMUNE))
    for word in fold_words(q).split()[:MAX_WORDS]:
        rows = rows.filter(_is_named(word))
    total, found = page_of(_with_past(rows).order_by("-level", "folded", "pk"), page, page_size)
    return {"total": total, "page": page, "results": [_place(row) for row in found]}


def _is_named(word: str) -> Q:
    """The unit, or one that became it, has a word that begins so."""
    former = Succession.objects.filter(to_unit=OuterRef("pk"), from_unit__folded_path__contains=f" {word}")
    return Q(folded_path__contains=f" {word}") | Q(Exists(former))


def _with_past(rows: QuerySet[AdminUnit]) -> QuerySet[AdminUnit]:
    """Former units of the same level, with the names above them, in one more query."""
    past = (
        Succession.objects.filter(from_unit__level=F("to_unit__level"))
        .select_related("from_unit__parent__parent")
        .order_by("from_unit__full_name", "pk")
    )
    return rows.select_related("parent").prefetch_related(Prefetch("predecessions", queryset=past))


def _place(unit: AdminUnit) -> dict[str, Any]:
    parent = unit.parent
    return {
        "level": unit.level,
        "code": unit.code,
        "slug": unit.slug,
        "name": unit.name,
        "full_name": unit.full_name,
        "name_en": unit.name_en,
        "province": {"slug": parent.slug, "name": parent.name} if parent else None,
        "former": [_former(row) for row in unit.predecessions.all() if row.from_unit_id != unit.pk],
    }


def _former(row: Succession) -> dict[str, Any]:
    return {"name": path_label(row.from_unit), "kind": row.kind, "effective_on": row.effective_on}

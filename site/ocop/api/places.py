"""`/places`: the provinces and communes of today, each with what it was before."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router

from catalog.paging import page_of
from catalog.places.models import AdminUnit, Succession
from catalog.places.selectors import path_label, units_of_today

from . import schemas
from .paging import PageNumber, PageSize, known_parameters_only

router = Router(tags=["places"])
Province = Annotated[str | None, Query(pattern=r"^[a-z0-9\-]{1,100}$", description="The slug of a province of today.")]
Words = Annotated[str, Query(max_length=100, description="Words of the name of today or of a former one.")]


@router.get("/places", response={200: schemas.PlacePage, **schemas.REFUSALS}, url_name="places")
@known_parameters_only
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
    found = page_of(units_of_today(q, level=level, province=province), page_size, page)
    return {"total": found.paginator.count, "page": page, "results": [_place(row) for row in found.object_list]}


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

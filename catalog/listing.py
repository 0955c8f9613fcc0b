"""The product list: one page of cards with the counts beside each filter, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.db.models import Count, F, Q, QuerySet
from django.http import QueryDict

from catalog.cards import ProductCard, product_cards
from catalog.certification.selectors import with_ocop_star
from catalog.clock import today
from catalog.filters import DEFAULT_SORT, EXPIRED, STARS, ProductFilter, only, read_filter
from catalog.groups.models import ProductGroup
from catalog.languages import localized
from catalog.managers import title_matches
from catalog.models import Category, Product
from catalog.paging import page_of
from catalog.places.models import AdminUnit

PAGE_SIZE = 12
WAYS_TRIED = 8

_ORDER = {
    "newest": [F("star_issued_on").desc(nulls_last=True), F("pk").asc()],
    "star": [F("ocop_star").desc(nulls_last=True), F("pk").asc()],
    "price": [F("shown_price").asc(nulls_last=True), F("pk").asc()],
    "-price": [F("shown_price").desc(nulls_last=True), F("pk").asc()],
    "name": [F("folded").asc(), F("pk").asc()],
}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One box to tick. `count` is how much there would be with it, all other filters as they are."""

    value: str
    label: str
    count: int
    is_selected: bool


@dataclass(frozen=True, slots=True)
class Facets:
    stars: list[FacetValue]
    groups: list[FacetValue]
    categories: list[FacetValue]
    provinces: list[FacetValue]
    in_stock: FacetValue


@dataclass(frozen=True, slots=True)
class WayOut:
    """The filter to drop when nothing fits, as (parameter, value), and how many products there are without it."""

    pair: tuple[str, str]
    count: int


@dataclass(frozen=True, slots=True)
class ProductListing:
    """What the list page shows. `total` is without any filter; `way_out` only where nothing fits several filters."""

    cards: list[ProductCard]
    page: Page[int]
    count: int
    total: int
    facets: Facets
    judged_on: date
    way_out: WayOut | None = None


def apply_filter(products: QuerySet[Product], filter_: ProductFilter, on: date) -> QuerySet[Product]:
    """The products that the filter asks for, with the annotations of `with_ocop_star` and `with_offer`."""
    queryset: QuerySet[Product] = with_ocop_star(products.with_offer(), on)  # type: ignore[attr-defined]
    stars = [int(star) for star in filter_.stars if star != EXPIRED]
    if filter_.stars:
        wanted = Q(ocop_star__in=stars)
        if EXPIRED in filter_.stars:
            wanted |= Q(ocop_star=None, recognized_once__isnull=False)
        queryset = queryset.filter(wanted)
    if filter_.groups:
        queryset = queryset.filter(criteria_set__group__slug__in=filter_.groups)
    if filter_.categories:
        queryset = queryset.filter(pk__in=_in_categories(filter_.categories).values("pk"))
    if filter_.provinces:
        queryset = queryset.filter(producer__commune__parent__slug__in=filter_.provinces)
    if filter_.min_price is not None:
        queryset = queryset.filter(shown_price__gte=filter_.min_price)
    if filter_.max_price is not None:
        queryset = queryset.filter(shown_price__lte=filter_.max_price)
    if filter_.in_stock:
        queryset = queryset.filter(net_stock__gt=0)
    if filter_.words:
        queryset = queryset.filter(title_matches(filter_.words))
    return queryset


def _in_categories(slugs: tuple[str, ...]) -> QuerySet[Product]:
    """Products of these categories and all below them."""
    wanted = Q(pk__in=[])
    for path in Category.objects.filter(slug__in=slugs).values_list("path", flat=True):
        wanted |= Q(categories__path__startswith=path)
    found: QuerySet[Product] = Product.objects.filter(wanted)
    return found


def list_products(filter_: ProductFilter, page_number: int, on: date | None = None) -> ProductListing:
    """One page. Raises `Http404` for a page that does not exist."""
    day = on or today()
    everything = Product.objects.shown()
    matching = apply_filter(everything, filter_, day)
    ordered = matching.order_by(*_ORDER[filter_.sort or DEFAULT_SORT]).values_list("pk", flat=True)
    page = page_of(ordered, PAGE_SIZE, page_number)
    ids = list(page.object_list)
    loaded = {product.pk: product for product in Product.objects.for_cards().filter(pk__in=ids)}
    return ProductListing(
        cards=product_cards([loaded[pk] for pk in ids], day),
        page=page,
        count=page.paginator.count,
        total=page.paginator.count if filter_.is_empty else everything.count(),
        facets=_facets(everything, filter_, day),
        judged_on=day,
        way_out=None if ids or len(filter_.active) < 2 else _way_out(everything, filter_, day),
    )


def _way_out(products: QuerySet[Product], filter_: ProductFilter, on: date) -> WayOut | None:
    """The one that hides most, the last of equals; None if no single one is to blame. A query for each of a few."""
    found = []
    for pair in reversed(filter_.active[-WAYS_TRIED:]):
        fewer = read_filter(QueryDict(filter_.query(without=pair)))
        found.append(WayOut(pair, apply_filter(products, fewer, on).count()))
    best = max(found, key=lambda way: way.count)
    return best if best.count else None


def _facets(products: QuerySet[Product], filter_: ProductFilter, on: date) -> Facets:
    def counts(column: str, **without: object) -> dict[str, int]:
        rows = apply_filter(products, only(filter_, **without), on)
        return dict(rows.order_by().values_list(column).annotate(n=Count("pk")))

    available = apply_filter(products, only(filter_, in_stock=True), on).count()
    return Facets(
        stars=_stars(products, filter_, on),
        groups=_groups(filter_, counts("criteria_set__group__slug", groups=())),
        categories=_categories(products, filter_, on),
        provinces=_provinces(filter_, counts("producer__commune__parent__slug", provinces=())),
        in_stock=FacetValue("1", "", available, filter_.in_stock),
    )


def _stars(products: QuerySet[Product], filter_: ProductFilter, on: date) -> list[FacetValue]:
    rows = apply_filter(products, only(filter_, stars=()), on).order_by()
    found = rows.aggregate(
        **{f"s{star}": Count("pk", filter=Q(ocop_star=int(star))) for star in STARS},
        expired=Count("pk", filter=Q(ocop_star=None, recognized_once__isnull=False)),
    )
    values = [FacetValue(star, "", found[f"s{star}"], star in filter_.stars) for star in STARS]
    return [*values, FacetValue(EXPIRED, "", found["expired"], EXPIRED in filter_.stars)]


def _groups(filter_: ProductFilter, counts: dict[str, int]) -> list[FacetValue]:
    return [
        FacetValue(group.slug, localized(group, "short_name"), counts.get(group.slug, 0), group.slug in filter_.groups)
        for group in ProductGroup.objects.all()
    ]


def _categories(products: QuerySet[Product], filter_: ProductFilter, on: date) -> list[FacetValue]:
    """Top categories and the selected ones; a category counts each product that is in it or below it once."""
    offered = Category.objects.filter(Q(depth=1) | Q(slug__in=filter_.categories), is_public=True)
    categories = {f"c{category.pk}": category for category in offered}
    below = {key: Q(categories__path__startswith=category.path) for key, category in categories.items()}
    rows = apply_filter(products, only(filter_, categories=()), on).order_by()
    found = rows.aggregate(**{key: Count("pk", filter=inside, distinct=True) for key, inside in below.items()})
    values = []
    for key, category in categories.items():
        count = found[key]
        selected = category.slug in filter_.categories
        if count or selected:
            values.append(FacetValue(category.slug, localized(category, "name"), count, selected))
    return values


def _provinces(filter_: ProductFilter, counts: dict[str, int]) -> list[FacetValue]:
    """Selected provinces first, then by count."""
    slugs = {*filter_.provinces, *(slug for slug in counts if slug)}
    names = {unit.slug: unit for unit in AdminUnit.objects.provinces().current().filter(slug__in=slugs)}
    values = [
        FacetValue(slug, unit.name, counts.get(slug, 0), slug in filter_.provinces) for slug, unit in names.items()
    ]
    return sorted(values, key=lambda value: (not value.is_selected, -value.count, value.label))

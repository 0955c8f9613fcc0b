"""What a product list is asked for: reads the query string, filters, counts. Wrong values are dropped and told."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from catalog.money import parse_dong
from catalog.vietnamese import fold_words

STARS = ("5", "4", "3")
EXPIRED = "expired"
SORTS = ("newest", "price", "-price", "name", "star")
DEFAULT_SORT = "newest"
HIGHEST_PRICE = 9_999_999_999  # đồng; no column holds more


@dataclass(frozen=True, slots=True)
class ProductFilter:
    """The parts of `star=4&group=…&category=…&province=…&min=…&max=…&stock=1&q=…&sort=…`. Prices are whole đồng."""

    stars: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    min_price: int | None = None
    max_price: int | None = None
    in_stock: bool = False
    words: str = ""
    sort: str = DEFAULT_SORT
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.active

    @property
    def active(self) -> list[tuple[str, str]]:
        """The filters in force as (parameter, value), in the order of the page."""
        pairs = [("star", star) for star in self.stars]
        pairs += [("group", slug) for slug in self.groups]
        pairs += [("category", slug) for slug in self.categories]
        pairs += [("province", slug) for slug in self.provinces]
        pairs += [("min", str(self.min_price))] if self.min_price is not None else []
        pairs += [("max", str(self.max_price))] if self.max_price is not None else []
        pairs += [("stock", "1")] if self.in_stock else []
        pairs += [("q", self.words)] if self.words else []
        return pairs

    def query(self, *, without: tuple[str, str] | None = None, **extra: str) -> str:
        """The query string of this filter, less one pair, plus others; canonical, so that caches meet."""
        pairs = [pair for pair in self.active if pair != without]
        if self.sort != DEFAULT_SORT:
            pairs.append(("sort", self.sort))
        pairs += [(name, value) for name, value in extra.items() if value]
        return urlencode(pairs)


def read_filter(data: QueryDict) -> ProductFilter:
    """Never raises: what cannot be understood is left out, and prices that are no numbers are told in `errors`."""
    errors: dict[str, str] = {}
    minimum, maximum = _price(data, "min", errors), _price(data, "max", errors)
    if minimum is not None and maximum is not None and minimum > maximum:
        minimum, maximum = maximum, minimum
    stars = tuple(star for star in (*STARS, EXPIRED) if star in data.getlist("star"))
    sort = data.get("sort", DEFAULT_SORT)
    return ProductFilter(
        stars=stars,
        groups=_slugs(data, "group"),
        categories=_slugs(data, "category"),
        provinces=_slugs(data, "province"),
        min_price=minimum,
        max_price=maximum,
        in_stock=data.get("stock") == "1",
        words=fold_words(data.get("q", "")[:100]),
        sort=sort if sort in SORTS else DEFAULT_SORT,
        errors=errors,
    )


def _slugs(data: QueryDict, name: str) -> tuple[str, ...]:
    values = (value[:100] for value in data.getlist(name)[:40])
    return tuple(
        dict.fromkeys(value for value in values if value and value.replace("-", "").isalnum() and value.isascii())
    )


def _price(data: QueryDict, name: str, errors: dict[str, str]) -> int | None:
    typed = data.get(name, "").strip()
    if not typed:
        return None
    price = parse_dong(typed[:40])
    if price is None or price > HIGHEST_PRICE:
        errors[name] = typed[:20]
        return None
    return price


def only(filter_: ProductFilter, **values: object) -> ProductFilter:
    """A copy with some parts replaced, for "what would it be without this filter"."""
    return replace(filter_, **values)  # type: ignore[arg-type]

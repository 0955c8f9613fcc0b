"""Sample producers, products, prices and stock."""

from typing import Any

from catalog import services
from catalog.fields import fold_words
from catalog.groups.models import CriteriaSet
from catalog.models import Category, Product
from catalog.places.models import AdminUnit
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint

from .files import FOLDER, rows
from .photos import PhotoBook

_PRODUCT_TEXTS = (
    "title", "title_en", "summary", "summary_en", "description", "description_en", "ingredients", "ingredients_en",
    "usage", "usage_en", "storage", "storage_en", "warnings", "warnings_en", "origin", "origin_en",
    "shelf_life", "shelf_life_en", "pack", "pack_en", "net_unit", "shipping_class", "season",
)  # fmt: skip
_PRODUCER_TEXTS = (
    "name", "short_name", "name_en", "kind", "legal_name", "address", "former_address", "members", "capacity",
    "capacity_en", "summary", "summary_en", "visiting", "visiting_en", "opening_hours", "phone",
)  # fmt: skip


def parts(stem: str) -> list[str]:
    """The files that hold one kind of row: `products.csv`, or `products-a.csv` and its sisters."""
    return [path.name for path in sorted(FOLDER.glob(f"{stem}*.csv"))]


class Communes:
    """Communes of today by full name and province slug."""

    def __init__(self) -> None:
        units = AdminUnit.objects.communes().current().select_related("parent")
        self._units = {(fold_words(unit.full_name), unit.parent.slug): unit for unit in units if unit.parent}

    def get(self, full_name: str, province: str) -> AdminUnit:
        return self._units[fold_words(full_name), province]


def seed_categories() -> None:
    for row in rows("categories.csv"):
        if Category.objects.filter(slug=row["slug"]).exists():
            continue
        values = {"slug": row["slug"], "name": row["name"], "name_en": row["name_en"]}
        if row["parent"]:
            Category.objects.get(slug=row["parent"]).add_child(**values)
        else:
            Category.add_root(**values)


def seed_producers(photos: PhotoBook, communes: Communes) -> None:
    for name in parts("producers"):
        for row in rows(name):
            if Producer.objects.filter(slug=row["slug"]).exists():
                continue
            values: dict[str, Any] = {field: row[field] for field in _PRODUCER_TEXTS}
            commune = communes.get(row["commune"], row["province"])
            producer = services.producer_create(
                slug=row["slug"],
                commune=commune,
                latitude=commune.latitude,
                longitude=commune.longitude,
                founded_year=int(row["founded_year"]) if row["founded_year"] else None,
                photo=photos.get(row["picture"]),
                is_sample=True,
                **values,
            )
            low, _, high = (row["dispatch_days"] or "1-2").partition("-")
            services.partner_ensure(producer=producer, dispatch_days=(int(low), int(high or low)))


def seed_products(photos: PhotoBook) -> None:
    sets = {criteria_set.key: criteria_set for criteria_set in CriteriaSet.objects.all()}
    packs: dict[str, list[dict[str, str]]] = {}
    for name in parts("packs"):
        for row in rows(name):
            packs.setdefault(row["product"], []).append(row)
    for name in parts("products"):
        for row in rows(name):
            if not Product.objects.filter(slug=row["slug"]).exists():
                _product(row, packs.get(row["slug"], []), sets, photos)


def _product(row: dict[str, str], sizes: list[dict[str, str]], sets: dict[str, CriteriaSet], photos: PhotoBook) -> None:
    pictures = [photo for name in (row["picture"], row["picture2"]) if (photo := photos.get(name))]
    product = services.product_create(
        slug=row["slug"],
        producer=Producer.objects.get(slug=row["producer"]),
        criteria_set=sets[row["set"]],
        categories=[Category.objects.get(slug=row["category"])],
        photos=pictures,
        upc=None if sizes else row["gtin"] or None,
        net_content=row["net_content"] or None,
        ship_weight_g=int(row["weight_g"] or 0),
        is_alcohol=row["is_alcohol"] == "1",
        abv=row["abv"] or None,
        is_sample=True,
        **{field: row[field] for field in _PRODUCT_TEXTS},
    )
    if not sizes:
        _offer(product, row)
    for size in sizes:
        _size(product, size)


def _size(parent: Product, row: dict[str, str]) -> None:
    unit = row["net_unit"]
    pack = services.pack_add(
        parent=parent,
        slug=f"{parent.slug}-{row['net_content'].replace('.', '-')}{unit if unit != 'piece' else ''}",
        upc=row["gtin"] or None,
        net_content=row["net_content"],
        net_unit=unit,
        pack=row["pack"],
        pack_en=row["pack_en"],
        ship_weight_g=int(row["weight_g"]),
        shipping_class=parent.shipping_class,
        is_sample=True,
    )
    _offer(pack, row)


def _offer(product: Product, row: dict[str, str]) -> None:
    services.price_set(product=product, price=int(row["price"]))
    if product.get_product_class().track_stock:
        services.stock_set(product=product, num_in_stock=int(row["stock"] or 0))


def seed_sales_points(photos: PhotoBook, communes: Communes) -> None:
    for row in rows("sales_points.csv"):
        values = {key: row[key] for key in row if key not in {"commune", "province", "lat", "lng", "picture"}}
        services.sales_point_save(
            sales_point=SalesPoint.objects.filter(slug=row["slug"]).first(),
            commune=communes.get(row["commune"], row["province"]),
            latitude=float(row["lat"]) if row["lat"] else None,
            longitude=float(row["lng"]) if row["lng"] else None,
            photo=photos.get(row["picture"]),
            is_sample=True,
            **values,
        )

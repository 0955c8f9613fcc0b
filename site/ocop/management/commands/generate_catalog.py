"""`manage.py generate_catalog 20000`: many plausible products, for measuring. Not part of the sample shop."""

import random
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from oscar.apps.catalogue.models import ProductCategory

from catalog.certification.models import VALIDITY_MONTHS, Authority, Certificate, Decision
from catalog.clock import add_months, today
from catalog.groups.models import CriteriaSet
from catalog.models import Category, Product, ProductImage
from catalog.partner.models import Partner, StockRecord
from catalog.photos.models import Photo
from catalog.places.models import AdminUnit
from catalog.producers.models import Producer, ProducerKind
from catalog.services import product_class_for

GOODS = ("Nước mắm", "Trà shan tuyết", "Mật ong", "Gạo nếp", "Miến dong", "Bánh tráng", "Cà phê", "Tiêu", "Măng khô")
QUALITIES = ("cốt nhĩ", "thượng hạng", "hữu cơ", "đầu mùa", "truyền thống", "sấy lạnh", "thủ công", "loại một")
PRODUCT_PER_PRODUCER = 2


class Command(BaseCommand):
    help = (
        "Generate that many products with producers, certificates and offers. Deterministic; needs places and groups."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("count", type=int)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        count: int = options["count"]
        dice = random.Random(count)  # noqa: S311  no secret hangs on it
        producers = self._producers(max(count // PRODUCT_PER_PRODUCER, 1), dice)
        products = self._products(count, producers, dice)
        self._offers(products, dice)
        self._certificates(products, dice)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # the planner knows nothing of rows that came in one transaction
        self.stdout.write(f"{len(products)} products of {len(producers)} producers")

    def _producers(self, count: int, dice: random.Random) -> list[Producer]:
        communes = list(AdminUnit.objects.communes().current())
        kinds = [kind.value for kind in ProducerKind]
        producers = Producer.objects.bulk_create(
            Producer(
                name=f"Hợp tác xã mẫu số {number}", short_name=f"HTX mẫu số {number}", slug=f"htx-mau-so-{number}",
                kind=dice.choice(kinds), commune=dice.choice(communes), is_sample=True,
            )
            for number in range(count)
        )  # fmt: skip
        Partner.objects.bulk_create(
            Partner(name=producer.short_name, code=producer.slug, producer=producer, commune_id=producer.commune_id)
            for producer in producers
        )
        return producers

    def _products(self, count: int, producers: list[Producer], dice: random.Random) -> list[Product]:
        sets = list(CriteriaSet.objects.exclude(group__key__in=["II", "V", "VI"]))
        goods = product_class_for("parcel")
        products = Product.objects.bulk_create(
            [
                Product(
                    title=f"{dice.choice(GOODS)} {dice.choice(QUALITIES)} số {number}",
                    slug=f"san-pham-mau-so-{number}",
                    product_class=goods, producer=producers[number % len(producers)], criteria_set=dice.choice(sets),
                    net_content=dice.choice([100, 250, 500]), net_unit="g", ship_weight_g=600, is_sample=True,
                )
                for number in range(count)
            ],
            batch_size=500,
        )  # fmt: skip
        self._shelve(products, dice)
        return products

    def _shelve(self, products: list[Product], dice: random.Random) -> None:
        categories = list(Category.objects.exclude(slug="ruou"))
        photos = list(Photo.objects.filter(product_images__isnull=False).distinct()[:50])
        ProductCategory.objects.bulk_create(
            [ProductCategory(product=product, category=dice.choice(categories)) for product in products],
            batch_size=2000,
        )
        ProductImage.objects.bulk_create(
            [ProductImage(product=product, photo=dice.choice(photos)) for product in products if photos],
            batch_size=2000,
        )

    def _offers(self, products: list[Product], dice: random.Random) -> None:
        partners = {partner.producer_id: partner for partner in Partner.objects.exclude(producer=None)}
        StockRecord.objects.bulk_create(
            [
                StockRecord(
                    product=product, partner=partners[product.producer_id], partner_sku=product.slug,
                    price=dice.randrange(20, 900) * 1000, num_in_stock=dice.choice([0, 5, 40, 200]),
                )
                for product in products
            ],
            batch_size=1000,
        )  # fmt: skip

    def _certificates(self, products: list[Product], dice: random.Random) -> None:
        authority, _new = Authority.objects.get_or_create(
            key="ubnd-mau", defaults={"name": "UBND tỉnh Mẫu", "level": Authority.Level.PROVINCE}
        )
        decisions = [
            Decision.objects.create(
                number=f"MẪU-{number}/QĐ-UBND", authority=authority, signed_on=today() - timedelta(days=number * 30)
            )
            for number in range(1, 42)
        ]
        Certificate.objects.bulk_create(
            [self._certificate(product, dice.choice(decisions), dice) for product in products], batch_size=1000
        )

    def _certificate(self, product: Product, decision: Decision, dice: random.Random) -> Certificate:
        return Certificate(
            product=product, number=f"MẪU-S{product.pk}", status=Certificate.Status.RECOGNIZED, decision=decision,
            ocop_star=dice.choices([3, 4, 5], [72, 23, 5])[0], issued_on=decision.signed_on,
            expires_on=add_months(decision.signed_on, VALIDITY_MONTHS), product_name=product.title,
            producer_name="HTX mẫu", is_sample=True,
        )  # fmt: skip

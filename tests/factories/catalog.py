"""Factories of the catalog."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import factory
from django.core.files.images import ImageFile
from PIL import Image

from catalog.certification.models import VALIDITY_MONTHS, Authority, Certificate, Decision
from catalog.clock import add_months, today
from catalog.groups.models import CriteriaSet, CriteriaVersion, ProductGroup
from catalog.models import Category, Product
from catalog.partner.models import StockRecord
from catalog.photos.models import Photo
from catalog.places.models import AdminUnit, Level
from catalog.producers.models import Producer, ProducerKind
from catalog.sales_points.models import SalesPoint, SalesPointKind
from catalog.services import partner_ensure, product_class_for
from catalog.vietnamese import slugify
from storefront.accounts.models import User


class UserFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"user{n}@example.com")
    first_name = "Người dùng"

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        password = kwargs.pop("password", None)
        user = model_class(**kwargs)
        user.set_password(password)
        user.save()
        return user


class ProvinceFactory(factory.django.DjangoModelFactory[AdminUnit]):
    class Meta:
        model = AdminUnit

    level = Level.PROVINCE
    code = factory.Sequence(lambda n: f"P{n}")
    name = factory.Sequence(lambda n: f"Tỉnh Mẫu {n}")
    full_name = factory.LazyAttribute(lambda unit: f"Tỉnh {unit.name}")
    slug = factory.LazyAttribute(lambda unit: slugify(unit.name))
    folded_path = factory.LazyAttribute(lambda unit: f" {slugify(unit.full_name).replace('-', ' ')}")


class CommuneFactory(ProvinceFactory):
    level = Level.COMMUNE
    code = factory.Sequence(lambda n: f"C{n}")
    name = factory.Sequence(lambda n: f"Xã Mẫu {n}")
    full_name = factory.LazyAttribute(lambda unit: f"Xã {unit.name}")
    parent = factory.SubFactory(ProvinceFactory)
    folded_path = factory.LazyAttribute(
        lambda unit: f" {slugify(unit.full_name).replace('-', ' ')}{unit.parent.folded_path}"
    )


class PhotoFactory(factory.django.DjangoModelFactory[Photo]):
    class Meta:
        model = Photo

    title = factory.Sequence(lambda n: f"photo-{n}.png")
    description = "Một bức tranh"
    description_en = "A picture"
    is_illustration = True
    width = 8
    height = 10

    @factory.lazy_attribute
    def file(self) -> ImageFile:
        content = BytesIO()
        Image.new("RGB", (8, 10), "white").save(content, "PNG")
        return ImageFile(content, name="photo.png")


class ProducerFactory(factory.django.DjangoModelFactory[Producer]):
    class Meta:
        model = Producer

    name = factory.Sequence(lambda n: f"Hợp tác xã Mẫu {n}")
    short_name = factory.Sequence(lambda n: f"HTX Mẫu {n}")
    slug = factory.Sequence(lambda n: f"htx-mau-{n}")
    kind = ProducerKind.COOPERATIVE
    commune = factory.SubFactory(CommuneFactory)
    phone = "0236 000 0000"


class CriteriaSetFactory(factory.django.DjangoModelFactory[CriteriaSet]):
    class Meta:
        model = CriteriaSet
        django_get_or_create = ("version", "key")

    key = "I.4.a"
    number = 9
    name = "Tương, nước mắm, gia vị dạng lỏng khác"
    name_en = "Fish sauce"

    @factory.lazy_attribute
    def version(self) -> CriteriaVersion:
        return CriteriaVersion.objects.get_or_create(
            code="148-2023",
            defaults={
                "legal_act": "Quyết định 148/QĐ-TTg", "valid_from": date(2023, 2, 24),
                "max_a": 40, "max_b": 25, "max_c": 35,
            },
        )[0]  # fmt: skip

    @factory.lazy_attribute
    def group(self) -> ProductGroup:
        return ProductGroup.objects.get_or_create(
            key="I",
            defaults={
                "slug": "thuc-pham", "name": "Thực phẩm", "name_en": "Food",
                "short_name": "Thực phẩm", "short_name_en": "Food",
            },
        )[0]  # fmt: skip


class CategoryFactory(factory.django.DjangoModelFactory[Category]):
    class Meta:
        model = Category

    name = factory.Sequence(lambda n: f"Nhóm hàng {n}")
    slug = factory.Sequence(lambda n: f"nhom-hang-{n}")

    @classmethod
    def _create(cls, model_class: type[Category], *args: Any, **kwargs: Any) -> Category:
        parent = kwargs.pop("parent", None)
        return parent.add_child(**kwargs) if parent else model_class.add_root(**kwargs)


class DecisionFactory(factory.django.DjangoModelFactory[Decision]):
    class Meta:
        model = Decision

    number = factory.Sequence(lambda n: f"MẪU-{n}/QĐ-UBND")
    signed_on = factory.LazyFunction(lambda: today() - timedelta(days=100))
    is_sample = True

    @factory.lazy_attribute
    def authority(self) -> Authority:
        return Authority.objects.get_or_create(
            key="ubnd-mau", defaults={"name": "UBND tỉnh Mẫu", "level": Authority.Level.PROVINCE}
        )[0]


class CertificateFactory(factory.django.DjangoModelFactory[Certificate]):
    class Meta:
        model = Certificate

    product = factory.SubFactory("tests.factories.ProductFactory")
    number = factory.Sequence(lambda n: f"MẪU-{n:04}")
    status = Certificate.Status.RECOGNIZED
    ocop_star = 4
    decision = factory.SubFactory(DecisionFactory)
    issued_on = factory.LazyAttribute(lambda certificate: certificate.decision.signed_on)
    expires_on = factory.LazyAttribute(lambda certificate: add_months(certificate.issued_on, VALIDITY_MONTHS))
    product_name = factory.LazyAttribute(lambda certificate: certificate.product.title)
    producer_name = "HTX Mẫu"
    is_sample = True


class ProductFactory(factory.django.DjangoModelFactory[Product]):
    """Options beside the fields: `ocop_star` adds a valid certificate, `price` and `stock` an offer."""

    class Meta:
        model = Product
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Nước mắm mẫu {n}")
    slug = factory.Sequence(lambda n: f"nuoc-mam-mau-{n}")
    producer = factory.SubFactory(ProducerFactory)
    criteria_set = factory.SubFactory(CriteriaSetFactory)
    shipping_class = "parcel"
    net_content = 500
    net_unit = "ml"
    ship_weight_g = 900
    is_sample = True

    @classmethod
    def _create(cls, model_class: type[Product], *args: Any, **kwargs: Any) -> Product:
        star, price, stock = kwargs.pop("ocop_star", None), kwargs.pop("price", None), kwargs.pop("stock", 10)
        if not kwargs.get("parent"):
            kwargs.setdefault("product_class", product_class_for(kwargs["shipping_class"]))
        else:
            kwargs["structure"] = Product.CHILD
        product = model_class(**kwargs)
        product.save()
        if star:
            CertificateFactory(product=product, ocop_star=star)
        if price:
            offer(product, price, stock)
        return product


def offer(product: Product, price: int, stock: int) -> StockRecord:
    """Put a product on sale by its producer, or by the producer of its parent."""
    producer = product.producer or product.parent.producer
    return StockRecord.objects.create(
        product=product,
        partner=partner_ensure(producer=producer),
        partner_sku=product.slug,
        price=price,
        num_in_stock=stock,
    )


class SalesPointFactory(factory.django.DjangoModelFactory[SalesPoint]):
    class Meta:
        model = SalesPoint

    name = factory.Sequence(lambda n: f"Điểm bán mẫu {n}")
    slug = factory.Sequence(lambda n: f"diem-ban-mau-{n}")
    kind = SalesPointKind.OCOP_CENTER
    address = "Số 1 đường Mẫu"
    commune = factory.SubFactory(CommuneFactory)

"""The shapes of the answers. Names follow the glossary; money is whole đồng, days are days in Vietnam."""

from datetime import date
from typing import Literal

from ninja import Field, Schema


class Error(Schema):
    detail: str


class Problem(Schema):
    type: str
    loc: list[str | int] = Field(description="Where it is: `query` and the name of the parameter.")
    msg: str


class Problems(Schema):
    """What is wrong with each parameter that is unknown or cannot be understood."""

    detail: list[Problem]


class ProducerRef(Schema):
    slug: str
    name: str


class Certificate(Schema):
    """The newest recognition of a product, whatever became of it."""

    number: str
    state: Literal["active", "expiring", "expired", "suspended", "revoked"]
    expires_on: date


class Product(Schema):
    slug: str
    title: str
    title_en: str
    url: str = Field(description="The page of the product.")
    gtin: str | None = Field(description="14 digits, null if the producer has no GTIN or each size has its own.")
    ocop_star: int | None = Field(description="3 to 5 while the certificate is valid today, otherwise null.")
    certificate: Certificate | None
    price: int | None = Field(description="Whole đồng, VAT included; that of the default size where there are several.")
    in_stock: bool
    producer: ProducerRef | None
    province: str | None = Field(description="The province of today.")
    group: str | None = Field(description="One of the six product groups.")


class ProductPage(Schema):
    total: int
    page: int
    results: list[Product]


class Producer(Schema):
    slug: str
    name: str
    name_en: str
    kind: str
    url: str
    commune: str
    province: str
    product_count: int


class ProducerPage(Schema):
    total: int
    page: int
    results: list[Producer]


class FormerUnit(Schema):
    """A unit that became this one."""

    name: str = Field(description="With its district and province of then.")
    kind: Literal["whole", "part"]
    effective_on: date


class PlaceRef(Schema):
    slug: str
    name: str


class Place(Schema):
    level: Literal["province", "commune"]
    code: str = Field(description="The official code of today. Codes were reused: it is no key.")
    slug: str
    name: str
    full_name: str
    name_en: str
    province: PlaceRef | None
    former: list[FormerUnit]


class PlacePage(Schema):
    total: int
    page: int
    results: list[Place]


REFUSALS: dict[int, type[Schema]] = {404: Error, 422: Problems}

"""Rows for tests, valid by themselves. `ProductFactory(ocop_star=4, price=1000)` has a certificate and an offer."""

from .catalog import (
    CategoryFactory,
    CertificateFactory,
    CommuneFactory,
    CriteriaSetFactory,
    DecisionFactory,
    PhotoFactory,
    ProducerFactory,
    ProductFactory,
    ProvinceFactory,
    SalesPointFactory,
    UserFactory,
    offer,
)

__all__ = [
    "CategoryFactory",
    "CertificateFactory",
    "CommuneFactory",
    "CriteriaSetFactory",
    "DecisionFactory",
    "PhotoFactory",
    "ProducerFactory",
    "ProductFactory",
    "ProvinceFactory",
    "SalesPointFactory",
    "UserFactory",
    "offer",
]

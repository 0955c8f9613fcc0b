"""The rows of a new order. Only `services.order_place` calls these, inside its transaction."""

import secrets
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.sites.models import Site
from django.utils import timezone
from oscar.apps.address.models import Country
from oscar.apps.order.models import OrderDiscount

from catalog.places.models import AdminUnit
from storefront.accounts.models import User
from storefront.basket.models import Basket
from storefront.basket.selectors import BasketLine
from storefront.gateways.port import Gateway

from .models import Consignment, ConsignmentEvent, DeclaredBy, Line, Order, ParcelStatus, ShippingAddress
from .quotes import Quote, QuotedParcel
from .snapshots import line_columns


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets it and where. `phone` is E.164; the commune is one of today with its province loaded."""

    name: str
    phone: str
    street: str
    commune: AdminUnit
    email: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the buyer agreed to, besides the sums: the code of the way to pay, the terms, the language of letters."""

    payment_method: str
    terms_version: str
    language: str
    user: User | None


def create_order(number: str, basket: Basket, recipient: Recipient, priced: Quote, agreed: Agreement) -> Order:
    now = timezone.now()
    order: Order = Order.objects.create(
        number=number,
        site=Site.objects.get_current(),
        basket=basket,
        user=agreed.user,
        currency="VND",
        total_incl_tax=_amount(priced.total),
        total_excl_tax=_amount(priced.total),
        shipping_incl_tax=_amount(priced.shipping),
        shipping_excl_tax=_amount(priced.shipping),
        shipping_method="Giao tận nơi",
        shipping_code="home",
        shipping_address=_create_address(recipient),
        guest_email=recipient.email,
        status="placed",
        date_placed=now,
        phone=recipient.phone,
        access_key=secrets.token_urlsafe(18),
        language=agreed.language,
        payment_method=agreed.payment_method,
        terms_version=agreed.terms_version,
        terms_accepted_at=now,
    )
    return order


def _amount(dong: int) -> Decimal:
    """Whole đồng for a decimal column. Raises `ValueError` for a fraction: no total may hide one."""
    amount = Decimal(dong)
    if amount != amount.to_integral_value() or amount < 0:
        raise ValueError(f"{dong} is no whole amount of đồng")
    return amount


def _create_address(recipient: Recipient) -> ShippingAddress:
    country, _created = Country.objects.get_or_create(
        iso_3166_1_a2="VN",
        defaults={
            "iso_3166_1_a3": "VNM", "iso_3166_1_numeric": "704", "printable_name": "Việt Nam", "name": "Việt Nam",
            "is_shipping_country": True,
        },
    )  # fmt: skip
    province = recipient.commune.parent
    address: ShippingAddress = ShippingAddress.objects.create(
        first_name=recipient.name,
        line1=recipient.street,
        line3=recipient.commune.full_name,
        line4=province.full_name if province else "",
        country=country,
        phone_number=recipient.phone,
        notes=recipient.note,
        commune_code=recipient.commune.code,
        province_code=province.code if province else "",
        places_version=_places_version(recipient.commune),
    )
    return address


def _places_version(commune: AdminUnit) -> str:
    since = f" ({commune.valid_from:%Y-%m-%d})" if commune.valid_from else ""
    return f"{commune.legal_act}{since}"


def create_consignment(order: Order, quoted: QuotedParcel, method: Gateway) -> None:
    parcel = quoted.parcel
    consignment = Consignment.objects.create(
        order=order,
        partner=parcel.partner,
        number=parcel.number,
        partner_name=parcel.name,
        ships_from=parcel.ships_from,
        zone=quoted.zone,
        weight_g=parcel.weight_g,
        goods_total=parcel.goods,
        shipping_fee=quoted.fee,
        cod_amount=method.amount_on_delivery(quoted.total),
        expected_from=quoted.arrives.first,
        expected_to=quoted.arrives.last,
    )
    ConsignmentEvent.objects.create(
        consignment=consignment,
        status=ParcelStatus.PLACED,
        declared_by=DeclaredBy.BUYER,
        happened_at=order.date_placed,
    )
    for line in parcel.lines:
        _create_line(consignment, line)


def _create_line(consignment: Consignment, line: BasketLine) -> None:
    price, total, full = _amount(line.price), _amount(line.total), _amount(line.price * line.quantity)
    Line.objects.create(
        order=consignment.order,
        consignment=consignment,
        partner=consignment.partner,
        partner_name=consignment.partner_name,
        partner_sku=line.product.slug[:128],
        stockrecord_id=line.stockrecord_id,
        product=line.product,
        title=line.product.get_title(),
        upc=line.product.upc,
        quantity=line.quantity,
        line_price_incl_tax=total,
        line_price_excl_tax=total,
        line_price_before_discounts_incl_tax=full,
        line_price_before_discounts_excl_tax=full,
        unit_price_incl_tax=price,
        unit_price_excl_tax=price,
        status="placed",
        num_allocated=line.quantity,
        **line_columns(line),
    )


def record_discounts(order: Order, basket: Basket) -> None:
    for entry in basket.offer_applications:
        if not entry["result"].affects_shipping:
            OrderDiscount.objects.create(
                order=order,
                offer_id=entry["offer"].pk,
                offer_name=entry["offer"].name,
                frequency=entry["freq"],
                amount=entry["discount"],
                message=entry.get("message") or "",
            )

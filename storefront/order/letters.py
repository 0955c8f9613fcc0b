"""Letters about orders, in the language in which the order was placed. Sending queues them in the database."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog.money import dong
from catalog.places.selectors import path_of_names

from .amounts import order_amounts
from .models import Consignment, Order


def order_url(order: Order) -> str:
    """The order's own unguessable page, in the active language, with host."""
    path = reverse("storefront:order_detail", kwargs={"number": order.number, "key": order.access_key})
    return f"{settings.BASE_URL}{path}"


def send_order_cancelled(order: Order, reason: str = "") -> None:
    """Nothing comes and nothing is to pay; nothing is sent without an address."""
    with translation.override(order.language):
        subject = _("Order {number} is cancelled").format(number=order.number)
        says = [pgettext("letter", "Nothing comes, and there is nothing to pay."), *_because(reason)]
        _send_news(order, subject, says)


def send_parcel_cancelled(consignment: Consignment, reason: str = "") -> None:
    """One parcel does not come; what is to pay for others that still come. Nothing is sent without an address."""
    order = consignment.order
    with translation.override(order.language):
        subject = _("Order {number}: the parcel of {name} is cancelled").format(
            number=order.number, name=consignment.partner_name
        )
        says = [pgettext("letter", "This parcel does not come and is not paid."), *_because(reason)]
        if due := order_amounts(order).due:
            says.append(pgettext("letter", "For what still comes you pay {due} on delivery.").format(due=dong(due)))
        _send_news(order, subject, says, consignment)


def _because(reason: str) -> list[str]:
    return [_("Reason: {reason}.").format(reason=reason.rstrip(". "))] if reason else []


def send_parcel_dispatched(consignment: Consignment) -> None:
    """A parcel has left, with what is to pay; nothing is sent without an address."""
    order = consignment.order
    with translation.override(order.language):
        subject = _("Order {number}: the parcel of {name} is on its way").format(
            number=order.number, name=consignment.partner_name
        )
        amount = dong(consignment.cod_amount)
        says = pgettext("letter", "You pay {amount} to the carrier.").format(amount=amount)
        _send_news(order, subject, [says], consignment)


def _send_news(order: Order, subject: str, says: list[str], consignment: Consignment | None = None) -> None:
    if not order.guest_email:
        return
    context = {
        "name": order.shipping_address.first_name if order.shipping_address else "",
        "subject": subject,
        "says": " ".join(says),
        "is_sample": _is_sample(order),
        "contents": [f"{line.shown_title} × {line.quantity}" for line in consignment.lines.all()]
        if consignment
        else [],
        "tracking_number": consignment.tracking_number if consignment else "",
        "url": order_url(order),
    }
    body = render_to_string("storefront/mail/order_news.txt", context)
    EmailMultiAlternatives(subject=subject, body=body, to=[order.guest_email]).send()


def _is_sample(order: Order) -> bool:
    """Whether sample goods are in it, of which nothing is really sent."""
    return any(line.snapshot.get("product", {}).get("is_sample") for line in order.lines.all())


def send_order_placed(order: Order) -> None:
    """Confirmation with everything that was agreed; nothing without an address. Runs inside the placing transaction."""
    if not order.guest_email:
        return
    address = order.shipping_address
    with translation.override(order.language):
        consignments = order.consignments.prefetch_related("lines").order_by("number")
        context = {
            "order": order,
            "address": address,
            "deliver_to": path_of_names(address.line3, address.line4, after=address.line1) if address else "",
            "consignments": consignments,
            "url": order_url(order),
            "is_sample": _is_sample(order),
            "total": dong(order.total_incl_tax),
        }
        letter = EmailMultiAlternatives(
            subject=_("Order {number}: {total} on delivery").format(number=order.number, total=context["total"]),
            body=render_to_string("storefront/mail/order_placed.txt", context),
            to=[order.guest_email],
        )
        letter.attach_alternative(render_to_string("storefront/mail/order_placed.html", context), "text/html")
        letter.send()

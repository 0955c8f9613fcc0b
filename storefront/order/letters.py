"""Letters about orders, in the language in which the order was placed. Sending queues them in the database."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from catalog.money import dong
from catalog.places.selectors import path_of_names

from .models import Order


def order_url(order: Order) -> str:
    """The order's own unguessable page, in the active language, with host."""
    path = reverse("storefront:order_detail", kwargs={"number": order.number, "key": order.access_key})
    return f"{settings.BASE_URL}{path}"


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
            "total": dong(order.total_incl_tax),
        }
        letter = EmailMultiAlternatives(
            subject=_("Order {number}: {total} on delivery").format(number=order.number, total=context["total"]),
            body=render_to_string("storefront/mail/order_placed.txt", context),
            to=[order.guest_email],
        )
        letter.attach_alternative(render_to_string("storefront/mail/order_placed.html", context), "text/html")
        letter.send()

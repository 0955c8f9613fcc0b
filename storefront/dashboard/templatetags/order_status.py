"""States of orders in the words of the page, and the steps from there."""

from django import template

from storefront.order.steps import parcel_steps
from storefront.order.wording import order_status_label

register = template.Library()

register.filter("status_label", order_status_label)
register.filter("parcel_steps", parcel_steps)

"""States of orders in the words of the page, the steps from there, and the sums of what was not called off."""

from django import template

from storefront.order.amounts import order_amounts
from storefront.order.steps import parcel_end, parcel_steps
from storefront.order.wording import order_status_label

register = template.Library()

register.filter("status_label", order_status_label)
register.filter("parcel_steps", parcel_steps)
register.filter("parcel_end", parcel_end)
register.filter("order_amounts", order_amounts)

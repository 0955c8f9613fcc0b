"""What the Wagtail admin learns from us. Registrations only; what they show is in `office` and `choosers`."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSetGroup

from content.choosers import commune_chooser, producer_chooser, product_chooser
from content.office.menu import DashboardMenuItem, hide_for_editors
from content.office.offers import offers
from content.office.producers import ProducerViewSet
from content.office.products import ProductViewSet
from content.office.sales_points import SalesPointViewSet


class OfficeGroup(ModelViewSetGroup):
    menu_label = _("OCOP office")
    menu_icon = "clipboard-list"
    menu_order = 150
    items = (ProducerViewSet, ProductViewSet, SalesPointViewSet)


@hooks.register("register_admin_viewset")
def register_choosers() -> list[ViewSet]:
    return [product_chooser, producer_chooser, commune_chooser]


@hooks.register("register_admin_viewset")
def register_office() -> OfficeGroup:
    return OfficeGroup()


@hooks.register("register_admin_urls")
def register_offers() -> list[URLPattern]:
    return [path("products/<int:product_id>/offers/", offers, name="office_offers")]


@hooks.register("register_admin_menu_item")
def register_dashboard() -> MenuItem:
    return DashboardMenuItem(_("Orders"), reverse("dashboard:index"), icon_name="form", order=160)


@hooks.register("construct_main_menu")
def hide_items(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    menu_items[:] = hide_for_editors(request, menu_items)

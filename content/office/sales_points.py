"""Sales points: where OCOP goods are sold over the counter."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from catalog.cards import short_place
from catalog.sales_points.models import SalesPoint
from catalog.services import sales_point_save

from .saving import ServiceCreateView, ServiceEditView
from .wording import OfficeForm, YesNoColumn, slug_panel


class SalesPointIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[SalesPoint]:
        points: QuerySet[SalesPoint] = super().get_base_queryset()
        return points.select_related("commune__parent")


class SalesPointCreateView(ServiceCreateView):
    def write(self, values: dict[str, Any]) -> SalesPoint:
        return sales_point_save(**values)


class SalesPointEditView(ServiceEditView):
    def write(self, values: dict[str, Any]) -> SalesPoint:
        return sales_point_save(sales_point=self.object, **values)


class SalesPointViewSet(ModelViewSet):
    model = SalesPoint
    icon = "site"
    menu_label = _("Sales points")
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = SalesPointIndexView
    add_view_class = SalesPointCreateView
    edit_view_class = SalesPointEditView
    list_display: ClassVar = [
        "name",
        Column("place", label=_("Place"), accessor=lambda point: short_place(point.commune)),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        YesNoColumn("is_published", label=_("Published")),
    ]
    list_filter: ClassVar = ["kind", "is_published"]
    search_fields: ClassVar = ["name", "name_en", "address"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("name_en"),
                    slug_panel(),
                    FieldPanel("kind"),
                ],
                _("Name"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("address"),
                    FieldPanel("commune"),
                    FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                ],
                _("Place"),
            ),
            MultiFieldPanel(
                [FieldPanel("opening_hours"), FieldPanel("operator"), FieldPanel("phone")], _("Opening hours")
            ),
            MultiFieldPanel(
                [FieldPanel("description"), FieldPanel("description_en"), FieldPanel("photo")], _("Text and photo")
            ),
            FieldPanel("is_published"),
        ],
        base_form_class=OfficeForm,
    )

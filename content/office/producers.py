"""Producers: facts, legal identity, place."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from catalog.cards import short_place
from catalog.producers.models import Producer
from catalog.services import producer_create, producer_update

from .saving import FoldedIndexView, ServiceCreateView, ServiceEditView
from .wording import OfficeForm, YesNoColumn, slug_panel


class ProducerIndexView(FoldedIndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("commune__parent")


class ProducerCreateView(ServiceCreateView):
    def write(self, values: dict[str, Any]) -> Producer:
        return producer_create(**values)


class ProducerEditView(ServiceEditView):
    def write(self, values: dict[str, Any]) -> Producer:
        return producer_update(producer=self.object, **values)


_FACTS: list[Panel] = [
    MultiFieldPanel(
        [
            FieldPanel("name"),
            FieldPanel("short_name"),
            FieldPanel("name_en"),
            slug_panel(),
            FieldPanel("kind"),
        ],
        _("Names"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("address"),
            FieldPanel("commune"),
            FieldPanel("former_address"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        ],
        _("Place"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("founded_year"),
            FieldPanel("members"),
            FieldPanel("capacity"),
            FieldPanel("capacity_en"),
            FieldPanel("summary"),
            FieldPanel("summary_en"),
            FieldPanel("photo"),
        ],
        _("Facts"),
    ),
    MultiFieldPanel(
        [FieldPanel("opening_hours"), FieldPanel("visiting"), FieldPanel("visiting_en"), FieldPanel("phone")],
        _("Visiting"),
    ),
    FieldPanel("is_published"),
]
_LEGAL: list[Panel] = [
    FieldPanel("legal_name"),
    FieldPanel("representative"),
    FieldPanel("registration_number"),
    FieldRowPanel([FieldPanel("registered_on"), FieldPanel("registered_at")]),
    FieldPanel("tax_code", help_text=_("Never shown in public: a household's is a citizen's ID number.")),
    FieldPanel("email"),
]


class ProducerViewSet(ModelViewSet):
    model = Producer
    icon = "group"
    menu_label = pgettext_lazy("for staff", "Producers")
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = ProducerIndexView
    add_view_class = ProducerCreateView
    edit_view_class = ProducerEditView
    list_display: ClassVar = [
        "short_name",
        Column("place", label=_("Place"), accessor=lambda producer: short_place(producer.commune)),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        YesNoColumn("is_published", label=_("Published")),
    ]
    list_filter: ClassVar = ["kind", "is_published"]
    ordering: ClassVar = ["folded", "pk"]
    search_fields: ClassVar = ["folded"]
    edit_handler = TabbedInterface(
        [ObjectList(_FACTS, _("Facts")), ObjectList(_LEGAL, _("Legal identity"))], base_form_class=OfficeForm
    )

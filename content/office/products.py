"""Products: what the label and the page say. Price and stock have a screen of their own (`offers`)."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.images.widgets import AdminImageChooser

from catalog.models import Category, Product
from catalog.money import dong
from catalog.photos.models import Photo
from catalog.services import product_class_for, product_create, product_update

from .saving import FoldedIndexView, ServiceCreateView, ServiceEditView
from .wording import OfficeForm, YesNoColumn

PHOTO_FIELDS = ("photo_1", "photo_2", "photo_3", "photo_4", "photo_5", "photo_6", "photo_7", "photo_8")
FEWEST_PHOTO_FIELDS = 4


def _photo_field(number: int) -> forms.ModelChoiceField:
    label = format_lazy(_("Photo {number}"), number=number)
    return forms.ModelChoiceField(queryset=Photo.objects.all(), widget=AdminImageChooser(), required=False, label=label)


class ProductForm(OfficeForm):
    """The model's fields, its shopper categories and its photos in order.

    A photo has a field of its own, and one is free, up to eight; photos behind these stay as they are."""

    told: ClassVar[dict[str, Any]] = {
        **OfficeForm.told,
        "season": _("Enter twelve digits, January first: 0 none, 1 some, 2 main. Leave it empty for all year."),
    }
    categories = forms.ModelMultipleChoiceField(
        queryset=Category.objects.all(), widget=forms.CheckboxSelectMultiple, label=_("Shopper categories")
    )
    photo_1 = _photo_field(1)
    photo_2 = _photo_field(2)
    photo_3 = _photo_field(3)
    photo_4 = _photo_field(4)
    photo_5 = _photo_field(5)
    photo_6 = _photo_field(6)
    photo_7 = _photo_field(7)
    photo_8 = _photo_field(8)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = True
        self.fields["producer"].required = True
        photos: list[Photo] = []
        if self.instance.pk:
            self.initial["categories"] = list(self.instance.categories.all())
            photos = photos_of(self.instance)
            self.initial.update(zip(PHOTO_FIELDS, photos, strict=False))
        for name in PHOTO_FIELDS[max(FEWEST_PHOTO_FIELDS, len(photos) + 1) :]:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Oscar's own check of a product asks for its class, which follows from how it travels."""
        cleaned: dict[str, Any] = super().clean()
        if not self.instance.product_class_id and cleaned.get("shipping_class"):
            self.instance.product_class = product_class_for(cleaned["shipping_class"])
        return cleaned

    def clean_upc(self) -> str | None:
        """Empty means none: two products without a GTIN must not collide."""
        return self.cleaned_data["upc"] or None


def photos_of(product: Product) -> list[Photo]:
    """All photos of a product in their order."""
    return [image.photo for image in product.images.select_related("photo")]


def service_values(values: dict[str, Any], further: list[Photo] | None = None) -> dict[str, Any]:
    """The form's values as the services take them: the photos as one list, `further` those that have no field."""
    photos = [photo for name in PHOTO_FIELDS if (photo := values.pop(name, None))]
    return {**values, "categories": list(values["categories"]), "photos": [*photos, *(further or [])]}


class ProductIndexView(FoldedIndexView):
    def get_base_queryset(self) -> QuerySet[Product]:
        products: QuerySet[Product] = Product.objects.exclude(structure="child").with_offer()
        return products.select_related("producer")

    def get_list_more_buttons(self, instance: Product) -> list[Button]:
        buttons: list[Button] = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            address = reverse("office_offers", args=[instance.pk])
            buttons.append(Button(_("Price and stock"), url=address, icon_name="tag", priority=5))
        return buttons


class ProductCreateView(ServiceCreateView):
    def write(self, values: dict[str, Any]) -> Product:
        return product_create(**service_values(values))

    def get_success_url(self) -> str:
        return reverse("office_offers", args=[self.object.pk])


class ProductEditView(ServiceEditView):
    def write(self, values: dict[str, Any]) -> Product:
        further = photos_of(self.object)[len(PHOTO_FIELDS) :]
        return product_update(product=self.object, **service_values(values, further))


def _producer(product: Product) -> str:
    return product.producer.short_name if product.producer else ""


def _price(product: Any) -> str:
    return dong(product.shown_price) if product.shown_price is not None else "–"


_ABOUT: list[Panel] = [
    MultiFieldPanel(
        [FieldPanel("title"), FieldPanel("title_en"), FieldPanel("slug"), FieldPanel("producer")], _("Name")
    ),
    MultiFieldPanel([FieldPanel("criteria_set"), FieldPanel("categories")], _("Groups")),
    MultiFieldPanel(
        [
            FieldPanel("summary"),
            FieldPanel("summary_en"),
            FieldPanel("description", widget=forms.Textarea),
            FieldPanel("description_en", widget=forms.Textarea),
        ],
        _("Descriptions"),
    ),
    MultiFieldPanel([FieldPanel(name) for name in PHOTO_FIELDS], _("Photos")),
    FieldPanel("is_public"),
]
_LABEL_FIELDS = ("ingredients", "usage", "storage", "warnings", "origin", "shelf_life")
_LABEL: list[Panel] = [
    MultiFieldPanel(
        [
            FieldPanel("upc"),
            FieldRowPanel([FieldPanel("net_content"), FieldPanel("net_unit")]),
            FieldRowPanel([FieldPanel("pack"), FieldPanel("pack_en")]),
            FieldPanel("season"),
        ],
        _("Pack"),
    ),
    *(MultiFieldPanel([FieldPanel(name), FieldPanel(f"{name}_en")]) for name in _LABEL_FIELDS),
    MultiFieldPanel([FieldPanel("is_alcohol"), FieldPanel("abv")], _("Alcohol")),
    MultiFieldPanel([FieldPanel("shipping_class"), FieldPanel("ship_weight_g")], _("Shipping")),
]


class ProductViewSet(ModelViewSet):
    model = Product
    icon = "tag"
    menu_label = _("Products")
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = ProductIndexView
    add_view_class = ProductCreateView
    edit_view_class = ProductEditView
    list_display: ClassVar = [
        "title",
        Column(
            "producer",
            label=pgettext_lazy("for staff", "Producer"),
            accessor=_producer,
        ),
        Column("shown_price", label=_("Price"), accessor=_price),
        Column("net_stock", label=_("In stock"), accessor=lambda p: "–" if p.net_stock is None else p.net_stock),
        YesNoColumn("is_public", label=_("Published")),
    ]
    list_filter: ClassVar = ["is_public", "is_alcohol", "shipping_class"]
    ordering: ClassVar = ["folded", "pk"]
    search_fields: ClassVar = ["folded"]
    edit_handler = TabbedInterface(
        [ObjectList(_ABOUT, _("Product")), ObjectList(_LABEL, _("Label and shipping"))], base_form_class=ProductForm
    )

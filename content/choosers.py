"""Choosing products and producers in the editor: by search over the folded names, with what an editor must know.

Liquor is never offered: whatever an editor can choose may end on a shared page (Law 44/2019/QH14).
"""

from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from catalog.cards import short_place
from catalog.certification.selectors import StarClaim, stars_of
from catalog.models import Product
from catalog.photos.models import Photo
from catalog.places.models import AdminUnit
from catalog.producers.models import Producer
from catalog.vietnamese import fold_words


class FoldedSearchForm(BaseFilterForm):
    """ "nuoc mam" finds "Nước mắm": every word must occur in the folded column."""

    column = "folded"

    q = forms.CharField(
        label=gettext_lazy("Search"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("Name, with or without accents")}),
    )

    def filter(self, objects: QuerySet[Model]) -> QuerySet[Model]:
        self.search_query = self.cleaned_data.get("q") or ""
        self.is_searching = bool(self.search_query)
        for word in fold_words(self.search_query).split():
            objects = objects.filter(**{f"{self.column}__contains": word})
        return objects


class PictureColumn(Column):
    """A small picture, from a size that exists: a chooser makes none."""

    def get_value(self, instance: Any) -> SafeString | str:
        photo: Photo | None = self.accessor(instance) if callable(self.accessor) else None
        if photo is None:
            return ""
        smallest = min(photo.renditions.all(), key=lambda rendition: rendition.width, default=None)
        address = smallest.url if smallest else photo.file.url
        return format_html('<img src="{}" alt="" width="56" height="70" loading="lazy">', address)


def _product_photo(product: Product) -> Photo | None:
    images = list(product.images.all())
    return images[0].photo if images else None


def _producer(product: Product) -> str:
    return product.producer.short_name if product.producer else ""


def star_note(claim: StarClaim | None) -> str:
    """The star in words as the chooser shows it; an expired one says so first."""
    if claim is None:
        return _("no certificate")
    if claim.state == "revoked":
        return _("certificate revoked")
    if not claim.is_valid:
        return _("expired: was {n}-star").format(n=claim.ocop_star)
    return _("{n}-star until {day:%d/%m/%Y}").format(n=claim.ocop_star, day=claim.expires_on)


class _ProductColumns:
    """Columns of the product chooser; the stars of the page of results are read in one query."""

    filter_form_class = FoldedSearchForm

    def get_results_page(self, request: Any) -> Any:
        page = super().get_results_page(request)  # type: ignore[misc]
        self._claims = stars_of(page.object_list)
        return page

    @property
    def columns(self) -> list[Column]:
        return [
            PictureColumn("picture", label=_("Picture"), accessor=_product_photo),
            self.title_column,  # type: ignore[attr-defined]
            Column(
                "producer",
                label=pgettext("for staff", "Producer"),
                accessor=_producer,
            ),
            Column("star", label=_("Star class"), accessor=lambda p: star_note(self._claims.get(p.pk))),
        ]


class ProductChooseView(_ProductColumns, ChooseView):
    pass


class ProductChooseResultsView(_ProductColumns, ChooseResultsView):
    pass


class ProductChosenView(ChosenView):
    """Refuses by address what the list does not offer."""

    def get_object(self, pk: str) -> Product:
        product: Product = Product.objects.shown().get(pk=pk)
        return product


class ProductChosenMultipleView(ChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet[Product]:
        products: QuerySet[Product] = Product.objects.shown().filter(pk__in=pks)
        return products


class ProductChooserViewSet(ChooserViewSet):
    model = Product
    icon = "tag"
    choose_one_text = gettext_lazy("Choose a product")
    choose_another_text = gettext_lazy("Choose another product")
    edit_item_text = gettext_lazy("Edit this product")
    per_page = 12
    choose_view_class = ProductChooseView
    choose_results_view_class = ProductChooseResultsView
    chosen_view_class = ProductChosenView
    chosen_multiple_view_class = ProductChosenMultipleView

    def get_object_list(self) -> QuerySet[Product]:
        products: QuerySet[Product] = (
            Product.objects.shown()
            .select_related("producer")
            .prefetch_related("images__photo__renditions")
            .order_by("folded", "pk")
        )
        return products


class _ProducerColumns:
    filter_form_class = FoldedSearchForm

    @property
    def columns(self) -> list[Column]:
        return [
            PictureColumn("picture", label=_("Picture"), accessor=lambda producer: producer.photo),
            self.title_column,  # type: ignore[attr-defined]
            Column("place", label=_("Place"), accessor=lambda producer: short_place(producer.commune)),
            Column("kind", label=_("Kind"), accessor=lambda producer: producer.get_kind_display()),
        ]


class ProducerChooseView(_ProducerColumns, ChooseView):
    pass


class ProducerChooseResultsView(_ProducerColumns, ChooseResultsView):
    pass


class ProducerChooserViewSet(ChooserViewSet):
    model = Producer
    icon = "group"
    choose_one_text = gettext_lazy("Choose a producer")
    choose_another_text = gettext_lazy("Choose another producer")
    edit_item_text = gettext_lazy("Edit this producer")
    per_page = 12
    choose_view_class = ProducerChooseView
    choose_results_view_class = ProducerChooseResultsView

    def get_object_list(self) -> QuerySet[Producer]:
        return (
            Producer.objects.published()
            .select_related("commune__parent", "photo")
            .prefetch_related("photo__renditions")
            .order_by("folded", "pk")
        )


product_chooser = ProductChooserViewSet("product_chooser", url_prefix="choose/product")
producer_chooser = ProducerChooserViewSet("producer_chooser", url_prefix="choose/producer")


class _CommuneColumns:
    @property
    def columns(self) -> list[Column]:
        return [
            self.title_column,  # type: ignore[attr-defined]
            Column(
                "province", label=_("Province or city"), accessor=lambda unit: unit.parent.name if unit.parent else ""
            ),
        ]


class CommuneSearchForm(FoldedSearchForm):
    """Words of commune and province: "hai chau da nang"."""

    column = "folded_path"


class CommuneChooseView(_CommuneColumns, ChooseView):
    filter_form_class = CommuneSearchForm


class CommuneChooseResultsView(_CommuneColumns, ChooseResultsView):
    filter_form_class = CommuneSearchForm


class CommuneChooserViewSet(ChooserViewSet):
    """Communes of today: nothing new is entered under a name that ended."""

    model = AdminUnit
    icon = "site"
    choose_one_text = gettext_lazy("Choose a commune")
    choose_another_text = gettext_lazy("Choose another commune")
    per_page = 12
    choose_view_class = CommuneChooseView
    choose_results_view_class = CommuneChooseResultsView

    def get_object_list(self) -> QuerySet[AdminUnit]:
        return AdminUnit.objects.communes().current().select_related("parent").order_by("folded", "pk")


commune_chooser = CommuneChooserViewSet("commune_chooser", url_prefix="choose/commune")

"""Products and producers inside an article: chosen by search, shown as cards that know the day's star and price."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import Product
from content.choosers import producer_chooser, product_chooser

_ProductChooserBlock = product_chooser.get_block_class(name="ProductChooserBlock")
_ProducerChooserBlock = producer_chooser.get_block_class(name="ProducerChooserBlock")


class ProductBlock(_ProductChooserBlock):  # type: ignore[misc,valid-type]
    """Accepts what the chooser offers and nothing else: no liquor, no pack sizes."""

    @cached_property
    def field(self) -> forms.ModelChoiceField:
        return forms.ModelChoiceField(
            queryset=Product.objects.shown(),
            widget=self.widget,
            required=self._required,
            validators=self._validators,
            help_text=self._help_text,
        )

    class Meta:
        icon = "tag"
        label = _("Product")


class ProducerBlock(_ProducerChooserBlock):  # type: ignore[misc,valid-type]
    class Meta:
        icon = "group"
        label = pgettext_lazy("for staff", "Producer")

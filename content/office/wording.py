"""What staff read on the office screens where the framework has only words of its own."""

from typing import Any, ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column

# Not “slug”: staff read of addresses.
SLUG_TOLD = _("An address has only letters without diacritics, digits and hyphens, such as nuoc-mam-cua-khe.")


class OfficeForm(WagtailAdminModelForm):
    """What is wrong, in words of the field instead of the framework's."""

    told: ClassVar[dict[str, Any]] = {"slug": SLUG_TOLD}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, sentence in self.told.items():
            self.fields[name].error_messages["invalid"] = sentence


def slug_panel() -> FieldPanel:
    """The column has no name of its own for staff."""
    return FieldPanel("slug", heading=_("Address on the site"))


class YesNoColumn(Column):
    """A fact in a word; Wagtail's own column has a sign whose title is Python's True."""

    def get_value(self, instance: Any) -> str:
        return gettext("yes") if super().get_value(instance) else gettext("no")

"""The parts of a village page that are neither text nor product."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class FactBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("label"), max_length=60)
    value = blocks.CharBlock(label=_("fact"), max_length=200)

    class Meta:
        icon = "info-circle"
        label = _("Fact")


class DayBlock(blocks.StructBlock):
    """See, make, eat, sleep."""

    title = blocks.CharBlock(label=_("title"), max_length=40)
    text = blocks.TextBlock(label=_("text"))
    photo = ImageChooserBlock(label=_("photo"), required=False)

    class Meta:
        icon = "calendar"
        label = _("Part of the day")


class SeasonBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("what there is"), max_length=80)
    months = blocks.CharBlock(
        label=_("months"), validators=[RegexValidator(r"^[012]{12}$", _("Twelve digits of 0, 1 or 2."))],
        help_text=_("Twelve digits, January first: 0 none, 1 some, 2 main."),
    )  # fmt: skip

    class Meta:
        icon = "date"
        label = _("Season")


class ExperienceBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("name"), max_length=120)
    detail = blocks.CharBlock(label=_("duration, number of people, what is included"), max_length=200, required=False)
    price = blocks.IntegerBlock(label=_("price in đồng"), min_value=0, required=False)
    unit = blocks.CharBlock(label=_("per"), max_length=60, required=False, help_text=_("a person, a night"))

    class Meta:
        icon = "tag"
        label = _("Experience")


class FactBlocks(blocks.StreamBlock):
    fact = FactBlock()


class DayBlocks(blocks.StreamBlock):
    part = DayBlock()


class SeasonBlocks(blocks.StreamBlock):
    season = SeasonBlock()


class ExperienceBlocks(blocks.StreamBlock):
    experience = ExperienceBlock()


class PhotoBlocks(blocks.StreamBlock):
    """More pictures of a place, two side by side; the library's alternative text is used."""

    photo = ImageChooserBlock(label=_("photo"))


class MilestoneBlock(blocks.StructBlock):
    """One line of "the years" on a producer's page."""

    year = blocks.IntegerBlock(label=_("year"), min_value=1000, max_value=2999)
    text = blocks.CharBlock(label=_("what happened"), max_length=240)

    class Meta:
        icon = "date"
        label = _("Year")


class MilestoneBlocks(blocks.StreamBlock):
    milestone = MilestoneBlock()

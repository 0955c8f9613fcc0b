"""What stories, news and portraits of producers are made of. How each looks: `templates/content/blocks/<kind>.html`."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.blocks.goods import ProducerBlock, ProductBlock
from content.blocks.pictures import GalleryBlock, PictureBlock

# No italics: the serif has none with Vietnamese letters. No pictures inside text: they have a block with a caption.
TEXT_FEATURES = ["bold", "ol", "ul", "link", "document-link"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("words"))
    who = blocks.CharBlock(label=_("who said it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")


class FigureBlock(blocks.StructBlock):
    """One number that stands out. A figure without a source is an opinion, so the source is required."""

    number = blocks.CharBlock(label=_("number"), max_length=20, help_text=_("Short, with its unit: 5 kg"))
    text = blocks.TextBlock(label=_("what the number says"))
    source = blocks.CharBlock(label=_("source and date"))

    class Meta:
        icon = "decimal"
        label = _("Figure")


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("time and step"), help_text=_("Such as “5:00: picking”."))
    text = blocks.TextBlock(label=_("what happens"), required=False)


class StepsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"))
    steps = blocks.ListBlock(StepBlock(), label=_("steps"), min_num=2)

    class Meta:
        icon = "list-ol"
        label = _("Steps")


class StoryBlocks(blocks.StreamBlock):
    """Body of an article."""

    paragraph = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES, icon="pilcrow")
    heading = blocks.CharBlock(label=_("Heading"), icon="title")
    quote = QuoteBlock()
    figure = FigureBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    steps = StepsBlock()
    product = ProductBlock()
    producer = ProducerBlock()

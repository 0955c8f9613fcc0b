"""What editors choose on the home pages."""

from django.db import transaction
from wagtail.models import Locale

from catalog.models import Product
from content import models
from content.entries import HomeEntry

from .parts import texts_of


def _stories_by_slug(locale: Locale) -> dict[str, models.StoryPage]:
    """Stories by their Vietnamese slug, in that language where they exist in it."""
    pages = models.StoryPage.objects.filter(locale__language_code="vi")
    translated = {page.translation_key: page for page in models.StoryPage.objects.filter(locale=locale)}
    return {page.slug: translated.get(page.translation_key, page) for page in pages}


@transaction.atomic
def home_update(*, entry: HomeEntry) -> None:
    """Set what editors choose on both home pages. English shows the English village, month notes and stories
    where they exist."""
    for language in ("vi", "en"):
        home = models.HomePage.objects.get(locale__language_code=language)
        english = language == "en"
        stories = _stories_by_slug(home.locale)
        home.cover_story = stories.get(entry.cover_story)
        home.cover_product = Product.objects.shown().filter(slug=entry.cover_product).first()
        home.cover_photo = entry.cover_photo
        village = models.VillagePage.objects.filter(slug=entry.village, locale__language_code="vi").first()
        home.village = village.get_translation_or_none(home.locale) or village if village else None
        for name, text in texts_of(entry, ("village_title", "village_text"), english).items():
            setattr(home, name, text)
        notes = entry.month_notes_en if english and entry.month_notes_en else entry.month_notes
        home.month_notes = [models.MonthNote(month=month, text=text) for month, text in sorted(notes.items())]
        home.home_stories = [
            models.HomeStory(story=stories[slug], sort_order=position)
            for position, slug in enumerate(entry.stories)
            if slug in stories
        ]
        home.save_revision().publish()

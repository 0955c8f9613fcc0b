"""The page tree: locales, home and sections in both languages, the site record; and how a page is put into it."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from content import models
from content.sections import SECTIONS
from content.staff import groups_prepare

P = TypeVar("P", bound=Page)

_HOME_SLUGS = {"vi": "trang-chu", "en": "home-en"}
_HOME_TITLES = {"vi": settings.SITE_NAME, "en": "OCOP products of Viet Nam"}
# Page type, key of the section, title in both languages.
_INDEXES: tuple[tuple[type[Page], str, str, str], ...] = (
    (models.StoryIndexPage, "stories", "Câu chuyện", "Stories"),
    (models.VillageIndexPage, "villages", "Làng du lịch", "Travel villages"),
    (models.FairIndexPage, "fairs", "Hội chợ", "Fairs"),
    (models.NewsIndexPage, "news", "Tin tức", "News"),
    (models.DocumentIndexPage, "documents", "Văn bản chương trình", "Program documents"),
    (models.PolicyIndexPage, "policies", "Quy định", "Rules"),
    (models.ProducerIndexPage, "producers", "Nhà sản xuất", "Producers"),
)


@transaction.atomic
def site_prepare() -> models.HomePage:
    """Locales, home and sections in both languages, the site record and the staff's groups. Answers the Vietnamese
    home."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("vi", "en")}
    home = _home(locales["vi"], None)
    english = _home(locales["en"], home)
    _site(home)
    for page_type, key, title, title_en in _INDEXES:
        index = _index(page_type, home, key, title, None)
        _index(page_type, english, key, title_en, index)
    groups_prepare()
    return home


def _home(locale: Locale, original: models.HomePage | None) -> models.HomePage:
    code = locale.language_code
    home = models.HomePage.objects.filter(locale=locale).first()
    if home is None:
        home = models.HomePage(title=_HOME_TITLES[code], slug=_HOME_SLUGS[code], locale=locale)
        page_publish(home, Page.get_first_root_node(), original)
    return home


def _site(home: models.HomePage) -> None:
    """Point the default site at our home, under the public address, and drop Wagtail's welcome page."""
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    name = settings.SITE_NAME
    values = {"hostname": address.hostname or "localhost", "port": port, "root_page": home, "site_name": name}
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    for name, value in values.items():
        setattr(site, name, value)
    site.save()
    if welcome and welcome.specific_class is Page and not welcome.get_children().exists():
        welcome.delete()


def _index(page_type: type[P], home: models.HomePage, key: str, title: str, original: P | None) -> P:
    found: P | None = page_type.objects.child_of(home).first()
    if found is None:
        found = page_type(title=title, slug=_section_slug(key, english=original is not None), locale=home.locale)
        page_publish(found, home, original)
    return found


def _section_slug(key: str, *, english: bool) -> str:
    if key == "producers":  # its list is a view; the tree must agree with `content.urls`
        return "producers" if english else "chu-the"
    return SECTIONS[key][english].strip("/").split("/")[-1]


def page_publish(page: Page, parent: Page, original: Page | None = None) -> None:
    """Put a new page below `parent` and publish its first revision; `original` is the page it translates."""
    if original is not None:
        page.translation_key = original.translation_key
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()


def section_page(page_type: type[Page], language: str) -> Page:
    """The only page of a type in a language: home, or the list page of a section."""
    page: Page = page_type.objects.get(locale__language_code=language)
    return page


def page_ensure(page_type: type[P], parent: Page, slug: str, build: Callable[[], P], original: P | None = None) -> P:
    """The page with that slug below `parent`; built and published if there is none."""
    found: P | None = page_type.objects.child_of(parent).filter(slug=slug).first()
    if found is None:
        found = build()
        found.slug = slug
        found.locale = parent.locale
        page_publish(found, parent, original)
    return found

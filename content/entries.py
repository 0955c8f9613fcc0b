"""Plain values of pages, as files and tests hand them to `content.services`. `_en` is English, empty for none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catalog.photos.models import Photo
from catalog.places.models import AdminUnit

FindPhoto = Callable[[str], Photo | None]


def no_photo(_name: str) -> Photo | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTranslation:
    """The texts of a story in English; all else is that of the Vietnamese one. `slug` is empty for the same slug."""

    title: str
    lead: str
    text: str
    slug: str = ""
    kicker: str = ""
    place: str = ""
    byline: str = ""
    caption: str = ""
    sources: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntry:
    """`text` carries block marks (`content.marks`); `find_photo` answers for the pictures in it.

    `products` and `producers` are slugs.
    """

    slug: str
    title: str
    lead: str
    text: str
    published_on: date
    kicker: str = ""
    place: str = ""
    byline: str = ""
    photo: Photo | None = None
    caption: str = ""
    sources: str = ""
    products: Sequence[str] = ()
    producers: Sequence[str] = ()
    find_photo: FindPhoto = no_photo
    is_sample: bool = False
    english: StoryTranslation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsEntry:
    """As `StoryEntry`, without kicker and byline."""

    slug: str
    title: str
    lead: str
    text: str
    published_on: date
    place: str = ""
    photo: Photo | None = None
    caption: str = ""
    sources: str = ""
    products: Sequence[str] = ()
    producers: Sequence[str] = ()
    find_photo: FindPhoto = no_photo
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageEntry:
    """The mappings have the keys of the blocks in `content.blocks.villages`, each with its `_en`; `day` has `photo`.

    `service` is the slug of the product by which the village itself is recognized (group VI), if it is.
    """

    slug: str
    name: str
    lead: str
    commune: AdminUnit
    slug_en: str = ""
    name_en: str = ""
    lead_en: str = ""
    former_place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    photo: Photo | None = None
    pictures: Sequence[Photo] = ()
    caption: str = ""
    caption_en: str = ""
    facts: Sequence[Mapping[str, Any]] = ()
    day: Sequence[Mapping[str, Any]] = ()
    seasons: Sequence[Mapping[str, Any]] = ()
    experiences: Sequence[Mapping[str, Any]] = ()
    body: str = ""
    body_en: str = ""
    customs: str = ""
    customs_en: str = ""
    service: str = ""
    getting_there: str = ""
    getting_there_en: str = ""
    sources: str = ""
    sources_en: str = ""
    products: Sequence[str] = ()
    producers: Sequence[str] = ()
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FairEntry:
    """`zones`: name, name_en, booths, ocop_booths. `program`: day, time, text, text_en. `revenue` is whole đồng."""

    slug: str
    title: str
    starts_on: date
    ends_on: date
    commune: AdminUnit
    slug_en: str = ""
    title_en: str = ""
    series: str = ""
    edition: str = ""
    edition_en: str = ""
    opening_hours: str = ""
    venue: str = ""
    venue_en: str = ""
    latitude: float | None = None
    longitude: float | None = None
    organizer: str = ""
    organizer_en: str = ""
    host: str = ""
    host_en: str = ""
    admission: str = ""
    admission_en: str = ""
    photo: Photo | None = None
    lead: str = ""
    lead_en: str = ""
    body: str = ""
    body_en: str = ""
    zones: Sequence[Mapping[str, Any]] = ()
    program: Sequence[Mapping[str, Any]] = ()
    results: str = ""
    results_en: str = ""
    visits: int | None = None
    revenue: int | None = None
    sources: str = ""
    sources_en: str = ""
    products: Sequence[str] = ()
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """`kind` is a value of `DocumentKind`. The slug follows from the number."""

    number: str
    kind: str
    title: str
    issued_on: date
    authority: str
    summary: str = ""
    is_valid: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyEntry:
    """`below_home` puts it beside the sections ("Giới thiệu") instead of among the rules."""

    slug: str
    title: str
    version: str
    effective_on: date
    summary: str
    body: str
    slug_en: str = ""
    title_en: str = ""
    summary_en: str = ""
    body_en: str = ""
    below_home: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProducerPageTranslation:
    """The texts of a producer's page in English; all else is that of the Vietnamese one."""

    title: str
    lead: str = ""
    text: str = ""
    quote: str = ""
    quoted: str = ""
    years_title: str = ""
    milestones: Sequence[tuple[int, str]] = ()
    sources: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProducerPageEntry:
    """`producer` is the slug of the producer, and of the page. `milestones`: year and text. `english`: see there."""

    producer: str
    title: str
    lead: str = ""
    text: str = ""
    quote: str = ""
    quoted: str = ""
    years_title: str = ""
    milestones: Sequence[tuple[int, str]] = ()
    photo: Photo | None = None
    sources: str = ""
    find_photo: FindPhoto = no_photo
    is_sample: bool = False
    english: ProducerPageTranslation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeEntry:
    """Stories, village and product by slug. `month_notes`: month 1–12 → sentence."""

    cover_story: str = ""
    cover_product: str = ""
    cover_photo: Photo | None = None
    stories: Sequence[str] = ()
    village: str = ""
    village_title: str = ""
    village_title_en: str = ""
    village_text: str = ""
    village_text_en: str = ""
    month_notes: Mapping[int, str] = field(default_factory=dict)
    month_notes_en: Mapping[int, str] = field(default_factory=dict)

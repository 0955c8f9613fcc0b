"""What feed readers and calendar programs get: the articles, and fairs as whole days."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import icalendar
from django.conf import settings
from django.test import Client

from tests.factories.content import make_fair, make_news, make_story


def test_a_feed_names_the_articles_newest_first_by_absolute_addresses(client: Client) -> None:
    make_story("cu", published_on="2026-01-02", title="Chuyện cũ")
    make_story("moi", published_on="2026-03-02", title="Chuyện mới")
    response = client.get("/cau-chuyen/rss/")
    channel = ET.fromstring(response.content).find("channel")
    assert channel is not None
    assert [item.findtext("title") for item in channel.iter("item")] == ["Chuyện mới", "Chuyện cũ"]
    assert channel.findtext("item/link") == f"{settings.BASE_URL}/cau-chuyen/moi/"
    assert channel.findtext("item/pubDate") == "Mon, 02 Mar 2026 12:00:00 +0000"
    assert "cookie" not in response.get("Vary", "").lower()


def test_the_lists_name_their_feeds_in_both_languages(client: Client) -> None:
    make_news()
    assert 'type="application/rss+xml"' in client.get("/tin-tuc/").content.decode()
    assert client.get("/en/news/rss/").status_code == 200


def test_a_fair_in_a_calendar_ends_the_day_after_its_last(client: Client) -> None:
    fair = make_fair("xuan", days=3, title="Hội chợ Xuân", latitude=16.0, longitude=108.0)
    address = "/hoi-cho/xuan/lich.ics"
    assert address in client.get("/hoi-cho/xuan/").content.decode()
    event = icalendar.Calendar.from_ical(client.get(address).content).walk("VEVENT")[0]
    assert event.decoded("DTSTART") == fair.starts_on
    assert event.decoded("DTEND") == fair.ends_on + timedelta(days=1)
    assert (str(event["SUMMARY"]), str(event["URL"])) == ("Hội chợ Xuân", f"{settings.BASE_URL}/hoi-cho/xuan/")


def test_coming_fairs_in_one_calendar_and_unknown_ones_nowhere(client: Client) -> None:
    make_fair("xuan", title="Hội chợ Xuân")
    make_fair("thu", starts_in=-90)
    events = icalendar.Calendar.from_ical(client.get("/hoi-cho/lich.ics").content).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Hội chợ Xuân"]
    assert client.get("/hoi-cho/khong-co/lich.ics").status_code == 404

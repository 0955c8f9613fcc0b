import json

import pytest

from catalog.structured_data import as_script
from content.structured_data import address_data, breadcrumb_data, organization_data
from tests.factories.catalog import ProducerFactory

pytestmark = pytest.mark.django_db


def test_text_cannot_end_the_script() -> None:
    script = as_script([{"@type": "Article", "headline": "</script><b>&"}])

    assert script.count("</script>") == 1
    body = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(body)["headline"] == "</script><b>&"


def test_nothing_to_say_is_no_script() -> None:
    assert as_script([{}]) == ""


def test_organization_never_carries_a_tax_code() -> None:
    producer = ProducerFactory(tax_code="0400000000", registration_number="12345")

    text = json.dumps(organization_data(producer, "/chu-the/x/"))

    assert "0400000000" not in text
    assert "12345" not in text
    assert "tax" not in text.lower()


def test_address_has_two_levels() -> None:
    producer = ProducerFactory()

    assert address_data("Xóm 2", producer.commune) == {
        "@type": "PostalAddress",
        "streetAddress": "Xóm 2",
        "addressLocality": producer.commune.full_name,
        "addressRegion": producer.commune.parent.full_name,
        "addressCountry": "VN",
    }


def test_breadcrumb_is_absolute_under_our_own_host() -> None:
    items = breadcrumb_data([("Làng du lịch", "/lang-du-lich/"), ("Thái Hải", "/lang-du-lich/thai-hai/")])

    assert [item["item"] for item in items["itemListElement"]] == [
        f"http://testserver{path}" for path in ("/", "/lang-du-lich/", "/lang-du-lich/thai-hai/")
    ]
    assert [item["position"] for item in items["itemListElement"]] == [1, 2, 3]

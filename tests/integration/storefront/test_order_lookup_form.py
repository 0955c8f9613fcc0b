"""The look-up form leaves no cookie and takes no post of another site."""

import pytest
from django.test import Client

from tests.factories import ProductFactory
from tests.factories.storefront import basket_of, order_of

pytestmark = pytest.mark.django_db


def test_looking_at_the_form_leaves_no_cookie(client: Client) -> None:
    response = client.get("/don-hang/")
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
    assert "csrfmiddlewaretoken" not in response.content.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"HTTP_SEC_FETCH_SITE": "same-origin"}, 302),
        ({"HTTP_ORIGIN": "http://testserver"}, 302),
        ({}, 302),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        ({"HTTP_ORIGIN": "https://elsewhere.example"}, 403),
    ],
)
def test_only_our_own_form_is_answered(headers: dict[str, str], status: int) -> None:
    order = order_of(basket_of((ProductFactory(price=85000, ocop_star=4), 1)))
    typed = {"number": order.number, "phone": "0912 000 000"}
    assert Client(enforce_csrf_checks=True).post("/don-hang/", typed, **headers).status_code == status

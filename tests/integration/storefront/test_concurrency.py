"""Many buyers at once, with real threads on a real PostgreSQL."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from oscar.apps.offer.models import Benefit, Condition, ConditionalOffer, Range

from catalog.models import Product
from catalog.partner.models import StockRecord
from storefront.basket.models import Basket
from storefront.basket.selectors import pieces_in
from storefront.basket.services import basket_add, basket_hand_over
from storefront.order.models import Consignment, Order
from storefront.order.progress import consignment_advance, order_cancel
from storefront.order.services import OrderRefused, order_number_next
from tests.factories import ProductFactory, UserFactory
from tests.factories.storefront import basket_of, order_of, parcel_to, recipient, seen_for

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

BUYERS = 32


@pytest.fixture(autouse=True)
def on_postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.fail("These tests need PostgreSQL's row locks: python tests/with_postgres.py …")


def at_once(jobs: list[Callable[[], Any]]) -> list[Any]:
    """What each job answered or raised, all started together."""
    barrier = Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        barrier.wait()
        try:
            return job()
        except OrderRefused as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def ordering(baskets: list[Basket]) -> list[Callable[[], Any]]:
    """One job for each basket; what was seen is fixed before they start."""
    to = recipient()
    seen = [seen_for(basket, to) for basket in baskets]
    return [
        lambda basket=basket, known=known: order_of(basket, to, seen=known)
        for basket, known in zip(baskets, seen, strict=True)
    ]


def test_the_last_five_pieces_are_sold_five_times() -> None:
    product = ProductFactory(price=85000, stock=5, title="Trà đinh", net_content=None, net_unit="")
    answers = at_once(ordering([basket_of((product, 1)) for _ in range(BUYERS)]))
    orders = [answer for answer in answers if isinstance(answer, Order)]
    refused = [answer for answer in answers if isinstance(answer, OrderRefused)]
    assert (len(orders), len(refused)) == (5, BUYERS - 5)
    assert all("Trà đinh" in str(answer) or "mua được" in str(answer) for answer in refused)
    record = product.stockrecords.get()
    assert (record.num_allocated, record.net_stock_level) == (5, 0)
    assert len({order.number for order in orders}) == 5
    assert Basket.objects.filter(status=Basket.OPEN).count() == BUYERS - 5
    assert Consignment.objects.count() == 5


def test_two_and_three_pieces_never_make_more_than_seven() -> None:
    product = ProductFactory(price=85000, stock=7)
    answers = at_once(ordering([basket_of((product, 2 + number % 2)) for number in range(16)]))
    sold = sum(order.lines.get().quantity for order in answers if isinstance(order, Order))
    record = product.stockrecords.get()
    assert record.num_allocated == sold <= 7
    assert 7 - sold < 2


def test_crossed_baskets_do_not_wait_for_each_other() -> None:
    first, second = ProductFactory(price=1000, stock=100), ProductFactory(price=1000, stock=100)

    def items(number: int) -> tuple[tuple[Product, int], ...]:
        return ((first, 1), (second, 1)) if number % 2 else ((second, 1), (first, 1))

    answers = at_once(ordering([basket_of(*items(number)) for number in range(16)]))
    assert all(isinstance(answer, Order) for answer in answers)
    assert list(StockRecord.objects.values_list("num_allocated", flat=True)) == [16, 16]


def test_buying_and_calling_off_the_same_goods_do_not_wait_for_each_other() -> None:
    """Parcels are cancelled in the order of their sellers, not of their goods: the locks must not follow them."""
    first, second = ProductFactory(price=1000, stock=100), ProductFactory(price=1000, stock=100)
    placed = [order_of(basket_of((second, 1), (first, 1))) for _ in range(12)]
    buying = ordering([basket_of((first, 1), (second, 1)) for _ in range(12)])
    calling_off = [lambda order=order: order_cancel(order=order, declared_by="buyer") for order in placed]
    at_once([job for pair in zip(buying, calling_off, strict=True) for job in pair])
    assert list(StockRecord.objects.values_list("num_allocated", flat=True)) == [12, 12]


def test_pressing_eight_times_makes_one_order() -> None:
    product = ProductFactory(price=85000, stock=50)
    basket, to = basket_of((product, 2)), recipient()
    seen = seen_for(basket, to)
    answers = at_once([lambda: order_of(basket, to, seen=seen) for _ in range(8)])
    assert len({answer.pk for answer in answers}) == 1
    assert Order.objects.count() == 1
    assert product.stockrecords.get().num_allocated == 2


def test_numbers_are_unique() -> None:
    numbers = at_once([order_number_next for _ in range(BUYERS)])
    assert len(set(numbers)) == BUYERS


def test_an_offer_for_two_is_given_to_two() -> None:
    everything = Range.objects.create(name="Tất cả", includes_all_products=True)
    offer = ConditionalOffer.objects.create(
        name="Hai người đầu",
        condition=Condition.objects.create(range=everything, type=Condition.COUNT, value=1),
        benefit=Benefit.objects.create(range=everything, type=Benefit.PERCENTAGE, value=10),
        max_global_applications=2,
    )
    product = ProductFactory(price=10000, stock=50)
    answers = at_once(ordering([basket_of((product, 1)) for _ in range(6)]))
    orders = [answer for answer in answers if isinstance(answer, Order)]
    offer.refresh_from_db()
    assert (len(orders), offer.num_applications) == (2, 2)


def test_first_requests_of_one_person_make_one_basket() -> None:
    user, product = UserFactory(), ProductFactory(price=1000, stock=100)
    at_once([lambda: basket_add(basket=Basket(owner=user), product=product, quantity=1) for _ in range(6)])
    assert Basket.open.filter(owner=user).count() == 1


@pytest.mark.parametrize("_round", range(4))
def test_what_is_added_while_the_order_is_placed_does_not_vanish(_round: int) -> None:
    ordered, late = ProductFactory(price=85000, stock=9), ProductFactory(price=1000, stock=9)
    basket, to = basket_of((ordered, 1)), recipient()
    tab, seen = Basket.objects.get(pk=basket.pk), seen_for(basket, to)
    answer, line = at_once(
        [
            lambda: order_of(basket, to, seen=seen),
            lambda: basket_add(basket=tab, product=late, quantity=1),
        ]
    )
    line.refresh_from_db()
    assert line.basket.status == Basket.OPEN
    # Either the line came first and the order says so, or it stands in the basket that comes next.
    assert isinstance(answer, OrderRefused) == (line.basket_id == basket.pk)
    assert tab.pk == line.basket_id


def test_signing_in_twice_at_once_pours_both_baskets_together() -> None:
    user, first, second = UserFactory(), ProductFactory(price=1000), ProductFactory(price=1000)
    guests = [basket_of((first, 1)), basket_of((second, 2))]
    # The same basket in two tabs, and that of another device.
    at_once([lambda guest=guest: basket_hand_over(owner=user, cookie_basket=guest) for guest in (*guests, guests[0])])
    assert pieces_in(Basket.open.get(owner=user)) == 3


def test_the_last_two_parcels_complete_the_order_together() -> None:
    order = order_of(basket_of((ProductFactory(price=1000), 1), (ProductFactory(price=1000), 1)))
    for parcel in order.consignments.all():
        parcel_to(parcel, "dispatched")
    at_once(
        [
            lambda parcel=parcel: consignment_advance(consignment=parcel, status="delivered", declared_by="carrier")
            for parcel in order.consignments.all()
        ]
    )
    order.refresh_from_db()
    assert order.status == "completed"

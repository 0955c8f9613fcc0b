"""What may be in a basket, and what its page is told."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.partner.models import StockRecord
from catalog.services import pack_add, price_set, stock_set
from ocop.worker import forget_baskets
from storefront.basket.models import Basket, Line
from storefront.basket.selectors import basket_contents, basket_with_offers, pieces_in
from storefront.basket.services import (
    BasketRefused,
    basket_add,
    basket_hand_over,
    basket_line_remove,
    basket_line_set,
    baskets_forget,
)
from tests.factories import ProducerFactory, ProductFactory, UserFactory
from tests.factories.storefront import basket_of, order_of

pytestmark = pytest.mark.django_db


def test_the_same_product_twice_is_one_line() -> None:
    product = ProductFactory(price=85000)
    basket = basket_of((product, 1), (product, 2))
    assert list(Line.objects.filter(basket=basket).values_list("quantity", flat=True)) == [3]
    assert pieces_in(basket) == 3


@pytest.mark.parametrize(
    "values",
    [
        {"is_alcohol": True, "abv": 29},
        {"shipping_class": "service"},
        {"shipping_class": "live"},
        {"is_public": False},
    ],
)
def test_what_can_never_be_added(values: dict[str, object]) -> None:
    product = ProductFactory(price=85000, **values)
    basket = Basket()
    with pytest.raises(BasketRefused):
        basket_add(basket=basket, product=product, quantity=1)
    assert not Basket.objects.exists()


def test_a_pack_of_liquor_is_liquor() -> None:
    parent = ProductFactory(is_alcohol=True, abv=29, net_content=None, net_unit="")
    pack = pack_add(parent=parent, slug="chai-nho", net_content=350, net_unit="ml")
    price_set(product=pack, price=90000)
    stock_set(product=pack, num_in_stock=5)
    with pytest.raises(BasketRefused):
        basket_add(basket=Basket(), product=pack, quantity=1)


@pytest.mark.parametrize(("quantity", "says"), [(4, "Chỉ còn 3 chai."), (0, "Nhập số từ 1 trở lên.")])
def test_quantities_are_held_against_the_stock(quantity: int, says: str) -> None:
    product = ProductFactory(price=85000, stock=3, pack="chai")
    with pytest.raises(BasketRefused, match=says):
        basket_add(basket=Basket(), product=product, quantity=quantity)


def test_what_is_in_already_counts() -> None:
    product = ProductFactory(price=85000, stock=3, pack="chai")
    basket = basket_of((product, 2))
    with pytest.raises(BasketRefused):
        basket_add(basket=basket, product=product, quantity=2)
    assert pieces_in(basket) == 2


def test_setting_and_removing_a_line() -> None:
    basket = basket_of((ProductFactory(price=1000, stock=5), 1), (ProductFactory(price=2000), 1))
    first, second = Line.objects.filter(basket=basket).order_by("pk")
    basket_line_set(basket=basket, line_id=first.pk, quantity=5)
    with pytest.raises(BasketRefused):
        basket_line_set(basket=basket, line_id=first.pk, quantity=6)
    basket_line_set(basket=basket, line_id=second.pk, quantity=0)
    basket_line_remove(basket=basket, line_id=second.pk)
    assert list(Line.objects.filter(basket=basket).values_list("quantity", flat=True)) == [5]


def test_nobody_changes_the_line_of_another() -> None:
    mine, other = basket_of((ProductFactory(price=1000), 1)), basket_of((ProductFactory(price=1000), 1))
    line = Line.objects.get(basket=other)
    with pytest.raises(Line.DoesNotExist):
        basket_line_set(basket=mine, line_id=line.pk, quantity=3)
    basket_line_remove(basket=mine, line_id=line.pk)
    line.refresh_from_db()
    assert line.quantity == 1


def test_an_owner_has_one_open_basket() -> None:
    user = UserFactory()
    Basket.objects.create(owner=user)
    with pytest.raises(IntegrityError), transaction.atomic():
        Basket.objects.create(owner=user)
    Basket.objects.create(owner=user, status=Basket.SUBMITTED)
    basket = Basket(owner=user)
    basket_add(basket=basket, product=ProductFactory(price=1000), quantity=1)
    assert Basket.open.get(owner=user).pk == basket.pk


def test_who_signs_in_keeps_the_larger_number() -> None:
    user, product = UserFactory(), ProductFactory(price=1000)
    own, guest = basket_of((product, 1), owner=user), basket_of((product, 3))
    assert basket_hand_over(owner=user, cookie_basket=guest).pk == own.pk
    assert pieces_in(own) == 3
    assert Basket.open.count() == 1


def test_a_second_tab_finds_the_basket_handed_over() -> None:
    user = UserFactory()
    guest = basket_of((ProductFactory(price=1000), 3))
    stale = Basket.objects.get(pk=guest.pk)
    assert basket_hand_over(owner=user, cookie_basket=guest).pk == guest.pk
    assert basket_hand_over(owner=user, cookie_basket=stale).pk == guest.pk
    assert pieces_in(Basket.open.get(owner=user)) == 3


def test_a_basket_that_was_ordered_is_not_changed_any_more() -> None:
    basket = basket_of((ProductFactory(price=1000), 1))
    tab, line = Basket.objects.get(pk=basket.pk), Line.objects.get(basket=basket)
    Basket.objects.filter(pk=basket.pk).update(status=Basket.SUBMITTED)
    with pytest.raises(BasketRefused, match="đóng"):
        basket_line_set(basket=tab, line_id=line.pk, quantity=2)
    basket_line_remove(basket=tab, line_id=line.pk)
    added = basket_add(basket=tab, product=ProductFactory(price=1000), quantity=2)
    assert added.basket_id == tab.pk != basket.pk
    assert (pieces_in(tab), Line.objects.get(pk=line.pk).quantity) == (2, 1)


def test_parcels_follow_the_partners() -> None:
    maker = ProducerFactory()
    basket = basket_of(
        (ProductFactory(price=1000, producer=maker, ship_weight_g=300), 2),
        (ProductFactory(price=5000), 1),
        (ProductFactory(price=2000, producer=maker, ship_weight_g=100, shipping_class="fragile"), 1),
    )
    contents = basket_contents(basket_with_offers(basket))
    assert [(parcel.number, parcel.goods, len(parcel.lines)) for parcel in contents.parcels] == [
        (1, 4000, 2),
        (2, 5000, 1),
    ]
    assert contents.parcels[0].weight_g == 700
    assert contents.parcels[0].shipping_classes == {"parcel", "fragile"}
    assert (contents.pieces, contents.goods, contents.can_be_ordered) == (4, 9000, True)


def test_a_changed_price_is_said_and_charged() -> None:
    product = ProductFactory(price=185000)
    basket = basket_of((product, 2))
    price_set(product=product, price=190000)
    (line,) = basket_contents(basket_with_offers(basket)).changed_prices
    assert (line.old_price, line.price, line.total) == (185000, 190000, 380000)


def test_sold_out_is_shown_and_not_charged() -> None:
    gone, left = ProductFactory(price=1000), ProductFactory(price=2000)
    basket = basket_of((gone, 1), (left, 1))
    stock_set(product=gone, num_in_stock=0)
    contents = basket_contents(basket_with_offers(basket))
    assert [line.product for line in contents.left_out] == [gone]
    assert (contents.goods, contents.can_be_ordered, len(contents.parcels)) == (2000, True, 1)


def test_too_few_left_must_be_corrected_first() -> None:
    product = ProductFactory(price=1000, stock=5, pack="gói")
    basket = basket_of((product, 5))
    StockRecord.objects.update(num_allocated=3)
    contents = basket_contents(basket_with_offers(basket))
    assert (contents.lines[0].warning, contents.can_be_ordered) == ("Chỉ còn 2 gói.", False)


def test_what_turned_into_liquor_is_left_out() -> None:
    product = ProductFactory(price=1000)
    basket = basket_of((product, 1))
    type(product).objects.filter(pk=product.pk).update(is_alcohol=True, abv=20)
    assert basket_contents(basket_with_offers(Basket.objects.get(pk=basket.pk))).lines == ()


def test_guests_baskets_are_forgotten_when_their_cookie_is() -> None:
    product = ProductFactory(price=1000, stock=50)
    guests, kept, owned = [basket_of((product, 1)) for _ in range(3)], basket_of((product, 1)), UserFactory()
    theirs = basket_of((product, 1), owner=owned)
    order = order_of(basket_of((product, 1)))
    week_ago = timezone.now() - timedelta(days=9)
    Basket.objects.exclude(pk=kept.pk).update(date_created=week_ago)
    assert baskets_forget(created_before=timezone.now() - timedelta(days=8), most=2) == 2
    forget_baskets()
    forget_baskets()
    assert set(Basket.objects.values_list("pk", flat=True)) == {kept.pk, theirs.pk, order.basket_id}
    assert not Line.objects.filter(basket__in=[guest.pk for guest in guests]).exists()


def test_queries_do_not_grow_with_the_lines() -> None:
    def queries(count: int) -> int:
        basket = basket_of(*((ProductFactory(price=1000, ocop_star=4), 1) for _ in range(count)))
        with CaptureQueriesContext(connection) as captured:
            basket_contents(basket_with_offers(Basket.objects.get(pk=basket.pk)))
        return len(captured)

    assert queries(2) == queries(6)

"""What happens to parcels, to the stock behind them, and to the order above them."""

import pytest

from storefront.order.amounts import order_amounts
from storefront.order.models import Order
from storefront.order.progress import StepRefused, can_be_cancelled, consignment_advance, order_cancel, order_move
from storefront.order.selectors import order_view
from storefront.order.wording import heading
from tests.factories import ProductFactory
from tests.factories.storefront import basket_of, order_of, parcel_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> ProductFactory:
    return ProductFactory(price=1000, stock=5)


@pytest.fixture
def order(product: ProductFactory) -> Order:
    return order_of(basket_of((product, 2), (ProductFactory(price=500), 1)))


def stock(product: ProductFactory) -> tuple[int, int]:
    record = product.stockrecords.get()
    return record.num_in_stock, record.num_allocated


def test_stock_leaves_the_shelf_on_dispatch(order: Order, product: ProductFactory) -> None:
    first = order.consignments.get(number=1)
    for status in ("confirmed", "packed"):
        parcel_to(first, status)
    assert stock(product) == (5, 2)
    parcel_to(first, "dispatched")
    assert stock(product) == (3, 0)
    parcel_to(first, "delivered")
    assert stock(product) == (3, 0)


def test_cancelling_frees_the_stock(order: Order, product: ProductFactory) -> None:
    order_cancel(order=order, declared_by="buyer")
    assert (order.status, stock(product), can_be_cancelled(order)) == ("cancelled", (5, 0), False)
    assert {line.status for line in order.lines.all()} == {"cancelled"}


def test_what_has_left_is_not_cancelled_and_the_rest_is(order: Order, product: ProductFactory) -> None:
    parcel_to(order.consignments.get(number=2), "dispatched")
    with pytest.raises(StepRefused):  # not the order as a whole
        order_move(order=order, status="cancelled")
    order_cancel(order=order, declared_by="buyer")
    assert (order.status, stock(product)) == ("confirmed", (5, 0))
    assert list(order.consignments.order_by("number").values_list("status", flat=True)) == ["cancelled", "dispatched"]
    with pytest.raises(StepRefused):
        order_cancel(order=order, declared_by="buyer")


def test_what_comes_back_is_in_stock_once_it_is_there(order: Order, product: ProductFactory) -> None:
    first, second = order.consignments.order_by("number")
    with pytest.raises(StepRefused):
        parcel_to(first, "returning")
    parcel_to(first, "dispatched")
    parcel_to(first, "returning", note="Không gặp người nhận hai lần")
    assert stock(product) == (3, 0)
    assert order_amounts(order).due == second.total
    with pytest.raises(StepRefused):
        consignment_advance(consignment=first, status="delivered", declared_by="carrier")
    with pytest.raises(StepRefused):
        order_move(order=order, status="completed")
    parcel_to(first, "cancelled")
    assert stock(product) == (5, 0)
    timeline = order_view(Order.objects.get(pk=order.pk)).parcels[0].timeline
    assert [item["title"] for item in timeline][-2:] == ["Không giao được, kiện quay về", "Đã hủy"]
    assert timeline[-2]["lines"][-1] == "Không gặp người nhận hai lần"
    order_cancel(order=order, declared_by="buyer")
    assert order.status == "cancelled"


@pytest.mark.parametrize(
    ("now", "then"),
    [("packed", "confirmed"), ("packed", "packed"), ("delivered", "cancelled"), ("confirmed", "dispatched")],
)
def test_steps_are_neither_taken_back_nor_skipped(order: Order, now: str, then: str) -> None:
    consignment = order.consignments.get(number=1)
    parcel_to(consignment, now)
    events = consignment.events.count()
    with pytest.raises(StepRefused):
        consignment_advance(consignment=consignment, status=then, declared_by="partner")
    consignment.refresh_from_db()
    assert (consignment.status, consignment.events.count()) == (now, events)


def test_the_order_follows_its_parcels(order: Order) -> None:
    first, second = order.consignments.order_by("number")
    parcel_to(first, "dispatched")
    order.refresh_from_db()
    assert order.status == "placed"
    parcel_to(second, "confirmed")
    order.refresh_from_db()
    assert order.status == "confirmed"
    for consignment in (first, second):
        parcel_to(consignment, "delivered")
    order.refresh_from_db()
    assert order.status == "completed"


def test_staff_move_the_whole_order(order: Order, product: ProductFactory) -> None:
    order_move(order=order, status="confirmed")
    assert {consignment.status for consignment in order.consignments.all()} == {"confirmed"}
    with pytest.raises(StepRefused):
        order_move(order=order, status="completed")
    for consignment in order.consignments.all():
        parcel_to(consignment, "dispatched")
    order_move(order=order, status="completed")
    assert (order.status, stock(product)) == ("completed", (3, 0))


@pytest.mark.parametrize(
    ("statuses", "says"),
    [
        (["placed", "placed"], "Hai kiện chờ nhà sản xuất xác nhận"),
        (["confirmed", "dispatched"], "Một kiện đang trên đường, một kiện đang đóng gói"),
        (["delivered"], "Một kiện đã giao"),
    ],
)
def test_the_heading_says_the_state(statuses: list[str], says: str) -> None:
    assert heading(statuses) == says


def test_the_timeline_tells_only_what_happened(order: Order) -> None:
    parcel_to(order.consignments.get(number=1), "confirmed")
    view = order_view(Order.objects.get(pk=order.pk))
    titles = [item["title"] for item in view.parcels[0].timeline]
    assert titles == ["Đã đặt", "Nhà sản xuất xác nhận", "Đã nhận"]
    assert [item["state"] for item in view.parcels[0].timeline] == ["done", "now", "future"]
    assert view.parcels[0].name in view.parcels[0].timeline[1]["lines"][0]
    assert [item["title"] for item in view.parcels[1].timeline] == ["Đã đặt", "Đã nhận"]
    assert view.phone == "0912 *** 000"


def test_what_is_due_follows_the_parcels(order: Order) -> None:
    first, second = order.consignments.order_by("number")
    assert order_amounts(order).due == order_amounts(order).total == order.total_incl_tax
    parcel_to(first, "cancelled")
    amounts = order_amounts(order)
    assert (amounts.total, amounts.cancelled, amounts.due) == (second.total, first.total, second.total)
    parcel_to(second, "delivered")
    assert (order_amounts(order).total, order_amounts(order).due) == (second.total, 0)

"""Officers' screens: services write, refusals stand beside the field, nothing that was typed is lost."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Product
from catalog.partner.models import Partner, StockRecord
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint
from tests.factories import (
    CategoryFactory,
    CommuneFactory,
    CriteriaSetFactory,
    PhotoFactory,
    ProducerFactory,
    ProductFactory,
)
from tests.factories.content import make_staff


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(make_staff("Officers"))
    return client


def producer_data(**values: Any) -> dict[str, Any]:
    return {
        "name": "Hợp tác xã chè Mẫu", "short_name": "HTX chè Mẫu", "slug": "htx-che-mau", "kind": "cooperative",
        "commune": CommuneFactory().pk, "is_published": "on", **values,
    }  # fmt: skip


def test_new_producer_gets_its_partner(officer: Client) -> None:
    officer.post(reverse("producer:add"), producer_data())

    producer = Producer.objects.get()
    assert producer.folded == "htx che mau hop tac xa che mau"
    assert Partner.objects.get().producer == producer


def test_producer_with_a_taken_slug_is_refused_and_kept_on_screen(officer: Client) -> None:
    ProducerFactory(slug="htx-che-mau")

    page = officer.post(reverse("producer:add"), producer_data(name="Tên đã gõ")).content.decode()

    assert "Tên đã gõ" in page
    assert "error-message" in page
    assert Producer.objects.count() == 1


WRONG = [
    ("latitude", "95"), ("longitude", "10"), ("founded_year", "3020"), ("phone", "abc"), ("tax_code", "12"),
    ("registered_on", "31/02/2020"), ("slug", "chè mẫu"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_producer_errors_stand_beside_the_field_in_vietnamese(officer: Client, field: str, value: str) -> None:
    errors = officer.post(reverse("producer:add"), producer_data(**{field: value})).context["form"].errors

    assert set(errors) == {field}
    assert not str(errors[field][0]).isascii()
    assert "slug" not in errors[field][0]
    assert not Producer.objects.exists()


def test_days_are_typed_as_they_are_printed(officer: Client) -> None:
    officer.post(reverse("producer:add"), producer_data(registered_on="05/04/2020"))

    assert Producer.objects.get().registered_on == date(2020, 4, 5)


def test_producer_is_changed_through_the_service(officer: Client) -> None:
    producer = ProducerFactory(short_name="HTX cũ")

    officer.post(reverse("producer:edit", args=[producer.pk]), producer_data(short_name="HTX mới", slug=producer.slug))

    producer.refresh_from_db()
    assert producer.short_name == "HTX mới"
    assert Partner.objects.get(producer=producer).name == "HTX mới"


def product_data(**values: Any) -> dict[str, Any]:
    return {
        "title": "Trà mẫu", "slug": "tra-mau", "producer": ProducerFactory().pk,
        "criteria_set": CriteriaSetFactory().pk,
        "categories": [CategoryFactory().pk], "shipping_class": "parcel", "ship_weight_g": "200", "net_content": "100",
        "net_unit": "g", "is_public": "on", "upc": "", "season": "", **values,
    }  # fmt: skip


def test_new_product_with_photos_in_order(officer: Client) -> None:
    first, second = PhotoFactory(), PhotoFactory()

    response = officer.post(reverse("product:add"), product_data(photo_1=first.pk, photo_3=second.pk))

    product = Product.objects.get()
    assert response.url == reverse("office_offers", args=[product.pk])
    assert [image.photo for image in product.images.all()] == [first, second]
    assert product.upc is None
    assert product.get_product_class().slug == "goods"


@pytest.mark.parametrize("count", [6, 10])
def test_saving_keeps_all_photos_and_their_captions(officer: Client, count: int) -> None:
    product = ProductFactory()
    for number in range(count):
        product.images.create(photo=PhotoFactory(), caption=f"Chú thích {number}", display_order=number)
    before = list(product.images.values_list("photo", "caption"))
    address = reverse("product:edit", args=[product.pk])
    form = officer.get(address).context["form"]
    shown = {name: form[name].value() for name in form.fields if name.startswith("photo_") and form[name].value()}

    officer.post(address, product_data(title="Tên mới", slug=product.slug, **shown))

    product.refresh_from_db()
    assert product.title == "Tên mới"
    assert list(product.images.values_list("photo", "caption")) == before


@pytest.mark.parametrize(("field", "value"), [("upc", "09521234567890"), ("season", "123"), ("slug", "")])
def test_product_errors_stand_beside_the_field(officer: Client, field: str, value: str) -> None:
    response = officer.post(reverse("product:add"), product_data(**{field: value, "title": "Tên đã gõ"}))

    assert field in response.context["form"].errors
    assert "Tên đã gõ" in response.content.decode()
    assert not Product.objects.exists()


def test_liquor_without_strength_is_refused(officer: Client) -> None:
    response = officer.post(reverse("product:add"), product_data(is_alcohol="on"))

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Product.objects.exists()


def test_a_content_below_nothing_is_said_beside_its_field(officer: Client) -> None:
    response = officer.post(reverse("product:add"), product_data(net_content="-5", net_unit="ml"))

    assert set(response.context["form"].errors) == {"net_content"}


def test_price_and_stock(officer: Client) -> None:
    product = ProductFactory()
    address = reverse("office_offers", args=[product.pk])

    officer.post(address, {f"{product.pk}-price": "120.000 ₫", f"{product.pk}-num_in_stock": "24"})

    record = StockRecord.objects.get(product=product)
    assert (int(record.price), record.num_in_stock) == (120000, 24)
    assert "120.000" in officer.get(address).content.decode()


@pytest.mark.parametrize("price", ["", "12,5", "0", "một trăm"])
def test_price_that_is_no_price_changes_nothing(officer: Client, price: str) -> None:
    product = ProductFactory(price=50000, stock=3)

    page = officer.post(
        reverse("office_offers", args=[product.pk]), {f"{product.pk}-price": price, f"{product.pk}-num_in_stock": "9"}
    )

    record = StockRecord.objects.get(product=product)
    assert page.status_code == 200
    assert (int(record.price), record.num_in_stock) == (50000, 3)
    assert page.context["units"][0]["form"].errors["price"]
    assert 'value="9"' in page.content.decode()


def test_stock_that_changed_while_the_form_was_open_is_not_set_back(officer: Client) -> None:
    product = ProductFactory(price=50000, stock=38)
    address = reverse("office_offers", args=[product.pk])
    opened_at_40 = {f"{product.pk}-price": "60000", f"{product.pk}-counted_before": "40"}

    untouched = officer.post(address, {**opened_at_40, f"{product.pk}-num_in_stock": "40"})
    recounted = officer.post(address, {**opened_at_40, f"{product.pk}-num_in_stock": "50"})

    record = StockRecord.objects.get(product=product)
    assert untouched.status_code == 302
    assert (int(record.price), record.num_in_stock) == (60000, 38)
    assert "Lúc này là 38" in str(recounted.context["units"][0]["form"].errors["num_in_stock"])
    assert f'name="{product.pk}-counted_before" value="38"' in recounted.content.decode()


def test_a_refused_price_tells_nothing_about_the_stock(officer: Client) -> None:
    product = ProductFactory(price=50000, stock=35)
    opened_at_40 = {f"{product.pk}-counted_before": "40", f"{product.pk}-num_in_stock": "41"}

    refused = officer.post(reverse("office_offers", args=[product.pk]), {**opened_at_40, f"{product.pk}-price": "0"})

    assert f'name="{product.pk}-counted_before" value="40"' in refused.content.decode()


def test_no_number_is_not_taken_for_the_old_one(officer: Client) -> None:
    product = ProductFactory(price=50000, stock=35)
    emptied = {f"{product.pk}-price": "50000", f"{product.pk}-counted_before": "35", f"{product.pk}-num_in_stock": ""}

    refused = officer.post(reverse("office_offers", args=[product.pk]), emptied)

    record = StockRecord.objects.get(product=product)
    assert "0 nghĩa là hết hàng" in refused.content.decode()
    assert (int(record.price), record.num_in_stock) == (50000, 35)


def test_stock_below_what_was_promised_is_refused_and_the_price_with_it(officer: Client) -> None:
    product = ProductFactory(price=50000, stock=5)
    StockRecord.objects.update(num_allocated=4)

    page = officer.post(
        reverse("office_offers", args=[product.pk]), {f"{product.pk}-price": "60000", f"{product.pk}-num_in_stock": "2"}
    )

    record = StockRecord.objects.get(product=product)
    assert (int(record.price), record.num_in_stock) == (50000, 5)
    assert page.context["units"][0]["form"].errors["num_in_stock"]


def test_price_needs_the_permission(client: Client) -> None:
    product = ProductFactory(price=50000)
    client.force_login(make_staff("Editors"))

    client.post(reverse("office_offers", args=[product.pk]), {f"{product.pk}-price": "1"})

    assert int(StockRecord.objects.get().price) == 50000


def test_sales_point(officer: Client) -> None:
    data = {
        "name": "Điểm bán mẫu", "slug": "diem-ban-mau", "kind": "ocop_center", "address": "Số 1", "is_published": "on",
        "commune": CommuneFactory().pk,
    }  # fmt: skip

    officer.post(reverse("salespoint:add"), data)
    point = SalesPoint.objects.get()
    officer.post(reverse("salespoint:edit", args=[point.pk]), {**data, "name": "Tên mới"})

    point.refresh_from_db()
    assert point.name == "Tên mới"


@pytest.mark.parametrize("name", ["producer", "product", "salespoint"])
def test_lists_are_searched_by_words_without_accents(officer: Client, name: str) -> None:
    ProductFactory(title="Nước mắm Cửa Khe")

    assert officer.get(reverse(f"{name}:index")).status_code == 200
    page = officer.get(reverse("product:index_results"), {"q": "cua nuoc"}).content.decode()
    assert "Nước mắm Cửa Khe" in page


@pytest.mark.django_db
def test_the_door_speaks_vietnamese(client: Client) -> None:
    html = client.post("/cms/login/", {"username": "a@example.com", "password": "x"}).content.decode()
    assert "Mật khẩu" in html
    assert "Password" not in html
    assert "Sai địa chỉ email hoặc mật khẩu" in html

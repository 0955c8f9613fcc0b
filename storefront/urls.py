"""Addresses of the shop, in both languages."""

from django.urls import path

from catalog.languages import segment
from storefront.basket import views as basket
from storefront.checkout import views as checkout
from storefront.order import views as order

app_name = "storefront"

urlpatterns = [
    path(segment("gio-hang/", "basket/"), basket.basket, name="basket"),
    path(segment("gio-hang/them/", "basket/add/"), basket.basket_add_view, name="basket_add"),
    path(segment("gio-hang/xac-nhan/", "basket/confirm/"), basket.basket_add_confirmed, name="basket_add_confirmed"),
    path(segment("gio-hang/sua/", "basket/update/"), basket.basket_update, name="basket_update"),
    path(segment("dat-hang/", "checkout/"), checkout.checkout, name="checkout"),
    path(segment("dat-hang/xa-phuong/", "checkout/communes/"), checkout.commune_suggest, name="commune_suggest"),
    path(segment("don-hang/", "orders/"), order.order_lookup, name="order_lookup"),
    path(segment("don-hang/<str:number>/", "orders/<str:number>/"), order.order_number, name="order_number"),
    path(
        segment("don-hang/<str:number>/<str:key>/", "orders/<str:number>/<str:key>/"),
        order.order_detail,
        name="order_detail",
    ),
    path(
        segment("don-hang/<str:number>/<str:key>/huy/", "orders/<str:number>/<str:key>/cancel/"),
        order.order_cancel_view,
        name="order_cancel",
    ),
]

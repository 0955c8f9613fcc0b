"""Addresses of the catalog, in both languages."""

from django.urls import path

from catalog import alcohol, views
from catalog.languages import segment

app_name = "catalog"

urlpatterns = [
    path(segment("san-pham/", "products/"), views.product_list, name="product_list"),
    path(segment("san-pham/<slug:slug>/", "products/<slug:slug>/"), views.product_detail, name="product_detail"),
    path(segment("do-uong-co-con/", "alcohol/"), alcohol.alcohol_list, name="alcohol_list"),
    path(segment("do-uong-co-con/tuoi/", "alcohol/age/"), alcohol.alcohol_gate, name="alcohol_gate"),
    path(segment("do-uong-co-con/<slug:slug>/", "alcohol/<slug:slug>/"), alcohol.alcohol_detail, name="alcohol_detail"),
]

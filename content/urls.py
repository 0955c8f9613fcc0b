"""Addresses of producers and sales points, in both languages. Wagtail's pages have theirs from the page tree."""

from django.urls import path

from catalog.languages import segment
from content import views

app_name = "content"

urlpatterns = [
    path(segment("chu-the/", "producers/"), views.producer_list, name="producer_list"),
    path(segment("chu-the/<slug:slug>/", "producers/<slug:slug>/"), views.producer_detail, name="producer_detail"),
    path(segment("diem-ban/", "sales-points/"), views.sales_point_list, name="sales_point_list"),
    path(
        segment("diem-ban/<slug:slug>/", "sales-points/<slug:slug>/"),
        views.sales_point_detail,
        name="sales_point_detail",
    ),
]

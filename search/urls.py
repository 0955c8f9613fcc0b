"""The search page, in both languages."""

from django.urls import path

from catalog.languages import segment

from . import views

app_name = "search"

urlpatterns = [path(segment("tim-kiem/", "search/"), views.search_page, name="search")]

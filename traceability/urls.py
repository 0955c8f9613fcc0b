"""Addresses of stamps. What is printed never changes and has no language; answers exist in both languages."""

from django.urls import path, re_path

from catalog.languages import segment

from . import views

app_name = "traceability"

# Printed on stamps: outside of every language prefix, before everything that might redirect.
untranslated_urlpatterns = [
    re_path(r"^01/(?P<rest>(?s:.*))$", views.digital_link_resolve, name="digital_link"),
]

urlpatterns = [
    path("tem/<str:gtin>/<path:serial>", views.stamp_answer, name="stamp_answer"),
    path("S/<path:code>", views.stamp_code_answer, name="stamp_code"),
    path("S/", views.stamp_check),
    path(segment("kiem-tra-tem/", "check-a-stamp/"), views.stamp_check, name="stamp_check"),
]

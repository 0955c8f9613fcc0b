"""Addresses of producers, sales points, feeds and calendars in both languages. Pages have theirs from the page tree."""

from django.urls import path

from catalog.languages import segment
from content import calendars, views
from content.feeds import news_feed, story_feed

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
    path(segment("cau-chuyen/rss/", "stories/rss/"), story_feed, name="story_feed"),
    path(segment("tin-tuc/rss/", "news/rss/"), news_feed, name="news_feed"),
    path(segment("hoi-cho/lich.ics", "fairs/calendar.ics"), calendars.fairs_calendar, name="fairs_calendar"),
    path(
        segment("hoi-cho/<slug:slug>/lich.ics", "fairs/<slug:slug>/calendar.ics"),
        calendars.fair_calendar,
        name="fair_calendar",
    ),
]

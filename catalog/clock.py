"""Which day it is. Stars, seasons and validity are judged by the Vietnamese calendar, wherever the server stands."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """The day in Vietnam now."""
    return day_of(timezone.now())


def day_of(moment: datetime) -> date:
    """The day in Vietnam of an aware moment."""
    return moment.astimezone(VIETNAM).date()


def next_midnight() -> datetime:
    """When the Vietnamese day ends: until then whatever was judged "today" stays true."""
    return datetime.combine(today() + timedelta(days=1), time.min, tzinfo=VIETNAM)


def add_months(day: date, months: int) -> date:
    """The same calendar day months later, or the last day of a shorter month: 31 January + 1 → 28 or 29 February."""
    month_index = day.year * 12 + day.month - 1 + months
    year, month = divmod(month_index, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last_day = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last_day))

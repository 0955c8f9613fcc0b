"""Days as the site prints them: dd/mm/yyyy in both languages, a range without what repeats."""

from datetime import date

from catalog.clock import today


def day_range(first: date, last: date, *, with_year: bool = True) -> str:
    """ "22–27/01/2027", "28/10–03/11/2025", "29/12/2026–02/01/2027"; a single day stands alone."""
    year = "/%Y" if with_year else ""
    end = last.strftime(f"%d/%m{year}")
    if first == last:
        return end
    if first.year != last.year and with_year:
        return f"{first:%d/%m/%Y}–{end}"
    if first.month != last.month or first.year != last.year:
        return f"{first:%d/%m}–{end}"
    return f"{first:%d}–{end}"


def near_range(first: date, last: date) -> str:
    """As `day_range`, without the year as long as it is this one."""
    return day_range(first, last, with_year={first.year, last.year} != {today().year})

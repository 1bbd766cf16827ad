"""Resolves rare written forms with dateparser: imported when the first such form is met, never given running text, its answer checked.

Documentation of the settings: https://dateparser.readthedocs.io/en/latest/settings.html
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.context import Value
from extractor.dates.words import number

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.match import Expression

_NO_BASE = date(2000, 1, 1)  # for forms that state everything; dateparser would else ask the clock


def written(each: Expression, context: Context) -> Value | None:
    """Values of family `written`; a day that dateparser reads otherwise than it is printed is left out with a warning."""
    words = " ".join(context.text[each.start : each.end].split())
    if each.get("ny"):
        if context.published is None:
            context.open_year(each)
            return None
        when, period = _parsed(words, context.published)
        wanted = calendar.month(context.published.year - int(each.get("ny")), context.published.month - int(each.get("nm")))
        agreed = when is not None and period == "month" and calendar.month(when.year, when.month) == wanted
        return Value("DATE", wanted, anchored=True) if agreed else None
    year, month, day = _printed(each)
    if not calendar.valid(year, month, day):
        context.impossible(each)
        return None
    when, period = _parsed(words, _NO_BASE)
    if period != "day" or when != date(year, month, day):
        context.warn("date-open", f"{words!r} is no written form that is known: check the article.", each)
        return None
    return Value("DATE", calendar.day(when))


def _printed(each: Expression) -> tuple[int, int, int]:
    """The year, month and day that stand in the words themselves, whatever their order."""
    at = next(at for at in ("", "2", "3", "4", "5") if each.get("y" + at))
    return int(each.get("y" + at)), number("month", each.get("m" + at)), int(each.get("d" + at))


@lru_cache(maxsize=512)
def _parsed(words: str, base: date) -> tuple[date | None, str | None]:
    """The day and its granularity ("day", "month", "year"), as dateparser reads English words beside a day."""
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": datetime(base.year, base.month, base.day), "TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": False}  # noqa: DTZ001 - a day without a zone
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    return (found.date_obj.date() if found.date_obj else None), found.period

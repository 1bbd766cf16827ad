"""Resolves stretches of months, weeks and quarters: "first ten months of the year", "first three quarters", "the September quarter", "Q1-Q3 2025"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.absolute import absolute, relative_year, two_digits
from extractor.dates.business import counts_fiscal
from extractor.dates.calendar import Period
from extractor.dates.context import Value
from extractor.dates.durations import count
from extractor.dates.match import Expression
from extractor.dates.tense import tense
from extractor.dates.words import number

if TYPE_CHECKING:
    from extractor.dates.context import Context


def stretch(each: Expression, context: Context) -> Value | None:
    """Values of family `stretch`: the first or last months of a year, as an interval of days; quarters of a year, as one from the first to the last."""
    if each.get("qa"):
        return _quarters(each, context)
    if each.get("short"):
        return Value(
            "DATE",
            calendar.span(date(_year_of(each, context), 1, 1), calendar.last_day(_year_of(each, context), int(each.get("short"))), "month"),
        )
    if each.get("wn"):
        return _weeks_of_month(each, context)
    if each.get("three"):
        return _first_three_quarters(each, context)
    length = int(count(each.get("n")) or 0)
    year = int(each.get("y")) if each.get("y") else relative_year(each.get("ry"), context)
    if not 0 < length < 12 or year is None:
        return None
    first, last = (1, length) if each.get("which") == "first" else (13 - length, 12)
    now = context.published
    if (
        each.get("ry") == "the year"
        and now
        and now < calendar.last_day(year, last)
        and tense(context.text, each.start, each.end) != "future"
    ):
        year -= 1  # "the first ten months of the year", told in February
    begin = calendar.month(year, first).earliest
    assert begin  # noqa: S101 - a month has its days
    return Value("DATE", calendar.span(begin, calendar.last_day(year, last), "month"), anchored=bool(each.get("ry")))


def _weeks_of_month(each: Expression, context: Context) -> Value | None:
    """As in "The first two weeks of January": days from the month's first, or up to its last; the year is the month's."""
    bare = Expression(
        each.start, each.end, each.lead, "absolute", {"bm": each.get("wm")} | ({"by": each.get("wy")} if each.get("wy") else {})
    )
    month = absolute(bare, context)
    days = int(count(each.get("wn")) or 0) * (7 if each.get("wu") == "weeks" else 1)
    if month is None or not 0 < days < 28:
        return None
    if not (month.period.earliest and month.period.latest):
        return month
    first, last = month.period.earliest, month.period.latest
    if each.get("wwhich") == "first":
        return Value("DATE", calendar.span(first, first + timedelta(days - 1)), month.anchored)
    return Value("DATE", calendar.span(last - timedelta(days - 1), last), month.anchored)


def _first_three_quarters(each: Expression, context: Context) -> Value | None:
    """As in "The first three quarters", of the year spoken of or of the one in which they were last over; not where the year is a fiscal one."""
    if counts_fiscal(context):
        return None
    now = context.published
    if each.get("ty"):
        year = int(each.get("ty"))
    elif each.get("try"):
        told = relative_year(each.get("try"), context)
        if told is None:
            return None
        year = told
    elif now:
        year = now.year if calendar.last_day(now.year, 9) < now or tense(context.text, each.start, each.end) == "future" else now.year - 1
    else:
        return None
    return Value("DATE", calendar.span(date(year, 1, 1), calendar.last_day(year, 9), "month"), anchored=not each.get("ty"))


def _quarters(each: Expression, context: Context) -> Value | None:
    year = _year_of(each, context)
    first, last = calendar.quarter(year, int(each.get("qa"))), calendar.quarter(year, int(each.get("qb")))
    if each.get("qa") >= each.get("qb"):
        return None
    return Value("DATE", Period(f"{first.value}/{last.value}", first.earliest, last.latest, "quarter"))


def _year_of(each: Expression, context: Context) -> int:
    """The year of "9M 2025", "Q1-Q3 '25"."""
    whole = each.get("qy") or each.get("sy")
    return int(whole) if whole else two_digits(int(each.get("qys") or each.get("sys")), context)


def _months_period(each: Expression, context: Context, last: int) -> Value | None:
    """As in "January-June period": the months from one to another, of the latest year in which they are over."""
    if not each.get("m0"):
        return None
    first = number("month", each.get("m0"))
    words = each.get("y") or each.get("y2")
    if not words and context.published is None:
        context.open_year(each)
        return Value("DATE", Period(f"XXXX-{first:02}/XXXX-{last:02}", None, None, "month"))
    now = context.published
    year = int(words) if words else now.year if now else 0
    if not words and now and calendar.last_day(year, last) > now and tense(context.text, each.start, each.end) != "future":
        year -= 1
    begin = calendar.month(year - (first > last), first)
    end = calendar.month(year, last)
    return Value("DATE", Period(f"{begin.value}/{end.value}", begin.earliest, end.latest, "month"), anchored=not words)


def month_quarter(each: Expression, context: Context) -> Value | None:
    """Values of family `month_quarter`: the three months that end with the month, the calendar's quarter where they are one."""
    month = number("month", each.get("m"))
    if each.get("m0") and not each.get("period") and (month - number("month", each.get("m0"))) % 12 != 2:
        return None
    words = each.get("y") or each.get("y2")
    if each.get("period"):
        return _months_period(each, context, month)
    if words:
        return Value("DATE", _three_months(int(words), month))
    now = context.published
    if now is None:
        context.open_year(each)
        return Value("DATE", Period(f"XXXX-Q{month // 3}" if month % 3 == 0 else f"XXXX-{month:02}", None, None, "quarter"))
    ahead = tense(context.text, each.start, each.end) == "future"
    years = [year for year in range(now.year - 1, now.year + 2) if (calendar.last_day(year, month) >= now) == ahead]
    return Value("DATE", _three_months(years[0] if ahead else years[-1], month), anchored=True)


def _three_months(year: int, month: int) -> Period:
    if month % 3 == 0:
        return calendar.quarter(year, month // 3)
    end = calendar.last_day(year, month)
    return calendar.span(calendar.back_from(end, 3), end, "quarter")

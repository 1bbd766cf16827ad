"""Stretches of the calendar: a TIMEX3 value with the first and last day it can mean and its granularity. Pure date arithmetic."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
_MONTHS = 12
_ALWAYS = 28  # days that every month has
_WINTER = "WI"


@dataclass(slots=True, frozen=True)
class Period:
    """A TIMEX3 value; `earliest` and `latest` are None where the value leaves them open."""

    value: str
    earliest: date | None = None
    latest: date | None = None
    granularity: str | None = None

    @property
    def year(self) -> int | None:
        """The year it ends in; for a fiscal year that of its label."""
        if self.value.startswith("FY"):
            return int(self.value[2:6])
        return self.latest.year if self.latest else None


def valid(year: int, month: int, day: int) -> bool:
    """True for a day that the (Gregorian) calendar has."""
    return (
        1 <= month <= _MONTHS and (1 <= day <= _ALWAYS or 1 <= day <= monthrange(year, month)[1])
        if 1 <= year < date.max.year and 1 <= month <= _MONTHS
        else False
    )


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), when, when, "day")


def week(when: date) -> Period:
    """The ISO week of a day: Monday to Sunday."""
    year, number, weekday = when.isocalendar()
    monday = when - timedelta(weekday - 1)
    return Period(f"{year}-W{number:02}", monday, monday + timedelta(6), "week")


def weekend(when: date) -> Period:
    """The Saturday and Sunday of the ISO week of a day."""
    whole = week(when)
    assert whole.earliest  # noqa: S101 - week() always has its days
    return Period(f"{whole.value}-WE", whole.earliest + timedelta(5), whole.latest, "day")


def month(year: int, number: int) -> Period:
    """A month; a number beyond 1-12 counts on into the years around."""
    year, number = year + (number - 1) // _MONTHS, (number - 1) % _MONTHS + 1
    return Period(f"{year:04}-{number:02}", date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def last_day(year: int, number: int) -> date:
    """The last day of a month."""
    return date(year, number, monthrange(year, number)[1])


def quarter(year: int, number: int) -> Period:
    """A calendar quarter; a number beyond 1-4 counts on into the years around."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return Period(f"{year:04}-Q{number}", month(year, 3 * number - 2).earliest, month(year, 3 * number).latest, "quarter")


def as_quarter(period: Period) -> Period:
    """Three months told by their days as the calendar's quarter; another stretch as it is."""
    first, last = period.earliest, period.latest
    if period.granularity != "quarter" or "/" not in period.value or first is None:
        return period
    whole = quarter(first.year, (first.month + 2) // 3)
    return whole if (whole.earliest, whole.latest) == (first, last) else period


def half(year: int, number: int) -> Period:
    """The first or second half of a year."""
    return Period(f"{year:04}-H{number}", month(year, 6 * number - 5).earliest, month(year, 6 * number).latest, "half")


def season(year: int, name: str) -> Period:
    """A season of the northern year. Winter belongs to the year by either end, so its days reach from January to the February after."""
    if name == _WINTER:
        return Period(f"{year:04}-{name}", date(year, 1, 1), month(year + 1, 2).latest, "season")
    first, last = _SEASON_MONTHS[name]
    return Period(f"{year:04}-{name}", month(year, first).earliest, month(year, last).latest, "season")


def of_year(number: int) -> Period:
    """A year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(start: int) -> Period:
    """The ten years from `start` (a year that ends in 0)."""
    return Period(f"{start // 10:03}", date(start, 1, 1), date(start + 9, 12, 31), "decade")


def century(ordinal: int) -> Period:
    """The n-th century; TIMEX3 writes the first two digits of its years ("20th century" is 19)."""
    start = (ordinal - 1) * 100
    return Period(f"{ordinal - 1:02}", date(max(start, 1), 1, 1), date(start + 99, 12, 31), "century")


def span(first: date, last: date, granularity: str | None = None) -> Period:
    """An interval from one day to another, both in it."""
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, granularity or "day")


def fiscal(year: int, part: str = "") -> Period:
    """A fiscal year or a part of one (`Q3`, `H1`): no calendar days are claimed for it."""
    granularity = {"Q": "quarter", "H": "half", "": "year"}[part[:1]]
    return Period(f"FY{year:04}{'-' if part else ''}{part}", None, None, granularity)


def add_months(when: date, number: int) -> date:
    """The same day of another month, or that month's last day."""
    there = month(when.year, when.month + number)
    assert there.earliest and there.latest  # noqa: S101, PT018 - month() always has its days
    return there.earliest.replace(day=min(when.day, there.latest.day))


def back_from(end: date, months: int) -> date:
    """The first day of so many months that end with a day; months that end with a month's last day begin with a first day.

    "Nine months ended September 30, 2025" begins on January 1.
    """
    if end.day == monthrange(end.year, end.month)[1]:
        return add_months(end.replace(day=1), 1 - months)
    return add_months(end, -months) + timedelta(1)


def years_on(period: Period, number: int) -> Period:
    """The same stretch so many years later (earlier where negative); open values move by their label."""
    value = period.value
    if value.startswith("FY"):
        return Period(f"FY{int(value[2:6]) + number:04}{value[6:]}", None, None, period.granularity)
    if period.earliest is None or period.latest is None:
        return period
    if "/" in value:
        end = add_months(period.latest, 12 * number)
        if period.latest.day == monthrange(period.latest.year, period.latest.month)[1]:
            end = month(end.year, end.month).latest or end
        if len(value) in {len("2024/2025"), len("2024-01/2024-02")}:
            return Period(
                "/".join(f"{int(part[:4]) + number:04}{part[4:]}" for part in value.split("/")),
                add_months(period.earliest, 12 * number),
                end,
                period.granularity,
            )
        return span(add_months(period.earliest, 12 * number), end, period.granularity)
    if period.granularity == "week":
        return week(period.earliest + timedelta(364 * number))
    if period.granularity in {"month", "quarter", "half", "season", "year"}:
        label = f"{int(value[:4]) + number:04}{value[4:]}"
        end = add_months(period.latest.replace(day=1), 12 * number)
        return Period(label, add_months(period.earliest, 12 * number), month(end.year, end.month).latest, period.granularity)
    if period.granularity == "day":
        return day(add_months(period.earliest, 12 * number))
    return period


def shift(period: Period, unit: str, number: int) -> Period | None:
    """The stretch of the unit's length so many units after (before where negative) a stretch; None where it has no days.

    Days and weeks counted from a day stay days; longer units give the stretch of that unit.
    """
    if unit == "year" and period.value.startswith("FY"):
        return years_on(period, number)
    start = period.earliest
    if start is None:
        return None
    try:
        if unit == "day":
            return day(start + timedelta(number))
        if unit == "week":
            there = start + timedelta(7 * number)
            return day(there) if period.granularity == "day" else week(there)
        if unit == "weekend":
            return weekend(start + timedelta(7 * number))
        return containing(add_months(start, number * _UNIT_MONTHS[unit]), unit)
    except (OverflowError, ValueError):
        return None


_UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def containing(when: date, unit: str) -> Period:
    """The day, week, month, quarter, half, year, decade or century that holds a day."""
    if unit == "week":
        return week(when)
    if unit == "weekend":
        return weekend(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "half":
        return half(when.year, (when.month + 5) // 6)
    if unit == "year":
        return of_year(when.year)
    if unit == "decade":
        return decade(when.year // 10 * 10)
    if unit == "century":
        return century(when.year // 100 + 1)
    return day(when)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 13, 1876, p. 487)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * n) // 433
    number = (h + n - 7 * m + 90) // 25
    return date(year, number, (h + n - 7 * m + 33 * number + 19) % 32)


def holiday(rule: str, year: int) -> date:
    """The day of a named day's rule (lexicon/holidays.csv) in a year."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule.removeprefix("easter")))
    if rule == "election":
        return nth_weekday(year, 11, 1, 1) + timedelta(1)
    if ":" in rule:
        nth, weekday, number = map(int, rule.split(":"))
        return nth_weekday(year, number, weekday, nth)
    number, on = map(int, rule.split("-"))
    return date(year, number, on)


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> date:
    """The n-th such weekday (1 is Monday) of a month; -1 is the last."""
    if nth > 0:
        first = date(year, number, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, number, monthrange(year, number)[1])
    return last - timedelta((last.isoweekday() - weekday) % 7)

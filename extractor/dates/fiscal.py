"""Fiscal years as calendar days, only where the article itself says on which day its fiscal year ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.patterns import DAY, YEAR
from extractor.dates.words import GAP, months, number

if TYPE_CHECKING:
    from extractor.dates.calendar import Period

_MID_YEAR = 6  # a year that ends in June or later bears that calendar year's number; one that ends earlier is named either way


@dataclass(slots=True, frozen=True)
class FiscalEnd:
    """The month and day a fiscal year ends on; `later` is how many calendar years behind its label (None where the article does not show it)."""

    month: int
    day: int
    later: int | None


@cache
def _statement() -> re.Pattern[str]:
    end = rf"(?:(?P<m>{months()}){GAP}(?P<d>{DAY})|(?P<d2>{DAY}){GAP}(?P<m2>{months()}))(?:,?{GAP}(?P<y>{YEAR}))?"
    verb = rf"(?i:(?:which|that|will){GAP})?(?i:ended|ends|ending|end){GAP}(?i:on{GAP})?"
    return re.compile(rf"(?i:\b(?:fiscal|financial)(?:{GAP}years?)?|\byears?)(?:{GAP}(?P<label>{YEAR}))?,?{GAP}\(?{verb}{end}(?!\w)")


def fiscal_end(text: str) -> FiscalEnd | None:
    """When the article's fiscal year ends: "fiscal 2025, which ended June 30, 2025"; None where it says nothing, or two different days."""
    if "iscal" not in text and "inancial year" not in text and "FY" not in text:
        return None
    found: list[FiscalEnd] = []
    for match in _statement().finditer(text):
        month, day = number("month", match["m"] or match["m2"]), int(match["d"] or match["d2"])
        later = int(match["y"]) - int(match["label"]) if match["y"] and match["label"] else None
        if calendar.valid(2000, month, day):
            found.append(FiscalEnd(month, day, later))
    if len({(each.month, each.day) for each in found}) != 1:
        return None
    later = next((each.later for each in found if each.later is not None), 0 if found[0].month >= _MID_YEAR else None)
    return replace(found[0], later=later)


def with_days(period: Period, end: FiscalEnd | None) -> Period:
    """A fiscal year, half or quarter with its first and last day.

    Left as it is where the label's calendar year is not shown, or where the year ends within a month: a year of 52 weeks ends on another day each time.
    """
    if end is None or end.later is None or period.earliest or not period.value.startswith("FY"):
        return period
    year = int(period.value[2:6]) + end.later
    if not calendar.valid(year, end.month, end.day) or not _closes_month(year, end):
        return period
    part, nth = (period.value[7], int(period.value[8])) if len(period.value) > len("FY2025") else ("", 1)
    length = {"Q": 3, "H": 6, "": 12}[part]
    first = calendar.month(year, end.month - 11 + length * (nth - 1))
    last = calendar.month(year, end.month - 12 + length * nth)
    return replace(period, earliest=first.earliest, latest=last.latest)


def _closes_month(year: int, end: FiscalEnd) -> bool:
    last = calendar.month(year, end.month).latest
    return last is not None and (last.day == end.day or (end.month == 2 and end.day in {28, 29}))

"""Fiscal years as calendar days, only where the article itself says on which day its fiscal year, or a numbered quarter of it, ends."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.patterns import DAY, YEAR
from extractor.dates.words import GAP, LINE_END, months, number

if TYPE_CHECKING:
    from datetime import date

    from extractor.dates.calendar import Period

_MID_YEAR = 6  # a year that ends in June or later bears that calendar year's number; one that ends earlier is named either way
_FIRST_DAYS = 7  # a year of 52 weeks ends on a weekday: up to so many days into the next month it is still the month's
_REPORTED_WITHIN = 150  # days after its end within which a quarter is reported
_LENGTHS = {"Q": 3, "H": 6}


@dataclass(slots=True, frozen=True)
class FiscalEnd:
    """The month and day a fiscal year ends on; `later` is how many calendar years behind its label (None where the article does not show it)."""

    month: int
    day: int
    later: int | None
    halves: bool = False  # the article names its halves by the fiscal year: "six months ended 31 December 2024 (H1 2025)"

    @property
    def closing(self) -> int:
        """The month that the year ends with: "February 1" ends a year of 52 weeks with January."""
        return (self.month - 2) % 12 + 1 if self.day <= _FIRST_DAYS else self.month

    @property
    def closes_month(self) -> bool:
        """True where each year ends with a month's last day; False for a year of 52 weeks, which ends on another day each time."""
        return self.day >= monthrange(2001, self.month)[1]


_ENDED = rf"(?:(?i:which|that|will){GAP})?(?i:ended|ends|ending|end){GAP}(?i:on{GAP})?"


def _day() -> str:
    return rf"(?:(?:(?P<m>{months()}){GAP}(?P<d>{DAY})|(?P<d2>{DAY}){GAP}(?P<m2>{months()}))(?:,?{GAP}(?P<y>{YEAR}))?|(?P<m3>{months()}){GAP}(?P<y3>{YEAR}))"


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(
        rf"(?i:\b(?:fiscal|financial)(?:{GAP}years?)?|\byears?)(?:{GAP}(?P<label>{YEAR}))?,?{GAP}\(?(?:(?i:the{GAP}(?:fiscal{GAP}|financial{GAP})?year){GAP})?{_ENDED}{_day()}(?!\w)"
    )


@cache
def _half_statement() -> re.Pattern[str]:
    """A half-year report's own words: "half-year results for the six months ended 31 December 2024 (H1 2025)", "half year ended 31 December"."""
    whole = rf"(?:(?:six|6){GAP}months|(?:twenty-six|26){GAP}weeks|half(?:-|{GAP})year|first(?:-|{GAP})half)"
    called = rf"(?:half(?:-|{GAP})year(?:ly)?|interim|first(?:-|{GAP})half)\b(?:[^.\n]|{LINE_END}){{0,60}}?\b"
    return re.compile(
        rf"(?i:\b(?:(?:{called}{whole})|half(?:-|{GAP})year|first(?:-|{GAP})half)){GAP}{_ENDED}{_day()}(?!\w)"
        rf"(?:[ ]?\(?[“\"'‘]?(?:(?:H1|1H)(?:{GAP}|-)?(?:FY)?['’]?(?P<label>20\d\d|\d\d)(?!\d)))?"
    )


@cache
def _quarter_statement() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:(?:fiscal{GAP}(?:year{GAP})?(?P<label>{YEAR}){GAP})?(?P<nth>first|second|third|fourth)(?:{GAP}|-)(?:fiscal{GAP})?quarter)"
        rf"(?:{GAP}(?i:of{GAP})?(?i:the{GAP})?(?i:fiscal)(?:{GAP}(?i:year))?{GAP}(?P<label2>{YEAR}))?,?{GAP}\(?{_ENDED}{_day()}(?!\w)"
    )


def fiscal_end(text: str) -> FiscalEnd | None:
    """When the article's fiscal year ends: "fiscal 2025, which ended June 30, 2025", "third quarter ended April 30, 2025", "half year ended 31 December".

    None where it says nothing, or two different months.
    """
    quarters = list(_quarter_statement().finditer(text)) if "uarter" in text else []
    found: list[FiscalEnd] = []
    if "iscal" in text or "inancial year" in text or "FY" in text:
        for match in _statement().finditer(text):
            if not any(one.start() <= match.start() < one.end() for one in quarters):  # "third quarter of fiscal 2025, which ended July 31"
                found += _of(match, match["label"], 0)
    if not found:
        for match in quarters:
            found += _of(match, match["label"] or match["label2"], 3 * (4 - number("ordinal", match["nth"])))
    if not found and re.search(r"(?i)half|interim", text):
        for match in _half_statement().finditer(text):
            found += [replace(each, halves=bool(match["label"])) for each in _of(match, match["label"], 6)]
    if len({each.closing for each in found}) != 1:
        return None
    later = next((each.later for each in found if each.later is not None), None)
    if later is None:
        later = 0 if found[0].closing >= _MID_YEAR else _later_by_figures(text)
    if later is None:
        later = _later_by_comparison(text, quarters)
    odd = next((each for each in found if not each.closes_month), found[0])  # days that differ are those of 52 weeks
    return replace(odd, later=later, halves=any(each.halves for each in found))


def _later_by_figures(text: str) -> int | None:
    """How far behind its label a year ends, by the figures of the year before in brackets: "year ending 28 February 2026 ... (Q3 FY25: £8m)"."""
    ends = [int(match["y"]) for match in _statement().finditer(text) if match["y"]]
    labels = [int(match[1][-2:]) + 2000 for match in _FIGURE_BEFORE.finditer(text)]
    later = max(ends) - 1 - max(labels) if ends and labels else None
    return later if later in {0, 1} else None


def _later_by_comparison(text: str, quarters: list[re.Match[str]]) -> int | None:
    """How far behind its label a year ends, by the quarter of the year before: "compared to 69.8% in the third quarter of fiscal 2025"."""
    found = set()
    for quarter in quarters:
        end = int(quarter["y"] or quarter["y3"] or 0)
        nth = quarter["nth"]
        before = re.compile(
            rf"(?i)\b(?:compared\s(?:to|with)|from|versus|vs\.?|than)\s(?:[^.;\n]|\.\d|{LINE_END}){{0,60}}(?<!\w){nth}{GAP}quarter{GAP}of{GAP}(?:the{GAP})?fiscal{GAP}(?:year{GAP})?(\d{{4}})"
        )
        month = number("month", quarter["m"] or quarter["m2"] or quarter["m3"])
        wraps = month + 3 * (4 - number("ordinal", nth)) > 12
        found |= {end + wraps - int(match[1]) - 1 for match in before.finditer(text)} if end else set()
    return found.pop() if found in ({0}, {1}) else None


_FIGURE_BEFORE = re.compile(r"\((?:[QH][1-4]\s)?FY\s?['’]?(\d{4}|\d\d)(?:\s[QH][1-4])?:\s")


def _of(match: re.Match[str], label: str | None, months_left: int) -> list[FiscalEnd]:
    """The end that a statement gives; `months_left` is how long the year goes on behind the day (0 for the year's own end)."""
    month = number("month", match["m"] or match["m2"] or match["m3"])
    day = monthrange(2001, month)[1] if match["m3"] else int(match["d"] or match["d2"])
    if not calendar.valid(2000, month, day):
        return []
    end, year = month + months_left, match["y"] or match["y3"]
    later = int(year) + (end > 12) - _in_full(label) if year and label else None
    if not months_left:
        return [FiscalEnd(month, day, later)]
    closing = (end - 1) % 12 + 1
    return [FiscalEnd(closing, monthrange(2001, closing)[1] if day >= monthrange(2001, month)[1] else day, later)]


def _in_full(label: str) -> int:
    return int(label) if len(label) == len("2025") else 2000 + int(label)


def with_days(period: Period, end: FiscalEnd | None) -> Period:
    """A fiscal year, half or quarter with its first and last day.

    Left as it is where the label's calendar year is not shown, or where the year ends within a month: a year of 52 weeks ends on another day each time.
    """
    if end is None or end.later is None or period.earliest or not re.match(r"FY\d{4}", period.value):
        return period
    if not end.closes_month:
        return period
    year = int(period.value[2:6]) + end.later
    part, nth = (period.value[7], int(period.value[8])) if len(period.value) > len("FY2025") else ("", 1)
    first, last = _stretch(year, end, part, nth)
    return replace(period, earliest=first, latest=last)


def part_of_year(end: FiscalEnd, part: str, now: date, *, ahead: bool) -> Period | None:
    """A bare "fourth quarter" (part "Q4") of a year that is not the calendar's: the last one that is over, or with `ahead` the next one to end.

    One that ended lately is meant in either case: nobody awaits the next for so long. A label that the article does not show is not invented:
    the value is then the days, or None where those cannot be known.
    """
    kind, nth = part[0], int(part[1])
    years = range(now.year - 2, now.year + 3)
    over = [year for year in years if _stretch(year, end, kind, nth)[1] < now]
    lately = (now - _stretch(over[-1], end, kind, nth)[1]).days < _REPORTED_WITHIN
    year = over[-1] + (ahead and not lately)
    if end.later is not None:
        return calendar.fiscal(year - end.later, part)
    first, last = _stretch(year, end, kind, nth)
    return calendar.span(first, last, "quarter" if kind == "Q" else "half") if end.closes_month else None


def _stretch(year: int, end: FiscalEnd, part: str, nth: int) -> tuple[date, date]:
    """First and last day, to the month, of a part of the fiscal year that ends in a calendar year."""
    length = _LENGTHS.get(part, 12)
    first = calendar.month(year, end.closing - 11 + length * (nth - 1)).earliest
    last = calendar.month(year, end.closing - 12 + length * nth).latest
    assert first and last  # noqa: S101, PT018 - a month has its days
    return first, last

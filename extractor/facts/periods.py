"""When a figure holds: the date of its clause or sentence, else the period that the paragraph, the heading above it or the release speaks of.

A wrong period is worse than none: what is carried on from an earlier sentence must fit the measure and the length of time that the sentence names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.facts.dated import has_two_ends, is_back, is_balance_day, is_first_months, is_span, is_whole, period_of
from extractor.facts.resolve import goes_on, listed, pattern_of
from extractor.facts.tokens import is_flow
from extractor.findings import DateMention, MoneyMention, PercentageMention, QuantityMention

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extractor.facts.claim import Claim
    from extractor.facts.tokens import Row
    from extractor.findings import Fact, Findings, Mention, Section

_OPENING = 2500  # characters: headline, highlights and first paragraph of a release
_RESULTS = re.compile(r"\s(?:[\w-]+\s){0,3}(?:results|earnings|accounts|figures|traffic|statistics)\b", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:the\s|its\s)?")
_NUMBER = re.compile(r"(?:\A|\n)[ ]{0,3}\d{1,2}\.?[ ]{1,3}\Z")
_LONGEST_HEADING = 80
_SHORT = re.compile(r"\s?\([“\"']?(?:the\s)?")
_RESULTS_FOR = re.compile(
    r"\b(?:results|accounts|earnings|figures|trading|performance)\b[^.;\n\d]{0,30}\b(?:for|of)\s(?:the\s|its\s)?\Z", re.IGNORECASE
)


def reporting_period(found: Findings) -> tuple[DateMention | None, bool]:
    """The period that the release reports on: what "results for", "earnings for", "2025 interim results" in its opening say; by its short name where one is given.

    True beside it where the words say so; a date in a headline is the best guess until the first paragraph names a period.
    """
    dates = sorted((date for date in found.dates if date.start < _OPENING), key=lambda date: date.start)
    headline = found.layout.headline
    titled: DateMention | None = None
    for index, date in enumerate(dates):
        if not is_span(date) or not is_whole(found.text, date):
            continue
        if _RESULTS_FOR.search(found.text[max(0, date.start - 60) : date.start]):
            short = dates[index + 1] if index + 1 < len(dates) else None
            return (short if short is not None and _SHORT.fullmatch(found.text[date.end : short.start]) else date), True
        after = _RESULTS.match(found.text[date.end : date.end + 40])
        if titled is None and (
            after or (headline is not None and headline.start <= date.start < headline.end and is_past(date, found.published))
        ):
            titled = date
    return titled, False


def is_past(date: DateMention, published: date | None) -> bool:
    """True where the date does not begin behind the day of publication, as far as the two are known."""
    return published is None or date.earliest is None or date.earliest <= published


_LENGTHS = {"month": (28, 31), "quarter": (83, 99), "half": (175, 190), "year": (357, 378)}
_NAMED_LENGTH = re.compile(
    r"\b(?:for|in|during|over|of)\s(?:the|this)\s(?:full[\s-])?(month|quarter|half|year)\b|\b(annual|full[\s-]year|yearly|quarterly)\b",
    re.IGNORECASE,
)
_SAME = {"annual": "year", "yearly": "year", "quarterly": "quarter"}


class Periods:
    """What period is spoken of while the sentences are read in order; it goes on within a paragraph, and under a heading that names one."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._release, self._certain = reporting_period(found)
        layout = found.layout
        self._lead = next((index for index, each in enumerate(layout.paragraphs) if layout.kind_at(each.start) == "body"), -1)
        numbered = [section for section in layout.sections if section.kind == "bullets" and self._is_numbered(section)]
        self._numbered = {section.start for section in numbered}
        self._headings = sorted([*numbered, *(section for section in layout.sections if section.kind == "heading")], key=_first)
        self._starts = [section.start for section in self._headings]
        self._dates = sorted((each for each in found.dates if is_span(each) and is_whole(found.text, each)), key=_start)
        title = layout.headline
        self._titled = [each for each in self._dates if title is not None and title.start <= each.start < title.end]
        self._names = self._names_of_release()
        self._paragraph = -1
        self._spoken: dict[str, DateMention | None] = {}
        self._balance: DateMention | None = None
        self._told_in: Row | None = None
        self._day: DateMention | None = None
        self._spoken_in: dict[str, Row] = {}

    def _is_numbered(self, section: Section) -> bool:
        """True for "4. Forecast for fiscal 2026" on a line of its own: a heading that looks like an item of a list."""
        text = self._found.text
        words = text[section.start : section.end]
        return (
            bool(_NUMBER.search(text, max(0, section.start - 8), section.start))
            and "\n" not in words
            and len(words) <= _LONGEST_HEADING
            and not words.endswith((".", ";", ","))
            and not any(section.start <= each.start < section.end for each in (*self._found.money, *self._found.percentages))
        )

    def enter(self, paragraph: int, row: Row) -> bool:
        """Goes to the next sentence; True where it opens a paragraph of its own."""
        new = paragraph != self._paragraph and not goes_on(row)
        if new:
            self._balance = None
            headed, expected = self._heading(row.span.start)
            release = self._release_at(row.span.start)
            self._spoken = {"reported": release if headed is None or expected else headed, "expected": headed if expected else None}
        self._paragraph = paragraph
        return new

    def hear(self, row: Row, inside: Sequence[Mention]) -> None:
        """Takes the period of a sentence without figures."""
        self._hear_day(row, inside)
        span = next((mention for mention in inside if is_span(mention)), None)
        if span is not None and is_past(span, self._found.published):
            self._spoken["reported"] = span

    def _hear_day(self, row: Row, inside: Sequence[Mention]) -> None:
        """Takes the day of a report of the markets from its opening: "Shares slipped on Tuesday"; what moved is told of that day."""
        if (
            self._day is None
            and row.span.start < _OPENING
            and pattern_of("traded").search(row.text, row.span.start, row.span.end)
            and "u" in row.classes
        ):
            days = (each for each in inside if isinstance(each, DateMention) and each.granularity == "day" and not each.modifier)
            self._day = next((each for each in days if is_past(each, self._found.published)), None)

    def settle(self, fact: Fact, claim: Claim, *, compared: bool) -> None:
        """Gives the statement its period; `compared` is true of what only stands beside the sentence's own figure."""
        said = period_of(claim)
        text = self._found.text
        if said is None:
            if self._found.layout.kind_at(claim.row.span.start) not in _TIMELESS and not has_two_ends(claim.row):
                fact.period = self._carried(fact, claim.row, is_flow(fact.measure.of(text)))
            return
        fact.period = said
        if compared or _opens_since(claim.row, said) or (is_back(text, said) and self._spoken.get(fact.certainty)):
            return
        if is_first_months(claim.row, said) or (
            is_span(said) and not said.modifier and (said.granularity != "month" or self._is_of_months(fact))
        ):
            if (
                self._spoken_in.get(fact.certainty) is not claim.row
            ):  # "in Q4 it added 2 million users and closed 2025 with 40 million": what follows is of Q4
                self._spoken[fact.certainty] = said
            self._spoken_in[fact.certainty] = claim.row
            if self._paragraph == self._lead and not self._certain and fact.certainty == "reported":
                self._release, self._certain = said, True
                self._names = self._names_of_release()
        elif said.granularity == "day" and is_balance_day(claim.row, said):
            self._balance, self._told_in = said, claim.row

    def _carried(self, fact: Fact, row: Row, flow: bool | None) -> DateMention | None:
        """What is spoken of, where the statement takes it: sales and profit belong to a period, debt and deposits to the day of the balance sheet."""
        if self._day is not None and flow is not True and fact.certainty == "reported" and _is_move(fact):
            return self._day
        measure = fact.measure.of(row.text)
        on_balance = listed("balance_sheet", measure)
        if flow is False and not goes_on(row) and not _is_done(row, fact) and (on_balance or not _has_moved(fact, measure)):
            return self._balance if self._told_in is not row and on_balance else None
        if (
            listed("payable", fact.measure.of(row.text)) and not fact.by
        ):  # "declared a dividend of $0.16, payable September 15": of no period but its own
            return None
        if not goes_on(row) and not self._belongs(fact) and not (flow is not True and _is_done(row, fact)):
            return None
        period = self._spoken.get(fact.certainty)
        named = _NAMED_LENGTH.search(row.text, row.span.start, row.span.end)
        if period is None or named is None:
            return period
        length = (named[1] or named[2]).lower()
        length = _SAME.get(length, length[-4:] if length.startswith("full") else length)
        return next((each for each in (period, *self._titled) if _lasts(each, length)), None)

    def _names_of_release(self) -> list[DateMention]:
        """Where running text and headings name the release's period in full, in order: "three months ended June 30, 2025", "Q2 2025".

        A fiscal period whose days nobody says is the same where it is the first that the headlines name of that length: "Q1 FY26 profit rises".
        """
        release, kind_at = self._release, self._found.layout.kind_at
        if release is None or kind_at(release.start) == "table":
            return []
        opening = [each for each in self._dates if each.start < _OPENING and kind_at(each.start) in {"headline", "subheadline", "heading"}]
        fiscal = next((each for each in opening if each.earliest is None and _lasts(release, _length(each.value))), None)
        extents = {_extent(release), _extent(fiscal) if fiscal and self._certain else None}
        names = [each for each in self._dates if _extent(each) in extents and not each.anchored and kind_at(each.start) != "table"]
        explained = [_APPOSED.fullmatch(self._found.text, one.end, two.start) for one, two in pairwise(names)]
        return [
            each for each, behind in zip(names, [None, *explained], strict=False) if not behind
        ]  # "fiscal 2025, the year ended March 31"

    def _release_at(self, offset: int) -> DateMention | None:
        """The release's period by the name that the text last gave it above."""
        at = bisect_left(self._names, offset, key=_start)
        return self._names[at - 1] if at else self._release

    def _belongs(self, fact: Fact) -> bool:
        """True for what is measured over a period; not for a purchase, whose month is no period that the release reports on."""
        words = fact.measure.of(self._found.text)
        flow = is_flow(words)
        return bool(flow) or (
            not listed("balance_sheet", words) and (_has_moved(fact, words) or fact.by is not None or listed("growth", words))
        )

    def _is_of_months(self, fact: Fact) -> bool:
        """True for what is told month by month, so that its month goes on: sales, inflation; not a price or a membership that moved in one."""
        words = fact.measure.of(self._found.text)
        flow = is_flow(words)
        return bool(flow) or (flow is None and (fact.by is not None or fact.previous is not None or listed("growth", words)))

    def _heading(self, offset: int) -> tuple[DateMention | None, bool]:
        """The one period that the heading above names, and whether it speaks of what is to come."""
        section = self._found.layout.section_at(offset)
        at = bisect_right(self._starts, offset) - 1
        if section is None or at < 0:
            return None, False
        heading = self._headings[at]
        title = self._found.text[heading.start : heading.end] if heading.start in self._numbered else section.title
        if title is None:
            return None, False
        first = bisect_right(self._dates, heading.start - 1, key=_start)
        inside = [each for each in self._dates[first : first + 3] if each.start < heading.end]
        expected = listed("expected_titles", title)
        return (inside[0] if inside else None), expected


def _is_move(fact: Fact) -> bool:
    """True for how far a price moved, in percent or money; jobs are cut on no day of the markets."""
    return isinstance(fact.by, PercentageMention | MoneyMention) or fact.direction == "flat"


def _has_moved(fact: Fact, measure: str) -> bool:
    """True for a rate or price that is told with an earlier one, its change or a direction; not for "86 basis points lower than at home", "raised its stake to"."""
    if fact.previous is not None:
        return True
    moved = fact.by is not None or (fact.direction is not None and not listed("dateless", measure))
    return moved and fact.found_by != "facts.comparative"


def _opens_since(row: Row, date: DateMention) -> bool:
    """True for "since 2023": what follows is of no such year."""
    return "since" in row.words[max(0, row.index_of(date) - 2) : row.index_of(date)]


def _extent(period: DateMention) -> object:
    return (period.earliest, period.latest) if period.earliest and period.latest else period.value


def _length(value: str) -> str:
    return "quarter" if "Q" in value else "half" if "H" in value else "year"


_TIMELESS = frozenset({"boilerplate", "contact", "credits", "forward_looking"})


def _is_done(row: Row, fact: Fact) -> bool:
    """True for a number of things that somebody did something with: "opened four stores", "1.1 million shares repurchased"."""
    if not isinstance(fact.value, QuantityMention):
        return False
    at = row.index_of(fact.value)
    beside = [*row.words[max(at - 1, 0) : at], *row.words[at + 1 : at + 2]]
    return any(word.endswith("ed") or listed("done", word) for word in beside)


def _lasts(period: DateMention, length: str) -> bool:
    """True where the period is as long as a month, quarter, half or year, or where its length is not known."""
    if period.earliest is None or period.latest is None:
        return ("Q" in period.value) == (length == "quarter") and ("H" in period.value) == (length == "half")
    shortest, longest = _LENGTHS[length]
    return shortest <= (period.latest - period.earliest).days + 1 <= longest


def _first(section: Section) -> int:
    return section.start


def _start(mention: Mention) -> int:
    return mention.start

"""The times that the headings of a table tell, in one cell or in several lines.

"Three Months Ended / September 30, / 2025" in three lines is one time expression; the room of dates reads it as if it were printed in one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.dates import match
from extractor.dates.context import Context
from extractor.dates.resolve import resolve
from extractor.facts.cells import fills
from extractor.facts.dated import is_span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from extractor.dates.calendar import Period
    from extractor.facts.cells import Cell
    from extractor.findings import DateMention, Findings, Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_PART = re.compile(
    rf"\b(?:\d{{1,2}}\s?M|[1-4]Q|Q[1-4]|[12]H|H[12]|months?|weeks?|quarters?|half|ended|ending|YTD|year[\s-]to[\s-]date|FY|full[\s-]year)\b|\b{_MONTH}\s?[-–]\s?{_MONTH}(?!\w)",
    re.IGNORECASE,
)
_SPAN_OF_MONTHS = re.compile(r"\b(?:\d{1,2}\s?M|months?|weeks?|half|YTD|year[\s-]to[\s-]date)\b", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:ended|ending|to)\b|\d{4}", re.IGNORECASE)
_LENGTH = re.compile(r"\d{1,2}[ -](?:days?|weeks?|months?|quarters?|years?)(?: ?\([^()]*\))?", re.IGNORECASE)  # "3 Years (p.a.)"
SHORT_YEAR = re.compile(rf"(?P<part>FY|H[12]|[12]H|Q[1-4]|[1-4]Q|\d{{1,2}}M|{_MONTH})[ -]{{0,2}}['’]?(?P<year>\d\d)", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Time:
    """What a heading says of time, and the mention that stands for it; the mention takes it over once a statement needs it."""

    value: str
    earliest: date | None = None
    latest: date | None = None
    granularity: str | None = None
    mention: DateMention | None = None

    def told(self) -> DateMention | None:
        """The mention of this time; None where the heading has no words for it that are one."""
        mention = self.mention
        if mention and _key(mention) != _key(self):
            mention.type, mention.anchored, mention.granularity = "DATE", True, self.granularity
            mention.value, mention.earliest, mention.latest = self.value, self.earliest, self.latest
        return mention


class Calendar:
    """Reads the periods of headings and finds the article's own mention of each."""

    def __init__(self, found: Findings) -> None:
        self._text = found.text
        self._published = found.published
        self._dates = found.dates
        self._known: dict[object, Time] = {}
        self._read: dict[str, Period | None] = {}
        for mention in sorted((each for each in found.dates if each.type == "DATE" and not each.modifier), key=_is_anchored):
            if is_span(mention) or not mention.anchored:
                self._known.setdefault(_key(mention), _time(mention))

    def date_in(self, title: Span) -> DateMention | None:
        """The date in the words of a title; None where it has none, or several."""
        first = bisect_left(self._dates, title.start, key=_start)
        found = [date for date in self._dates[first : first + 2] if date.start < title.end]
        return found[0] if len(found) == 1 and found[0].type == "DATE" else None

    def time_of(self, cells: Sequence[Cell], shared: Collection[Cell] = ()) -> Time | None:
        """The time that the cells of a heading, from the top down, say together; None where they leave it open.

        Its mention is that of the article's running text where it has one ("three months ended September 30, 2025"). Else that of the heading's
        cell without a year, or of the lowest dated one where that stands over several columns (`shared`): it then means what the others make of it.
        """
        text = self._text
        told = [cell for cell in cells if says_time(text, cell)]
        if len(told) == 1:
            return self._of_cell(told[0])
        dated = [cell for cell in told if cell.date]
        if not dated:
            return None
        own = dated[-1].date
        year = told[-1].span.of(text).strip()
        words = [cell.span.of(text) for cell in told]
        if _YEAR.fullmatch(year):  # "Six months ended 30 June 2025" over "2025   2024"
            words = [*(_YEAR.sub("", each) for each in words[:-1]), year]
        period = self._period(" ".join(" ".join(words).split()))
        if own is None or period is None:
            return None
        if _key(period) == _key(own):
            return _time(own)
        known = self._known.get(_key(period))
        if known is None:
            yearless = [cell.date for cell in dated if cell.date and is_open(cell) and cell not in shared]
            mention = yearless[0] if yearless else own
            known = self._known[_key(period)] = Time(period.value, period.earliest, period.latest, period.granularity, mention)
        return known

    def _of_cell(self, cell: Cell) -> Time | None:
        """The time of one cell: as the room of dates reads it, or with a year of two digits ("H1 25", "Dec-25"), which that room sees no year in."""
        short = SHORT_YEAR.fullmatch(cell.span.of(self._text))
        period = self._period(f"{short['part']} 20{short['year']}") if short else None
        own = cell.date
        if period:
            time = Time(period.value, period.earliest, period.latest, period.granularity, own)
            if own and own.end < cell.span.end:
                own.start, own.end = cell.span.start, cell.span.end
                time.told()
                own.anchored = False
            return time
        if own is None:
            return None
        if own.type == "DURATION" and fills(own, cell):  # "3 months   1 year"
            return _time(own)
        return None if self._says_less(cell) else _time(own)

    def _says_less(self, cell: Cell) -> bool:
        """True where the mention is only part of what the cell says: the year of "9M 2025"."""
        date = cell.date
        assert date is not None  # noqa: S101 - the caller has looked
        around = self._text[cell.span.start : date.start] + " " + self._text[date.end : cell.span.end]
        return date.type != "DATE" or bool(_SPAN_OF_MONTHS.search(around))

    def _period(self, words: str) -> Period | None:
        if words not in self._read:
            found = resolve(match.find(words, []), Context(words, self._published, story=False))
            dates = [each for each in found if each.value.type == "DATE"]
            rest = words[: found[0].start] + words[found[0].end :] if found else ""
            whole = len(found) == len(dates) == 1 and not _SPAN_OF_MONTHS.search(rest) and "XXXX" not in dates[0].value.period.value
            self._read[words] = dates[0].value.period if whole else None
        return self._read[words]


def says_time(text: str, cell: Cell) -> bool:
    """True for a cell that says a time or a part of one: "2025", "September 30,", "Nine months ended"."""
    words = cell.span.of(text)
    if cell.date is not None and cell.date.type == "DURATION" and not fills(cell.date, cell):  # "1-year return" is no time
        return bool(_ENDED.search(words))
    return cell.date is not None or bool(_PART.search(words) or SHORT_YEAR.fullmatch(words) or _LENGTH.fullmatch(words))


def is_open(cell: Cell) -> bool:
    """True for a time without its year, also where the publication date gave it one."""
    return cell.date is None or cell.date.type == "DURATION" or cell.date.anchored or cell.date.value.startswith("XXXX")


def _key(time: DateMention | Period | Time) -> object:
    return (time.earliest, time.latest) if time.earliest and time.latest else time.value


def _time(mention: DateMention) -> Time:
    return Time(mention.value, mention.earliest, mention.latest, mention.granularity, mention)


def _is_anchored(mention: DateMention) -> tuple[bool, int]:
    return mention.anchored, mention.start


def _start(mention: DateMention) -> int:
    return mention.start

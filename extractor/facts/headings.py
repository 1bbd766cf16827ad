"""What stands above the columns of a table: the period, change or thing that a column is about, told by one or several lines of heading.

"Three Months Ended / September 30, / 2025" in three lines is one time expression; the room of dates reads it as if it were printed in one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.dates import match
from extractor.dates.context import Context
from extractor.dates.resolve import resolve
from extractor.facts.dated import is_span
from extractor.facts.resolve import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from extractor.dates.calendar import Period
    from extractor.facts.cells import Cell, Line
    from extractor.findings import DateMention, Findings

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_PART = re.compile(
    rf"\b(?:\d{{1,2}}\s?M|[1-4]Q|Q[1-4]|[12]H|H[12]|months?|weeks?|quarters?|half|ended|ending|YTD|year[\s-]to[\s-]date)\b|\b{_MONTH}\s?[-–]\s?{_MONTH}(?!\w)",
    re.IGNORECASE,
)
_SPAN_OF_MONTHS = re.compile(r"\b(?:\d{1,2}\s?M|months?|weeks?|half|YTD|year[\s-]to[\s-]date)\b", re.IGNORECASE)
_UNITS = frozenset("$€£¥%")
_MARGIN = 2  # characters before a cell that stands over the labels of the rows
_DRIFT = 6  # columns in proportional text drift by a few characters
_LOOSE = 14
_TURN = 8  # days that a fiscal period of weeks ends earlier or later than a year before


@dataclass(slots=True, eq=False)
class Column:
    """A column: the lowest cell of its heading, what stands above that, and what they say."""

    head: Cell
    above: list[Cell] = field(default_factory=list)
    words: str = ""
    change: bool = False
    expected: bool = False
    reported: bool = False
    period: DateMention | None = None
    earlier: Column | None = None
    aside: bool = False  # a change against the quarter before, in a table that compares with the year before


class Calendar:
    """Reads the periods of headings and finds the article's own mention of each."""

    def __init__(self, found: Findings) -> None:
        self._text = found.text
        self._published = found.published
        self._known: dict[object, DateMention] = {}
        self._read: dict[str, Period | None] = {}
        for mention in sorted((each for each in found.dates if each.type == "DATE" and not each.modifier), key=_is_anchored):
            if is_span(mention) or not mention.anchored:
                self._known.setdefault(_key(mention.earliest, mention.latest, mention.value), mention)

    def period_of(self, cells: Sequence[Cell], shared: Collection[Cell] = ()) -> DateMention | None:
        """The mention of the time that the cells of a heading, from the top down, say together; None where they leave it open.

        That of the article's running text where it has one ("three months ended September 30, 2025"). Else that of the heading's cell
        without a year, or of the lowest dated one where that stands over several columns (`shared`): it then means what the others make of it.
        """
        text = self._text
        told = [cell for cell in cells if cell.date or _PART.search(cell.span.of(text))]
        dated = [cell for cell in told if cell.date]
        if not dated:
            return None
        own = dated[-1].date
        if len(told) == 1:
            return None if own is None or self._says_less(told[0]) else own
        year = told[-1].span.of(text).strip()
        words = [cell.span.of(text) for cell in told]
        if _YEAR.fullmatch(year):  # "Six months ended 30 June 2025" over "2025   2024"
            words = [*(_YEAR.sub("", each) for each in words[:-1]), year]
        period = self._period(" ".join(" ".join(words).split()))
        if own is None or period is None:
            return None
        key = _key(period.earliest, period.latest, period.value)
        if key == _key(own.earliest, own.latest, own.value):
            return own
        known = self._known.get(key)
        if known is None:
            yearless = [cell.date for cell in dated if cell.date and _is_open(cell) and cell not in shared]
            known = self._known[key] = yearless[0] if yearless else own
            known.type, known.anchored, known.granularity = "DATE", True, period.granularity
            known.value, known.earliest, known.latest = period.value, period.earliest, period.latest
        return known

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


def columns_of(text: str, headings: Sequence[Line], calendar: Calendar) -> list[Column]:
    """The columns that the lines of heading describe, without that of the rows' labels."""
    base = _base(headings)
    if base is None:
        return []
    columns = [Column(cell) for cell in _without_label(text, base)]
    if columns and columns[0].head is not base.cells[0] and _is_part(text, base.cells[0]):
        for column in columns:
            column.above.append(base.cells[0])
    for line in headings:
        if line is not base and any(_is_part(text, cell) for cell in line.cells):
            _group(text, columns, line)
    # "Change" over "$   %": a unit beside years says how the change is told
    split_change = any(column.head.date for column in columns) and any(_is_change(text, cell) for line in headings for cell in line.cells)
    for column in columns:
        cells = sorted([*column.above, column.head], key=_line_start)
        column.words = " ".join(cell.span.of(text) for cell in cells)
        column.change = any(_is_change(text, cell) for cell in cells) or (split_change and column.head.span.of(text) in _UNITS)
        column.expected = listed("expected_titles", column.words)
        column.reported = listed("reported_titles", column.words)
        if not column.change:
            column.period = calendar.period_of(cells, [cell for other in columns if other is not column for cell in other.above])
    _pair(columns)
    return columns


def _base(headings: Sequence[Line]) -> Line | None:
    """The line that has a cell for each column: the lowest one with dates, else the lowest without figures."""
    several = [line for line in reversed(headings) if len(line.cells) > 1]
    alone = [line for line in reversed(headings) if len(line.cells) == 1 and line.cells[0].left > _LOOSE]
    for lines in (several, alone):
        dated = next((line for line in lines if any(cell.date for cell in line.cells)), None)
        if dated:
            return dated
    return next((line for line in several if not any(cell.figure for cell in line.cells)), next(iter([*several, *alone]), None))


def _without_label(text: str, line: Line) -> list[Cell]:
    """The cells of a line of heading without the one over the labels: "In € million", "Region"."""
    first, rest = line.cells[0], line.cells[1:]
    if not rest or first.left > _MARGIN:
        return line.cells
    years = [cell for cell in rest if cell.date is not None]
    says_part = _is_open(first) and bool(years) and not any(_is_open(cell) for cell in years)  # "Quarter ended June 30    2025    2024"
    return rest if says_part or not _is_part(text, first) else line.cells


def _is_part(text: str, cell: Cell) -> bool:
    """True for a cell that says a time or a part of one: "2025", "September 30,", "Nine months ended"."""
    return cell.date is not None or bool(_PART.search(cell.span.of(text)))


def _is_open(cell: Cell) -> bool:
    """True for a time without its year, also where the publication date gave it one."""
    return cell.date is None or cell.date.type == "DURATION" or cell.date.anchored or cell.date.value.startswith("XXXX")


def _is_change(text: str, cell: Cell) -> bool:
    words = cell.span.of(text)
    return cell.date is None and (listed("change_columns", words) or words.strip() in {"%", "+/-", "+/–", "±", "pp", "Δ"})


def _group(text: str, columns: Sequence[Column], line: Line) -> None:
    """Puts the cells of one more line of heading over the columns: by order where their numbers fit, else by place."""
    titles = [cell for cell in _without_label(text, line) if not _is_change(text, cell)]
    under = [column for column in columns if not _is_change(text, column.head)]
    if not titles or not under:
        return
    if len(under) % len(titles) == 0:
        each = len(under) // len(titles)
        for index, column in enumerate(under):
            column.above.append(titles[index // each])
    elif len(titles) < len(under):
        for column in under:
            middle = (column.head.left + column.head.right) / 2
            column.above.append(min(titles, key=lambda title: abs((title.left + title.right) / 2 - middle)))


def over(line: Line, columns: Sequence[Column]) -> list[Column | None]:
    """The column of each cell behind the row's label."""
    cells = line.cells[1:]
    if len(cells) == len(columns) and (line.split or all(_stands_under(cell, column) for cell, column in zip(cells, columns, strict=True))):
        return list(columns)
    if line.split:
        orders = {column.head.order: column for column in columns}
        return [orders.get(cell.order) for cell in cells]
    return [_nearest(cell, columns) for cell in cells]


def _stands_under(cell: Cell, column: Column) -> bool:
    return _touch(cell, column.head) or abs(cell.right - column.head.right) <= _LOOSE


def _nearest(cell: Cell, columns: Sequence[Column]) -> Column | None:
    """The column whose heading the cell overlaps most, else the one whose right end is nearest, if it is near."""
    best = max(
        columns,
        key=lambda column: (
            min(column.head.right, cell.right) - max(column.head.left, cell.left) if _touch(column.head, cell) else 0,
            -abs(column.head.right - cell.right),
        ),
        default=None,
    )
    return best if best and (_touch(best.head, cell) or abs(best.head.right - cell.right) <= _DRIFT) else None


def _touch(one: Cell, two: Cell) -> bool:
    return one.left < two.right and two.left < one.right


def _pair(columns: Sequence[Column]) -> None:
    """Gives each column of a period the one that it is compared with: a year earlier, else the next one to the right that is earlier."""
    timed = [column for column in columns if column.period is not None]
    for column in timed:
        column.earlier = next((other for other in timed if _year_before(other.period, column.period)), None)
    if any(column.earlier for column in timed):
        for column in columns:
            column.aside = column.change and listed("sequential_columns", column.words)
    years = {column.earlier for column in timed}
    for column, other in pairwise(timed):
        if column.earlier is None and other not in years and _like_and_before(other.period, column.period):
            column.earlier = other


def _year_before(one: DateMention | None, two: DateMention | None) -> bool:
    if one is None or two is None:
        return False
    if one.earliest is None or two.earliest is None or one.latest is None or two.latest is None:
        year = re.search(r"\d{4}", two.value)
        return bool(year) and one.value == two.value.replace(year[0], str(int(year[0]) - 1)) if year else False
    return all(
        abs((then - now + timedelta(days=365)).days) <= _TURN for then, now in ((one.earliest, two.earliest), (one.latest, two.latest))
    )


def _like_and_before(one: DateMention | None, two: DateMention | None) -> bool:
    """True for a day before a day, a quarter before a quarter: stretches of one length."""
    if one is None or two is None or one.earliest is None or two.earliest is None or one.latest is None or two.latest is None:
        return False
    return one.latest < two.latest and abs(((two.latest - two.earliest) - (one.latest - one.earliest)).days) <= _TURN


def _key(earliest: date | None, latest: date | None, value: str) -> object:
    return (earliest, latest) if earliest and latest else value


def _is_anchored(mention: DateMention) -> tuple[bool, int]:
    return mention.anchored, mention.start


def _line_start(cell: Cell) -> int:
    return cell.span.start

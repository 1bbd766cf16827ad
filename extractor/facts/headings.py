"""What stands above the columns of a table: the period, change or thing that a column is about, told by one or several lines of heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.facts.resolve import listed, pattern_of
from extractor.facts.times import SHORT_YEAR, is_open, says_time
from extractor.facts.tokens import ends_in_measure, word_list
from extractor.findings import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.facts.cells import Cell, Line
    from extractor.facts.times import Calendar, Time
    from extractor.findings import DateMention

_ASIDE = re.compile(r"\(?(?:un)?audited\)?|\(?restated\)?|notes?", re.IGNORECASE)
_NAMED_CHANGE = re.compile(r"\w ?(?:change|growth|rate)\b|\b(?:change|growth|rate) \w", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNITS = frozenset("$€£¥%")
_MARGIN = 2  # characters before a cell that stands over the labels of the rows
_DRIFT = 6  # columns in proportional text drift by a few characters
_LOOSE = 14
_MOST_COLUMNS = 60  # what is wider is no table that anybody reads
_TURN = 8  # days that a fiscal period of weeks ends earlier or later than a year before


@dataclass(slots=True, eq=False)
class Column:
    """A column: the lowest cell of its heading, what stands above that, and what they say."""

    head: Cell
    above: list[Cell] = field(default_factory=list)
    group: Cell | None = None  # the thing or measure that it shares with its neighbours: "Net sales" over "2025   2024"
    words: str = ""
    change: bool = False
    alone: bool = False  # a change that stands for itself, since another one stands beside it: "Monthly change   Annual change"
    expected: bool = False
    reported: bool = False
    time: Time | None = None
    spoken: bool = False  # says when, even where no time can be told
    timed: bool = False  # says when, which of two forecasts or which end of a range, and so is no thing
    earlier: Column | None = None
    of: Column | None = None  # the measure of a column that only has a unit: "Votes   %"
    aside: bool = False  # a change against the quarter before, in a table that compares with the year before

    @property
    def period(self) -> DateMention | None:
        """The mention of the column's time."""
        return self.time.told() if self.time else None

    @property
    def placeable(self) -> bool:
        """True where nothing in the heading says a time of its own, so that the time of the whole table holds."""
        return self.time is None and not self.spoken

    @property
    def thing(self) -> bool:
        """True for a column of a thing or a measure."""
        return not self.timed and not self.change

    def measured(self, text: str) -> Span | None:
        """The measure that the column names beside its time: "Orders" of "Orders 2025", "New price"; None where it names none."""
        start, end, date = self.head.span.start, self.head.span.end, self.head.date
        if date and date.start - start < end - date.end:
            start = date.end
        elif date:
            end = date.start
        words = text[start:end]
        span = Span(start + len(words) - len(words.lstrip(" ,(")), start + len(words.rstrip(" ,(")))
        return span if self.timed and span.start < span.end and ends_in_measure(span.of(text)) else None

    @property
    def about(self) -> tuple[Span | None, str]:
        """What the column is of, besides its time: only columns of one thing and measure are compared."""
        return self.group.span if self.group else None, self.words if self.thing or self.words in _UNITS else ""


@dataclass(slots=True)
class Heading:
    """What stands over a table's rows: the columns, the cell over the labels, and the time that is told for all of it."""

    columns: list[Column]
    corner: Cell | None = None
    period: DateMention | None = None

    @property
    def against_plan(self) -> bool:
        """True where what changes are counted against is a plan or another group: no change then (the guide)."""
        columns = self.columns
        return any(column.thing and listed("plan_columns", column.words) for column in columns) and not any(
            column.earlier for column in columns
        )


def heading_of(text: str, headings: Sequence[Line], rows: Sequence[Line], calendar: Calendar) -> Heading:
    """What the lines of heading say of the `rows` below them."""
    base = _base(headings)
    if base is None or len(base.cells) > _MOST_COLUMNS:
        return Heading([])
    first = base.cells[0]
    columns = [Column(cell) for cell in _without_label(text, base, rows)]
    corner = first if columns and columns[0].head is not first else None
    width = max((len(line.cells) - 1 for line in rows), default=0)
    for line in headings:
        if line is not base and len(columns) < width:
            _widen(text, columns, line)
    is_timed = any(says_time(text, column.head) for column in columns)
    if corner and is_timed and says_time(text, corner):
        for column in columns:
            column.above.append(corner)
    for line in headings:
        if line is base:
            continue
        if any(says_time(text, cell) for cell in line.cells):
            _group(text, columns, line)
        elif is_timed and line.span.start < base.span.start:
            _gather(text, columns, line, rows)
    _describe(text, columns, headings, calendar)
    own = calendar.time_of([corner]) if corner and not is_timed else None
    return Heading(columns, corner, own.told() if own else None)


def _describe(text: str, columns: Sequence[Column], headings: Sequence[Line], calendar: Calendar) -> None:
    """Reads what the cells over each column say together."""
    # "Change" over "$   %": a unit beside years says how the change is told
    timed = any(says_time(text, cell) for column in columns for cell in (column.head, *column.above))
    split_change = timed and any(_is_change(text, cell) for line in headings for cell in line.cells)
    shares = 2 * sum(column.head.span.of(text) == "%" for column in columns) >= len(columns)  # "Votes   %", "2025   %   2024   %"
    for column in columns:
        cells = sorted([*column.above, column.head], key=_line_start)
        column.words = " ".join(cell.span.of(text) for cell in cells)
        column.change = any(_is_change(text, cell) for cell in cells) or (split_change and column.head.span.of(text) in _UNITS)
        if column.words in _UNITS and shares:
            column.change = False
        column.expected = listed("expected_titles", column.words)
        column.reported = listed("reported_titles", column.words)
        if not column.change:
            column.time = calendar.time_of(cells, [cell for other in columns if other is not column for cell in other.above])
            column.spoken = any(says_time(text, cell) for cell in cells)
            column.timed = column.spoken or column.words.lower() in word_list("bounds")
    for before, column in pairwise(columns):
        if column.thing and column.words in _UNITS:
            column.of = (before.of or before) if before.thing else None
            column.time, column.timed = before.time, before.timed
    for before, column in pairwise(columns):  # "Dec 2025   % share   Dec 2024   % share"
        if column.thing and before.time and sum(other.words == column.words for other in columns) > 1:
            column.time = before.time
    _pair(columns)
    if any(column.earlier for column in columns):
        for column in columns:  # "Reported   Organic" beside two years: how fast, counted in two ways
            column.change = column.change or (column.thing and _is_basis(column.words))
    for column, other in pairwise(columns):
        if _NAMED_CHANGE.search(column.words) and _NAMED_CHANGE.search(other.words) and column.change and other.change:
            column.alone = other.alone = True


def _widen(text: str, columns: list[Column], line: Line) -> None:
    """Adds the columns that only another line of heading has a cell for: "Change" beside the units below the years."""
    found = [
        cell
        for cell in line.cells
        if _is_change(text, cell)
        and not any(_touch(cell, column.head) or (line.split and cell.order == column.head.order) for column in columns)
    ]
    columns += [Column(cell) for cell in found]
    if found:
        columns.sort(key=lambda column: (column.head.order, column.head.right))


def _gather(text: str, columns: Sequence[Column], line: Line, rows: Sequence[Line]) -> None:
    """Gives the columns of times the thing or measure that stands over several of them: "Net sales      Operating profit" over years."""
    titles = [
        cell for cell in _without_label(text, line, rows) if any(letter.islower() for letter in cell.span.of(text)) and cell.figure is None
    ]
    if len(titles) < 2 or any(_ASIDE.fullmatch(cell.span.of(text)) for cell in titles):
        return
    for column in columns:
        middle = (column.head.left + column.head.right) / 2
        if line.split:
            column.group = next((cell for cell in reversed(titles) if cell.order <= column.head.order), None)
        else:
            column.group = min(titles, key=lambda title: abs((title.left + title.right) / 2 - middle))


def _base(headings: Sequence[Line]) -> Line | None:
    """The line that has a cell for each column: the lowest one with dates, else the lowest without figures."""
    several = [line for line in reversed(headings) if len(line.cells) > 1]
    alone = [line for line in reversed(headings) if len(line.cells) == 1 and line.cells[0].left > _LOOSE]
    for lines in (several, alone):
        dated = next((line for line in lines if any(cell.date for cell in line.cells)), None)
        if dated:
            return dated
    return next((line for line in several if not any(cell.figure for cell in line.cells)), next(iter([*several, *alone]), None))


def _without_label(text: str, line: Line, rows: Sequence[Line]) -> list[Cell]:
    """The cells of a line of heading without the one over the labels: "In € million", "Region"."""
    first, rest = line.cells[0], line.cells[1:]
    over_labels = first.order <= rows[0].cells[0].order if line.split and rows else first.left <= _MARGIN
    if not rest or not over_labels:
        return line.cells
    if not any(says_time(text, cell) for cell in rest):  # "Key figures 2025   Vellmar   Ostrin"
        return rest
    years = [cell for cell in rest if cell.date is not None]
    says_part = is_open(first) and bool(years) and not any(is_open(cell) for cell in years)  # "Quarter ended June 30    2025    2024"
    return rest if says_part or not says_time(text, first) else line.cells


def _is_change(text: str, cell: Cell) -> bool:
    """True for a cell that heads changes: "Change, %", "Y/Y", "Change from 2024"; "Dec-25" is a month."""
    words = cell.span.of(text)
    if cell.date is not None:
        words = text[cell.span.start : cell.date.start] + " " + text[cell.date.end : cell.span.end]
    elif SHORT_YEAR.fullmatch(words):
        return False
    return listed("change_columns", words) or words.strip() in {"%", "+/-", "+/–", "±", "pp", "Δ"}


def _is_basis(words: str) -> bool:
    """True for a heading that only says how a change is counted: "Organic", "Constant currency", "LFL (%)"."""
    return not _WORD.search(pattern_of("growth_bases").sub("", words)) and bool(_WORD.search(words))


def _group(text: str, columns: Sequence[Column], line: Line) -> None:
    """Puts the cells of one more line of heading over the columns: by order where their numbers fit, else by place."""
    titles = [cell for cell in _without_label(text, line, ()) if not _is_change(text, cell)]
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


def goes_on(rows: Sequence[Line], columns: Sequence[Column]) -> bool:
    """True where rows without a heading of their own stand under the columns of the table above."""
    return all(
        len(line.cells) - 1 == len(columns)
        and not line.split
        and all(
            _touch(cell, column.head) or abs(cell.right - column.head.right) <= _DRIFT
            for cell, column in zip(line.cells[1:], columns, strict=True)
        )
        for line in rows
    )


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
    """Gives each column of a period the one that it is compared with: a year earlier, else the next one to the right that is earlier.

    An updated forecast is compared with the one before. Columns of another thing or measure are never compared with, and of several columns of one
    time the nearest is, to the right before to the left.
    """
    timed = [column for column in columns if column.time is not None]
    for at, column in enumerate(timed):
        found = [
            (index < at, abs(index - at), other)
            for index, other in enumerate(timed)
            if other.about == column.about and _year_before(other.time, column.time)
        ]
        column.earlier = min(found, key=lambda each: each[:2])[2] if found else None
    if any(column.earlier for column in timed):
        for column in columns:
            column.aside = column.change and listed("sequential_columns", column.words)
    years = {column.earlier for column in timed}
    for column, other in pairwise(timed):
        if column.earlier is None and other not in years and other.about == column.about and _like_and_before(other.time, column.time):
            column.earlier = other
    before = [column for column in columns if not column.change and listed("earlier_forecasts", column.words)]
    for column in columns:
        if before and column.earlier is None and not column.change and listed("later_forecasts", column.words):
            column.earlier = before[0]
            column.timed = before[0].timed = True


def _year_before(one: Time | None, two: Time | None) -> bool:
    if one is None or two is None:
        return False
    if one.earliest is None or two.earliest is None or one.latest is None or two.latest is None:
        year = re.search(r"\d{4}", two.value)
        return bool(year) and one.value == two.value.replace(year[0], str(int(year[0]) - 1)) if year else False
    return all(
        abs((then - now + timedelta(days=365)).days) <= _TURN for then, now in ((one.earliest, two.earliest), (one.latest, two.latest))
    )


def _like_and_before(one: Time | None, two: Time | None) -> bool:
    """True for a day before a day, a quarter before a quarter: stretches of one length."""
    if one is None or two is None or one.earliest is None or two.earliest is None or one.latest is None or two.latest is None:
        return False
    return one.latest < two.latest and abs(((two.latest - two.earliest) - (one.latest - one.earliest)).days) <= _TURN


def _line_start(cell: Cell) -> int:
    return cell.span.start

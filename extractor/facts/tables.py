"""Statements from tables printed in text: the measure from the row's label (or the column's heading), the period from the heading, changes from their column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.facts.cells import fills, is_number, label_date
from extractor.facts.headings import Heading, goes_on, heading_of, over
from extractor.facts.resolve import direction_of, listed
from extractor.facts.sides import SHARE_OF, UNIT_OF_LABEL, are_measures_above, caption_of, is_about_things, tells_rows, title_of
from extractor.facts.tokens import is_measure, word_list
from extractor.facts.within import complete
from extractor.findings import Fact, PercentageMention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.facts.cells import Cell, Line
    from extractor.facts.headings import Column
    from extractor.facts.sides import Names
    from extractor.facts.times import Calendar
    from extractor.facts.tokens import Direction
    from extractor.findings import DateMention, FigureMention

_SIGNED = re.compile(r"[+\-–−(]")
_DOWN = re.compile(r"\(?[-–−]|\((?!\+)")
# What follows a label and is no part of the measure: its unit ("(in $ million)", ", SEK", ", %") and the number of a note ("(1)", "*").
_TAIL = re.compile(
    r"\s*(?:\((?:[^()]*[$€£¥%][^()]*|[^()]*\b(?:millions?|thousands?|billions?|bn|mn|m|k|000s?|FTE|pence|cents)\b[^()]*|\d{1,2}|[a-z])\)"
    r"|,\s*(?:%|[MTKk]?[A-Z]{3}m?|[A-Z]{3} [Mm]|in [a-z ]{3,20})|[*†‡§¹²³]+|:)\s*\Z",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?:[-–—•*]\s+)+")
_UNIT = re.compile(
    r"[$€£¥%#]|['’]000|\b(?:in|millions?|thousands?|notes?|restated|actual|reported|unaudited|audited|total)\b", re.IGNORECASE
)
_LONGEST_LABEL = 120  # characters of a label that runs over two lines


def read(
    text: str,
    lines: Sequence[Line],
    calendar: Calendar,
    names: Names,
    title: str | None = None,
    *,
    before: Heading | None = None,
    alone: bool = False,
) -> tuple[list[Fact], list[Span], Heading]:
    """The statements of a table under the heading `title`, the rows that they were read from, and what stood over the last of them.

    `before` is the heading of the table right above, which holds for rows without one of their own; `alone` is true for a table that is all of the text.
    """
    expected = bool(title and listed("expected_titles", title))
    reader = _Reader(text, lines, calendar, names, before=before, expected=expected, alone=alone)
    for index in range(len(lines)):
        reader.take(index)
    return reader.facts, reader.done, reader.heading


class _Reader:
    """Goes down the lines of one table."""

    def __init__(
        self, text: str, lines: Sequence[Line], calendar: Calendar, names: Names, *, before: Heading | None, expected: bool, alone: bool
    ) -> None:
        self.text = text
        self.calendar = calendar
        self.expected = expected
        self.alone = alone
        self.facts: list[Fact] = []
        self.done: list[Span] = []
        self.heading = Heading([])
        self.by_heading = False  # the columns name the measures
        self.by_group = False  # the cells over groups of columns do
        self.caption: Span | None = None  # what stands above the table does
        self.of_columns = False  # the columns do, beside their times: "Orders 2025   Orders 2024"
        self.of_things = False  # the rows name none
        self._names = names
        self._before = before
        self._lines = lines
        self._headings: list[Line] = []
        self._single: list[Line] = []  # lines of one cell since the last row: sub-heads, first halves of labels, headings of a next part
        self._open = True  # the heading has grown since its columns were read
        self._parent: tuple[int, Span] | None = None
        self._last: tuple[int, Span] | None = None  # the row before

    def take(self, index: int) -> None:
        """One more line: heading, sub-head or row."""
        line = self._lines[index]
        if self._is_entry(line):
            return
        if line.is_data(self.text):
            if self._open:
                self._look(index)
            self._row(line)
        elif not self.done:
            self._headings.append(line)
            if len(line.cells) == 1:
                self._single.append(line)
            else:
                self._single.clear()
        elif len(line.cells) == 1:
            self._single.append(line)
        elif self._is_heading(line):
            self._headings, self._single, self._open = [*self._single, line], [], True

    def _is_entry(self, line: Line) -> bool:
        """True for a line of a list that has a date for its value: "Maturity:   17 February 2031", which heads nothing."""
        if len(line.cells) != 2 or line.is_data(self.text) or line.cells[1].date is None or line.cells[0].left > line.cells[1].left:
            return False
        return self.text[line.cells[0].span.end - 1] == ":" or (bool(self.done) and not self.heading.columns)

    def _is_heading(self, line: Line) -> bool:
        return len(line.cells) > 1 and (any(cell.date for cell in line.cells) or not any(is_number(self.text, cell) for cell in line.cells))

    # ---- what the heading says

    def _look(self, index: int) -> None:
        """Reads the heading over the rows from `index` on, and which side of the table names the measures."""
        rows: list[Line] = []
        for line in self._lines[index:]:
            if line.is_data(self.text):
                rows.append(line)
            elif self._is_heading(line):
                break
        self._open = False
        heading = heading_of(self.text, self._headings, rows, self.calendar)
        if not heading.columns and self._before and goes_on(rows, self._before.columns):
            heading = self._before
        self.heading = heading
        under = [(line, over(line, heading.columns)) for line in rows]
        things = [column for column in heading.columns if column.thing]
        self.by_heading = are_measures_above(self.text, heading.corner, things, under, self._names)
        about_things = is_about_things(self.text, under)
        title = title_of(self.text, (self._headings[0] if self._headings else self._lines[index]).span.start)
        above = [*([title] if title else []), *(each.span for each in self._headings if len(each.cells) == 1)]
        if things and about_things and not self.by_heading:
            self.by_heading = tells_rows(self.text, above, [column.head.span for column in things], self._names)
        corner = heading.corner.span.of(self.text) if heading.corner else ""
        self.by_group = about_things and any(column.group and is_measure(column.group.span.of(self.text)) for column in heading.columns)
        if heading.period is None and all(column.placeable or column.change for column in heading.columns):
            heading.period = next((date for span in above if (date := self.calendar.date_in(span))), None)
        self.caption = (
            caption_of(self.text, heading.corner, self._headings, title) if about_things and not things and not self.by_group else None
        )
        self.of_columns = (
            about_things and not (things or self.by_group or self.caption) and any(column.measured(self.text) for column in heading.columns)
        )
        self.of_things = self.by_heading or self.of_columns or self.caption is not None or (about_things and listed("row_things", corner))

    # ---- a row

    def _row(self, line: Line) -> None:
        self.done.append(line.span)
        label = self._label(line)
        owner = None if self.by_heading else self._owner(line, label) or (None if is_measure(label.of(self.text)) else self.caption)
        self._single.clear()
        row = _Row(self, line, label, owner, compares=any(column.change for column in self.heading.columns))
        row.read(list(zip(line.cells[1:], over(line, self.heading.columns), strict=True)))

    def _label(self, line: Line) -> Span:
        """The row's label, with the line above where that is its first half ("Selling, general and / administrative expenses")."""
        label = line.cells[0].span
        above = self._single[-1].cells[0] if self._single else None
        if (
            above
            and (self.text[label.start].islower() or self.text[label.start] == "(")
            and not above.date
            and label.end - above.span.start <= _LONGEST_LABEL
        ):
            words = above.span.of(self.text)
            if words[-1] not in ":." and not words.isupper() and not (words[-1] == ")" and self.text[label.start] == "("):
                return Span(above.span.start, label.end)
        return label

    def _is_head(self, cell: Cell) -> bool:
        """True for a sub-head that names what the rows below are parts of: a measure, or words with a unit ("RPK (millions)")."""
        return cell.date is None and (is_measure(cell.span.of(self.text)) or bool(UNIT_OF_LABEL.search(cell.span.of(self.text))))

    def _owner(self, line: Line, label: Span) -> Span | None:
        """The measure that a row only names a part or kind of: that of the row or sub-head that it is indented under ("Sales / Drives", "Earnings per share / Basic")."""
        left = line.cells[0].left
        row, self._last = self._last, (left, label)
        if is_measure(label.of(self.text)):
            self._parent = (left, label)
            return None
        above = self._single[-1].cells[0] if self._single else None
        marked = bool(_MARK.match(label.of(self.text)))
        if above and self._is_head(above) and (left > above.left or marked):
            self._parent = (above.left, above.span)
        elif row and not above and not self._parent and left > row[0]:  # "Passengers   1,210 / Domestic   804"
            self._parent = row
        elif above or (self._parent and left <= self._parent[0] and not marked):
            self._parent = None
        return self._parent[1] if self._parent else None


class _Row:
    """The statements of one row."""

    def __init__(self, reader: _Reader, line: Line, label: Span, owner: Span | None, *, compares: bool) -> None:
        self.reader = reader
        self.text = reader.text
        self.line = line
        self.label = label
        self.owner = owner
        self.by_heading = reader.by_heading
        self.compares = compares
        self.date = label_date(self.text, line.cells[0])

    def read(self, cells: Sequence[tuple[Cell, Column | None]]) -> None:
        """Values with what they are compared with; a change goes to the latest value in front of it, or stands alone where that is no amount.

        The earlier value of two is there to be compared with and is no statement of its own (as the gold has it). Without changes each is told where
        three or more years stand side by side, or where the table is all of the text.
        """
        given = {column: cell.figure for cell, column in cells if column and cell.figure and not self._is_change(cell, column)}
        compared = self._compared(given)
        current: Fact | None = None
        last: Column | None = None
        changed = False
        for cell, column in cells:
            figure = cell.figure
            if column is not None and column.aside:
                continue
            if column is not None and column.change and self.reader.heading.against_plan:
                continue
            if figure is not None and self._is_change(cell, column):
                self._change(cell, column, figure, None if column and column.alone and self.reader.of_things else current, last)
                changed = True
            elif column is not None and column.change:
                changed = True
            else:
                last = column or last
                current = None if self.by_heading else current  # a change is of the value beside it
                if figure is not None and column not in compared:
                    fact = self._value(figure, column, given)
                    complete(self.text, cell, fact)
                    self.reader.facts.append(fact)
                    if self.by_heading:
                        current = fact
                    elif changed or current is None or not _is_later(current, fact):
                        current, changed = fact, False

    def _compared(self, given: dict[Column, FigureMention]) -> set[Column]:
        """The columns whose values only stand to be compared with: the latest value's own."""
        pairs = {column: column.earlier for column in given if column.earlier and type(given.get(column.earlier)) is type(given[column])}
        if not self.compares and (self.reader.alone or pairs.keys() & set(pairs.values())):
            return set()
        return {earlier for column, earlier in pairs.items() if column not in pairs.values()}

    def _is_change(self, cell: Cell, column: Column | None) -> bool:
        if column is not None and column.change:
            return True
        return column is None and isinstance(cell.figure, PercentageMention) and bool(_SIGNED.match(cell.span.of(self.text)))

    def _change(self, cell: Cell, column: Column | None, figure: FigureMention, current: Fact | None, last: Column | None) -> None:
        down = bool(_DOWN.match(cell.span.of(self.text))) or (figure.value is not None and figure.value < 0)
        way: Direction = "down" if down else "up"
        if current is None:
            measure = self.owner or self.label
            if column and column.alone and self.reader.of_things and not self.reader.caption:
                measure = column.head.span
            elif self.reader.of_columns and last:
                measure = last.measured(self.text) or measure
            elif self.by_heading and last:
                measure = last.head.span
            elif self.reader.by_group and last and last.group:
                measure = last.group.span
            later = next((other for other in self.reader.heading.columns if last and other.earlier is last), last)
            period = self.date or (later.period if later else None) or self.reader.heading.period
            self.reader.facts.append(self._fact(measure, by=figure, way=way, period=period))
        elif current.by is None:
            current.by, current.direction = figure, current.direction or way

    def _value(self, figure: FigureMention, column: Column | None, given: dict[Column, FigureMention]) -> Fact:
        reader = self.reader
        head = column.head.span if column and column.thing else None
        group = column.group.span if column and column.group else None
        measure = self.owner or self.label
        if self.by_heading and column and head:
            measure = (column.of or column).head.span
        elif reader.by_group and group:
            measure = group
        elif reader.of_columns and column:
            measure = column.measured(self.text) or measure
        period = (column.period if column else None) or self.date or (reader.heading.period if column is None or column.placeable else None)
        fact = self._fact(measure, value=figure, period=period)
        if head and self.by_heading and fact.of is None and isinstance(figure, PercentageMention):
            fact.of = _whole(self.text, head)
        beside = None if self.by_heading or measure in (head, group) else group or head
        if fact.subject is None and beside and not _UNIT.search(beside.of(self.text)):
            fact.subject = beside
        if column.expected if column and (column.expected or column.reported) else reader.expected:
            fact.certainty = "expected"
        previous = given.get(column.earlier) if column and column.earlier else None
        if type(previous) is type(figure):
            fact.previous = previous
            fact.direction = direction_of(figure, previous, self.label.of(self.text))
        return fact

    def _is_whole(self) -> bool:
        """True for "Total" below the parts of a measure: what it tells is told of the article's subject."""
        return _bare(self.text, self.label).of(self.text).lower() in word_list("wholes")

    def _fact(
        self,
        measure: Span,
        *,
        value: FigureMention | None = None,
        by: FigureMention | None = None,
        way: Direction | None = None,
        period: DateMention | None = None,
    ) -> Fact:
        told_of = self.reader.of_things or self.reader.by_group or self.owner
        subject = (
            self.label
            if told_of and not (self.date and fills(self.date, self.line.cells[0])) and not (self.owner and self._is_whole())
            else None
        )
        subject = None if subject == measure else subject
        return Fact(
            measure=_bare(self.text, measure),
            sentence=Span(self.line.cells[0].span.start, self.line.cells[-1].span.end),
            found_by="facts.table",
            value=value,
            by=by,
            direction=way,
            subject=subject and _bare(self.text, subject),
            period=period,
            of=value.of if isinstance(value, PercentageMention) else None,
        )


def _bare(text: str, label: Span) -> Span:
    """The words of a label without what marks a list in front, and without unit and note behind."""
    mark = _MARK.match(text, label.start, label.end)
    start, end = mark.end() if mark else label.start, label.end
    while (tail := _TAIL.search(text, start, end) or UNIT_OF_LABEL.search(text, start, end)) and tail.start() > start:
        end = start + len(text[start : tail.start()].rstrip())
    return Span(start, end)


def _whole(text: str, head: Span) -> Span | None:
    """The whole that a column's heading names: "NAV" of "% of NAV"."""
    found = SHARE_OF.search(text, head.start, head.end)
    return Span(found.start("whole"), found.end("whole")) if found and found["whole"] else None


def _is_later(one: Fact, two: Fact) -> bool:
    """True where the first holds for a time after the second's: what the row is about, with what it is compared with behind it."""
    if one.period is None or two.period is None:
        return False
    ends = [str(period.latest or period.value) for period in (one.period, two.period)]
    return ends[0] > ends[1]

"""Statements from tables printed in text: the measure from the row's label (or the column's heading), the period from the heading, changes from their column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.facts.cells import is_number
from extractor.facts.headings import columns_of, over
from extractor.facts.resolve import direction_of, listed
from extractor.facts.tokens import is_measure
from extractor.findings import Fact, PercentageMention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.facts.cells import Cell, Line
    from extractor.facts.headings import Calendar, Column
    from extractor.facts.tokens import Direction
    from extractor.findings import DateMention, FigureMention

_SIGNED = re.compile(r"[+\-–−(]")
_DOWN = re.compile(r"[-–−(]")
# What follows a label and is no part of the measure: its unit ("(in $ million)", ", SEK", ", %") and the number of a note ("(1)", "*").
_TAIL = re.compile(
    r"\s*(?:\((?:[^()]*[$€£¥%][^()]*|[^()]*\b(?:millions?|thousands?|billions?|bn|mn|m|k|000s?|FTE|pence|cents)\b[^()]*|\d{1,2}|[a-z])\)"
    r"|,\s*(?:%|[A-Z]{3}m?|in [a-z ]{3,20})|[*†‡§¹²³]+|:)\s*\Z",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?:[-–—•*]\s+)+")
_UNIT = re.compile(
    r"[$€£¥%#]|['’]000|\b(?:in|millions?|thousands?|notes?|restated|actual|reported|unaudited|audited|total)\b", re.IGNORECASE
)
_LONGEST_LABEL = 120  # characters of a label that runs over two lines


def read(text: str, lines: Sequence[Line], calendar: Calendar, title: str | None = None) -> tuple[list[Fact], list[Span]]:
    """The statements of a table under the heading `title`, and the rows that they were read from."""
    reader = _Reader(text, calendar, expected=bool(title and listed("expected_titles", title)))
    for line in lines:
        reader.take(line)
    return reader.facts, reader.done


class _Reader:
    """Goes down the lines of one table."""

    def __init__(self, text: str, calendar: Calendar, *, expected: bool) -> None:
        self.text = text
        self.calendar = calendar
        self.expected = expected
        self.facts: list[Fact] = []
        self.done: list[Span] = []
        self._headings: list[Line] = []
        self._single: list[Line] = []  # lines of one cell since the last row: sub-heads, first halves of labels, headings of a next part
        self._columns: list[Column] = []
        self._open = True  # the heading has grown since its columns were read
        self._parent: tuple[int, Span] | None = None

    def take(self, line: Line) -> None:
        """One more line: heading, sub-head or row."""
        if line.is_data(self.text):
            self._row(line)
        elif not self.done:
            self._headings.append(line)
            if len(line.cells) == 1:
                self._single.append(line)
            else:
                self._single.clear()
        elif len(line.cells) == 1:
            self._single.append(line)
        elif any(cell.date for cell in line.cells) or not any(is_number(self.text, cell) for cell in line.cells):
            self._headings, self._single, self._open = [*self._single, line], [], True

    # ---- a row

    def _row(self, line: Line) -> None:
        if self._open:
            self._columns, self._open = columns_of(self.text, self._headings, self.calendar), False
        self.done.append(line.span)
        label = self._label(line)
        body = line.cells[1:]
        columns = over(line, self._columns)
        things = [column.head for column in columns if column and column.period is None and not column.change]
        by_heading = not is_measure(label.of(self.text)) and any(is_measure(head.span.of(self.text)) for head in things)
        owner = None if by_heading else self._owner(line, label)
        self._single.clear()
        row = _Row(self, line, label, owner, by_heading=by_heading, compares=any(column.change for column in self._columns))
        row.read(list(zip(body, columns, strict=True)))

    def _label(self, line: Line) -> Span:
        """The row's label, with the line above where that is its first half ("Selling, general and / administrative expenses")."""
        label = line.cells[0].span
        above = self._single[-1].cells[0] if self._single else None
        if above and self.text[label.start].islower() and not above.date and label.end - above.span.start <= _LONGEST_LABEL:
            words = above.span.of(self.text)
            if words[-1] not in ":.)" and not words.isupper():
                return Span(above.span.start, label.end)
        return label

    def _owner(self, line: Line, label: Span) -> Span | None:
        """The measure that a row only names a part or kind of: that of the row or sub-head that it is indented under ("Sales / Drives", "Earnings per share / Basic")."""
        left = line.cells[0].left
        if is_measure(label.of(self.text)):
            self._parent = (left, label)
            return None
        above = self._single[-1].cells[0] if self._single else None
        marked = bool(_MARK.match(label.of(self.text)))
        if above and is_measure(above.span.of(self.text)) and not above.date and (left > above.left or marked):
            self._parent = (above.left, above.span)
        elif above or (self._parent and left <= self._parent[0] and not marked):
            self._parent = None
        return self._parent[1] if self._parent else None


class _Row:
    """The statements of one row."""

    def __init__(self, reader: _Reader, line: Line, label: Span, owner: Span | None, *, by_heading: bool, compares: bool) -> None:
        self.reader = reader
        self.text = reader.text
        self.line = line
        self.label = label
        self.owner = owner
        self.by_heading = by_heading
        self.compares = compares
        self.date = line.cells[0].date

    def read(self, cells: Sequence[tuple[Cell, Column | None]]) -> None:
        """Values with what they are compared with; a change goes to the latest value in front of it, or stands alone where that is no amount.

        Where the table or the row prints changes, the earlier value is there to be compared with and is no statement of its own (as the gold has it);
        where two years stand side by side without, each is told.
        """
        given = {column: cell.figure for cell, column in cells if column and cell.figure and not self._is_change(cell, column)}
        compared = self._compared(cells, given)
        current: Fact | None = None
        last: Column | None = None
        changed = False
        for cell, column in cells:
            figure = cell.figure
            if column is not None and column.aside:
                continue
            if figure is not None and self._is_change(cell, column):
                later = next((column for _, column in cells if column and column.earlier and column.earlier is last), last)
                self._change(cell, figure, current, last, self.date or (later.period if later else None))
                changed = True
            elif column is not None and column.change:
                changed = True
            else:
                last = column or last
                if figure is not None and column not in compared:
                    fact = self._value(figure, column, given)
                    self.reader.facts.append(fact)
                    if not self.by_heading and (changed or current is None or not _is_later(current, fact)):
                        current, changed = fact, False

    def _compared(self, cells: Sequence[tuple[Cell, Column | None]], given: dict[Column, FigureMention]) -> set[Column]:
        """The columns whose values only stand to be compared with: the earlier ones of a table or row that prints changes, the latest value's own."""
        if not self.compares and not any(cell.figure and self._is_change(cell, column) for cell, column in cells):
            return set()
        pairs = {column: column.earlier for column in given if column.earlier and type(given.get(column.earlier)) is type(given[column])}
        return {earlier for column, earlier in pairs.items() if column not in pairs.values()}

    def _is_change(self, cell: Cell, column: Column | None) -> bool:
        if column is not None and column.change:
            return True
        return column is None and isinstance(cell.figure, PercentageMention) and bool(_SIGNED.match(cell.span.of(self.text)))

    def _change(self, cell: Cell, figure: FigureMention, current: Fact | None, last: Column | None, period: DateMention | None) -> None:
        down = bool(_DOWN.match(cell.span.of(self.text))) or (figure.value is not None and figure.value < 0)
        way: Direction = "down" if down else "up"
        if current is None:
            measure = last.head.span if self.by_heading and last else self.owner or self.label
            self.reader.facts.append(self._fact(measure, by=figure, way=way, period=period))
        elif current.by is None:
            current.by, current.direction = figure, current.direction or way

    def _value(self, figure: FigureMention, column: Column | None, given: dict[Column, FigureMention]) -> Fact:
        head = column.head.span if column else None
        period = column.period if column and column.period else self.date
        measure = head if self.by_heading and head and column and column.period is None else self.owner or self.label
        fact = self._fact(measure, value=figure, period=period)
        if fact.subject is None and head and column and column.period is None and not _UNIT.search(head.of(self.text)):
            fact.subject = head
        if column.expected if column and (column.expected or column.reported) else self.reader.expected:
            fact.certainty = "expected"
        previous = given.get(column.earlier) if column and column.earlier else None
        if type(previous) is type(figure):
            fact.previous = previous
            fact.direction = direction_of(figure, previous, self.label.of(self.text))
        return fact

    def _fact(
        self,
        measure: Span,
        *,
        value: FigureMention | None = None,
        by: FigureMention | None = None,
        way: Direction | None = None,
        period: DateMention | None = None,
    ) -> Fact:
        subject = self.label if (self.by_heading or self.owner) and self.date is None else None
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
    while (tail := _TAIL.search(text, start, end)) and tail.start() > start:
        end = tail.start()
    return Span(start, end)


def _is_later(one: Fact, two: Fact) -> bool:
    """True where the first holds for a time after the second's: what the row is about, with what it is compared with behind it."""
    if one.period is None or two.period is None:
        return False
    ends = [str(period.latest or period.value) for period in (one.period, two.period)]
    return ends[0] > ends[1]

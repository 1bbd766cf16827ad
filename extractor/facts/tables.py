"""Statements from tables printed in text: the measure from the row's label (or the column's heading), the period from the heading, changes from their column."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.facts.resolve import direction_of, is_span, listed
from extractor.facts.tokens import is_measure
from extractor.findings import DateMention, Fact, FigureMention, PercentageMention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.facts.tokens import Direction
    from extractor.findings import Mention, Section

_CELL = re.compile(r"[^\s|](?:[^\n|\t]*?[^\s|])??(?=[ ]{2,}|[ ]*[|\t\n]|[ ]*\Z)")
_NUMBER = re.compile(r"[-–—(+$€£¥]*[A-Z]{0,3}[$€£¥]? ?\(?[-–+]?\d|(?:Nil|N/A|n/a|n\.?m\.?|[-–—])\Z")
_SIGNED = re.compile(r"[+\-–−(]")
_DOWN = re.compile(r"[-–−(]")
_UNIT = re.compile(r"\s*\((?:[^()]*[$€£¥%]|[^()]*\b(?:millions?|thousands?|billions?|bn|mn|m|k|000s?|FTE)\b)[^()]*\)\s*\Z", re.IGNORECASE)
_CURRENCY_CELL = re.compile(r"[$€£¥]\Z")


@dataclass(slots=True)
class Cell:
    """A cell: its words in the text, and where they stand on their line."""

    span: Span
    left: int
    right: int
    figure: FigureMention | None = None
    date: DateMention | None = None


@dataclass(slots=True)
class Line:
    """A line of the table."""

    span: Span
    cells: list[Cell] = field(default_factory=list)

    def is_data(self, text: str) -> bool:
        """True for a row: a label with letters, then at least one cell that is a number and no heading's year."""
        if len(self.cells) < 2 or self.cells[0].figure is not None or not any(letter.isalpha() for letter in self.cells[0].span.of(text)):
            return False
        return any(_NUMBER.match(cell.span.of(text)) and cell.date is None for cell in self.cells[1:])


def lines_of(text: str, section: Section, mentions: Sequence[Mention]) -> list[Line]:
    """The lines of a table section with their cells; `mentions` are the article's figures and dates in order."""
    lines: list[Line] = []
    at = text.rfind("\n", 0, section.start) + 1
    while at < section.end:
        end = text.find("\n", at)
        end = section.end if end < 0 or end > section.end else end
        line = Line(Span(at, end))
        for match in _CELL.finditer(text, at, end):
            cell = Cell(Span(match.start(), match.end()), match.start() - at, match.end() - at)
            index = bisect_left(mentions, match.start(), key=_start)
            while index < len(mentions) and mentions[index].start < match.end():
                mention = mentions[index]
                if isinstance(mention, FigureMention) and cell.figure is None:
                    cell.figure = mention
                elif isinstance(mention, DateMention) and (cell.date is None or is_span(mention)):
                    cell.date = mention
                index += 1
            if line.cells and _CURRENCY_CELL.match(line.cells[-1].span.of(text)):  # "$   37,911": the sign is no cell of its own
                sign = line.cells.pop()
                cell.figure = sign.figure or cell.figure
                cell.span, cell.left = Span(sign.span.start, cell.span.end), sign.left
            line.cells.append(cell)
        if line.cells:
            lines.append(line)
        at = end + 1
    return lines


def _start(mention: Mention) -> int:
    return mention.start


def read(text: str, lines: Sequence[Line]) -> tuple[list[Fact], list[Span]]:
    """The statements of a table, and the rows that they were read from."""
    headings: list[Line] = []
    facts: list[Fact] = []
    done: list[Span] = []
    for line in lines:
        if not line.is_data(text):
            if done and len(line.cells) > 1:
                headings = []
            headings.append(line)
            continue
        done.append(line.span)
        facts += _row(text, line, headings)
    return facts, done


def _heading(headings: Sequence[Line], cell: Cell, *, label: int) -> Cell | None:
    """The heading over a cell: in the nearest line above, the cell that it overlaps most, else the one whose right end is nearest."""
    for line in reversed(headings):
        heads = [head for head in line.cells if head.left > 0 or len(line.cells) == 1 or head.left > label]
        if not heads:
            continue
        best = max(
            heads,
            key=lambda head: (
                min(head.right, cell.right) - max(head.left, cell.left) if _touch(head, cell) else 0,
                -abs(head.right - cell.right),
            ),
        )
        if _touch(best, cell) or abs(best.right - cell.right) <= 6:  # columns in proportional text drift by a few characters
            return best
    return None


def _touch(one: Cell, two: Cell) -> bool:
    return one.left < two.right and two.left < one.right


def _row(text: str, line: Line, headings: Sequence[Line]) -> list[Fact]:
    label = line.cells[0]
    cells = [(cell, _heading(headings, cell, label=label.right)) for cell in line.cells[1:]]
    by_heading = not is_measure(label.span.of(text)) and any(
        head is not None and head.date is None and is_measure(head.span.of(text)) for _, head in cells
    )
    dated = next((head.date for _, head in cells if head is not None and head.date is not None), None)
    facts: list[Fact] = []
    current: Fact | None = None
    column: Cell | None = None
    for cell, head in cells:
        title = head.span.of(text) if head else ""
        figure = cell.figure
        if figure is not None and _is_change(text, cell, title, figure, known=head is not None):
            way: Direction = "down" if _DOWN.match(cell.span.of(text)) or (figure.value is not None and figure.value < 0) else "up"
            if current is not None and current.by is None and not by_heading:
                current.by, current.direction = figure, way
            else:
                facts.append(
                    _fact(
                        text,
                        line,
                        column.span if by_heading and column else label.span,
                        by=figure,
                        way=way,
                        subject=label.span if by_heading else None,
                        period=label.date or dated,
                    )
                )
            continue
        if head is not None and not listed("change_columns", title):
            column = head
        if figure is None:
            continue
        period = head.date if head and head.date else label.date or _spanning(headings)
        measure = head.span if by_heading and head else label.span
        subject = label.span if by_heading else head.span if head and head.date is None and title else None
        fact = _fact(text, line, measure, value=figure, subject=subject, period=period)
        in_time = head is not None and head.date is not None
        if current is not None and in_time and current.previous is None and type(current.value) is type(figure):
            current.previous = figure
            current.direction = direction_of(current.value, figure, label.span.of(text))
        if current is None and in_time:
            current = fact
        facts.append(fact)
    return facts


def _is_change(text: str, cell: Cell, title: str, figure: FigureMention, *, known: bool) -> bool:
    if listed("change_columns", title):
        return True
    return (
        isinstance(figure, PercentageMention)
        and bool(_SIGNED.match(cell.span.of(text)))
        and (not known or title.strip() in {"%", "% change", "+/-"})
    )


def _spanning(headings: Sequence[Line]) -> DateMention | None:
    return next((line.cells[0].date for line in reversed(headings) if len(line.cells) == 1 and line.cells[0].date), None)


def _fact(
    text: str,
    line: Line,
    measure: Span,
    *,
    value: FigureMention | None = None,
    by: FigureMention | None = None,
    way: Direction | None = None,
    subject: Span | None = None,
    period: DateMention | None = None,
) -> Fact:
    words = _UNIT.sub("", measure.of(text)) or measure.of(text)
    return Fact(
        measure=Span(measure.start, measure.start + len(words)),
        sentence=Span(line.cells[0].span.start, line.cells[-1].span.end),
        found_by="facts.table",
        value=value,
        by=by,
        direction=way,
        subject=subject,
        period=period,
        of=value.of if isinstance(value, PercentageMention) else None,
    )

"""Lines and cells of a table printed in text: columns set by spaces, tabs (as an HTML table is turned to text) or the pipes of Markdown."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.facts.dated import is_span
from extractor.findings import DateMention, FigureMention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.findings import Mention, Section

_CELL = re.compile(r"[^\s|](?:[^\n|\t]*?[^\s|])??(?=[ ]{2,}|[ ]*[|\t\n]|[ ]*\Z)")
_NUMBER = re.compile(r"[-–—(+$€£¥]*[A-Z]{0,3}[$€£¥]?[ ]{0,30}\(?[-–+]?\d|(?:Nil|N/A|n/a|n\.?m\.?|[-–—])\Z")
_LENGTH = re.compile(
    r"\d{1,2}[ -](?:days?|weeks?|months?|quarters?|years?)\b", re.IGNORECASE
)  # "1 Month   YTD   3 Years (p.a.)" heads columns
_RANK = re.compile(r"\d{1,3}[.)]?")
_WHEN = re.compile(r"(?:\b(?:at|in|for|of|on|by|to|as of|as at|ended|ending)|[,(:])\s+(?:the )?\Z|[(]\Z", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+=_–—-]*")
_CURRENCY_CELL = re.compile(r"[$€£¥]\Z")
_AMOUNT = re.compile(r"[-–+(]{0,2}[\d.]|[-–—]\Z")
_CLOSING_CELL = re.compile(r"\)?[%)]|\)?(?:bps|pp)\Z")


@dataclass(slots=True, eq=False)
class Cell:
    """A cell: its words in the text, and where they stand on their line; `order` counts the tabs or pipes before it."""

    span: Span
    left: int
    right: int
    order: int = 0
    figure: FigureMention | None = None
    beside: FigureMention | None = None  # the second figure: "$5.2 million (+3%)"
    date: DateMention | None = None


@dataclass(slots=True)
class Line:
    """A line of the table; `split` is true where tabs or pipes part its cells, so that what stands above what is no matter of spaces."""

    span: Span
    cells: list[Cell] = field(default_factory=list)
    split: bool = False

    def is_data(self, text: str) -> bool:
        """True for a row: a label, then at least one cell that is a number and no heading's year."""
        if len(self.cells) < 2:
            return False
        label = self.cells[0]
        if label.figure is not None and (_leads(label) or not all(is_number(text, cell) for cell in self.cells[1:])):
            return False  # running text; "Customers above $100,000     1,204     1,101" is a row
        if not (label.date or any(letter.isalpha() for letter in label.span.of(text))):
            return False
        return any(is_number(text, cell) for cell in self.cells[1:])


def is_number(text: str, cell: Cell) -> bool:
    """True for a cell that holds a figure, a dash for none or "n/a"."""
    words = cell.span.of(text)
    return _leads(cell) or (cell.date is None and bool(_NUMBER.match(words)) and not _LENGTH.match(words))


def _leads(cell: Cell) -> bool:
    """True where the cell begins with its figure: "n=310", and not "Drug (n=310)"."""
    return cell.figure is not None and cell.figure.start == cell.span.start


def lines_of(text: str, section: Section, mentions: Sequence[Mention]) -> list[Line]:
    """The lines of a table section with their cells, rules left out; `mentions` are the article's figures and dates in order."""
    lines: list[Line] = []
    at = text.rfind("\n", 0, section.start) + 1
    while at < section.end:
        end = text.find("\n", at)
        end = section.end if end < 0 or end > section.end else end
        if not _RULE.fullmatch(text, at, end):
            line = _line(text, at, end, mentions)
            if _is_ranked(text, line):
                del line.cells[0]
            lines.append(line)
        at = end + 1
    return lines


def _is_ranked(text: str, line: Line) -> bool:
    """True for a row whose first cell only counts the rows: "1   Lumo   41,204   +31%"."""
    if len(line.cells) < 3 or not _RANK.fullmatch(text, line.cells[0].span.start, line.cells[0].span.end):
        return False
    name = line.cells[1]
    return name.figure is None and name.date is None and text[name.span.start].isalpha() and is_number(text, line.cells[2])


def label_date(text: str, cell: Cell) -> DateMention | None:
    """The time that a row's label gives its figures: all of it, or behind a word for when ("PFS at 12 months"); not that of "2029 notes"."""
    date = cell.date
    if date is None or date.type == "SET":
        return None
    return date if fills(date, cell) or _WHEN.search(text, cell.span.start, date.start) else None


def fills(date: DateMention, cell: Cell) -> bool:
    """True where the date is all that the cell says."""
    return (date.start, date.end) == (cell.span.start, cell.span.end)


def _line(text: str, at: int, end: int, mentions: Sequence[Mention]) -> Line:
    line = Line(Span(at, end), split="\t" in text[at:end] or "|" in text[at:end])
    seen, order = at, 0
    for match in _CELL.finditer(text, at, end):
        cell = Cell(Span(match.start(), match.end()), match.start() - at, match.end() - at)
        if line.split:
            order += text.count("\t", seen, match.start()) + text.count("|", seen, match.start())
            seen, cell.order = match.start(), order
        _fill(cell, mentions)
        last = line.cells[-1] if line.cells else None
        if (
            last is not None and _CURRENCY_CELL.match(last.span.of(text)) and _AMOUNT.match(match[0])
        ):  # "$   37,911": the sign is no cell of its own
            line.cells.pop()
            cell.figure = last.figure or cell.figure
            cell.span, cell.left, cell.order = Span(last.span.start, cell.span.end), last.left, last.order
        elif last is not None and _CLOSING_CELL.match(match[0]) and is_number(text, last):  # "(20.9   )%": nor is what closes it
            last.span, last.right = Span(last.span.start, cell.span.end), cell.right
            continue
        line.cells.append(cell)
    return line


def _fill(cell: Cell, mentions: Sequence[Mention]) -> None:
    index = bisect_left(mentions, cell.span.start, key=_start)
    while index < len(mentions) and mentions[index].start < cell.span.end:
        mention = mentions[index]
        if isinstance(mention, FigureMention) and cell.figure is None:
            cell.figure = mention
        elif isinstance(mention, FigureMention) and cell.beside is None:
            cell.beside = mention
        elif isinstance(mention, DateMention) and (cell.date is None or is_span(mention)):
            cell.date = mention
        index += 1


def _start(mention: Mention) -> int:
    return mention.start

"""Which side of a table names the measures: the rows ("Sales | Vellmar | Ostrin") or the columns ("Region | Sales | Margin").

Words that head the labels say it outright; else the kinds of figures do (amounts, shares and counts side by side in one row are measures of one thing),
the words that are heads of measures, the names of companies and places, and shares that add up to a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.facts.cells import fills, is_number
from extractor.facts.resolve import listed
from extractor.facts.tokens import ends_in_measure, is_measure, word_list
from extractor.findings import FigureMention, MoneyMention, PercentageMention, QuantityMention, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from extractor.facts.cells import Cell, Line
    from extractor.facts.headings import Column

_UNIT_HEAD = re.compile(r"[$€£¥%]|\b(?:millions?|thousands?|billions?)\b|['’]000|\bp[- ]value\b|\bdifference\b", re.IGNORECASE)
_CAPTION = re.compile(
    r"\s*(?:(?:Table|Exhibit|Chart) \d{1,3}[.:]? )?(?P<words>[^\W\d_][\w’'-]*(?: [\w’'&-]+){0,5}?)(?=,| ?[(:;]| by | in | [–—-] |\s*\Z)",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\bby (?:{'|'.join(re.escape(word) for word in sorted(word_list('row_things'), key=len, reverse=True))})\s*(?:[(,;:]|\Z)",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 120  # characters of a line that can say what a table is about
UNIT_OF_LABEL = re.compile(
    r"\((?:in )?(?:thousands?|millions?|billions?|mn?|bn|k|['’]?000s?|1,000s?|tonnes?|t|tons?|units?|oz|km|[GMk]Wh|[kMG]t|grams?|[a-z]{1,5}/[a-z]{1,5}|%)\)\s*\Z",
    re.IGNORECASE,
)
SHARE_OF = re.compile(
    r"(?:%|\bper ?cent|\bshare) of (?P<whole>\w[\w &-]*)|% share\b", re.IGNORECASE
)  # heads of columns that say what their shares are of
_WHOLE = range(98, 103)  # percent: what the shares of a whole add up to, rounding and all


class Names:
    """The spans of names in the text, in order of their start; says whether a cell is one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=_start)
        self._starts = [span.start for span in self._spans]

    def holds(self, cell: Span) -> bool:
        """True where names are at least half of the cell's words."""
        covered = 0
        for index in range(bisect_left(self._starts, cell.start), len(self._spans)):
            span = self._spans[index]
            if span.start >= cell.end:
                break
            covered += min(span.end, cell.end) - span.start
        return covered * 2 >= cell.end - cell.start


def are_measures_above(
    text: str, corner: Cell | None, things: Sequence[Column], rows: Sequence[tuple[Line, list[Column | None]]], names: Names
) -> bool:
    """True where the columns `things` name the measures and the rows what they are told of.

    `corner` is the cell over the labels, `things` are the columns that are neither of a time nor of a change, and `rows` the rows with the column
    of each cell behind the label. False where the rows name the measures, and where nothing tells.
    """
    if not things:
        return False
    labels = [line.cells[0] for line, _ in rows]
    if sum(label.date is not None and fills(label.date, label) for label in labels) * 2 > len(labels):
        return True
    if corner is not None:
        words = corner.span.of(text)
        if listed("row_things", words) != listed("row_measures", words):
            return listed("row_things", words)
    if any(SHARE_OF.search(column.head.span.of(text)) for column in things):
        return True
    heads = [column.head.span for column in things if not _UNIT_HEAD.search(column.head.span.of(text))]
    spans = [label.span for label in labels]
    above, beside = _kinds(things, rows)
    return next(
        (
            first > second
            for first, second in (
                (above, beside),
                _wholes(things, rows),
                (_share(heads, lambda span: is_measure(span.of(text))), _share(spans, lambda span: is_measure(span.of(text)))),
                (_share(spans, names.holds), _share(heads, names.holds)),
            )
            if first != second
        ),
        False,
    )


def tells_rows(text: str, above: Sequence[Span], heads: Sequence[Span], names: Names) -> bool:
    """True where a line above says what the rows are and no measure, "Estimate by segment", so that the columns `heads`, which no name stands over, name the measures."""
    if any(names.holds(head) for head in heads) or any(_measured(text, span) for span in above):
        return False
    return any(_BY.search(text, span.start, span.end) for span in above)


def is_about_things(text: str, rows: Sequence[tuple[Line, list[Column | None]]]) -> bool:
    """True where the rows are things of one kind, so that what is measured of them must be told above: no label is a measure, has a unit or
    stands under another, and each column holds one kind of figure.
    """
    lefts = {line.cells[0].left for line, _ in rows if line.cells[0].span.of(text).lower() not in word_list("wholes")}
    if len(lefts) > 1 and not any(line.split for line, _ in rows):
        return False
    kinds: dict[Column, set[object]] = {}
    for line, over in rows:
        words = line.cells[0].span.of(text)
        if words.lower().startswith("total"):
            continue
        if is_measure(words) or UNIT_OF_LABEL.search(words):
            return False
        for cell, column in zip(line.cells[1:], over, strict=True):
            if column is not None and not column.change and is_number(text, cell):
                kinds.setdefault(column, set()).add(_kind(cell.figure))
    return all(map(_is_one_kind, kinds.values()))


def _is_one_kind(kinds: set[object]) -> bool:
    """True for figures of one kind; amounts may go without their sign between the first row and the last."""
    marked = kinds - {None}
    return len(marked) <= 1 and (None not in kinds or all(isinstance(kind, tuple) and kind[0] == "money" for kind in marked))


def title_of(text: str, end: int) -> Span | None:
    """The line over the table, which begins at `end`, that says what it is about; None where a sentence ends there."""
    while end and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", max(0, end - _LONGEST_CAPTION), end) + 1
    return Span(start, end) if end and end - start < _LONGEST_CAPTION and text[end - 1] not in ".!?;" else None


def caption_of(text: str, corner: Cell | None, headings: Sequence[Line], title: Span | None) -> Span | None:
    """The measure that is told above the rows: in the cell over the labels ("Deliveries (t)"), or in a line over the columns ("Sales by region")."""
    if corner is not None and listed("row_measures", corner.span.of(text)):
        return None
    spans = [corner.span] if corner else []
    spans += [line.span for line in headings if len(line.cells) == 1 and not line.cells[0].date]
    spans += [title] if title else []
    return next((measured for span in spans if (measured := _measured(text, span))), None)


def _measured(text: str, span: Span) -> Span | None:
    """The measure at the start of a caption: "Average attendance" of "Table 2. Average attendance by club"; None where it begins with none."""
    found = _CAPTION.match(text, span.start, span.end)
    if not found or listed("row_measures", found["words"]) or not ends_in_measure(found["words"]):
        return None
    return Span(found.start("words"), found.end("words"))


def _kinds(things: Sequence[Column], rows: Sequence[tuple[Line, list[Column | None]]]) -> tuple[bool, bool]:
    """Whether the columns each hold one kind of figure, and more than one kind between them; and the same of the rows."""
    columns: dict[Column, set[object]] = {}
    across: list[set[object]] = []
    for line, over in rows:
        kinds = [
            (column, _kind(cell.figure)) for cell, column in zip(line.cells[1:], over, strict=True) if cell.figure and column in things
        ]
        for column, kind in kinds:
            if column is not None:
                columns.setdefault(column, set()).add(kind)
        if kinds:
            across.append({kind for _, kind in kinds})
    return _are_pure(list(columns.values())), _are_pure(across)


def _are_pure(groups: Sequence[set[object]]) -> bool:
    return all(len(group) == 1 for group in groups) and len({kind for group in groups for kind in group}) > 1


def _kind(figure: FigureMention | None) -> object:
    if isinstance(figure, MoneyMention):
        return "money", figure.per
    if isinstance(figure, PercentageMention):
        return "share", figure.unit
    return ("count", figure.unit) if isinstance(figure, QuantityMention) else None


def _share(spans: Sequence[Span], is_one: Callable[[Span], bool]) -> float:
    return sum(map(is_one, spans)) / len(spans) if spans else 0


def _wholes(things: Sequence[Column], rows: Sequence[tuple[Line, list[Column | None]]]) -> tuple[bool, bool]:
    """Whether the shares of every row add up to a whole, which makes the columns its parts; and the same of the columns."""
    columns = dict.fromkeys(things, 0)
    across: list[int] = []
    for line, over in rows:
        parts = [
            (column, round(cell.figure.value))
            for cell, column in zip(line.cells[1:], over, strict=True)
            if column in columns and isinstance(cell.figure, PercentageMention) and cell.figure.value is not None
        ]
        for column, part in parts:
            if column is not None:
                columns[column] += part
        across.append(sum(part for _, part in parts) if len(parts) > 1 else 0)
    return all(part in _WHOLE for part in across), len(rows) > 1 and all(part in _WHOLE for part in columns.values())


def _start(span: Span) -> int:
    return span.start

"""Finds the amounts that a table prints bare because its header says currency and scale: "(in millions of euros)" over "Revenue  1,234  1,100".

What else stands in such a table stays a number: years in a heading, notes, changes and percentages, rows that count or relate. A row's own
bracket goes before the header: "Earnings per share (EUR)", "Dividend (pence)", "Energy sold (GWh)".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from extractor.money.amount import Amount
from extractor.money.currencies import lettered, named, signed, signs
from extractor.money.phrases import phrases
from extractor.structure import cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.findings import Section, Span
    from extractor.money.currencies import Mark
    from extractor.money.tables import Row
    from extractor.numbers import Number

_ONE = Decimal(1)
_YEARS = range(1900, 2101)
_RATIO = 1000  # no margin, rate or ratio has a value from here on: "Gross margin  5,345" is money
_REACH = 400  # characters that a table's header may stand above it
_BEFORE = re.compile(r"[-–(]?[ ]?")
_BEHIND = re.compile(r"\)?[*†‡]{0,2}")
_WORD = re.compile(r"[^\W\d_]+|[%#]")
_YEAR_ON_YEAR = re.compile(r"\b([YyQq])[ ]?(?:/|-?o-?|on)[ ]?\1\b")
_PART = re.compile(r"[ \t|]*(?:[-–—•][ ]|(?i:basic|diluted)\b)|[ \t]+\S")  # a row that names a part of what stands above it
_PRICE_OF = re.compile(r"(?P<currency>\S{1,4}?)[ ]?(?:/|[ ]per[ ])[ ]?[a-z]")  # "US$/oz", "EUR per tonne"
_UNIT = re.compile(r"[(\[](?P<bracket>[^()\[\]]{1,24})[)\]][\s:*†]*\Z|,[ ](?P<tail>[^\s,]{1,6}(?:[ ][^\s,]{1,8})?)[\s:*†]*\Z")


@dataclass(slots=True, frozen=True)
class _Heading:
    """A cell of a heading: which column it stands over, and whether that column has no amounts."""

    column: int
    left: int
    right: int
    silent: bool


def bare(
    text: str, numbers: Sequence[Number], taken: Sequence[Amount], rows: Sequence[Row], sections: Sequence[Section]
) -> list[tuple[Amount, str | None]]:
    """The bare amounts of the tables, in order, each with the unit it is the price of; `taken` are the amounts with a mark of their own.

    Only tables without a sign or "%" in any cell: where some cells are marked, the bare ones beside them are none (decision on the gold: "cells with
    a sign or % are marked, bare numbers in tables are not"); where none is, the header is the mark of all. A header governs the table that it
    stands in or right above, and the next one where only blank lines or a heading within the columns ("Current assets:") parts the two.
    """
    reading = _Reading(text, numbers, [number.start for number in numbers], {amount.number.start for amount in taken if amount.number})
    found: list[tuple[Amount, str | None]] = []
    behind = governed = 0
    for section in sections:
        if section.kind != "table":
            continue
        lines = rows[bisect_left(rows, section.start, key=lambda row: row.end) : bisect_left(rows, section.end, key=lambda row: row.start)]
        since = lines[0].since if lines else 0
        own = max(behind, section.start - _REACH) <= since
        if own:
            reading.headings, reading.told = (
                _headings(text, _line_start(text, min(since, section.start)), lines[0].start if lines else section.start),
                False,
            )
        if (
            lines
            and (not _marked().search(text, section.start, section.end) or _is_marked_aside(text, section))
            and (own or (since == governed and section.start - behind < _APART and not reading.is_heading(lines[0])))
        ):
            found += reading.amounts(lines)
            governed = since
        behind = section.end
    return found


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(rf"\d[ ]?%|[{re.escape(signs())}][ ]{{0,8}}(?!000s?(?!\d|[,.]\d))[(\d-]|\d[ ]?[{re.escape(signs())}]")


def _is_marked_aside(text: str, section: Section) -> bool:
    """True for a table whose columns are parted by pipes or tabs where only columns without amounts have marks: "| Change |" over "| 6.7% |".

    In a table set by blanks one mark tells that the cells without are none (decision on the gold).
    """
    heading: list[_Heading] | None = None
    start = section.start
    while start < section.end:
        stop = text.find("\n", start, section.end)
        stop = section.end if stop < 0 else stop
        if _column(text, start, stop) and not _RULE.fullmatch(text, start, stop):
            over = _over(text, start, cells(text, start, stop))
            if heading is None:
                heading = over
            else:
                silent = {head.column for head in heading if head.silent}
                marked = (_column(text, start, found.start()) for found in _marked().finditer(text, start, stop))
                if not silent.issuperset(marked) and not _is_row_of_shares(text, start, stop):
                    return False
        elif stop > start and heading is not None and not _column(text, start, stop):
            return False
        start = stop + 1
    return heading is not None


def _is_row_of_shares(text: str, start: int, stop: int) -> bool:
    """True for "| Margin | 17.2% | 16.7% |": every figure is a percentage."""
    figures = [cell for cell in cells(text, start, stop)[1:] if any(sign.isdigit() for sign in cell.of(text))]
    return bool(figures) and all(_SHARE_CELL.fullmatch(text, cell.start, cell.end) for cell in figures)


_SHARE_CELL = re.compile(r"[-–+(]?[\d.,]+[ ]?%\)?[*†‡]{0,2}")
_RULE = re.compile(r"[\s|:+=_–—-]*")
_APART = 160  # characters between two parts of one table


@dataclass(slots=True)
class _Reading:
    """A table while it is read: the article's numbers, and the headings so far; `told` once a row of figures has been read."""

    text: str
    numbers: Sequence[Number]
    starts: list[int]
    held: set[int]
    headings: list[list[_Heading]] = field(default_factory=list)
    told: bool = False

    def _figures(self, parts: Sequence[Span]) -> list[tuple[Span, Number]]:
        found = [(cell, _number(self.text, cell, self.numbers, self.starts)) for cell in parts[1:]]
        return [(cell, number) for cell, number in found if number is not None]

    def is_heading(self, row: Row) -> bool:
        """True for a line over columns: no figures but years."""
        parts = cells(self.text, row.start, row.end)
        figures = self._figures(parts)
        return not figures or _are_years(figures) or _number(self.text, parts[0], self.numbers, self.starts) is not None

    def amounts(self, rows: Sequence[Row]) -> Iterator[tuple[Amount, str | None]]:
        """The bare amounts of neighbouring rows with their units."""
        group: tuple[Mark, bool, bool] | None = None  # what the label says that a row is part of: "Earnings per share (HK cents) / - Basic"
        behind = max(self.text.find("\n", rows[0].since, rows[0].start), 0) if rows else 0
        for row in rows:
            declared, parts = row.declared, cells(self.text, row.start, row.end)
            figures = self._figures(parts)
            above, behind = self.text[behind : row.start].strip(), row.end
            if self.is_heading(row):
                if figures or not self.told:
                    self.headings.append(_over(self.text, row.start, parts))
                continue
            self.told = True
            label = parts[0].of(self.text)
            said = _label(label, declared.mark, row.per) if declared and declared.mark else None
            if declared and declared.mark and "\n" not in above and _PART.match(self.text, row.start, row.end):
                head = _label(above, declared.mark, row.per) if above else group
                said = head if head and head[0] is not declared.mark else said
                group = head
            else:
                group = said
            if declared is None or said is None:
                continue
            mark, priced, relates = said
            scale = _ONE if priced or row.unscaled or mark.factor != 1 else declared.scale
            for cell, number in figures:
                doubtful = relates and number.core < _RATIO
                if number.start not in self.held and not doubtful and not self._is_silent(row.start, parts, cell):
                    yield _amount(self.text, cell, number, mark, scale), row.per

    def _is_silent(self, start: int, parts: Sequence[Span], cell: Span) -> bool:
        """True where a heading over the cell says that its column has no amounts: "Note", "Change", "%"."""
        column, left, right = _column(self.text, start, cell.start), cell.start - start, cell.end - start
        for line in self.headings:
            over = [head for head in line if (head.column == column if column else head.left < right and left < head.right)]
            behind = len(parts) - parts.index(cell)  # columns that drift apart are counted from the right
            if not over and not column and len(parts) - 1 <= len(line) <= len(parts):
                over = [line[-behind]] if behind <= len(line) else []
            if any(head.silent for head in over):
                return True
        return False


def _amount(text: str, cell: Span, number: Number, mark: Mark, scale: Decimal) -> Amount:
    value = number.core * scale * mark.factor
    return Amount(
        cell.start,
        number.core_end + (text[number.core_end : number.core_end + 1] == ")"),
        -value if text[cell.start] in "-–(" else value,
        number.core,
        scale,
        mark,
        "money.table-cell",
        number=number,
    )


def _number(text: str, cell: Span, numbers: Sequence[Number], starts: list[int]) -> Number | None:
    """The number that is all of a cell, with a minus or brackets around it at most."""
    at = bisect_left(starts, cell.start)
    if at == len(numbers) or numbers[at].core_end > cell.end:
        return None
    number = numbers[at]
    whole = _BEFORE.fullmatch(text, cell.start, number.start) and _BEHIND.fullmatch(text, number.core_end, cell.end)
    return number if whole and number.form == "digits" else None


def _are_years(figures: list[tuple[Span, Number]]) -> bool:
    """True for the years over the columns."""
    return all(number.core in _YEARS and number.core_end - number.start == _YEAR_DIGITS for _, number in figures)


_YEAR_DIGITS = 4


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", max(0, at - _REACH), at) + 1 if at else 0


def _headings(text: str, start: int, end: int) -> list[list[_Heading]]:
    found: list[list[_Heading]] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        found.append(_over(text, start, cells(text, start, stop)))
        start = stop + 1
    return found


def _over(text: str, start: int, parts: Sequence[Span]) -> list[_Heading]:
    """The cells of a line over the columns."""
    return [
        _Heading(_column(text, start, part.start), part.start - start, part.end - start, _is_silent_heading(part.of(text)))
        for part in parts
    ]


def _is_silent_heading(words: str) -> bool:
    return bool(_YEAR_ON_YEAR.search(words)) or _is_listed("silent_columns", words) or _is_listed("ratio_rows", words) or _counts(words)


def _column(text: str, start: int, at: int) -> int:
    """Which column a cell is in by the marks that part them; 0 where blanks part them."""
    return text.count("|", start, at) + text.count("\t", start, at)


def _is_listed(key: str, words: str) -> bool:
    return any(word in phrases(key) for word in _WORD.findall(words.lower()))


def _counts(label: str) -> bool:
    """True for a row that counts: "Average number of shares", "Employees at year end", "Sales volume"; "Loans to customers" is money."""
    words = _WORD.findall(_UNIT.sub("", label).lower())
    for word in words:
        if word in phrases("counted_rows"):
            return True
        if word in phrases("label_prepositions"):
            return False
    return bool(words) and words[-1] in phrases("counted_heads")


def _label(label: str, mark: Mark, per: str | None) -> tuple[Mark, bool, bool] | None:
    """What a row's label says: the mark of its figures, whether they are prices (no scale), whether it names a ratio; None for rows without amounts."""
    unit = _UNIT.search(label)
    words = (unit["bracket"] or unit["tail"]) if unit else ""
    priced = _PRICE_OF.match(words or "")
    own = _mark(priced["currency"] if priced else words) if words else None
    if own is not None:
        return own, per is not None or priced is not None or own.factor != 1, False
    if _is_listed("silent_units", words) or "%" in label or (per is None and _counts(label)) or not any(sign.isalpha() for sign in label):
        return None
    return mark, per is not None, _is_listed("ratio_rows", label)


def _mark(words: str) -> Mark | None:
    """The currency that a label's bracket names: "(EUR)", "(pence)", "(RMB cents)"; None where it names none."""
    mark = signed(words) or lettered(words) or named(words.lower())
    if mark is None and " " in words:
        first, second = words.split(" ", 1)
        unit, minor = lettered(first), named(second.lower())
        mark = replace(minor, currencies=unit.currencies, default=unit.default) if unit and minor and minor.kind == "minor" else None
    return mark if mark and mark.currencies else None

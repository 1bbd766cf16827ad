"""Amounts that a table prints without a sign because the column has one: "$" in the first and last rows only, as US accounts do.

Only of a text that is a table and nothing else (an exhibit): in a release such cells are no amounts (decision on the gold). A bare cell in a row of a
measure is an amount of the column's currency and scale where another cell of that column carries the sign; where no cell does, it stays a number,
since what it counts is not said. So it does in a row that prints its change, which tells that change.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.facts.resolve import listed
from extractor.facts.tokens import is_measure
from extractor.findings import MoneyMention, PercentageMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.facts.cells import Cell, Line

_PRINTED = re.compile(r"(?P<loss>[-(])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\)?")
_SIGNED = re.compile(r"(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3})\s*[-(]?[\d.,]+\)?")  # a sign and a number: "HK5 cents" says nothing of its column
_OWN_SCALE = re.compile(
    r"\([^()]*\b(?:thousands?|millions?|billions?|000s?|bn|mn|m|k)\b[^()]*\)", re.IGNORECASE
)  # "Loans ($ billions)": of its row alone
_DRIFT = 3  # characters that the right ends of one column's cells lie apart, closing brackets included


def implied(text: str, lines: Sequence[Line]) -> list[MoneyMention]:
    """The amounts in bare cells of a table; each cell gets its mention as its figure."""
    found: list[MoneyMention] = []
    rows: list[Line] = []
    for line in lines:
        if line.is_data(text):
            rows.append(line)
        elif len(line.cells) > 1:  # a heading: what is signed above it says nothing of the columns below
            found += _implied(text, rows)
            rows = []
    return found + _implied(text, rows)


def _implied(text: str, rows: Sequence[Line]) -> list[MoneyMention]:
    signed: dict[tuple[bool, int], Cell] = {}
    for line in rows:
        if _OWN_SCALE.search(line.cells[0].span.of(text)):
            continue
        for cell in line.cells[1:]:
            if isinstance(cell.figure, MoneyMention) and cell.figure.per is None and _SIGNED.fullmatch(cell.span.of(text)):
                signed.setdefault((line.split, cell.order if line.split else cell.right), cell)
    found: list[MoneyMention] = []
    for line in rows:
        label = line.cells[0].span.of(text)
        if not is_measure(label) or listed("no_amounts", label) or any(isinstance(cell.figure, PercentageMention) for cell in line.cells):
            continue
        for cell in line.cells[1:]:
            if cell.figure is not None or cell.date is not None:
                continue
            number = _printed(text[cell.span.start : cell.span.end])
            above = _above(line, cell, signed)
            scale = None if above is None else _scale(text, above)
            if number is None or above is None or scale is None or not isinstance(above.figure, MoneyMention):
                continue
            cell.figure = MoneyMention(
                start=cell.span.start,
                end=cell.span.end,
                found_by="facts.column",
                value=number * scale,
                currency=above.figure.currency,
                currency_certain=above.figure.currency_certain,
            )
            found.append(cell.figure)
    return found


def _above(line: Line, cell: Cell, signed: dict[tuple[bool, int], Cell]) -> Cell | None:
    """The signed cell of the same column: behind as many tabs or pipes, else with its right end at about the same place."""
    if line.split:
        return signed.get((True, cell.order))
    places = range(cell.right - _DRIFT, cell.right + _DRIFT + 1)
    return next((signed[False, right] for right in places if (False, right) in signed), None)


def _printed(words: str) -> Decimal | None:
    match = _PRINTED.fullmatch(words)
    if match is None:
        return None
    number = Decimal(match["digits"].replace(",", ""))
    return -number if match["loss"] else number


def _scale(text: str, cell: Cell) -> Decimal | None:
    """What the column multiplies its numbers by, as a signed cell of it shows."""
    match = _PRINTED.search(text, cell.span.start, cell.span.end)
    if match is None or cell.figure is None or not cell.figure.value:
        return None
    number = Decimal(match["digits"].replace(",", ""))
    return abs(cell.figure.value) / number if number else None

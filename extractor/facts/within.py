"""What a cell of a table says beside its value: a change ("$5.2 million (+3%)", "$41.0 million, up 8%") or the earlier value ("12.4% (2024: 11.9%)")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.facts.resolve import direction_of, listed
from extractor.facts.tokens import direction
from extractor.findings import PercentageMention

if TYPE_CHECKING:
    from extractor.facts.cells import Cell
    from extractor.facts.tokens import Direction
    from extractor.findings import Fact

_WORD = re.compile(r"[a-z]+")
_YEAR = re.compile(r"(?:19|20)\d\d|\b[12]H|\bH[12]|\bQ[1-4]|\bFY", re.IGNORECASE)
_WAYS: dict[str, Direction] = {"+": "up", "-": "down", "–": "down", "−": "down"}


def complete(text: str, cell: Cell, fact: Fact) -> None:
    """Gives the statement of a cell's value what the cell's second figure says of it; leaves it as it is where that is not plain."""
    value, second = fact.value, cell.beside
    if value is None or second is None or value is not cell.figure:
        return
    between = text[value.end : second.start]
    way = _WAYS.get(text[second.start]) or next((found for word in _WORD.findall(between.lower()) if (found := direction(word))), None)
    if isinstance(second, PercentageMention) and way is not None:
        if fact.by is None:
            fact.by, fact.direction = second, fact.direction or way
    elif (
        type(second) is type(value)
        and "(" in between
        and fact.previous is None
        and (_YEAR.search(between) or listed("earlier_values", between))
    ):
        fact.previous = second
        fact.direction = fact.direction or direction_of(value, second, text[fact.measure.start : fact.measure.end])

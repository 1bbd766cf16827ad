"""The bare number in brackets behind a figure, where a report prints last year's beside its own: "SEK 2,345 M (2,210)", "14.2% (13.1)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from extractor.numbers.number import Number

_OPENING = re.compile(r"[ \n]\((?P<when>(?:[^\W\d_]{1,10}[ ]|[QH][1-4][ ])?(?:19|20)\d\d:[ ])?(?P<minus>[-–−])?(?=\d)")
_NEAR = 20  # times that a figure is more or less than the year before at most: else the bracket holds something else
_YEAR_DIGITS = 4
_NOTE = 10  # a whole number below it is the number of a note


@dataclass(slots=True, frozen=True)
class Bracketed:
    """The number in the bracket; `start` includes its minus; `dated` where a year stands before it: "(2024: 310)"."""

    start: int
    end: int
    value: Decimal
    number: Number
    dated: bool


def bracketed(text: str, end: int, core: Decimal, numbers: Sequence[Number], starts: Sequence[int]) -> Bracketed | None:
    """What the bracket right behind the figure that ends at `end` holds, None where it is not alike: other decimals, another order, a year, a note.

    `core` is the figure's own number without its scale; `starts` are those of `numbers`.
    """
    opening = _OPENING.match(text, end)
    if opening is None:
        return None
    at = bisect_left(starts, opening.end())
    if at == len(numbers) or starts[at] != opening.end():
        return None
    number = numbers[at]
    if number.form != "digits" or number.fraction or number.scale != 1 or text[number.core_end : number.core_end + 1] != ")":
        return None
    if _places(number.core) != _places(core) or not _is_near(number.core, abs(core)):
        return None
    digits = text[number.start : number.core_end]
    whole = digits.isdigit()
    if whole and (number.core < _NOTE or (len(digits) == _YEAR_DIGITS and digits.startswith(("19", "20")))):
        return None
    value = -number.core if opening["minus"] else number.core
    return Bracketed(number.start - bool(opening["minus"]), number.core_end, value, number, opening["when"] is not None)


def _places(core: Decimal) -> int:
    return -int(core.as_tuple().exponent)


def _is_near(one: Decimal, other: Decimal) -> bool:
    return one <= other * _NEAR and other <= one * _NEAR

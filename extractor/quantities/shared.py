"""Numbers that share the noun of a later count: "300 direct and 900 indirect jobs", "1,200 of 4,000 nests"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.numbers.phrase import is_stop
from extractor.quantities.match import Quantity, is_plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.numbers import Number

_KINDS = re.compile(
    r"[ \n](?P<kind>[a-z]+(?:-[a-z]+)?)(?:,|,?[ \n](?:and|or|plus))[ \n](?:(?:about|around|some|another|up[ \n]to)[ \n])?\Z"
)
_LEAST = 10  # "4 of 5 customers" is a share, not a count
_PART = re.compile(r"[ \n]of[ \n](?:(?:the|its|their|our|all|some|about)[ \n]){0,2}\Z")


def find_shared(text: str, numbers: Sequence[Number], counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers without a noun of their own that stand right before a count of `counts`, with the noun of that count, from the last to the first."""
    by_start = {count.number.start: count for count in counts if not count.measured and count.high is None}
    for at in range(len(numbers) - 2, -1, -1):
        number, count = numbers[at], by_start.get(numbers[at + 1].start)
        if (
            count is None
            or number.start in by_start
            or number.form != "digits"
            or number.glued_left
            or number.glued_right
            or number.fraction
        ):
            continue
        gap = text[number.end : count.start]
        shared = _kind(gap, number, count) or _part(gap, number, count)
        if shared:
            by_start[number.start] = shared
            yield shared


def _kind(gap: str, number: Number, count: Quantity) -> Quantity | None:
    """`300 direct and`: the kind stands behind the number, the noun behind the next kind."""
    found = _KINDS.fullmatch(gap)
    if found is None or " " not in count.unit or is_stop(found["kind"]) or is_plural(found["kind"]) or count.unit[0].isupper():
        return None
    unit = f"{found['kind']} {count.unit.split(' ', 1)[1]}"
    start = number.end + found.start("kind")
    return Quantity(number.start, number.end + found.end("kind"), number.value, unit, start, "quantities.shared", number)


def _part(gap: str, number: Number, count: Quantity) -> Quantity | None:
    """`1,200 of 4,000 nests`: a part of them."""
    if not _PART.fullmatch(gap) or not _LEAST <= number.value < count.value or number.value != number.value.to_integral_value():
        return None
    return Quantity(number.start, number.end, number.value, count.unit, count.unit_start, "quantities.part", number)

"""Earlier values that a report prints bare in brackets behind its own: "Net sales SEK 2,345 M (2,210)", as the companies of the north of Europe do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.money.amount import Amount
from extractor.money.phrases import phrases
from extractor.numbers.brackets import bracketed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.numbers import Number

FOUND_BY = "money.bracket"


def earlier(text: str, amounts: Sequence[Amount], numbers: Sequence[Number]) -> Iterator[tuple[int, Amount]]:
    """The bare numbers in brackets behind amounts, with the mark and scale of these and their index; in other currencies only behind a year."""
    if ")" not in text:
        return
    starts = [number.start for number in numbers]
    for at, amount in enumerate(amounts):
        if amount.mark is None or amount.high is not None or amount.open or not amount.mark.currencies:
            continue
        found = bracketed(text, amount.end, amount.core, numbers, starts)
        if found and (found.dated or amount.mark.currencies[0] in phrases("bracket_currencies")):
            value = found.value * amount.scale * amount.mark.factor
            yield at, Amount(found.start, found.end, value, found.number.core, amount.scale, amount.mark, FOUND_BY, number=found.number)

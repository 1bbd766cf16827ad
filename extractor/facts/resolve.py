"""What the words of a list say of a statement, and the direction that two values show."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import table

if TYPE_CHECKING:
    from decimal import Decimal

    from extractor.facts.tokens import Direction, Row
    from extractor.findings import FigureMention

PACKAGE = "extractor.facts"


_BRACKET = re.compile(r"\([^()]*\)")


@cache
def pattern_of(key: str) -> re.Pattern[str]:
    """Finds the words and phrases of that list in `context.toml`, in any case."""
    return re.compile(
        r"\b(?:"
        + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(table(PACKAGE, "context.toml")[key], key=len, reverse=True))
        + r")\b",
        re.IGNORECASE,
    )


def listed(key: str, words: str) -> bool:
    """True where one of the words or phrases of that list in `context.toml` stands in `words`."""
    return bool(pattern_of(key).search(words))


def goes_on(row: Row) -> bool:
    """True for a sentence that goes on from the one before: "Among them", "The remaining", "They"."""
    return listed("going_on", row.text[row.span.start : row.span.start + 16])


def direction_of(value: FigureMention | None, previous: FigureMention | None, measure: str, between: str = "") -> Direction | None:
    """Up, down or flat as the two values show it; None where one of them is no single number or they cannot be compared.

    A loss in words is printed without a minus: `between`, the words between the two, says whether a profit became a loss.
    """
    if value is None or previous is None or type(value) is not type(previous):
        return None
    if any(getattr(value, key, None) != getattr(previous, key, None) for key in ("currency", "unit")):
        return None
    if value.low and previous.low and value.high and previous.high and (value.low - previous.low) * (value.high - previous.high) < 0:
        return None  # narrowed or widened, neither up nor down
    now, then = _middle(value), _middle(previous)
    if now is None or then is None:
        return None
    loss = bool(pattern_of("losses").search(_BRACKET.sub("", measure)))
    if (loss or listed("costs", measure)) and now <= 0 and then <= 0:
        now, then = -now, -then
    elif loss and now > 0 and then > 0 and pattern_of("profits").search(between):
        now = -now
    elif not loss and now > 0 and then > 0 and pattern_of("losses").search(between):
        then = -then
    return "up" if now > then else "down" if now < then else "flat"


def _middle(figure: FigureMention) -> Decimal | None:
    """The value, or the middle of a range with two ends."""
    if figure.value is not None:
        return figure.value
    return None if figure.low is None or figure.high is None else (figure.low + figure.high) / 2

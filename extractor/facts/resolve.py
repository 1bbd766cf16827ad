"""What a statement is about beyond its figures: certainty, and the direction that two values show."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Literal

from extractor.facts.tokens import word_list
from extractor.lexicon import table

if TYPE_CHECKING:
    from decimal import Decimal

    from extractor.facts.claim import Claim
    from extractor.facts.tokens import Direction, Row
    from extractor.findings import FigureMention

PACKAGE = "extractor.facts"


_NEAR = 12  # tokens between a figure and its date: tuned on the gold releases
_BRACKET = re.compile(r"\([^()]*\)")


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:"
        + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(table(PACKAGE, "context.toml")[key], key=len, reverse=True))
        + r")\b",
        re.IGNORECASE,
    )


def listed(key: str, words: str) -> bool:
    """True where one of the words or phrases of that list in `context.toml` stands in `words`."""
    return bool(_words(key).search(words))


def goes_on(row: Row) -> bool:
    """True for a sentence that goes on from the one before: "Among them", "The remaining", "They"."""
    return listed("going_on", row.text[row.span.start : row.span.start + 16])


# ---- certainty, direction


def certainty_of(claim: Claim, title: str | None) -> Literal["reported", "expected"]:
    """`expected` where the words before the figure or the section's heading speak of what is to come."""
    row = claim.row
    main = claim.at if claim.main is None else row.index_of(claim.main)
    semicolon = row.classes.rfind(";", 0, main)
    start = row.span.start if semicolon < 0 else row.ends[semicolon]
    hints = _stand(row, "expected")
    at = bisect_left(hints, start)
    if (
        (at < len(hints) and hints[at] < row.starts[main])
        or _expected_behind(row, main)
        or (title and _words("expected_titles").search(title))
    ):
        return "expected"
    return "reported"


def _stand(row: Row, key: str) -> list[int]:
    """Where in the sentence the words of a list stand; looked for once a sentence, however many statements ask."""
    if key not in row.notes:
        row.notes[key] = [match.start() for match in _words(key).finditer(row.text, row.span.start, row.span.end)]
    return row.notes[key]


def _expected_behind(row: Row, figure: int) -> bool:
    """`Revenue of $5 million is expected`; not "the sum of $5 million is expected to grow"."""
    for index in range(figure + 1, min(figure + _NEAR, len(row) - 1)):
        if row.classes[index] in "$%#;,R":
            return False
        if row.words[index] in word_list("expected_behind") and row.classes[index - 1] in "lq@":
            return row.classes[index + 1] != "t" or row.words[index + 2 : index + 3] == ["be"]
    return False


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
    loss = bool(_words("losses").search(_BRACKET.sub("", measure)))
    if (loss or listed("costs", measure)) and now <= 0 and then <= 0:
        now, then = -now, -then
    elif loss and now > 0 and then > 0 and _words("profits").search(between):
        now = -now
    elif not loss and now > 0 and then > 0 and _words("losses").search(between):
        then = -then
    return "up" if now > then else "down" if now < then else "flat"


def _middle(figure: FigureMention) -> Decimal | None:
    """The value, or the middle of a range with two ends."""
    if figure.value is not None:
        return figure.value
    return None if figure.low is None or figure.high is None else (figure.low + figure.high) / 2

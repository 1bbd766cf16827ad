"""Bare numbers whose noun stands in front: "Headcount was 15,000", "the number of subscribers reached 1.2 million", "the index rose 23 points to 17,781"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.quantities.match import PACKAGE, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.numbers import Number

FOUND_BY = "quantities.level"
_LEFT = 150  # characters between a noun and its number, a change included
_LEAST = 100  # a whole number below it may be anything: "Attendance was 12"
_YEARS = range(1900, 2100)
_POINTS = "points"
_EARLIER = re.compile(
    r",?[ \n](?:(?:up|down)[ \n])?(?:from|versus|vs\.|against|compared[ \n](?:with|to))[ \n](?:(?:about|around|some|nearly|almost)[ \n])?\Z"
)


@cache
def _words(kind: str) -> str:
    words = sorted((row["word"] for row in rows(PACKAGE, "levels.csv") if row["kind"] == kind), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[ \n]") for word in words)


@cache
def _nouns() -> re.Pattern[str]:
    """A noun that may be told by a bare number; "number of" counts what follows it."""
    return re.compile(
        rf"\b(?:numbers?[ \n]of[ \n](?P<of>[^\W\d_][\w-]*(?:[ \n][^\W\d_][\w-]*){{0,3}}?)|(?P<noun>{_words('level')}|{_words('numbered')})|(?P<index>{_words('index')}))"
        rf"(?=[ \n:])(?:[ \n](?:in|at|of|for|on|during)[ \n][^.;:,()\d]{{1,40}}?)?"
        rf"(?::[ ]|[ \n](?:(?:has|had|have)[ \n])?(?:{_words('is')}|(?:{_words('moves')})(?:[^.;:()]|\.(?=\d)){{0,45}}?[ \n](?:to|to[ \n](?:close|end|finish)[ \n]at))[ \n])"
        rf"(?:(?:about|around|some|nearly|almost|roughly|approximately|more[ \n]than|over|just|a[ \n]record)[ \n]){{0,2}}\Z",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"[.,;)](?!\d)|[ ]*(?:\n|\Z)|[ \n](?:{_words('behind')})\b")


@cache
def _known() -> tuple[str, ...]:
    return (
        "number of",
        "numbers of",
        *(row["word"] for row in rows(PACKAGE, "levels.csv") if row["kind"] in {"level", "numbered", "index"}),
    )


@cache
def _index() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('index')})\b(?:[^.;]|\.(?=\d)){{0,80}}\Z", re.IGNORECASE)


def is_of_index(text: str, start: int) -> bool:
    """True where the sentence speaks of an index before `start`: its points count, those of a team do not."""
    return bool(_index().search(text[max(0, start - _LEFT) : start]))


def find_levels(text: str, numbers: Sequence[Number], taken: Sequence[Quantity], ends: Sequence[int]) -> Iterator[Quantity]:
    """The bare numbers that a noun in front of them gives a unit, and the earlier one that follows such a number ("from 16,200")."""
    lowered = text.lower()
    if not any(word in lowered for word in _known()):
        return
    held = {quantity.number.start for quantity in taken}
    last: Quantity | None = None
    for number in numbers:
        if number.start in held or not _may_be(text, number):
            continue
        unit = _unit(text, number, ends)
        if unit is None and last is not None and last.end < number.start and _EARLIER.fullmatch(text, last.end, number.start):
            unit = last.unit, last.unit_start
        if unit is not None:
            last = Quantity(number.start, number.end, number.value, unit[0], unit[1], FOUND_BY, number)
            yield last


def _may_be(text: str, number: Number) -> bool:
    """True for a number in digits that no noun follows and that is no year."""
    if number.form != "digits" or number.fraction or number.glued_left or number.glued_right or not _behind().match(text, number.end):
        return False
    digits = text[number.start : number.core_end]
    return not (digits.isdigit() and int(number.core) in _YEARS and number.scale == 1)


def _unit(text: str, number: Number, ends: Sequence[int]) -> tuple[str, int] | None:
    """What the number counts by the words in front of it in its sentence, and where these stand."""
    at = bisect_left(ends, number.start)
    start = max(number.start - _LEFT, ends[at - 1] if at else 0)
    found = _nouns().search(text[start : number.start])
    if found is None:
        return None
    if found["index"]:
        return _POINTS, start + found.start("index")
    if number.value < _LEAST or number.value != number.value.to_integral_value():
        return None
    group = "of" if found["of"] else "noun"
    return " ".join(found[group].split()), start + found.start(group)

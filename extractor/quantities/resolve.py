"""Tells which counts carry news: no ages, durations, ranks, labels, years, and nothing inside a name (GUIDE: QUANTITY)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.numbers.grouping import has_three_places
from extractor.quantities.levels import FOUND_BY, is_of_index
from extractor.quantities.match import PACKAGE, is_acronym, nouns

if TYPE_CHECKING:
    from extractor.quantities.match import Quantity

_YEARS = range(1900, 2100)
_MANY = 1000
_SMALL = (
    10  # a count in words below it is news where its noun is a business's, or counted elsewhere in the article: tuned on the gold releases
)
_WORD_BEFORE = re.compile(r"([^\W\d_][^\s]*|#)[ \n]\Z")
_CAPITAL = re.compile(r"(?<=[^\W\d_][ \n])(?<![.!?:;”\"][ \n])([A-Z][\w-]*)[ \n]\Z")
_LIST_NUMBER = re.compile(r"(?:\A|\n)[ \t]*\(?\Z")
_AGAINST = re.compile(
    r"[ \n](?:(?:adjusted|underlying|annual|annualised|annualized|net|trailing|pro[ -]forma)[ \n]|EBITDA|EBIT|earnings|revenues?|sales|book|the|more|as|higher|larger|greater|bigger|faster|longer|its|that|those|what|oversubscribed|lower|smaller|cheaper|over)\b"
)
_ONE_IN = re.compile(
    r"\b(?:\d|one|two|three|four|five|six|seven|eight|nine)[ \n](?:in|out of)[ \n](?:every[ \n])?\Z",
    re.IGNORECASE,
)
_YEAR_OLD = re.compile(r"\byears?[- ]olds?\b")


@cache
def _labels(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows(PACKAGE, "labels.csv") if row["kind"] == kind)


@cache
def _counted() -> frozenset[str]:
    return frozenset(row["word"] for row in rows(PACKAGE, "nouns.csv") if row["kind"] == "counted")


def is_small(found: Quantity) -> bool:
    """True for a small count in words, "three home ties"."""
    return (
        found.number.form == "words"
        and found.number.value < _SMALL
        and found.high is None
        and not found.measured
        and found.head != "times"
        and found.head not in _counted()
    )


def may_be_grouped(text: str, found: Quantity) -> bool:
    """True for a count such as "6.150 people": no part of one is meant, so the point may group."""
    number = found.number
    return number.scale == 1 and found.high is None and has_three_places(text[number.start : number.core_end])


def no_news(text: str, found: Quantity, *, titled: bool) -> str | None:
    """Why the quantity is not kept, or None where it is. `titled` says that it stands in a headline or heading, where nouns have capitals."""
    number = found.number
    before = _WORD_BEFORE.search(text[max(0, found.start - 20) : found.start])
    word = before[1].lower().lstrip("(“\"'‘") if before else ""
    if word in _labels("rank") or word in _labels("age") or (word in _labels("month") and number.core <= 31):
        return f"{word!r} before it makes it a label, a rank or a day"
    if found.measured:
        return _no_measure(text, found)
    if found.found_by in {"quantities.sample", FOUND_BY}:
        return None
    digits = text[number.start : number.core_end]
    if number.scale == 1 and number.form == "digits" and digits.isdigit() and len(digits) == 4 and int(digits) in _YEARS:
        return "a year"
    return _no_count(text, found, titled=titled)


_CONTAINER = re.compile(r"[- \n]equivalent\b")  # "twenty-foot equivalent units"
_SIZE = re.compile(r"-(?:foot|inch)\Z", re.IGNORECASE)  # "a 40-foot container", "twelve-inch wafers"
_SCOPES = re.compile(r"\bScopes?[ \n]\d(?:[ \n]?(?:,|and|&|\+)[ \n]?\d)?[ \n]?(?:,|and|&|\+)[ \n]?\Z")  # "Scope 1 and 2 emissions"
_IN_TEN = re.compile(r"[ \n](?:in|out[ \n]of)[ \n](?:every[ \n])?(?:three|four|five|six|seven|eight|nine|ten|10|100)\b")
_MULTIPLE = re.compile(rf"\btimes{_AGAINST.pattern}[^.;]{{0,80}}\Z")
_RANKED = re.compile(r"(?:most|least|largest|biggest|smallest|oldest|newest|best|worst|highest|lowest|busiest|richest|poorest|fastest)\b")


def _no_measure(text: str, found: Quantity) -> str | None:
    if text[max(0, found.start - 2) : found.start].strip() == "=":
        return "a rate of exchange"
    if found.head == "foot" and _CONTAINER.match(text, found.end):
        return "the size of a container"
    if _SIZE.search(text[found.number.end : found.end]):
        return "the size of a thing"
    if found.unit == "x" and not re.compile(r"(?![ ]?\d)").match(text, found.end):
        return "a product of two numbers"
    return None


def _no_count(text: str, found: Quantity, *, titled: bool) -> str | None:
    number, head = found.number, found.head
    if found.unit.split(" ", 1)[0].lower() in nouns("duration") | {head} & nouns("duration") and not (
        number.value >= _MANY and head in {"hours", "minutes"}
    ):
        return "a duration"
    if number.value != number.value.to_integral_value() and not may_be_grouped(text, found) and head not in nouns("divisible"):
        return "no whole number of things"
    if head == "times":
        against = _AGAINST.match(text, found.end) or _MULTIPLE.search(text[max(0, found.start - 120) : found.start])
        return None if number.value >= _MANY or against else "how often, not how many"
    if head == "points" and ("index" in found.unit.lower() or is_of_index(text, number.start)):
        return None
    if head in nouns("vague") and (number.value < _MANY or head in {"others", "ones"}):
        return f"{head!r} counts nothing by itself"
    if _ONE_IN.search(text[max(0, found.start - 16) : found.start]) or (number.value < _SMALL and _IN_TEN.match(text, found.end)):
        return "a share, not a count"
    if _SCOPES.search(text[max(0, found.start - 20) : found.start]):
        return "a scope of emissions"
    if number.value == 1:
        return "a single one"
    if _RANKED.match(found.unit.lower()):
        return "the first of a ranking, not how many there are"
    if _YEAR_OLD.search(found.unit):
        return "an age"
    if _LIST_NUMBER.search(text[max(0, found.start - 6) : found.start]) and text[number.end : number.end + 1] in ".)":
        return "a number of a list"
    return None if titled else _name(text, found)


def _name(text: str, found: Quantity) -> str | None:
    """A number beside capitals in running text is part of a name: "Studio 54 dancers", "100 Women Initiative"."""
    number = found.number
    bare = number.form == "digits" and number.scale == 1 and number.value < _MANY
    if (bare or found.unit[0].isupper()) and _CAPITAL.search(text[max(0, found.start - 30) : found.start]):
        return "the number of a name"
    if is_acronym(found.unit):
        return None
    scale = text[number.core_end : number.end].strip() or text[number.start : number.end].rsplit(maxsplit=1)[-1]
    if found.unit.rsplit(" ", 1)[-1][0].isupper() and (scale[0].isupper() or " " in found.unit or number.value < _MANY):
        return "part of a name"
    return None

"""Finds the counts and measures of a text: pure, from the text and its numbers to spans with values and units. What is no news is left to `resolve`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.numbers.join import relation
from extractor.numbers.phrase import limit_at, words_from

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from extractor.numbers import Number

PACKAGE = "extractor.quantities"
_MOST_WORDS = 7


@dataclass(slots=True, frozen=True)
class Quantity:
    """A number with what it counts or measures; `high` is set for a range; `unit` is on one line, `head` its last word in lower case."""

    start: int
    end: int
    value: Decimal
    unit: str
    unit_start: int
    found_by: str
    number: Number
    high: Decimal | None = None

    @property
    def head(self) -> str:
        """The last word of the unit in lower case."""
        return self.unit.rsplit(" ", 1)[-1].lower()

    @property
    def measured(self) -> bool:
        """True for a unit of measure, false for a counted noun."""
        return self.found_by.startswith("quantities.measure")


@cache
def nouns(kind: str) -> frozenset[str]:
    """The nouns of one kind of the table."""
    return frozenset(row["word"] for row in rows(PACKAGE, "nouns.csv") if row["kind"] == kind)


@cache
def _measure() -> re.Pattern[str]:
    """A unit of measure behind a number: abbreviations as written, names in any case."""
    forms = [row["form"] for row in rows(PACKAGE, "measures.csv")]
    names = sorted(
        (form for form in forms if len(form) > 4 and (form.replace(" ", "").replace("-", "").islower() or form.startswith("degrees"))),
        key=len,
        reverse=True,
    )
    signs = sorted((form for form in forms if form not in names), key=len, reverse=True)
    gap = r"(?:[ ]|[ ]?-[ ]?|[ ]?\n[ ]{0,4})?"
    named = "|".join(re.escape(form).replace(r"\ ", r"[ \n-]").replace(r"\-", "[- ]") for form in names)
    return re.compile(rf"{gap}(?P<unit>(?i:{named})|{'|'.join(map(re.escape, signs))})(?![^\W_])(?!/[a-z])")


_SAMPLE = re.compile(r"(?<![^\W_])[nN][ ]?=[ ]?\Z")
_NOUN_GAP = re.compile(r"(?P<plus>\+|[- ]plus(?=[ \n]))?(?:[ ]|[ ]?\n[ ]{0,4}(?=\S))")


def find(text: str, numbers: Sequence[Number], ends: Sequence[int] = ()) -> list[Quantity]:
    """The quantities of a plain text in order; ranges are one. `numbers` are those that no other kind has taken, `ends` the ends of the sentences."""
    out: list[Quantity] = []
    drilled = _DRILLED.search(text) is not None
    for at, number in enumerate(numbers):
        found = (
            (_drilled(text, number) if drilled else None)
            or _measured(text, number)
            or _sample(text, number)
            or _counted(text, number, limit_at(ends, number.end, len(text)))
        )
        if found:
            low = numbers[at - 1] if at and numbers[at - 1].end > (out[-1].end if out else 0) else None
            pair = (low and _range(text, low, found)) or (_measured_range(text, out[-1], found) if out else None)
            if pair and out and pair.start == out[-1].start:
                out.pop()
            out.append(pair or found)
    return out


def _measured_range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """`5kg to 7kg`, `50 MW–60 MW`: the unit is said twice."""
    if not low.measured or low.unit != high.unit or low.high is not None or low.value >= high.value:
        return None
    if relation(text, low.start, low.end, high.start) != "range":
        return None
    return replace(high, start=low.start, value=low.value, high=high.value, found_by=high.found_by + "-range")


_MINUS = re.compile(r"(?:(?<![\w)])-|(?<![^\W_])[Mm]inus[ \n])\Z")  # degrees alone may be below zero


_METAL = re.compile(r"[ \n](?:AuEq|AgEq|Au|Ag|Pt|Pd|(?i:gold|silver|platinum|palladium))(?![^\W_])")  # "6.8 g/t Au": of what the grade is


def _measured(text: str, number: Number) -> Quantity | None:
    if number.glued_left or number.fraction:
        return None
    for end, value in ((number.end, number.value), (number.core_end, number.core)):
        found = _measure().match(text, end)
        if found and (number.scale_certain or end == number.core_end):
            metal = _METAL.match(text, found.end()) if found["unit"].lower() == "g/t" else None
            stop = metal.end() if metal else found.end()
            minus = _MINUS.search(text[max(0, number.start - 7) : number.start]) if found["unit"][0] in "°d" else None
            return Quantity(
                number.start - len(minus[0]) if minus else number.start,
                stop,
                -value if minus else value,
                _one_line(text[found.start("unit") : stop]),
                found.start("unit"),
                "quantities.measure",
                number,
            )
    return None


_DRILLED = re.compile(r"(?i)\b(?:g/t|drill[ -]?holes?|assays?|intercepts?)\b")
_METRES = re.compile(
    r"[ ]?(?:(?P<m>m)(?=[ ]?[),.;:]|[ ]\(|[ \n](?:at|@|from|grading|true|down|deep|below|wide|thick|including)\b|[ ]?\n|[ ]?\Z)|(?P<big>M)(?=[ ]AT[ ]\d))"
)


def _drilled(text: str, number: Number) -> Quantity | None:
    """As in "12.4m at 6.8 g/t from 143m": in the report of a drilling `m` is metres where nothing is counted by it."""
    found = None if number.glued_left or number.fraction else _METRES.match(text, number.core_end)
    if found is None:
        return None
    unit = "m" if found["m"] else "big"
    return Quantity(number.start, found.end(), number.core, found[unit], found.start(unit), "quantities.measure", number)


def _sample(text: str, number: Number) -> Quantity | None:
    """`n=206`: the size of a sample."""
    found = _SAMPLE.search(text[max(0, number.start - 5) : number.start])
    if not found or number.core != int(number.core):
        return None
    start = number.start - len(found[0])
    return Quantity(
        start,
        number.core_end,
        number.core,
        text[start],
        start,
        "quantities.sample",
        number,
    )


def _counted(text: str, number: Number, limit: int) -> Quantity | None:
    if number.glued_left or number.fraction or (number.glued_right and number.scale_certain):
        return None
    gap = _NOUN_GAP.match(text, number.end)
    if not gap:
        return None
    words = words_from(text, gap.end(), limit, _MOST_WORDS)
    size = _head(words)
    if not size:
        return None
    end = words[size - 1].end()
    if more := _JOINED.match(text, end, limit):
        end = more.end() if more["noun"].lower() in nouns("joined") else end
    unit = _one_line(text[gap.end() : end])
    return Quantity(number.start, end, number.value, unit, gap.end(), "quantities.count", number)


_JOINED = re.compile(r"[ \n]and[ \n](?P<noun>[a-z]+)(?![\w’'-])")  # "129 countries and regions": one count of both


def _one_line(words: str) -> str:
    return " ".join(words.split())


_ACRONYMS = re.compile(r"[A-Z][A-Z\d]{1,5}s")  # "30 ICUs"


def is_acronym(word: str) -> bool:
    """True for the plural of an acronym, which counts things and names none."""
    return bool(_ACRONYMS.fullmatch(word))


def is_plural(word: str) -> bool:
    """True for a word that counts many, by its ending and the table of nouns."""
    lowered = word.lower()
    if is_acronym(word):
        return True
    if lowered in nouns("plural") or lowered.rsplit("-", 1)[-1] in nouns("plural"):
        return True
    return (
        len(lowered) > 2
        and lowered.endswith("s")
        and not lowered.endswith(("ss", "’s", "'s", "us", "is", "ous"))
        and lowered not in nouns("singular")
    )


def _head(words: list[re.Match[str]]) -> int:
    """How many words the counted noun phrase has: up to the first plural that no other plural follows; 0 where none counts."""
    size = 0
    for at, word in enumerate(words):
        if is_plural(word[0]):
            size = at + 1
            if at + 1 < len(words) and not is_plural(words[at + 1][0]) and word[0].lower() not in nouns("modifier"):
                break
        elif size and words[size - 1][0].lower() not in nouns("modifier"):
            break
    return size


def _range(text: str, low: Number, found: Quantity) -> Quantity | None:
    """`0.8 million to 1.0 million net additions`, `between 50 and 60 jobs`."""
    if low.glued_left or low.fraction or relation(text, low.start, low.end, found.number.start) != "range":
        return None
    value = low.value
    if low.scale == 1 and found.number.scale > 1 and low.core * found.number.scale < found.value:
        value = low.core * found.number.scale
    if value >= found.value:
        return None
    return Quantity(
        low.start,
        found.end,
        value,
        found.unit,
        found.unit_start,
        found.found_by + "-range",
        found.number,
        high=found.value,
    )

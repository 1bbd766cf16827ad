"""Values of counted units: numbers of a time expression, durations, sets and vague plurals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from extractor.dates.calendar import Period
from extractor.lexicon import rows
from extractor.numbers.words import cardinal

_PACKAGE = "extractor.dates"
_HALF = Decimal("0.5")


@cache
def _units() -> dict[str, dict[str, str]]:
    """The rows of lexicon/units.csv by unit."""
    return {row["unit"]: row for row in rows(_PACKAGE, "units.csv")}


@cache
def _plurals() -> dict[str, str]:
    return {row["plural"]: row["unit"] for row in rows(_PACKAGE, "units.csv")}


@cache
def _words() -> dict[str, Decimal | None]:
    return {row["words"]: Decimal(row["number"]) if row["number"] else None for row in rows(_PACKAGE, "counts.csv")}


def code(unit: str) -> str:
    """A unit's letter in a duration."""
    return _units()[unit]["code"]


def singular(unit: str) -> str:
    """A unit's name without its plural ending; a pattern may have cut the ending ("centurie")."""
    unit = unit.lower()
    return _plurals().get(unit) or _plurals().get(unit + "s") or unit.removesuffix("s")


def count(words: str) -> Decimal | None:
    """A number as it stands before a unit ("2 1/2", "twenty-four", "a couple of"); None where it is vague ("several")."""
    words = " ".join(words.lower().replace(",", "").split())
    known = _words()
    if any(word in known and known[word] is None for word in words.split()):
        return None
    if words in known:
        return known[words]
    if "couple" in words:
        return known["couple"]
    if words.startswith("half"):
        return _HALF
    if parts := re.fullmatch(r"(?:(a|three)[ -])?quarters? of an?", words):
        return Decimal("0.75") if parts[1] == "three" else Decimal("0.25")
    if words.endswith(" and a half"):
        whole = count(words.removesuffix(" and a half"))
        return whole + _HALF if whole is not None else None
    if words.endswith("dozen"):
        before = words.removesuffix("dozen").strip()
        return Decimal(12) * (cardinal(before) or 1 if before not in {"", "a"} else 1)
    fraction = re.fullmatch(r"(\d+) (\d)/(\d)", words)
    if fraction and fraction[3] != "0":
        return Decimal(fraction[1]) + Decimal(fraction[2]) / Decimal(fraction[3])
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return Decimal(words)
    return cardinal(words)


def plainly(number: Decimal) -> str:
    """A number in plain digits without closing zeros."""
    return format(number.normalize(), "f") if number == number.to_integral() or number.as_tuple().exponent else str(number)


def duration(number: Decimal | None, unit: str) -> Period:
    """The TIMEX3 duration of so many units; X for a vague number. Halves are told in the next smaller unit: P2Y6M, PT1H30M."""
    row = _units()[unit]
    clock = "T" if row["clock"] else ""
    if number is None:
        return Period(f"P{clock}X{row['code']}", None, None, _GRANULARITY.get(unit, unit))
    if told := _TOLD_AS.fullmatch(row["as"]):
        return Period(f"P{plainly(number * int(told[1]))}{told[2]}", None, None, _GRANULARITY.get(unit, unit))
    whole, part = divmod(number, 1)
    if part == _HALF and row["half"]:
        return Period(f"P{clock}{plainly(whole) + row['code'] if whole else ''}{row['half']}", None, None, _GRANULARITY.get(unit, unit))
    if unit == "hour" and part in {Decimal("0.25"), Decimal("0.75")}:  # a quarter of an hour is PT15M
        return Period(f"PT{plainly(number * 60)}M", None, None, _GRANULARITY.get(unit, unit))
    return Period(f"P{clock}{plainly(number)}{row['code']}", None, None, _GRANULARITY.get(unit, unit))


_GRANULARITY = {"weekend": "day", "fortnight": "week"}  # units that the record has no granularity for
_TOLD_AS = re.compile(r"(\d+)([A-Z])")

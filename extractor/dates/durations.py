"""Values of counted units: numbers of a time expression, durations, sets and vague plurals."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.dates.calendar import Period
from extractor.numbers.words import cardinal

UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "fortnight": "F", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE",
}  # fmt: skip
_CLOCK = frozenset({"second", "minute", "hour"})
_VAGUE = frozenset({"few", "several", "many", "dozens", "number"})
_TIMES = {"decade": (10, "Y"), "century": (100, "Y"), "fortnight": (2, "W")}


def singular(unit: str) -> str:
    """A unit's name without its plural ending."""
    unit = unit.lower()
    return {"centuries": "century", "centurie": "century"}.get(unit, unit.removesuffix("s"))


def count(words: str) -> Decimal | None:
    """A number as it stands before a unit ("2 1/2", "twenty-four", "a couple of"); None where it is vague ("several")."""
    words = " ".join(words.lower().replace(",", "").split())
    if any(word in _VAGUE for word in words.split()):
        return None
    if "couple" in words:
        return Decimal(2)
    if words in {"a", "an"}:
        return Decimal(1)
    if words.startswith("half"):
        return Decimal("0.5")
    if words.endswith(" and a half"):
        whole = count(words.removesuffix(" and a half"))
        return whole + Decimal("0.5") if whole is not None else None
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
    clock = "T" if unit in _CLOCK else ""
    if number is None:
        return Period(f"P{clock}X{UNITS[unit]}", None, None, unit)
    if unit in _TIMES:
        times, code = _TIMES[unit]
        return Period(f"P{plainly(number * times)}{code}", None, None, unit)
    whole, half = divmod(number, 1)
    if half == Decimal("0.5") and unit in {"year", "hour", "minute"}:
        smaller = {"year": "6M", "hour": "30M", "minute": "30S"}[unit]
        return Period(f"P{clock}{plainly(whole) + UNITS[unit] if whole else ''}{smaller}", None, None, unit)
    if unit == "weekend":
        return Period(f"P{plainly(number)}WE", None, None, "day")
    return Period(f"P{clock}{plainly(number)}{UNITS[unit]}", None, None, unit)

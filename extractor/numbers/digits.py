"""Reads one run of digits with its separators: English, European, Swiss, Indian and spaced grouping."""

from __future__ import annotations

import re
from decimal import Decimal

# Each form is whole or it is none: "1.2.3" and "1,2345" are no numbers.
_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), grouping, point)
    for pattern, grouping, point in (
        (r"\d*\.?\d+", "", "."),  # 1234, 12.5, .5
        (r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", ",", "."),  # 1,234.5
        (r"\d+,\d{1,2}|0,\d+", "", ","),  # 12,5
        (
            r"[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,}",
            ".",
            ",",
        ),  # 1.234,5 and 1.234.567
        (r"[1-9]\d{0,2}(?:['’]\d{3})+(?:\.\d+)?", "'’", "."),  # 1’250’000
        (r"[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?", " ", "."),  # 1 250 000
        (r"[1-9]\d{0,2}(?: \d{3})+,\d+", " ", ","),  # 1 250 000,50
        (r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?", ",", "."),  # 12,34,567
    )
)
# A figure of more digits is an account number or an error, and Decimal's arithmetic would round it (28 digits by default).
MOST_DIGITS = 24


def read_digits(run: str) -> Decimal | None:
    """The value of a run of digits and separators, or None where the run is no number."""
    if len(run) > MOST_DIGITS + 10:
        return None
    for pattern, grouping, point in _FORMS:
        if pattern.fullmatch(run):
            for sign in grouping:
                run = run.replace(sign, "")
            return Decimal(run.replace(point, ".") if point != "." else run)
    return None


def tidy(value: Decimal) -> Decimal:
    """The same value without the zeros behind the point that scaling leaves: 10980000000.00 -> 10980000000, 8.50 -> 8.5."""
    return value.quantize(_WHOLE) if value == value.to_integral_value() else value.normalize()


_WHOLE = Decimal(1)

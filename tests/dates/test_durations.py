"""Numbers before units, and the durations they make."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.dates.durations import count, duration


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("a", 1),
        ("twenty-four", 24),
        ("2 1/2", Decimal("2.5")),
        ("3 and a half", Decimal("3.5")),
        ("six and a half", Decimal("6.5")),
        ("half an", Decimal("0.5")),
        ("a couple of", 2),
        ("two dozen", 24),
        ("1,200", 1200),
        ("several", None),
        ("a few", None),
    ],
)
def test_a_number_in_words(words: str, number: Decimal | None) -> None:
    assert count(words) == number


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        ("2", "week", "P2W"),
        ("2.5", "year", "P2Y6M"),
        ("1.5", "hour", "PT1H30M"),
        ("3", "decade", "P30Y"),
        ("2", "fortnight", "P4W"),
        ("1", "weekend", "P1WE"),
        ("100", "day", "P100D"),
        ("0.25", "day", "P0.25D"),
    ],
)
def test_a_duration(number: str, unit: str, value: str) -> None:
    assert duration(Decimal(number), unit).value == value


def test_a_vague_number_is_an_x() -> None:
    assert duration(None, "month").value == "PXM"

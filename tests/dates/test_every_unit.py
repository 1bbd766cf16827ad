"""Every unit in every frame gives a record that the schema takes, with a date of publication and without."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from extractor import Extractor

UNITS = ["second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "half", "year", "decade", "century"]
FRAMES = [
    "It left a {0} later.",
    "It left a {0} ago.",
    "It met in May 2020. A {0} earlier it left.",
    "It left two {0}s hence, or half a {0} before.",
    "It took two to three {0}s, and a {0} or two.",
    "In the past three {0}s it left.",
    "It leaves next {0}.",
    "The {0} before it left.",
    "It pays every {0}.",
    "The first {0} of 2025 was good, that {0} too.",
    "It met early this {0} and left at the end of the {0}.",
]


@cache
def extractor() -> Extractor:
    return Extractor(model="none")


@pytest.mark.parametrize("published", [None, date(2025, 5, 3), date(2024, 2, 29)])
@pytest.mark.parametrize(("unit", "frame"), [(unit, frame) for unit in UNITS for frame in FRAMES])
def test_a_unit_in_a_frame(unit: str, frame: str, published: date | None) -> None:
    text = frame.format(unit)
    record = extractor().extract(text, published)
    record.check_text(text)
    assert all(told.granularity not in {"fortnight", "weekend"} for told in record.dates)

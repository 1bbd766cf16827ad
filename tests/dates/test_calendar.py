"""Arithmetic of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.dates import calendar

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"]))
def test_a_stretch_contains_its_day(day: date, unit: str) -> None:
    found = calendar.containing(day, unit)
    assert found.earliest <= day <= found.latest


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year"]), st.integers(-40, 40))
def test_there_and_back_again(day: date, unit: str, number: int) -> None:
    start = calendar.containing(day, unit)
    assert calendar.shift(calendar.shift(start, unit, number), unit, -number) == start


@given(DAYS)
def test_days_and_weeks_follow_each_other(day: date) -> None:
    week = calendar.week(day)
    assert calendar.shift(week, "week", 1).earliest == week.latest + timedelta(1)


@pytest.mark.parametrize(
    ("end", "months", "start"),
    [
        (date(2025, 9, 30), 9, date(2025, 1, 1)),
        (date(2024, 2, 29), 3, date(2023, 12, 1)),
        (date(2025, 8, 12), 3, date(2025, 5, 13)),
        (date(2025, 6, 30), 12, date(2024, 7, 1)),
    ],
)
def test_the_first_day_of_months_that_end_with_a_day(end: date, months: int, start: date) -> None:
    assert calendar.back_from(end, months) == start


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("easter+0", date(2024, 3, 31)),
        ("easter-2", date(2025, 4, 18)),
        ("4:4:11", date(2024, 11, 28)),
        ("-1:1:5", date(2025, 5, 26)),
        ("election", date(2024, 11, 5)),
        ("12-25", date(2023, 12, 25)),
    ],
)
def test_named_days(rule: str, day: date) -> None:
    assert calendar.holiday(rule, day.year) == day


def test_the_twin_of_a_fiscal_year_claims_no_days() -> None:
    assert calendar.years_on(calendar.Period("FY2025-Q3", date(2025, 1, 1), date(2025, 3, 31), "quarter"), -1) == calendar.fiscal(
        2024, "Q3"
    )


def test_february_of_a_leap_year_keeps_its_end() -> None:
    twin = calendar.years_on(calendar.span(date(2023, 12, 1), date(2024, 2, 29)), 1)
    assert (twin.earliest, twin.latest) == (date(2024, 12, 1), date(2025, 2, 28))

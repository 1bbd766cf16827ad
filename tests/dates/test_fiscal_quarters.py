"""Bare quarters and halves of a release whose fiscal year is not the calendar's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.dates.fiscal import FiscalEnd, fiscal_end, part_of_year

JUNE = "Tarn Pumps reported its fourth quarter and fiscal year ended June 30, 2025."
APRIL = "Tarn Pumps reported its fiscal 2025 third quarter ended April 30, 2025."


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (f"{JUNE} For the fourth quarter, sales were flat.", "fourth quarter", "FY2025-Q4"),
        (f"{JUNE} Third-quarter sales were lower.", "Third-quarter", "FY2025-Q3"),
        (f"{JUNE} It expects higher sales in the first quarter.", "first quarter", "FY2026-Q1"),
        (f"{JUNE} Sales rose in the second half.", "second half", "FY2025-H2"),
        (f"{APRIL} Sales rose in the second quarter.", "second quarter", "FY2025-Q2"),
        (f"{APRIL} It expects a strong fourth quarter.", "fourth quarter", "FY2025-Q4"),
        ("Sales rose in the third quarter of fiscal 2025. It expects to hire in the fourth quarter.", "fourth quarter", "FY2025-Q4"),
        ("Sales rose in the third quarter of fiscal 2025, better than the first quarter was.", "first quarter", "FY2025-Q1"),
        (f"{JUNE} For the fourth quarter of 2025, sales were flat.", "fourth quarter of 2025", "FY2025-Q4"),
        # the calendar's, said or shown
        (f"{JUNE} For the second quarter of 2025, sales were flat.", "second quarter of 2025", "2025-Q2"),
        (f"{JUNE} The market shrank in the second calendar quarter.", "second calendar quarter", "2025-Q2"),
        ("Tarn Pumps reported its second quarter ended June 30, 2025. Sales rose in the first quarter.", "first quarter", "2025-Q1"),
        ("The fiscal year ended December 31, 2024. Sales rose in the second quarter.", "second quarter", "2025-Q2"),
        ("Sales rose in the second quarter.", "second quarter", "2025-Q2"),
        ("It is due in the first half of calendar 2026.", "first half of calendar 2026", "2026-H1"),
    ],
)
def test_a_bare_quarter_is_counted_as_the_issuer_counts(pairs, text: str, words: str, value: str) -> None:
    assert pairs(text)[-1] == (words, value)


def test_a_bare_quarter_has_its_days_where_the_year_closes_a_month(read) -> None:
    last = read(f"{JUNE} For the fourth quarter, sales were flat.").dates[-1]
    assert (last.earliest, last.latest) == (date(2025, 4, 1), date(2025, 6, 30))


def test_a_label_that_is_not_shown_is_not_invented(pairs) -> None:
    text = "The fiscal year ended March 31, 2025. Sales rose in the fourth quarter."
    assert pairs(text)[-1] == ("fourth quarter", "2025-01-01/2025-03-31")


def test_a_label_is_shown_by_the_figures_of_the_year_before(pairs) -> None:
    text = "Sales for the financial year ending 28 February 2026 will grow. In Q1 they were £9m (Q1 FY25: £8m)."
    assert pairs(text)[1] == ("Q1", "FY2026-Q1")


def test_a_quarter_of_weeks_without_a_label_stays_open_with_a_warning(read) -> None:
    found = read("The fiscal year ended February 1, 2025. Sales rose in the fourth quarter.")
    assert (found.dates[-1].value, found.dates[-1].latest) == ("XXXX-Q4", None)
    assert [caution.code for caution in found.cautions] == ["date-open"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("It reported its fourth quarter, which ended September 30, 2025.", FiscalEnd(9, 30, 0)),
        ("It reported its first quarter ended August 31, 2025.", FiscalEnd(5, 31, None)),
        ("It reported its first quarter of fiscal 2026 ended August 31, 2025.", FiscalEnd(5, 31, 0)),
        ("It reported its third quarter of fiscal 2025, which ended on July 31, 2025.", FiscalEnd(10, 31, 0)),
        (
            "Its fiscal year ended September 27, 2025, that before ended September 28. The fiscal year ended September 28, 2024.",
            FiscalEnd(9, 27, 0),
        ),
        ("It reported its third quarter.", None),
        ("The second quarter ended June 31, 2025.", None),
    ],
)
def test_the_end_of_the_year_by_a_quarter(text: str, end: FiscalEnd | None) -> None:
    assert fiscal_end(text) == end


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 11), st.integers(1, 4), st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_a_quarter_that_is_over_ended_within_a_year(month: int, nth: int, now: date) -> None:
    day = 31 if month in {1, 3, 5, 7, 8, 10} else 28 if month == 2 else 30
    period = part_of_year(FiscalEnd(month, day, None), f"Q{nth}", now, ahead=False)
    assert period
    assert period.latest
    assert 0 < (now - period.latest).days <= 366

"""Fiscal years are calendar days only where the article says when they end."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("In fiscal 2024 sales fell. Its fiscal year ends on September 30.", "FY2024", date(2023, 10, 1), date(2024, 9, 30)),
        ("In fiscal 2025, which ended June 30, 2025, sales rose.", "FY2025", date(2024, 7, 1), date(2025, 6, 30)),
        (
            "In the third quarter of fiscal 2025 sales rose. The financial year ended June 30, 2025.",
            "FY2025-Q3",
            date(2025, 1, 1),
            date(2025, 3, 31),
        ),
        ("In fiscal 2024, which ended January 31, 2025, sales rose.", "FY2024", date(2024, 2, 1), date(2025, 1, 31)),
        ("In fiscal 2023, which ended February 28, 2023, sales rose.", "FY2023", date(2022, 3, 1), date(2023, 2, 28)),
        ("In fiscal 2025 sales rose.", "FY2025", None, None),
        ("In fiscal 2025 sales rose. The fiscal year ended January 31.", "FY2025", None, None),  # named by either year
        ("In fiscal 2025 sales rose. The fiscal year ended September 27, 2025.", "FY2025", None, None),  # 52 weeks
        ("In fiscal 2025 sales rose. The fiscal year ends June 30. Until now the fiscal year ended March 31.", "FY2025", None, None),
        ("In fiscal 2025 sales rose. The fiscal year ends June 31.", "FY2025", None, None),
    ],
)
def test_days_of_a_fiscal_year(read, text: str, value: str, earliest: date | None, latest: date | None) -> None:
    first = read(text).dates[0]
    assert (first.value, first.earliest, first.latest) == (value, earliest, latest)


def test_a_fiscal_year_end_is_that_day(pairs) -> None:
    text = "The fiscal year ended February 29, 2024. It had two plants at year-end 2023."
    assert pairs(text)[-1] == ("year-end 2023", "2023-02-28")


def test_the_year_end_of_a_fiscal_year_is_its_last_day(pairs) -> None:
    assert pairs("The financial year ended 30 June 2025. Since the year end Tarn Pumps sold a yard.")[-1] == ("year end", "2025-06-30")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Half-year results for the six months ended 31 December 2024 (“H1 2025”). In the first half sales rose. H2 2025 will be flat.",
            ["2024-07-01/2024-12-31", "FY2025-H1", "FY2025-H1", "FY2025-H2"],
        ),
        (
            "Interim results for the half year ended 31 December 2024 (H1 2024). H1 2023 was flat.",
            ["2024-07-01/2024-12-31", "FY2024-H1", "FY2023-H1"],
        ),
        ("Results for the six months ended 31 December 2024. H1 2024 was flat.", ["2024-07-01/2024-12-31", "2024-H1"]),
        ("Half-year results for the six months ended 30 June 2024. H1 2024 was good.", ["2024-01-01/2024-06-30", "2024-H1"]),
        (
            "Second half results for the six months ended 31 December 2024. H2 2024 was good.",
            ["2024-H2", "2024-07-01/2024-12-31", "2024-H2"],
        ),
        (
            "In fiscal 2024, the year ended March 31, 2025, sales rose 3% from the previous fiscal year.",
            ["FY2024", "2024-04-01/2025-03-31", "FY2023"],
        ),
        (
            "The fiscal third quarter ended October 31, 2024. Margin was 72.1%, up from 69.8% in the third quarter of fiscal 2024. It will grow in the fourth quarter. For that quarter, it sees gains.",
            ["2024-08-01/2024-10-31", "FY2024-Q3", "FY2025-Q4", "FY2025-Q4"],
        ),
        ("Sales rose in the fourth quarter of fiscal 2024. We ended the year with no debt.", ["FY2024-Q4", "FY2024"]),
        ("Sales rose in the fourth quarter of 2024. We ended the year with no debt.", ["2024-Q4", "2025"]),
        (
            "The first half of its financial year ending 28 June 2025 was good, after the 26 weeks ended 28 December 2024.",
            ["FY2025-H1", "2024-06-30/2025-06-28", "2024-06-30/2024-12-28"],
        ),
        ("The first half of its financial year ending 30 June 2025 was good.", ["2024-07-01/2024-12-31"]),
        ("The year ended 5 April 2025 was good.", ["2024-04-06/2025-04-05"]),
    ],
)
def test_halves_quarters_and_years_that_are_fiscal_by_the_article_s_own_words(pairs, text: str, expected: list[str]) -> None:
    assert [value for _, value in pairs(text, date(2025, 2, 20))] == expected


def test_the_mention_takes_in_the_word_fiscal(pairs) -> None:
    assert pairs("Its fiscal third quarter ended October 31, 2024 was good.") == [
        ("fiscal third quarter ended October 31, 2024", "2024-08-01/2024-10-31")
    ]

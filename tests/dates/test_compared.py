"""What a figure is compared with: "a year earlier", "last year", "the year before" beside several periods."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sales rose in the second quarter from the first quarter, and 9% from a year earlier.", "a year earlier", "2024-Q2"),
        ("Second-quarter sales were $3 million. For the six months ended June 30, 2025, they were $6 million, up from $5 million a year ago.",
         "a year ago", "2024-01-01/2024-06-30"),
        ("For the six months ended June 30, 2025 sales fell. Second-quarter sales were $3 million, against $4 million a year ago.", "a year ago", "2024-Q2"),
        ("It expects fourth-quarter sales of $3 million, compared with $2 million a year earlier.", "a year earlier", "2024-Q4"),
        ("Second-quarter income rose. Sales in July were 5% above those of a year earlier.", "a year earlier", "2024-07"),
        ("In the first five months of the year sales rose 4% from a year earlier.", "a year earlier", "2024-01-01/2024-05-31"),
        ("In Q2 the margin was 31% (Q2 FY24: 29%), against 28% a year ago.", "a year ago", "2024-Q2"),
        ("Sales since 2019 have grown, and rose 4% from a year earlier.", "a year earlier", "2024"),
        ("It gave away 9 tonnes in the year to March 31, 2025, more than the year before.", "year before", "2023-04-01/2024-03-31"),
        ("It lost $3 million in the year before.", "year before", "2024"),
        ("Second-quarter sales were $3 million, compared with $2 million last year.", "last year", "2024-Q2"),
        ("Second-quarter sales were $3 million, compared with a loss of $2 million last year.", "last year", "2024-Q2"),
        ("In Q2 2025 sales rose from the prior-year quarter.", "prior-year quarter", "2024-Q2"),
        ("In Q2 2025 sales rose from the prior year period.", "prior year period", "2024-Q2"),
        ("In Q2 2025 sales rose from the comparable period in 2023.", "comparable period in 2023", "2023-Q2"),
        ("In Q2 2025 sales rose from the prior year period and the same quarter a year ago.", "same quarter a year ago", "2024-Q2"),
        ("It fell in 2024. It rose in the year-ago period. It fell in the year-ago period.", "year-ago period", "2023"),
        ("As of June 30, 2025, cash was $5 million, compared with $4 million a year earlier.", "a year earlier", "2024-06-30"),
        ("It opened on June 30, 2025; sales rose from a year earlier.", "a year earlier", "2024"),
        # a bare "last year" is the calendar's
        ("Second-quarter sales came from a yard that opened last year.", "last year", "2024"),
        ("Sales were $3 million, compared with $2 million last year.", "last year", "2024"),
        ("Second-quarter sales rose. It paid $2 million last year.", "last year", "2024"),
    ],
)  # fmt: skip
def test_the_period_compared_with(pairs, text: str, words: str, value: str) -> None:
    assert pairs(text)[-1] == (words, value)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Tarn Pumps posted a full-year loss.", "2025-02-14", "2024"),
        ("Tarn Pumps posted full-year results.", "2025-04-30", "2024"),
        ("Tarn Pumps expects a full-year loss.", "2025-02-14", "2025"),
        ("In fiscal 2025 it grew. Full-year income fell.", "2025-08-14", "FY2025"),
        ("In fiscal 2025 it grew. It expects full-year income to fall.", "2025-08-14", "FY2026"),
        ("The fiscal year ended June 30, 2025. Full-year income fell.", "2025-08-14", "2024-07-01/2025-06-30"),
    ],
)
def test_a_full_year(pairs, text: str, published: str, value: str) -> None:
    assert pairs(text, date.fromisoformat(published))[-1][1] == value


def test_the_year_of_a_release_is_the_one_it_reports(pairs) -> None:
    assert pairs("It grew in the year to March 31, 2025. Highlights of the year: more yards.")[-1] == ("year", "2024-04-01/2025-03-31")

"""Quarters, halves, fiscal years and the periods beside them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in the third quarter of 2024.", ("third quarter of 2024", "2024-Q3")),
        ("Sales rose in Q1 this time.", ("Q1", "2025-Q1")),
        ("Margins fell in 3Q25.", ("3Q25", "2025-Q3")),
        ("Margins fell in 1H26.", ("1H26", "FY2026-H1")),
        ("Margins fell in the second half of 2024.", ("second half of 2024", "2024-H2")),
        ("Sales rose in fiscal 2025.", ("fiscal 2025", "FY2025")),
        ("Sales rose in FY2025/26.", ("FY2025/26", "FY2026")),
        ("Sales rose in the fiscal third quarter of 2025.", ("fiscal third quarter of 2025", "FY2025-Q3")),
        ("Sales for the nine months ended September 30, 2024 rose.", ("nine months ended September 30, 2024", "2024-01-01/2024-09-30")),
        ("Sales for the quarter ended June 30, 2024 rose.", ("quarter ended June 30, 2024", "2024-04-01/2024-06-30")),
        ("Sales for the six months to 30 June 2024 rose.", ("six months to 30 June 2024", "2024-01-01/2024-06-30")),
        ("Debt was lower at year-end 2024.", ("year-end 2024", "2024-12-31")),
        ("Costs for the full year 2024 fell.", ("full year 2024", "2024")),
    ],
)
def test_one_expression(pairs, text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the second quarter of 2025 net income rose from a year earlier.", "2024-Q2"),
        ("Sales for the nine months ended June 30, 2025 beat the year-ago period.", "2023-10-01/2024-06-30"),
        ("In fiscal 2025 net income rose from a year earlier.", "FY2024"),
        ("In the second quarter of 2025 sales beat the same period of last year.", "2024-Q2"),
    ],
)
def test_a_year_earlier_is_the_twin_of_the_period_beside_it(pairs, text: str, value: str) -> None:
    assert pairs(text)[1][1] == value

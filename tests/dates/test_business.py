"""Quarters, halves, fiscal years and the periods beside them."""

from __future__ import annotations

from datetime import date

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
        ("Sales for the 13 weeks to 29 November 2025 rose.", ("13 weeks to 29 November 2025", "2025-08-31/2025-11-29")),
        ("Sales in the first ten months of the year rose.", ("first ten months of the year", "2024-01-01/2024-10-31")),
        ("Sales in the first seven months of the year rose.", ("first seven months of the year", "2025-01-01/2025-07-31")),
        ("Sales in the first nine months of 2024 rose.", ("first nine months of 2024", "2024-01-01/2024-09-30")),
        ("Sales in the last two months of 2024 rose.", ("last two months of 2024", "2024-11-01/2024-12-31")),
        ("Sales for the half year ended 30 June 2025 rose.", ("half year ended 30 June 2025", "2025-01-01/2025-06-30")),
        ("Sales in Q1'25 rose.", ("Q1'25", "2025-Q1")),
        ("It will double by the end of the decade.", ("end of the decade", "202")),
        ("Rents in the 12 months to March 2025 rose.", ("12 months to March 2025", "2024-04-01/2025-03-31")),
        ("Pay in the three months to May rose.", ("three months to May", "2025-03-01/2025-05-31")),
        ("Pay in the year to September rose.", ("year to September", "2023-10-01/2024-09-30")),
        ("Pay in the six months to end-June 2025 rose.", ("six months to end-June 2025", "2025-01-01/2025-06-30")),
        ("Sales in 9M 2024 rose.", ("9M 2024", "2024-01-01/2024-09-30")),
        ("Sales in the first nine months 2024 rose.", ("first nine months 2024", "2024-01-01/2024-09-30")),
        ("Sales in Q1-Q3 2024 rose.", ("Q1-Q3 2024", "2024-Q1/2024-Q3")),
        ("Sales in Q3-24 rose.", ("Q3-24", "2024-Q3")),
        ("Sales in Q3 FY24 rose.", ("Q3 FY24", "FY2024-Q3")),
        ("Cash at end-2024 was low.", ("end-2024", "2024")),
        ("Sales in the June quarter rose.", ("June quarter", "2025-Q2")),
        ("Sales in the September quarter rose.", ("September quarter", "2024-Q3")),
        ("Sales will rise in the September quarter.", ("September quarter", "2025-Q3")),
        ("Sales in the December 2024 quarter rose.", ("December 2024 quarter", "2024-Q4")),
        ("Sales in the January-March quarter rose.", ("January-March quarter", "2025-Q1")),
        ("Sales in the April quarter of 2025 rose.", ("April quarter of 2025", "2025-02-01/2025-04-30")),
        (
            "Sales in the first half of the fiscal year ending March 31, 2025 rose.",
            ("first half of the fiscal year ending March 31, 2025", "2024-04-01/2024-09-30"),
        ),
        (
            "Sales in the third quarter of the fiscal year ending March 31, 2025 rose.",
            ("third quarter of the fiscal year ending March 31, 2025", "2024-10-01/2024-12-31"),
        ),
        (
            "Sales in the first nine months of the financial year ended 30 June 2025 rose.",
            ("first nine months of the financial year ended 30 June 2025", "2024-07-01/2025-03-31"),
        ),
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


@pytest.mark.parametrize(
    "text",
    [
        "It walked 13 weeks to Graz.",
        "In the June quarterly it said so.",
        "The third half of the fiscal year ending March 31, 2025 is none.",
        "The first quarter of the fiscal year ended September 27, 2025 has no months.",  # 52 weeks
        "The January-April quarter is none.",
        "It paid $9M 2025 times.",
        "Q3-2 and Q3-Q1 2024 are no quarters of one year.",
    ],
)
def test_what_is_no_such_interval(pairs, text: str) -> None:
    assert not any(("/" in value and len(words) > 40) or "quarter" in words for words, value in pairs(text))


def test_the_columns_of_a_table_leave_the_year_of_its_heading_open(pairs) -> None:
    table = "In thousands\n      September 30,        September 30,\n   2025      2024     2025      2024\nSales  10   9   30   28\n"
    assert pairs(table)[:2] == [("September 30", "XXXX-09-30")] * 2
    assert pairs("It opened on September 30.\nThe years 2024 and 2025 were good.\n")[0] == ("September 30", "2025-09-30")


def test_a_year_end_of_weeks_is_left_out(pairs) -> None:
    text = "The fiscal year ended September 27, 2025. Debt was lower at year-end."
    assert [words for words, _ in pairs(text)] == ["fiscal year ended September 27, 2025"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It grew in the year ended June 30.", "2024-07-01/2025-06-30"),
        ("It will grow in the year ending September 30.", "2024-10-01/2025-09-30"),
        ("It grew in the year ended September 30.", "2023-10-01/2024-09-30"),
        ("It grew in the year ended February 29.", "2023-03-01/2024-02-29"),
    ],
)
def test_a_period_without_a_year_ends_near_the_publication(pairs, text: str, value: str) -> None:
    assert pairs(text)[0][1] == value


def test_a_day_that_no_year_around_has_stays_open(pairs) -> None:
    assert pairs("It grew in the year ended February 29.", date(2026, 5, 4))[0][1] == "XXXX-02-29"

"""When a figure holds: dates of its clause, lists of dates, headings, and what is carried on from one sentence to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

LEAD = "Tarn plc today announced results for the third quarter ended September 30, 2025.\n\n"
QUARTER = "third quarter ended September 30, 2025"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2024 and 2023 revenue was $410 million and $382 million, respectively.", ["2024", "2023"]),
        ("Net sales in 2025, 2024 and 2023 were $31 million, $29 million and $28 million, respectively.", ["2025", "2024", "2023"]),
        ("Sales were $31 million, $29 million and $28 million for 2025, 2024 and 2023.", ["2025", "2024", "2023"]),
        # one date over two figures of a kind is no list
        ("In 2024 cost and revenue were $410 million and $382 million.", ["2024", "2024"]),
        ("For the year to March 31, 2025, sales rose 4% to $310 million.", ["year to March 31, 2025"]),
        ("At September 30, 2025, cash was $120 million. Deposits were $1.2 billion.", ["September 30, 2025", "September 30, 2025"]),
        # what is sold is no matter of a balance sheet's day, and a deposit no matter of a quarter
        ("At September 30, 2025, cash was $120 million. Sales were $1.2 billion.", ["September 30, 2025", None]),
        ("In the third quarter of 2025 sales were $12 million. Deposits were $1.2 billion.", ["third quarter of 2025", None]),
        ("Sales for the nine months ended September 30, 2025 were $12 million. Profit for the quarter was $3 million.", None),
        ("The board approved a dividend of $0.25 per share on October 2, 2025.", [None]),
        ("The bank repaid loans of $25 million on October 2, 2025.", ["October 2, 2025"]),
        ("In May 2025 Tarn won a site with an area of 88,000 square metres.", [None]),
        ("On June 18, 2025, Tarn and Bexley broke ground on the depot, an investment of $58 million.", [None]),
        ("On June 18, 2025, Tarn received an investment of $58 million.", ["June 18, 2025"]),
        ("Tarn enrolled 19 hospitals from March 2021 to May 2023.", [None]),
        ("The plan saves $5 million a year from 2028.", ["2028"]),
        ("Tarn has trained 120 nurses every year.", ["every year"]),
        ("The dose is 200 mg once daily.", [None]),
        ("Tarn was founded in 1998 and has sales of $5 million.", [None]),
        ("Sales grew 12% in the third quarter of 2025 to $310 million.", ["third quarter of 2025"]),
    ],
)
def test_periods_of_sentences(told: Callable[..., list[dict[str, Any]]], text: str, periods: list[str | None] | None) -> None:
    said = [fact["period"] for fact in told(text)]
    assert said == (periods or ["nine months ended September 30, 2025", said[-1]])


def test_a_period_of_another_length_is_not_carried_on(read: Callable[..., Any]) -> None:
    found = read("Sales for the nine months ended September 30, 2025 were $12 million. Profit for the quarter was $3 million.")
    last = found.facts[-1].period
    assert last is None or last.value == "2025-Q3"
    same = read("Sales for the quarter ended September 30, 2025 were $12 million. Quarterly profit was $3 million.")
    assert same.facts[-1].period is same.facts[0].period


def test_the_period_of_the_release_goes_to_what_is_measured_over_it(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told(LEAD + "Net sales were $812 million. Organic growth was 3%. Net debt was $90 million. Tarn has 300 employees.")
    assert [fact["period"] for fact in facts] == [QUARTER, QUARTER, None, None]


def test_the_month_of_a_purchase_is_not_the_period_of_what_follows(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told(LEAD + "In July 2025, Tarn bought Bexley Ltd. for $40 million. Net sales were $812 million.")
    assert [fact["period"] for fact in facts][-1] == QUARTER


def test_a_heading_names_the_period_of_what_stands_under_it(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc announces results

LONDON, Nov. 3, 2025 -- Tarn plc today announced results for the third quarter of 2025.

Third Quarter 2025 Highlights

- Revenue of $410.2 million, up 12%
- Net income of $31.0 million

Nine Months Ended September 30, 2025

- Revenue of $1.1 billion

Full Year 2026 Guidance

- Revenue of $1.6 billion to $1.7 billion

Operations

- Revenue of $7 million
"""
    assert [(fact["value"], fact["period"]) for fact in told(text)] == [
        ("$410.2 million", "Third Quarter 2025"),
        ("$31.0 million", "Third Quarter 2025"),
        ("$1.1 billion", "Nine Months Ended September 30, 2025"),
        ("$1.6 billion to $1.7 billion", "Full Year 2026"),
        ("$7 million", "third quarter of 2025"),
    ]


def test_the_first_months_of_a_year_are_not_the_year(told: Callable[..., list[dict[str, Any]]]) -> None:
    for year in (" of 2025", ""):
        facts = told(LEAD + f"For the first nine months{year}, net sales were $1.2 billion. Net income was $90 million.")
        assert ["nine months" in str(fact["period"]) for fact in facts] == [True, True]


def test_the_year_of_a_heading_that_speaks_of_a_part_of_it_is_no_period(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Half year 2025 in brief\n\n- Sales up 4% to EUR 310 million\n"
    assert [fact["period"] for fact in told(text)] in ([None], ["Half year 2025"])
    assert [fact["period"] for fact in told(text.replace("Half year", "Full year"))] == ["Full year 2025"]

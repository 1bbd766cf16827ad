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
        ("$7 million", "Third Quarter 2025"),  # the release's, by the name that was printed last
    ]


def test_the_first_months_of_a_year_are_not_the_year(told: Callable[..., list[dict[str, Any]]]) -> None:
    for year in (" of 2025", ""):
        facts = told(LEAD + f"For the first nine months{year}, net sales were $1.2 billion. Net income was $90 million.")
        assert ["nine months" in str(fact["period"]) for fact in facts] == [True, True]


def test_the_year_of_a_heading_that_speaks_of_a_part_of_it_is_no_period(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Half year 2025 in brief\n\n- Sales up 4% to EUR 310 million\n"
    assert [fact["period"] for fact in told(text)] in ([None], ["Half year 2025"])
    assert [fact["period"] for fact in told(text.replace("Half year", "Full year"))] == ["Full year 2025"]


@pytest.mark.parametrize(
    ("headline", "period"),
    [
        ("Tarn Reports Third Quarter 2025 Results", "Third Quarter 2025"),
        ("Tarn Reports Higher Results", "three months ended September 30, 2025"),
        ("Tarn Q2 FY26 profit rises 12% to $31 million", "Q2 FY26"),  # nobody says its days, but it is as long
        ("Tarn FY26 outlook raised", "three months ended September 30, 2025"),  # a year is no quarter
        ("Tarn Reports Second Quarter 2025 Results", "three months ended September 30, 2025"),
    ],
)
def test_the_period_of_the_release_has_the_name_that_was_last_printed(
    told: Callable[..., list[dict[str, Any]]], headline: str, period: str
) -> None:
    """The gold names the nearest mention above of the period that a figure holds for."""
    name = (
        headline.replace(" profit rises 12% to $31 million", "")
        .removeprefix("Tarn ")
        .removeprefix("Reports ")
        .replace("Results", "Highlights")
    )
    text = f"""{headline}

LONDON, Nov. 3, 2025 -- Tarn plc today announced results for the three months ended September 30, 2025.

{name}

- Cash flow was good

Segments

In Bridges, net sales rose 3% to $241.0 million.
"""
    assert _period_of(told(text), "$241.0 million") == period


def _period_of(facts: list[dict[str, Any]], value: str) -> str | None:
    return next(fact["period"] for fact in facts if fact["value"] == value)


def test_what_follows_is_of_the_first_period_of_a_sentence(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Sales grew to $8 million in the third quarter of 2025 and should reach $40 million in 2026. Profit was $2 million."
    assert _period_of(told(text), "$2 million") == "third quarter of 2025"
    text = "Sales were $8 million in the third quarter of 2025 and costs were $40 million in 2024. Profit was $2 million."
    assert _period_of(told(text), "$2 million") == "third quarter of 2025"


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("The group opened four stores.", True),
        ("The group sold 12 depots.", True),
        ("Some 400 nurses trained at Bexley.", True),
        ("Exports rose to $61 million.", True),
        ("It took a charge of $9 million.", True),
        ("The board declared a dividend of $0.16 per share, payable December 15.", False),
        ("The dividend rose 4% to $0.16 per share.", True),
        ("The group has four stores.", False),
        ("The group operates 12 depots.", False),
        ("The group pledged $40 million.", False),
    ],
)
def test_what_was_done_with_a_number_of_things_is_of_the_period_spoken_of(
    told: Callable[..., list[dict[str, Any]]], sentence: str, period: bool
) -> None:
    facts = told("In the third quarter of 2025 sales were $12 million. " + sentence)
    assert [fact["period"] for fact in facts[1:]] == ["third quarter of 2025" if period else None]


def test_the_end_of_a_quarter_is_no_period_that_is_spoken_of(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "At the end of 2024 backlog was $90 million, up 4%. Net sales were $12 million."
    assert _period_of(told(text), "$12 million") is None
    assert _period_of(told(text.replace("At the end of", "In")), "$12 million") == "2024"

"""What stands in one cell: a value and what is said beside it, a change and its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("cell", "by", "way", "previous"),
    [
        ("$5.2 million (+3%)", "+3%", "up", None),
        ("$5.2 million (-3%)", "-3%", "down", None),
        ("$5.2 million, up 3%", "3%", "up", None),
        ("$5.2 million (down 3%)", "3%", "down", None),
        ("$5.2 million (2024: $5.0 million)", None, "up", "$5.0 million"),
        ("$5.2 million (prior year: $5.4 million)", None, "down", "$5.4 million"),
        ("$5.2 million (12% of sales)", None, None, None),
        ("$5.2 million ($0.31 per share)", None, None, None),
        ("$5.2 million", None, None, None),
    ],
)
def test_a_cell_may_say_more_than_its_value(
    told: Callable[..., list[dict[str, Any]]], cell: str, by: str | None, way: str | None, previous: str | None
) -> None:
    facts = told(f"Tarn plc results\n\nRevenue                 {cell}\nOrders                  $8.1 million\n")
    assert [(fact["value"], fact["by"], fact["direction"], fact["previous"], fact["period"]) for fact in facts] == [
        ("$5.2 million", by, way, previous, None),
        ("$8.1 million", None, None, None, None),
    ]


@pytest.mark.parametrize(
    ("cell", "way"), [("(+4%)", "up"), ("(-4%)", "down"), ("(4)%", "down"), ("+4%", "up"), ("–4%", "down"), ("4%", "up")]
)
def test_the_sign_of_a_change(told: Callable[..., list[dict[str, Any]]], cell: str, way: str) -> None:
    text = f"Tarn plc results\n\n                  2025      Change\nRevenue        $212.0m      {cell}\n"
    assert [(fact["value"], fact["direction"]) for fact in told(text)] == [("$212.0m", way)]


def test_a_change_beside_a_value_of_a_thing_is_of_that_value(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Wages

Industry          Average wage   Change on year     Hours
Building                €1,640            +7.0%      31.2%
Finance                  1,904            +4.2%      30.0%
"""
    assert [(fact["subject"], fact["measure"], fact["value"], fact["by"]) for fact in told(text)] == [
        ("Building", "Average wage", "€1,640", "+7.0%"),
        ("Building", "Hours", "31.2%", None),
        ("Finance", "Average wage", None, "+4.2%"),
        ("Finance", "Hours", "30.0%", None),
    ]


def test_a_column_of_a_bare_percent_sign_tells_shares_of_what_stands_before_it(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tally\n\nCandidate            Votes          %\nMara Ellwick        41,204      52.3%\n"
    assert [(fact["subject"], fact["measure"], fact["value"], fact["direction"]) for fact in told(text)] == [
        ("Mara Ellwick", "Votes", "52.3%", None)
    ]


def test_the_ends_of_a_range_are_no_things(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn plc\n\nOutlook\n\n                   Low              High\nRevenue   $410 million      $420 million\n"
    assert [(fact["subject"], fact["value"]) for fact in told(text)] == [(None, "$410 million"), (None, "$420 million")]
    answers = "Poll\n\nGroup      Likely to buy     Unlikely\nMen                  41%          59%\n"
    assert [fact["measure"] for fact in told(answers)] == ["Likely to buy", "Unlikely"]


def test_shares_beside_the_amounts_of_two_years_are_compared_and_no_changes(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc

Revenue by region
                  2025              2024
              $m       %        $m       %
Americas    212.0    51%     201.0     50%
"""
    assert [(fact["subject"], fact["measure"], fact["value"], fact["previous"], fact["by"], fact["period"]) for fact in told(text)] == [
        ("Americas", "Revenue", "51%", "50%", None, "2025")
    ]


def test_one_percent_sign_beside_two_years_heads_changes(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn plc\n\n               2025        2024        %\nRevenue     $212.0m     $201.0m      5.5%\n"
    assert [(fact["value"], fact["previous"], fact["by"]) for fact in told(text)] == [("$212.0m", "$201.0m", "5.5%")]


@pytest.mark.parametrize("colon", [":", ""])
def test_a_date_in_a_list_of_terms_heads_nothing(told: Callable[..., list[dict[str, Any]]], colon: str) -> None:
    text = f"Terms of Tarn plc\n\nAmount{colon}           EUR 500 million\nMaturity{colon}         17 February 2031\nDenomination{colon}     EUR 100,000\n"
    assert [(fact["subject"], fact["measure"].rstrip(":"), fact["value"], fact["period"]) for fact in told(text)] == [
        (None, "Amount", "EUR 500 million", None),
        (None, "Denomination", "EUR 100,000", None),
    ]


def test_a_poll_and_the_last_one(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Polls\n\nParty            This poll     Last poll\nCivic Union            31%           29%\n"
    assert [(fact["value"], fact["previous"], fact["subject"]) for fact in told(text)] == [("31%", "29%", None)]

"""Earlier values in brackets behind a figure: with a date, or bare as the companies of the north of Europe print them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Tarn plc issues an update\n\n"


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("EPS $0.42 (Q2 2024 - $0.39)", "$0.39"),
        ("Sales were $4.2 million (Q2 2024 $3.9 million).", "$3.9 million"),
        ("Sales were $4.2 million ($3.9 million in Q2 2024).", "$3.9 million"),
        ("Sales were $4.2 million (last year $3.9 million).", "$3.9 million"),
        ("A margin of 14.2% (Q2 2024 - 13.1%)", "13.1%"),
        ("Net sales SEK 2,345 M (2,210)", "2,210"),
        ("Order intake increased 12% to EUR 45.2 million (40.3).", "40.3"),
        ("Cash flow amounted to SEK 12 M (-45).", "-45"),
        ("Earnings per share, SEK 1.42 (1.31)", "1.31"),
        ("Sales were $45.2 million (2024: 40.3).", "40.3"),
        # what is in the bracket is something else
        ("Sales were $4.2 million (€3.9 million).", None),
        ("Net sales of SEK 12 M (8 of it abroad) were told.", None),
        ("Net sales of SEK 12 M (1) were told.", None),
        ("Net sales of SEK 2345 M (2024) were told.", None),
        ("Net sales of SEK 12.5 M (13) were told.", None),
        ("Net sales of SEK 12 M (3000) were told.", None),
        ("Sales were $45.2 million (40.3).", None),
    ],
)
def test_previous(told: Callable[..., list[dict[str, Any]]], text: str, previous: str | None) -> None:
    assert told(TITLE + text)[0]["previous"] == previous


def test_a_bare_bracket_has_scale_currency_and_unit_of_its_figure(read: Callable[..., Any]) -> None:
    found = read(TITLE + "Net sales SEK 2,345 M (2,210). Earnings per share amounted to SEK 1.42 (-1.31).")
    amounts = [(amount.start, str(amount.value), amount.currency, amount.per) for amount in found.money]
    assert [each[1:] for each in amounts] == [
        ("2345000000", "SEK", None),
        ("2210000000", "SEK", None),
        ("1.42", "SEK", "share"),
        ("-1.31", "SEK", "share"),
    ]
    assert [fact.direction for fact in found.facts] == ["up", "up"]


def test_percentages_in_bare_brackets_only_beside_such_amounts(read: Callable[..., Any]) -> None:
    words = "The operating margin was 14.2% (13.1)."
    report = read(TITLE + "Net sales were SEK 2,345 M (2,210). " + words)
    assert [(str(share.value), share.unit) for share in report.percentages] == [("14.2", "percent"), ("13.1", "percent")]
    assert report.facts[-1].previous is report.percentages[-1]
    assert len(read(TITLE + words).percentages) == 1  # a standard deviation stands so too


def test_what_grew_in_one_breath_has_each_its_measure(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told(TITLE + "Revenue grew to €45.2 million (40.3) and EBITA to €5.2 million (4.9).")
    assert [(fact["measure"], fact["value"], fact["previous"], fact["direction"]) for fact in facts] == [
        ("Revenue", "€45.2 million", "40.3", "up"),
        ("EBITA", "€5.2 million", "4.9", "up"),
    ]
    other = told(TITLE + "The board raised debt to $5 million and paid bonuses to $3 million.")
    assert [(fact["measure"], fact["direction"]) for fact in other] == [("debt", "up"), ("bonuses", None)]

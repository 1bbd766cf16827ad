"""Period, subject, and the direction that two values show."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from extractor.facts.resolve import direction_of
from extractor.findings import MoneyMention

if TYPE_CHECKING:
    from collections.abc import Callable

RELEASE = """Tarn plc Reports Results

LEEDS, Nov. 4, 2025 -- Tarn plc today announced results for the quarter ended September 30, 2025.

• Revenue of $31 million, up 4%
• Net debt of $12 million

Revenue for the first half of 2024 was $50 million. Founded in 1912, Tarn has assets of $80 million.
"""


def _money(amount: str, currency: str = "USD") -> MoneyMention:
    return MoneyMention(start=0, end=1, found_by="test", value=Decimal(amount), currency=currency)


def test_period_of_the_release_for_flows_only(told: Callable[..., list[dict[str, Any]]]) -> None:
    periods = {fact["value"]: fact["period"] for fact in told(RELEASE)}
    assert periods == {
        "$31 million": "quarter ended September 30, 2025",
        "$12 million": None,
        "$50 million": "first half of 2024",
        "$80 million": None,
    }


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In the fourth quarter, order intake climbed 9%.", "fourth quarter"),
        ("Orders, in 2024 a weak line, rose 3% in 2025.", "2025"),
        ("Sales were $5 million, up from $4 million in 2024.", None),
        ("Fiscal 2024 revenue fell 2%.", "Fiscal 2024"),
        ("The scheme should save $5 million a year from 2028.", "2028"),
        ("Turnout was 58%, up 3 percentage points on 2021.", None),
        ("The budget is $2 billion, an increase of $110 million over last year.", None),
        ("Revenue for fiscal 2025 decreased $4.1 million, or 3.2%, to $124.6 million.", "fiscal 2025"),
        ("The sales tax rate is currently 5%.", None),
    ],
)
def test_period_of_the_sentence(told: Callable[..., list[dict[str, Any]]], text: str, period: str | None) -> None:
    assert told(text)[0]["period"] == period


def test_subject_is_the_owner_or_the_issuer(read: Callable[..., Any]) -> None:
    found = read("Tarn plc's revenue rose 5%. The company had net debt of $4 million.", "Tarn plc")
    assert [(fact.subject.of(found.text), fact.subject_ref.name) for fact in found.facts] == [
        ("Tarn plc", "Tarn plc"),
        ("The company", "Tarn plc"),
    ]


@pytest.mark.parametrize(
    ("now", "then", "measure", "expected"),
    [
        ("5", "4", "sales", "up"),
        ("4", "5", "sales", "down"),
        ("5", "5", "sales", "flat"),
        ("-8", "-15", "Loss before tax", "down"),
        ("-8", "-15", "cash flow", "up"),
        ("96", "-8", "income", "up"),
    ],
)
def test_direction_by_the_values(now: str, then: str, measure: str, expected: str) -> None:
    assert direction_of(_money(now), _money(then), measure) == expected


@pytest.mark.parametrize(
    ("measure", "between", "expected"),
    [
        ("net loss", ", against a profit of ", "down"),
        ("net profit", ", against a loss of ", "up"),
        ("net loss", " compared with ", "down"),
        ("lost", " versus ", "down"),
    ],
)
def test_direction_knows_losses_told_in_words(measure: str, between: str, expected: str) -> None:
    assert direction_of(_money("4"), _money("9"), measure, between) == expected


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ((3, 5), (2, 4), "up"),
        ((2, 4), (3, 5), "down"),
        ((2, 4), (2, 4), "flat"),
        ((2, None), (1, 4), None),
        ((3, 5), (2, 6), None),
        ((3, 5), (3, 4), "up"),
    ],
)
def test_direction_of_ranges(now: tuple[int, int | None], then: tuple[int, int | None], expected: str | None) -> None:
    ranges = [
        MoneyMention(start=0, end=1, found_by="test", low=Decimal(low), high=None if high is None else Decimal(high), currency="USD")
        for low, high in (now, then)
    ]
    assert direction_of(ranges[0], ranges[1], "sales") == expected


def test_direction_needs_one_currency() -> None:
    assert direction_of(_money("5"), _money("4", "EUR"), "sales") is None

"""Reported or expected: what is to come, what was, and the forecast that a result is held against."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from extractor.facts.certainty import certainty_of
from extractor.facts.match import Reader
from extractor.facts.tokens import tokenize
from extractor.findings import MoneyMention, Span

if TYPE_CHECKING:
    from collections.abc import Callable

R, E = "reported", "expected"


@pytest.mark.parametrize(
    ("text", "certainties"),
    [
        ("The company expects full-year sales of $5 to $5.2 billion.", [E]),
        ("Capital expenditure is planned at $48 million.", [E]),
        ("Sales were $5 million; margins will widen.", [R]),
        ("Revenue of between $4 million and $5 million is expected.", [E]),
        ("Costs of $4 million are now planned for 2026.", [E]),
        ("The fund of $4 million is expected to grow.", [R]),
        ("The mill had revenue of $4 million, which analysts had expected.", [R]),
        # the month and the name May
        ("In May 2024 sales were $3 million.", [R]),
        ("In a report published in May 2025, the agency said exports were $3 million.", [R]),
        ("Daniel May and his team raised $3 million.", [R]),
        ("In May 2024 sales may have been $3 million.", [E]),
        ("Tarn may cut 300 jobs.", [E]),
        # the forecast beside a result
        ("Revenue was $3.1 billion, missing analysts' forecast of $3.2 billion.", [R, R]),
        ("Missing analysts' forecast of $3.2 billion, revenue was $3.1 billion.", [R, R]),
        ("Tarn beat forecasts with revenue of $3.1 billion.", [R]),
        ("Profit was $3 million, ahead of guidance of $2 million.", [R, R]),
        ("Profit was $3 million, in line with the target of $3 million.", [R, R]),
        ("Sales are forecast to reach $5 million.", [E]),
        ("The company raised its sales forecast to $5 million.", [E]),
        ("Guidance for 2026 sales was raised to $5 million.", [E]),
        ("The sales target of $5 million was kept.", [E]),
        # a result in a sentence that also looks ahead
        ("Tarn expects sales of $5 million, having made a profit of $3 million in 2024.", [E, R]),
        ("Tarn, which will build the bridge, had sales of $3 million in 2024.", [R]),
        ("The plant, which should open in 2027, cost $40 million.", [R]),
        ("Tarn will shut a mill after losing $3 million last year.", [R]),
        ("It plans to open 12 shops and closed the year with 300 shops.", [E, R]),
        ("Tarn reiterated its guidance for sales of $5 million and said profit rose to $3 million.", [E, R]),
        ("The accounting guidance that we adopted led to a charge of $3 million.", [R]),
        # a verb in the past that the hint governs
        ("Tarn would have had sales of $5 million without the strike.", [E]),
        ("Sales should have reached $5 million.", [E]),
        ("It expects the works approved by the board to bring savings of $3 million.", [E]),
        ("Tarn has targeted savings of $3 million.", [E]),
        # a plan that is a thing
        ("The savings plan had assets of $3 million.", [R]),
        ("Pension plan assets were $3 million.", [R]),
        ("Tarn has a plan to borrow $3 million.", [E]),
        ("Tarn plans investments of $3 million.", [E]),
    ],
)
def test_certainty(told: Callable[..., list[dict[str, Any]]], text: str, certainties: list[str]) -> None:
    assert [fact["certainty"] for fact in told("Tarn plc issues an update\n\n" + text)] == certainties


@pytest.mark.parametrize(
    ("words", "certainty"), [("Sales were ", R), ("Sales of ", E), ("Sales will be ", E), ("The board has approved costs of ", E)]
)
def test_a_result_under_the_heading_of_an_outlook_is_reported(words: str, certainty: str) -> None:
    text = f"{words}$3 million"
    amount = MoneyMention(start=len(words), end=len(text), found_by="test", value=Decimal(3000000), currency="USD")
    claim = Reader(tokenize(text, Span(0, len(text)), [amount])).read()[0]
    assert certainty_of(claim, "Outlook") == certainty
    assert certainty_of(claim, "Segments") == ("expected" if "will" in words else "reported")

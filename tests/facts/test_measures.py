"""What is measured: words that measure nothing, forecasts beside a result, what "those" stand for, how sure an estimate is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CASES: list[tuple[str, list[dict[str, str | None]]]] = [
    # words that stand over no column
    ("Tarn is to get $5 million back.", []),
    ("The clerk was accused of stealing $5 million.", []),
    ("The clerk admitted stealing $300,000.", []),
    ("Tarn is raising $5 million.", [{"measure": "raising", "value": "$5 million"}]),
    ("Sales last season were $5 million.", [{"measure": "Sales", "value": "$5 million"}]),
    ("The season opener drew sales of $5 million.", [{"measure": "sales", "value": "$5 million"}]),
    # a forecast beside a result is no measure of its own name and no earlier value
    ("Missing consensus of $3.2 billion, revenue was $3.1 billion.", [{"measure": "revenue", "value": "$3.1 billion"}]),
    ("Revenue of $3.1 billion beat the consensus of $3.0 billion.", [{"measure": "Revenue", "value": "$3.1 billion"}]),
    ("Analyst consensus is $3 million.", [{"measure": "Analyst consensus", "value": "$3 million"}]),
    (
        "Revenue was $3.1 billion, missing analysts' forecast of $3.2 billion.",
        [{"measure": "Revenue", "previous": None}, {"measure": "analysts' forecast", "value": "$3.2 billion"}],
    ),
    (
        "Net profit was $3 million, below the forecast of $4 million.",
        [{"measure": "Net profit", "previous": None, "direction": None}, {"measure": "forecast", "value": "$4 million"}],
    ),
    ("Net profit was $3 million, below a profit of $4 million.", [{"measure": "Net profit", "previous": "$4 million"}]),
    (
        "Tarn now sees a margin of 9%, versus previous guidance of 8%.",
        [{"measure": "margin", "value": "9%", "previous": "8%", "direction": "up"}],
    ),
    ("Tarn will buy back up to 400 million euros of shares.", [{"measure": "shares", "value": "400 million euros"}]),
    # "those" stand for what was told, with what sets them apart
    (
        "Exports rose 12%, those to Japan 5%.",
        [{"measure": "Exports", "by": "12%"}, {"measure": "those to Japan", "by": "5%", "direction": "up"}],
    ),
    (
        "Exports grew 12% to $3 billion, while those to Japan fell 5%.",
        [{"measure": "Exports", "value": "$3 billion"}, {"measure": "those to Japan", "by": "5%", "direction": "down"}],
    ),
    (
        "Exports were $12 million, those to Chile $5 million.",
        [{"measure": "Exports"}, {"measure": "those to Chile", "value": "$5 million"}],
    ),
    ("Those mills lost $5 million.", [{"measure": "lost", "value": "$5 million"}]),
    ("Exports rose 4%, exports to Japan 5%.", [{"measure": "Exports"}, {"measure": "exports to Japan"}]),
    # how sure an estimate is
    ("The rate was 12.4% (95% CI: 10.1%-14.8%).", [{"measure": "rate", "value": "12.4%"}]),
    ("Response was 45% (95% confidence interval 40% to 50%).", [{"measure": "Response", "value": "45%"}]),
    ("Consumer confidence rose 5%.", [{"measure": "Consumer confidence", "by": "5%"}]),
    # a date between the measure and its colon
    ("Profit before tax for the January-March period: EUR 12 million", [{"measure": "Profit before tax", "value": "EUR 12 million"}]),
    ("Sales in the third quarter of 2025: EUR 12 million", [{"measure": "Sales", "period": "third quarter of 2025"}]),
]


@pytest.mark.parametrize(("text", "facts"), CASES)
def test_measures(told: Callable[..., list[dict[str, Any]]], text: str, facts: list[dict[str, str | None]]) -> None:
    said = told("Tarn plc issues an update\n\n" + text)
    assert [{key: fact[key] for key in wanted} for fact, wanted in zip(said, facts, strict=True)] == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Headcount was 15,000.", [{"measure": "Headcount", "value": "15,000"}]),
        (
            "Headcount fell 7% to 15,000, compared with 16,200 a year earlier.",
            [{"measure": "Headcount", "value": "15,000", "by": "7%", "previous": "16,200", "direction": "down"}],
        ),
        ("The number of subscribers reached 1.2 million.", [{"measure": "number of subscribers", "value": "1.2 million"}]),
        (
            "The index rose 23 points, or 0.1%, to 17,781.",
            [
                {"measure": "index", "by": "0.1%", "value": None},
                {"measure": "index", "by": "23 points", "value": "17,781", "direction": "up"},
            ],
        ),
        ("The index gained 23 points to close at 17,781.", [{"measure": "index", "by": "23 points", "value": "17,781"}]),
        ("The index rose 23 points and trades at $17.", [{"measure": "index", "by": "23 points", "value": None}, {"value": "$17"}]),
        (
            "The mill offers 300 permanent and 900 seasonal jobs.",
            [{"measure": "jobs", "value": "300 permanent"}, {"measure": "seasonal jobs", "value": "900 seasonal jobs"}],
        ),
        (
            "Only 1,200 of 4,000 nests held eggs.",
            [{"measure": "nests", "value": "1,200", "of": "4,000 nests"}, {"measure": "nests", "value": "4,000 nests", "of": None}],
        ),
    ],
)
def test_bare_and_shared_counts(told: Callable[..., list[dict[str, Any]]], text: str, facts: list[dict[str, str | None]]) -> None:
    said = told("Tarn plc issues an update\n\n" + text)
    assert [{key: fact[key] for key in wanted} for fact, wanted in zip(said, facts, strict=True)] == facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RevPAR rose 4.2% to $112.", ("RevPAR", "$112", "4.2%")),
        ("The load factor was 84.1%, up 1.2 points.", ("load factor", "84.1%", "1.2 points")),
        ("Building permits fell 3.1%.", ("Building permits", None, "3.1%")),
        ("Tarn shared $94 million in bonuses.", ("bonuses", "$94 million", None)),
        ("The full-year sales target was raised to $5 million.", ("full-year sales target", "$5 million", None)),
    ],
)
def test_measures_of_trades(told: Callable[..., list[dict[str, Any]]], text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert [(fact["measure"], fact["value"], fact["by"]) for fact in told(text)] == [expected]

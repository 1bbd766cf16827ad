"""Sentences of the usual shapes: every figure with its measure, change, earlier value and period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Told = "Callable[[str], list[dict[str, str | None]]]"

# text, then one dict a statement with the keys that the case is about
CASES: list[tuple[str, list[dict[str, str | None]]]] = [
    (
        "Revenue rose 12% to $3.4 billion in the third quarter from $3.0 billion.",
        [
            {
                "measure": "Revenue",
                "value": "$3.4 billion",
                "by": "12%",
                "direction": "up",
                "previous": "$3.0 billion",
                "period": "third quarter",
            }
        ],
    ),
    (
        "Tuition income increased from $0.6 million to $1.9 million.",
        [{"measure": "Tuition income", "value": "$1.9 million", "previous": "$0.6 million", "direction": "up", "by": None}],
    ),
    ("Margins widened 120 basis points to 14.1%.", [{"measure": "Margins", "value": "14.1%", "by": "120 basis points", "direction": "up"}]),
    ("The plant reported an 11% increase in orders.", [{"measure": "orders", "value": None, "by": "11%", "direction": "up"}]),
    (
        "Kiln costs fell by $2 million, or 7%.",
        [{"measure": "Kiln costs", "by": "$2 million", "direction": "down"}, {"measure": "Kiln costs", "by": "7%", "direction": "down"}],
    ),
    (
        "We had a net loss of $2.4 million, or $0.05 per share, compared with a net loss of $3.1 million, or $0.07 per share.",
        [
            {"measure": "net loss", "value": "$2.4 million", "previous": "$3.1 million", "direction": "down"},
            {"measure": "net loss", "value": "$0.05", "previous": "$0.07"},
        ],
    ),
    ("• Net sales: $412.6 million, up 12%", [{"measure": "Net sales", "value": "$412.6 million", "by": "12%", "direction": "up"}]),
    (
        "Net debt at 30 June £64.8m (2024: £71.5m)",
        [{"measure": "Net debt", "value": "£64.8m", "previous": "£71.5m", "direction": "down", "period": "30 June"}],
    ),
    ("Free cash flow of €402m after €(37)m", [{"measure": "Free cash flow", "value": "€402m", "previous": "€(37)m", "direction": "up"}]),
    ("Rental income held steady at $9 million.", [{"measure": "Rental income", "value": "$9 million", "direction": "flat"}]),
    (
        "Occupancy stood at 93% as at 30 June 2025, 1 percentage point below the year before.",
        [{"measure": "Occupancy", "value": "93%", "by": "1 percentage point", "direction": "down", "period": "30 June 2025"}],
    ),
    (
        "At €8.4 billion, group sales were 2.3% above the prior-year figure of €8.2 billion.",
        [{"measure": "group sales", "value": "€8.4 billion", "by": "2.3%", "direction": "up", "previous": "€8.2 billion"}],
    ),
    (
        "Broadcasting income, which depends on the league, grew by £3.9m to £104m.",
        [{"measure": "Broadcasting income", "value": "£104m", "by": "£3.9m", "direction": "up"}],
    ),
    ("Financing handled through the office has reached $450 million.", [{"measure": "Financing", "value": "$450 million"}]),
    (
        "Total revenues were RMB310.4 million (US$48.2 million), a 16.3% year-over-year increase.",
        [{"measure": "Total revenues", "value": "RMB310.4 million", "by": "16.3%", "direction": "up"}],
    ),
    ("The ferry line carries 1.2 million passengers.", [{"measure": "passengers", "value": "1.2 million passengers"}]),
    ("The mill will cut 160 jobs.", [{"measure": "jobs", "by": "160 jobs", "direction": "down", "value": None}]),
    (
        "The board decided to lower the policy rate by 25 basis points, from 5.00% to 4.75%.",
        [{"measure": "policy rate", "by": "25 basis points", "direction": "down", "previous": "5.00%", "value": "4.75%"}],
    ),
    ("The shares lost 3% in Oslo.", [{"measure": "shares", "by": "3%", "direction": "down"}]),
    (
        "The project is an investment of $580 million, of which the Danish side contributes 35%.",
        [{"measure": "investment", "value": "$580 million"}, {"measure": "investment", "value": "35%"}],
    ),
    (
        "The payout ratio would be 39.6% of adjusted net income.",
        [{"measure": "payout ratio", "value": "39.6%", "of": "adjusted net income"}],
    ),
    ("The tier accounted for 46% of sign-ups.", [{"measure": "sign-ups", "value": "46%", "of": "sign-ups"}]),
    ("Tarn repaid $350 million of 5.75% senior notes in April.", [{"measure": "senior notes", "value": "$350 million", "period": "April"}]),
    ("Tarn bought Orrin Mills for $90 million.", [{"measure": "Orrin Mills", "value": "$90 million"}]),
    (
        "Trading income fell 11% at Tarn and 17% at Orrin.",
        [{"measure": "Trading income", "by": "11%", "direction": "down"}, {"measure": "Trading income", "by": "17%", "direction": "down"}],
    ),
    ("General and administrative expenses rose 4%.", [{"measure": "General and administrative expenses", "by": "4%", "direction": "up"}]),
    (
        "Revenue rose 5%\nto $3 million from\n$2.9 million.",
        [{"measure": "Revenue", "value": "$3 million", "by": "5%", "previous": "$2.9 million"}],
    ),
    (
        "Adjusted EBITDA was $45.2 million, or 18.3% of revenue, compared to $39.9 million, or 17.0% of revenue.",
        [
            {"measure": "Adjusted EBITDA", "value": "$45.2 million", "previous": "$39.9 million"},
            {"measure": "Adjusted EBITDA", "value": "18.3%", "previous": "17.0%", "of": "revenue"},
        ],
    ),
    (
        "The company now expects revenue of $420 million, up from its prior forecast of $400 million.",
        [{"measure": "revenue", "value": "$420 million", "previous": "$400 million", "direction": "up"}],
    ),
    (
        "The board expects profit before tax to be in the range of £148m to £154m.",
        [{"measure": "profit before tax", "value": "£148m to £154m"}],
    ),
    (
        "Exports grew by 8.4 per cent to reach $3.1 billion.",
        [{"measure": "Exports", "value": "$3.1 billion", "by": "8.4 per cent", "direction": "up"}],
    ),
    ("The dividend will be raised by 5% to $0.42 per share.", [{"measure": "dividend", "value": "$0.42", "by": "5%", "direction": "up"}]),
    ("Tarn raised $5 million from its members.", [{"measure": "raised", "value": "$5 million", "by": None, "direction": None}]),
    ("Revenue: $12.3M (+18% YoY)", [{"measure": "Revenue", "value": "$12.3M", "by": "+18%", "direction": "up"}]),
    ("Like-for-like sales +3.4%", [{"measure": "Like-for-like sales", "value": None, "by": "+3.4%", "direction": "up"}]),
    (
        "Profit before tax of £21.4 million was 8% ahead of last year.",
        [{"measure": "Profit before tax", "value": "£21.4 million", "by": "8%", "direction": "up"}],
    ),
    ("The wage rise would add £11m to costs.", [{"measure": "costs", "by": "£11m", "direction": "up", "value": None}]),
    ("The port will spend $4 million on dredging.", [{"measure": "dredging", "value": "$4 million"}]),
    (
        "Bulk liquids were the exception: they dropped 4.1 per cent, to 2.2 million tonnes.",
        [{"measure": "Bulk liquids", "by": "4.1 per cent", "direction": "down", "value": "2.2 million tonnes"}],
    ),
    ("The survey found that 62% support the plan.", [{"measure": "support the plan", "value": "62%"}]),
    (
        "Ruritania accounted for 64% of all volumes; Syldavia took 11%.",
        [{"measure": "volumes", "value": "64%"}, {"measure": "volumes", "value": "11%", "of": "volumes"}],
    ),
    (
        "Pension revenue grew 9%, rising from $4 million to $5 million.",
        [{"measure": "Pension revenue", "by": "9%", "previous": "$4 million", "value": "$5 million"}],
    ),
    ("The grant, worth €2.1 million, goes to Orrin.", [{"measure": "grant", "value": "€2.1 million"}]),
    (
        "Revenue was $1.2 billion, a decrease of 4% on a reported basis.",
        [{"measure": "Revenue", "value": "$1.2 billion", "by": "4%", "direction": "down"}],
    ),
    (
        "Ferry shares lost 86 cents, or 1.2%, to $70.92.",
        [
            {"measure": "Ferry shares", "value": None, "by": "1.2%", "direction": "down"},
            {"measure": "Ferry shares", "value": "$70.92", "by": "86 cents", "direction": "down"},
        ],
    ),
    (
        "Ferry shares settled 86 cents, or 1.2%, lower at $70.92.",
        [
            {"measure": "Ferry shares", "value": None, "by": "1.2%", "direction": "down"},
            {"measure": "Ferry shares", "value": "$70.92", "by": "86 cents", "direction": "down"},
        ],
    ),
    ("The ferry line lost $3 million, or 2% of sales.", [{"by": None, "direction": None}, {"value": "2%", "by": None}]),
    ("Profit before tax rose 12% to £3 million.", [{"measure": "Profit before tax", "value": "£3 million", "by": "12%"}]),
    ("Before tax changes, sales rose 12%.", [{"measure": "sales", "by": "12%"}]),
    ("We see sales of c.£20m.", [{"measure": "sales", "value": "£20m"}]),
    (
        "Net profit was $5 million, compared with a loss of $3 million a year earlier.",
        [
            {"measure": "Net profit", "value": "$5 million", "previous": None, "direction": "up"},
            {"measure": "loss", "value": "$3 million", "previous": None, "direction": None, "period": "a year earlier"},
        ],
    ),
    (
        "Net profit was $5 million, compared with a net profit of $3 million a year earlier.",
        [{"measure": "Net profit", "value": "$5 million", "previous": "$3 million", "direction": "up"}],
    ),
    (
        "A response was seen in 62% of patients, compared with 31% of those on placebo.",
        [{"value": "62%", "previous": None, "direction": None}, {"value": "31%", "previous": None}],
    ),
    ("Response rates were 62%, compared with 31% in 2019.", [{"value": "62%", "previous": "31%", "direction": "up"}]),
    (
        "Earnings per share were $1.05, compared with a consensus estimate of $1.02.",
        [{"measure": "Earnings per share", "value": "$1.05", "previous": None}, {"measure": "consensus estimate", "value": "$1.02"}],
    ),
    ("The provision for loan losses was $88 million.", [{"measure": "provision for loan losses", "value": "$88 million"}]),
    ("The tier 1 ratio improved to 13.2%.", [{"measure": "tier 1 ratio", "value": "13.2%", "direction": "up"}]),
    ("Output grew at an annual rate of 2.8 percent.", [{"measure": "Output", "value": None, "by": "2.8 percent", "direction": "up"}]),
    ("The tax is levied at a reduced rate of 2.8 percent.", [{"measure": "reduced rate", "value": "2.8 percent", "by": None}]),
    ("Tarn earned $1.02 per share on revenue of $5.6 billion.", [{"value": "$1.02"}, {"measure": "revenue", "value": "$5.6 billion"}]),
    ("The mill took delivery of two ships.", [{"measure": "ships", "value": "two ships"}]),
    ("The mill will cost $310 million.", [{"measure": "mill", "value": "$310 million"}]),
    ("The mill cut the cost to $310 million.", [{"measure": "cost", "value": "$310 million", "direction": "down"}]),
    ("The mill reached $5 million in sales.", [{"measure": "sales", "value": "$5 million"}]),
    ("Sales in the mill reached $5 million in cash.", [{"measure": "Sales", "value": "$5 million"}]),
    ("The round values the mill at $35 million.", [{"measure": "values", "value": "$35 million"}]),
    (
        "Revenue in Europe was $210 million, in Asia $96 million.",
        [{"measure": "Revenue", "value": "$210 million"}, {"measure": "Revenue", "value": "$96 million"}],
    ),
    (
        "The mill expects sales of $3.10 to $3.25, up from a previous range of $2.95 to $3.15.",
        [{"measure": "sales", "value": "$3.10 to $3.25", "previous": "$2.95 to $3.15", "direction": "up"}],
    ),
    ("The deficit narrowed to $61 million from a revised $64 million.", [{"value": "$61 million", "previous": "$64 million"}]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_shapes(told: Callable[..., list[dict[str, Any]]], text: str, expected: list[dict[str, str | None]]) -> None:
    facts = told(text)
    assert [{key: fact[key] for key in want} for fact, want in zip(facts, expected, strict=False)] == expected
    assert len(facts) == len(expected)


@pytest.mark.parametrize(
    "text",
    ["The office opened in May 2024.", "Call 555-0142 for tickets.", "", "See the Form 10-K and Rule 424.", "€"],
)
def test_no_statement(told: Callable[..., list[dict[str, Any]]], text: str) -> None:
    assert told(text) == []


@pytest.mark.xfail(strict=True, reason="the measure of a contribution to a total is the total's, two sentences away")
def test_known_failure(told: Callable[..., list[dict[str, Any]]]) -> None:
    assert told("Sales grew. The Dunmore mill alone added more than $90 million.")[0]["measure"] == "Sales"

"""Figures that tell another one again or go on from it, and what takes a sum off something; beside each kind one that looks alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CASES: list[tuple[str, list[dict[str, str | None]]]] = [
    # a share that tells an amount another way is of what the amount is of; a share of things counted is of the whole
    ("The charge was $2 million, or 6% of sales.", [{"measure": "charge"}, {"measure": "charge", "value": "6%", "of": "sales"}]),
    ("A loss of $2 million, equal to 6% of sales.", [{"measure": "loss"}, {"measure": "loss", "value": "6%", "of": "sales"}]),
    ("The mill cut 900 jobs, or 6% of its workforce.", [{"measure": "jobs"}, {"measure": "workforce", "value": "6%"}]),
    ("Costs were $2 million, or 6%.", [{"measure": "Costs", "value": "$2 million"}, {"value": "6%", "of": None}]),
    # a value between commas behind its measure
    (
        "Mayer added that net debt, $6 million in May, should stay below 2 times EBITDA.",
        [{"measure": "net debt", "value": "$6 million"}, {"measure": "net debt", "value": "2 times", "of": "EBITDA"}],
    ),
    ("Mayer paid the owners of the debt, $6 million in May.", [{"measure": "owners of the debt", "value": "$6 million"}]),
    # places that are counted measure themselves
    ("Tarn makes pumps and valves at 37 sites.", [{"measure": "sites", "value": "37 sites"}]),
    ("The pact keeps headcount at 300 people.", [{"measure": "headcount", "value": "300 people"}]),
    # the same unit again
    (
        "Tarn runs turbines with a capacity of 1.2 GW in 12 ports and intends to reach 3 GW.",
        [
            {"measure": "turbines with a capacity", "value": "1.2 GW"},
            {"measure": "ports"},
            {"measure": "turbines with a capacity", "value": "3 GW"},
        ],
    ),
    # who follows tells what the first one tells
    (
        "Tarn reported losses of $4 million, followed by Orrin at $3 million and Velde at $2 million.",
        [{"measure": "losses"}, {"measure": "losses", "value": "$3 million"}, {"measure": "losses", "value": "$2 million"}],
    ),
    # what is taken off; a thing off which nothing is taken
    (
        "The storm came, wiping some $2 million off its market value.",
        [{"measure": "market value", "by": "$2 million", "direction": "down"}],
    ),
    ("The storm came, wiping out crops and a herd worth $2 million.", [{"by": None, "direction": None}]),
    # what money is used for
    ("Tarn will use $14 million to repay a term loan.", [{"measure": "term loan", "value": "$14 million"}]),
    # an earlier value behind a participle
    (
        "Fellows get a stipend of $9,000 a year for two years, raised from $8,000.",
        [{"measure": "stipend", "value": "$9,000", "previous": "$8,000", "direction": "up"}],
    ),
    (
        "Fellows pay a fee of $9,000 a year, increased from $8,000.",
        [{"measure": "fee", "value": "$9,000", "previous": "$8,000", "direction": "up"}],
    ),
    ("Tarn runs a fund of $9,000, raised from members.", [{"measure": "fund", "value": "$9,000", "previous": None, "direction": None}]),
    # a stretch that ended on a day, between a figure and its change
    (
        "The town saw 900 visits in the nine days that ended on Monday, up 8% from a year ago.",
        [{"measure": "visits", "value": "900 visits", "by": "8%", "direction": "up"}],
    ),
    # a clause of its own has a subject of its own
    ("The fleet will grow 8% in 2026 while demand should rise only 2%.", [{"measure": "fleet"}, {"measure": "demand", "by": "2%"}]),
    # the second change of one thing takes the value beside it
    (
        "Shares dropped as much as 14% in early trade and were 11% lower at $98.",
        [{"by": "14%", "value": None}, {"by": "11%", "value": "$98"}],
    ),
    ("The shares fell 86 cents, or 1.2%, to $70.92.", [{"by": "1.2%", "value": None}, {"by": "86 cents", "value": "$70.92"}]),
    # letters and numbers inside a name
    ("Tarn will buy $2 million of Class A stock.", [{"measure": "Class A stock", "value": "$2 million"}]),
    ("The mill will cut its Scope 1 and 2 emissions 46%.", [{"measure": "Scope 1 and 2 emissions", "by": "46%", "direction": "down"}]),
    ("The law would lift this year's budget deficit to 2.9%.", [{"measure": "budget deficit", "value": "2.9%", "direction": "up"}]),
    ("Losses grew fastest, by 44%, to $1 million.", [{"measure": "Losses", "by": "44%", "value": "$1 million"}]),
    ("Tarn wrote $4 million of premiums.", [{"measure": "premiums", "value": "$4 million"}]),
    ("Occupancy nevertheless climbed to 86% from 81%.", [{"measure": "Occupancy", "value": "86%", "previous": "81%"}]),
    # what is said of a share of people or things
    (
        "Tarn employs 900 people, of whom 41% still work in Velde.",
        [{"measure": "people"}, {"measure": "work in Velde", "value": "41%", "of": "people"}],
    ),
    (
        "Tarn got 900 claims, of which 62% are residential.",
        [{"measure": "claims"}, {"measure": "residential", "value": "62%", "of": "claims"}],
    ),
    ("Only 7% of victims paid, down from 18%.", [{"measure": "victims paid", "value": "7%", "previous": "18%", "direction": "down"}]),
    ("Roughly 45% of the proceeds will be spent on boats.", [{"measure": "proceeds", "value": "45%", "of": "the proceeds"}]),
    # sizes behind a label
    (
        "Hole KN-118: 14.3 metres grading 9.7 g/t Au, including 2.1 metres.",
        [{"measure": "Hole KN-118"}, {"measure": "Hole KN-118", "value": "9.7 g/t Au"}, {"measure": "Hole KN-118", "value": "2.1 metres"}],
    ),
    ("Barge Tarn: 14 metres; the fee was $5.", [{"measure": "Barge Tarn", "value": "14 metres"}, {"measure": "fee", "value": "$5"}]),
    # a count again behind "to reach", and one of other things
    ("Headcount of 90 people, to reach 100 people by 2027.", [{"measure": "Headcount"}, {"measure": "Headcount", "value": "100 people"}]),
    ("Headcount of 90 people, to reach 100 towns by 2027.", [{"measure": "Headcount"}, {"measure": "towns", "value": "100 towns"}]),
    # an earlier value behind an aside is none of the aside's
    (
        "The fees, which reach $5, are up 4% from $8.",
        [{"value": "$5", "previous": None, "direction": None}, {"measure": "fees", "by": "4%", "previous": "$8", "direction": "up"}],
    ),
    ("The fees are $5, up 4% from $4.", [{"measure": "fees", "value": "$5", "by": "4%", "previous": "$4"}]),
    ("Fees range from $75,000 to $1.5 million.", [{"measure": "Fees", "value": "$75,000 to $1.5 million"}]),
    (
        "The awards, which range from $2 million to $5 million, are up 34% in total from $6 million.",
        [{"measure": "awards", "value": "$2 million to $5 million"}, {"measure": "awards", "by": "34%", "previous": "$6 million"}],
    ),
    ("Revenue is expected in a range from $5 million to $7 million.", [{"measure": "Revenue", "value": "$5 million to $7 million"}]),
    # parts are measured as the whole
    ("Costs include $5 million for repairs.", [{"measure": "Costs", "value": "$5 million"}]),
    (
        "Storm losses came to $9 million. They include $5 million from one flood.",
        [{"measure": "Storm losses", "value": "$9 million"}, {"measure": "Storm losses", "value": "$5 million"}],
    ),
    # a charge and what was released a year before; what is now expected; what it cost
    (
        "An impairment charge of $3 million, against a write-back of $1 million",
        [{"measure": "impairment charge", "previous": None, "direction": None}, {"measure": "write-back", "value": "$1 million"}],
    ),
    ("Interest income is now expected to be $5 million.", [{"measure": "Interest income", "value": "$5 million"}]),
    ("“It cost us $6.2 million,” he said.", [{"measure": "cost", "value": "$6.2 million"}]),
    ("Tarn Reaches $5M Valuation", [{"measure": "Valuation", "value": "$5M"}]),
    ("Fees reached $5M", [{"measure": "Fees", "value": "$5M"}]),
    # more of a yardstick, and more than one
    ("Tarn connected 27% more solar capacity than last year.", [{"measure": "solar capacity", "by": "27%", "direction": "up"}]),
    ("Output was 900 tonnes, 5% more than planned.", [{"measure": "Output", "by": None}]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_restated(told: Callable[..., list[dict[str, Any]]], text: str, expected: list[dict[str, str | None]]) -> None:
    facts = told(text)
    assert len(facts) == len(expected)
    assert [{key: fact[key] for key in want} for fact, want in zip(facts, expected, strict=True)] == expected

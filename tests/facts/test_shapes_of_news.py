"""Sentences of markets, statistics, ports and agencies, and beside each kind one that looks alike and says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CASES: list[tuple[str, list[dict[str, str | None]]]] = [
    ("Sterling rose 0.4% against the franc.", [{"measure": "Sterling", "by": "0.4%", "direction": "up"}]),
    ("The franc strengthened against sterling by 0.3%.", [{"measure": "franc", "by": "0.3%", "direction": "up"}]),
    ("Drilling rose 4%.", [{"measure": "Drilling", "by": "4%", "direction": "up"}]),
    ("The kiln maker employing 500 people is new.", [{"measure": "people", "value": "500 people"}]),
    ("Silver was last up 0.8% at $29.14.", [{"measure": "Silver", "by": "0.8%", "value": "$29.14", "direction": "up"}]),
    ("The last sale was worth $3 million.", [{"measure": "last sale", "value": "$3 million"}]),
    ("Harbour dues brought in 18.2 million euros.", [{"measure": "Harbour dues", "value": "18.2 million euros"}]),
    ("The sale brought net debt to $5 million.", [{"measure": "net debt", "value": "$5 million"}]),
    ("Assets under management rose to $12 billion.", [{"measure": "Assets under management", "value": "$12 billion", "direction": "up"}]),
    ("One in five mills, or 21%, had no stock.", [{"measure": "mills", "value": "21%"}]),
    (
        "The mill cut 900 jobs, or 6% of its workforce.",
        [{"measure": "jobs", "by": "900 jobs", "direction": "down"}, {"measure": "workforce", "value": "6%", "by": None}],
    ),
    ("Costs fell $3 million, or 6%.", [{"by": "$3 million"}, {"by": "6%", "value": None}]),
    ("The board raised its profit forecast to $2.4 million.", [{"measure": "profit forecast", "value": "$2.4 million", "direction": "up"}]),
    (
        "Spending for 2026 is forecast to be between $8 million and $9 million.",
        [{"measure": "Spending", "value": "$8 million and $9 million"}],
    ),
    ("The smelter made 61,000 tonnes of copper, 3% below plan.", [{"measure": "copper", "by": None, "direction": None}]),
    ("The smelter made 61,000 tonnes of copper, 3% below last year.", [{"measure": "copper", "by": "3%", "direction": "down"}]),
    (
        "Housing starts fell 4.6 percent to a seasonally adjusted annual rate of $1.2 million.",
        [{"measure": "Housing starts", "value": "$1.2 million", "by": "4.6 percent", "direction": "down"}],
    ),
    ("The mill raised its fee 5% to 33 cents.", [{"measure": "fee", "value": "33 cents", "by": "5%", "direction": "up"}]),
    ("The mill lifted prices 3%.", [{"measure": "prices", "by": "3%", "value": None, "direction": "up"}]),
    ("The mill has a margin of 3%.", [{"measure": "margin", "value": "3%", "by": None, "direction": None}]),
    ("Net dues did not rise, remaining at $2.3 million.", [{"measure": "Net dues", "value": "$2.3 million", "direction": None}]),
    ("Net dues rose to $2.3 million.", [{"measure": "Net dues", "value": "$2.3 million", "direction": "up"}]),
    ("The mill denied reports that it would cut 300 jobs.", []),
    (
        "The mill made an operating loss of $12 million, versus a profit of $8 million.",
        [{"measure": "operating loss", "value": "$12 million", "direction": None}, {"measure": "profit", "value": "$8 million"}],
    ),
    ("The board left its key rate unchanged at 6.5%.", [{"measure": "key rate", "value": "6.5%", "direction": "flat"}]),
    (
        "The fair drew 3,500 exhibitors from 120 countries.",
        [{"value": "3,500 exhibitors", "previous": None}, {"value": "120 countries"}],
    ),
    ("Traffic was 3,500 trucks, up from 3,100 trucks.", [{"value": "3,500 trucks", "previous": "3,100 trucks", "direction": "up"}]),
    ("Attendance at the match was up 15 percent.", [{"measure": "Attendance", "by": "15 percent"}]),
    (
        "Spending reached £210 million, against sales of £95 million.",
        [{"measure": "Spending", "value": "£210 million", "previous": None}, {"measure": "sales", "value": "£95 million"}],
    ),
    ("Net sales reached £210 million, against sales of £95 million.", [{"value": "£210 million", "previous": "£95 million"}]),
    (
        "Sales growth slowed to 2.1%, compared with growth of 3.4%.",
        [{"measure": "Sales growth", "value": "2.1%", "previous": "3.4%", "direction": "down"}],
    ),
    ("The stock gained 18% and trades at 14 times profit.", [{"measure": "stock", "by": "18%", "value": None}]),
    ("The value of goods exceeding $2 million is up.", [{"measure": "value of goods", "value": "$2 million"}]),
    ("Tarn Secures $20M Mill Funding", [{"measure": "Mill Funding", "value": "$20M"}]),
    ("Tarn revenue $20M mill closed", [{"measure": "Tarn revenue", "value": "$20M"}]),
    ("The rate was 5.2%, unchanged from 5.2% in May.", [{"measure": "rate", "value": "5.2%", "previous": "5.2%", "direction": "flat"}]),
    ("The rate was 5.2%, little changed from 5.3% in May.", [{"measure": "rate", "value": "5.2%", "previous": "5.3%"}]),
    ("The rate was 5.2%, with orders falling from 5.3% to 4%.", [{"value": "5.2%", "previous": None}, {"value": "4%", "previous": "5.3%"}]),
    ("Beijing Tramways spent $4 million.", [{"measure": "spent", "value": "$4 million"}]),
    ("Order backlog passes $3 million", [{"measure": "Order backlog", "value": "$3 million", "direction": "up"}]),
    ("The board passed a $3 million budget.", [{"measure": "budget", "value": "$3 million", "direction": None}]),
    ("Dock strikes cost the company $3 million.", [{"measure": "Dock strikes", "value": "$3 million"}]),
    ("The mill cut its operating cost to $3 million.", [{"measure": "operating cost", "value": "$3 million"}]),
    ("Tarn opened a service base costing $3 million.", [{"measure": "service base", "value": "$3 million"}]),
    (
        "Like-for-like sales +3.4%; shops +1.1%, online +9.7%",
        [{"measure": "Like-for-like sales", "by": by, "direction": "up"} for by in ("+3.4%", "+1.1%", "+9.7%")],
    ),
    ("Sales +3.4%; profit +1.1%", [{"measure": "Sales", "by": "+3.4%"}, {"measure": "profit", "by": "+1.1%"}]),
    ("Ownership: Tarn 60%, Orrin 40%", [{"measure": "Ownership", "value": "60%"}, {"measure": "Ownership", "value": "40%"}]),
    ("Outlook: revenue 60%, margin 40%", [{"measure": "revenue", "value": "60%"}, {"measure": "margin", "value": "40%"}]),
    ("Board operating margin was 4%; in Mills it slipped to 3%.", [{"value": "4%"}, {"measure": "Board operating margin", "value": "3%"}]),
    ("The fine was $3 million. Under the law it may not exceed 10% of turnover.", [{"measure": "fine"}, {"measure": "turnover"}]),
    ("Among girls the enrolment rate was 53%.", [{"measure": "enrolment rate", "value": "53%"}]),
    ("Over that time 8% of drivers were fined.", [{"measure": "drivers were fined", "value": "8%"}]),
    ("Mills in that time 8% of sales.", [{"measure": "time", "value": "8%"}]),
    ("Fewer than 40% of councils had a plan.", [{"measure": "councils had a plan", "value": "40%", "of": "councils"}]),
    (
        "Figs, dates and plums made up 27%, 11% and 6% of imports, respectively.",
        [{"measure": "imports", "value": "27%"}, {"measure": "imports", "value": "11%"}, {"measure": "imports", "value": "6%"}],
    ),
    (
        "Tarn will deliver 53 turbines of 6 MW each.",
        [{"measure": "turbines", "value": "53 turbines"}, {"measure": "turbines", "value": "6 MW"}],
    ),
    ("The dock has 53 turbines and a limit of 6 MW.", [{"measure": "turbines"}, {"measure": "limit", "value": "6 MW"}]),
    (
        "Costs fell by 11% this year, and the interest rate by 1.25 percentage points.",
        [{"measure": "Costs", "by": "11%"}, {"measure": "interest rate", "by": "1.25 percentage points", "direction": "down"}],
    ),
    ("Costs fell by 11% in Bergen and by 3% in Oslo.", [{"measure": "Costs", "by": "11%"}, {"measure": "Costs", "by": "3%"}]),
    ("Orrin aims to raise the port's freight volume by 10%.", [{"measure": "freight volume", "by": "10%", "direction": "up"}]),
    ("Orrin wants to raise $3 million.", [{"by": None, "direction": None}]),
    ("Tarn Mills Q1 profit rises 12% to $3 million", [{"measure": "profit", "value": "$3 million", "by": "12%"}]),
    ("Unemployment fell to a seven-year low of 5.3%.", [{"measure": "Unemployment", "value": "5.3%", "direction": "down"}]),
    ("The gauge has a low of 5.3%.", [{"value": "5.3%", "direction": None}]),
    ("Average hourly earnings rose 2%.", [{"measure": "Average hourly earnings", "by": "2%"}]),
    ("Sales to markets including France and Mexico rose by 13%.", [{"measure": "Sales", "by": "13%", "direction": "up"}]),
    ("Ferry shares bucked the trend and gained 0.3%.", [{"measure": "Ferry shares", "by": "0.3%", "direction": "up"}]),
    ("The trend held and sales gained 0.3%.", [{"measure": "sales", "by": "0.3%", "direction": "up"}]),
    ("Hedging covers 15,000 ounces.", [{"measure": "Hedging", "value": "15,000 ounces"}]),
    ("Tarn closed a $42 million (about £31 million) funding round.", [{"measure": "funding round", "value": "$42 million"}]),
    ("Tarn gave $3 million to the reef project.", [{"measure": "reef project", "value": "$3 million"}]),
    ("Tarn paid $3 million to Orrin.", [{"measure": "paid", "value": "$3 million"}]),
    (
        "The pact could add “at least $3 million” to textile revenue.",
        [{"measure": "textile revenue", "by": "$3 million", "direction": "up"}],
    ),
    ("The grid works have been awarded to Orrin for $3 million.", [{"measure": "grid works", "value": "$3 million"}]),
    ("The segment added 46 shops.", [{"measure": "shops", "by": "46 shops", "direction": "up"}]),
    ("The segment has 46 shops.", [{"measure": "shops", "value": "46 shops", "direction": None}]),
    ("The previous record was a $3 million fine on Orrin.", [{"measure": "fine on Orrin", "value": "$3 million"}]),
    ("The previous record was $3 million.", [{"measure": "previous record", "value": "$3 million"}]),
    ("The watchdog fined Tarn $3 million.", [{"measure": "fined", "value": "$3 million"}]),
    ("The watchdog plans fines of $3 million.", [{"measure": "fines", "value": "$3 million"}]),
    ("Profit was $9 million after a charge of $3 million.", [{"measure": "Profit"}, {"measure": "charge", "value": "$3 million"}]),
    ("Revenue in Canada of $3 million", [{"measure": "Revenue in Canada", "value": "$3 million"}]),
    ("Tarn in Canada plans costs of $3 million", [{"measure": "costs", "value": "$3 million"}]),
    ("Sales were $3 million, an increase of 22% in local currency.", [{"measure": "Sales", "by": "22%"}]),
    ("Sales were $3 million, an increase of 22% in net profit.", [{"by": None}, {"measure": "net profit", "by": "22%"}]),
    ("Tarn is investing $3 million in two automated berths.", [{"value": "$3 million", "measure": "two automated berths"}, {}]),
    (
        "Sales fell by 41% in one arm (258 patients) and by 6% in the other.",
        [{"measure": "Sales", "by": "41%"}, {"value": "258 patients"}, {"measure": "Sales", "by": "6%", "direction": "down"}],
    ),
    ("The study had arms (258 patients) and by 6% of cost, delays.", [{"value": "258 patients"}, {"by": None}]),
    ("Debt was $3 million for the mill; net interest was 4 cents.", [{"measure": "Debt"}, {"measure": "net interest", "value": "4 cents"}]),
    ("Its three largest customers left.", []),
    ("Its three new customers left.", [{"measure": "new customers"}]),
    ("The wreck lies 15 miles south of the pier.", []),
    ("The wreck drifted 15 miles.", [{"value": "15 miles"}]),
    ("Sales rose after ten donors cut their grants.", [{"measure": "donors", "by": None}]),
    ("The fall reduced risk by 42%, versus 6% on placebo.", [{"by": "42%", "direction": "down"}, {"by": "6%", "direction": "down"}]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_shapes(told: Callable[..., list[dict[str, Any]]], text: str, expected: list[dict[str, str | None]]) -> None:
    facts = told(text)
    assert [{key: fact[key] for key in want} for fact, want in zip(facts, expected, strict=False)] == expected
    assert len(facts) == len(expected)


def test_a_chain_of_verbs_has_no_depth(told: Callable[..., list[dict[str, Any]]]) -> None:
    assert [fact["by"] for fact in told("Sales " + "sold and " * 3000 + "rose 5%.")] == []
    assert told("Sales held and rose 5%.")[0]["measure"] == "Sales"

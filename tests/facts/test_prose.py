"""What a sentence measures and how it changed: kinds of sentences of news agencies, charities, builders and polls, each beside one that looks alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CASES: list[tuple[str, list[dict[str, str | None]]]] = [
    # the noun before "of" or the thing counted
    ("Total completions of 947 flats, up 7.5%.", [{"measure": "Total completions", "value": "947 flats", "by": "7.5%"}]),
    ("The plan covers total completions of 947 flats.", [{"measure": "flats", "value": "947 flats"}]),
    ("Delivery of two ships is late.", [{"measure": "ships", "value": "two ships"}]),
    ("She leads a team of 85 people.", [{"measure": "team", "value": "85 people"}]),
    ("She leads an average of 85 people.", [{"measure": "people", "value": "85 people"}]),
    ("Orrin grew after the handover of 126 units.", [{"measure": "handover", "value": "126 units"}]),
    ("Orrin grew after the handover of 126 flats.", [{"measure": "flats", "value": "126 flats"}]),
    (
        "An order book of £842.3m at 28 December, representing 871 flats.",
        [{"measure": "order book", "value": "£842.3m"}, {"measure": "order book", "value": "871 flats"}],
    ),
    (
        "The fair drew 400 visitors, representing 31 countries.",
        [{"value": "400 visitors"}, {"measure": "countries", "value": "31 countries"}],
    ),
    ("Club memberships went past 168,000 members.", [{"measure": "Club memberships", "direction": "up"}]),
    ("Tarn Mills went past 168,000 members.", [{"measure": "members", "direction": "up"}]),
    ("Trains are limited to 40 km/h.", [{"measure": "limited", "value": "40 km/h"}]),
    ("The park covers 6.8 square kilometers.", [{"measure": "covers", "value": "6.8 square kilometers"}]),
    # a price, an average
    (
        "A litre of petrol sold for €1.58, 7 cents less than last year.",
        [{"measure": "litre of petrol", "value": "€1.58", "direction": "down"}],
    ),
    ("Orrin sold the mill for €1.58 million.", [{"measure": "mill", "value": "€1.58 million"}]),
    ("She gets restricted stock valued at $1.5 million.", [{"measure": "restricted stock", "value": "$1.5 million"}]),
    ("The bank valued the stock at $1.5 million.", [{"measure": "valued", "value": "$1.5 million"}]),
    ("Families spend an average of $22 a month on drinking water.", [{"measure": "drinking water", "value": "$22"}]),
    ("Profit was in the region of $22 million.", [{"measure": "Profit", "value": "$22 million"}]),
    ("The port posted imports and exports of $147 million.", [{"measure": "imports and exports", "value": "$147 million"}]),
    ("Orrin named lower costs and sales of $147 million.", [{"measure": "sales", "value": "$147 million"}]),
    (
        "Orrin had costs and sales of $3 million and $7 million, respectively.",
        [{"measure": "costs", "value": "$3 million"}, {"measure": "sales", "value": "$7 million"}],
    ),
    ("Tarn sold the mill to Orrin of the United States for $210 million.", [{"measure": "mill", "value": "$210 million"}]),
    # the total of what
    ("Overseas sales made up 58.3% of the total.", [{"measure": "Overseas sales", "value": "58.3%", "of": "the total"}]),
    ("Overseas mills made up 58.3% of sales.", [{"measure": "sales", "value": "58.3%", "of": "sales"}]),
    # names and codes
    ("The Orrin 500 fell 0.3%.", [{"measure": "Orrin 500", "by": "0.3%"}]),
    ("The pan-Nordic TARN 60 <.TRN60> was down 0.7%.", [{"measure": "pan-Nordic TARN 60", "by": "0.7%"}]),
    ("U.S. crude <CLx1> gained 2.9%.", [{"measure": "U.S. crude", "by": "2.9%", "direction": "up"}]),
    ("Land spend would be some £20m lower.", [{"measure": "Land spend", "by": "£20m", "direction": "down"}]),
    # how it changed
    ("Eggs were dearer by 18.6 per cent.", [{"measure": "Eggs", "by": "18.6 per cent", "direction": "up"}]),
    ("Olive oil was 11.9 per cent cheaper.", [{"measure": "Olive oil", "by": "11.9 per cent", "direction": "down"}]),
    ("The cheaper fare brought a margin of 11.9 per cent.", [{"measure": "margin", "direction": None}]),
    ("Sales incentives remained at around 5%.", [{"measure": "Sales incentives", "value": "5%", "direction": "flat"}]),
    ("Sales incentives stood at around 5%.", [{"measure": "Sales incentives", "value": "5%", "direction": None}]),
    ("The bank kept its key rate at 4.5%.", [{"measure": "key rate", "value": "4.5%", "direction": "flat"}]),
    ("Orrin maintained its sales target of $300 million.", [{"measure": "sales target", "direction": "flat"}]),
    ("Orrin announced its sales target of $300 million.", [{"measure": "sales target", "direction": None}]),
    ("Core inflation was 3.1 per cent, unchanged for three months.", [{"value": "3.1 per cent", "direction": "flat"}]),
    ("Core inflation was 3.1 per cent, steady growth apart.", [{"value": "3.1 per cent", "direction": None}]),
    ("The minimum wage goes from $485 to $550.", [{"measure": "minimum wage", "value": "$550", "previous": "$485", "direction": "up"}]),
    ("Subscription revenue up 22% as reported, 21% in local terms.", [{"by": "22%"}, {"by": "21%", "direction": "up"}]),
    # a change belongs to what is spoken of, not to an aside
    (
        "A total of 61,480 spectators saw the 182 matches of the season, 11.3% more than in 2024.",
        [{"value": "61,480 spectators", "by": "11.3%"}, {"value": "182 matches", "by": None}],
    ),
    (
        "Orrin has 61 mills and 182 shops, 11.3% more than in 2024.",
        [{"value": "61 mills", "by": None}, {"value": "182 shops", "by": "11.3%"}],
    ),
    (
        "Production averaged 41,350 boe/d (58% liquids) in May, up 9%.",
        [{"measure": "Production", "by": "9%", "direction": "up"}, {"measure": "liquids", "by": None}],
    ),
    (
        "Profit was $12 million (8% of sales), up 2 percentage points.",
        [{"measure": "Profit", "by": None}, {"value": "8%", "by": "2 percentage points"}],
    ),
    # no statement, no earlier value
    ("If core inflation prints at 0.4%, the easing is over.", []),
    ("If the plan fails, Orrin owes the bank $35 million.", [{"value": "$35 million"}]),
    ("Orrin asks whether sales of $5 million are enough.", []),
    (
        "Only 52 per cent of girls attend school, against 66 per cent of boys.",
        [{"value": "52 per cent", "previous": None, "direction": None}, {"measure": "boys", "value": "66 per cent"}],
    ),
    (
        "Loans made up 52 per cent of assets, against 66 per cent of total assets in 2023.",
        [{"value": "52 per cent", "previous": "66 per cent", "direction": "down"}],
    ),
    # in front of the verb
    ("Core inflation, which leaves out food, oil and tobacco, was 3.1 per cent.", [{"measure": "Core inflation", "value": "3.1 per cent"}]),
    ("In the first two weeks of January visits to our sites were 40% higher.", [{"measure": "visits", "by": "40%"}]),
    ("In the winter of January visits to our sites were 40% higher.", [{"measure": "visits", "by": "40%"}]),
    # growth is what the figure is
    ("Orrin expects organic growth of 5% to 6%.", [{"measure": "organic growth", "value": "5% to 6%", "direction": None}]),
    ("Orrin expects an increase of 5% in sales.", [{"measure": "sales", "by": "5%", "direction": "up"}]),
    # money that begins a clause
    (
        "Net sales grew to $1.8 billion, and roughly $720 million has been returned to shareholders.",
        [{"measure": "Net sales"}, {"measure": "returned to shareholders", "value": "$720 million"}],
    ),
    ("£25 buys a water filter.", [{"measure": "buys a water filter", "value": "£25"}]),
    ("Sales of £25 million bought time.", [{"measure": "Sales", "value": "£25 million"}]),
    # opposites are no earlier value
    (
        "Net debt of £38.6m, against net cash of £12.1m a year earlier.",
        [{"measure": "Net debt", "previous": None, "direction": None}, {"measure": "net cash", "value": "£12.1m"}],
    ),
    ("Net debt of £38.6m, against net debt of £12.1m a year earlier.", [{"measure": "Net debt", "previous": "£12.1m", "direction": "up"}]),
    ("Net debt at year-end of £38.6m.", [{"measure": "Net debt", "value": "£38.6m"}]),
    # what is said of a share
    (
        "17 per cent of children under five are acutely ill, up from 11 per cent.",
        [{"measure": "children under five are acutely ill", "previous": "11 per cent"}],
    ),
    ("Some 41% of drivers in Ruritania would buy a boat.", [{"measure": "drivers in Ruritania would buy a boat", "of": "drivers"}]),
    ("Some 41% of homes in the town built by Orrin.", [{"measure": "homes", "of": "homes"}]),
    ("Just 12% of respondents are “very likely” to buy a boat.", [{"measure": "respondents are “very likely” to buy a boat"}]),
    ("Only 61% of services ran on time.", [{"measure": "services ran on time"}]),
    ("Range is named by 58% of drivers.", [{"measure": "Range", "value": "58%"}]),
    ("The plan, backed by 58% of drivers, is late.", [{"measure": "drivers", "value": "58%"}]),
    # the measure that a pronoun or a bare unit stands for
    (
        "Exports reached 34,180 units, with Chile alone taking 9,600 units.",
        [{"measure": "Exports"}, {"measure": "Exports", "value": "9,600 units"}],
    ),
    ("Exports reached 34,180 tonnes, and Orrin took 9,600 units.", [{"measure": "Exports"}, {"measure": "units"}]),
    (
        "The average attendance was 900 spectators; in the cup it was 400 spectators.",
        [{"measure": "average attendance"}, {"measure": "average attendance", "value": "400 spectators"}],
    ),
    (
        "The yield on notes was up 5 basis points at 4.11%; that on bonds rose 3 basis points to 2.74%.",
        [{"measure": "yield on notes"}, {"measure": "yield on notes", "value": "2.74%", "by": "3 basis points"}],
    ),
    ("The mayor said that on bonds the yield rose to 2.74%.", [{"measure": "yield", "value": "2.74%"}]),
    # more and less of a thing
    (
        "The jets burn 24% less fuel than the 12 older jets.",
        [{"measure": "fuel", "by": "24%", "previous": None}, {"measure": "older jets", "value": "12 older jets"}],
    ),
    ("Sales were 24% less than last year.", [{"measure": "Sales", "by": "24%", "direction": "down"}]),
    ("The engine is 24% more efficient.", [{"measure": "engine", "by": "24%"}]),
    # a price of what stands before "worth"
    ("Tenders for the first lot, worth an estimated €75 million, will open.", [{"measure": "first lot", "value": "€75 million"}]),
    ("The deal is worth €75 million in cash.", [{"measure": "deal", "value": "€75 million"}]),
    ("The mills reached €75 million in sales.", [{"measure": "sales", "value": "€75 million"}]),
    ("Concern about battery life has fallen by 9%.", [{"measure": "Concern about battery life"}]),
    ("Tin was little changed at $104.", [{"measure": "Tin", "value": "$104", "direction": "flat"}]),
    ("It will also repurchase up to 12 million shares.", [{"measure": "shares", "value": "12 million shares"}]),
    # an aside that counts what is known
    ("Occupancy at its 34 hotels was 78.2%.", [{"measure": "hotels", "value": "34 hotels"}, {"measure": "Occupancy", "value": "78.2%"}]),
    # a judgement is no direction
    ("Its cost ratio improved to 48.2% from 51.0%.", [{"value": "48.2%", "previous": "51.0%", "direction": "down"}]),
    ("Its margin improved to 12% from 11%.", [{"value": "12%", "previous": "11%", "direction": "up"}]),
    ("Its margin improved to 12%.", [{"value": "12%", "direction": "up"}]),
    # the first of a row, a total made larger, what is added, what a forecast rests on
    ("Land for the first 22 km was bought.", [{"measure": "Land", "value": "22 km"}]),
    (
        "The port opened five routes, bringing the total to 74 routes.",
        [{"value": "five routes"}, {"value": "74 routes", "direction": "up"}],
    ),
    (
        "The port opened five routes, limiting the total to 74 routes.",
        [{"value": "five routes"}, {"value": "74 routes", "direction": None}],
    ),
    ("The deal adds $290 million in annual sales.", [{"measure": "annual sales", "by": "$290 million", "direction": "up"}]),
    ("The deal brings $290 million in annual sales.", [{"measure": "annual sales", "value": "$290 million", "direction": None}]),
    ("Assuming tin at $30, Orrin is calm.", [{"measure": "tin", "value": "$30"}]),
    ("Assuming $30, Orrin is calm.", []),
    ("Yields are 35% below their 2020-2024 average.", [{"measure": "Yields", "by": "35%", "direction": "down"}]),
    ("Yields are 35% below average.", []),
    # figures that say who is meant
    ("Employees earning less than £30,000 get a bonus of £900.", [{"measure": "bonus", "value": "£900"}]),
    ("Orrin is making more than £30,000.", [{"measure": "making", "value": "£30,000"}]),
    (
        "Of the people asked, 46% said they would vote for the plan, against 39% who would not.",
        [{"measure": "said they would vote", "value": "46%", "previous": None}],
    ),
    ("The plan has 46% of the vote, against 39% in May.", [{"value": "46%", "previous": "39%"}]),
    ("But only 12% are likely to buy a boat.", [{"measure": "likely to buy a boat", "value": "12%"}]),
    ("Two-thirds, or 66%, of sales are exports.", [{"measure": "sales", "value": "66%"}]),
    ("Support among voters rose to 58%.", [{"measure": "Support", "value": "58%"}]),
    ("Exports rose 4%; those to households 2%.", [{"measure": "Exports"}, {"measure": "those to households", "by": "2%"}]),
    ("The tower is 412 metres high.", [{"measure": "tower", "value": "412 metres"}]),
    ("The bridge, 412 metres long, is new.", [{"measure": "bridge", "value": "412 metres"}]),
    ("The price of a flat went from $31 to $34.", [{"measure": "price of a flat", "value": "$34", "previous": "$31", "direction": "up"}]),
    ("The contract, valued at $240 million, runs on.", [{"measure": "contract", "value": "$240 million"}]),
    ("A profit of $4 million compares with a loss of $2 million.", [{"measure": "profit", "direction": "up"}, {"measure": "loss"}]),
    ("Orrin set aside $210 million for bad loans.", [{"measure": "bad loans", "value": "$210 million"}]),
    # between the subject and its verb, and behind it
    ("Revenue is now expected to be in the range of $410 million to $420 million.", [{"measure": "Revenue"}]),
    ("Waste water sales rose at constant rates by 3.2%.", [{"measure": "Waste water sales", "by": "3.2%", "direction": "up"}]),
    ("A rise of 3.2% in wages is due.", [{"measure": "wages", "by": "3.2%", "direction": "up"}]),
    ("The increase was primarily due to $2.1 million of higher wages.", [{"measure": "higher wages", "value": "$2.1 million"}]),
    ("The shirt deal, which is understood to be worth £8m, ends.", [{"measure": "shirt deal", "value": "£8m"}]),
    ("Tin gained 0.7% to $310 an ounce, having touched $340.", [{"measure": "Tin", "value": "$310"}, {"measure": "Tin", "value": "$340"}]),
    ("The budget amounts to €190 million.", [{"measure": "budget", "value": "€190 million"}]),
    ("Investment rose 9.1%, 2.3 percentage points faster than in 2024.", [{"by": "9.1%"}, {"measure": "Investment", "direction": "up"}]),
    ("Investment rose 9.1%, 2.3 percentage points faster than the provincial average.", [{"by": "9.1%"}]),
    ("We spent 91 pence of every pound on roads.", [{"measure": "spent", "value": "91 pence"}]),
    ("We spent 91 pence of the grant on roads.", [{"measure": "grant on roads", "value": "91 pence"}]),
    ("The per capita income of farmers came to $314.", [{"measure": "per capita income of farmers", "value": "$314"}]),
    # a value and its change, a change in other words
    ("The number of visitors was 1.2 million, or 14% more than in 2019.", [{"value": "1.2 million", "by": "14%", "direction": "up"}]),
    ("Profit was $3 million, or 7%, higher.", [{"by": "$3 million"}, {"by": "7%"}]),
    ("Deliveries fell to 84,100 cars, or by 8%.", [{"value": "84,100 cars", "by": "8%", "direction": "down"}]),
    ("The phone is 20% lighter.", [{"measure": "phone", "by": "20%", "direction": "down"}]),
    ("The device weighs 240 grams.", [{"measure": "device", "value": "240 grams"}]),
    # behind an aside with a figure of its own
    (
        "Profit, excluding a gain of $12 million, was $41 million.",
        [{"measure": "gain", "value": "$12 million"}, {"measure": "Profit", "value": "$41 million"}],
    ),
    (
        "Sales rose 5% to $3 million, exceeding $2 million at last.",
        [{"measure": "Sales", "value": "$3 million"}, {"measure": "Sales", "value": "$2 million"}],
    ),
    (
        "In May, sales rose 5%, fell 3% in June.",
        [{"measure": "sales", "by": "5%"}, {"measure": "sales", "by": "3%", "direction": "down"}],
    ),
    # shares and multiples
    ("Some 7% of patients needed a dose reduction.", [{"measure": "patients needed a dose reduction", "of": "patients"}]),
    ("Some 7% of sales needed a dose reduction.", [{"measure": "sales", "of": "sales"}]),
    ("Reactions occurred in 24% of patients (n=49).", [{"measure": "Reactions"}, {"measure": "Reactions", "value": "n=49"}]),
    (
        "Orrin is raising €5 million, 40% of it committed.",
        [{"measure": "raising"}, {"measure": "committed", "value": "40%"}],
    ),
    ("The price corresponds to 11.5 times adjusted EBITDA.", [{"measure": "price", "value": "11.5 times", "of": "adjusted EBITDA"}]),
    ("The offer was four times oversubscribed.", [{"measure": "offer", "value": "four times", "of": None}]),
    ("The council doubled its grant to £2 million.", [{"measure": "grant", "value": "£2 million", "direction": "up"}]),
    ("The remaining €27.6 million will come from the state.", [{"measure": "remaining", "value": "€27.6 million"}]),
    (
        "Grants cover 30% of costs; the remaining 70% is paid by owners.",
        [{"measure": "Grants"}, {"measure": "remaining", "value": "70%"}],
    ),
    ("The plant, 60% owned by Orrin, is new.", [{"measure": "plant", "value": "60%"}]),
    # growth with a name of its own, a bracket behind the year compared with, where a share comes from
    (
        "Sales of $88 million, corresponding to organic growth of 7%, were good.",
        [{"measure": "Sales", "by": None}, {"measure": "organic growth", "value": "7%"}],
    ),
    ("Sales of $88 million, representing growth of 7%, were good.", [{"measure": "Sales", "by": "7%", "direction": "up"}]),
    (
        "Orders of $11 million were 8% below the level of the previous year ($12 million).",
        [{"measure": "Orders", "value": "$11 million", "by": "8%", "previous": "$12 million"}],
    ),
    (
        "Orders of $11 million were 8% below those of the mill ($12 million).",
        [{"measure": "Orders", "value": "$11 million", "by": "8%", "previous": None}, {"value": "$12 million"}],
    ),
    ("Of the total, 62% came from domestic buyers.", [{"measure": "came from domestic buyers", "value": "62%"}]),
    # averages of a change, second measures, those of others, asides
    ("Rents rose by an average of 4.1%.", [{"measure": "Rents", "by": "4.1%", "direction": "up"}]),
    ("Rents had an average of 4.1%.", [{"measure": "average", "value": "4.1%", "direction": None}]),
    ("Turnover rose 4% and profit 7%.", [{"measure": "Turnover", "by": "4%"}, {"measure": "profit", "by": "7%", "direction": "up"}]),
    ("Turnover was 4% and profit 7%.", [{"measure": "Turnover", "value": "4%"}, {"value": "7%", "direction": None}]),
    (
        "While turnover in shops rose by 2.2%, that of mills fell 3.4%.",
        [{"measure": "turnover", "by": "2.2%"}, {"measure": "turnover", "by": "3.4%", "direction": "down"}],
    ),
    ("Output, at 41,000 tonnes, was 4% higher than planned.", [{"measure": "Output", "value": "41,000 tonnes", "by": None}]),
    ("Output, at 41,000 tonnes, was 4% higher than in May.", [{"measure": "Output", "value": "41,000 tonnes", "by": "4%"}]),
    (
        "The tunnel, for which a budget of $1.2 billion has been approved, will be 14 km long.",
        [{"measure": "budget"}, {"measure": "tunnel", "value": "14 km"}],
    ),
    ("The deal gives Orrin a 31% stake.", [{"measure": "stake", "value": "31%"}]),
    ("Orrin owes the sellers $3 million.", [{"measure": "owes", "value": "$3 million"}]),
    ("Orrin pays dividends of $3 million.", [{"measure": "dividends", "value": "$3 million"}]),
    ("Net debt is down to $4 million.", [{"measure": "Net debt", "value": "$4 million", "direction": "down"}]),
    ("The limit is up to $4 million.", [{"measure": "limit", "value": "$4 million", "direction": None}]),
    # losses as shares, deeds behind "after", what bare units are
    (
        "The operating loss was $9 million, or 4% of sales, versus a loss of $21 million, or 11% of sales.",
        [{"value": "$9 million", "direction": "down"}, {"value": "4%", "previous": "11%", "direction": "down"}],
    ),
    (
        "The operating margin was 4%, versus a loss of 11%.",
        [{"measure": "operating margin", "value": "4%", "previous": "11%", "direction": "up"}],
    ),
    (
        "Net cash was $12 million, after $5 million of land payments.",
        [{"measure": "Net cash", "previous": None}, {"measure": "land payments", "value": "$5 million"}],
    ),
    ("Net cash was $12 million, after $5 million.", [{"measure": "Net cash", "previous": "$5 million"}]),
    (
        "Orrin sold 131 vehicles, of which 92 units were electric vans.",
        [{"measure": "vehicles"}, {"measure": "electric vans", "value": "92 units"}],
    ),
    ("Orrin sold 131 vehicles, of which 92 vans were electric.", [{"measure": "vehicles"}, {"measure": "vans", "value": "92 vans"}]),
    # what a rise is of: the sentence before in the paragraph, nothing further away
    (
        "Core prices rose 0.2%. Economists had expected a rise of 0.4%.",
        [{"measure": "Core prices", "by": "0.2%"}, {"measure": "Core prices", "by": "0.4%", "direction": "up"}],
    ),
    (
        "Core prices rose 0.2%.\n\nEconomists had expected a rise of 0.4%.",
        [{"measure": "Core prices", "by": "0.2%"}, {"measure": "rise", "by": "0.4%", "direction": "up"}],
    ),
    ("Some 89p in every pound was spent on wells.", [{"measure": "spent on wells", "value": "89p"}]),
    (
        "Their power bill was $46, compared with $171 for fuel among other drivers.",
        [{"measure": "power bill", "previous": None}, {"measure": "fuel", "value": "$171"}],
    ),
    ("Their power bill was $46, compared with $171 for the year before.", [{"measure": "power bill", "previous": "$171"}]),
    ("Sales were $41 million, 20% up on 2024.", [{"measure": "Sales", "value": "$41 million", "by": "20%", "direction": "up"}]),
    ("Sales of $41 million, 20% off list prices.", [{"measure": "Sales", "value": "$41 million", "by": None}, {"value": "20%"}]),
    ("Churn down to 1.1% from 1.4%.", [{"measure": "Churn", "value": "1.1%", "previous": "1.4%", "direction": "down"}]),
    ("The town asked whether sales of $5 million or $6 million are enough.", []),
    ("The mill did not sell 40 ships or 50 vans.", []),
    ("If sales reach $5 million, Orrin pays $6 million.", [{"measure": "pays", "value": "$6 million"}]),
    ("The fund holds 41 houses valued at $4 million each.", [{"measure": "houses"}, {"measure": "houses", "value": "$4 million"}]),
]


@pytest.mark.parametrize(("text", "facts"), CASES)
def test_prose(told: Callable[..., list[dict[str, Any]]], text: str, facts: list[dict[str, str | None]]) -> None:
    said = told("Tarn plc issues an update\n\n" + text)
    assert [{key: fact[key] for key in wanted} for fact, wanted in zip(said, facts, strict=True)] == facts

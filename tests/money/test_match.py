"""Amounts as they are written, what is none, and the values behind them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.findings import Findings, MoneyMention
from extractor.money.component import annotate
from extractor.reading import plain


def money(text: str) -> list[MoneyMention]:
    found = Findings(text=plain(text))
    annotate(found)
    return found.money


def said(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (
            text[m.start : m.end],
            f"{m.low}..{m.high}" if m.value is None else f"{m.value:f}",
            m.currency,
        )
        for m in money(text)
    ]


ONE = [
    ("$ 10.98 billion", "10980000000", "USD"),
    ("US$ 4.7bn", "4700000000", "USD"),
    ("U.S.$ 4.7bn", "4700000000", "USD"),
    ("C$12.5 million", "12500000", "CAD"),
    ("HK$84 million", "84000000", "HKD"),
    ("S$545m", "545000000", "SGD"),
    ("NT$3bn", "3000000000", "TWD"),
    ("R$5 million", "5000000", "BRL"),
    ("MXN$ 240 million", "240000000", "MXN"),
    ("$A82.6 million", "82600000", "AUD"),
    ("$US55.9 million", "55900000", "USD"),
    ("EUR 1.25 billion", "1250000000", "EUR"),
    ("USD34.6 million", "34600000", "USD"),
    ("27 million GBP", "27000000", "GBP"),
    ("115USD", "115", "USD"),
    ("MUSD 12", "12000000", "USD"),
    ("12 MEUR", "12000000", "EUR"),
    ("kEUR 300", "300000", "EUR"),
    ("€m 45", "45000000", "EUR"),
    ("$25 million USD", "25000000", "USD"),
    ("RMB 3.2 bn", "3200000000", "CNY"),
    ("3.2 billion yuan", "3200000000", "CNY"),
    ("3.2 billion renminbi", "3200000000", "CNY"),
    ("RM12 million", "12000000", "MYR"),
    ("Rs. 217.38", "217.38", "INR"),
    ("₹2,500 crore", "25000000000", "INR"),
    ("Rs 12,34,567", "1234567", "INR"),
    ("₩5 billion", "5000000000", "KRW"),
    ("7.2 mln zł", "7200000", "PLN"),
    ("65€", "65", "EUR"),
    ("€1,2 Mrd.", "1200000000", "EUR"),
    ("€1.234.567,89", "1234567.89", "EUR"),
    ("CHF 1’250’000", "1250000", "CHF"),
    ("€1 250 000", "1250000", "EUR"),
    ("$5M", "5000000", "USD"),
    ("$3MM", "3000000", "USD"),
    ("$40k", "40000", "USD"),
    ("$2.6 bln", "2600000000", "USD"),
    ("$415 mil", "415000000", "USD"),
    ("$1.3tn", "1300000000000", "USD"),
    ("$3.5-million", "3500000", "USD"),
    ("$.42", "0.42", "USD"),
    ("75 USD million", "75000000", "USD"),
    ("5 cents", "0.05", "USD"),
    ("470 pence", "4.7", "GBP"),
    ("35p", "0.35", "GBP"),
    ("HK5 cents", "0.05", "HKD"),
    ("12-cent", "0.12", "USD"),
    ("AUD 7 cents", "0.07", "AUD"),
    ("RMB1.2 cents", "0.012", "CNY"),
    ("HK cents 12.5", "0.125", "HKD"),
    ("US 4.5 cents", "0.045", "USD"),
    ("R$ 1,2 bilhão", "1200000000", "BRL"),
    ("12,5 Millionen Euro", "12500000", "EUR"),
    ("Won 1.5 trillion", "1500000000000", "KRW"),
    ("half a million dollars", "500000", "USD"),
    ("one-and-a-half billion euros", "1500000000", "EUR"),
    ("twenty-five million Canadian dollars", "25000000", "CAD"),
    ("6 dollars 25 cents", "6.25", "USD"),
    ("thirteen dollars and forty-five cents", "13.45", "USD"),
    ("$(1.2) million", "-1200000", "USD"),
    ("($3.2) million", "-3200000", "USD"),
    ("$100+ million", "100000000", "USD"),
    ("minus €2.1 million", "-2100000", "EUR"),
    ("EUR -2.1 million", "-2100000", "EUR"),
    ("500.000 Euro", "500000", "EUR"),
    ("$1.375", "1.375", "USD"),
    ("1.2 mld. Kč", "1200000000", "CZK"),
    ("£(8.7)m", "-8700000", "GBP"),
    ("-$2.4 million", "-2400000", "USD"),
    ("€–37m", "-37000000", "EUR"),
    ("\u2212$2 million", "-2000000", "USD"),
    ("42.9 million pounds", "42900000", "GBP"),
    ("dollar 22.5 million", "22500000", "USD"),
    ("TRY 5.2 billion", "5200000000", "TRY"),
    ("$5-7 million", "5000000..7000000", "USD"),
    ("£180-186m", "180000000..186000000", "GBP"),
    ("€480 to 520 million", "480000000..520000000", "EUR"),
    ("€1.2 to €1.4 billion", "1200000000..1400000000", "EUR"),
    ("$1.20 – $1.30", "1.2..1.3", "USD"),
    ("25-30 USD", "25..30", "USD"),
    ("$500 to $1 million", "500..1000000", "USD"),
    ("Rs.4,500 cr", "45000000000", "INR"),
    ("Rs 3.5 lakh crore", "3500000000000", "INR"),
    ("1/2 cent", "0.005", "USD"),
    ("half a cent", "0.005", "USD"),
    ("$20 and 43c", "20.43", "USD"),
    ("(1.2) million euros", "-1200000", "EUR"),
    ("R1,200", "1200", "ZAR"),
    ("Bt5bn", "5000000000", "THB"),
    ("5m-7m EUR", "5000000..7000000", "EUR"),
    ("35p-40p", "0.35..0.4", "GBP"),
    ("300-350 MSEK", "300000000..350000000", "SEK"),
    ("MSEK 300-350", "300000000..350000000", "SEK"),
    ("$10- to $15-million", "10000000..15000000", "USD"),
    ("$10-to-$15 million", "10000000..15000000", "USD"),
    ("$5m to 7m", "5000000..7000000", "USD"),
    ("£900k to 1.2m", "900000..1200000", "GBP"),
    ("$(5) to $(7) million", "-7000000..-5000000", "USD"),
    ("$(5)-(7) million", "-7000000..-5000000", "USD"),
    ("-$5 million to $3 million", "-5000000..3000000", "USD"),
]


@pytest.mark.parametrize("joint", ["-", "–", " - ", " to ", "- to ", "-to-"])
@pytest.mark.parametrize("following", ["", " guided", " in sales", " more than asked", "."])
@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("£18", "22m"),
        ("£18m", "22m"),
        ("£18m", "£22m"),
        ("£18", "£22m"),
        ("GBP 18", "22 million"),
        ("£18", "22-million"),
        ("18", "22m pounds"),
    ],
)
def test_the_ends_of_a_range_share_mark_and_scale(joint: str, following: str, low: str, high: str) -> None:
    words = f"{low}{joint}{high}"
    assert said(f"The yard asks for {words}{following}") == [(words, "18000000..22000000", "GBP")]


def test_a_second_figure_that_counts_things_is_no_end_of_a_range() -> None:
    assert said("It gave £18m to 22m homes, £5m - 7m pupils came.") == [("£18m", "18000000", "GBP"), ("£5m", "5000000", "GBP")]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "Its target is 850 crowns, off 21 billion Danish crowns.",
            [("850 crowns", "850", "DKK"), ("21 billion Danish crowns", "21000000000", "DKK")],
        ),
        ("A beer is 64 Czech crowns, and a seat 40 crowns.", [("64 Czech crowns", "64", "CZK"), ("40 crowns", "40", "CZK")]),
        ("A seat costs 850 crowns.", []),
        ("They dug up 12 crowns.", []),
    ],
)
def test_crowns_are_money_where_the_text_says_whose(text: str, sums: list[tuple[str, str, str]]) -> None:
    assert said(text) == sums


@pytest.mark.parametrize(("words", "value", "currency"), ONE)
def test_an_amount_in_a_sentence(words: str, value: str, currency: str) -> None:
    text = f"The yard put it at {words}, the report says."
    assert said(text) == [(words, value, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "Reach the desk at 212-555-0199 or press@bramlee.example.",
        "See https://bramlee.example/$5/USD20 for more.",
        "Fares rose by 6 per cent.",
        "The team of 12 won the cup.",
        "Some 400 pounds of copper were found.",
        "TOP 10 SUPPLIERS",
        "Losses ran to tens of millions of dollars.",
        "A multi-billion-dollar plan, several million euros.",
        "Twelve millionaire donors came, 12 millionaire donors left.",
        "A$AP is a name, and so is 5G.",
        "All 70 of us met.",
        "The 1080p screen",
        "Sales 2025 RMB'000",
        "It made N95 masks, R2 was 0.9 with R22 gas and N100 on the R4 bus.",
        "COP28 was in the autumn, as COP 30 will be.",
    ],
)
def test_no_amount(text: str) -> None:
    assert said(text) == []


SEVERAL = [
    ("Sales slipped $3.4 million to $18.9 million.", ["3400000", "18900000"]),
    ("Sales rose from $216 million to $293 million.", ["216000000", "293000000"]),
    ("Fees of $3, 4 and 5 million were charged.", ["3000000", "4000000", "5000000"]),
    ("It raised $3.2 and $4.5 million, respectively.", ["3200000", "4500000"]),
    ("It pays $500 and $2 million.", ["500", "2000000"]),
    (
        "It was $12 million, $16 million, and $21 million.",
        ["12000000", "16000000", "21000000"],
    ),
    ("Three $750 cheques and 4 mugs from $289.", ["750", "289"]),
    ("Depot3 20 EUR and Unit 7 25 EUR.", ["20", "25"]),
    ("It gave €1.3 billion to 62 harbour projects.", ["1300000000"]),
    ("10 $ 30 $", ["10", "30"]),
    ("A loss of $1.2 million, versus ($0.4 million).", ["1200000", "-400000"]),
    ("It cost €50 million ($54 million).", ["50000000", "54000000"]),
    ("Sales rose from $300 to $350 million.", ["300000000", "350000000"]),
    ("Sales rose from $900,000 to $1.2 million.", ["900000", "1200000"]),
    ("It cost £30 versus £40 million.", ["30000000", "40000000"]),
    ("It cost $20, $30 and $40 million, respectively.", ["20000000", "30000000", "40000000"]),
    ("It fell from 12 to 8 million euros.", ["12000000", "8000000"]),
    ("It moved from 10 to 20 dollars.", ["10", "20"]),
    ("It took $5 million to 7 million customers.", ["5000000"]),
    ("It gave $5 to 7 million people.", ["5"]),
    ("It raised $5 million - 20 people joined.", ["5000000"]),
    ("A result of –€1.2m, a fund –€3m in all.", ["-1200000", "3000000"]),
    ("A loss of ($5.2 million) and a gain ($2 million).", ["-5200000", "2000000"]),
]


@pytest.mark.parametrize(("text", "values"), SEVERAL)
def test_several_amounts(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in said(text)] == values


def test_a_letter_glued_to_a_small_sum_is_a_currency_where_its_country_is_named() -> None:
    assert said("A fare of R25 in Durban.") == [("R25", "25", "ZAR")]


def test_between_is_one_range_without_the_word() -> None:
    assert said("It should be between $450 million and $475 million.") == [("$450 million and $475 million", "450000000..475000000", "USD")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It had $3 and $4 million in the two years.", [None, 4000000]),
        ("It had $20, $30 and $40 million.", [None, None, 40000000]),
        ("Its price rose from $900 to $1.2 million.", [None, 1200000]),
        ("It pays $250 and $3 million in fees.", [250, 3000000]),
        ("It pays $1.25 and $3 million in fees.", [Decimal("1.25"), 3000000]),
        ("It pays R$ 5mi, €5xy and R$ 500 mi.", [None, None, None]),
        ("It pays R$ 5bi, £950pcm; $5AUD in all; $5k-plus.", [5 * 10**9, 950, 5, 5000]),
    ],
)
def test_an_amount_whose_scale_is_not_told_is_left_open(text: str, values: list[int | None]) -> None:
    found = Findings(text=text)
    annotate(found)
    assert [mention.value for mention in found.money] == values
    assert [caution.code for caution in found.cautions] == ["amount-open"] * values.count(None)


def test_letters_before_a_sign_that_nobody_knows_leave_the_currency_open() -> None:
    found = Findings(text="It cost Qx$5 million.")
    annotate(found)
    assert [(m.value, m.currency) for m in found.money] == [(Decimal(5000000), None)]
    assert [caution.code for caution in found.cautions] == ["currency-open"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("about $5 million", "about"),
        ("up to $2 billion", "at_most"),
        ("at least €3 million", "at_least"),
        ("more than £1m", "more_than"),
        ("$25 million or more", "at_least"),
    ],
)
def test_the_bound_of_an_amount(text: str, bound: str) -> None:
    assert [m.qualifier for m in money(f"It paid {text}.")] == [bound]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Net asset value per unit: $17.05", ["unit"]),
        ("Spending per visitor - $42", ["visitor"]),
        ("Fees per store and month of work: see annex. It paid $42.", [None]),
        ("Earnings per unit were $0.42 (Q2 2024 - $0.39).", ["unit", "unit"]),
        ("Value per unit was $17.05 (1H24: $16.05).", ["unit", "unit"]),
        ("Earnings per unit were $0.42 and the fee in the second quarter of last year had been cut to $0.39.", ["unit", None]),
        (
            "It earned $1.25 per diluted share, up from 98 cents a share.",
            ["share", "share"],
        ),
        ("A dividend of €1.35 per ordinary share and ₹2 per equity share.", ["ordinary share", "equity share"]),
        ("Crude settled at $45/barrel.", ["barrel"]),
        ("Power costs $46.41 per MWh.", ["MWh"]),
        ("Rent is HK$480 per sq. ft. here.", ["sq. ft."]),
        ("Rent is $25/sq ft here, $45/barrel oil.", ["sq ft", "barrel"]),
        ("It burns €85k a month.", ["month"]),
        ("It sells for 2 cents a loaf.", ["loaf"]),
        ("A 12-cent-a-share payout.", ["share"]),
        ("Diluted EPS came to $0.41, compared to $(0.06).", ["share", "share"]),
        ("Earnings per share of €3.41 (2024: €3.03).", ["share", "share"]),
        ("Revenue per user rose to $11.", ["user"]),
        ("Net income was $412.7 million, or $1.23 per share.", [None, "share"]),
        ("It paid $5 million a former partner had lent.", [None]),
        ("It spends $10,000 each in 2017 and 2018.", [None]),
        ("Revenue was $5 million.", [None]),
    ],
)
def test_the_unit_of_a_price(text: str, units: list[str | None]) -> None:
    assert [m.per for m in money(text)] == units


def test_a_point_that_may_group_or_part_decimals_leaves_the_amount_open() -> None:
    found = Findings(text="The yard put it at EUR 1.250 in all.")
    annotate(found)
    assert [(m.value, m.low, m.currency) for m in found.money] == [(None, None, "EUR")]
    assert [caution.code for caution in found.cautions] == ["amount-open"]


def test_an_article_that_groups_by_points_does_so_throughout() -> None:
    assert [value for _, value, _ in said("It paid €1.250 and €3.400,50 for them.")] == ["1250", "3400.5"]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Sales were $102 million a year ago.", None),
        ("$3 million a year earlier", None),
        ("$3 million a year", "year"),
        ("Shares fell 3 per cent to $41.07.", None),
    ],
)
def test_a_time_behind_an_amount_is_no_unit_of_a_price(text: str, per: str | None) -> None:
    found = Findings(text)
    annotate(found)
    assert [m.per for m in found.money] == [per]

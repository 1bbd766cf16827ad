"""Which dollar, yen, krone it is, pairs in two currencies, and the headers of tables."""

from __future__ import annotations

import pytest

from extractor.findings import Findings
from extractor.lexicon import rows
from extractor.money.component import annotate
from extractor.money.context import Context
from extractor.money.match import find
from extractor.money.resolve import currencies as resolved
from extractor.money.tables import declaration
from extractor.numbers import scan


def currencies(text: str) -> list[tuple[str | None, bool]]:
    found = Findings(text=text)
    annotate(found)
    return [(m.currency, m.currency_certain) for m in found.money]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It paid $5.", ("USD", False)),
        ("It paid US$5.", ("USD", True)),
        ("Amounts are expressed in Canadian dollars. It paid $5.", ("CAD", False)),
        ("(Expressed in Hong Kong dollars) It paid $5.", ("HKD", False)),
        ("Sydney is where it paid $5.", ("USD", False)),
        ("The maker in Tokyo paid ¥6bn.", ("JPY", False)),
        ("The maker in Shenzhen paid ¥6bn.", ("CNY", False)),
        ("It paid ¥6bn.", ("JPY", False)),
        ("The Oslo yard paid kr 500 million.", ("NOK", False)),
        ("The Stockholm yard paid 500 million kr.", ("SEK", False)),
        ("The yard paid kr 500 million.", (None, False)),
        ("The Manila yard paid 300 pesos.", ("PHP", False)),
        ("It paid 300 pesos.", (None, False)),
        ("The Swiss yard paid 20 million francs.", ("CHF", False)),
        ("It paid 35 lakh rupees.", ("INR", False)),
        ("The Karachi mill paid Rs 500.", ("PKR", False)),
    ],
)
def test_a_shared_sign_is_read_by_its_article(text: str, expected: tuple[str | None, bool]) -> None:
    assert currencies(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The ticket cost €5. Coins go from 50 cents to 9.70 dollars.", ["EUR", "USD", "USD"]),
        ("The ticket cost €5. Prices were between 50 cents and 9.70 dollars.", ["EUR", "USD"]),
        ("The ticket cost $5. Prices range from 50 cents to 4 euros.", ["USD", "EUR"]),
        ("The ticket cost €5. Bread cost 50 cents. A meal cost 9 dollars.", ["EUR", "EUR", "USD"]),
        ("The ticket cost €5. Bread went from 9.70 dollars to 50 cents.", ["EUR", "USD", "USD"]),
    ],
)
def test_cents_are_those_of_the_sum_that_they_change_to(text: str, codes: list[str]) -> None:
    assert [code for code, _ in currencies(text)] == codes


OTTAWA = "OTTAWA, Nov. 4, 2025 (Newswire) -- "
TORONTO = "TORONTO, Nov. 4, 2025 (Newswire) -- Quillby Mines (TSX: QBY) "


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # a statement decides
        ("We report in Canadian dollars. It paid $5.", ["CAD"]),
        ("The yard reports its results in Australian dollars. It paid $5.", ["AUD"]),
        ("All amounts are in A$ unless stated. It paid $5.", ["AUD"]),
        ('References to "$" are to New Zealand dollars. It paid $5.', ["NZD"]),
        ("(All dollars are Canadian unless noted) It paid $5.", ["CAD"]),
        ("(in thousands of Canadian dollars) It paid $5.", ["CAD"]),
        (f"{TORONTO}paid $5. All amounts are in U.S. dollars.", ["USD"]),
        ("References to C$ are to Canadian dollars. It paid $5.", ["USD"]),
        ("It saved homes millions of Australian dollars and paid $5.", ["USD"]),
        ("Loans denominated in Canadian dollars rose. It paid $5.", ["USD"]),
        # the same sum said with its letters
        (f"{TORONTO}raised US$45.2 million. The $45.2 million brings C$3.00 a unit.", ["USD", "USD", "CAD"]),
        (f"{TORONTO}raised US$45.2 million and $47 million.", ["USD", "CAD"]),
        ("It paid A$1.25 million, and the $1.25 million is gone.", ["AUD", "AUD"]),
        # its own dollar beside the plain one
        (f"{OTTAWA}Fern Bank got C$12.5 million and spent $250,000.", ["CAD", "CAD"]),
        (f"{OTTAWA}The Government of Canada spent $250,000.", ["CAD"]),
        (f"{OTTAWA}Fern Bank spent $250,000.", ["USD"]),
        (f"{OTTAWA}Fern Bank of Canada sold $250,000 in the United States.", ["USD"]),
        ("NEW YORK, Nov. 4, 2025 (Newswire) -- Fern Bank got C$12.5 million and spent $3 million.", ["CAD", "USD"]),
        ("COPENHAGEN/SINGAPORE, Nov. 4, 2025 (Newswire) -- Fern Line lost $3 million.", ["USD"]),
        ("SINGAPORE, Nov. 4, 2025 (Newswire) -- Fern Line of Singapore lost $3 million.", ["SGD"]),
        ("TAIPEI, Nov. 4, 2025 (Newswire) -- Fern Bank of Taiwan got NT$12.5 million and $3 million.", ["TWD", "USD"]),
        # the article opens with the letters and leaves them out afterwards
        ("It is worth A$62 million in cash and a further $8 million.", ["AUD", "AUD"]),
        ("It is worth A$62 million ($41 million), and costs $7 million.", ["AUD", "USD", "USD"]),
        ("It is worth A$62 million, US$3 million and $8 million.", ["AUD", "USD", "USD"]),
        ("It is worth A$62 million, C$3 million and $8 million.", ["AUD", "CAD", "USD"]),
        ("It is worth $62 million, and A$3 million.", ["USD", "AUD"]),
        ("The American buyer pays A$62 million and $8 million.", ["AUD", "USD"]),
        ("LONDON, Nov. 4, 2025 (Newswire) -- Fern pays A$62 million and $8 million.", ["AUD", "USD"]),
        # words beside it
        ("It paid CAD $3 million and Cdn. $4 million.", ["CAD", "CAD"]),
        ("It paid $3 million in Australian dollars, $4 million New Zealand dollars.", ["AUD", "NZD"]),
        ("It paid $3 million (CAD), $4 million (US) and $5 million (rounded).", ["CAD", "USD", "USD"]),
        ("It paid $3 million Canadian, or $2 million Canadian money.", ["CAD", "USD"]),
        # given once more in brackets
        (f"{TORONTO}paid C$1.6 billion ($1.2 billion).", ["CAD", "USD"]),
        ("It paid US$1.2 billion ($1.6 billion).", ["USD", None]),
        (f"{TORONTO}paid C$1.6 billion ($1.5 billion).", ["CAD", "CAD"]),
    ],
)
def test_a_plain_dollar_is_read_by_the_evidence_of_its_article(text: str, codes: list[str | None]) -> None:
    assert [code for code, _ in full(text)] == codes


def full(text: str) -> list[tuple[str | None, bool]]:
    found = Findings.of(text)
    annotate(found)
    return [(m.currency, m.currency_certain) for m in found.money]


def test_cents_are_those_of_the_money_around_them() -> None:
    assert [code for code, _ in currencies("Bread at €4 costs 2 cents more.")] == [
        "EUR",
        "EUR",
    ]


def test_a_local_issuer_sets_its_dollars_apart_from_us_dollars() -> None:
    text = "TORONTO, March 3, 2025 (Newswire) -- Quillby Mines (TSX: QBY) paid $5 million (US$3.6 million) for it."
    assert [code for code, _ in currencies(text)] == ["CAD", "USD"]


@pytest.mark.parametrize(
    ("ticker", "code"),
    [("ASX: QLM", "AUD"), ("NYSE: QLM", "USD"), ("ASX: QLM; NYSE: QLM", "USD")],
)
def test_dateline_and_exchange_alike_say_where_a_dollar_is_at_home(ticker: str, code: str) -> None:
    text = f"SYDNEY, 5 August 2025 (Newswire) -- Quoll Metals Ltd ({ticker}) raised $12 million from its holders."
    context = Context(text, "SYDNEY")
    found = find(text, scan(text))
    assert resolved(text, found, context) == [code]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("It paid €500 million ($545 million) for it.", True),
        ("It paid RMB 310 million (approximately US$48 million) for it.", True),
        ("It paid €500 million and $545 million for them.", False),
        ("It paid $500 million ($45 million in 2020) for it.", False),
    ],
)
def test_one_amount_in_two_currencies_is_linked(text: str, linked: bool) -> None:
    found = Findings(text=text)
    annotate(found)
    assert (found.money[1].equivalent_to is found.money[0]) is linked


TABLE = """(in millions, except per share data)
                      2025      2024
Revenue             $ 1,234   $ 1,100
Operating loss      $  (12)   $   (15)
Earnings per share:
  Basic              $ 0.53    $ 0.48
  Diluted            $ 0.52    $ 0.47

Revenue in the quarter came to $5 and more, said the chair, who had asked for it at the meeting in the spring of the year.
"""


def test_a_table_s_header_gives_scale_to_its_rows_and_not_to_prices() -> None:
    found = Findings(text=TABLE)
    annotate(found)
    assert [(f"{m.value:f}", m.per) for m in found.money] == [
        ("1234000000", None),
        ("1100000000", None),
        ("-12000000", None),
        ("-15000000", None),
        ("0.53", "share"),
        ("0.48", "share"),
        ("0.52", "share"),
        ("0.47", "share"),
        ("5", None),
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Part of it comes from the Orrel Trust\n($9.7 million), the rest from sales.", "9700000"),
        ("Result   ($9.7 million)   $8.1 million", "-9700000"),
        ("($9.7 million)\n", "-9700000"),
        ("Result | ($9.7 million) | $8.1 million", "-9700000"),
        ("Result\t($9.7 million)*\t$8.1 million", "-9700000"),
    ],
)
def test_brackets_are_a_minus_in_a_cell_and_not_where_a_wrapped_line_begins(text: str, amount: str) -> None:
    found = Findings(text=text)
    annotate(found)
    assert f"{found.money[0].value:f}" == amount


def test_bullets_under_a_table_are_none_of_its_rows() -> None:
    found = Findings(
        text="£ million     2026     2025\nRevenue      £142.6   £134.9\n\n•      Spend per visit rose to £11.83\n•      Three shops opened for £2\n"
    )
    annotate(found)
    assert [f"{m.value:f}" for m in found.money] == ["142600000", "134900000", "11.83", "2"]


def test_a_heading_over_a_column_names_the_unit() -> None:
    found = Findings(text="Region     Growth    Revenue per member\nNorth        +6%       $11.42\nSouth        +9%       $8.07\n")
    annotate(found)
    assert [m.per for m in found.money] == ["member", "member"]


def test_a_row_s_label_gives_its_own_scale() -> None:
    found = Findings(text="| Metric | Q3 2025 |\n| Revenue ($M) | $412.5 |\n| EPS | $0.52 |\n")
    annotate(found)
    assert [(f"{m.value:f}", m.per) for m in found.money] == [
        ("412500000", None),
        ("0.52", "share"),
    ]


@pytest.mark.parametrize(
    ("line", "scale", "currency"),
    [
        ("(in millions, except per share data)", 1000000, None),
        ("(Unaudited; in thousands of U.S. dollars)", 1000, "USD"),
        ("($ in thousands)", 1000, "USD"),
        ("RMB'000", 1000, "CNY"),
        ("                 HK$’000      HK$’000", 1000, "HKD"),
        ("In € million          2025     2024", 1000000, "EUR"),
        ("(HK$ million)", 1000000, "HKD"),
        ("(expressed in millions of Canadian dollars)", 1000000, "CAD"),
    ],
)
def test_a_header_declares_scale_and_currency(line: str, scale: int, currency: str | None) -> None:
    said = declaration(line)
    assert said is not None
    assert said.scale == scale
    assert (said.mark.default if said.mark else None) == currency


@pytest.mark.parametrize(
    "line",
    [
        "It is found in millions of homes across the land.",
        "Sales were € million short.",
        "Revenue      1,234      1,100",
        "It cost US$450 million",
    ],
)
def test_running_text_declares_nothing(line: str) -> None:
    assert declaration(line) is None


def test_every_row_of_the_currency_table_has_an_id_of_its_own() -> None:
    every = [row["id"] for name in ("currencies.csv", "additions.csv") for row in rows("extractor.money", name)]
    assert len(every) == len(set(every))


def test_the_generated_table_is_what_babel_gives(tmp_path: object) -> None:
    pytest.importorskip("babel")
    from extractor.money import generate_currencies

    codes = {row["form"] for row in rows("extractor.money", "currencies.csv") if row["kind"] == "code"}
    assert codes == set(generate_currencies.in_use())

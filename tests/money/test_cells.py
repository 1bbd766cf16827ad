"""Bare amounts of tables whose header declares currency and scale, and what in such tables is none."""

from __future__ import annotations

import pytest

from extractor.findings import Findings
from extractor.money.component import annotate
from extractor.money.tables import declaration


def amounts(text: str) -> list[str]:
    """Each amount as "value CURRENCY/unit"."""
    found = Findings.of(text)
    annotate(found)
    assert all(text[m.start : m.end].strip("(-)–$€ ") for m in found.money)
    return [f"{'open' if m.value is None else format(m.value, 'f')} {m.currency}{'/' + m.per if m.per else ''}" for m in found.money]


YEARS = "                         2025      2024\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Sales                   1,234     1,100", ["1234000000 EUR", "1100000000 EUR"]),
        ("Net loss                  (12)      -15", ["-12000000 EUR", "-15000000 EUR"]),
        ("Net debt*                45.1*     40.2", ["45100000 EUR", "40200000 EUR"]),
        ("Sales                   1 512     1 498", ["1512000000 EUR", "1498000000 EUR"]),
        ("Loans to customers        900       870", ["900000000 EUR", "870000000 EUR"]),
        ("Gross margin            5,345     5,112", ["5345000000 EUR", "5112000000 EUR"]),
        ("Earnings per share       1.23      1.10", ["1.23 EUR/share", "1.1 EUR/share"]),
        ("EPS (NOK)                1.23      1.10", ["1.23 NOK/share", "1.1 NOK/share"]),
        ("EPS (RMB cents)          12.3      11.0", ["0.123 CNY/share", "0.11 CNY/share"]),
        ("Dividend (pence)         12.5      11.0", ["0.125 GBP", "0.11 GBP"]),
        ("Sales ($M)              412.5     398.1", ["412500000 USD", "398100000 USD"]),
        # rows without amounts
        ("EBITDA margin            25.3      25.5", []),
        ("Equity ratio, %          45.1      44.0", []),
        ("Tax rate (%)             21.5      22.0", []),
        ("Energy sold (GWh)         312       280", []),
        ("Average number of shares 312       280", []),
        ("Employees at year end   3,200     3,100", []),
        ("Sales volume              312       280", []),
        ("n/a                        –        n/m", []),
        ("2026                      312       280", []),
    ],
)
def test_the_rows_of_a_table_in_millions_of_euros(row: str, expected: list[str]) -> None:
    assert amounts(f"Figures (in millions of euros)\n\n{YEARS}{row}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "| NOK millions | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Sales | 1,234 | 1,100 |\n",
        "NOK million\tQ3 2025\tQ3 2024\nSales\t1,234\t1,100\n",
        "Amounts in NOK millions\n\n| Item | 2025 | 2024 | Change |\n|---|---|---|---|\n| Sales | 1,234 | 1,100 | 12.2 |\n",
        "MNOK          2025    2024   y/y\nSales        1,234   1,100  12.2\n",
        "Sales in the year (NOK million)\n\n             Note   2025    2024\nSales          3   1,234   1,100\n",
        "(Millions of Norwegian kroner)\n\n          Nine months      Change\n          2025    2024\nSales    1,234   1,100       134\n",
        "(in NOK millions)\n\n          2025    2024\nASSETS\nCurrent assets:\nSales    1,234   1,100\n",
        "Segment (NOK m)   Sales   Orders   EBITDA margin   Employees\nNorth            1,234    1,100             8.8       3,200\n",
    ],
)
def test_a_header_governs_the_amounts_of_its_table_alone(text: str) -> None:
    assert amounts(text) == ["1234000000 NOK", "1100000000 NOK"]


def test_a_table_with_a_heading_and_columns_of_its_own_is_not_governed_by_the_one_before() -> None:
    first = "Figures (EUR million)\n\nItem         2025    2024\nSales       1,234   1,100\n"
    assert amounts(f"{first}\nOperations\n\nItem         2025    2024\nNorth yard    312     280\n") == ["1234000000 EUR", "1100000000 EUR"]


@pytest.mark.parametrize("row", ["Growth                   2.1%      3.4%", "Dividend                €0.90     €0.80"])
def test_bare_cells_beside_marked_ones_are_no_amounts(row: str) -> None:
    table = f"Figures (EUR million)\n\n{YEARS}Sales                   1,234     1,100\n"
    assert len(amounts(table)) == 2
    assert not [amount for amount in amounts(f"{table}{row}\n") if amount.startswith("1")]


@pytest.mark.parametrize(
    ("heading", "row", "read"),
    [
        ("Change", "| Costs | 312 | 280 | 11.4% |", True),
        ("% chg", "| Margin | 12.1% | 11.0% | n/a |", True),
        ("Outlook", "| Costs | 312 | 280 | 11.4% |", False),
        ("Change", "| Costs | 312 | 280% | 11.4% |", False),
        ("Change", "| Dividend | €0.90 | 0.80 | 12.5% |", False),
    ],
)
def test_percentages_in_a_column_or_row_of_their_own_leave_the_cells_of_a_piped_table_amounts(
    heading: str, row: str, *, read: bool
) -> None:
    table = f"All figures in € million\n\n| Item | 2025 | 2024 | {heading} |\n|---|---|---|---|\n| Sales | 1,234 | 1,100 | 12.2% |\n{row}\n"
    assert ("1234000000 EUR" in amounts(table)) is read


def test_the_same_table_set_by_blanks_has_no_amounts_beside_its_percentages() -> None:
    assert amounts("All figures in € million\n\nItem        2025    2024   Change\nSales      1,234   1,100    12.2%\n") == []


def test_a_year_before_the_currency_of_a_column_is_no_amount() -> None:
    table = "| | 2025 C$ millions | Q3 2024 C$ millions |\n|---|---|---|\n| Sales | 512.3 | 480.1 |\n"
    assert amounts(table) == ["512300000 CAD", "480100000 CAD"]
    assert amounts("Tarn paid 2025 C$ million and 7 € millions.") == ["2025000000 CAD", "7000000 EUR"]


def test_a_table_in_no_currency_has_no_amounts() -> None:
    assert amounts(f"(in millions)\n\n{YEARS}Sales                   1,234     1,100\n") == []


def test_a_point_in_a_cell_that_may_group_leaves_the_amount_open() -> None:
    table = f"Figures (EUR million)\n\n{YEARS}Sales                   1.234       312\n"
    assert amounts(table) == ["open EUR", "312000000 EUR"]
    assert amounts(f"{table}Costs                   1.100,5     280\n")[0] == "1234000000 EUR"


@pytest.mark.parametrize(
    ("line", "scale", "currency"),
    [
        ("(in thousands of PLN)", 1000, "PLN"),
        ("(Billions of yen)", 10**9, "JPY"),
        ("(Unit: million yen)", 10**6, "JPY"),
        ("SEK M", 10**6, "SEK"),
        ("TEUR", 1000, "EUR"),
        ("T€", 1000, "EUR"),
        ("kSEK     Q3", 1000, "SEK"),
        ("US$ 000s", 1000, "USD"),
        ("($000s, except per unit amounts)", 1000, "USD"),
        ("| C$ millions | 2025 |", 10**6, "CAD"),
        ("| | 2025 C$ millions |", 10**6, "CAD"),
        ("(₹ in lakhs)", 10**5, "INR"),
        ("₹ crore", 10**7, "INR"),
        ("All amounts in EUR", 1, "EUR"),
    ],
)
def test_what_a_header_declares(line: str, scale: int, currency: str) -> None:
    declared = declaration(line)
    assert declared is not None
    assert declared.mark is not None
    assert (declared.scale, declared.mark.currencies[0]) == (scale, currency)


@pytest.mark.parametrize(
    "line",
    [
        "We served one in millions of homes.",
        "(in millions of shares)",
        "in thousands of tonnes",
        "The fund has $ 5",
        "He paid EUR 5 million",
        "Million Homes Plan",
    ],
)
def test_a_line_that_declares_no_currency(line: str) -> None:
    declared = declaration(line)
    assert declared is None or declared.mark is None


@pytest.mark.parametrize("scale", ["£000", "£ 000", "£'000", "£000s"])
def test_a_scale_over_the_columns_is_no_amount_but_what_they_are_counted_in(scale: str) -> None:
    table = f"                    2025      2024\n                    {scale:10}{scale}\nRevenue           12,345    11,230\nDividend            4.5p      4.1p\n"
    assert amounts(table) == ["12345000 GBP", "11230000 GBP", "0.045 GBP", "0.041 GBP"]


def test_nought_and_a_thousand_are_amounts() -> None:
    assert amounts("Tarn paid £0 in 2024, £0.00 in 2025 and £1,000 in 2026.") == ["0 GBP", "0 GBP", "1000 GBP"]


def test_the_scale_of_a_row_is_its_own() -> None:
    table = f"{YEARS}Rents of all ($000)     $12,410   $11,902\nMonthly rent            $ 1,412   $ 1,377\n"
    assert amounts(table) == ["12410000 USD", "11902000 USD", "1412 USD", "1377 USD"]


def test_the_unit_in_a_rows_label_is_that_of_all_its_cells() -> None:
    table = f"{YEARS}Rent per square foot     $22.40   $21.80\nRent per unit            $1,412   $1,377\nRents                   $41.2m   $40.1m\n"
    assert amounts(table) == [
        "22.4 USD/square foot",
        "21.8 USD/square foot",
        "1412 USD/unit",
        "1377 USD/unit",
        "41200000 USD",
        "40100000 USD",
    ]


def test_the_row_below_gives_no_currency_to_the_last_cell() -> None:
    assert amounts("Currency     Average     Closing\nEUR/USD         1.12        1.15\nGBP/USD         1.30        1.33\n") == []
    assert amounts("The price of it came to 1.15\nGBP in all of last year.") == ["1.15 GBP"]


@pytest.mark.parametrize("note", ["", "   8"])
def test_the_unit_of_a_row_is_that_of_its_parts_and_of_no_more(note: str) -> None:
    table = f"""Results of Tarn Holdings

                               Notes       2025       2024
                                       HK$'000    HK$'000
Earnings per share (HK cents)  {note}
  - Basic                                  9.81       8.12
  - Diluted                                9.80       8.11
Sales                                     1,204      1,118
"""
    assert amounts(table) == ["0.0981 HKD/share", "0.0812 HKD/share", "0.098 HKD/share", "0.0811 HKD/share", "1204000 HKD", "1118000 HKD"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Realized price (US$/oz)", ["3342 USD/oz", "2486 USD/oz"]),
        ("Realized price (US$ per oz)", ["3342 USD/oz", "2486 USD/oz"]),
        ("Rent (US$ per sq m)    ", ["3342 USD/sq m", "2486 USD/sq m"]),
        ("Haulage (C$/t)         ", ["3342 CAD/t", "2486 CAD/t"]),
        ("Realized price (oz/day)", ["3342 CAD", "2486 CAD"]),
        ("Price and/or cost      ", ["3342 CAD", "2486 CAD"]),
    ],
)
def test_a_label_names_the_currency_of_its_row(label: str, expected: list[str]) -> None:
    text = f"Mill results of Tarn, in C$\n\nAll dollar amounts are in Canadian dollars.\n\n                            2025      2024\n{label}   $3,342    $2,486\n"
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Realized price (US$/oz)     3,342      2,486", ["3342 USD/oz", "2486 USD/oz"]),
        ("Cash cost (USD per tonne)   3,342      2,486", ["3342 USD/tonne", "2486 USD/tonne"]),
        ("Head grade (g/t Au)          4.71       4.60", []),
        ("Energy used (GJ/t)           4.71       4.60", []),
    ],
)
def test_a_unit_in_a_label_goes_before_the_scale_of_the_header(row: str, expected: list[str]) -> None:
    assert amounts(f"Results\n(in millions of euros)\n\n                            2025       2024\n{row}\n") == expected

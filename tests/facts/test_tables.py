"""Tables printed in text: measure from the row, period from the column, changes from theirs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

DATED = """Tarn plc results

(in millions, except per share data)
                        2025      2024      Change
Total revenue          $ 310.5   $ 290.1    +7.0%
Net income (loss)         12.4     (3.2)
Diluted EPS            $ 0.31    $ (0.08)
"""

REGIONS = """Members

Region               Fee revenue    y/y
Northern Isles         $11.42      +6%
Southern Isles          $8.07     -19%
"""


def _find(facts: list[dict[str, Any]], **want: str) -> dict[str, Any]:
    return next(fact for fact in facts if all(fact[key] == value for key, value in want.items()))


def test_two_years_and_a_change(told: Callable[..., list[dict[str, Any]]]) -> None:
    fact = _find(told(DATED), measure="Total revenue", period="2025")
    assert (fact["value"], fact["previous"], fact["by"], fact["direction"]) == ("$ 310.5", "$ 290.1", "+7.0%", "up")


def test_the_earlier_year_is_what_the_later_one_is_compared_with_and_no_statement_of_its_own(read: Callable[..., Any]) -> None:
    """With changes printed or without; bare cells beside marked ones are no amounts (decision on the gold)."""
    told_rows = [("Total revenue", "2025", "$ 310.5", "$ 290.1"), ("Diluted EPS", "2025", "$ 0.31", "$ (0.08)")]
    assert _rows(read(DATED)) == told_rows
    assert _rows(read(DATED.replace("      Change", "").replace("    +7.0%", ""))) == told_rows


def test_of_three_years_without_a_change_each_is_told(read: Callable[..., Any]) -> None:
    text = """Tarn plc results

                    2025      2024      2023
Revenue           $ 310.5   $ 290.1   $ 288.8
"""
    assert _rows(read(text)) == [
        ("Revenue", "2025", "$ 310.5", "$ 290.1"),
        ("Revenue", "2024", "$ 290.1", "$ 288.8"),
        ("Revenue", "2023", "$ 288.8", None),
    ]


def test_only_the_year_next_to_the_latest_is_what_is_compared_with(read: Callable[..., Any]) -> None:
    text = """Tarn plc results

                    2025      2024      2023    Change
Revenue           $ 310.5   $ 290.1   $ 288.8    +7.0%
Margin              12.0%             $  11.0
"""
    assert _rows(read(text)) == [
        ("Revenue", "2025", "$ 310.5", "$ 290.1"),
        ("Revenue", "2023", "$ 288.8", None),
        ("Margin", "2025", "12.0%", None),
        ("Margin", "2023", "$  11.0", None),
    ]


def test_a_bare_row_that_prints_its_change_is_told_by_that(read: Callable[..., Any]) -> None:
    """Decision on the gold: bare numbers in tables are no amounts."""
    found = read(DATED.replace("Diluted EPS", "Gross profit             80.4      79.9    +0.6%\nDiluted EPS"))
    change = next(fact for fact in found.facts if fact.measure.of(found.text) == "Gross profit")
    assert (change.value, change.by.value, change.direction) == (None, Decimal("0.6"), "up")
    assert [money.value for money in found.money] == [310_500_000, 290_100_000, Decimal("0.31"), Decimal("-0.08")]


def test_measure_from_the_heading_where_rows_are_things(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told(REGIONS)
    assert _find(facts, value="$8.07")["measure"] == "Fee revenue"
    assert _find(facts, value="$8.07")["subject"] == "Southern Isles"
    assert _find(facts, by="-19%")["direction"] == "down"


ALONE = DATED.replace("Tarn plc results\n\n", "").replace("      Change", "").replace("    +7.0%", "")


def test_a_table_that_is_all_of_the_text_tells_both_years_and_its_bare_cells(read: Callable[..., Any]) -> None:
    found = read(ALONE)
    rows = {
        (fact.measure.of(found.text), fact.period.value): (fact.value.value, fact.previous and fact.previous.value) for fact in found.facts
    }
    assert rows == {
        ("Total revenue", "2025"): (310_500_000, 290_100_000),
        ("Total revenue", "2024"): (290_100_000, None),
        ("Net income (loss)", "2025"): (12_400_000, -3_200_000),
        ("Net income (loss)", "2024"): (-3_200_000, None),
        ("Diluted EPS", "2025"): (Decimal("0.31"), Decimal("-0.08")),
        ("Diluted EPS", "2024"): (Decimal("-0.08"), None),
    }


@pytest.mark.parametrize(
    "text",
    [
        ALONE.replace("$", " "),
        ALONE.replace("Net income (loss)", "Number of shares "),
        ALONE.replace("(3.2)", "(3.2)     n/a").replace(
            "Net income (loss)         12.4     (3.2)", "Net income (loss)         12.4      3.2  +9.0%"
        ),
        "                  2025          2024\nRevenue          6,830         5,981\nDividend     HK5 cents     HK4 cents\n",
        "              H1 2025      H1 2024\nLoans ($ billions)   $41.2     $40.8\nSales           4,108        4,122\n",
        "              H1 2025      H1 2024\nCosts           $4.1         $4.0\n              Q1 2025      Q1 2024\nSales           4,108        4,122\n",
    ],
)
def test_what_says_nothing_of_a_columns_bare_cells(read: Callable[..., Any], text: str) -> None:
    assert [money.value for money in read(text).money if money.found_by == "facts.column"] == []


GROUPS = """Tarn plc results

(in millions)
                          Three Months Ended        Nine Months Ended
                             September 30,             September 30,
                           2025        2024          2025        2024
Net sales                $ 812.4     $ 774.1      $ 2,401.7   $ 2,290.3
Selling, general and administrative
  expenses (1)           $ 150.3     $ 148.0      $   450.1   $   441.9
ASSETS
Net cash and equivalents  $ 12.0     $   9.0      $    12.0   $     9.0
"""


def _rows(found: Any) -> list[tuple[str, str | None, str | None, str | None]]:
    """Measure, period's value, value and previous value of each statement, as words."""
    return [
        (
            " ".join(fact.measure.of(found.text).split()),
            fact.period.value if fact.period else None,
            found.text[fact.value.start : fact.value.end] if fact.value else None,
            found.text[fact.previous.start : fact.previous.end] if fact.previous else None,
        )
        for fact in found.facts
    ]


def test_groups_of_columns_have_the_period_of_their_group(read: Callable[..., Any]) -> None:
    rows = _rows(read(GROUPS))
    assert rows[:4] == [
        ("Net sales", "2025-07-01/2025-09-30", "$ 812.4", "$ 774.1"),
        ("Net sales", "2025-01-01/2025-09-30", "$ 2,401.7", "$ 2,290.3"),
        ("Selling, general and administrative expenses", "2025-07-01/2025-09-30", "$ 150.3", "$ 148.0"),
        ("Selling, general and administrative expenses", "2025-01-01/2025-09-30", "$   450.1", "$   441.9"),
    ]
    assert rows[4][0] == "Net cash and equivalents"


def test_a_period_that_the_text_names_is_the_columns(read: Callable[..., Any]) -> None:
    found = read("Tarn plc spoke of the three months ended September 30, 2025.\n\n" + GROUPS)
    period = found.facts[0].period
    assert found.text[period.start : period.end].endswith("three months ended September 30, 2025")
    assert [date.value for date in found.dates if found.text[date.start : date.end] == "2025"] == ["2025", "2025-01-01/2025-09-30"]


@pytest.mark.parametrize(
    ("head", "period", "earlier"),
    [
        ("Six months ended 30 June\n                    2025        2024", "2025-01-01/2025-06-30", True),
        ("Six months ended 30 June 2025\n                    2025        2024", "2025-01-01/2025-06-30", True),
        ("Jul-Sep     Jul-Sep\n                    2025        2024", "2025-07/2025-09", True),
        ("June 30,    December 31,\n                    2025        2024", "2025-06-30", True),
        ("Q2 2025     Q1 2025", "2025-Q2", True),
        ("Q2 2025     FY 2024", "2025-Q2", False),  # a quarter is not compared with a year
        ("FY2025      FY2024", "FY2025", True),
        ("30 June 2025    31 Dec 2024", "2025-06-30", True),  # "Dec" is no decrease
        ("YTD 2025    YTD 2024", None, False),  # the year alone would be wrong
        ("9M 2025     9M 2024", "2025-01-01/2025-09-30", True),
        ("Six months\n                    2025        2024", None, False),
    ],
)
def test_periods_of_columns(read: Callable[..., Any], head: str, period: str | None, earlier: bool) -> None:
    first = _rows(read(f"Tarn plc results\n\n                    {head}\nRevenue            $ 310.5     $ 290.1\n"))[0]
    assert (first[1], first[3]) == (period, "$ 290.1" if earlier else None)


MARKDOWN = """# Tarn plc results

| Metric | Q2 2025 | Q2 2024 | Change |
|---|---|---|---|
| Revenue | $45.2M | $38.9M | +16% |
| Gross margin | 71.2% | 69.8% | +1.4 pp |
| Net loss | $(4.1)M | $(6.3)M | 35% |
| Adjusted EBITDA | $2.2 million | $(1.0) million | n.m. |
"""


@pytest.mark.parametrize("text", [MARKDOWN, MARKDOWN.replace("|---|---|---|---|\n", "").replace("| ", "\t").replace(" |", "")])
def test_pipes_and_tabs_part_columns_whatever_their_width(told: Callable[..., list[dict[str, Any]]], text: str) -> None:
    told_rows = [(fact["measure"], fact["value"], fact["previous"], fact["direction"], fact["by"], fact["period"]) for fact in told(text)]
    assert told_rows == [
        ("Revenue", "$45.2M", "$38.9M", "up", "+16%", "Q2 2025"),
        ("Gross margin", "71.2%", "69.8%", "up", "+1.4 pp", "Q2 2025"),
        ("Net loss", "$(4.1)M", "$(6.3)M", "down", "35%", "Q2 2025"),
        ("Adjusted EBITDA", "$2.2 million", "$(1.0) million", "up", None, "Q2 2025"),
    ]


def test_an_empty_cell_moves_no_column(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "# Tarn plc\n\n| Item | 2025 | 2024 | Change |\n|---|---|---|---|\n| Revenue | | $38.9M | |\n| Profit | $4M | | 5% |\n"
    told_rows = [(fact["measure"], fact["value"], fact["previous"], fact["by"], fact["period"]) for fact in told(text)]
    assert told_rows == [("Revenue", "$38.9M", None, None, "2024"), ("Profit", "$4M", None, "5%", "2025")]


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("Net debt (1)", "Net debt"),
        ("Net debt*", "Net debt"),
        ("Revenue ($ million)", "Revenue"),
        ("EBITA margin, %", "EBITA margin"),
        ("Earnings per share, SEK", "Earnings per share"),
        ("Diluted earnings (loss) per share", "Diluted earnings (loss) per share"),
        ("Net income (loss)", "Net income (loss)"),
        ("Loans, net of allowance", "Loans, net of allowance"),
    ],
)
def test_units_and_notes_are_no_part_of_the_measure(told: Callable[..., list[dict[str, Any]]], label: str, measure: str) -> None:
    facts = told(f"Tarn plc results\n\n                                         2025        2024\n{label:40} $ 310.5     $ 290.1\n")
    assert {fact["measure"] for fact in facts} == {measure}


def test_rows_that_name_a_part_belong_to_the_measure_above(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc results

                      2025      2024     Change
Sales                $8,420    $8,230     +2.3%
  Drives             $4,360    $4,148     +5.1%
Earnings per share
  - Basic             $2.31     $1.98
  - Diluted           $2.30     $1.97
EBIT                   $911      $840     +8.5%
Bridges                $100       $90
"""
    assert [(fact["measure"], fact["subject"]) for fact in told(text) if fact["period"] == "2025"] == [
        ("Sales", None),
        ("Sales", "Drives"),
        ("Earnings per share", "Basic"),
        ("Earnings per share", "Diluted"),
        ("EBIT", None),
        ("Bridges", None),
    ]


@pytest.mark.parametrize("head", ["2026 Guidance             2025 Actual", "2025 Actual               2026 Guidance"])
def test_guidance_is_what_is_told_and_the_year_that_has_been_is_what_it_is_compared_with(
    told: Callable[..., list[dict[str, Any]]], head: str
) -> None:
    cells = ["$1.20 to $1.25 billion", "$1.12 billion"] if head.startswith("2026") else ["$1.12 billion", "$1.20 to $1.25 billion"]
    text = f"Tarn plc results\n\nOutlook\n\n                     {head}\nRevenue              {cells[0]:25} {cells[1]}\n"
    assert [(fact["value"], fact["previous"], fact["certainty"], fact["period"], fact["direction"]) for fact in told(text)] == [
        ("$1.20 to $1.25 billion", "$1.12 billion", "expected", "2026", "up")
    ]


def test_what_has_been_and_cannot_be_compared_is_reported_in_a_table_of_what_is_to_come(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc results

Outlook

                     2026 Guidance             2025 Actual
Revenue              growth of 4% to 5%        $1.12 billion
"""
    assert [(fact["value"], fact["certainty"]) for fact in told(text)] == [("4% to 5%", "expected"), ("$1.12 billion", "reported")]


def test_a_change_is_the_latest_values_and_each_group_has_its_own(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc results

           Q2 2025   Q1 2025   Q2 2024   Change    H1 2024   H1 2025   Change
Revenue    $45.2     $40.1     $38.9     +16%      $70.1     $90.4     29%
"""
    told_rows = [(fact["value"], fact["previous"], fact["by"], fact["direction"]) for fact in told(text)]
    assert told_rows == [
        ("$45.2", "$38.9", "+16%", "up"),
        ("$40.1", None, None, None),
        ("$90.4", "$70.1", "29%", "up"),
    ]


def test_a_second_heading_rules_the_rows_below_it(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc results

                       Q2 2025    Q2 2024
Revenue                $45.2      $38.9
                       H1 2025    H1 2024
Revenue                $90.4      $70.1
"""
    told_rows = [(fact["value"], fact["period"], fact["previous"]) for fact in told(text)]
    assert told_rows == [("$45.2", "Q2 2025", "$38.9"), ("$90.4", "H1 2025", "$70.1")]


def test_many_rows_take_no_longer_than_their_number(read: Callable[..., Any]) -> None:
    rows = "".join(f"Revenue of part {index:5}    $ {index + 1:7,}    $ {index + 2:7,}    {index + 3:7,}\n" for index in range(1500))
    found = read("Tarn plc results\n\n                            2025         2024        2023\n" + rows)
    assert len(found.facts) >= 1500


def test_costs_in_brackets_that_grow_go_up(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc results

                       2024         2023
Cost of sales        $(804.3)     $(744.1)
Operating income      $(12.0)       $(9.0)
"""
    assert [(fact["measure"], fact["direction"]) for fact in told(text)] == [("Cost of sales", "up"), ("Operating income", "down")]


def test_a_part_of_the_year_over_the_labels_goes_to_every_column(read: Callable[..., Any]) -> None:
    text = """Tarn plc results

Quarter ended September 30            2025      2024      Change
Revenues                              $512.3    $488.0      5.0%
"""
    assert [row[1] for row in _rows(read(text))] == ["2025-07-01/2025-09-30"]


def test_changes_of_bare_rows_hold_for_their_own_columns(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc results

                      June 2025   June 2024   % Chg    H1 2025    H1 2024   % Chg
Sales of cars             8,004       9,120   -12.2%    48,900     52,010    -6.0%
"""
    assert [(fact["by"], fact["period"]) for fact in told(text)] == [("-12.2%", "June 2025"), ("-6.0%", "H1 2025")]


def test_a_change_told_in_money_and_percent_is_no_value(read: Callable[..., Any], told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc results

                         Three Months Ended
                         September 30,        Change
                         2025       2024      $        %
Net sales             $ 120.0    $ 110.0   $ 10.0     9.1%
Costs of goods           80.0       75.0      5.0     6.7%
"""
    assert _rows(read(text)) == [
        ("Net sales", "2025-07-01/2025-09-30", "$ 120.0", "$ 110.0"),
        ("Costs of goods", "2025-07-01/2025-09-30", None, None),
    ]
    assert [fact["by"] for fact in told(text)] == ["$ 10.0", "6.7%"]


def test_a_unit_over_a_column_of_no_change_is_none(read: Callable[..., Any]) -> None:
    text = """Tarn plc results

                         2025           $
Net sales             $ 120.0    $ 110.0
"""
    assert [row[2] for row in _rows(read(text))] == ["$ 120.0", "$ 110.0"]


@pytest.mark.parametrize(
    ("head", "by"),
    [
        ("Y/Y %    Q/Q %", ["5%"]),
        ("Q/Q      Y/Y", ["1%"]),
        ("Y-o-Y    Sequential", ["5%"]),
    ],
)
def test_the_change_against_the_quarter_before_is_not_that_against_the_year_before(
    told: Callable[..., list[dict[str, Any]]], head: str, by: list[str]
) -> None:
    text = f"""Tarn Bank results

                      Q1 2025    Q4 2024    Q1 2024    {head}
Interest income         $ 812      $ 805      $ 774     5%       1%
"""
    facts = told(text)
    assert [(fact["value"], fact["previous"]) for fact in facts] == [("$ 812", "$ 774"), ("$ 805", None)]
    assert [fact["by"] for fact in facts if fact["by"]] == by


def test_a_change_against_the_quarter_before_stands_where_that_is_compared(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn Bank results\n\n                  Q1 2025    Q4 2024    QoQ\nInterest income     $ 812      $ 805     1%\n"
    assert [(fact["value"], fact["previous"], fact["by"]) for fact in told(text)] == [("$ 812", "$ 805", "1%")]

"""What headings of tables say of time, of forecasts and of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("head", "value", "words"),
    [
        ("H1 25        H1 24", "2025-H1", "H1 25"),
        ("Q4 25        Q4 24", "2025-Q4", "Q4 25"),
        ("H1'25        H1'24", "2025-H1", "H1'25"),
        ("3 months     1 year", "P3M", "3 months"),
    ],
)
def test_short_years_and_lengths_of_time_head_columns(read: Callable[..., Any], head: str, value: str, words: str) -> None:
    found = read(f"Tarn plc results\n\n                    {head}\nMargin              12.4%        12.3%\n")
    fact = found.facts[0]
    assert (fact.period.value, found.text[fact.period.start : fact.period.end]) == (value, words)
    assert (fact.previous is not None) == words.startswith(("H", "Q"))
    assert fact.subject is None


def test_a_short_year_is_read_in_the_earlier_column_too(read: Callable[..., Any]) -> None:
    found = read("Tarn plc results\n\n                    H1 25        H1 24\nMargin              12.4%        12.3%\n")
    assert [date.value for date in found.dates] == ["2025-H1", "2024-H1"]


def test_a_month_with_a_short_year_is_neither_a_change_nor_a_thing(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn Exchange\n\n                     Dec-25      Nov-25      Dec-24\nDaily turnover      €1.21bn     €1.18bn     €1.02bn\n"
    assert [(fact["value"], fact["previous"], fact["by"], fact["subject"], fact["period"]) for fact in told(text)] == [
        ("€1.21bn", "€1.02bn", None, None, None),
        ("€1.18bn", None, None, None, None),
    ]


def test_a_length_of_time_in_a_measure_is_no_time(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn Fund\n\nFund            Yield     1-year return\nAlder Trust      4.1%            11.2%\n"
    assert [(fact["subject"], fact["measure"], fact["period"]) for fact in told(text)] == [
        ("Alder Trust", "Yield", None),
        ("Alder Trust", "1-year return", None),
    ]


@pytest.mark.parametrize(
    ("above", "corner", "period"),
    [
        ("Sizes", "Key figures 2025", "2025"),
        ("Table 1. Sizes, October 2025", "", "October 2025"),
        ("Sizes in 2024 and 2025", "", None),
        ("Sizes were told in October 2025.", "", None),
    ],
)
def test_the_time_of_a_table_of_things(told: Callable[..., list[dict[str, Any]]], above: str, corner: str, period: str | None) -> None:
    text = f"Tarn plc and Bex AG\n\n{above}\n\n{corner:24}Tarn       Bex\nMargin                 12.4%     12.3%\n"
    assert [(fact["subject"], fact["period"]) for fact in told(text)] == [("Tarn", period), ("Bex", period)]


def test_the_time_over_a_table_is_not_that_of_columns_with_times(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn plc\n\nSizes, October 2025\n\n                       YTD          2024\nMargin               12.4%         12.3%\n"
    assert [fact["period"] for fact in told(text)] == [None, "2024"]


def test_only_a_label_that_is_a_time_or_says_when_dates_its_row(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn Fund

Series                     Price       Yield
2029 notes                101.2%        4.1%
Notes at 12 months         99.5%        4.4%
Average daily              98.0%        5.0%
"""
    assert [(fact["subject"], fact["period"]) for fact in told(text)] == [
        ("2029 notes", None),
        ("2029 notes", None),
        ("Notes at 12 months", "12 months"),
        ("Notes at 12 months", "12 months"),
        ("Average daily", None),
        ("Average daily", None),
    ]


@pytest.mark.parametrize("heads", [("Prior guidance", "Updated guidance"), ("Previous", "Current"), ("Initial outlook", "New outlook")])
def test_an_updated_forecast_is_compared_with_the_one_before(told: Callable[..., list[dict[str, Any]]], heads: tuple[str, str]) -> None:
    text = f"Tarn plc\n\nOutlook\n\n            {heads[0]:24}{heads[1]}\nRevenue     $410 to $420 million    $425 to $430 million\n"
    assert [(fact["value"], fact["previous"], fact["direction"], fact["subject"], fact["certainty"]) for fact in told(text)] == [
        ("$425 to $430 million", "$410 to $420 million", "up", None, "expected")
    ]


def test_a_price_before_and_after(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Fares\n\nTicket         Old price    New price\nSingle             €2.40        €2.60\n"
    assert [(fact["subject"], fact["measure"], fact["value"], fact["previous"]) for fact in told(text)] == [
        ("Single", "New price", "€2.60", "€2.40")
    ]


@pytest.mark.parametrize(
    "head",
    ["Year on year", "Change from 2024", "vs 2024", "Growth", "Change, %", "Reported", "Constant currency", "Like-for-like"],
)
def test_what_heads_a_change(told: Callable[..., list[dict[str, Any]]], head: str) -> None:
    text = f"Tarn plc\n\n             Q3 2025     Q3 2024     {head}\nRevenue      $212.0      $201.4            5.3%\n"
    assert [(fact["value"], fact["previous"], fact["by"]) for fact in told(text)] == [("$212.0", "$201.4", "5.3%")]


@pytest.mark.parametrize("head", ["Reported", "Organic", "Margin", "Rate of churn"])
def test_what_heads_none(told: Callable[..., list[dict[str, Any]]], head: str) -> None:
    """A way of counting is a change only beside two times that are compared."""
    first = "Q3 2025     Northern" if head in {"Reported", "Organic"} else "Q3 2025     Q3 2024"
    text = f"Tarn plc\n\n             {first}     {head}\nRevenue      $212.0      $201.4            5.3%\n"
    assert "5.3%" in [fact["value"] for fact in told(text)]


def test_a_change_that_only_a_lower_line_of_the_heading_names(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn Holdings

                  For the six months ended 30 June
                      2025          2024
                   RMB'000       RMB'000      Change
                (Unaudited)   (Unaudited)
Revenue            812,440       730,118       11.3%
Earnings per share
(RMB cents)           9.81          8.12       20.8%
"""
    assert [(fact["measure"], fact["by"], fact["value"]) for fact in told(text)] == [
        ("Revenue", "11.3%", None),
        ("Earnings per share", "20.8%", None),
    ]


def test_a_heading_of_three_lines_with_one_cell_each(read: Callable[..., Any]) -> None:
    text = """Tarn plc

(unaudited)
                 Three months ended
                      June 30,
                  2025        2024
Sales          $ 1,412     $ 1,377
"""
    assert [fact.period.value for fact in read(text).facts] == ["2025-04-01/2025-06-30"]


def test_shares_beside_counts_of_two_times_are_compared(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Cars\n\n              Dec 2025    % share    Dec 2024    % share\nElectric         4,120      31.2%       3,010      22.8%\n"
    assert [(fact["subject"], fact["measure"], fact["value"], fact["previous"], fact["period"]) for fact in told(text)] == [
        ("Electric", "% share", "31.2%", "22.8%", "Dec 2025")
    ]


def test_one_value_in_two_columns_is_told_of_both_times(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Jobs\n\n              Dec 2025    Nov 2025    Dec 2024\nChurn             3.8%        3.8%        3.5%\n"
    assert [(fact["period"], fact["previous"]) for fact in told(text)] == [("Dec 2025", "3.5%"), ("Nov 2025", None)]


def test_a_line_of_thousands_of_cells_is_no_heading(read: Callable[..., Any]) -> None:
    """Comparing each column with each other would take ten seconds here."""
    found = read("Tarn plc\n\n| Item | " + "Sales | 2025 | " * 3000 + "\n| Revenue | " + "$5 | 4% | " * 3000 + "\n")
    assert {fact.period for fact in found.facts} == {None}


def test_rows_of_years_tell_what_their_columns_name(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn plc\n\nYear      Revenue     Margin     Employees\n2025       €412m      12.1%         1,204\n2024       €388m      11.8%         1,180\n"
    assert [(fact["subject"], fact["measure"], fact["value"], fact["period"]) for fact in told(text)] == [
        (None, "Revenue", "€412m", "2025"),
        (None, "Margin", "12.1%", "2025"),
        (None, "Revenue", "€388m", "2024"),
        (None, "Margin", "11.8%", "2024"),
    ]


def test_a_forecast_and_the_one_before_hold_for_the_time_above_them(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn plc\n\nFull-year 2026 guidance\n\n              Previous        Updated\nAdjusted EPS  $1.80 - $2.00   $1.95 - $2.10\n"
    assert [(fact["value"], fact["previous"], fact["period"]) for fact in told(text)] == [
        ("$1.95 - $2.10", "$1.80 - $2.00", "Full-year 2026")
    ]


def test_a_label_may_hold_a_figure(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn plc\n\n                       Q4 2025     Q4 2024     Change\nCustomers >$100K         1,204       1,101       9.4%\n"
    assert [(fact["measure"], fact["by"], fact["value"]) for fact in told(text)] == [("Customers >$100K", "9.4%", None)]


def test_lengths_of_time_in_capitals_make_no_row(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn Fund to 31 December 2025\n\n               1 Month     YTD     3 Years (p.a.)\nTarn Equity       1.2%     12.4%              12.4%\n"
    assert [(fact["value"], fact["subject"], fact["period"]) for fact in told(text)] == [
        ("1.2%", None, None),
        ("12.4%", None, None),
        ("12.4%", None, None),
    ]

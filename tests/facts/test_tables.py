"""Tables printed in text: measure from the row, period from the column, changes from theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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


def test_earlier_year_is_a_statement_too(read: Callable[..., Any]) -> None:
    found = read(DATED)
    rows = {(fact.measure.of(found.text), fact.period.value): fact.value.value for fact in found.facts if fact.period and fact.value}
    assert rows["Total revenue", "2024"] == 290_100_000
    assert rows["Net income (loss)", "2024"] == -3_200_000
    assert str(rows["Diluted EPS", "2024"]) == "-0.08"


def test_measure_from_the_heading_where_rows_are_things(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told(REGIONS)
    assert _find(facts, value="$8.07")["measure"] == "Fee revenue"
    assert _find(facts, value="$8.07")["subject"] == "Southern Isles"
    assert _find(facts, by="-19%")["direction"] == "down"


def test_unsigned_cells_take_the_sign_of_their_column_only_where_it_has_one(read: Callable[..., Any]) -> None:
    unsigned = DATED.replace("$", " ")
    assert [fact for fact in read(unsigned).facts if "income" in fact.measure.of(unsigned)] == []
    counted = DATED.replace("Net income (loss)", "Number of shares ")
    assert [money.value for money in read(counted).money if money.found_by == "facts.column"] == []


def test_a_price_in_cents_says_nothing_of_its_column(read: Callable[..., Any]) -> None:
    text = """Results of Tarn Holdings

                              2025          2024
Revenue                      6,830         5,981
Profit                         418           296
Interim dividend         HK5 cents     HK4 cents
"""
    assert [money.value for money in read(text).money if money.found_by == "facts.column"] == []

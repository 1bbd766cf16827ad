"""Which side of a table names the measures, and of what the other side tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def _sides(facts: list[dict[str, Any]]) -> list[tuple[str | None, str, str | None]]:
    """Subject, measure and value (or change) of each statement."""
    return [(fact["subject"], fact["measure"], fact["value"] or fact["by"]) for fact in facts]


@pytest.mark.parametrize(
    ("table", "first"),
    [
        # the cell over the labels says what the rows are
        ("Region          Would move     Would stay\nNorland                41%            12%\n", ("Norland", "Would move", "41%")),
        ("Indicator       Alder Trust    Beck Fund\nPrice drift            41%            12%\n", ("Alder Trust", "Price drift", "41%")),
        ("Resolution          For        Against\nPay rise              98.1%       0.7%\n", ("Pay rise", "For", "98.1%")),
        # each column has a kind of figure of its own
        (
            "                Would move     Would stay     Base\nNorland                41%         12%        n=201\nEstria                 38%          9%        n=118\n",
            ("Norland", "Would move", "41%"),
        ),
        # each row has
        (
            "                 Alder          Beck\nWinter run       $41m           $38m\nSummer run       12.0%          11.0%\n",
            ("Alder", "Winter run", "$41m"),
        ),
        # words that are heads of measures, more of them on one side ("Beck Income" is a fund)
        (
            "                 Yield        Margin\nAlder Trust       4.1%          8.0%\nBeck Income       6.8%          1.2%\n",
            ("Alder Trust", "Yield", "4.1%"),
        ),
        (
            "                      Velumin     Placebo\nResponse rate           68.4%       41.3%\nFull response           32.0%       17.5%\n",
            ("Velumin", "Response rate", "68.4%"),
        ),
        # shares that add up to a whole, across or down
        (
            "                Agree     Disagree     Unsure\nMen               41%          50%         9%\nWomen             35%          54%        11%\n",
            ("Men", "Agree", "41%"),
        ),
        (
            "                  Men        Women\nAgree             41%          35%\nDisagree          50%          54%\nUnsure             9%          11%\n",
            ("Men", "Agree", "41%"),
        ),
        # what is a share of what
        ("Holding            % of NAV\nAlder Mills            6.2%\n", ("Alder Mills", "% of NAV", "6.2%")),
        ("Source of funds     EUR m     Share\nBank loan            12.0       60%\n", ("Bank loan", "Share", "60%")),
        # nothing tells: the rows
        ("                 Alder       Beck\nSpring run         41%        38%\n", ("Alder", "Spring run", "41%")),
    ],
)
def test_the_side_of_the_measures(told: Callable[..., list[dict[str, Any]]], table: str, first: tuple[str, str, str]) -> None:
    assert _sides(told(f"Tarn plc spoke to its members\n\n{table}"))[0] == first


def test_names_of_places_and_companies_are_what_is_told_of(read: Callable[..., Any]) -> None:
    """No word is a measure and all figures are shares: the rows bear the name of the issuer, or the columns do."""
    table = "Members spoke\n\n                Would move     Would stay\nTarn plc               41%            12%\n"
    turned = "Members spoke\n\n                Tarn plc       Others\nWould move           41%            12%\n"
    for text in (table, turned):
        found = read(text, "Tarn plc")
        fact = found.facts[0]
        assert (fact.subject.of(found.text), fact.measure.of(found.text)) == ("Tarn plc", "Would move")


def test_the_whole_of_a_share_is_told_by_its_heading(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn Fund holdings\n\nHolding           Weight      % of NAV\nAlder Mills         4.1%          6.2%\n"
    assert [(fact["measure"], fact["of"]) for fact in told(text)] == [("Weight", None), ("% of NAV", "NAV")]


def test_a_row_of_bases_is_a_row(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Poll of adults\n\n                 Owners      Renters\nCut back            33%          56%\nBase            n=1,204        n=806\n"
    assert _sides(told(text))[2:] == [("Owners", "Base", "n=1,204"), ("Renters", "Base", "n=806")]


def test_a_sample_size_in_a_heading_makes_no_row(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Trial\n\nEndpoint              Velumin (n=310)     Placebo (n=155)\nResponse at week 16             61.3%               38.1%\n"
    assert ("Velumin (n=310)", "Response at week 16", "61.3%") in _sides(told(text))


TWO_CHANGES = """Consumer prices

Division          Weight     Index     Monthly change     Annual change
Food                 186     139.8              +0.6%             +4.2%
Transport            148     118.2              -0.9%             -1.3%
"""


def test_two_named_changes_of_things_are_measures_of_their_own(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told(TWO_CHANGES)
    assert _sides(facts) == [
        ("Food", "Monthly change", "+0.6%"),
        ("Food", "Annual change", "+4.2%"),
        ("Transport", "Monthly change", "-0.9%"),
        ("Transport", "Annual change", "-1.3%"),
    ]
    assert [fact["direction"] for fact in facts] == ["up", "up", "down", "down"]


def test_one_change_of_things_is_of_the_value_beside_it(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = TWO_CHANGES.replace("     Annual change", "").replace("             +4.2%", "").replace("             -1.3%", "")
    assert _sides(told(text)) == [("Food", "Index", "+0.6%"), ("Transport", "Index", "-0.9%")]


@pytest.mark.parametrize(
    ("above", "corner", "measure"),
    [
        ("Average attendance, men (selected clubs)", "", "Average attendance"),
        ("Table 3. Average attendance by club", "", "Average attendance"),
        ("Housing starts in thousands", "", "Housing starts"),
        ("Clubs of the south", "Attendance", "Attendance"),
        ("Average attendance", "Club", "Average attendance"),
        ("Average attendance", "Key figures", None),  # what the rows name
        ("Tarn plc says that clubs drew a record attendance.", "", None),  # a sentence
        ("Clubs of the south", "", None),
    ],
)
def test_what_is_measured_of_things_may_stand_above_them(
    told: Callable[..., list[dict[str, Any]]], above: str, corner: str, measure: str | None
) -> None:
    text = f"Tarn League\n\n{above}\n\n{corner:24}2025        2024     Change\nFenwick Rovers        18,204      17,110      +6.4%\nTotal                 28,204      27,110      +4.0%\n"
    assert _sides(told(text)) == [
        ("Fenwick Rovers" if measure or corner == "Club" else None, measure or "Fenwick Rovers", "+6.4%"),
        (None, measure or "Total", "+4.0%"),
    ]


def test_a_caption_is_no_measure_where_the_rows_name_theirs(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn plc\n\nStatement of income\n\n                 2025        2024     Change\nSales          18,204      17,110      +6.4%\nOther           1,204       1,110      +8.4%\n"
    assert [fact["measure"] for fact in told(text)] == ["Sales", "Other"]


def test_measures_over_groups_of_years_are_told_of_the_rows_and_compared_among_themselves(
    told: Callable[..., list[dict[str, Any]]],
) -> None:
    text = """Segments of Tarn plc

                      Net sales           Operating profit      Margin
                    2025      2024        2025       2024        2025
Filters           $212.0    $201.4       $31.1      $28.0       14.7%
"""
    assert [(fact["subject"], fact["measure"], fact["value"], fact["previous"]) for fact in told(text)] == [
        ("Filters", "Net sales", "$212.0", "$201.4"),
        ("Filters", "Operating profit", "$31.1", "$28.0"),
        ("Filters", "Margin", "14.7%", None),
    ]


def test_companies_over_groups_of_years_are_what_is_told_of(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Tarn plc and Bex AG

                       Tarn                 Bex
                  2025      2024      2025      2024
Revenue          $812m     $790m     $310m     $322m
"""
    assert [(fact["subject"], fact["measure"], fact["value"], fact["previous"]) for fact in told(text)] == [
        ("Tarn", "Revenue", "$812m", "$790m"),
        ("Bex", "Revenue", "$310m", "$322m"),
    ]


def test_a_measure_beside_the_year_in_each_heading(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Segments\n\n| Line | Orders 2025 | Orders 2024 | Change |\n|---|---|---|---|\n| Pumps | €210m | €198m | +6% |\n"
    assert [(fact["subject"], fact["measure"], fact["previous"], fact["by"]) for fact in told(text)] == [
        ("Pumps", "Orders", "€198m", "+6%")
    ]


def test_parts_are_told_of_the_row_that_they_are_indented_under(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = """Traffic

                      January 2026    January 2025    Change
Travellers                 812,400         780,115      4.1%
  Domestic                 310,220         305,000      1.7%
RPK (millions)
  Abroad                     1,498           1,342     11.6%
  Total                      2,110           1,957      7.8%
Cargo                        8,340           8,811     -5.3%
"""
    assert _sides(told(text)) == [
        (None, "Travellers", "4.1%"),
        ("Domestic", "Travellers", "1.7%"),
        ("Abroad", "RPK", "11.6%"),
        (None, "RPK", "7.8%"),
        (None, "Cargo", "-5.3%"),
    ]


def test_a_rank_is_no_label(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = (
        "Cars\n\nRank   Brand      Deliveries    Growth\n1      Lumo           41,204      +31%\n2      Arvex          38,110       -4%\n"
    )
    assert _sides(told(text)) == [("Lumo", "Deliveries", "+31%"), ("Arvex", "Deliveries", "-4%")]


def test_a_difference_to_a_plan_is_no_change(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Outturn\n\n              Budget      Actual    Variance\nRevenue        $41.2m      $42.0m       +1.9%\n"
    assert [(fact["value"], fact["by"], fact["direction"]) for fact in told(text)] == [("$41.2m", None, None), ("$42.0m", None, None)]


def test_rows_of_things_with_one_change_are_not_put_together(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Deliveries\n\nModel        November    Change\nLumo S          2,210      +12%\nLumo E          4,120      +12%\n"
    assert [fact["subject"] for fact in told(text)] == ["Lumo S", "Lumo E"]


def test_units_in_brackets_are_no_part_of_a_measure_and_like_changes_of_two_rows_stay_two(
    told: Callable[..., list[dict[str, Any]]],
) -> None:
    text = """Output

                          Q4 2025      Q3 2025      Change
Oil (bbl/d)                12,100       11,800          3%
Gas (MMcf/d)                 41.2         40.0          3%
Operating hours (GWh)         412          400          4%
Operating visits              212          204          4%
"""
    assert _sides(told(text)) == [
        (None, "Oil", "3%"),
        (None, "Gas", "3%"),
        (None, "Operating hours", "4%"),
        (None, "Operating visits", "4%"),
    ]


PARTS = """Tarn plc

(in thousands)
                      Q3 2025      Q3 2024
Operating income     $ 11,320      $ 5,022

Revenue by region
Americas             $ 70,110     $ 66,020
Asia                   30,400       27,900
Total revenue        $100,510     $ 93,920
"""


def test_a_part_without_a_heading_goes_on_under_that_of_the_table_above(told: Callable[..., list[dict[str, Any]]]) -> None:
    """And amounts may go without their sign between the first row and the last: the rows are still things of one kind."""
    assert [(fact["subject"], fact["measure"], fact["value"], fact["previous"], fact["period"]) for fact in told(PARTS)] == [
        (None, "Operating income", "$ 11,320", "$ 5,022", "Q3 2025"),
        ("Americas", "Revenue", "$ 70,110", "$ 66,020", "Q3 2025"),
        (None, "Total revenue", "$100,510", "$ 93,920", "Q3 2025"),
    ]


@pytest.mark.parametrize(
    "between",
    [
        "\nRevenue by region\nAmericas     $ 70,110\n",
        "\n"
        + "The company also tells what it sold in each of its regions, which nobody had asked it for. " * 2
        + "\n\nAmericas             $ 70,110     $ 66,020\n",
    ],
)
def test_other_columns_or_running_text_between_end_a_heading(told: Callable[..., list[dict[str, Any]]], between: str) -> None:
    text = PARTS[: PARTS.index("\nRevenue")] + between
    assert {fact["period"] for fact in told(text) if "70" in fact["value"]} == {None}


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Estimate by segment", ("Farm cover", "Gross", "$395")),
        ("Estimate by our experts", ("Gross", "Farm cover", "$395")),
        ("Losses by segment", ("Gross", "Farm cover", "$395")),
    ],
)
def test_a_title_says_what_the_rows_are(told: Callable[..., list[dict[str, Any]]], title: str, first: tuple[str, str, str]) -> None:
    text = f"Tarn plc\n\n{title}\n                  Gross       Net\nFarm cover        $395       $205\nHome cover        $190       $115\n"
    assert _sides(told(text))[0] == first


def test_a_reduction_is_a_change(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Plans\n\n                Employees    Reduction    Change\nNorwick            2,870         -880     -30.7%\nSudwick              760         -220     -28.9%\n"
    assert [(fact["subject"], fact["measure"], fact["by"], fact["direction"]) for fact in told(text)] == [
        ("Norwick", "Employees", "-30.7%", "down"),
        ("Sudwick", "Employees", "-28.9%", "down"),
    ]

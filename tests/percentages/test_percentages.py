"""Percentages as they are written, their units, signs, ranges, and the whole they are taken of."""

from __future__ import annotations

import pytest

from extractor.findings import Findings, PercentageMention
from extractor.percentages.component import annotate
from extractor.reading import plain


def shares(text: str) -> list[PercentageMention]:
    found = Findings(text=plain(text))
    annotate(found)
    return found.percentages


def said(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            text[m.start : m.end],
            f"{m.low}..{m.high}" if m.value is None else f"{m.value:f}",
            m.unit,
        )
        for m in shares(text)
    ]


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("44%", "44", "percent"),
        ("7 %", "7", "percent"),
        ("33⅓%", "33.3333", "percent"),
        ("66 ⅔ per cent", "66.6667", "percent"),
        ("12,5\u00a0%", "12.5", "percent"),
        ("12.5 per cent", "12.5", "percent"),
        ("12.5 per\ncent", "12.5", "percent"),
        ("5 pct", "5", "percent"),
        ("3pc", "3", "percent"),
        ("twelve percent", "12", "percent"),
        ("half a percent", "0.5", "percent"),
        ("three-quarters of a percent", "0.75", "percent"),
        ("1.8 percentage points", "1.8", "percentage_point"),
        ("half a percentage point", "0.5", "percentage_point"),
        ("2.5 p.p.", "2.5", "percentage_point"),
        ("3pp", "3", "percentage_point"),
        ("4 percent points", "4", "percentage_point"),
        ("250 basis points", "250", "basis_point"),
        ("30 bps", "30", "basis_point"),
        ("30bp", "30", "basis_point"),
        ("-3.4%", "-3.4", "percent"),
        ("\u22122.1%", "-2.1", "percent"),
        ("–4.7%", "-4.7", "percent"),
        ("+6%", "6", "percent"),
        ("(2.3)%", "-2.3", "percent"),
        ("minus five percent", "-5", "percent"),
        ("5-10%", "5..10", "percent"),
        ("1/2 percent", "0.5", "percent"),
        ("5 1/2 percent", "5.5", "percent"),
        ("three-quarters of one percent", "0.75", "percent"),
        ("30 . 84 %", "30.84", "percent"),
        ("3.5 %-pts", "3.5", "percentage_point"),
        ("minus 5 to minus 3 percent", "-5..-3", "percent"),
        ("-5 to 3%", "-5..3", "percent"),
        ("10-to-15-percent", "10..15", "percent"),
        ("10- to 15%", "10..15", "percent"),
        ("10 percent-15 percent", "10..15", "percent"),
        ("25bp-50bp", "25..50", "basis_point"),
        ("3pp-4pp", "3..4", "percentage_point"),
        ("3.5 to 4 percent", "3.5..4", "percent"),
        ("2% to 4%", "2..4", "percent"),
        ("21%-22%", "21..22", "percent"),
        ("110 to 120 basis points", "110..120", "basis_point"),
    ],
)
def test_a_percentage_in_a_sentence(words: str, value: str, unit: str) -> None:
    assert said(f"The rate was {words} in May.") == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Margins by region: 14% 15% 8.5%.", ["14", "15", "8.5"]),
        ("Holders are staff (31%), and others(5%).", ["31", "5"]),
        ("It needs between 6% and 7% more.", ["6..7"]),
        ("It should be between -12% and -8% now.", ["-12..-8"]),
        ("It fell 1.8 percentage points to 17.4 percent.", ["1.8", "17.4"]),
        ("It rose from 5 to 10 percent.", ["5", "10"]),
        ("It grew by 3 and 4 percent.", ["3", "4"]),
        ("It grew by 2, 3 and 4 percent.", ["2", "3", "4"]),
        ("It sold 3, 5% more than then.", ["5"]),
        ("On June 3 and 5% more came.", ["5"]),
        ("In 2019 and 5% of cases", ["5"]),
        ("Profit      (313)     (1,204)     (74.0%)\n", ["-74"]),
        ("Turnout hit %64 there.", ["64"]),
    ],
)
def test_several_percentages(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in said(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "See https://bramlee.example/a%20b%2030",
        "A double-digit rate.",
        "The 5 percenters met.",
        "It sells 3 pcs.",
        "X5% is a name.",
    ],
)
def test_no_percentage(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It got 6% of its equity in exchange.", "its equity"),
        ("That is 41.3% of Bramlee's total amount, it said.", "Bramlee's total amount"),
        ("It occurred in 24% of patients (n=49).", "patients"),
        ("Some 83% of the funding will go there.", "the funding"),
        ("It was 5.2% of Welsh freight in 2023.", "Welsh freight"),
        ("In all 68% of patients responded well.", "patients"),
        ("It took 5% of the value of the contract.", "the value of the contract"),
        ("It bought a 51% stake in Quillby Mines for cash.", "Quillby Mines"),
        ("It has a 25% share of the market.", "the market"),
        ("Research as a percentage of revenue was 5%.", "revenue"),
        ("More than 90% of its 5,600 employees agreed.", "its 5,600 employees"),
        ("It took 40% of it.", None),
        ("Growth of 5% was seen.", None),
        ("It is 1.5% of the region's $800 billion market.", None),
        ("It rose 5%. Of the market nothing was said.", None),
    ],
)
def test_the_whole_of_a_share(text: str, whole: str | None) -> None:
    assert [m.of and m.of.of(text) for m in shares(text)] == [whole]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("roughly 22%", "about"),
        ("no more than 3%", "at_most"),
        ("at least 30%", "at_least"),
        ("less than 15%", "less_than"),
        ("≥20%", "at_least"),
    ],
)
def test_the_bound_of_a_percentage(text: str, bound: str) -> None:
    assert [m.qualifier for m in shares(f"It was {text} then.")] == [bound]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The margin was (4.1%) in May.", ["-4.1"]),
        ("It fell from 2% to (4.1%) in May.", ["2", "-4.1"]),
        ("Sales rose (4.1%) in May.", ["4.1"]),
        ("It sold units (2 per cent) in May.", ["2"]),
    ],
)
def test_brackets_are_a_minus_where_they_stand_for_the_figure(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in said(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose by 3 to 4 pp.", [("3 to 4 pp.", "3..4", "percentage_point")]),
        ("Its share rose 3 to 19 percent.", [("3", "3", "percent"), ("19 percent", "19", "percent")]),
        ("It is a third of one percent.", []),
        ("It was in 2009 . 30 dogs came.", []),
    ],
)
def test_figures_that_share_a_unit(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Brell's operating margin improved 0.9 points to 8.8%.", ["0.9 points"]),
        ("Worry about the pier has fallen by nine points to just 34 per cent.", ["nine points"]),
        ("Support was two points higher at 40%.", ["two points"]),
        ("The share was 34%, down nine points.", ["nine points"]),
        ("Some 34% of harbour towns, a rise of two points, have one.", ["two points"]),
        ("The margin of error is ±4.5 points.", ["±4.5 points"]),
        ("Boats    29%    34%   -5 pts\nOars     48%    41%   +7 pts", ["-5 pts", "+7 pts"]),
        # points of an index, a game, a list
        ("The Brell 50 fell 23 points, or 0.1%, to 17,781.", []),
        ("The index rose 3 points to 120.4.", []),
        ("Osk scored 12 points to win 60% of its games.", []),
        ("Boats    29    34   -5 pts", []),
        ("It named nine points of order at 34% of the meetings.", []),
    ],
)
def test_points_beside_a_percentage_are_percentage_points(text: str, points: list[str]) -> None:
    assert [words for words, _, unit in said(text) if unit == "percentage_point"] == points


def test_a_plus_minus_sign_is_no_minus() -> None:
    assert said("an error of ±2.2 percentage points") == [("±2.2 percentage points", "2.2", "percentage_point")]

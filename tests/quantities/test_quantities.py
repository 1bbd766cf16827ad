"""Counts and measures that carry news, with the noun phrase they count, and the counts that carry none."""

from __future__ import annotations

import pytest

from extractor.findings import Findings, NameMention, QuantityMention
from extractor.money.component import annotate as annotate_money
from extractor.percentages.component import annotate as annotate_percentages
from extractor.quantities.component import annotate
from extractor.reading import plain


def counts(text: str, *names: NameMention) -> list[QuantityMention]:
    found = Findings(text=plain(text), names=list(names))
    for kind in (annotate_money, annotate_percentages, annotate):
        kind(found)
    return found.quantities


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        (
            "The firm has 3,200 employees in all.",
            "3,200 employees",
            "3200",
            "employees",
        ),
        (
            "It signed 44 Welsh-Irish harbour projects under the plan.",
            "44 Welsh-Irish harbour projects",
            "44",
            "Welsh-Irish harbour projects",
        ),
        (
            "It counts 212 paying customers and more.",
            "212 paying customers",
            "212",
            "paying customers",
        ),
        (
            "It added 2.3 million paid subscribers in May.",
            "2.3 million paid subscribers",
            "2300000",
            "paid subscribers",
        ),
        ("The plant makes 250 MW of power.", "250 MW", "250", "MW"),
        ("A 250-MW plant was built.", "250-MW", "250", "MW"),
        (
            "It spans 88,000 square metres near the port.",
            "88,000 square metres",
            "88000",
            "square metres",
        ),
        ("They studied adults (n=206) for a year.", "n=206", "206", "n"),
        (
            "It employs 31,870 people (prior year: 32,415).",
            "31,870 people",
            "31870",
            "people",
        ),
        (
            "More than two million households took it up.",
            "two million households",
            "2000000",
            "households",
        ),
        ("The rate is 3.1x at closing.", "3.1x", "3.1", "x"),
        ("It asked for four times the budget.", "four times", "4", "times"),
        (
            "It has 17,000 pallet\npositions in it.",
            "17,000 pallet\npositions",
            "17000",
            "pallet positions",
        ),
        (
            "It opened 12 sales offices there.",
            "12 sales offices",
            "12",
            "sales offices",
        ),
        ("It moved 1,300 tonnes of grain.", "1,300 tonnes", "1300", "tonnes"),
        ("They get 0.3125 shares of it.", "0.3125 shares", "0.3125", "shares"),
        (
            "It ran for 61 million hours in all.",
            "61 million hours",
            "61000000",
            "hours",
        ),
        ("Some 15,000 Americans have it.", "15,000 Americans", "15000", "Americans"),
        ("In all 600 investors watched it.", "600 investors", "600", "investors"),
        ("It met eleven start-ups there.", "eleven start-ups", "11", "start-ups"),
        ("It sold 12 million cases of it.", "12 million cases", "12000000", "cases"),
        ("It has 1.2M subscribers now.", "1.2M subscribers", "1200000", "subscribers"),
        ("It fell to -20 °C there.", "-20 °C", "-20", "°C"),
        ("It fell to minus 20 degrees Celsius.", "minus 20 degrees Celsius", "-20", "degrees Celsius"),
        ("It has 30 ICUs in it.", "30 ICUs", "30", "ICUs"),
        ("It has 1 million plus members.", "1 million plus members", "1000000", "members"),
        ("It was opened 50 million times.", "50 million times", "50000000", "times"),
        ("Its debt is 1.8 times EBITDA.", "1.8 times", "1.8", "times"),
        ("It cured 12 out of 16 patients.", "16 patients", "16", "patients"),
        ("It makes 230 kboe/d of it.", "230 kboe/d", "230", "kboe/d"),
        ("It needs 1.250 tonnes of it.", "1.250 tonnes", "1.25", "tonnes"),
        ("It reaches 129 countries and regions now.", "129 countries and regions", "129", "countries and regions"),
        ("It serves 240,000 nurses and doctors.", "240,000 nurses and doctors", "240000", "nurses and doctors"),
        ("It hired 200 workers and plans more.", "200 workers", "200", "workers"),
        ("It hired 200 workers and doctors' friends.", "200 workers", "200", "workers"),
        ("The rate fell by 1.7 mL/min a year.", "1.7 mL/min", "1.7", "mL/min"),
        ("Debt equals 0.4 times adjusted EBITDA.", "0.4 times", "0.4", "times"),
        ("The ore has 6.8 g/t Au in it.", "6.8 g/t Au", "6.8", "g/t Au"),
        ("The ore has 6.8 g/t in gold.", "6.8 g/t", "6.8", "g/t"),
        ("The drill hole ended at 143m.", "143m", "143", "m"),
        ("DRILL HOLE FINDS 12.4 M AT 1.5 OF IT.", "12.4 M", "12.4", "M"),
        (
            "It carried 541,200 twenty-foot equivalent units of goods.",
            "541,200 twenty-foot equivalent units",
            "541200",
            "twenty-foot equivalent units",
        ),
        ("It will train 35 doctoral students.", "35 doctoral students", "35", "doctoral students"),
        ("It dug 12 wells in ten years.", "12 wells", "12", "wells"),
        ("The board is 12 inches wide.", "12 inches", "12", "inches"),
        ("It sells in six countries.", "six countries", "6", "countries"),
        ("It costs €1.234,50 and has 6.150 pupils.", "6.150 pupils", "6150", "pupils"),
    ],
)
def test_a_count_with_its_noun_phrase(text: str, words: str, value: str, unit: str) -> None:
    assert [(text[m.start : m.end], f"{m.value:f}", m.unit) for m in counts(text)] == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It wins 0.8 million to 1.0 million net additions.", 800000, 1000000),
        ("It cuts between 50 and 60 jobs.", 50, 60),
        ("It cuts 200-250 jobs.", 200, 250),
        ("It has 2 to 3 million users.", 2000000, 3000000),
        ("It takes 5kg to 7kg.", 5, 7),
        ("It takes 50 MW–60 MW.", 50, 60),
        ("It takes 50 to 60 °C.", 50, 60),
    ],
)
def test_a_range_of_counts(text: str, low: int, high: int) -> None:
    assert [(m.low, m.high) for m in counts(text)] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan runs for 30 years.",
        "He is 36 years old.",
        "The 17 year olds came.",
        "It is one of the 3rd kind.",
        "The top ten banks met.",
        "The Fortune 500 companies met.",
        "In 2024 results rose.",
        "Phase 3 trials began.",
        "There are two sides to it.",
        "They saw three home ties.",
        "It has 5G networks.",
        "Sales were up from 151,000 in May.",
        "On June 17 members met.",
        "A dance at Studio 54 members like.",
        "It cost $5 million in fees.",
        "It took 20% shares in it.",
        "We met 7 times since Monday.",
        "It plays in The Seven Brothers band.",
        "One project was late.",
        "About 3 in 10 respondents agreed.",
        "About 4 out of 5 customers agreed.",
        "It sells 4K screens.",
        "It has 2.7 houses.",
        "The five largest customers left.",
        "The 10 biggest donors left.",
        "The twenty-foot equivalent is common.",
        "It reaches 143m from here.",
        "The COVID-19 patients left.",
        "Six wells in ten stay closed.",
        "Its Scope 1 and 2 emissions fell.",
        "It fills a 40-foot container.",
        "It cuts twelve-inch wafers.",
    ],
)
def test_no_news(text: str) -> None:
    assert [text[m.start : m.end] for m in counts(text)] == []


def test_a_count_whose_point_may_group_is_left_open() -> None:
    found = Findings(text="It has 6.150 pupils.")
    annotate(found)
    assert [(m.value, m.unit) for m in found.quantities] == [(None, "pupils")]
    assert [caution.code for caution in found.cautions] == ["amount-open"]


@pytest.mark.parametrize(
    "text", ["It takes 50 MW and 60 MW.", "It rose from 50 MW to 60 MW.", "It takes 60 MW to 50 MW.", "It takes 5 kg to 7 km."]
)
def test_two_measures_that_are_no_range(text: str) -> None:
    assert [m.high for m in counts(text)] == [None, None]


def test_a_multiple_is_told_once_for_two() -> None:
    text = "Debt was 1.1 times EBITDA, against 2.7 times in May. It met 3 times."
    assert [text[m.start : m.end] for m in counts(text)] == ["1.1 times", "2.7 times"]


def test_a_small_count_in_words_is_news_where_the_same_thing_is_counted_elsewhere() -> None:
    text = "It signed 44 projects. Among them, nine projects are abroad; nine cities took part."
    assert [text[m.start : m.end] for m in counts(text)] == [
        "44 projects",
        "nine projects",
    ]


def test_a_number_in_a_name_is_none() -> None:
    text = "The 12 apostles brewery opened."
    name = NameMention(start=4, end=24, found_by="ner", label="ORG")
    assert counts(text, name) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 600 investors", "more_than"),
        ("up to 150 lorries", "at_most"),
        ("some 1,900 people", "about"),
        ("no less than 20 projects", "at_least"),
        ("50+ countries", "more_than"),
        ("500-plus stores", "more_than"),
    ],
)
def test_the_bound_of_a_count(text: str, bound: str) -> None:
    assert [m.qualifier for m in counts(f"It saw {text} then.")] == [bound]


def test_the_reason_of_a_discard_is_kept() -> None:
    found = Findings(text="The plan runs for 30 years.")
    annotate(found)
    assert [discard.reason for discard in found.discards] == ["a duration"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five drill rigs are turning.", ["Five drill rigs"]),
        ("Health officers counted three complaints by May.", ["three complaints"]),
        ("The club looked at nine cities in three weeks.", []),
        ("It stores 48,000 quilts and garments.", ["48,000 quilts and garments"]),
        ("It stores 48,000 quilts and paints them.", ["48,000 quilts"]),
    ],
)
def test_what_is_counted_below_ten_and_behind_and(text: str, expected: list[str]) -> None:
    assert [text[m.start : m.end] for m in counts(text)] == expected

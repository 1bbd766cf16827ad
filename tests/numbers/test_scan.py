"""Numbers in digits and words, what is masked, and that every offset is the text's own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numbers import cardinal, masks, scan, tidy
from extractor.numbers.bounds import qualifier
from extractor.numbers.join import relation
from extractor.reading import plain

VALUES = [
    ("They shipped 1,234.5 units.", ["1,234.5"], ["1234.5"]),
    ("They shipped 1.234,5 units.", ["1.234,5"], ["1234.5"]),
    ("They shipped 1.234.567 units.", ["1.234.567"], ["1234567"]),
    ("They shipped 1’250’000 units.", ["1’250’000"], ["1250000"]),
    ("They shipped 12,34,567 units.", ["12,34,567"], ["1234567"]),
    ("They shipped 17\u00a0004 units.", ["17\u00a0004"], ["17004"]),
    ("They shipped 1\u202f250\u202f000 units.", ["1\u202f250\u202f000"], ["1250000"]),
    ("A gain of 12,5 followed.", ["12,5"], ["12.5"]),
    ("A gain of .5 followed.", [".5"], ["0.5"]),
    ("Some 3.5 million came.", ["3.5 million"], ["3500000"]),
    ("A 3.5-million lot.", ["3.5-million"], ["3500000"]),
    ("About 16.4 lakh crore is out.", ["16.4 lakh crore"], ["16400000000000"]),
    ("It has 2 Mrd. of them.", ["2 Mrd."], ["2000000000"]),
    ("It has 40mn of them.", ["40mn"], ["40000000"]),
    ("It runs 2½ laps.", ["2½"], ["2.5"]),
    ("It runs 2 and a half laps.", ["2 and a half"], ["2.5"]),
    ("It runs 1 1/2 laps.", ["1 1/2"], ["1.5"]),
    ("Twenty-five of them", ["Twenty-five"], ["25"]),
    ("one hundred and\nsix doors", ["one hundred and\nsix"], ["106"]),
    ("half a million doors", ["half a million"], ["500000"]),
    ("one-and-a-half billion doors", ["one-and-a-half billion"], ["1500000000"]),
    ("three-quarters of a million doors", ["three-quarters of a million"], ["750000"]),
    (
        "one billion three hundred million doors",
        ["one billion three hundred million"],
        ["1300000000"],
    ),
    ("a million and a half doors", ["a million and a half"], ["1500000"]),
    ("two dozen doors", ["two dozen"], ["24"]),
    ("one point six million doors", ["one point six million"], ["1600000"]),
    ("three point one four laps", ["three point one four"], ["3.14"]),
    ("a hundred and six point five laps", ["a hundred and six point five"], ["106.5"]),
    ("one point seventy-five laps", ["one point seventy-five"], ["1.75"]),
    ("a turning point two laps ago", ["two"], ["2"]),
    ("a five point lead", ["five"], ["5"]),
    ("He sold\n   6.5 million doors", ["6.5 million"], ["6500000"]),
    ("It has 6.5\n   million doors", ["6.5\n   million"], ["6500000"]),
    ("SEVENTY doors", ["SEVENTY"], ["70"]),
    ("c.20,000 doors", ["20,000"], ["20000"]),
    ("100MW/400MWh", ["100", "400"], ["100", "400"]),
    ("1/2 inch", ["1/2"], ["0.5"]),
    ("Form 10b-5 and desk 7b/9", ["7b"], ["7000000000"]),
    ("Key figures 2025", ["2025"], ["2025"]),
]

NO_NUMBERS = [
    "the 3rd of them",
    "at 8:30 in the morning",
    "tens of millions of them",
    "several million of them",
    "a multi-million thing",
    "1.2.3.4 is the build",
    "1,2345 is a slip",
    "see https://a.example/x?y=30%25 for it",
    "write to desk7@mail9.example now",
    "Tel: 020 7946 0018",
    "phone +41 44 555 01 42",
    "call 212-555-0199 today",
    "call (212) 555-0199 today",
    "under Section 27A of it",
    "17 CFR 240.12 has it",
    "the share (HKEX: 0700) rose",
    "12 Harbour Street is its seat",
    "Springfield, MA 02110",
    "it said so[3]",
    "P.O. Box 512",
    "open 24/7",
    "version 4.0 is out",
    "Phase 3 is on",
    "see Figures 3 for it",
    "Figure 2025 of it",
    "10.1.22.7 answers",
]


@pytest.mark.parametrize(("text", "spans", "values"), VALUES)
def test_a_number_has_its_span_and_exact_value(text: str, spans: list[str], values: list[str]) -> None:
    found = scan(plain(text))
    assert [text[number.start : number.end] for number in found] == spans
    assert [number.value for number in found] == [Decimal(value) for value in values]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_figure_gives_no_number(text: str) -> None:
    assert scan(plain(text)) == []


def test_letters_behind_a_number_are_a_scale_only_perhaps() -> None:
    (number,) = scan("The 3M tape")
    assert (number.core, number.value, number.scale_certain, number.glued_right) == (
        Decimal(3),
        Decimal(3000000),
        False,
        True,
    )


def test_a_number_tied_to_a_word_says_so() -> None:
    assert [number.glued_left for number in scan("Depot3 20 and X-19")] == [
        True,
        False,
        True,
    ]


def test_masks_cover_the_address_and_nothing_else() -> None:
    text = "Go to www.bramlee.example/a1 or 5 shops."
    assert [mask.of(text) for mask in masks(text)] == ["www.bramlee.example/a1"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-five", 25),
        ("half a million", 500000),
        ("one thousand two hundred", 1200),
        ("zero", 0),
    ],
)
def test_a_cardinal_in_words(words: str, value: int) -> None:
    assert cardinal(words) == value


@pytest.mark.parametrize("words", ["first", "two three", "a lot", "", "million"])
def test_no_cardinal(words: str) -> None:
    assert cardinal(words) is None


@pytest.mark.parametrize(
    ("before", "after", "bound"),
    [
        ("about ", "", "about"),
        ("nearly ", "", "about"),
        ("some\n", "", "about"),
        ("~", "", "about"),
        ("more than ", "", "more_than"),
        ("in excess of ", "", "more_than"),
        ("at least ", "", "at_least"),
        ("≥", "", "at_least"),
        ("", " or more", "at_least"),
        ("up to ", "", "at_most"),
        ("not exceed ", "", "at_most"),
        ("fewer than ", "", "less_than"),
        ("", " or so", "about"),
        ("", "+", "more_than"),
        ("handsome ", "", None),
        ("", " or else", None),
        ("the ", "", None),
    ],
)
def test_the_bound_of_a_figure(before: str, after: str, bound: str | None) -> None:
    text = f"It is {before}500{after} here"
    start = text.index("500")
    assert qualifier(text, start, start + 3) == bound


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("of 5-7 here", "range"),
        ("of 5 – 7 here", "range"),
        ("between 5 and 7 here", "range"),
        ("between about 5 and 7 here", "range"),
        ("sales of 5 to 7 here", "range"),
        ("ranging from 5 to 7 here", "range"),
        ("from 5 to 7 here", "change"),
        ("sales rose 5 to 7 here", "change"),
        ("grew by 5 to 7 here", "change"),
        ("will grow by 5 to 7 here", "range"),
        ("expects costs to fall 5 to 7 here", "range"),
        ("raised its fee by 5 to 7 here", "change"),
        ("cut, it says, by 5 to 7 here", "range"),
        ("of 5, 7 here", "list"),
        ("of 5 and 7 here", "list"),
        ("of 5 — 7 here", None),
        ("of 5 for the 7 here", None),
    ],
)
def test_how_two_figures_belong_together(text: str, how: str | None) -> None:
    one, other = text.index("5"), text.index("7")
    assert relation(text, one, one + 1, other) == how


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Dues will rise $9 to $185 a month.", "change"),
        ("Dues will rise $9 to $18 a month.", "range"),
        ("It lowers the cost by $2 to $12.", "change"),
        ("It lowers the cost by $2 to $3.", "range"),
    ],
)
def test_ends_far_apart_behind_a_change_are_its_size_and_the_new_level(text: str, how: str) -> None:
    one, other = text.index("$"), text.rindex("$")
    assert relation(text, one, text.index(" to "), other) == how


@pytest.mark.parametrize(
    ("value", "plain_value"),
    [
        ("10980000000.00", "10980000000"),
        ("8.50", "8.5"),
        ("0.0", "0"),
        ("1E+3", "1000"),
    ],
)
def test_tidy_keeps_the_value_and_drops_the_zeros(value: str, plain_value: str) -> None:
    assert str(tidy(Decimal(value))) == plain_value


@given(st.integers(0, 999_999_999_999))
def test_english_grouping_comes_back(value: int) -> None:
    assert [number.value for number in scan(f"about {value:,} of")] == [value]


@given(st.text("0123456789.,'’ -/%$()½kmbMn\nanthousd", max_size=80))
def test_numbers_are_in_order_inside_the_text_and_apart(text: str) -> None:
    found = scan(text)
    edges = [edge for number in found for edge in (number.start, number.end)]
    assert edges == sorted(edges)
    assert all(0 <= number.start < number.core_end <= number.end <= len(text) for number in found)


@pytest.mark.parametrize(
    ("text", "glued"),
    [("a door,\n6% of it", False), ("sold\n6 doors", False), ("the A6 door", True), ("the X-6 door", True)],
)
def test_a_figure_is_glued_to_a_letter_before_it_but_not_over_a_line_end(text: str, glued: bool) -> None:
    (number,) = scan(text)
    assert number.glued_left is glued

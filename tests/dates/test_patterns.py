"""The patterns of single families by themselves: what they take in, and what they leave."""

from __future__ import annotations

import re

import pytest

from extractor.dates import patterns


@pytest.mark.parametrize(
    ("family", "text", "words"),
    [
        ("absolute", "on June 17, 2025, the", "June 17, 2025"),
        ("absolute", "WIRE)--Jan. 13, 2025--Tarn", "Jan. 13, 2025"),
        ("absolute", "in late\nMay 2025.", "late\nMay 2025"),
        ("absolute", "3-5 May 2025", "3-5 May 2025"),
        ("numeric", "on 17.06.2025.", "17.06.2025"),
        ("written", "on 17/Jun/2025.", "17/Jun/2025"),
        ("year", "in mid-1996.", "mid-1996"),
        ("decade", "the early '90s", "early '90s"),
        ("weekday", "early Tuesday,", "early Tuesday"),
        ("duration", "for two to three weeks.", "two to three weeks"),
        ("unit", "by late\nspring 2026", "late\nspring 2026"),
        ("quarter", "in 3Q25.", "3Q25"),
        ("ended", "the six months to 30 June 2025", "six months to 30 June 2025"),
        ("stretch", "the first ten months of the year", "first ten months of the year"),
        ("month_quarter", "the December 2024 quarter", "December 2024 quarter"),
        ("clock", "at 8:30 a.m. ET", "8:30 a.m. ET"),
        ("every", "twice a week", "twice a week"),
        ("holiday", "on Labor Day 2025", "Labor Day 2025"),
    ],
)
def test_a_family_takes_in(family: str, text: str, words: str) -> None:
    match = getattr(patterns, family)().search(text)
    assert match
    lead = next((name for name in match.groupdict() if name.endswith("lead") and match.start(name) >= 0), None)
    assert text[match.end(lead) if lead else match.start() : match.end()] == words


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("absolute", "model B-May 3"),
        ("absolute", "Mayor"),
        ("numeric", "version 1.2.3.4"),
        ("written", "17/Jun/2025/4"),
        ("year", "$2025"),
        ("year", "2,024"),
        ("quarter", "Q5"),
        ("ended", "six yards to 30 June 2025"),
        ("stretch", "ten months of the year"),
        ("stretch", "first ten months of fiscal 2025"),
        ("month_quarter", "the June quarterly"),
        ("clock", "25:10"),
        ("every", "everyday"),
        ("holiday", "Easterly"),
    ],
)
def test_a_family_leaves(family: str, text: str) -> None:
    assert getattr(patterns, family)().search(text) is None


def test_the_years_of_a_tables_columns_are_no_part_of_its_heading() -> None:
    match = patterns.absolute().search("September 30,\n  2025     2024\n")
    assert match
    assert match[0] == "September 30"


def test_patterns_are_made_once() -> None:
    assert isinstance(patterns.absolute(), re.Pattern)
    assert patterns.absolute() is patterns.absolute()

"""What looks like a time expression and is none."""

from __future__ import annotations

import pytest

NONE = [
    "The panel may, as it sees fit, march on without a word.",
    "They sat down; the choice was second to none.",
    "April Torvald runs August Pumps.",
    "Call +44 20 7946 0018 or 212-555-0142.",
    "We are at 2024 Harrow Street.",
    "The yard built 2,024 units and 1990 units more.",
    "Support is there 24/7.",
    "Ms. Brandt, 53 years old, was praised.",
    "Spring Street has a Summer Palace.",
    "The Water Act of 1995 applies to Route 1987.",
    "They won 3-2 with version 2.10.4.",
    "The Sunday Herald reported it.",
    "Nora, a 12-year-old, sang.",
    "It was a year in which nobody slept.",
    "It pays $3 a year for the shed.",
    "She won the race in 2:08:41.",
    "He was timed 2:10:03 there.",
    "They ran 10:15 in the heat.",
    "A Five-Year Plan was read.",
    "About three quarters are open.",
    "High Noon was shown.",
    "They won 5 in the heats.",
    "Tarn changed from a fiscal year to a calendar year.",
    "Tarn Pumps gave full-year guidance and raised its full year earnings outlook.",
    "The crew has flown 12,500 hours.",
    "A venture called Orion 1980 flies.",
    "The annual March for Rivers drew many.",
    "She told USA Today so.",
    "[ DONATE NOW ]\nIt rained.",
    "Register Now\nIt rained.",
    "She wrote for India Today.",
    "It suits today's fast-paced world.",
    "They train the workforce of tomorrow.",
    "The desk is open 24 hours a day, seven days a week.",
    "It runs four ferries a week and earns $1,000 a day.",
    "Buses       Fares       Miles\n1,812       2,010       $2.40\n1855        2010        $2.60\n",
    "Depot 5      2011       $2.40\nDepot 9      2010       $2.60\n",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(pairs, text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("April Torvald runs it.", "April", "dates.absolute"),
        ("It built 1990 units.", "1990", "dates.year"),
        ("The Sunday Herald said so.", "Sunday", "dates.weekday"),
    ],
)
def test_a_refused_candidate_is_explained(read, text: str, words: str, rule: str) -> None:
    (discard,) = read(text).discards
    assert (text[discard.start : discard.end], discard.found_by) == (words, rule)
    assert discard.reason


def test_words_of_a_date_are_no_refused_candidates(read) -> None:
    assert read("It opened in May 2024.").discards == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The call starts at 9:30.", "T09:30"),
        ("The tower fell at 8:46:40.", "T08:46"),
        ("The tower fell on August 1, 2025, 8:46:40 UTC.", "2025-08-01T08:46"),
        ("The mast broke at noon.", "T12:00"),
        ("Five-year bonds fell.", "P5Y"),
        ("FIVE-YEAR LEASE SIGNED", "P5Y"),
        ("Sales fell for three quarters.", "P3Q"),
        ("It won after several quarters of losses.", "PXQ"),
        ("A venture opened in Orion in 1980.", "1980"),
        ("A venture of Orion was called in 1980.", "1980"),
        ("The yard shut in March for repairs.", "2025-03"),
        ("Tarn opens its yard in Obu today.", "2025-08-14"),
        ("Today's vote was close.", "2025-08-14"),
        ("The crew slept 24 hours.", "PT24H"),
        ("The pump ran for 1,200 hours.", "PT1200H"),
        ("The crew has flown 300 hours.", "PT300H"),
        ("Tarn gave guidance for the full year 2026.", "2026"),
        ("Ms. Brandt Leaves Tarn After 19 Years", "P19Y"),
        ("It sank a week after the fair.", "P1W"),
        ("In the past it sank often.", "PAST_REF"),
        ("YARD OPENS NOW\nIt rained.", "PRESENT_REF"),
        ("Now it rained.", "PRESENT_REF"),
        ("Sold       Costs\n2025        $2.40     41\n", "2025"),
        ("| Year | Sold | Rate |\n|---|---|---|\n| 2025 | $2.40 | 4.1% |\n", "2025"),
        ("Key figures 2025 | Depot |\n|---|---|\n| Fares | $2.40 |\n", "2025"),
    ],
)
def test_what_looks_alike_and_is_one(pairs, text: str, value: str) -> None:
    assert [found for _, found in pairs(text)] == [value]


def test_the_reason_names_the_rule(read) -> None:
    (discard,) = read("The Water Act of 1995 applies.").discards
    assert discard.reason == "the number of a law"

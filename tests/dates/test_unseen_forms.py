"""Forms met in articles that nobody had read before the rules were written: seasons with two years, hours without a sign, weekdays in general."""

from __future__ import annotations

from datetime import date

import pytest

PUBLISHED = date(2026, 5, 12)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Full power comes in winter 2028/29.", [("winter 2028/29", "2028-WI")]),
        ("Bowling held up in a mild winter.", [("winter", "2025-WI")]),
        ("It blamed the mild winter for lower sales.", [("winter", "2025-WI")]),
        ("It sold mild winter coats.", []),
        ("It made a mild cheese.", []),
        ("Trade grew 8% in the January-April period.", [("January-April period", "2026-01/2026-04")]),
        ("Trade grew 8% in the January-June period.", [("January-June period", "2025-01/2025-06")]),
        ("Trade grew in the January–June 2024 period.", [("January–June 2024 period", "2024-01/2024-06")]),
        ("Sales rose in the six weeks to 10 May.", [("six weeks to 10 May", "2026-03-30/2026-05-10")]),
        ("Output fell in the first eight months of 2025.", [("first eight months of 2025", "2025-01-01/2025-08-31")]),
        ("Results (“H1 FY26”) are out.", [("H1 FY26", "FY2026-H1")]),
        ("During the 2026-2030 period it aims for growth.", [("2026-2030", "2026/2030")]),
        ("They fall ill four years\nlater than others.", [("four years", "P4Y")]),
        ("They fell ill in 2019 and, four years later, died.", [("2019", "2019"), ("four years later", "2023")]),
        ("In the year 2024/25 it fed 3,000, up from 2,100 the year before.", [("2024/25", "2024/2025"), ("year before", "2023/2024")]),
        ("In the year 2024 it fed 3,000.", [("year 2024", "2024")]),
        ("Shares fell 6% by 1115 GMT.", [("1115 GMT", "2026-05-12T11:15")]),
        ("The code is 2575 GMT.", []),
        ("Embargo: 23:30 GMT, THURSDAY 14 MAY 2026.", [("23:30 GMT, THURSDAY 14 MAY 2026", "2026-05-14T23:30")]),
    ],
)
def test_forms(pairs, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("People book on a Thursday for the Saturday.", ["XXXX-WXX-4", "XXXX-WXX-6"]),
        ("Nobody buys shoes on a Monday.", ["XXXX-WXX-1"]),
        ("It said so on a Monday call.", ["2026-05-11"]),
        ("The board met on Monday.", ["2026-05-11"]),
        ("In a Friday statement it apologised.", ["2026-05-08"]),
    ],
)
def test_weekdays_in_general_stay_open(pairs, text: str, expected: list[str]) -> None:
    assert [value for _, value in pairs(text, PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Results for H1 FY26. Wages cost £2.3m in the half.", ("half", "FY2026-H1")),
        ("Results for H1 FY26. There were 91 shops at the period end.", ("period end", "FY2026-H1")),
        ("Wages cost £2.3m in the half.", None),
        ("Results for H1 FY26. They won in the half hour left.", None),
        (
            "Q1 FY27 profit rose. The mill is due in Q3 FY27. Capex for FY27 is set; half was spent in the first quarter.",
            ("first quarter", "FY2027-Q1"),
        ),
        ("Q1 FY27 profit rose. The mill is due in Q3 FY27. It beat the year-ago quarter.", ("year-ago quarter", "FY2026-Q1")),
        ("Q1 FY27 profit rose. Every unit grew this quarter.", ("this quarter", "FY2027-Q1")),
        ("Q1 FY27 profit rose. Prices will fall this quarter.", ("this quarter", "2026-Q2")),
    ],
)
def test_the_period_that_is_reported(pairs, text: str, expected: tuple[str, str] | None) -> None:
    found = pairs(text, PUBLISHED)
    assert found[-1] == expected if expected else all("half" not in words and "end" not in words for words, _ in found)


STORY = "Talks on the bridge went on. " * 14


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (STORY + "Exports rose by 8 percent year on year in the first half of 2025.", "first half of 2025"),
        (STORY + "Exports rose by 8 percent in the first half of 2025.", "the first half of 2025"),
    ],
)
def test_news_that_passes_on_official_figures_is_marked_as_a_release(pairs, text: str, words: str) -> None:
    assert pairs(text, PUBLISHED)[-1][0] == words

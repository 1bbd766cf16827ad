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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The desk is open Monday through Friday, 9 a.m. to 5 p.m.", ["XXXX-WXX-1", "XXXX-WXX-5", "T09:00", "T17:00"]),
        ("The desk is open 9 a.m. to 5 p.m. Monday to Friday.", ["T09:00", "T17:00", "XXXX-WXX-1", "XXXX-WXX-5"]),
        ("They usually eat fish on Friday.", ["XXXX-WXX-5"]),
        ("They usually eat fish. The board met on Friday.", ["2026-05-08"]),
        ("Sales are usually held in the second and fourth quarters.", ["XXXX-Q2", "XXXX-Q4"]),
        ("Sales were held in the second and fourth quarters.", ["2026-Q2", "2025-Q4"]),
        ("The fair will run Thursday through Saturday.", ["2026-05-14", "2026-05-16"]),
        ("The fair runs Thursday through Saturday.", ["2026-05-14", "2026-05-16"]),
        ("It rained Thursday through Saturday.", ["2026-05-07", "2026-05-09"]),
    ],
)
def test_weekdays_of_any_week_and_runs_of_days(pairs, text: str, expected: list[str]) -> None:
    assert [value for _, value in pairs(text, PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the first two weeks of January visits rose.", [("first two weeks of January", "2026-01-01/2026-01-14")]),
        ("In the last ten days of December 2025 they fell.", [("last ten days of December 2025", "2025-12-22/2025-12-31")]),
        ("In the first two weeks visits rose.", [("two weeks", "P2W")]),
        ("Trade rose in the first three quarters.", [("first three quarters", "2025-01-01/2025-09-30")]),
        ("Trade rose in the first three quarters of 2024.", [("first three quarters of 2024", "2024-01-01/2024-09-30")]),
        ("Trade rose in the first three quarters of this year.", [("first three quarters of this year", "2026-01-01/2026-09-30")]),
        ("Trade grew in January–March.", [("January–March", "2026-01/2026-03")]),
        ("Trade grew in July–September.", [("July–September", "2025-07/2025-09")]),
        ("Load was the highest for a January.", [("January", "XXXX-01")]),
        ("It sold a January issue.", [("January", "2026-01")]),
        ("Output grew 4% from a year earlier.", [("a year earlier", "2025")]),
        ("Earlier in May it shut.", [("Earlier in May", "2026-05")]),
        (
            "Prices rose 3% in the 12 months to March. Food cost 4% more than a year earlier.",
            [("12 months to March", "2025-04-01/2026-03-31"), ("a year earlier", "2025-03")],
        ),
        (
            "Bids close at noon. It sits between the first half of 2027 and 2031.",
            [("noon", "T12:00"), ("first half of 2027", "2027-H1"), ("2031", "2031")],
        ),
        (
            "April traffic rose to 1.9 million. During the month it flew to Obu; seats cost 9% more than a year ago.",
            [("April", "2026-04"), ("month", "2026-04"), ("a year ago", "2025-04")],
        ),
        ("Exports grew 4% from a year earlier in April.", [("a year earlier", "2025-04"), ("April", "2026-04")]),
        (
            "Ms. Brandt cut her fourth-quarter forecast. Seats cost more than a year ago.",
            [("fourth-quarter", "2026-Q4"), ("a year ago", "2025")],
        ),
        (
            "Bids close at 5:00 p.m., New York City time, on June 3, 2026.",
            [("5:00 p.m., New York City time, on June 3, 2026", "2026-06-03T17:00")],
        ),
        ("Bids close at 6:00 a.m. GMT, 14 October 2026.", [("6:00 a.m. GMT", "T06:00"), ("14 October 2026", "2026-10-14")]),
        (
            "Sales rose in the three- and six-month periods ended June 30, 2025.",
            [("six-month periods ended June 30, 2025", "2025-01-01/2025-06-30")],
        ),
        (
            "In the nine months ended September 30, 2025 and 2024 they fell.",
            [("nine months ended September 30, 2025", "2025-01-01/2025-09-30"), ("2024", "2024-01-01/2024-09-30")],
        ),
        ("Q1 2026 was good. Cash at quarter-end was low.", [("Q1 2026", "2026-Q1"), ("quarter-end", "2026-Q1")]),
        ("First half operating profit rose.", [("First half", "2026-H1")]),
        ("He won first half honours.", []),
        ("Shifts last 8 hours.", [("8 hours", "PT8H")]),
        ("It sold its last 8 hours.", [("last 8 hours", "PT8H")]),
        ("It ran in the last 8 hours.", [("last 8 hours", "PT8H")]),
        ("It has flown since April. Seats cost 9% more than a year ago.", [("April", "2026-04"), ("a year ago", "2025")]),
        ("In January 2024 it opened. Seats cost 9% more than a year ago.", [("January 2024", "2024-01"), ("a year ago", "2025")]),
        (
            "April traffic rose to 1.9 million. It will end by the end of the month.",
            [("April", "2026-04"), ("end of the month", "2026-05")],
        ),
        ("It cost 3% more in the first half of 2027 and 2028.", [("first half of 2027", "2027-H1"), ("2028", "2028-H1")]),
        ("The fair runs on 1 June, and 3 to 5 June.", [("1 June", "2026-06-01"), ("3", "2026-06-03"), ("5 June", "2026-06-05")]),
        ("12 May 2026\nEMBARGOED UNTIL 10.30am AEST", [("12 May 2026", "2026-05-12"), ("10.30am AEST", "2026-05-12T10:30")]),
        ("12 May 2026\nThe gate opens at 10.30am AEST", [("12 May 2026", "2026-05-12"), ("10.30am AEST", "T10:30")]),
        ("Call: 2:30 p.m. Mountain Time today.", [("2:30 p.m. Mountain Time today", "2026-05-12T14:30")]),
    ],
)
def test_stretches_and_what_stands_beside_them(pairs, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It needs $3m to house them before November.", "2026-11"),
        ("It had housed them before November.", "2025-11"),
        ("The plan had to be closed in July.", "2025-07"),
        ("The plan has to be closed in July.", "2026-07"),
        ("Some 300 live there, down from 900 in June.", "2025-06"),
        ("Ms. Brandt raised her third-quarter price forecast.", "2026-Q3"),
        ("Ms. Brandt raised her third-quarter prices.", "2025-Q3"),
    ],
)
def test_what_lies_ahead_by_other_words(pairs, text: str, value: str) -> None:
    assert [found for _, found in pairs(text, PUBLISHED)] == [value]

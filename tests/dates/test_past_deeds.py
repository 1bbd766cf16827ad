"""Days, months and years that the deed or the figure beside them places."""

from __future__ import annotations

from datetime import date

import pytest

PUBLISHED = date(2026, 4, 14)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # so many so far
        ("The fund received 96 bids by October 31.", "2025-10-31"),
        ("The yard delivered 12 new ferries by October 31.", "2025-10-31"),
        ("The fund wants 96 bids by October 31.", "2026-10-31"),
        ("The fund asked for 96 bids by October 31.", "2026-10-31"),
        # what was planned then
        ("The deficit grew to 2.9%, from the 2.7% planned in December.", "2025-12"),
        ("The deficit will be below the 2.7% planned for December.", "2026-12"),
        # who held an office until then
        ("Oda Brandt, until January CFO of Tarn Pumps, joins the board.", "2026-01"),
        ("Oda Brandt, until January a free agent, stays.", "2027-01"),
        ("Oda Brandt will stay until January.", "2027-01"),
        ("Oda Brandt, who until January was CFO of Tarn Pumps, joins the board.", "2026-01"),
        ("Oda Brandt, CFO of Tarn Pumps until January, joins the board.", "2026-01"),
        ("Oda Brandt, CFO of Tarn Pumps, will stay until January, then leave.", "2027-01"),
        ("The pumps, free of charge until January, are new.", "2027-01"),
        # of any week
        ("Every forecast was wrong by the Friday.", "XXXX-WXX-5"),
        ("Every forecast was wrong by Friday.", "2026-04-17"),
        ("It sold out by the Friday show.", "2026-04-17"),
    ],
)
def test_what_the_deed_says(pairs, text: str, value: str) -> None:
    assert pairs(text, PUBLISHED)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Entries for the prize open on September 8 and close on November 2.", "2026-11-02"),
        ("Entries for the prize open on September 8 and close at 5 p.m. ET on November 2.", "2026-11-02T17:00"),
        ("Entries open on September 8 and the last one closed on November 2.", "2025-11-02"),
    ],
)
def test_a_day_behind_one_that_lies_ahead(pairs, text: str, value: str) -> None:
    assert pairs(text, PUBLISHED)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The lake stood at 22% on 24 August 2025, compared with 58% a year earlier.", "a year earlier", "2024-08-24"),
        ("The lake was closed on 24 August 2025. Sales rose from a year earlier.", "a year earlier", "2025"),
        ("In Q1 2026 power cost 8.4% less than a year before.", "a year before", "2025-Q1"),
        ("In Q1 2026 it paid $5 for a yard that it left less than a year before.", "a year before", "2025"),
        ("For the three months ended March 31, 2026 sales beat the prior-year quarter.", "prior-year quarter", "2025-Q1"),
        ("For the three months ended April 30, 2026 sales beat the prior-year quarter.", "prior-year quarter", "2025-02-01/2025-04-30"),
        ("In the first half of 2027 it sells oil at $60, and gas for the full year at $3.", "full year", "2027"),
        ("It sold oil at $60. Gas for the full year was $3.", "full year", "2025"),
        ("From January to March 2026 sales rose from the same period of 2025.", "same period of 2025", "2025-01/2025-03"),
        ("In January and March 2026 sales rose from the same period of 2025.", "same period of 2025", "2025-03"),
        ("In fiscal 2025 sales were $5m, against $4m a year before.", "a year before", "FY2024"),
        ("In January through March 2026 sales rose from the same period in 2025.", "same period in 2025", "2025-01/2025-03"),
        ("For fiscal 2025, the year ended January 31, 2026, sales rose to $9 from $8 a year before.", "a year before", "FY2024"),
        ("Sales grew in Q1 2026. The loss will be told in the second quarter. It sold more than a year ago.", "a year ago", "2025-Q1"),
        ("The loss will be told in the second quarter. It sold more than a year ago.", "a year ago", "2025"),
        ("It sold more in Q4 2025. It kept its outlook for Q2 2026: no change to the outlook for the quarter.", "quarter", "2026-Q2"),
        ("It sold more in Q4 2025. It hired in the quarter.", "quarter", "2025-Q4"),
    ],
)
def test_what_the_figure_beside_it_says(pairs, text: str, words: str, value: str) -> None:
    assert pairs(text, PUBLISHED)[-1] == (words, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade in January through March 2025 rose.", [("January through March 2025", "2025-01/2025-03")]),
        ("Trade in January and March 2025 rose.", [("January", "2025-01"), ("March 2025", "2025-03")]),
        ("At month-end the plant ran at full load.", [("month-end", "2026-03")]),
        ("The plant will run at full load by month-end.", [("month-end", "2026-04")]),
        ("Tarn March Sales Report", [("March", "2026-03")]),
        ("Tarn March Band", []),
        ("Lending absorbed part of the fall in rates.", []),
        ("The fall of the tower was heard.", []),
        ("It came through the fall of 5% well.", []),
        ("It came through the fall of 2025 well.", [("fall of 2025", "2025-FA")]),
        ("It will pay a year-end dividend of $5.", []),
        ("It will pay a dividend at year-end.", [("year-end", "2026-12-31")]),
        ("It will open in the fall in Obu.", [("fall", "2026-FA")]),
        ("It will buy more once the summer is over.", [("summer", "2026-SU")]),
        ("Her first hundred days passed.", [("hundred days", "P100D")]),
        ("Two hundred days passed.", [("Two hundred days", "P200D")]),
    ],
)
def test_forms(pairs, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2026 Harbour Crime Report counts 96 thefts.", []),
        ("Tarn’s 2026 Pump Index: prices fall", []),
        ("The meeting adopted LTIP 2026 for all.", []),
        ("The meeting adopted LTIP 2026-2029 for all.", []),
        ("The meeting adopted pay for 2026-2029 for all.", ["2026/2029"]),
        ("Tarn’s Pump Barometer 2026 shows a rise.", []),
        ("Tarn’s Annual Report 2025 shows a rise.", ["2025"]),
        ("The 2026 State of Pumps Report is out.", []),
        ("In 2026 the Pump Report was out.", ["2026"]),
        ("The 2025 Annual Report is out.", ["2025"]),
        ("The 2025 Pump Sales Report is out.", ["2025"]),
        ("The 2025 Sales Report is out.", ["2025"]),
        ("The 2026 Pump fair opens.", ["2026"]),
        ("It sold EBITDA 2026 targets.", ["2026"]),
    ],
)
def test_the_year_in_the_name_of_a_report_or_plan_is_none(pairs, text: str, expected: list[str]) -> None:
    assert [value for _, value in pairs(text, PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It told of Q2 2026. Output was up from 38,190 ounces in the first quarter. Cash at quarter-end was low.", "2026-Q2"),
        ("It told of Q1 2026. Output was 38,190 ounces in the second quarter. Cash at quarter-end was low.", "2026-Q2"),
        ("It told of Q4 2025. Output was 38,190 ounces in the first quarter. Cash at quarter-end was low.", "2026-Q1"),
    ],
)
def test_the_later_quarter_is_reported(pairs, text: str, value: str) -> None:
    assert pairs(text, date(2026, 7, 14))[-1] == ("quarter-end", value)


def test_rows_under_years_are_of_no_single_year(pairs) -> None:
    table = "Sales                 2026        2025\nJanuary              9,137       7,310\n"
    assert ("January", "XXXX-01") in pairs(table, PUBLISHED)
    assert ("January", "2026-01") in pairs(table.replace("2026        2025", "Pumps       Parts"), PUBLISHED)
    assert ("January", "2026-01") in pairs("Sales                 2026        2025\n\nJanuary              9,137       7,310\n", PUBLISHED)

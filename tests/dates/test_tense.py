"""What a clause's tense says about a day without a year or a week."""

from __future__ import annotations

from datetime import date

import pytest

MARK = "on Monday"


@pytest.mark.parametrize(
    "text",
    [
        "The board will meet on Monday.",
        "The chair will be named on Monday.",
        "The fee would be paid on Monday.",
        "Staff are scheduled to return on Monday.",
        "The miners planned to march on Monday.",
        "Mr. Oban said he would resign on Monday.",
        "The envoy meets Mr. Oban on Monday.",
        "He leaves at 4 a.m. with his wife, and will land on Monday.",
        "The vote is planned on Monday.",
        "They had to file papers by Monday.",
        "The teams will train ahead of Monday's game.",
        "The teams meet on Monday.",
        "Ms. Brandt, who is leaving on Monday, was calm.",
        "The yards are closing down on Monday.",
    ],
)
def test_what_lies_ahead(pairs, text: str) -> None:
    assert pairs(text)[-1][1] == "2025-08-18"


@pytest.mark.parametrize(
    "text",
    [
        "The board met on Monday.",
        "The bank is being asked about a sale it made on Monday.",
        "On Monday, the board planned to buy a yard.",
        "Just ahead of the vote, the ministry on Monday issued a note.",
        "The offer had been scheduled to end on Monday.",
        "Until Monday, they had not called him.",
        "On Monday, when Ms. Brandt set aside her papers, it rained.",
        "The United crew rested on Monday.",
        "It would have rained on Monday.",
        "Nine of them had filed papers by Monday.",
        "They will look for ways around Monday's ruling.",
        "It made it hard to meet demand on Monday.",
        "The sale closed as expected on Monday.",
        "They let the work begin as previously planned on Monday.",
        "The yard shut, as the bank had forecast on Monday.",
    ],
)
def test_what_is_over(pairs, text: str) -> None:
    assert pairs(text)[0][1] == "2025-08-11"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The lease ended Jan. 31.", date(2025, 10, 31), "2025-01-31"),
        ("The offer closes on Jan. 31.", date(2025, 10, 31), "2026-01-31"),
        ("It has lost $3m since November.", date(2025, 10, 31), "2024-11"),
        ("It is trying to sell itself, under a June agreement.", date(2025, 10, 31), "2025-06"),
        ("It is set to sell itself in a June auction.", date(2025, 10, 31), "2026-06"),
        ("Ms. Brandt will step down in March.", date(2025, 5, 10), "2026-03"),
        ("It was expected in April.", date(2025, 5, 10), "2025-04"),
        ("The result is expected in April.", date(2025, 5, 10), "2025-04"),
        ("They said they may lose it when the case is heard in June.", date(2025, 3, 29), "2025-06"),
        ("They said the case was heard in June.", date(2025, 3, 29), "2024-06"),
    ],
)
def test_words_that_settle_a_month_or_day_without_a_year(pairs, text: str, published: date, value: str) -> None:
    assert [found for _, found in pairs(text, published)] == [value]


def test_until_reaches_over_a_clock_time(pairs) -> None:
    assert pairs("The court gave them until 9 a.m. Monday.") == [("9 a.m. Monday", "2025-08-18T09:00")]


def test_an_adjective_in_ed_tells_no_tense(pairs) -> None:
    assert pairs("It will open on a still unspecified day in January.") == [("January", "2026-01")]


@pytest.mark.parametrize("text", ["The board met on Thursday.", "The board meets on Thursday."])
def test_the_weekday_of_publication_is_that_day(pairs, text: str) -> None:
    assert pairs(text) == [("Thursday", "2025-08-14")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bookings for the winter were better than before.", "2025-WI"),
        ("In the winter bookings were better than before.", "2024-WI"),
        ("Bookings for the spring were better than before.", "2025-SP"),
    ],
)
def test_a_season_that_is_near_is_looked_forward_to(pairs, text: str, value: str) -> None:
    assert pairs(text, date(2025, 11, 6))[0][1] == value

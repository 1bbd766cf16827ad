"""How a news story tells time: what TIMEX3 takes into a mention there, and the days that its clock times and weeks belong to."""

from __future__ import annotations

from datetime import date

import pytest

STORY = "Talks on the bridge went on. " * 14
PUBLISHED = date(2025, 8, 14)  # a Thursday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarn Pumps kept its current name.", [("current", "PRESENT_REF")]),
        ("They rose from the current four ferries.", [("current", "PRESENT_REF")]),
        ("They rose to the then current price.", []),
        ("The current account was in deficit.", []),
        ("A current of air shook it.", []),
        ("The current was strong.", []),
        ("The two day fair began.", [("two day", "P2D")]),
        ("It ends by the year two thousand.", [("the year two thousand", "2000")]),
        ("A hearing is due the week of September 1.", [("the week of September 1", "2025-W36")]),
        ("It shuts over the next year or so.", [("the next year or so", "2026")]),
        ("It died within weeks or months.", [("weeks or months", "PXW")]),
        ("It died within weeks of the flood.", [("weeks", "PXW")]),
        ("It will hold in the short term.", [("the short term", "FUTURE_REF")]),
        ("It bought short-term debt.", []),
        ("The bonds will be redeemed in five years.", [("five years", "2030")]),
        ("Prices were at the highest in five years.", [("five years", "P5Y")]),
        ("It will run for five years.", [("five years", "P5Y")]),
        ("The fee is paid quarterly.", []),
        ("Prices fell in the year to February.", [("the year", "P1Y"), ("February", "2025-02")]),
        ("The year to come is hard.", [("The year", "2025")]),
    ],
)
def test_what_a_story_marks(pairs, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(STORY + text, PUBLISHED) == expected


def test_the_morning_of_no_day_is_not_marked(pairs) -> None:
    assert pairs(STORY + "They fish in the morning.", PUBLISHED) == []
    assert pairs("Ships left on Friday. Orders came in the morning.", PUBLISHED) == [("Friday", "2025-08-08")]


def test_a_release_leaves_the_adjective_unmarked(pairs) -> None:
    assert pairs("Tarn Pumps kept its current name.", PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mast fell at about 10:35 a.m. (0735 GMT) Friday.", [("about 10:35 a.m.", "2025-08-08T10:35"), ("Friday", "2025-08-08")]),
        (
            "The crew will leave at 4 in the morning (4 a.m. EDT Monday).",
            [("4 in the morning", "2025-08-18T04:00"), ("4 a.m. EDT Monday", "2025-08-18T04:00")],
        ),
        ("A ferry sank on Monday. The alarm came at 10 p.m.", [("Monday", "2025-08-11"), ("10 p.m.", "2025-08-11T22:00")]),
        ("A ferry sank on Monday.\n\nA vote is due at 10 p.m.", [("Monday", "2025-08-11"), ("10 p.m.", "2025-08-14T22:00")]),
        ("A ferry sank on Monday.\n\nA mast fell at 10 p.m.", [("Monday", "2025-08-11"), ("10 p.m.", "T22:00")]),
        (
            "It sank on Monday. It rose again at 10 p.m. and sank the following day.",
            [("Monday", "2025-08-11"), ("10 p.m.", "2025-08-11T22:00"), ("the following day", "2025-08-12")],
        ),
    ],
)
def test_the_day_of_a_clock_time(pairs, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(STORY + text, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The index fell on Friday. For the week, it lost 9 points.", ("the week", "2025-W32")),
        ("The index fell today. For the week, it lost 9 points.", ("the week", "2025-W33")),
        ("It burned on May 3, 2024. Talks end by the end of the week.", ("the end of the week", "2025-W33")),
        ("Shares fell on Friday, hurt by overnight losses.", ("overnight", "2025-08-07TNI")),
        ("Shares fell on May 3, 2024, hurt by overnight losses.", ("overnight", "2025-08-13TNI")),
        ("Ships left on Friday. Orders came in the morning.", ("the morning", "2025-08-08TMO")),
        ("Ships left on Friday at 4 in the morning.", ("Friday at 4 in the morning", "2025-08-08T04:00")),
        ("Ships left on Friday.\n\nOrders came in the evening.", ("the evening", "2025-08-08TEV")),
        ("The board met on Friday and voted later in the day.", ("later in the day", "2025-08-08")),
        ("The envoy lands on Monday and leaves later in the day.", ("later in the day", "2025-08-18")),
        (
            "Fires burned on Friday. Trade was hurt by overnight losses. Ships had left the previous Friday.",
            ("the previous Friday", "2025-08-01"),
        ),
        ("It burned on May 3, 2024. Votes come later in the day.", ("later in the day", "2025-08-14")),
    ],
)
def test_the_day_and_the_week_of_what_was_just_told(pairs, text: str, expected: tuple[str, str]) -> None:
    assert pairs(STORY + text, PUBLISHED)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was bought in May 2024 and sold that same day.", [("May 2024", "2024-05"), ("that same day", "2024-05-XX")]),
        ("It was bought in 2023. Trades made that day lost.", [("2023", "2023")]),
        ("It was bought in May 2024 and sold the following day.", [("May 2024", "2024-05")]),
        ("It was bought on May 3, 2024 and sold that day.", [("May 3, 2024", "2024-05-03"), ("that day", "2024-05-03")]),
    ],
)
def test_a_day_within_a_longer_stretch_is_not_its_first(pairs, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(STORY + text, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarn lost $3m in the second quarter. This quarter's loss includes a charge.", ("This quarter", "2025-Q2")),
        (
            "In the year-ago quarter, the first quarter ended March 31, Tarn lost $3m. Results for that quarter were restated.",
            ("that quarter", "2024-Q1"),
        ),
        ("In the first quarter, Tarn lost $3m. Results for that quarter were restated.", ("that quarter", "2025-Q1")),
        ("Tarn lost $3m in the second quarter. Last year's results were hurt by a fire.", ("Last year", "2024-Q2")),
        ("Tarn lost $3m in the second quarter. Last year's fire was costly.", ("Last year", "2024")),
        ("Tarn lost $3m in the second quarter.\n\nLast year's results were good.", ("Last year", "2024")),
        ("Tarn lost $3m in the second quarter. It will gain this quarter.", ("this quarter", "2025-Q3")),
    ],
)
def test_this_quarter_of_results_is_the_one_reported(pairs, text: str, expected: tuple[str, str]) -> None:
    assert pairs(STORY + text, PUBLISHED)[-1] == expected

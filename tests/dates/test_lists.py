"""Members of lists: each is a date of its own, with what is said once for all."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It meets on April 24 and 25, 2026.", [("April 24", "2026-04-24"), ("25, 2026", "2026-04-25")]),
        ("Talks on April 24 and 25 failed.", [("April 24", "2025-04-24"), ("25", "2025-04-25")]),
        ("Fairs on May 5, 7 and 9 were full.", [("May 5", "2025-05-05"), ("7", "2025-05-07"), ("9", "2025-05-09")]),
        ("Doors opened from May 10 to 12, 2024.", [("May 10", "2024-05-10"), ("12, 2024", "2024-05-12")]),
        ("It met on 5, 6 and 7 June 2024.", [("5", "2024-06-05"), ("6", "2024-06-06"), ("7 June 2024", "2024-06-07")]),
        ("Cash at March 31, 2024 and 2023 was low.", [("March 31, 2024", "2024-03-31"), ("2023", "2023-03-31")]),
        (
            "Cash at December 31, 2024, 2023 and 2022.",
            [("December 31, 2024", "2024-12-31"), ("2023", "2023-12-31"), ("2022", "2022-12-31")],
        ),
        (
            "Three months ended March 31, 2024 and 2023",
            [("Three months ended March 31, 2024", "2024-01-01/2024-03-31"), ("2023", "2023-01-01/2023-03-31")],
        ),
        ("It rained in March and April 2024.", [("March", "2024-03"), ("April 2024", "2024-04")]),
        ("Stocks at September 30 and December 31, 2024 fell.", [("September 30", "2024-09-30"), ("December 31, 2024", "2024-12-31")]),
        ("It rained from November to February 2024.", [("November", "2023-11"), ("February 2024", "2024-02")]),
        ("Fourth Quarter and Full Year 2024 Results", [("Fourth Quarter", "2024-Q4"), ("Full Year 2024", "2024")]),
        ("Fourth Quarter and Fiscal Year 2024 Results", [("Fourth Quarter", "FY2024-Q4"), ("Fiscal Year 2024", "FY2024")]),
        ("Orders in Q2 and Q3 2024 fell.", [("Q2", "2024-Q2"), ("Q3 2024", "2024-Q3")]),
        ("Orders fell in the first and second quarters of 2024.", [("first", "2024-Q1"), ("second quarters of 2024", "2024-Q2")]),
        ("It grew between 2019 and 2023.", [("2019", "2019"), ("2023", "2023")]),
        ("The deal of April 24 and 25 countries joined.", [("April 24", "2025-04-24")]),
        ("Results of the third quarter of 2024 and 2025 guidance", [("third quarter of 2024", "2024-Q3"), ("2025", "2025")]),
    ],
)
def test_lists_and_ranges_told_in_words(pairs, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected

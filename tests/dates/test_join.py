"""Clock times and days that are one mention, and those that are two."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call today at 8:30 a.m. ET.", [("today at 8:30 a.m. ET", "2025-08-14T08:30")]),
        ("Call at 8:30 a.m. ET on Tuesday.", [("8:30 a.m. ET on Tuesday", "2025-08-12T08:30")]),
        ("Not before 14:30, 18 September 2025.", [("14:30, 18 September 2025", "2025-09-18T14:30")]),
        ("Call on 18 September 2025, 14:30 CET.", [("18 September 2025, 14:30 CET", "2025-09-18T14:30")]),
        ("It is held on Thursday, September 18, at 1 p.m. ADT.", [("Thursday, September 18, at 1 p.m. ADT", "2025-09-18T13:00")]),
        ("Not before 6:00 a.m. GMT, 14 October 2025.", [("6:00 a.m. GMT", "T06:00"), ("14 October 2025", "2025-10-14")]),
        ("It rang at 8:30 a.m. and on September 18, 2025.", [("8:30 a.m.", "T08:30"), ("September 18, 2025", "2025-09-18")]),
        ("It rang at 8:30 a.m. in 2024.", [("8:30 a.m.", "T08:30"), ("2024", "2024")]),
        (
            "Call at 5:00 p.m. ET (2:00 p.m. PT) on August 18, 2025.",
            [("5:00 p.m. ET", "2025-08-18T17:00"), ("2:00 p.m. PT", "2025-08-18T14:00"), ("August 18, 2025", "2025-08-18")],
        ),
        (
            "Call on August 18 at 5:00 p.m. ET / 2:00 p.m. PT.",
            [("August 18 at 5:00 p.m. ET", "2025-08-18T17:00"), ("2:00 p.m. PT", "2025-08-18T14:00")],
        ),
        ("Call at 5:00 p.m. ET (2:00 p.m. PT).", [("5:00 p.m. ET", "T17:00"), ("2:00 p.m. PT", "T14:00")]),
        ("It rang from 9:00 to 18:00.", [("9:00", "T09:00"), ("18:00", "T18:00")]),
    ],
)
def test_a_time_and_its_day(pairs, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected

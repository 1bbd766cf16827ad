"""Days, months and years that name themselves."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plant opened on June 17, 2024.", ("June 17, 2024", "2024-06-17")),
        ("The plant opened on 17 June 2024.", ("17 June 2024", "2024-06-17")),
        ("It shut on the 4th day of May, 2021.", ("4th day of May, 2021", "2021-05-04")),
        ("Filed on 2024-06-17 by hand.", ("2024-06-17", "2024-06-17")),
        ("Filed on 17/06/2024 by hand.", ("17/06/2024", "2024-06-17")),
        ("Logged at 2024-06-17T08:30:15Z by hand.", ("2024-06-17T08:30:15Z", "2024-06-17T08:30:15")),
        ("The fair runs May 3-5, 2026, in Graz.", ("May 3-5, 2026", "2026-05-03/2026-05-05")),
        ("The fair runs May 30-June 2, 2025, in Graz.", ("May 30-June 2, 2025", "2025-05-30/2025-06-02")),
        ("It operated there (2019-2023).", ("2019-2023", "2019/2023")),
        ("The firm shrank in the 1990s.", ("1990s", "199")),
        ("It was built in the 19th century.", ("19th century", "18")),
        ("He left on June the seventeenth.", ("June the seventeenth", "2025-06-17")),
        (
            "It burned on the twenty-third of March, two thousand and nineteen.",
            ("twenty-third of March, two thousand and nineteen", "2019-03-23"),
        ),
        ("It burned on June seventeenth, twenty twenty-four.", ("June seventeenth, twenty twenty-four", "2024-06-17")),
        ("It opens in nineteen ninety-six style.", ("nineteen ninety-six", "1996")),
        ("It is shut on Christmas Eve.", ("Christmas Eve", "2025-12-24")),
        ("It opened on Easter Monday, 2024.", ("Easter Monday, 2024", "2024-04-01")),
        ("It opened in June '24 at last.", ("June '24", "2024-06")),
        ("It was sold in March, 1998.", ("March, 1998", "1998-03")),
    ],
)
def test_one_written_form(pairs, text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shares fell on June 17.", "2025-06-17"),
        ("The results are due on January 9.", "2026-01-09"),
        ("The stock would be paid for in November.", "2025-11"),
        ("The loan is extended through January.", "2026-01"),
        ("Friday, August 8, was the last day.", "2025-08-08"),
    ],
)
def test_without_a_year_it_is_the_one_the_clause_means(pairs, text: str, value: str) -> None:
    assert pairs(text)[0][1] == value


@pytest.mark.parametrize(
    "text",
    [
        "Due on February 30, 2025.",
        "Due on 31 April 2025.",
        "Dated 2025-13-02.",
        "Dated 13/13/2025.",
        "Due the 31st of June 2025.",
        "Due 31/Apr/2025.",
    ],
)
def test_impossible_days_are_warned_of_and_left_out(read, text: str) -> None:
    found = read(text)
    assert found.dates == []
    assert [caution.code for caution in found.cautions] == ["date-impossible"]


def test_the_document_decides_the_order_of_day_and_month(pairs) -> None:
    assert pairs("Signed 03/04/2025, due 25/04/2025.") == [("03/04/2025", "2025-04-03"), ("25/04/2025", "2025-04-25")]


def test_an_order_that_nothing_decides_is_warned_of(read) -> None:
    found = read("Signed 03/04/2019 in Graz.", None)
    assert [each.value for each in found.dates] == ["2019-XX-XX"]
    assert [caution.code for caution in found.cautions] == ["date-order"]

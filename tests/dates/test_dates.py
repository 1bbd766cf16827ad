"""Dates end to end without a model: text in, (words, value, days) out. All wording and names are our own."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.dates.component import annotate
from extractor.findings import Findings

PUBLISHED = date(2025, 8, 14)  # a Thursday


def read(text: str, published: date | None = PUBLISHED) -> Findings:
    found = Findings(text=text, published=published)
    annotate(found)
    return found


def pairs(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(" ".join(text[each.start : each.end].split()), each.value) for each in read(text, published).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plant opened on June 17, 2024.", ("June 17, 2024", "2024-06-17")),
        ("The plant opened on 17 June 2024.", ("17 June 2024", "2024-06-17")),
        ("Filed on 2024-06-17 by hand.", ("2024-06-17", "2024-06-17")),
        ("Filed on 17/06/2024 by hand.", ("17/06/2024", "2024-06-17")),
        ("The fair runs May 3-5, 2026, in Graz.", ("May 3-5, 2026", "2026-05-03/2026-05-05")),
        ("It operated there (2019-2023).", ("2019-2023", "2019/2023")),
        ("Sales rose in the third quarter of 2024.", ("third quarter of 2024", "2024-Q3")),
        ("Margins fell in 3Q25.", ("3Q25", "2025-Q3")),
        ("Sales rose in fiscal 2025.", ("fiscal 2025", "FY2025")),
        ("Sales for the nine months ended September 30, 2024 rose.", ("nine months ended September 30, 2024", "2024-01-01/2024-09-30")),
        ("The firm shrank in the 1990s.", ("1990s", "199")),
        ("Mr. Oban resigned yesterday.", ("yesterday", "2025-08-13")),
        ("The board met Thursday.", ("Thursday", "2025-08-14")),
        ("The board will meet on Monday.", ("Monday", "2025-08-18")),
        ("The board met on Monday.", ("Monday", "2025-08-11")),
        ("Orders fell last week.", ("last week", "2025-W32")),
        ("It was founded three years ago.", ("three years ago", "2022")),
        ("They signed a three-year lease.", ("three-year", "P3Y")),
        ("Stock is counted every quarter.", ("every quarter", "P1Q")),
        ("The pump is now certified.", ("now", "PRESENT_REF")),
        ("It will open by the end of next year.", ("end of next year", "2026")),
        ("The call starts today at 8:30 a.m. ET.", ("today at 8:30 a.m. ET", "2025-08-14T08:30")),
    ],
)
def test_one_expression_is_found_with_its_value(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "The panel may, as it sees fit, march on without a word.",
        "They sat down; the choice was second to none.",
        "April Torvald runs August Pumps.",
        "Call +44 20 7946 0018 or 212-555-0142.",
        "We are at 2024 Harrow Street.",
        "The yard built 2,024 units and 1990 units more.",
        "Support is there 24/7.",
        "Ms. Brandt, 53 years old, was praised.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize("text", ["Due on February 30, 2025.", "Due on 31 April 2025.", "Dated 2025-13-02."])
def test_impossible_days_are_warned_of_and_left_out(text: str) -> None:
    found = read(text)
    assert found.dates == []
    assert [caution.code for caution in found.cautions] == ["date-impossible"]


def test_a_year_earlier_is_the_twin_of_the_quarter_beside_it() -> None:
    assert pairs("In the second quarter of 2025 net income rose from a year earlier.")[1] == ("a year earlier", "2024-Q2")


@pytest.mark.parametrize(("text", "value"), [("It opens on June 17.", "XXXX-06-17"), ("It opened on Monday.", "XXXX-WXX-1"), ("It shut last year.", "XXXX")])
def test_without_a_date_of_publication_values_stay_open_with_a_warning(text: str, value: str) -> None:
    found = read(text, None)
    assert [(each.value, each.earliest, each.latest) for each in found.dates] == [(value, None, None)]
    assert [caution.code for caution in found.cautions] == ["date-open"]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity", "modifier", "anchored"),
    [
        ("It grew in Q3 2024.", date(2024, 7, 1), date(2024, 9, 30), "quarter", None, False),
        ("It grew last month.", date(2025, 7, 1), date(2025, 7, 31), "month", None, True),
        ("It opens in late 2026.", date(2026, 1, 1), date(2026, 12, 31), "year", "END", False),
        ("It grew in fiscal 2024.", None, None, "year", None, False),
        ("It closed in early March 2024.", date(2024, 3, 1), date(2024, 3, 31), "month", "START", False),
    ],
)
def test_days_granularity_modifier_and_anchor(
    text: str, earliest: date | None, latest: date | None, granularity: str, modifier: str | None, anchored: bool  # a table's column
) -> None:
    (each,) = read(text).dates
    assert (each.earliest, each.latest, each.granularity, each.modifier, each.anchored) == (earliest, latest, granularity, modifier, anchored)


def test_the_document_decides_the_order_of_day_and_month() -> None:
    assert pairs("Signed 03/04/2025, due 25/04/2025.") == [("03/04/2025", "2025-04-03"), ("25/04/2025", "2025-04-25")]


def test_a_dateline_dates_an_undated_text() -> None:
    found = read("CHICAGO, Nov. 7, 2025 /PRNewswire/ -- Tarn Pumps today named a chair.", None)
    assert (found.dateline_date, found.published, found.published_origin) == (date(2025, 11, 7), date(2025, 11, 7), "dateline")
    assert [each.value for each in found.dates] == ["2025-11-07", "2025-11-07"]


def test_a_given_date_of_publication_is_kept() -> None:
    found = read("CHICAGO, Nov. 7, 2025 /PRNewswire/ -- Tarn Pumps today named a chair.", date(2025, 11, 8))
    assert (found.dateline_date, found.published) == (date(2025, 11, 7), date(2025, 11, 8))


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from(["{0:%B} {0.day}, {0.year}", "{0.day} {0:%B} {0.year}", "{0:%Y-%m-%d}", "{0:%b}. {0.day}, {0.year}"]))
def test_any_day_in_any_written_form_comes_back(day: date, form: str) -> None:
    written = form.format(day).replace("May.", "May")
    assert [each.value for each in read(f"The vote was held on {written} in Graz.").dates] == [day.isoformat()]


@pytest.mark.parametrize("piece", ["1987 4 1995 12 2003 ", "2024-01-01, ", "one two three years ", "12/12/12/", "a year ", "((2025, "])
def test_100_kb_take_under_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = time.perf_counter()
    read(text)
    assert time.perf_counter() - begin < 5

"""The whole room: days, datelines, and what must hold for any text."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
FORMS = [
    "{month} {day.day}, {day.year}",
    "{day.day} {month} {day.year}",
    "{short}. {day.day}, {day.year}",
    "{day.day} {short} {day.year}",
    "{day.day}th of {month}, {day.year}",
    "{day.year}-{day.month:02}-{day.day:02}",
    "{day.year}/{day.month:02}/{day.day:02}",
    "{day.day}.{day.month}.{day.year}",
    "{month}\n{day.day}, {day.year}",
    "{month}\u00a0{day.day}, {day.year}",
    "{day.year} {month} {day.day}",
    "{day.day}/{short}/{day.year}",
]
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905 - read more easily


WORDS = [
    *[
        "in",
        "the",
        "of",
        "June",
        "17",
        "2024",
        ",",
        ".",
        "-",
        "/",
        "31",
        "first",
        "second",
        "quarter",
        "last",
        "year",
        "ago",
        "Friday",
        "a",
        "nine",
        "months",
        "ended",
        "fiscal",
        "and",
        "to",
        "by",
        "’",
        "24",
        "8:30",
        "p.m.",
        "Q3",
        "FY25",
        "half",
    ],
    "\n",
]


def write(form: str, day: date) -> str:
    month = MONTHS[day.month - 1]
    return form.format(day=day, month=month, short=month[:3]).replace("May.", "May")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity", "modifier", "anchored"),
    [
        ("It grew in Q3 2024.", date(2024, 7, 1), date(2024, 9, 30), "quarter", None, False),
        ("It grew last month.", date(2025, 7, 1), date(2025, 7, 31), "month", None, True),
        ("It opens in late 2026.", date(2026, 1, 1), date(2026, 12, 31), "year", "END", False),
        ("It grew in fiscal 2024.", None, None, "year", None, False),
        ("It closed in early March 2024.", date(2024, 3, 1), date(2024, 3, 31), "month", "START", False),
        ("It shrank in the 1990s.", date(1990, 1, 1), date(1999, 12, 31), "decade", None, False),
        ("It shut last week.", date(2025, 8, 4), date(2025, 8, 10), "week", None, True),
    ],
)
def test_days_granularity_modifier_and_anchor(
    read, text: str, earliest: date | None, latest: date | None, granularity: str, modifier: str | None, anchored: bool
) -> None:
    (each,) = read(text).dates
    assert (each.earliest, each.latest, each.granularity, each.modifier, each.anchored) == (
        earliest,
        latest,
        granularity,
        modifier,
        anchored,
    )


def test_a_dateline_dates_an_undated_text(read) -> None:
    found = read("CHICAGO, Nov. 7, 2025 /PRNewswire/ -- Tarn Pumps today named a chair.", None)
    assert (found.dateline_date, found.published, found.published_origin) == (date(2025, 11, 7), date(2025, 11, 7), "dateline")
    assert [each.value for each in found.dates] == ["2025-11-07", "2025-11-07"]


def test_a_given_date_of_publication_is_kept(read) -> None:
    found = read("CHICAGO, Nov. 7, 2025 /PRNewswire/ -- Tarn Pumps today named a chair.", date(2025, 11, 8))
    assert (found.dateline_date, found.published) == (date(2025, 11, 7), date(2025, 11, 8))


@settings(max_examples=150, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from(FORMS))
def test_any_day_in_any_written_form_comes_back(read, day: date, form: str) -> None:
    text = f"The vote was held on {write(form, day)} in Graz.".replace("\u00a0", " ")
    assert [each.value for each in read(text).dates] == [day.isoformat()]


@settings(max_examples=100, deadline=None)
@given(
    st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    st.sampled_from(["three", "six", "nine", "twelve", "3", "10"]),
    st.sampled_from(FORMS[:2]),
)
def test_months_that_end_with_a_day_are_so_many(read, day: date, number: str, form: str) -> None:
    (each,) = read(f"Sales for the {number} months ended {write(form, day)} rose.").dates
    assert each.latest == day
    total = {"three": 3, "six": 6, "nine": 9, "twelve": 12}.get(number) or int(number)
    behind = each.earliest.toordinal() - 1
    assert abs((day.year - date.fromordinal(behind).year) * 12 + day.month - date.fromordinal(behind).month - total) <= 1
    assert each.value == f"{each.earliest}/{each.latest}"


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_a_day_without_a_year_is_within_a_year_of_publication(read, day: date, published: date) -> None:
    (each,) = read(f"The vote was on {MONTHS[day.month - 1]} {day.day} in Graz.", published).dates
    assert each.value.endswith(day.isoformat()[4:])
    if each.earliest:
        assert abs((each.earliest - published).days) <= 366 or (day.month, day.day) == (2, 29)


def test_a_leap_day_with_no_leap_year_around_stays_open(read) -> None:
    found = read("The vote was on February 29 in Graz.", date(2002, 1, 1))
    assert [(each.value, each.earliest) for each in found.dates] == [("XXXX-02-29", None)]
    assert found.cautions


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=24))
def test_any_words_give_ordered_dates_inside_the_text(read, words: list[str]) -> None:
    text = " ".join(words)
    dates = read(text).dates
    assert all(0 <= each.start < each.end <= len(text) and each.value for each in dates)
    assert all(first.end <= second.start for first, second in pairwise(dates))
    assert all(each.earliest <= each.latest for each in dates if each.earliest and each.latest)


TEXT = "Tarn Pumps opened on March 3, 2021 and will report on Friday; it pays on January 9, as it did last year. The yard shut on 17/Jun/2024 and 2 years and 3 months ago."
CODE = (
    "import datetime as d, sys; from extractor.dates.component import annotate; from extractor.findings import Findings;"
    f"f = Findings(text={TEXT!r}, published=d.date(2024, 12, 16)); annotate(f);"
    "print([(e.start, e.end, e.value, str(e.earliest), str(e.latest)) for e in f.dates])"
)
CLOCK = "import time; time.time = lambda: 1.9e9; time.localtime = lambda *_: time.gmtime(1.9e9);"


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize("locale", ["C", "de_DE.UTF-8"])
def test_clock_zone_and_locale_change_nothing(zone: str, locale: str) -> None:
    here = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, cwd=ROOT).stdout
    there = subprocess.run(
        [sys.executable, "-c", CLOCK + CODE], check=True, capture_output=True, cwd=ROOT, env={**os.environ, "TZ": zone, "LC_ALL": locale}
    ).stdout
    assert here == there
    assert b"2024-12-20" in here
    assert b"2025-01-09" in here


def test_threads_change_nothing(pairs) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: tuple(pairs(TEXT)), range(12)))
    assert len(set(answers)) == 1
    assert len(answers[0]) == 6


@pytest.mark.parametrize(
    "piece",
    [
        "1987 4 1995 12 2003 ",
        "2024-01-01, ",
        "one two three years ",
        "12/12/12/",
        "a year ",
        "((2025, ",
        "May 5, 7, 9, ",
        "2024, 2023, ",
        "5, 6, 7 ",
        "first and second quarters ",
        "fiscal year ended ",
        "first ten months of the year ",
        "the September quarter ",
        "fourth quarter ended June 30, 2025 ",
        "third quarter of fiscal 2025, which ended ",
        "18 November 2025\n",
        "third quarter from a year earlier than last year ",
        "by Monday's had been filed ",
        "(Q3 FY25: ",
        "May 5 v2.1.3 ",
        "Nov. 18, 2025\n\n",
        "30 September,\n   2025     2024",
    ],
)
def test_100_kb_take_under_a_second(read, piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    read(text)
    spent = time.process_time() - begin
    assert spent < 2  # one second by itself; room for a busy machine

"""Time counted from the publication date, or from the date spoken of before."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Oban resigned yesterday.", ("yesterday", "2025-08-13")),
        ("He was seen the day before yesterday.", ("the day before yesterday", "2025-08-12")),
        ("He sang last night.", ("last night", "2025-08-13TNI")),
        ("He sang on Tuesday night.", ("Tuesday night", "2025-08-12TNI")),
        ("Orders fell last week.", ("last week", "2025-W32")),
        ("Orders fell last month.", ("last month", "2025-07")),
        ("Orders may fall next quarter.", ("next quarter", "2025-Q4")),
        ("It was founded three years ago.", ("three years ago", "2022")),
        ("It was founded two decades ago.", ("two decades ago", "2005")),
        ("It was founded a year and a half ago.", ("a year and a half ago", "2024-02")),
        ("It was founded three and a half years ago.", ("three and a half years ago", "2022-02")),
        ("It was founded five weeks ago.", ("five weeks ago", "2025-W28")),
        ("It came years ago.", ("years ago", "PAST_REF")),
        ("It closed last winter.", ("last winter", "2024-WI")),
        ("Shops shut over the weekend.", ("the weekend", "2025-W32-WE")),
        ("It will open by the end of next year.", ("end of next year", "2026")),
        ("The call starts today at 8:30 a.m. ET.", ("today at 8:30 a.m. ET", "2025-08-14T08:30")),
        ("The pump is now certified.", ("now", "PRESENT_REF")),
        ("The crew left at 4 in the morning.", ("4 in the morning", "T04:00")),
        ("The crew left at 4:30 in the afternoon.", ("4:30 in the afternoon", "T16:30")),
        ("The crew came in the week of March 3.", ("week of March 3", "2025-W10")),
        ("The fair is held in the week beginning 20 October 2025.", ("week beginning 20 October 2025", "2025-W43")),
        ("Demand has cooled in recent months.", ("recent months", "PAST_REF")),
        ("Shares rose at mid-afternoon yesterday.", ("mid-afternoon yesterday", "2025-08-13TAF")),
        ("Shares rose late morning on Tuesday.", ("late morning on Tuesday", "2025-08-12TMO")),
        ("It took a quarter of an hour.", ("a quarter of an hour", "PT15M")),
        ("It took three quarters of an hour.", ("three quarters of an hour", "PT45M")),
        ("It took 4.8 hours.", ("4.8 hours", "PT4.8H")),
        ("It sank a quarter of a century ago.", ("a quarter of a century ago", "2000")),
        ("It sank half a century ago.", ("half a century ago", "1975")),
        ("In 1998 it burned; that summer it rose again.", ("that summer", "1998-SU")),
        ("They fish each summer.", ("each summer", "XXXX-SU")),
        ("They fished on New Year's Day 2013.", ("New Year's Day 2013", "2013-01-01")),
        ("They fished in Easter week.", ("Easter week", "2025-W16")),
        ("They will fish over Labor Day weekend.", ("Labor Day weekend", "2025-W35-WE")),
        ("They fished over Thanksgiving weekend.", ("Thanksgiving weekend", "2024-W48-WE")),
        ("They fished at Easter 2025.", ("Easter 2025", "2025-04-20")),
        ("She will one day lead it.", ("one day", "FUTURE_REF")),
        ("It took one day.", ("one day", "P1D")),
        ("Ferries leave on Monday and Tuesday nights.", ("Monday", "XXXX-WXX-1TNI")),
        ("Ferries left on Monday and Tuesday night.", ("Monday", "2025-08-11")),
    ],
)
def test_one_expression(pairs, text: str, expected: tuple[str, str]) -> None:
    found = [(words.removeprefix("the ") if not expected[0].startswith("the ") else words, value) for words, value in pairs(text)]
    assert expected in found or (expected[0].removeprefix("the "), expected[1]) in found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on March 3, 2024. Three days later it shut.", "2024-03-06"),
        ("It opened on March 3, 2024. The following day it shut.", "2024-03-04"),
        ("It opened in March 2024. Two months earlier it had burned.", "2024-01"),
        ("It opened in 2010. Two years later it shut.", "2012"),
    ],
)
def test_counted_from_the_date_spoken_of(pairs, text: str, value: str) -> None:
    assert pairs(text)[1][1] == value


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("They signed a three-year lease.", "DURATION", "P3Y"),
        ("The works will last 18 months.", "DURATION", "P18M"),
        ("Stock is counted every second week.", "SET", "P2W"),
        ("Stock is counted every third year.", "SET", "P3Y"),
        ("Stock is counted every second Tuesday.", "SET", "XXXX-WXX-2"),
        ("It takes 24 hours.", "DURATION", "PT24H"),
        ("It took a minute and a half.", "DURATION", "PT1M30S"),
        ("It took six and a half years.", "DURATION", "P6Y6M"),
        ("Prices doubled over the past decade.", "DURATION", "P10Y"),
        ("Stock is counted every quarter.", "SET", "P1Q"),
        ("Stock is counted annually.", "SET", "P1Y"),
        ("Stock is counted twice a week.", "SET", "P1W"),
        ("Stock is counted every Monday.", "SET", "XXXX-WXX-1"),
    ],
)
def test_lengths_and_sets(read, text: str, type_: str, value: str) -> None:
    assert [(each.type, each.value) for each in read(text).dates] == [(type_, value)]


def test_the_past_decade_ends_with_the_publication(read) -> None:
    (each,) = read("Prices doubled over the past decade.").dates
    assert (each.earliest, each.latest) == (date(2015, 8, 14), date(2025, 8, 14))


@pytest.mark.parametrize(
    ("text", "value"), [("It opens on June 17.", "XXXX-06-17"), ("It opened on Monday.", "XXXX-WXX-1"), ("It shut last year.", "XXXX")]
)
def test_without_a_date_of_publication_values_stay_open_with_a_warning(read, text: str, value: str) -> None:
    found = read(text, None)
    assert [(each.value, each.earliest, each.latest) for each in found.dates] == [(value, None, None)]
    assert [caution.code for caution in found.cautions] == ["date-open"]


def test_the_previous_season_is_that_before_the_one_spoken_of(pairs) -> None:
    assert pairs("The rovers won in 2022/23, better than in the previous season.")[1][1] == "2021/2022"


def test_a_season_beside_none_is_left_out(pairs) -> None:
    assert pairs("The rovers won, better than in the previous season.") == []


def test_last_month_is_not_counted_from_a_month_spoken_of(pairs) -> None:
    assert pairs("It grew in March. Sales fell last month.", None)[1][1] == "XXXX-XX"


def test_the_article_of_a_length_is_left_out(pairs) -> None:
    assert pairs("A decade-long study ended.") == [("decade-long", "P10Y")]
    assert pairs("It took another two years.") == [("two years", "P2Y")]
    assert pairs("It took the past two years.") == [("past two years", "P2Y")]


def test_a_verb_is_no_part_of_a_length(read) -> None:
    verb, adjective = read("The works will last 18 months. They took the last 18 months.").dates
    assert (verb.latest, adjective.latest) == (None, date(2025, 8, 14))
    assert verb.end - verb.start == len("18 months")


def test_a_time_at_the_end_of_a_sentence_leaves_the_full_stop(read) -> None:
    text = "The yard opens at 6am. It shuts at 8 p.m. sharp. It rang at 9 p.m."
    assert [text[each.start : each.end] for each in read(text).dates] == ["6am", "8 p.m.", "9 p.m."]

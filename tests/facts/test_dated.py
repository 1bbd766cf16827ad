"""The date of a figure's own sentence: the day of telling, the year of an aside and the date compared with are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from extractor.facts.component import annotate
from extractor.findings import Layout, Section, Span

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Tarn plc issues an update\n\n"  # so that no date of the sentence is a headline's


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # the day on which somebody said it
        ("On Thursday the mill said that sales rose 4% to $3 million.", [None]),
        ("On Thursday Tarn reported sales of $3 million.", [None]),
        ("Tarn announced on 2 October 2025 that it had 300 employees.", [None]),
        ("Tarn reported sales of $3 million on Thursday.", [None]),
        ("Tarn announced an investment of $5 million on Thursday.", [None]),
        ("Tarn finished the $40 million buyback announced on 17 June.", [None]),
        # the day of what was done or measured
        ("On Monday the police arrested 300 people.", ["Monday"]),
        ("On 18 June the exchange recorded turnover of $3 million.", ["18 June"]),
        ("Tarn said on Monday its cash was $3 million at 30 September 2025.", ["30 September 2025"]),
        ("As of Monday, the fund held $3 million in cash.", ["Monday"]),
        # a longer time beside a verb of telling is what it is about
        ("Tarn reported sales of $3 million in 2024.", ["2024"]),
        ("The bank said that revenue in 2023 rose 5%.", ["2023"]),
        # the year of a thing
        ("The plant, which opened in 2022, employs 300 people.", [None]),
        ("The plant that opened in 2022 employs 300 people.", [None]),
        ("Revenue from the mill acquired in 2023 was $30 million.", [None]),
        ("The mine that Tarn bought in 2021 produced 12,000 tonnes.", [None]),
        ("Figures released in March 2025 showed sales of $3 million.", [None]),
        # the year of what is measured
        ("Sales recorded in 2023 were $30 million.", ["2023"]),
        ("The tables show that sales recorded in 2023 were $30 million.", ["2023"]),
        ("The number of homes sold in May 2025 fell 12%.", ["May 2025"]),
        # the date compared with
        ("Profit fell 12% from a year earlier to $4 million.", [None]),
        ("Profit, up 12% from a year earlier, was $3 million.", [None, None]),
        ("Sales rose to $12 million from 2023.", [None]),
        ("Sales were $12 million, up 20% year on year from 2024.", [None]),
        ("Sales were $12 million, a 20% increase on the third quarter of 2024.", [None]),
        ("Output reached 24,800 tonnes, compared with 21,300 tonnes in the same quarter last year.", [None]),
        ("In 2023 sales rose to $12 million.", ["2023"]),
        ("Sales were $12 million, an increase of 20% in the third quarter of 2024.", ["third quarter of 2024"]),
        # the date behind a bracket, and that of the earlier value or of a clause beside
        ("Exports were 147 million yuan ($20 million) in 2024.", ["2024"]),
        ("Output averaged 41,350 tonnes (58% coal) in 2024.", ["2024", "2024"]),
        ("Sales (which fell in 2024) were $3 million.", [None]),
        ("Sales (2024) were $3 million.", ["2024"]),
        ("Output was 41,350 tonnes, up from 37,900 tonnes in 2023 and ahead of the plan of 39,500 tonnes.", [None, None]),
        ("Inflation was 3% and has been at its peak since the autumn.", [None]),
        ("More than 500 children uprooted by floods and fighting have returned since January.", ["January"]),
        ("The clubs answered 312,000 calls from drivers in 2024.", ["2024"]),
        ("Sales rose 5% from their level in 2023.", [None]),
        ("Exports grew 4.8% from a year earlier in May.", ["May"]),
        ("Exports grew 4.8% from 2023 through 2024.", [None]),
        ("Exports came to 96 million yuan, up 14% over the same period last year.", [None]),
        # from when on
        ("Prices will go up by 5% from January 2026.", ["January 2026"]),
        ("Fares rise 5% from 1 January 2026.", ["1 January 2026"]),
        # between two dates is neither
        ("Output grew 12% between 2020 and 2024.", [None]),
        ("Between 2020 and 2024, output grew 12%.", [None]),
        ("From 2020 to 2024 exports rose 12%.", [None]),
        ("Exports rose 5% from 2023 to 2024.", [None]),
        ("Output grew 12% between the first quarter of 2024 and the third quarter of 2025.", [None]),
        ("In the period 2020-2024 output grew 12%.", ["2020-2024"]),
    ],
)
def test_periods(told: Callable[..., list[dict[str, Any]]], text: str, periods: list[str | None]) -> None:
    assert [fact["period"] for fact in told(TITLE + text)] == periods


def test_a_time_between_two_dates_takes_no_period_of_the_release(told: Callable[..., list[dict[str, Any]]]) -> None:
    lead = "Tarn plc today announced results for the third quarter ended September 30, 2025.\n\n"
    assert [fact["period"] for fact in told(lead + "Sales grew 12% between 2020 and 2024.")] == [None]
    assert [fact["period"] for fact in told(lead + "Sales grew 12%.")] == ["third quarter ended September 30, 2025"]


def test_the_period_keeps_the_name_that_the_days_in_apposition_explain(told: Callable[..., list[dict[str, Any]]]) -> None:
    days = "TOKYO, April 28, 2025 - Tarn plc today announced its results for fiscal 2024, the year ended March 31, 2025.\n\n"
    assert [fact["period"] for fact in told(days + "Sales were $3 million.")] == ["fiscal 2024"]
    later = days + "The year ended March 31, 2025 was wet.\n\nSales were $3 million."
    assert [fact["period"] for fact in told(later)] == ["year ended March 31, 2025"]


def test_what_was_done_with_a_number_of_things_is_of_the_period_of_the_release(told: Callable[..., list[dict[str, Any]]]) -> None:
    lead = "Tarn plc today announced results for the third quarter ended September 30, 2025.\n\n"
    assert [fact["period"] for fact in told(lead + "Tarn closed 14 contracts.")] == ["third quarter ended September 30, 2025"]
    assert [fact["period"] for fact in told(lead + "Tarn has 14 contracts.")] == [None]


MARKETS = "Stocks retreat\n\nLONDON, Nov 4 - World shares slipped on Monday as a mill blast worried the traders.\n\n"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (MARKETS + "Tarn tumbled 11%. Copper rose $2, or 3%, to $81. Sterling was flat at $1.30.", ["Monday"] * 4),
        # what belongs to a longer period, has a date of its own, is expected or counts things
        (MARKETS + "Tarn said sales rose 4%.", [None]),
        (MARKETS + "The policy rate rose 1 percentage point in October.", ["October"]),
        (MARKETS + "Tarn will raise prices by 4%.", [None]),
        (MARKETS + "Tarn cut 300 jobs.", [None]),
        # no report of the markets
        ("Mill burns\n\nLEEDS, Nov 4 - A mill burned on Monday.\n\nCopper rose 3%.", [None]),
        ("Mill burns\n\nLEEDS, Nov 4 - Shares in a burned mill were told of on Monday.\n\nCopper rose 3%.", [None]),
    ],
)
def test_what_moved_in_a_report_of_the_markets_is_of_its_day(
    told: Callable[..., list[dict[str, Any]]], text: str, periods: list[str | None]
) -> None:
    assert [fact["period"] for fact in told(text)] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The cancellation rate edged down to 15% from 17%.", "third quarter ended September 30, 2025"),
        ("The average price was $149, compared with $152.", "third quarter ended September 30, 2025"),
        ("The average price was stable at $149.", "third quarter ended September 30, 2025"),
        ("The fund raised its stake to 15%.", None),
        ("The cancellation rate was 15%.", None),
        ("Net debt was $15 million, compared with $17 million.", None),
        ("The interest rate is 86 basis points lower than in Leeds.", None),
    ],
)
def test_rates_and_prices_told_with_an_earlier_value_are_of_the_period_of_the_release(
    told: Callable[..., list[dict[str, Any]]], text: str, period: str | None
) -> None:
    lead = "Tarn plc today announced results for the third quarter ended September 30, 2025.\n\n"
    assert [fact["period"] for fact in told(lead + text)] == [period]


def test_a_date_said_goes_before_one_carried_on(told: Callable[..., list[dict[str, Any]]]) -> None:
    text = "Tarn Q3 2025 sales of $31.2 million\n\nTarn plc today announced results for the quarter ended September 30, 2025.\n\nSales were $31.2 million, up 4%."
    assert [(fact["by"], fact["period"]) for fact in told(text)] == [("4%", "Q3 2025")]
    since = "Tarn plc tells of loans\n\nLoans have reached $450 million since 2023, with an average fee of $3 million, up from $2 million."
    assert [fact["period"] for fact in told(since)] == ["2023", None]


def test_a_time_named_by_another_is_not_carried_on(told: Callable[..., list[dict[str, Any]]]) -> None:
    lead = "Tarn plc today announced results for the third quarter ended September 30, 2025.\n\n"
    text = lead + "Traffic was 500 units. Output of 400 units in the same period last year was low. Sales were $3 million."
    assert told(text)[-1]["period"] == "third quarter ended September 30, 2025"


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("4. Forecast for fiscal 2026", "fiscal 2026"),
        ("4. Forecast for fiscal 2026;", None),
        ("4. Sales of $2 million are the forecast for fiscal 2026", None),
    ],
)
def test_a_numbered_line_can_be_the_heading_that_names_the_period(read: Callable[..., Any], heading: str, period: str | None) -> None:
    text = f"{heading}\n\nTarn forecasts sales of $5 million."
    at = text.index(" ") + 1
    found = read(text)
    found.facts.clear()
    found.layout = Layout(
        paragraphs=[Span(at, len(heading)), Span(len(heading) + 2, len(text))],
        sections=[Section("bullets", at, len(heading)), Section("body", len(heading) + 2, len(text))],
        sentences=[Span(at, len(heading)), Span(len(heading) + 2, len(text))],
    )
    annotate(found)
    fact = found.facts[-1]
    assert (fact.period and found.text[fact.period.start : fact.period.end]) == period

"""Gives the expressions of one text their values, in order: later ones are counted from what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from extractor.dates import absolute, business, calendar, counted, holidays, relative, seen, stretches, written
from extractor.dates.calendar import Period, of_year
from extractor.dates.durations import count
from extractor.dates.fiscal import with_days
from extractor.dates.place import FORECAST, pattern
from extractor.dates.tense import tense
from extractor.dates.words import modifiers, plain_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from extractor.dates.context import Context, Value
    from extractor.dates.match import Expression

_FAMILIES: dict[str, Callable[[Expression, Context], Value | None]] = {
    "absolute": absolute.absolute,
    "written": written.written,
    "numeric": absolute.numeric,
    "year": absolute.year,
    "decade": absolute.decade,
    "holiday": holidays.holiday,
    "weekday": relative.weekday,
    "reference": relative.reference,
    "unit": seen.unit,
    "duration": counted.counted,
    "every": relative.every,
    "quarter": business.quarter,
    "ended": business.ended,
    "stretch": stretches.stretch,
    "month_quarter": stretches.month_quarter,
}
# What a release's mention leaves out of its first words ("the year before", "its first 28 days").
_LEFT_OUT = {
    "unit": re.compile(r"[Tt]he\s+(?=\S)"),
    "duration": re.compile(r"(?i:another|additional|first|final|remaining|these|that|an?(?=\s\w+-long))\s+(?=\S)"),
}
_REPORTED = frozenset({"quarter", "month_quarter", "ended", "stretch"})


@dataclass(slots=True, frozen=True)
class Resolved:
    """An expression with its value; `start` is where the mention of this kind of text begins."""

    start: int
    end: int
    family: str
    value: Value
    assumed: bool = False  # a clock time whose day is not said: that of the publication, or of the day spoken of


def resolve(expressions: list[Expression], context: Context) -> list[Resolved]:
    """The values of a text's expressions; those that turn out to be none are left out."""
    found: list[Resolved] = []
    for each in expressions:
        assumed = each.family == "clock"
        value = relative.clock(each, _clock_day(each, context)) if assumed else _FAMILIES[each.family](each, context)
        if value is None:
            continue
        mod = value.modifier or _modifier(each, context.text)
        value = replace(value, modifier=mod, period=with_days(value.period, context.fiscal_end))
        found.append(
            Resolved(
                _start(each, context),
                _end(each, value, context.text) if context.story or each.family != "year" else _without_period(each, context.text),
                each.family,
                value,
                assumed,
            )
        )
        if not assumed:
            _remember(each, value, context)
    return found


def _clock_day(each: Expression, context: Context) -> date | None:
    """The day of a clock time without one: the publication's for "1115 GMT" and what a story awaits, else a story's day spoken of in the paragraph; or open."""
    spoken = context.last
    if context.story and spoken and spoken.granularity in {"day", "hour"} and "\n\n" not in context.text[context.last_end : each.start]:
        return spoken.earliest
    awaited = context.story and tense(context.text, each.start, each.end) == "future"
    return context.published if awaited or each.get("hm") else None


def _start(each: Expression, context: Context) -> int:
    """Where the mention begins: a story's takes in its article and quantifier, except an article that belongs to the noun behind."""
    before = plain_words(context.text[each.lead : each.start])
    if not context.story:
        left_out = _LEFT_OUT[each.family].match(context.text, each.start) if each.family in _LEFT_OUT else None
        return left_out.end() if left_out else each.start
    if before in {"some", "an"}:
        return each.start
    return each.start if before == "the" and _attribute(each, context) else each.lead


_WAY = re.compile(r"\s+(?:later|earlier|before|after)$", re.IGNORECASE)


def _end(each: Expression, value: Value, text: str) -> int:
    """Where the mention ends: "an hour later" that cannot be counted from a day is the length alone."""
    way = _WAY.search(text, each.start, each.end) if value.type == "DURATION" and each.get("way") else None
    return way.start() if way else each.end


_CALLED_PERIOD = re.compile(r"\s+period$", re.IGNORECASE)


def _without_period(each: Expression, text: str) -> int:
    """Where a release's "2026-2030 period" ends: behind the years, which are the mention."""
    called = _CALLED_PERIOD.search(text, each.start, each.end) if each.family == "year" and each.get("y2") else None
    return called.start() if called else each.end


def _attribute(each: Expression, context: Context) -> bool:
    """Whether an article before the expression is that of the noun behind: "the 1988 law", "the Tuesday deadline", "the three-year plan"."""
    if each.family == "duration" and not each.get("s") and each.get("n") not in {"a", "an", "one"} and not each.get("rel"):
        return True  # "the two day rally"
    if each.family in {"absolute", "year"}:
        if each.get("weekof") or each.get("spoken").startswith("year"):
            return False
        return not (each.get("mod") or each.get("tail")) or "-" in context.text[each.start : each.end]
    if each.family == "weekday":
        return not (each.get("rel") or each.get("dpart"))
    return each.family != "unit" and "-" in context.text[each.start : each.end].split()[-1]


def _modifier(each: Expression, text: str) -> str | None:
    words = next((each.parts[name] for name in ("mod", "smod", "pmod", "xmod", "qmod") if each.get(name)), "")
    if words.startswith(("mid", "the mid")):
        return "MID"
    if words:
        return relative.modifier_of(words)
    outer = plain_words(text[each.lead : each.start]).removesuffix("the").strip()
    return modifiers("outside").get(outer) or None


def _remember(each: Expression, value: Value, context: Context) -> None:
    period = value.period
    if (
        value.type == "DURATION"
        and context.published
        and period.value in {"P9M", "P6M"}
        and (each.get("rel") == "first" or context.text[each.lead : each.start].lower().startswith("the"))
    ):
        context.reporting = of_year(context.published.year)  # "the first nine months": "a year earlier" beside them is the year
    if value.type not in {"DATE", "TIME"} or period.value.endswith("_REF") or each.get("ref") == "overnight":
        return
    whole = _months_to(each, period, context)
    if each.family != "unit" or each.get("rel") not in _TWINS:  # "the year-ago period" twice is one period
        context.last, context.last_end = period, each.end
        if period.granularity == "quarter":
            context.quarter = period
    period = _by_its_label(whole, context)
    if _is_compared(each, context) or _is_forecast(each, period, context):
        return
    if whole is not value.period or _has_figures(each, period, context.text):
        context.figures, context.figures_end = period, each.end
    if (each.family in _REPORTED or period.value.startswith("FY")) and not (each.get("rel") or each.get("ry")):
        over = period.latest is None or context.published is None or period.latest <= context.published
        if _is_label(period) and not _keeps_label(period, context):
            return
        told = over or (context.reporting is None and tense(context.text, each.start, each.end) != "future")
        if told and _is_newer(period, context.reporting):
            context.reporting = _as_reported(each, period)


_RANGE = re.compile(r"\s(?:to|through|until)\s")


def _months_to(each: Expression, period: Period, context: Context) -> Period:
    """As in "from January to March 2026": two mentions, but figures and "the same period" beside them are of all the months."""
    first = context.last
    months = first is not None and first.granularity == period.granularity == "month" and "/" not in first.value + period.value
    if not (first and months and _RANGE.fullmatch(context.text, context.last_end, each.start)):
        return period
    if not (first.earliest and period.earliest and first.earliest < period.earliest):
        return period
    return Period(f"{first.value}/{period.value}", first.earliest, period.latest, "month")


def _by_its_label(period: Period, context: Context) -> Period:
    """As in "fiscal 2025, the year ended March 31, 2026": figures stay those of fiscal 2025, of which the days are the same."""
    label = next((known for known in (context.figures, context.reporting) if known and known.value.startswith("FY")), None)
    return label if label and label.earliest and (label.earliest, label.latest) == (period.earliest, period.latest) else period


def _is_newer(period: Period, reporting: Period | None) -> bool:
    """Whether a period takes the place of the one reported: beside figures of two years the later one is, and no quarter that ended before a reported one."""
    if reporting is None:
        return True
    if (period.year or 0) != (reporting.year or 0):
        return (period.year or 0) > (reporting.year or 0)
    return reporting.granularity != "quarter" or not (period.latest and reporting.latest and period.latest < reporting.latest)


def _as_reported(each: Expression, period: Period) -> Period:
    """The period that later figures are of: "12 months to February" is how statistics tell February's change over a year."""
    rate = each.family == "ended" and each.get("m3") and each.get("u") == "months" and count(each.get("n")) == _YEAR_OF_MONTHS
    return calendar.containing(period.latest, "month") if rate and period.latest else period


_YEAR_OF_MONTHS = 12


def _is_label(period: Period) -> bool:
    return period.value.startswith("FY") and "-" in period.value


def _keeps_label(period: Period, context: Context) -> bool:
    """Notes the fiscal quarter or half that is reported; False for a later one, "on schedule for Q3 FY27" beside the results of Q1 FY27."""
    label = context.label
    if label is None or (period.value[7:] == label.value[7:] and period.value > label.value):
        context.label = period
        return True
    return period.value <= label.value


_AGAINST = re.compile(
    r"(?i)\b(?:from|than|against|versus|vs\.?|over|(?:compared|comparison)\s(?:to|with))\s(?:(?:[^.;,()]|[.,]\d){0,40}\s)?$"
)


def _is_compared(each: Expression, context: Context) -> bool:
    """Whether the period is only what another one is compared with: "from the second quarter" behind "third-quarter sales", "(Q3 FY24: £8m)"."""
    before = context.text[max(0, each.lead - 60) : each.start]
    if before.endswith("(") and context.text[each.end : each.end + 1] == ":":
        return True
    first = context.figures is not None and context.compared(each.start) is context.figures
    return first and _AGAINST.search(before) is not None


def _is_forecast(each: Expression, period: Period, context: Context) -> bool:
    """As in "She raised her third-quarter forecast", told in June: no period of which figures are reported."""
    ahead = period.earliest is not None and context.published is not None and period.earliest > context.published
    return ahead and pattern(FORECAST).match(context.text, each.end) is not None


def _has_figures(each: Expression, period: Period, text: str) -> bool:
    """Whether figures of the sentence are those of the period: a quarter, half, year, month or interval in or for which something was."""
    if period.year is None or any(each.get(name) for name in ("way", "adj", "tail")) or each.get("rel") in _COMPARING:
        return False
    if each.family == "absolute" and period.granularity == "day":
        return _closes_books(each, period, text)
    if each.family in _REPORTED or period.granularity in {"quarter", "half"} or period.value.startswith("FY"):
        return True
    return period.granularity in {"month", "year"} and _SINCE.search(text[max(0, each.lead - 12) : each.lead]) is None


_TWINS = frozenset({"year-ago", "year-earlier", "prior-year", "prior year", "comparable", "corresponding"})
_COMPARING = _TWINS | {"that", "same", "prior", "previous", "preceding"}
_AS_OF = re.compile(r"(?i)\b(?:as\sof|as\sat|at)\s$")


def _closes_books(each: Expression, period: Period, text: str) -> bool:
    """Whether a day is one that balances are told of: "as of September 30, 2025"."""
    closes = period.latest is not None and (period.latest + timedelta(1)).day == 1
    return closes and _AS_OF.search(text[max(0, each.lead - 8) : each.lead]) is not None


_SINCE = re.compile(r"(?i)\b(?:since|until|till|by|from|to|through|before|after|founded\sin|than|late|early)\s$")

"""Resolves units seen from another time: "last week", "the quarter", "the year before", "next summer", "the year-ago period"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.dates import business, calendar
from extractor.dates.absolute import relative_year
from extractor.dates.calendar import Period
from extractor.dates.context import Value
from extractor.dates.counted import placed
from extractor.dates.durations import count, duration, singular
from extractor.dates.place import pattern
from extractor.dates.seasons import season
from extractor.dates.tense import tense
from extractor.dates.words import months

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from extractor.dates.context import Context
    from extractor.dates.match import Expression

_BACK = ("last", "past", "this past", "previous", "prior", "preceding")
_ON = ("next", "coming", "following", "this coming")
_SATURDAY, _SUNDAY = 6, 7


def unit(each: Expression, context: Context) -> Value | None:
    """Values of family `unit`: a calendar unit seen from the publication date or from the date last spoken of."""
    if each.get("yearend"):
        return business.year_end(each, context)
    if each.get("season"):
        return season(each, context)
    if adj := each.get("adj"):
        return _prior_year(context, each) if adj.startswith(("prior", "previous", "last")) else business.year_before(context, each)
    if each.get("periodend"):
        return _period_end(each, context)
    named = singular(each.get("u"))
    for holds, value in _READINGS:
        if holds(each, context, named):
            return value(each, context, named)
    return _from_publication(each, context, named)


def _period_end(each: Expression, context: Context) -> Value | None:
    """As in "At the period end": the period that a release reports, told by its end; "month-end" is that of the last whole month, or of one that runs."""
    if each.get("periodend").startswith("month"):
        ahead = tense(context.text, each.start, each.end) == "future"
        month = calendar.containing(context.published, "month") if context.published and not context.story else None
        month = month if ahead or month is None else calendar.shift(month, "month", -1)
        return Value("DATE", month, anchored=True, modifier="END") if month else None
    reported = context.reporting
    if context.story or reported is None or reported.granularity == "day":
        return None
    return Value("DATE", reported, anchored=True, modifier="END")


# ---- the readings of a unit, in order: when one holds, and its value --------------------------------------------------


def _is_vague(each: Expression, _context: Context, _named: str) -> bool:
    """As in "Recent weeks", "the coming months"."""
    return each.get("rel") in {"recent", "future"} or (each.get("rel") in {"coming", "past"} and bool(each.get("s")))


def _vague(each: Expression, _context: Context, _named: str) -> Value:
    return Value("DATE", Period("PAST_REF" if each.get("rel") in {"recent", "past"} else "FUTURE_REF", None, None, None))


def _is_long(each: Expression, _context: Context, named: str) -> bool:
    """As in "Over the past decade": the ten years up to now, seldom the 1980s."""
    return each.get("rel") in {"last", "past"} and named in {"decade", "century"}


def _long(_each: Expression, context: Context, named: str) -> Value:
    found = duration(count("one"), named)
    return Value("DURATION", placed(found, context.published, -1, 1, named) if context.published else found)


def _is_sporting(_each: Expression, _context: Context, named: str) -> bool:
    return named == "season"


def _sporting(each: Expression, context: Context, _named: str) -> Value | None:
    base = context.last
    if base and re.fullmatch(r"\d{4}/\d{4}", base.value):
        return Value("DATE", calendar.years_on(base, _step(each.get("rel"))), anchored=True)
    return None


def _is_dated_year(each: Expression, _context: Context, named: str) -> bool:
    """As in "Full year 2024"."""
    return named == "year" and re.fullmatch(r"\d{4}", each.get("tail")) is not None


def _dated_year(each: Expression, _context: Context, _named: str) -> Value:
    year = int(each.get("tail"))
    return Value("DATE", calendar.fiscal(year) if _is_fiscal(each) else calendar.of_year(year))


def _is_twin(each: Expression, _context: Context, named: str) -> bool:
    rel = each.get("rel")
    same = rel in {"comparable", "corresponding", "same"} and named in {"period", "quarter"}
    return bool(each.get("tail")) or rel.endswith(("year-ago", "year-earlier", "prior-year", "prior year")) or same


def _twin(each: Expression, context: Context, named: str) -> Value | None:
    """As in "The same period of last year", "the year-ago quarter": the reported stretch in the other year."""
    told = context.compared(each.start) or context.last
    base = calendar.as_quarter(told) if told and named == "quarter" else told
    tail = each.get("tail")
    if base is None or base.year is None:
        return business.year_before(context, each)
    if re.fullmatch(r"\d{4}", tail):
        return Value("DATE", calendar.years_on(base, int(tail) - base.year), anchored=True)
    if tail in {"last year", "this year"}:
        year = relative_year(tail, context)
        step = (year - base.year) if year is not None and year != base.year else (-1 if tail == "last year" else 0)
    else:
        step = -1 if tail or each.get("rel") not in {"same", "corresponding", "comparable"} else 0
    return Value("DATE", calendar.years_on(base, step), anchored=True)


def _is_year_up_to(each: Expression, context: Context, named: str) -> bool:
    """A story's "the year ended March 31", "the year to February": the length, as TIMEX3 has it."""
    here = each.get("rel") == "the" and named == "year" and context.story
    return here and _up_to().match(context.text, each.end) is not None


@cache
def _up_to() -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:ended|ending)\b|(?:to|through)\s(?:the\send\sof\s)?(?:{months()}))")


def _year_up_to(_each: Expression, _context: Context, _named: str) -> Value:
    return Value("DURATION", duration(count("one"), "year"))


def _is_reported(each: Expression, context: Context, named: str) -> bool:
    rel = each.get("rel")
    latest = rel == "latest" and named in {"quarter", "month", "week"}
    closed = rel == "this" and named == "quarter" and _is_over(each, context)
    monthly = named == "month" and rel == "the" and not each.get("mod") and context.reporting is None and context.month_told is not None
    return named in {"period", "half"} or latest or closed or monthly or (rel in {"the", "that"} and named == "quarter")


def _is_over(each: Expression, context: Context) -> bool:
    """As in "Every business grew this quarter", said of the results: the quarter reported, of which a past tense tells."""
    reported = context.reporting is not None and context.reporting.granularity == "quarter"
    return reported and tense(context.text, each.start, each.end) == "past"


def _reported(each: Expression, context: Context, named: str) -> Value | None:
    """As in "The quarter", "the latest period": the one reported, else the last whole one before publication."""
    reporting = context.reporting
    if each.get("rel") == "the" and named == "half" and context.story:
        return None
    if each.get("rel") == "that" and named == "quarter" and context.quarter:
        return Value("DATE", context.quarter, anchored=True)
    if (
        named == "quarter"
        and context.quarter
        and pattern(r"(?i:\b<forecast>\sfor\s(?:the\s)?)$").search(context.text[max(0, each.lead - 24) : each.start])
    ):
        return Value("DATE", context.quarter, anchored=True)
    if named == "month" and each.get("rel") == "the":
        return Value("DATE", context.month_told, anchored=True) if context.month_told else None
    if reporting and reporting.granularity != "year" and (named != "quarter" or reporting.granularity == "quarter"):
        return Value("DATE", reporting, anchored=True)
    if context.published is None or named in {"period", "half"}:
        return None
    before = calendar.shift(calendar.containing(context.published, named), named, -1)
    return Value("DATE", before or calendar.of_year(context.published.year), anchored=True)


_AGAINST = re.compile(
    r"(?i)\b(?:compared\s(?:with|to)|from|against|versus|vs\.?|up\son|down\son)\s(?:(?:[\w-]+\s){1,4}of\s)?\(?[^\w\s]{0,3}\d[\d.,]*%?"
    r"(?:\s(?:hundred|thousand|million|billion|trillion|percent|per\scent|cents|[a-z]+))?(?:\sa\sshare)?[,\s(]+$"
)
_ITS_RESULTS = re.compile(r"['’]s\s(?:results|earnings|profit|loss|net)\b")
_ITS_FIGURE = re.compile(r"['’]s\s[^\w\s]{0,3}\d")


def _is_figure_of_last_year(each: Expression, context: Context, named: str) -> bool:
    """As in "Compared with $28 million last year" beside a quarter's figure: that quarter of the year before. A bare "last year" is the calendar's."""
    if named != "year" or each.get("rel") != "last":
        return False
    told = context.story and _ITS_RESULTS.match(context.text, each.end) and "\n\n" not in context.text[context.figures_end : each.start]
    base = context.figures if told or context.compared(each.start) is context.figures else None
    if base is None or base.year is None or base.granularity not in {"quarter", "half"}:
        return False
    if told:
        return True
    figure = _AGAINST.search(context.text[max(0, each.lead - 70) : each.start]) or _ITS_FIGURE.match(context.text, each.end)
    return figure is not None


def _figure_of_last_year(_each: Expression, context: Context, _named: str) -> Value | None:
    return Value("DATE", calendar.years_on(context.figures, -1), anchored=True) if context.figures else None


def _is_its_year(each: Expression, context: Context, named: str) -> bool:
    """As in "The year" of a release that reports a year other than the calendar's."""
    bare = named == "year" and each.get("rel") == "the" and not each.get("way")
    reported = context.reporting
    return bare and not context.story and reported is not None and (_counts_otherwise(reported) or reported.value.startswith("FY"))


def _its_year(_each: Expression, context: Context, _named: str) -> Value | None:
    """As in "We ended the year" beside the fourth quarter of fiscal 2025: that fiscal year."""
    reported = context.reporting
    if reported and reported.value.startswith("FY") and reported.year:
        return Value("DATE", calendar.fiscal(reported.year), anchored=True)
    return Value("DATE", reported, anchored=True) if reported else None


def _counts_otherwise(reported: Period | None) -> bool:
    return reported is not None and reported.granularity == "year" and ("/" in reported.value or reported.value.startswith("FY"))


def _is_full_year(each: Expression, _context: Context, named: str) -> bool:
    return named == "year" and each.get("rel") == "full" and not each.get("fy")


_RESULTS_OUT = 4  # the last month in which "full-year" results are those of the year before


def _full_year(each: Expression, context: Context, _named: str) -> Value:
    """As in "Full-year results": the year whose results are out; what lies ahead is of the one that runs."""
    now, reported = context.published, context.reporting
    if now is None:
        context.open_year(each)
        return Value("DATE", Period("XXXX", None, None, "year"))
    beside = context.figures if context.compared(each.start) is context.figures else None
    if beside and beside.granularity in {"quarter", "half"} and beside.year:  # "for the first half of 2026, and for the full year"
        return Value(
            "DATE", calendar.fiscal(beside.year) if beside.value.startswith("FY") else calendar.of_year(beside.year), anchored=True
        )
    ahead = tense(context.text, each.start, each.end) == "future"
    if reported and _counts_otherwise(reported) and not ahead:
        return Value("DATE", reported, anchored=True)
    if reported and reported.value.startswith("FY") and reported.year:
        return Value("DATE", calendar.fiscal(reported.year + (ahead and reported.granularity == "year")), anchored=True)
    if ahead or (reported and reported.latest and reported.year == now.year):
        return Value("DATE", calendar.of_year(now.year), anchored=True)
    return Value("DATE", calendar.of_year(now.year - (now.month <= _RESULTS_OUT)), anchored=True)


def _is_fiscal(each: Expression) -> bool:
    return each.get("fy") in {"fiscal", "financial"}


def _is_fiscal_year(each: Expression, _context: Context, named: str) -> bool:
    return named == "year" and _is_fiscal(each)


def _fiscal_year(each: Expression, context: Context, _named: str) -> Value | None:
    year = context.published.year if context.published else None
    reported = context.reporting
    if reported and reported.value.startswith("FY"):
        year = reported.year
    elif reported and _counts_otherwise(reported) and context.fiscal_end and context.fiscal_end.later is not None and reported.latest:
        year = reported.latest.year - context.fiscal_end.later
    return Value("DATE", calendar.fiscal(year + _step(each.get("rel"))), anchored=True) if year is not None else None


def _is_prior_year(each: Expression, _context: Context, named: str) -> bool:
    return named == "year" and each.get("rel") == "prior"


def _prior_year(context: Context, each: Expression) -> Value:
    base = context.reporting.year if context.reporting else None
    year = base or (context.published.year if context.published else None)
    if year is None:
        context.open_year(each)
        return Value("DATE", Period("XXXX", None, None, "year"))
    return Value("DATE", calendar.of_year(year - 1), anchored=True)


def _is_before(each: Expression, _context: Context, _named: str) -> bool:
    return each.get("rel") == "the" and bool(each.get("way"))


def _is_of_the_day_spoken_of(each: Expression, context: Context, named: str) -> bool:
    """As in a story's "Later in the day", "for the week" beside a day that is just past: those of that day, not of the publication."""
    if (
        each.get("rel") != "the"
        or each.get("way")
        or not context.story
        or not (context.last and context.published and context.last.earliest)
    ):
        return False
    days = (context.published - context.last.earliest).days
    told = (named == "day" and abs(days) <= 7) or (named == "week" and not each.get("mod") and 0 <= days <= 7)
    return told and context.last.granularity == "day"


def _of_the_day_spoken_of(_each: Expression, context: Context, named: str) -> Value | None:
    base = context.last.earliest if context.last else None
    return Value("DATE", calendar.containing(base, named), anchored=True) if base else None


def _before(each: Expression, context: Context, named: str) -> Value | None:
    """As in "The year before": that before the period reported; "the day before": that before the day spoken of."""
    reported = context.compared(each.start) if named == "year" else None
    if reported and reported.year:
        return Value("DATE", calendar.years_on(reported, -2 if each.get("way") == "before that" else -1), anchored=True)
    base = context.last or (calendar.day(context.published) if context.published else None)
    return _shifted(base, named, -1) if base else None


def _is_from_spoken(each: Expression, context: Context, named: str) -> bool:
    """As in "That week", "the following month": counted from the date spoken of before."""
    counted = each.get("rel") in {"that", "that same", "same", "following", "previous", "preceding"}
    return counted and named != "fortnight" and bool(context.last and context.last.earliest)


def _from_spoken(each: Expression, context: Context, named: str) -> Value | None:
    """Counted from the date spoken of; one within a longer stretch ("that day" behind "in May 2024") stays open in it."""
    step = {"following": 1, "previous": -1, "preceding": -1}.get(each.get("rel"), 0)
    if context.last and named == "day" and context.last.granularity != "day":
        return _some_day(context.last) if step == 0 else None
    return _shifted(context.last, named, step) if context.last else None


def _some_day(within: Period) -> Value | None:
    """A day of a month or of a shorter stretch; None for one of a longer stretch, where no certain day is spoken of."""
    first, last = within.earliest, within.latest
    if not (first and last) or (last - first).days > 31:
        return None
    month = f"{first.year:04}-{first.month:02}" if first.month == last.month else "XXXX-XX"
    return Value("DATE", Period(f"{month}-XX", first, last, "day"), anchored=True)


_READINGS: tuple[tuple[Callable[[Expression, Context, str], bool], Callable[[Expression, Context, str], Value | None]], ...] = (
    (_is_vague, _vague),
    (_is_long, _long),
    (_is_sporting, _sporting),
    (_is_dated_year, _dated_year),
    (_is_twin, _twin),
    (_is_year_up_to, _year_up_to),
    (_is_reported, _reported),
    (_is_figure_of_last_year, _figure_of_last_year),
    (_is_its_year, _its_year),
    (_is_full_year, _full_year),
    (_is_fiscal_year, _fiscal_year),
    (_is_prior_year, lambda each, context, _: _prior_year(context, each)),
    (_is_before, _before),
    (_is_from_spoken, _from_spoken),
    (_is_of_the_day_spoken_of, _of_the_day_spoken_of),
)


# ---- counted from the publication date --------------------------------------------------------------------------------


def _step(rel: str) -> int:
    return -1 if rel in _BACK else 1 if rel in _ON else 0


def _shifted(base: Period, named: str, step: int) -> Value | None:
    found = calendar.shift(base, named, step)
    return Value("DATE", found, anchored=True) if found else None


def _from_publication(each: Expression, context: Context, named: str) -> Value | None:
    rel, now = each.get("rel"), context.published
    if now is None:
        return _open(each, context, named)
    if named == "fortnight":  # no calendar has fortnights: how long it is can be said, not which days
        return Value("DURATION", Period("P2W"))
    if rel == "that" and named == "day" and context.last is None:
        return None
    step = _weekend_step(each, context, now) if named == "weekend" else _step(rel)
    return _shifted(calendar.containing(now, named), named, step)


def _weekend_step(each: Expression, context: Context, now: date) -> int:
    """As in "The weekend" told on a weekday is the last one, unless something lies ahead; on a Saturday or Sunday it is this one."""
    rel = each.get("rel")
    if rel == "the":
        return -1 if tense(context.text, each.start, each.end) != "future" and now.isoweekday() < _SATURDAY else 0
    return _step(rel)


def _open(each: Expression, context: Context, named: str) -> Value | None:
    context.open_year(each)
    values = {"year": "XXXX", "month": _open_month(each.get("rel"), context), "week": "XXXX-WXX", "quarter": "XXXX-QX", "day": "XXXX-XX-XX"}
    return Value("DATE", Period(values[named], None, None, named)) if named in values else None


def _open_month(rel: str, context: Context) -> str:
    """The month of "last month" where the year is open: counted from an open dateline ("June 17 --"), else unknown."""
    known = re.match(r"XXXX-(\d\d)", context.spoken.value) if context.spoken and rel in (*_BACK, *_ON, "this") else None
    return f"XXXX-{(int(known[1]) - 1 + _step(rel)) % 12 + 1:02}" if known else "XXXX-XX"

"""Resolves business time: quarters, halves, fiscal years, periods that end with a day, and "a year earlier" beside them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.absolute import relative_year, two_digits
from extractor.dates.calendar import Period
from extractor.dates.columns import columns_follow
from extractor.dates.context import HABIT, Value
from extractor.dates.durations import count, singular
from extractor.dates.fiscal import part_of_year, with_days
from extractor.dates.place import FORECAST, pattern
from extractor.dates.tense import tense
from extractor.dates.words import months, number

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.match import Expression


def quarter(each: Expression, context: Context) -> Value | None:
    """Values of family `quarter`."""
    if each.get("oyq"):
        base = context.compared(each.start)
        step = {"last": -1, "next": 1}.get(each.get("oyq").split()[0], 0)
        if base is None or base.year is None or context.published is None:
            return None
        return Value("DATE", calendar.years_on(base, context.published.year + step - base.year), anchored=True)
    if each.get("two"):
        return Value("DATE", calendar.half(int(each.get("twoy")), 1 if each.get("twow") == "first" else 2))
    if code := each.get("c1") or each.get("c2"):
        return _coded(each, code, context)
    ordinal = each.get("qw")
    code = each.get("qd") or each.get("dq")
    nth = number("ordinal", ordinal) if ordinal else int(re.sub(r"\D", "", code))
    kind = "H" if each.get("what") == "half" or "h" in code else "Q"
    nth = nth if nth > 0 else (4 if kind == "Q" else 2)
    if kind == "H" and nth > 2:  # a year has two halves
        return None
    year, anchored = _year(each, context)
    words = context.text[each.start : each.end].lower()
    fiscal = bool(each.get("f1") or each.get("f2") or each.get("fg") or "fiscal" in words or "financial" in words)
    if year is not None and not fiscal and "calendar" not in words and _fits_fiscal(context, year, f"{kind}{nth}"):
        return Value("DATE", calendar.fiscal(year, f"{kind}{nth}"), anchored=anchored)
    if year is None and not each.get("rel") and "calendar" not in words and not context.story and context.published:
        if counts_fiscal(context):
            return _fiscal_part(each, context, f"{kind}{nth}")
        if known := _beside_label(each, context, kind, nth):
            return known
    if year is None:
        if context.published is None or (not each.get("rel") and HABIT.search(context.text[max(0, each.lead - 80) : each.lead])):
            if context.published is None:
                context.open_year(each)
            return Value("DATE", Period(f"XXXX-{kind}{nth}", None, None, "quarter" if kind == "Q" else "half"))
        year, anchored = _nearest_year(each, context, kind, nth), True
        if each.get("rel").endswith(("ago", "earlier", "prior-year")) or _TWIN_BEFORE.search(
            context.text[max(0, each.lead - 40) : each.start]
        ):
            year -= 1
    if fiscal:
        return Value("DATE", calendar.fiscal(year, f"{kind}{nth}"), anchored=anchored)
    return Value("DATE", calendar.quarter(year, nth) if kind == "Q" else calendar.half(year, nth), anchored=anchored)


_TWIN_BEFORE = re.compile(
    r"(?i)\b(?:year-ago|year-earlier|prior-year)\s(?:quarter|period|half),\s(?:the|its)\s$"
)  # "the year-ago quarter, its second quarter"


def counts_fiscal(context: Context) -> bool:
    """Whether the text's own words show a fiscal year that does not end with December."""
    return context.fiscal_end is not None and context.fiscal_end.closing != 12


def _fits_fiscal(context: Context, year: int, part: str) -> bool:
    """Whether "fourth quarter of 2025" can only be the fiscal year's: the calendar's has not begun, the fiscal one is over; or the article calls its halves so."""
    if context.story or not context.published or not counts_fiscal(context):
        return False
    if part[0] == "H" and context.fiscal_end and context.fiscal_end.halves:
        return True
    whole = calendar.quarter(year, int(part[1])) if part[0] == "Q" else calendar.half(year, int(part[1]))
    days = with_days(calendar.fiscal(year, part), context.fiscal_end)
    return bool(whole.earliest and days.latest and whole.earliest > context.published > days.latest)


def _fiscal_part(each: Expression, context: Context, part: str) -> Value:
    """A bare quarter or half by the fiscal year; open where its days cannot be known."""
    assert context.fiscal_end and context.published  # noqa: S101, PT018 - the caller has asked `counts_fiscal`
    ahead = tense(context.text, each.start, each.end) == "future"
    period = part_of_year(context.fiscal_end, part, context.published, ahead=ahead)
    if period is None:
        context.warn(
            "date-open", f"{context.text[each.start : each.end]!r} is of a fiscal year whose days the article does not give.", each
        )
        period = Period(f"XXXX-{part}", None, None, "quarter" if part[0] == "Q" else "half")
    return Value("DATE", period, anchored=True)


def _beside_label(each: Expression, context: Context, kind: str, nth: int) -> Value | None:
    """A bare "fourth quarter" beside "third quarter of fiscal 2025": one of the same year, or of the next where it lies ahead."""
    label = re.fullmatch(rf"FY(\d{{4}})-{kind}(\d)", context.label.value) if context.label else None
    if label is None or context.fiscal_end:
        return None
    year, said = int(label[1]), int(label[2])
    if tense(context.text, each.start, each.end) == "future":
        year += nth <= said
    else:
        year -= nth > said
    return Value("DATE", calendar.fiscal(year, f"{kind}{nth}"), anchored=True)


def _coded(each: Expression, code: str, context: Context) -> Value | None:
    digits = each.get("cy") or each.get("cy2")
    year = int(digits) if len(digits) == 4 else two_digits(int(digits), context)
    kind = "Q" if "q" in code else "H"
    nth = int(code.strip("qh"))
    if kind == "H" and nth > 2:
        return None
    if "fy" in context.text[each.start : each.end].lower() or (len(digits) == 2 and kind == "H"):  # "1H26" is of a fiscal year
        return Value("DATE", calendar.fiscal(year, f"{kind}{nth}"))
    return Value("DATE", calendar.quarter(year, nth) if kind == "Q" else calendar.half(year, nth))


def _year(each: Expression, context: Context) -> tuple[int | None, bool]:
    for name in ("y", "py", "fpy"):
        if each.get(name):
            return int(each.get(name)), False
    for name in ("ys", "ys2", "ys3", "fyy"):
        if each.get(name):
            return two_digits(int(each.get(name)[-2:]), context), False
    if words := each.get("ry") or each.get("oy"):
        return relative_year(words, context), True
    return None, False


def _nearest_year(each: Expression, context: Context, kind: str, nth: int) -> int:
    """The year of a bare "third quarter": this year's once it has begun, else by the tense; a reporting year of the text comes first."""
    now = context.published
    assert now  # noqa: S101 - the caller has left undated texts open
    this = calendar.quarter(now.year, nth) if kind == "Q" else calendar.half(now.year, nth)
    assert this.earliest and this.latest  # noqa: S101, PT018
    when = "future" if pattern(FORECAST).match(context.text, each.end) else tense(context.text, each.start, each.end)
    if this.earliest <= now:
        far = (now - this.latest).days > 100  # results of a quarter are not awaited so long after its end
        return now.year + (when == "future" and far)
    if when != "future" and _RESULTS.match(context.text, each.end):  # "second half results", told in February
        return now.year - 1
    if context.reporting and context.reporting.year == now.year and when != "past":
        return now.year
    soon = (this.earliest - now).days < 120
    return now.year if when == "future" or (soon and when is None) or kind == "H" else now.year - 1


_RESULTS = re.compile(r"(?i)[ ](?:\w+[ ])?results\b")
_UNIT_MONTHS = {"quarter": 3, "half": 6, "half-year": 6, "half year": 6, "year": 12}


def ended(each: Expression, context: Context) -> Value | None:
    """Values of family `ended`: the interval that ends with the day, counted in the unit."""
    unit = singular(each.get("u"))
    if each.get("m3"):
        return _up_to_month(each, context, unit)
    month, day = number("month", each.get("m") or each.get("m2")), int(each.get("d") or each.get("d2"))
    total = count(each.get("n")) if each.get("n") else None
    words = each.get("y") or each.get("y2")
    year = int(words) if words else None
    if not calendar.valid(year or 2000, month, day):
        context.impossible(each)
        return None
    if each.get("verb") in {"to", "through"} and unit not in {"month", "year"} and not (unit == "week" and total):
        return None
    months = _UNIT_MONTHS.get(unit, 1) * int(total or 1) if unit != "week" else 0
    if unit == "month" and total is None and not each.get("ord"):
        months = 1
    anchored = False
    if year is None:
        if context.published is None or columns_follow(context.text, each.end):
            start = month - months + 1
            wraps = start < 1
            value = f"XXXX-{(start - 1) % 12 + 1:02}-01/XXXX-{month:02}-{day:02}" if not wraps else None
            return Value("DATE", Period(value or f"XXXX-{month:02}-{day:02}", None, None, None))
        found = _end_without_year(context.published, month, day, ahead=each.get("verb") == "ending")
        if found is None:
            return Value("DATE", Period(f"XXXX-{month:02}-{day:02}", None, None, None))
        end, anchored = found, True
    else:
        end = date(year, month, day)
    if unit == "week":
        if total is None:
            return Value("DATE", calendar.span(date.fromordinal(end.toordinal() - 6), end, "week"), anchored=anchored)
        return Value("DATE", calendar.span(date.fromordinal(end.toordinal() - 7 * int(total) + 1), end, "week"), anchored=anchored)
    if unit == "period" and not total:
        return Value("DATE", calendar.day(end), anchored=anchored)
    first = calendar.back_from(end, months)
    if unit == "year" and first.day != 1 and _counts_weeks(context.text):
        first = end - timedelta(52 * 7 - 1)
    if part := each.get("part"):
        return _part_of(part, first, anchored=anchored) if unit == "year" else None
    granularity = {3: "quarter", 6: "half", 12: "year"}.get(months, "month")
    return Value("DATE", calendar.span(first, end, granularity), anchored=anchored)


_WEEKS = re.compile(r"\b(?:13|26|39|52)[ -]weeks?\b")


def _counts_weeks(text: str) -> bool:
    """Whether a text tells its periods in weeks: a year of it that ends within a month has 52."""
    return _WEEKS.search(text) is not None


def _up_to_month(each: Expression, context: Context, unit: str) -> Value | None:
    """Gives "12 months to September 2025", "year to June": the months up to the last day of the month."""
    total = int(count(each.get("n")) or 0) if each.get("n") else 1
    length = (1 if unit == "month" else _UNIT_MONTHS.get(unit, 0)) * total
    if not length or (unit == "month" and not each.get("n")):
        return None
    month = number("month", each.get("m3"))
    if each.get("y3"):
        year = int(each.get("y3"))
    elif context.published:
        now = context.published
        over = calendar.last_day(now.year, month) < now or month == now.month
        year = now.year if over or each.get("verb") == "ending" else now.year - 1
    else:
        context.open_year(each)
        return Value("DATE", Period(f"XXXX-{month:02}", None, None, "month"))
    end = calendar.last_day(year, month)
    granularity = {3: "quarter", 6: "half", 12: "year"}.get(length, "month")
    return Value("DATE", calendar.span(calendar.back_from(end, length), end, granularity), anchored=not each.get("y3"))


def _end_without_year(now: date, month: int, day: int, *, ahead: bool) -> date | None:
    """The last such day up to publication, with `ahead` the next; None for a February 29 that no year around has."""
    ends = [date(year, month, day) for year in range(now.year - 1, now.year + 2) if calendar.valid(year, month, day)]
    past = [end for end in ends if end <= now]
    coming = [end for end in ends if end > now]
    return coming[0] if coming and ahead else past[-1] if past else None


def _part_of(part: str, first: date, *, anchored: bool) -> Value | None:
    """Gives "first half", "third quarter", "first nine months" of the year that begins on a day; a year of 52 weeks has no parts in months."""
    if first.day != 1:
        return None
    words = part.replace("-", " ").split()
    length = {"half": 6, "quarter": 3}.get(words[-1]) or int(count(words[1]) or 0)
    before = (number("ordinal", words[0]) - 1) * length
    if not 0 < before + length <= 12:
        return None
    begin = calendar.add_months(first, before)
    granularity = {3: "quarter", 6: "half"}.get(length, "month")
    return Value("DATE", calendar.span(begin, calendar.add_months(begin, length) - timedelta(1), granularity), anchored=anchored)


@cache
def _in_month() -> re.Pattern[str]:
    return re.compile(rf"\sin\s(?P<m>{months()})(?!\s\d)")


def _month_behind(each: Expression, context: Context) -> Period | None:
    """As in "Exports grew 4.8% from a year earlier in May": the May that is over last."""
    found, now = _in_month().match(context.text, each.end), context.published
    if found is None or now is None:
        return None
    month = number("month", found["m"])
    return calendar.month(now.year - (month >= now.month), month)


_ANOTHER_FIGURE = re.compile(
    r"(?:[,;]\s|\s\(|\s)(?:compared\s(?:with|to)|against|versus|up\sfrom|down\sfrom)\s[^\s\d]{0,4}\d[\d.,]*(?:%|[a-z]{1,3})?\s(?:[a-z]+\s){0,3}"
)


def _day_of_figure(each: Expression, context: Context) -> Period | None:
    """As in "The lake stood at 22% on 24 August, compared with 58% a year earlier": the day that the figure before is of."""
    told = context.last
    if told is None or told.granularity != "day" or told.earliest is None:
        return None
    return told if _ANOTHER_FIGURE.fullmatch(context.text, context.last_end, each.start) else None


def year_before(context: Context, each: Expression, step: int = -1) -> Value | None:
    """Resolves "a year earlier": the twin of the period that the figure beside it is of, else the year before the publication date's."""
    base = _month_behind(each, context) or _day_of_figure(each, context) or context.compared(each.start)
    if base and base.year:
        return Value("DATE", calendar.years_on(base, step), anchored=True)
    if context.published is None:
        context.open_year(each)
        return Value("DATE", Period("XXXX", None, None, "year"))
    return Value("DATE", calendar.of_year(context.published.year + step), anchored=True)


def year_end(each: Expression, context: Context) -> Value | None:
    """Resolves "year-end": the last day of the year, or of the fiscal year where the article says when that ends."""
    end = context.fiscal_end
    now = context.published
    if end and not end.closes_month:  # 52 weeks: another day each year
        return None
    month, day = (end.month, end.day) if end else (12, 31)
    if each.get("yeof"):
        return Value("DATE", calendar.day(_in_year(int(each.get("yeof")[-4:]), month, day)))
    if now is None:
        return Value("DATE", Period(f"XXXX-{month:02}-{day:02}", None, None, "day"))
    this = _in_year(now.year, month, day)
    back = (
        now < this
        and tense(context.text, each.start, each.end) == "past"
        and not re.search(r"\bby\s$", context.text[max(0, each.start - 4) : each.start])
    )
    return Value("DATE", calendar.day(_in_year(now.year - 1, month, day) if back else this), anchored=True)


def _in_year(year: int, month: int, day: int) -> date:
    """A day that ends a month each year: February's is the last one."""
    last = calendar.month(year, month).latest
    return last if last and last.day < day else date(year, month, day)

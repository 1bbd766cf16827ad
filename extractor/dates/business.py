"""Resolves business time: quarters, halves, fiscal years, periods that end with a day, and "a year earlier" beside them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.absolute import relative_year, two_digits
from extractor.dates.calendar import Period
from extractor.dates.context import Value
from extractor.dates.durations import count, singular
from extractor.dates.tense import tense
from extractor.dates.words import number

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.match import Expression


def quarter(each: Expression, context: Context) -> Value | None:
    """Values of family `quarter`."""
    if each.get("oyq"):
        base = context.reporting
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
    fiscal = bool(
        each.get("f1")
        or each.get("f2")
        or each.get("fg")
        or re.search(r"fiscal|financial", context.text[each.start : each.end], re.IGNORECASE)
    )
    if year is None:
        if context.published is None:
            context.open_year(each)
            return Value("DATE", Period(f"XXXX-{kind}{nth}", None, None, "quarter" if kind == "Q" else "half"))
        year, anchored = _nearest_year(each, context, kind, nth), True
        if each.get("rel").endswith(("ago", "earlier", "prior-year")):
            year -= 1
    if fiscal:
        return Value("DATE", calendar.fiscal(year, f"{kind}{nth}"), anchored=anchored)
    return Value("DATE", calendar.quarter(year, nth) if kind == "Q" else calendar.half(year, nth), anchored=anchored)


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
    for name in ("ys", "ys2", "fyy"):
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
    when = tense(context.text, each.start, each.end)
    if this.earliest <= now:
        far = (now - this.latest).days > 150  # results of a quarter are not awaited so long after its end
        return now.year + (when == "future" and far)
    if context.reporting and context.reporting.year == now.year and when != "past":
        return now.year
    soon = (this.earliest - now).days < 120
    return now.year if when == "future" or (soon and when is None) or kind == "H" else now.year - 1


_UNIT_MONTHS = {"quarter": 3, "half": 6, "half-year": 6, "year": 12}


def ended(each: Expression, context: Context) -> Value | None:
    """Values of family `ended`: the interval that ends with the day, counted in the unit."""
    month, day = number("month", each.get("m") or each.get("m2")), int(each.get("d") or each.get("d2"))
    unit = singular(each.get("u"))
    total = count(each.get("n")) if each.get("n") else None
    words = each.get("y") or each.get("y2")
    year = int(words) if words else None
    if not calendar.valid(year or 2000, month, day):
        context.impossible(each)
        return None
    if each.get("verb") in {"to", "through"} and unit not in {"month", "year"}:
        return None
    months = _UNIT_MONTHS.get(unit, 1) * int(total or 1) if unit != "week" else 0
    if unit == "month" and total is None and not each.get("ord"):
        months = 1
    anchored = False
    if year is None:
        if context.published is None or _columns_follow(context.text, each.end):
            start = month - months + 1
            wraps = start < 1
            value = f"XXXX-{(start - 1) % 12 + 1:02}-01/XXXX-{month:02}-{day:02}" if not wraps else None
            return Value("DATE", Period(value or f"XXXX-{month:02}-{day:02}", None, None, None))
        ends = [
            date(y, month, day)
            for y in (context.published.year + 1, context.published.year, context.published.year - 1)
            if calendar.valid(y, month, day)
        ]
        ahead = each.get("verb") == "ending"
        past = [end for end in ends if end <= context.published]
        end = min((e for e in ends if e > context.published), default=past[0]) if ahead else past[0]
        anchored = True
    else:
        end = date(year, month, day)
    if unit == "week":
        if total is None:
            return Value("DATE", calendar.span(date.fromordinal(end.toordinal() - 6), end, "week"), anchored=anchored)
        return Value("DATE", calendar.span(date.fromordinal(end.toordinal() - 7 * int(total) + 1), end, "week"), anchored=anchored)
    if unit == "period" and not total:
        return Value("DATE", calendar.day(end), anchored=anchored)
    granularity = {3: "quarter", 6: "half", 12: "year"}.get(months, "month")
    return Value("DATE", calendar.span(calendar.back_from(end, months), end, granularity), anchored=anchored)


def _columns_follow(text: str, end: int) -> bool:
    """True where the next line holds two years: the columns of a table that the heading is for."""
    line = re.match(r"[^\n]{0,80}\n([^\n]{0,160})", text[end : end + 260])
    return bool(line) and len(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", line[1])) > 1 if line else False


def year_before(context: Context, each: Expression, step: int = -1) -> Value | None:
    """Resolves "a year earlier": beside a quarter, a half, a fiscal year or an interval that one's twin, else the year before the publication date's."""
    base = context.reporting
    if base and base.year:
        return Value("DATE", calendar.years_on(base, step), anchored=True)
    if context.published is None:
        context.open_year(each)
        return Value("DATE", Period("XXXX", None, None, "year"))
    return Value("DATE", calendar.of_year(context.published.year + step), anchored=True)


def year_end(each: Expression, context: Context) -> Value | None:
    """Resolves "year-end": the last day of the year, or of the fiscal year where the article says when that ends."""
    month, day = (context.fiscal_end.month, context.fiscal_end.day) if context.fiscal_end else (12, 31)
    if each.get("yeof"):
        return Value("DATE", calendar.day(_in_year(int(each.get("yeof")[-4:]), month, day)))
    now = context.published
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

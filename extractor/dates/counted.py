"""Resolves counted units: a length of time ("nine months"), or the date so far from another ("three years ago")."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.dates import business, calendar
from extractor.dates.calendar import Period
from extractor.dates.context import Value
from extractor.dates.durations import count, duration, singular
from extractor.dates.place import pattern
from extractor.dates.reject_units import per
from extractor.dates.tense import tense

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.match import Expression


def counted(each: Expression, context: Context) -> Value | None:
    """Values of family `duration`: a length of time, or the date so far from another."""
    total, named, way = count(each.get("n")), singular(each.get("u")), each.get("way")
    if _is_rate(each, context.text):
        return None
    if _is_some_day(each, context.text):
        return Value("DATE", Period("FUTURE_REF", None, None, None))
    if _is_ahead(each, context, total):
        return _away(each, context, total, named, way="from now")
    if each.get("half") and total is not None:
        total += count("half a") or 0
    rel = each.get("rel")
    if way and way != "after":
        return _away(each, context, total, named)
    if rel.startswith(("each", "every")) and "of" not in rel:
        return Value("SET", duration(total, named))
    found = duration(total, named)
    if each.get("orso").endswith("two"):
        found = duration(None, named)
    if each.get("n2") and (second := count(each.get("n2"))) is not None:
        last = duration(second, named)
        found = Period(f"{found.value}/{last.value}", None, None, found.granularity)
    if context.published and total is not None and rel in {"last", "past", "next", "coming"} and named not in {"second", "minute", "hour"}:
        found = placed(found, context.published, -1 if rel in {"last", "past"} else 1, int(total), named)
    return Value("DURATION", found, modifier="APPROX" if each.get("orso") == "or so" or "couple" in each.get("n") else None)


def _is_rate(each: Expression, text: str) -> bool:
    """As in "$33 million a year", "four flights a week": the unit of an amount, told with the amount and no time of its own."""
    bare = each.get("n") in {"a", "an"} and not any(each.get(name) for name in ("way", "orso", "half", "rel"))
    return bare and per(text, each.start)


def _is_some_day(each: Expression, text: str) -> bool:
    """As in "She will one day lead it": when is not said, not how long."""
    alone = each.get("n") == "one" and each.get("u") == "day" and text[each.start : each.end].lower() == "one day"
    return alone and pattern(r"\b<some-day>\s$").search(text[max(0, each.start - 10) : each.start]) is not None


def placed(found: Period, now: date, side: int, total: int, named: str) -> Period:
    """The days of "the past two months" and "the next three years", counted from the publication date."""
    base = calendar.day(now)
    code = "week" if named == "fortnight" else named
    far = calendar.shift(base, code, side * total * (2 if named == "fortnight" else 1)) if named != "weekend" else None
    if far is None:
        return found
    if code in {"day", "week"}:
        other = far.earliest
    else:
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[code]
        try:
            other = calendar.add_months(now, side * total * months)
        except ValueError:
            return found
    first, last = (other, now) if side < 0 else (now, other)
    return Period(found.value, first, last, found.granularity)


_FIGURE_AGAINST = re.compile(r"(?i)\b(?:with|to|from|than|against|versus)\s[^\s\d]{0,4}\d[\d.,]*(?:%|[a-z]{1,3})?\s(?:\w+\s){0,3}$")

_MORE_THAN = re.compile(
    r"(?i)\d\s?(?:%|per\s?cent)\s(?:more|less|fewer|higher|lower|better|worse|up)\s(?:\w+\s)?than\s$"
)  # "8.4% less than a year before"


def _is_figure_of(each: Expression, text: str) -> bool:
    """As in "Compared with 152 yen a year before", "8% less than a year before": the year before that of the figure beside it."""
    before = text[max(0, each.lead - 50) : each.start]
    return _FIGURE_AGAINST.search(before) is not None or _MORE_THAN.search(before) is not None


def _is_ahead(each: Expression, context: Context, total: Decimal | None) -> bool:
    """As in a story's "It will be redeemed in five years": when, not how long; "the highest in five years" tells no future."""
    bare = total is not None and total == int(total) and not any(each.get(name) for name in ("way", "rel", "n2", "orso", "half"))
    if not (bare and context.story and context.published and each.get("s") and each.get("gap") != "-"):
        return False
    return _IN.search(context.text[max(0, each.lead - 4) : each.lead]) is not None and tense(context.text, each.lead, each.end) == "future"


_IN = re.compile(r"\bin\s$")


def _away(each: Expression, context: Context, total: Decimal | None, named: str, way: str = "") -> Value | None:
    way, size = way or each.get("way"), total
    back = way in {"ago", "earlier", "before"}
    if size is None:
        return (
            Value("DATE", Period("PAST_REF" if back else "FUTURE_REF", None, None, None))
            if way in {"ago", "hence", "from now"}
            else Value("DURATION", duration(None, named))
        )
    if named == "year" and size == 1 and (way in {"ago", "earlier"} or (way == "before" and _is_figure_of(each, context.text))):
        return business.year_before(context, each)
    if named == "year" and size % 1 == Decimal("0.5"):  # "a year and a half ago" is eighteen months ago
        size, named = size * 12, "month"
    if named in {"decade", "century"}:
        size, named = size * (10 if named == "decade" else 100), "year"  # "two decades ago" means about that year
    base = calendar.day(context.published) if context.published else None
    if way in {"earlier", "later", "before"} and context.last:
        if (
            not context.last.earliest
            and (open_day := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", context.last.value))
            and named in {"day", "week", "fortnight"}
        ):
            there = date(2001, int(open_day[1]), int(open_day[2])) + timedelta(
                int(size) * {"day": 1, "week": 7, "fortnight": 14}[named] * (-1 if back else 1)
            )
            return Value("DATE", Period(f"XXXX-{there.month:02}-{there.day:02}", None, None, "day"), anchored=True)
        base = context.last if context.last.earliest else base
    if base is None or named in {"second", "minute", "hour"} or size != int(size):
        return Value("DURATION", duration(size, named))
    if way in {"ago", "hence", "from now"} and named != "day":
        base = calendar.containing(base.earliest or date.min, "week" if named in {"week", "fortnight"} else named)
    found = calendar.shift(
        base, {"fortnight": "week"}.get(named, named), int(size) * (2 if named == "fortnight" else 1) * (-1 if back else 1)
    )
    return Value("DATE", found, anchored=True) if found else Value("DURATION", duration(size, named))

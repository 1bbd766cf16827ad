"""Resolves named days (lexicon/holidays.csv), their weeks and the weekends beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.absolute import around, nearest
from extractor.dates.calendar import Period
from extractor.dates.context import Value
from extractor.lexicon import rows

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.match import Expression


def holiday(each: Expression, context: Context) -> Value | None:
    """Values of family `holiday`: the day, its week, or the weekend beside it ("Labor Day weekend")."""
    value = _holiday(each, context)
    day = value.period.earliest if value else None
    if value is None or day is None or not each.get("week"):
        return value
    if each.get("week") == "week":
        return replace(value, period=calendar.week(day))
    return replace(value, period=calendar.weekend(day - timedelta(day.isoweekday() == 1)))


def _holiday(each: Expression, context: Context) -> Value | None:
    rule = next(row["rule"] for row in rows("extractor.dates", "holidays.csv") if row["name"] == each.get("name"))
    if each.get("y"):
        return Value("DATE", calendar.day(calendar.holiday(rule, int(each.get("y")))))
    if context.published is None:
        return Value("DATE", Period(f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX", None, None, "day"))
    options = {y: calendar.day(calendar.holiday(rule, y)) for y in around(context)}
    if each.get("rel") == "last":
        options = {y: p for y, p in options.items() if p.latest and p.latest < context.published}
        return Value("DATE", options[max(options)], anchored=True)
    period = nearest(context, each, options)
    return Value("DATE", period, anchored=True) if period else None

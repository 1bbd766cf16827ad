"""Resolves seasons: the year they are of by their own words, else by the tense and the publication date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.absolute import relative_year, spoken_year
from extractor.dates.calendar import Period
from extractor.dates.context import Value
from extractor.dates.place import pattern
from extractor.dates.tense import tense
from extractor.dates.words import table

if TYPE_CHECKING:
    from datetime import date

    from extractor.dates.context import Context
    from extractor.dates.match import Expression

_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SOON = 2  # months before a season within which it is looked forward to


def season(each: Expression, context: Context) -> Value | None:
    """Values of seasons: "last winter", "spring 2025", "the summer"."""
    name = table("season")[each.get("season")]
    if words := each.get("sy"):
        words = words.removeprefix("of ")
        year = (
            int(words[:4])
            if words[:4].isdigit()
            else (spoken_year(words) if words.startswith("nineteen") else relative_year(words, context))
        )
        return Value("DATE", calendar.season(year, name)) if year else None
    if each.get("srel") == "that":
        spoken = context.last.year if context.last else None
        return Value("DATE", calendar.season(spoken, name), anchored=True) if spoken else None
    now = context.published
    if now is None:
        context.open_year(each)
        return Value("DATE", Period(f"XXXX-{name}", None, None, "season"))
    return Value("DATE", calendar.season(now.year + _season_step(each, context, now, name), name), anchored=True)


def _season_step(each: Expression, context: Context, now: date, name: str) -> int:
    """Whether a season is that of the year before or after the publication's: by "last" and "next", else by the tense."""
    rel = each.get("srel")
    started = now.month >= _FIRST_MONTH[name]
    ended = now.month > _FIRST_MONTH[name] + 2
    if rel in {"last", "this past", "past", "previous"}:
        return 0 if ended else -1
    if rel in {"next", "coming"}:
        return int(started)
    if rel == "this":
        return 0
    when = tense(context.text, each.start, each.end)
    soon = now.month + _SOON >= _FIRST_MONTH[name] and re.search(r"\bfor\s(?:the\s)?$", context.text[max(0, each.lead - 10) : each.start])
    if when == "past" and not started and not soon:  # but "bookings for the winter", told in November
        return -1
    told = when is None or pattern(r"(?i:\b<weather>\s)$").search(context.text[max(0, each.start - 10) : each.start])
    if name == "WI" and told and now.month < _FIRST_MONTH["SU"] and not soon:  # the winter told of in spring is the one that was
        return -1
    return int(when == "future" and ended)

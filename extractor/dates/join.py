"""Joins what belongs to one mention: a clock time and its day ("8:00 a.m. ET on Tuesday"), a day and its clock time ("today at 8:00 a.m.")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.dates.calendar import Period
from extractor.dates.context import Value

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.resolve import Resolved

_BETWEEN = re.compile(r"[ \n]?,?[ \n]{1,2}(?:(?:on|at)[ \n])?|[ \n]?,?[ \n](?:on[ \n])?")


def join(found: list[Resolved], context: Context) -> list[Resolved]:
    """The mentions with clock times and days joined; the value is the day's with the time."""
    joined: list[Resolved] = []
    for each in found:
        before = joined[-1] if joined else None
        if (
            before
            and _belong(before, each)
            and _BETWEEN.fullmatch(context.text, before.end, each.start)
            and not _apart(before, each, context.text)
        ):
            joined[-1] = _one(before, each)
        else:
            joined.append(each)
    return joined


def _belong(first: Resolved, second: Resolved) -> bool:
    clocks = (first.family == "clock") + (second.family == "clock")
    day = second if first.family == "clock" else first
    return clocks == 1 and "T" not in day.value.period.value and day.value.period.granularity == "day" and day.value.type == "DATE"


_ZONE = re.compile(r"\b(?!(?:AM|PM)$)[A-Z]{2,4}\)?$|[Tt]ime$")


def _apart(first: Resolved, second: Resolved, text: str) -> bool:
    """A comma between a zone and a day with its year parts the two: "6:00 a.m. GMT, 14 October 2025", not "14:30, 18 September 2025"."""
    if first.family != "clock" or "," not in text[first.end : second.start] or second.value.anchored:
        return False
    return _ZONE.search(text[first.start : first.end]) is not None


def _one(first: Resolved, second: Resolved) -> Resolved:
    clock, day = (first, second) if first.family == "clock" else (second, first)
    time = clock.value.period.value.rpartition("T")[2]
    period = day.value.period
    value = Value(
        "TIME",
        Period(f"{period.value}T{time}", period.earliest, period.latest, "minute"),
        day.value.anchored,
        clock.value.modifier or day.value.modifier,
    )
    return replace(first, end=second.end, family="clock", value=value)

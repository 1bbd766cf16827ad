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
    return _spread(joined, context.text)


_SECOND_ZONE = re.compile(r"\s?[(/]\s?|\s/\s|,?\sor\s")  # between a time and the same time in another zone
_ITS_DAY = re.compile(r"\)?,?\s(?:on\s)?")
_TWIN_IN_BRACKETS = re.compile(r"\s\(\d{1,4}[^()\n]{0,24}\),?\s(?:on\s)?")  # "10:35 a.m. (0735 GMT) Friday"


def _spread(found: list[Resolved], text: str) -> list[Resolved]:
    """The mentions with the day of a time given to the same time in another zone: "5:00 p.m. ET (2:00 p.m. PT) on Tuesday"."""
    spread = list(found)
    for at, each in enumerate(found[1:], 1):
        before = spread[at - 1]
        if _embargoed(before, each, text):
            spread[at] = replace(each, value=_on_day(each.value, before.value))
        if _is_bare(before) and _belong(before, each) and _TWIN_IN_BRACKETS.fullmatch(text, before.end, each.start):
            spread[at - 1] = replace(before, value=_on_day(before.value, each.value))
        if each.family != "clock" or before.family != "clock" or not _SECOND_ZONE.fullmatch(text, before.end, each.start):
            continue
        day = found[at + 1] if at + 1 < len(found) and _belong(each, found[at + 1]) else None
        if _is_bare(each) and not _is_bare(before):
            spread[at] = replace(each, value=_on_day(each.value, before.value))
        elif day and _is_bare(each) and _is_bare(before) and _ITS_DAY.fullmatch(text, each.end, day.start):
            spread[at - 1 : at + 1] = [replace(one, value=_on_day(one.value, day.value)) for one in (before, each)]
        elif _is_bare(before) and not _is_bare(each):
            spread[at - 1] = replace(before, value=_on_day(before.value, each.value))
    return spread


_EMBARGO = re.compile(r"[\s.,:|–—-]*(?i:(?:strictly\s)?embargo(?:ed)?(?:\suntil)?:?)\s")


def _embargoed(before: Resolved, each: Resolved, text: str) -> bool:
    """As in "6 November 2025 / EMBARGOED UNTIL 10.30am AEDT": the hour is that day's."""
    return (
        each.value.period.value.startswith("T") and _belong(before, each) and _EMBARGO.fullmatch(text, before.end, each.start) is not None
    )


def _is_bare(each: Resolved) -> bool:
    return each.assumed


def _belong(first: Resolved, second: Resolved) -> bool:
    clocks = (first.family == "clock") + (second.family == "clock")
    day = second if first.family == "clock" else first
    return (
        clocks == 1
        and "T" not in day.value.period.value
        and day.value.period.granularity == "day"
        and day.value.type == "DATE"
        and not day.value.period.value.startswith("XXXX-W")
    )


_WEEKDAY = re.compile(r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")  # "11:30 GMT, Thursday 19 March 2026" is one
_ZONE = re.compile(r"\b(?!(?:AM|PM)$)[A-Z]{2,4}\)?$|[Tt]ime$")


def _apart(first: Resolved, second: Resolved, text: str) -> bool:
    """A comma between a zone and a day with its year parts the two: "6:00 a.m. GMT, 14 October 2025", not "14:30, 18 September 2025"."""
    between = text[first.end : second.start]
    if (
        first.family != "clock"
        or "," not in between
        or between.endswith("on ")
        or second.value.anchored
        or _WEEKDAY.match(text, second.start)
    ):
        return False
    return _ZONE.search(text[first.start : first.end]) is not None


def _one(first: Resolved, second: Resolved) -> Resolved:
    clock, day = (first, second) if first.family == "clock" else (second, first)
    return replace(first, end=second.end, family="clock", value=_on_day(clock.value, day.value), assumed=False)


def _on_day(clock: Value, day: Value) -> Value:
    time = clock.period.value.rpartition("T")[2]
    value = f"{day.period.value.partition('T')[0]}T{time}"
    return Value("TIME", Period(value, day.period.earliest, day.period.latest, "minute"), day.anchored, clock.modifier or day.modifier)

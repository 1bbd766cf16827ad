"""Finds time expressions: text in, expressions out, each with the parts its pattern named. Values are `resolve`'s.

One pass finds the words and figures that time expressions have; each family of patterns looks only around the words it can hold.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.dates import patterns, reject
from extractor.dates.place import pattern
from extractor.dates.words import lexicon, names, number
from extractor.findings import Discard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.findings import Span

_BEFORE, _AFTER = 48, 90  # characters around a trigger that its expression can reach
_FAMILIES: dict[str, tuple[Callable[[], re.Pattern[str]], tuple[str, ...]]] = {
    "absolute": (patterns.absolute, ("month",)),
    "written": (patterns.written, ("month", "unit")),
    "numeric": (patterns.numeric, ("figures",)),
    "year": (patterns.year, ("year", "short", "fiscal", "spoken")),
    "decade": (patterns.decade, ("decade", "short", "year", "unit")),
    "weekday": (patterns.weekday, ("weekday", "part", "ref")),
    "duration": (patterns.duration, ("unit",)),
    "unit": (patterns.unit, ("unit", "season", "period", "half")),
    "quarter": (patterns.quarter, ("unit", "code", "half")),
    "ended": (patterns.ended, ("month",)),
    "stretch": (patterns.stretch, ("unit", "code")),
    "month_quarter": (patterns.month_quarter, ("month",)),
    "clock": (patterns.clock, ("clock",)),
    "reference": (patterns.reference, ("ref", "unit", "part")),
    "every": (patterns.every, ("every", "unit")),
    "holiday": (patterns.holiday, ("holiday",)),
}
# Where two expressions share words and length, the earlier family says what they are.
_ORDER = {
    name: at
    for at, name in enumerate(
        (
            "written",
            "ended",
            "stretch",
            "month_quarter",
            "every",
            "quarter",
            "clock",
            "numeric",
            "absolute",
            "holiday",
            "decade",
            "weekday",
            "unit",
            "duration",
            "year",
            "reference",
        )
    )
}


@dataclass(slots=True, frozen=True)
class Expression:
    """A time expression: `start` behind an article or quantifier, `lead` with it; `parts` as its family's pattern names them."""

    start: int
    end: int
    lead: int
    family: str
    parts: dict[str, str]

    def get(self, name: str) -> str:
        """A part's words in lower case and single spaces; empty where it is not there."""
        return self.parts.get(name, "")


@cache
def _triggers() -> re.Pattern[str]:
    refs = "|".join(sorted({word.split()[-1] for word in lexicon("references.csv", "words")}))
    days = "|".join(sorted({word.split()[0].title() for word in lexicon("holidays.csv", "name")}))
    units = "seconds?|minutes?|hours?|days?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)"
    return re.compile(
        rf"(?<![A-Za-z])(?:(?P<month>(?:{names('month')})(?![a-z]))|(?P<weekday>(?:{names('weekday')}|{names('short')})(?![a-z]{{2}}))"
        rf"|(?P<unit>(?i:{units})(?![a-z]))|(?P<every>(?:once|twice|each|every|Each|Every|times)(?![a-z]))|(?P<season>(?i:{names('season')})(?![a-z]))|(?P<part>(?:{names('part')})(?![a-z]{{2}}))"
        rf"|(?P<period>(?:period|time|season)(?![a-z]))|(?P<half>(?i:half)(?![a-z]))|(?P<fiscal>(?:FY|[Ff]iscal|[Ff]inancial\syear))|(?P<spoken>(?i:nineteen|two\sthousand))"
        rf"|(?P<holiday>(?:{days})(?![a-z]))|(?P<ref>(?i:{refs})(?![a-z]))|(?P<decade>(?i:{names('decade')})(?![a-z]))"
        rf"|(?P<code>(?<!\w)(?:[QH][1-4]|[1-4][QH]|[369]M(?=\s?['’]?\d)))|(?P<clock>(?i:noon|midnight|midday)(?![a-z])|(?<![\d:.,$])\d{{1,2}}(?::[0-5]\d|(?:\.[0-5]\d)?\s?(?i:[ap]\.?m)|\so['’]clock|\sin\sthe\s[mae])|(?<![\d:.,$])\d{{4}}(?=\s(?:GMT|UTC|BST|CES?T|HKT|SGT|JST)\b))"
        rf"|(?P<figures>(?<!\d)\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}})|(?P<year>(?<!\d)(?:1[5-9]|20)\d\d(?!\d))|(?P<short>['’‘]\d\d))"
    )


def find(text: str, masks: list[Span], *, story: bool = False, discards: list[Discard] | None = None) -> list[Expression]:
    """The time expressions of a plain text in order, without overlaps; `masks` are stretches (phones, addresses, codes) in which none is.

    In a news story "the quarter ended Sept. 30" and "the first nine months of 1997" are two expressions, as in TIMEX3; the first with a
    year, and both in a release, are one interval.
    What looked like a time expression and is none goes into `discards`, with the reason.
    """
    places: dict[str, list[int]] = {}
    for trigger in _triggers().finditer(text):
        places.setdefault(str(trigger.lastgroup), []).append(trigger.start())
    found: list[Expression] = []
    refused: list[tuple[Expression, str]] = []
    for family in _FAMILIES:
        for each in _family(text, family, places):
            if reason := reject.why_not(text, each.family, each.start, each.end, each.parts):
                refused.append((each, reason))
            else:
                found.append(each)
    ends = [mask.end for mask in masks]
    found = [each for each in found if not _masked(each, masks, ends) and not (story and _parted(each))]
    found.sort(key=lambda each: (each.start - each.end, _ORDER[each.family], each.start))
    taken: list[Expression] = []
    used = bytearray(len(text))
    for each in found:
        if used.find(1, each.start, each.end) < 0:
            used[each.start : each.end] = b"\1" * (each.end - each.start)
            taken.append(each)
    if discards is not None:
        lonely = [(each, reason) for each, reason in refused if used.find(1, each.start, each.end) < 0]
        discards += [Discard(each.start, each.end, f"dates.{each.family}", reason) for each, reason in lonely]
    return sorted(taken, key=lambda each: each.start)


def _parted(each: Expression) -> bool:
    return each.family == "stretch" or (each.family == "ended" and not (each.get("y") or each.get("y2")))  # "12 months to June" too


def _masked(each: Expression, masks: list[Span], ends: list[int]) -> bool:
    """Whether a mask overlaps the expression; masks are in order and apart, `ends` are theirs."""
    if each.family in {"numeric", "reference", "ended", "holiday"} or each.get(
        "ap"
    ):  # "17.06.2025" is dotted as versions are; no phone number has "p.m."
        return False
    at = bisect_right(ends, each.start)
    return at < len(masks) and masks[at].start < each.end


def _family(text: str, family: str, places: dict[str, list[int]]) -> Iterator[Expression]:
    make, triggers = _FAMILIES[family]
    at = sorted(place for trigger in triggers for place in places.get(trigger, ()))
    if not at:
        return
    pattern = make()
    window, stop = at[0] - _BEFORE, at[0] + _AFTER
    windows = []
    for place in at[1:]:
        if place - _BEFORE > stop:
            windows.append((window, stop))
            window = place - _BEFORE
        stop = place + _AFTER
    windows.append((window, stop))
    behind = 0
    for start, end in windows:
        here = max(start, behind, 0)
        here = text.rfind(" ", 0, here) + 1 if start > behind else here  # never begin inside a word
        for match in pattern.finditer(text, here, min(end, len(text))):
            behind = match.end()
            expression = _expression(match, family)
            if expression:
                yield expression


_STRAIGHT = str.maketrans("’‘", "''")


@cache
def _leads(family: str) -> tuple[str, ...]:
    """The names of the leads of a family's pattern, one for each of its alternatives."""
    return tuple(name for name in _FAMILIES[family][0]().groupindex if name.endswith("lead"))


def _expression(match: re.Match[str], family: str) -> Expression | None:
    parts = {name: " ".join(words.lower().translate(_STRAIGHT).split()) for name, words in match.groupdict().items() if words}
    lead = next((name for name in _leads(family) if match.start(name) >= 0), None)
    start = match.end(lead) if lead else match.start()
    end = match.end()
    while end > start and match.string[end - 1].isspace():
        end -= 1
    if end <= start:
        return None
    if family == "ended" and parts.get("part") and _of_weeks(parts):  # its first half is told by its label alone
        start = match.start("head")
        return Expression(start, end, start, family, {name: words for name, words in parts.items() if name != "part"})
    found = Expression(start, end, match.start(), family, parts)
    return _without_verb(match.string, found) if family == "duration" and parts.get("rel") == "last" else found


def _of_weeks(parts: dict[str, str]) -> bool:
    """Whether a period ends within a month: a year of 52 weeks, which has no parts in months."""
    if not (month := parts.get("m") or parts.get("m2")):
        return False
    return int(parts.get("d") or parts["d2"]) < monthrange(2001, number("month", month))[1]


def _without_verb(text: str, found: Expression) -> Expression:
    """As in "works will last 18 months", "shifts last 8 hours": "last" is a verb there, and the length stands behind it."""
    before = text[max(0, found.start - 12) : found.start]
    if not (pattern(r"\b<last-verb>\s$").search(before) or re.search(r"[a-z]{3}[a-rt-z]s\s$", before)):
        return found
    start = found.start + len("last")
    start += len(text[start : found.end]) - len(text[start : found.end].lstrip())
    return replace(found, start=start, lead=start, parts={name: words for name, words in found.parts.items() if name != "rel"})

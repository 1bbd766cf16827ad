"""Lists and ranges told in words: "April 24 and 25", "March 31, 2024 and 2023", "fourth quarter and full year 2024". Expressions in, expressions out.

Every member becomes an expression of its own; what is said once for all (month, year) is given to each of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extractor.dates.match import Expression
from extractor.dates.patterns import DAY, YEAR
from extractor.dates.words import GAP, alternatives, lexicon, months, number

_AND = rf"(?:,?{GAP}(?:and|or|&|to|through|until){GAP}(?:the{GAP})?|,{GAP})"
_LAST = re.compile(r"[^\w]*(?:and|or|&|to|through|until)\b")
_QUARTERS = re.compile(
    rf"(?i)\b(?P<first>first|second|third){GAP}(?:and|or|through|to){GAP}(?P<last>(?P<qw>second|third|fourth){GAP}quarters"
    rf"(?:{GAP}(?:of|in){GAP}(?P<f2>fiscal{GAP})?(?P<y>{YEAR}))?)(?!\w)"
)


@cache
def _closed() -> re.Pattern[str]:
    """What stands behind the last member of a list: its year, a sign, the end, or a word that is no noun."""
    return re.compile(
        rf"(?:,?{GAP}(?P<y>{YEAR}))(?!\w)|\s*(?:$|[,.;:()–—\n]|(?:{alternatives(lexicon('behind_day.csv', 'word'))}|[a-z]+ed)\b)"
    )


def expand(text: str, found: list[Expression]) -> list[Expression]:
    """The expressions with the members of lists among them, in order and without overlaps."""
    added: list[Expression] = _quarters(text) if "quarters" in text else []
    kept: list[Expression] = []
    for each in found:
        if any(new.start < each.end and each.start < new.end for new in added[-8:]):
            continue
        before = kept[-1] if kept else None
        if before and (twin := _other_year(text, before, each)):
            kept.append(twin)
            continue
        if before and _share_part(text, before, each):
            kept[-1] = replace(before, parts=before.parts | {name: each.get(name) for name in ("part", "parts")})
        if before and (year := _shared(text, before, each)):
            kept[-1] = replace(before, parts=before.parts | year)
        days, year = _days_behind(text, each)
        if days:
            added += days
            each = replace(each, parts=each.parts | year)  # noqa: PLW2901 - the first member learns the year of the list
        added += _days_before(text, each)
        kept.append(each)
    if not added:
        return kept
    taken = {at for new in added for at in range(new.start, new.end)}
    kept = [each for each in kept if each.start not in taken]
    return sorted(kept + added, key=lambda each: each.start)


def _share_part(text: str, before: Expression, each: Expression) -> bool:
    """As in "Monday and Tuesday nights": both are nights."""
    if before.family != "weekday" or each.family != "weekday" or not each.get("parts") or not before.get("wd"):
        return False
    return not (before.get("part") or before.get("rel")) and _between().fullmatch(text, before.end, each.start) is not None


def _quarters(text: str) -> list[Expression]:
    found = []
    for match in _QUARTERS.finditer(text):
        year = {name: match[name].lower() for name in ("y", "f2") if match[name]}
        for name, word in (("first", match["first"]), ("last", match["qw"])):
            found.append(
                Expression(match.start(name), match.end(name), match.start(name), "quarter", {"qw": word.lower(), "what": "quarter"} | year)
            )
    return found


def _days_behind(text: str, each: Expression) -> tuple[list[Expression], dict[str, str]]:
    """The days that follow a first one ("May 5, 7 and 9, 2025") and the year they share."""
    if each.family != "absolute" or not each.get("d") or each.get("d2") or any(each.get(name) for name in ("y", "ys", "ry")):
        return [], {}
    days: list[re.Match[str]] = []
    at, closed = each.end, False
    while match := _next_day().match(text, at):
        days.append(match)
        at = match.end()
        if _LAST.match(match[0]):
            closed = True
            break
    end = _closed().match(text, at) if closed else None
    if end is None:
        return [], {}
    year = {"y": end["y"]} if end["y"] else {}
    parts = {"m": each.get("m")} | year
    made = [Expression(match.start("d"), match.end("d"), match.start("d"), "absolute", parts | {"d": match["d"]}) for match in days]
    if end["y"]:
        made[-1] = replace(made[-1], end=end.end("y"))
    return made, year


@cache
def _next_day() -> re.Pattern[str]:
    return re.compile(rf"{_AND}(?P<d>{DAY})(?:st|nd|rd|th)?(?![\w%])")


@cache
def _before_days() -> re.Pattern[str]:
    opener = rf"^|\b(?:[Oo]n|[Ff]rom|[Bb]etween|[Tt]he|[Oo]f){GAP}|\b{months()},?{GAP}(?:and{GAP})?|[(\n]"
    return re.compile(rf"(?:{opener})(?P<days>{DAY}(?:,{GAP}{DAY})*)(?:,?{GAP}(?:and|or|to){GAP})$")


def _days_before(text: str, each: Expression) -> list[Expression]:
    """The days that come before the last one: "5, 6 and 7 June 2025"."""
    if each.family != "absolute" or not each.get("n") or each.get("n2"):
        return []
    near = max(0, each.start - 40)
    match = _before_days().search(text[near : each.start])
    if not match:
        return []
    parts = {name: words for name, words in each.parts.items() if name in {"nm", "ny", "nys", "nry"}}
    start = near + match.start("days")
    return [
        Expression(start + day.start(), start + day.end(), start + day.start(), "absolute", parts | {"n": day[0]})
        for day in re.finditer(r"\d{1,2}", match["days"])
    ]


_BETWEEN = re.compile(r"(?i)\b(?:between|from)\s(?:the\s)?$")


def _other_year(text: str, before: Expression, each: Expression) -> Expression | None:
    """Resolves "March 31, 2024 and 2023": the same day, month, quarter or interval in the other year."""
    name = {"absolute": ("y", "ny", "by"), "ended": ("y", "y2"), "quarter": ("y",)}.get(before.family, ())
    held = next((key for key in name if before.get(key)), None)
    if held is None or each.family != "year" or set(each.parts) != {"y"} or not _between().fullmatch(text, before.end, each.start):
        return None
    if before.parts.get("d2") and before.family == "absolute":
        return None
    if _BETWEEN.search(text[max(0, before.lead - 14) : before.start]):  # "between the second half of 2027 and 2031": a year of its own
        return None
    if not (_closed().match(text, each.end) or _between().match(text, each.end)):
        return None
    return replace(before, start=each.start, end=each.end, lead=each.start, parts=before.parts | {held: each.get("y")})


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf",?{GAP}(?:and|or|&|to){GAP}|,{GAP}")


def _shared(text: str, before: Expression, each: Expression) -> dict[str, str] | None:
    """The year that the second of two gives to the first: "March and April 2024", "Q2 and Q3 2025", "fourth quarter and full year 2024"."""
    if not re.fullmatch(
        rf"{GAP}(?:and|or|&|to|through|until){GAP}(?:the{GAP}|for{GAP}the{GAP})?",
        text[before.end : each.lead] + text[each.lead : each.start],
    ):
        return None
    if before.family == "absolute" == each.family:
        return _shared_year(text, before, each)
    if (
        before.family == "quarter"
        and not any(before.get(name) for name in ("y", "ys", "ys2", "ry", "py", "fpy", "fyy", "oy", "c1", "c2", "rel"))
        and (before.get("qw") or before.get("qd") or before.get("dq"))
    ):
        if each.family == "quarter" and each.get("y"):
            return {"y": each.get("y")} | ({"f2": "fiscal"} if each.get("f2") or each.get("f1") else {})
        if each.family == "unit" and re.fullmatch(r"\d{4}", each.get("tail")):
            return {"y": each.get("tail")}
        if each.family == "year" and each.get("y") and not each.get("y2") and (each.get("fy") or re.match(r"(?i)full", each.get("mod"))):
            return {"y": each.get("y"), "f2": "fiscal"}
    return None


def _shared_year(text: str, before: Expression, each: Expression) -> dict[str, str] | None:
    if any(before.get(name) for name in ("y", "ys", "ry", "ny", "nys", "nry", "by", "bys", "bry", "bword", "rel", "word")):
        return None
    year = each.get("y") or each.get("ny") or each.get("by")
    if not year:
        return None
    first, last = (number("month", one.get("m") or one.get("nm") or one.get("bm")) for one in (before, each))
    if first > last:
        if re.search(r"\b(?:and|or|&)\b", text[before.end : each.start]) and not before.get("bm"):
            return None
        year = str(int(year) - 1)
    return {"y" if before.get("m") else "ny" if before.get("nm") else "by": year}

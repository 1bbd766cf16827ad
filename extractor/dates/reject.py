"""What looks like a time expression and is none: verbs, people named April, counts, ages, table figures. Pure text."""

from __future__ import annotations

import re
from functools import cache

from extractor.dates.words import lexicon, table
from extractor.lexicon import rows

_IN_BEFORE = re.compile(
    r"(?:\b(?:in|since|from|of|to|until|till|by|before|after|between|and|through|during|for|late|early|mid|last|next|this|each|every|on|or|with|as of|is|was|effective|[Tt]he|a|until|around|about|via|[Cc]ame)|^|[\n(:;,.–—“\"'’-]|[a-z]{3})\s*$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(r"(?:\b(?:it|they|we|you|he|she|that|which|who|and|or|to|not|board|company)\s+)$")
_NAME_AFTER = re.compile(
    r"[ ](?!(?:The|A|An|In|On|At|He|She|It|We|They|This|That|To|For|But|And|With|By|As|Quarter|Sales|Results|Day|Meeting|Edition|Issue|BellSouth)\b)[A-Z][a-z]+(?:[ -][A-Z]|,|['’]s|\b)"
)
_NUMBER_LEFT = re.compile(r"(?<![A-Za-z.,]\s)\b\d[\d,.]*[ ]$")
_NUMBER_RIGHT = re.compile(r"[ ]\d[\d,.]*\b(?![ ]?[-–:apAP])")
_COUNT = re.compile(r"[ \n]([A-Za-z]+)")
_LAW = re.compile(r"(?:Act|Law|Code|Directive|Regulation|Reform Act|Order|Rule|No\.|Resolution)[ ](?:of[ ])?$")
_HARD_NAME = re.compile(
    r"(?:Route|Highway|Suite|Room|Flight|Unit|Model|Section|Article|Form|Agenda|Expo|Windows|Office|series|film|Boeing|Airbus)[ ]$"
)
_TEN = 1000


@cache
def _counted() -> frozenset[str]:
    return frozenset(lexicon("counted.csv", "word"))


def keeps(text: str, family: str, start: int, end: int, parts: dict[str, str]) -> bool:
    """False where the words around an expression show that it is no time expression."""
    check = _CHECKS.get(family)
    return check is None or check(text, start, end, parts)


def _year(text: str, start: int, end: int, parts: dict[str, str]) -> bool:
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if "y" not in parts or parts.get("fy") or parts.get("mod"):
        return True
    if _LAW.search(before) or _HARD_NAME.search(before):
        return False
    counted = _COUNT.match(after)
    if counted and counted[1] in _counted():
        return False
    if not parts.get("y2") and (_number_left(before) or _number_right(after)):
        return False
    if re.search(r"[A-Z]{2,}[- ]$|\d[- ]$", before) and re.match(r"[-/]", after):
        return False
    return _in_row(text, start, end) if _is_cell(text, start, end) else int(parts["y"][:4]) <= 2100  # case of a faulty number


def _number_left(before: str) -> bool:
    found = re.search(r"(\d[\d,.]*)[ ]$", before)
    return (
        bool(found) and not re.fullmatch(r"(?:19|20)\d\d,?", found[1]) and not re.search(r"[A-Za-z]\.?[ ]?\d{1,2},?[ ]$", before)
        if found
        else False
    )


def _number_right(after: str) -> bool:
    found = re.match(r"[ ](\d[\d,.]*)(?![\w:/])(?![ ]?(?:[ap]\.?m|[%]|million|billion|trillion|[A-Z]?[a-z]{3,}))", after)
    return bool(found) and not re.fullmatch(r"(?:19|20)\d\d[.,]?", found[1]) if found else False


def _line(text: str, start: int, end: int) -> str:
    line_start = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return text[max(line_start, start - 160) : min(stop if stop >= 0 else len(text), end + 160)]


def _is_cell(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"[ ]{2}$|\t$", text[max(0, start - 2) : start]) or re.match(r"[ ]{2}|\t", text[end : end + 2]))


def _in_row(text: str, start: int, end: int) -> bool:
    """A year in a table's row counts only where the row is a heading: all its figures are years."""
    figures = re.findall(r"(?<![\w-])[$€£(]?\d[\d,.]*%?", _line(text, start, end))
    return all(re.fullmatch(r"(?:19|20)\d\d|[12]?\d,?|3[01],?", figure) for figure in figures)


def _absolute(text: str, start: int, end: int, parts: dict[str, str]) -> bool:
    """A bare month must stand where time stands: "in May", not "may", "April Hensley", "THE MARCH"."""
    if (
        "bm" not in parts
        or parts.get("by")
        or parts.get("bys")
        or parts.get("bry")
        or parts.get("rel")
        or parts.get("mod")
        or parts.get("bword")
    ):
        return not (parts.get("nm") == "may" and text[start:end].endswith("may"))
    word = text[start:end].rstrip(".")
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    if (
        len(word) <= 3
        and word.lower() != "may"
        and not re.search(r"(?i)\b(?:in|since|by|until|of|from|to|through|between|and|last|next)\s$", before)
    ):  # "Mar", "Jan" are short forms
        return False
    if word.isupper() and not re.search(r"(?i)\b(?:in|since|by|until|from)\s$", before):
        return False
    if re.match(r"[ ][A-Z][a-z’']+|-[A-Z]|[ ]&", after) and not re.search(
        r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ll]ast|[Ll]ate|[Ee]arly)\s$", before
    ):
        return False
    if re.search(r"(?:[A-Z][a-z]+|[A-Z]\.|Mr\.|Ms\.|Mrs\.|Dr\.|Theresa|St\.)[ ]$", before) and not re.search(
        r"(?:In|Since|By|From|Until|On|Through|During|For|Last|The|This|Next|Between|After|Before|Late|Early|A)[ ]$", before
    ):
        return False
    ambiguous = word.lower() in {"may", "march", "august", "april", "june"}
    if ambiguous and re.match(r"[ ](?:not|be|have|also|still|i|you|we|he|she|they|the board)\b", after, re.IGNORECASE):
        return False
    if ambiguous and word[0].isupper() and re.search(r"(?:^|[\n(,“\"])$", before) and re.match(r"\s+(?:[A-Z]|of\b)", after):
        return False
    return not (ambiguous and not _IN_BEFORE.search(before))


@cache
def _stretches() -> frozenset[tuple[str, str]]:
    return frozenset((row["word"], row["unit"]) for row in rows("extractor.dates", "stretches.csv"))


def _season(text: str, start: int, end: int, parts: dict[str, str]) -> bool:
    """A season without its year stands behind a preposition, and no name follows: "in the spring", not "Spring Street"."""
    if parts.get("srel") or parts.get("sy"):
        return True
    placed = re.search(
        r"(?i)\b(?:in|over|by|during|of|until|since|through|into|for)\s(?:the\s|early\s|late\s)?$", text[max(0, start - 16) : start]
    )
    followed = re.match(r"[ -](?:[A-Z][a-z]|of\s(?!\d)|season|collection|break|line|water)", text[end : end + 8])
    return bool(placed) and not followed


def _unit(text: str, start: int, end: int, parts: dict[str, str]) -> bool:
    if "season" in parts:
        return _season(text, start, end, parts)
    if "yearend" in parts:
        return parts["yearend"] != "year end" or not re.match(r"\s+(?:the|a)\b", text[end : end + 5])
    rel, unit, tail = parts.get("rel", ""), parts.get("u", ""), parts.get("tail")
    if not unit:
        return True
    if not tail and re.match(r"[A-Z]\w* [A-Z][a-z]", text[start:end]):  # "This Week", a title
        return False
    if unit in {"second", "minute", "hour"} or rel == "own" or (unit == "time" and not tail):
        return False
    if parts.get("s") or rel in {"recent", "future"}:
        return rel in {"recent", "future", "coming", "past"}
    if unit in {"period", "season", "half", "time"}:
        return bool(tail) or (rel, unit) in _stretches()
    if rel == "the":
        return _the_unit(text, end, parts)
    return unit != "day" or rel != "same" or text[max(0, start - 4) : start].lower() == "the "


def _the_unit(text: str, end: int, parts: dict[str, str]) -> bool:
    """Whether "the day", "the week" are times: they are beside "before", "end of" and the like, or where nothing describes them further."""
    unit = parts["u"]
    if unit == "day":
        return bool(parts.get("way") or parts.get("mod"))
    if unit in {"decade", "century"}:
        return False
    described = unit in {"week", "month"} and re.match(r"\s+(?:of|before|after|that)\b", text[end : end + 9])
    return bool(parts.get("mod")) or not described


def _duration(text: str, start: int, end: int, parts: dict[str, str]) -> bool:
    number, unit = parts["n"], parts["u"]
    before, after = text[max(0, start - 16) : start], text[end : end + 16]
    if parts.get("long") == "-old" and (unit == "year" or re.match(r"\s(?:baby|boy|girl|son|daughter|child|infant)", after)):
        return False
    if unit in {"second", "weekend"} and not (parts.get("s") or parts["gap"] == "-"):
        return False
    if text[start:end].rsplit(maxsplit=1)[-1][:1].isupper() and not text[start:end].isupper():  # "60 Minutes"
        return False
    if unit == "quarter" and (number in {"a", "an", "one", "half a"} or (parts["gap"] == "-" and parts.get("s"))):
        return False
    if re.match(r"[ -](?:old|of[ ]age)\b|[ ]year[- ]old", after) or re.search(r"\b(?:aged?|[Rr]ule|No\.)[ ]$", before):
        return False
    if not parts.get("s") and parts["gap"] != "-" and number not in {"a", "an", "one", "half a", "half an"}:
        digits = number.replace(",", "")
        if unit == "quarter" or (digits.isdigit() and int(digits) > _TEN // 5):
            return False
        if parts.get("rel") == "that ":
            return False
    if number in {"a", "an"}:
        if parts.get("s") or re.match(r"\s(?:in\swhich|when|where)\b", after):  # "in a year in which": one of some kind
            return False
        if unit in {"second", "weekend", "quarter"}:
            return False
    return not (unit == "quarter" and re.match(r"\sof\b", after)) and not (parts.get("rel") == "that " and parts.get("s"))


def per(text: str, start: int) -> bool:
    """True where "a year" says how often: behind an amount, a count or a plural ("$33 million a year")."""
    before = text[max(0, start - 28) : start].rstrip()
    if re.search(
        r"(?i)\b(?:in|for|within|after|of|over|than|is|was|be|took|take|takes|about|nearly|almost|lasting|during|every|to|as|by|with|only|just|and|from|at|least|another|once|such|like|had|has|have|gave|give|given|him|her|them|spent|half|up|barely|through|into|what|less|long)$",
        before,
    ):
        return False
    return bool(re.search(r"\d|(?:million|billion|trillion|percent|thousand|hundred|times|cents|dollars|yen|euros|pounds|s)$", before))


def _weekday(text: str, start: int, end: int, parts: dict[str, str]) -> bool:
    if "wd" not in parts:
        return True
    word = parts["wd"].rstrip(".,")
    before, after = text[max(0, start - 20) : start], text[end : end + 20]
    if word in table("short"):
        return bool(re.match(r"[ ,]*(?:\d|[A-Z][a-z]{2}\w*\.?[ ]\d)", after))
    if text[start:end].isupper() and len(text[start:end]) < 4:  # "SUN", "SAT"
        return False
    return not (
        re.match(r"[ ](?:Times|Telegraph|Post|Mail|Express|Mirror|Herald|Chronicle|Star|Group|Inc|Corp)\b", after)
        or (re.search(r"\b(?:[Bb]lack|[Cc]yber|[Rr]uby|[Gg]ood|[Hh]oly|Ash|Super)[ ]$", before))
    )


def _quarter(text: str, start: int, end: int, parts: dict[str, str]) -> bool:
    after = text[end : end + 14]
    if parts.get("what") == "half":
        dated = any(parts.get(name) for name in ("y", "ys", "ry", "f1", "f2", "py", "oy", "fg"))
        if re.match(r"[ ]of[ ](?:the[ ])?(?!year)", after) and not dated:
            return False
        return (
            dated
            or bool(re.match(r"[ ]of[ ]the[ ]year", after))
            or bool(
                re.search(
                    r"(?i)\b(?:in|for|during|of|to|into|from|than)[ \n](?:the|its|a)?[ \n]?$|\bthe[ \n]$", text[max(0, start - 12) : start]
                )
            )
        )
    if parts.get("qw") in {"last", "final", "second"} and parts.get("what") == "quarter" and re.match(r"[ ]of[ ](?:a|an)[ ]", after):
        return False
    if (parts.get("qd") or parts.get("dq")) and not parts.get("y"):
        half = parts.get("qd", "")[:1] == "h"  # "H1" is also a heading, a road and a visa
        placed = re.search(r"(?i)\b(?:in|for|of|from|to|the|by|\()\s?$", text[max(0, start - 6) : start]) or re.match(r"[\s:,.)]", after)
        return not re.match(r"[ ]?\([A-Z]", after) and (not half or bool(placed))
    return True


def _clock(text: str, start: int, _: int, parts: dict[str, str]) -> bool:
    if (
        parts.get("noon")
        and "lead" in parts
        and not re.search(r"(?i)\b(?:at|by|until|before|after|from|to|about|around|of)\s$", text[max(0, start - 8) : start])
    ):
        return False
    return not (
        parts.get("h24") and re.search(r"(?:\bratio|[Ll]uke|[Jj]ohn|[Mm]ark|[Mm]atthew|score)\s\S*$", text[max(0, start - 14) : start])
    )


def _reference(text: str, start: int, end: int, parts: dict[str, str]) -> bool:
    before, after = text[max(0, start - 16) : start], text[end : end + 16]
    ref = parts.get("ref")
    if ref in {"the past", "the future", "the present"}:
        return not re.match(r"[ \n](?:\d|[a-z]+(?:ly)?\b)", after) or bool(
            re.match(r"[ \n](?:if|is|was|will|that|and|or|but|to|has|when|where|as|for|may|with|of)\b", after)
        )
    if ref in {"daily", "weekly", "hourly", "monthly", "annually", "yearly", "quarterly", "overnight"}:
        return text[start].islower() or ref == "hourly"
    if ref == "now":
        return not re.search(r"(?:From|from)[ ]$", before) or True
    if "vague" in parts:
        return parts["dir"] not in {"last", "next"}
    if "pl" in parts:
        if parts.get("pway"):
            return not re.search(r"[\w]\s$", before) or not re.search(
                r"(?:\d|few|several|two|three|four|five|six|seven|eight|nine|ten|some|many|past|last|next)\s$", before
            )
        if parts["pl"].endswith(("old", "long")):
            return parts["pl"] != "years-old"
        return bool(re.search(r"(?i)\b(?:for|within|over|in|after|take|takes|took|follows)\s$", before)) and not re.match(
            r"[ \n](?:of[ ](?!boom|talks|twists|losses|negotiations|growth|decline)|to\b)", after
        )
    return True


def reason(family: str) -> str:
    """Why an expression of the family was refused, in words for a reader of --explain."""
    return _REASONS[family]


_REASONS = {
    "year": "a four-digit number that counts, measures or names something",
    "absolute": "a month's word used as a verb or a name",
    "unit": "a unit of time that points to no time",
    "duration": "an age, a count or a title, no length of time",
    "weekday": "a weekday's word in a name",
    "quarter": "a part of a whole that is no year",
    "clock": "figures that are no time of day",
    "reference": "a word of time used as an adjective or for a number of things",
}

_CHECKS = {
    "year": _year,
    "absolute": _absolute,
    "unit": _unit,
    "duration": _duration,
    "weekday": _weekday,
    "quarter": _quarter,
    "clock": _clock,
    "reference": _reference,
}

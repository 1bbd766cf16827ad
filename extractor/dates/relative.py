"""Resolves what is counted from another date: weekdays, "last week", "three years ago", "the following month", parts of days, clock times."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.calendar import Period
from extractor.dates.context import HABIT, Value
from extractor.dates.durations import code, count, duration, plainly, singular
from extractor.dates.tense import tense
from extractor.dates.words import modifiers, names, number, table
from extractor.lexicon import rows

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.match import Expression


_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def weekday(each: Expression, context: Context) -> Value | None:
    """Values of family `weekday`: a day, or a part of one."""
    if plural := each.get("pl"):
        found = number("weekday", plural.rstrip("s"))
        part = table("part").get(each.get("part"), "")
        return Value("SET", Period(f"XXXX-WXX-{found}{'T' + part if part else ''}", None, None, "day"))
    if each.get("xday"):
        step = _DAYS[each.get("xday")]
        mod = each.get("xmod")
        part = "AF" if mod.endswith("afternoon") else "MO" if mod.endswith("morning") else ""
        return _part(context, each, _days_on(context, step), part)
    if each.get("ppart"):
        return _part_of(each, context)
    if each.get("dpart"):
        return _in_the_part(each, context)
    word = (each.get("wd") or each.get("qday")).rstrip(".,")
    if word in _DAYS:
        return _part(context, each, _days_on(context, _DAYS[word]), table("part")[each.get("qpart")])
    wanted = number("weekday" if word in table("weekday") else "short", word)
    part = table("part").get(each.get("part") or each.get("qpart"), "")
    if each.get("parts") or each.get("rel") in {"each", "every"}:
        return Value("SET", Period(f"XXXX-WXX-{wanted}{'T' + part if part else ''}", None, None, "day"))
    now = context.published
    if _in_general(each, context.text):
        return Value("TIME" if part else "DATE", Period(f"XXXX-WXX-{wanted}{'T' + part if part else ''}", None, None, "day"))
    if now is None:
        context.open_year(each)
        return Value("TIME" if part else "DATE", Period(f"XXXX-WXX-{wanted}{'T' + part if part else ''}", None, None, "day"))
    return _part(context, each, _weekday(each, context, wanted, now), part)


_ANY = re.compile(r"(?i)\bon\san?\s(?:\w+day\s(?:and|or|to)\san?\s)?$")
_FROM_ANY = re.compile(r"(?i)\bon\san?\s\w+day\s(?:\w+\s){0,3}(?:the|an?)\s$")  # "on a Thursday for the Saturday"
_BY_THE = re.compile(r"\bby\sthe\s$")  # "every forecast was wrong by the Friday": that of any week
_NO_NOUN = re.compile(
    r"\s?[,.;:!?)”’\"—–]|\s*$|\s+(?:and|or|in|for|to|at|when|if|but|than|as|after|before|with|because|morning|evening|afternoon|night)\b"
)


@cache
def _hours() -> re.Pattern[str]:
    day = rf"(?:{names('weekday')}|{names('short')})"
    days = rf"{day}\.?(?:[ ]?[-–—][ ]?|\s(?:to|through|thru)\s){day}\.?"
    return re.compile(
        rf"{days}[,:]?\s\(?(?:from\s|between\s)?\d{{1,2}}(?:[:.]\d\d)?\s?(?:[apAP]\.?[mM]|[-–]|to\b|and\b)"
        rf"|\d\s?[apAP]\.?[mM]\.?(?:\s[A-Z]{{2,4}})?,?\s(?:on\s)?{days}(?![ ,]*[A-Z\d])"
    )


def _opening_hours(each: Expression, text: str) -> bool:
    """As in "Monday through Friday, 9 a.m. to 5 p.m.": the days of any week."""
    near = max(0, each.start - 30)
    return any(match.start() <= each.start - near < match.end() for match in _hours().finditer(text[near : each.end + 40]))


def _in_general(each: Expression, text: str) -> bool:
    """As in "people book on a Thursday for the Saturday", "they usually meet on Friday": no certain one. "On a Monday call" belongs to its noun."""
    if each.get("rel"):
        return False
    before = text[max(0, each.start - 80) : each.start]
    if HABIT.search(before) or _opening_hours(each, text):
        return True
    return any(some.search(before) for some in (_ANY, _FROM_ANY, _BY_THE)) and _NO_NOUN.match(text, each.end) is not None


_THROUGH = frozenset({"through", "to", "thru", "until", "-", "–"})


@cache
def _until_day() -> re.Pattern[str]:
    return re.compile(rf"(?:\s(?:through|to|thru|until)\s|\s?[-–]\s?)(?P<day>{names('weekday')})\b")


def _weekday(each: Expression, context: Context, wanted: int, now: date) -> date:
    rel = each.get("rel")
    if rel in {"last", "this past"}:
        return now - timedelta((now.isoweekday() - wanted - 1) % 7 + 1)
    if rel in {"next", "this coming"}:
        return now + timedelta((wanted - now.isoweekday() - 1) % 7 + 1)
    base = context.last.earliest if context.last else None
    if rel == "the following" and base:
        return base + timedelta((wanted - base.isoweekday() - 1) % 7 + 1)
    if rel == "the previous" and base:
        return base - timedelta((base.isoweekday() - wanted - 1) % 7 + 1)
    if rel == "this":
        return now - timedelta(now.isoweekday() - wanted)
    if base and context.text[context.last_end : each.start].strip() in _THROUGH and (now - base).days < 8:  # "Monday through Friday"
        return base + timedelta((wanted - base.isoweekday()) % 7)
    if wanted == now.isoweekday():
        return now
    until = _until_day().match(context.text, each.end)
    when = tense(context.text, each.start, each.end) or (until and tense(context.text, until.start("day"), until.end()))
    if when == "future":
        return now + timedelta((wanted - now.isoweekday()) % 7)
    return now - timedelta((now.isoweekday() - wanted) % 7)


def _days_on(context: Context, step: int) -> date | None:
    return context.published + timedelta(step) if context.published else None


def _part(context: Context, each: Expression, when: date | None, part: str) -> Value:
    if when is None:
        if context.last and re.fullmatch(r"XXXX-\d\d-\d\d", context.last.value):  # an open dateline: "tonight" is that day's
            return Value(
                "TIME" if part else "DATE", Period(f"{context.last.value}{'T' + part if part else ''}", None, None, "day"), anchored=True
            )
        context.open_year(each)
        return Value("TIME" if part else "DATE", Period(f"XXXX-XX-XX{'T' + part if part else ''}", None, None, "day"))
    if not part:
        return Value("DATE", calendar.day(when), anchored=True)
    return Value("TIME", Period(f"{when.isoformat()}T{part}", when, when, "hour"), anchored=True)


def _in_the_part(each: Expression, context: Context) -> Value | None:
    """A story's "in the morning": that of the day spoken of in its paragraph or the one before; of no certain day elsewhere."""
    spoken = context.last
    if not context.story or spoken is None or spoken.granularity not in {"day", "hour"} or spoken.earliest is None:
        return None
    if context.text.count("\n\n", context.last_end, each.start) > 1:
        return None
    return _part(context, each, spoken.earliest, table("part")[each.get("dpart")])


def _part_of(each: Expression, context: Context) -> Value:
    rel, part = each.get("prel").strip("- "), table("part")[each.get("ppart")]
    base = context.last.earliest if context.last and context.last.granularity == "day" else context.published
    if rel in {"the next", "the following"}:
        return _part(context, each, base + timedelta(1) if base else None, part)
    if rel == "the previous":
        return _part(context, each, base - timedelta(1) if base else None, part)
    if rel == "that":
        return _part(context, each, base, part)
    step = {"tomorrow": 1, "yesterday": -1}.get(rel, 0)
    return _part(context, each, _days_on(context, step), part)


def reference(each: Expression, context: Context) -> Value | None:
    """Values of family `reference`."""
    if words := each.get("ref"):
        row = next(row for row in rows("extractor.dates", "references.csv") if row["words"] == words)
        value, kind = row["value"], row["type"]
        if row["side"] == "story" and not context.story:
            return None
        if match := re.fullmatch(r"(day|[A-Z]{2})([+-]\d)", value):
            if words == "overnight" and (told := _told_lately(each, context)):
                return _part(context, each, told - timedelta(1), match[1])
            return _part(context, each, _days_on(context, int(match[2])), "" if match[1] == "day" else match[1])
        if kind == "SET" and not _as_set(row["side"], context, each.end):
            return None
        return Value("SET" if kind == "SET" else "DATE", Period(value, None, None, None))
    if each.get("vague"):
        value = {"recent": "PAST_REF", "past": "PAST_REF"}.get(each.get("dir"), "FUTURE_REF")
        return Value("DATE", Period(value, None, None, None))
    if whole := each.get("whole"):
        return Value("DURATION", duration(count("one"), whole))
    unit = singular(each.get("pl").partition("-")[0])
    if each.get("pway") == "ago":
        return Value("DATE", Period("PAST_REF", None, None, None))
    return Value("DURATION", duration(None, unit))


def _told_lately(each: Expression, context: Context) -> date | None:
    """The day of the past week that a story has just told of ("shares closed lower Friday"): its "overnight" is the night before that day."""
    told, now = context.last, context.published
    if not context.story or now is None or told is None or told.granularity != "day" or told.earliest is None:
        return None
    near = context.text.count("\n\n", context.last_end, each.start) <= 1
    return told.earliest if near and 0 < (now - told.earliest).days <= 7 else None


def _as_set(side: str, context: Context, end: int) -> bool:
    """Whether "daily", "annually" say how often: a story's "daily" does everywhere, else only where no noun follows."""
    after = context.text[end : end + 12]
    adverb = not re.match(r"[ \n-][A-Za-z]", after) or bool(
        re.match(r"[ \n](?:by|in|on|for|to|from|at|with|over|and|or|as|since|until|through|during|under|between|between|of)\b", after)
    )
    return adverb or not side or (side == "often" and context.story)


def every(each: Expression, context: Context) -> Value | None:
    """Values of family `every`."""
    del context
    if each.get("wd"):
        part = re.search(r"(morning|afternoon|evening|night)$", " ".join(each.parts.values()))
        return Value(
            "SET", Period(f"XXXX-WXX-{number('weekday', each.get('wd'))}{'T' + table('part')[part[1]] if part else ''}", None, None, "day")
        )
    if each.get("m"):
        return Value("SET", Period(f"XXXX-{number('month', each.get('m')):02}", None, None, "month"))
    if each.get("season"):
        return Value("SET", Period(f"XXXX-{table('season')[each.get('season')]}", None, None, "season"))
    if each.get("part"):
        return Value("SET", Period(f"XXXX-XX-XXT{table('part')[each.get('part')]}", None, None, "day"))
    named = singular(each.get("u") or each.get("tu"))
    words = each.get("n")
    words = {"other": "two", "second": "two", "third": "three", "fourth": "four"}.get(words, words)
    size = count(words) if words else count("one")
    if named == "quarter":
        return Value("SET", Period(f"P{plainly(size) if size else 'X'}{code('quarter')}", None, None, "quarter"))
    return Value("SET", duration(size, named))


def clock(each: Expression, when: date | None) -> Value | None:
    """Values of family `clock` on a day; the zone belongs to the mention, not to the value."""
    named = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(each.get("noon"))
    if named is None:
        hour = int(each.get("hp") or each.get("h") or each.get("h24") or count(each.get("oc")) or 0)
        minute = int(each.get("mip") or each.get("mi") or each.get("mi24") or 0)
        if four := each.get("hm"):
            hour, minute = int(four[:2]), int(four[2:])
        half = each.get("ap")[:1] or {"": "", "morning": "a"}.get(each.get("inpart"), "p")
        if half and not 1 <= hour <= 12:  # the hours of a clock's face
            return None
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        named = f"{hour:02}:{minute:02}"
    if when is None:
        return Value("TIME", Period(f"T{named}", None, None, "minute"))
    return Value("TIME", Period(f"{when.isoformat()}T{named}", when, when, "minute"), anchored=True)


def modifier_of(words: str) -> str | None:
    """The TIMEX3 modifier of the words before an expression, inner or outer."""
    inside = words.replace("the ", "").strip(" -")
    for table_ in (modifiers("inside"), modifiers("outside")):
        for name, mod in table_.items():
            if inside == name.replace("the ", "").strip(" -"):
                return mod or None
    return None

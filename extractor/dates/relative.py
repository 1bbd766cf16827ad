"""Resolves what is counted from another date: weekdays, "last week", "three years ago", "the following month", parts of days, clock times."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.dates import business, calendar
from extractor.dates.absolute import relative_year, spoken_year
from extractor.dates.calendar import Period
from extractor.dates.context import Value
from extractor.dates.durations import UNITS, count, duration, plainly, singular
from extractor.dates.reject import per
from extractor.dates.tense import tense
from extractor.dates.words import modifiers, number, table
from extractor.lexicon import rows

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.match import Expression

_BACK = ("last", "past", "this past", "previous", "prior", "preceding")
_ON = ("next", "coming", "following", "this coming")


def weekday(each: Expression, context: Context) -> Value | None:
    """Values of family `weekday`: a day, or a part of one."""
    if plural := each.get("pl"):
        found = number("weekday", plural.rstrip("s"))
        part = table("part").get(each.get("part"), "")
        return Value("SET", Period(f"XXXX-WXX-{found}{'T' + part if part else ''}", None, None, "day"))
    if each.get("xday"):
        step = {"today": 0, "yesterday": -1, "tomorrow": 1}[each.get("xday")]
        mod = each.get("xmod")
        part = "AF" if mod.endswith("afternoon") else "MO" if mod.endswith("morning") else ""
        return _part(context, each, _days_on(context, step), part)
    if each.get("ppart"):
        return _part_of(each, context)
    word = each.get("wd").rstrip(".,")
    wanted = number("weekday" if word in table("weekday") else "short", word)
    part = table("part").get(each.get("part"), "")
    if each.get("parts") or each.get("rel") in {"each", "every"}:
        return Value("SET", Period(f"XXXX-WXX-{wanted}{'T' + part if part else ''}", None, None, "day"))
    now = context.published
    if now is None:
        context.open_year(each)
        return Value("TIME" if part else "DATE", Period(f"XXXX-WXX-{wanted}{'T' + part if part else ''}", None, None, "day"))
    return _part(context, each, _weekday(each, context, wanted, now), part)


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
    if wanted == now.isoweekday():
        return now
    if tense(context.text, each.start, each.end) == "future":
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
        if match := re.fullmatch(r"(day|[A-Z]{2})([+-]\d)", value):
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


def _as_set(side: str, context: Context, end: int) -> bool:
    """Whether "daily", "annually" say how often: a story's "daily" does everywhere, else only where no noun follows."""
    after = context.text[end : end + 12]
    adverb = not re.match(r"[ \n-][A-Za-z]", after) or bool(
        re.match(r"[ \n](?:by|in|on|for|to|from|at|with|over|and|or|as|since|until|through|during|under|between|between|of)\b", after)
    )
    return adverb or not side or (side == "often" and context.story)


def unit(each: Expression, context: Context) -> Value | None:
    """Values of family `unit`: a calendar unit seen from the publication date or from the date last spoken of."""
    if each.get("yearend"):
        return business.year_end(each, context)
    if each.get("season"):
        return _season(each, context)
    if adj := each.get("adj"):
        return _prior_year(context, each) if adj.startswith(("prior", "previous", "last")) else business.year_before(context, each)
    rel, named, now = each.get("rel"), singular(each.get("u")), context.published
    if rel in {"recent", "future"} or (rel in {"coming", "past"} and each.get("s")):
        return Value("DATE", Period("PAST_REF" if rel in {"recent", "past"} else "FUTURE_REF", None, None, None))
    if rel in {"last", "past"} and named in {"decade", "century"}:  # "over the past decade": the ten years up to now, seldom the 1980s
        return Value("DURATION", _placed(duration(count("one"), named), now, -1, 1, named) if now else duration(count("one"), named))
    if named == "season":
        return _sporting(rel, context)
    if named == "year" and re.fullmatch(r"\d{4}", each.get("tail")):  # "full year 2024"
        return Value(
            "DATE",
            calendar.fiscal(int(each.get("tail")))
            if each.get("fy") in {"fiscal", "financial"}
            else calendar.of_year(int(each.get("tail"))),
        )
    if (
        each.get("tail")
        or rel.endswith(("year-ago", "year-earlier", "prior-year"))
        or (rel in {"corresponding", "same"} and named in {"period", "quarter"})
    ):
        return _twin(each, context)
    if rel == "the" and named == "year" and context.story and re.match(r"\s(?:ended|ending)\b", context.text[each.end : each.end + 8]):
        return Value("DURATION", duration(count("one"), "year"))
    if (
        named in {"period", "half"}
        or (rel == "latest" and named in {"quarter", "month", "week"})
        or (rel in {"the", "that"} and named == "quarter")
    ):
        return _reported(named, context)
    fiscal = each.get("fy") in {"fiscal", "financial"}
    if named == "year" and fiscal:
        return _fiscal_year(rel, context)
    if named == "year" and rel == "prior":
        return _prior_year(context, each)
    if rel == "the" and each.get("way"):
        base = context.reporting if named == "year" and context.reporting and context.reporting.year else context.last
        base = base or (calendar.day(now) if now else None)
        if base is None:
            return None
        step = -2 if each.get("way") == "before that" and base is context.reporting else -1
        found = calendar.shift(base, named, step)
        return Value("DATE", found, anchored=True) if found else None
    if (
        named != "fortnight"
        and rel in {"that", "that same", "same", "following", "previous", "preceding"}
        and context.last
        and context.last.earliest
    ):
        step = {"following": 1, "previous": -1, "preceding": -1}.get(rel, 0)
        found = calendar.shift(context.last, named, step)
        return Value("DATE", found, anchored=True) if found else None
    if now is None:
        context.open_year(each)
        value = {"year": "XXXX", "month": _open_month(rel, context), "week": "XXXX-WXX", "quarter": "XXXX-QX", "day": "XXXX-XX-XX"}.get(
            named
        )
        return Value("DATE", Period(value, None, None, named)) if value else None
    step = -1 if rel in _BACK else 1 if rel in _ON else 0
    if named == "fortnight":  # no calendar has fortnights: how long it is can be said, not which days
        return Value("DURATION", Period("P2W"))
    if rel == "that" and named == "day" and context.last is None:
        return None
    if named == "weekend":
        if rel in {"the", "this"} and step == 0:
            past = rel == "the" and tense(context.text, each.start, each.end) != "future" and now.isoweekday() < 6  # Saturday
            step = -1 if past else 0
        elif step == -1 and now.isoweekday() == 7:  # Sunday
            step = -1
    found = calendar.shift(calendar.containing(now, named), named, step)
    return Value("DATE", found, anchored=True) if found else None


def _open_month(rel: str, context: Context) -> str:
    """The month of "last month" where the year is open: counted from an open dateline ("June 17 --"), else unknown."""
    known = re.match(r"XXXX-(\d\d)", context.spoken.value) if context.spoken and rel in (*_BACK, *_ON, "this") else None
    if not known:
        return "XXXX-XX"
    step = -1 if rel in _BACK else 1 if rel in _ON else 0
    return f"XXXX-{(int(known[1]) - 1 + step) % 12 + 1:02}"


def _twin(each: Expression, context: Context) -> Value | None:
    """Resolves "the same period of last year", "the year-ago quarter": the reported stretch in the other year."""
    base = context.reporting or context.last
    tail = each.get("tail")
    if base is None or base.year is None:
        return business.year_before(context, each)
    if re.fullmatch(r"\d{4}", tail):
        return Value("DATE", calendar.years_on(base, int(tail) - base.year), anchored=True)
    if tail in {"last year", "this year"}:
        year = relative_year(tail, context)
        step = (year - base.year) if year is not None and year != base.year else (-1 if tail == "last year" else 0)
    else:
        step = -1 if tail or not each.get("rel").startswith(("same", "corresponding")) else 0
    return Value("DATE", calendar.years_on(base, step), anchored=True)


def _reported(named: str, context: Context) -> Value | None:
    """Resolves "the quarter", "the latest period": the one reported, else the last whole one before publication."""
    if context.reporting and context.reporting.granularity != "year" and (named != "quarter" or context.reporting.granularity == "quarter"):
        return Value("DATE", context.reporting, anchored=True)
    if context.published is None or named in {"period", "half"}:
        return None
    return Value(
        "DATE",
        calendar.shift(calendar.containing(context.published, named), named, -1) or calendar.of_year(context.published.year),
        anchored=True,
    )


def _prior_year(context: Context, each: Expression) -> Value | None:
    base = context.reporting.year if context.reporting else None
    year = base or (context.published.year if context.published else None)
    if year is None:
        context.open_year(each)
        return Value("DATE", Period("XXXX", None, None, "year"))
    return Value("DATE", calendar.of_year(year - 1), anchored=True)


def _fiscal_year(rel: str, context: Context) -> Value | None:
    year = context.published.year if context.published else None
    if context.reporting and context.reporting.value.startswith("FY"):
        year = context.reporting.year
    if year is None:
        return None
    step = -1 if rel in _BACK else 1 if rel in _ON else 0
    return Value("DATE", calendar.fiscal(year + step), anchored=True)


def _sporting(rel: str, context: Context) -> Value | None:
    base = context.last
    if base and re.fullmatch(r"\d{4}/\d{4}", base.value):
        return Value("DATE", calendar.years_on(base, -1 if rel in _BACK else 1 if rel in _ON else 0), anchored=True)
    return None


def _season(each: Expression, context: Context) -> Value | None:
    name = table("season")[each.get("season")]
    if words := each.get("sy"):
        words = words.removeprefix("of ")
        year = int(words) if words.isdigit() else (spoken_year(words) if words.startswith("nineteen") else relative_year(words, context))
        return Value("DATE", calendar.season(year, name)) if year else None
    now = context.published
    if now is None:
        context.open_year(each)
        return Value("DATE", Period(f"XXXX-{name}", None, None, "season"))
    months = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
    rel = each.get("srel")
    started = now.month >= months[name]
    ended = now.month > months[name] + 2
    if rel in {"last", "this past", "past", "previous"}:
        return Value("DATE", calendar.season(now.year if ended else now.year - 1, name), anchored=True)
    if rel in {"next", "coming"}:
        return Value("DATE", calendar.season(now.year + started, name), anchored=True)
    when = tense(context.text, each.start, each.end)
    back = when == "past" and not started and rel != "this"
    on = when == "future" and ended and rel != "this"
    return Value("DATE", calendar.season(now.year - back + on, name), anchored=True)


def counted(each: Expression, context: Context) -> Value | None:
    """Values of family `duration`: a length of time, or the date so far from another."""
    total, named, way = count(each.get("n")), singular(each.get("u")), each.get("way")
    if (
        each.get("n") in {"a", "an"}
        and not (way or each.get("orso") or each.get("half") or each.get("rel"))
        and per(context.text, each.start)
    ):
        return (
            Value("SET", duration(total, named)) if context.story else None
        )  # "$33 million a year"; a release's are the unit of the price
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
        found = Period(f"{found.value}/{last.value}", None, None, named)
    if context.published and total is not None and rel in {"last", "past", "next", "coming"} and named not in {"second", "minute", "hour"}:
        found = _placed(found, context.published, -1 if rel in {"last", "past"} else 1, int(total), named)
    return Value("DURATION", found, modifier="APPROX" if each.get("orso") == "or so" or "couple" in each.get("n") else None)


def _placed(found: Period, now: date, side: int, total: int, named: str) -> Period:
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


def _away(each: Expression, context: Context, total: Decimal | None, named: str) -> Value | None:
    way, size = each.get("way"), total
    back = way in {"ago", "earlier", "before"}
    if size is None:
        return (
            Value("DATE", Period("PAST_REF" if back else "FUTURE_REF", None, None, None))
            if way in {"ago", "hence", "from now"}
            else Value("DURATION", duration(None, named))
        )
    if named == "year" and size == 1 and way in {"ago", "earlier"}:
        return business.year_before(context, each)
    if named == "year" and size % 1 == Decimal("0.5"):  # "a year and a half ago" is eighteen months ago
        size, named = size * 12, "month"
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
    if named in {"decade", "century"}:
        size, named = size * (10 if named == "decade" else 100), "year"  # "two decades ago" means about that year
    if way in {"ago", "hence", "from now"} and named != "day":
        base = calendar.containing(base.earliest or date.min, "week" if named in {"week", "fortnight"} else named)
    found = calendar.shift(
        base, {"fortnight": "week"}.get(named, named), int(size) * (2 if named == "fortnight" else 1) * (-1 if back else 1)
    )
    return Value("DATE", found, anchored=True) if found else Value("DURATION", duration(size, named))


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
    if each.get("part"):
        return Value("SET", Period(f"XXXX-XX-XXT{table('part')[each.get('part')]}", None, None, "day"))
    named = singular(each.get("u") or each.get("tu"))
    words = each.get("n")
    size = count("two" if words == "other" else words) if words else count("one")
    if named == "quarter":
        return Value("SET", Period(f"P{plainly(size) if size else 'X'}{UNITS['quarter']}", None, None, "quarter"))
    return Value("SET", duration(size, named))


def clock(each: Expression, when: date | None) -> Value | None:
    """Values of family `clock` on a day; the zone belongs to the mention, not to the value."""
    named = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(each.get("noon"))
    if named is None:
        hour = int(each.get("h") or each.get("h24") or count(each.get("oc")) or 0)
        minute = int(each.get("mi") or each.get("mi24") or 0)
        half = each.get("ap")[:1]
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

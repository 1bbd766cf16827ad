"""Resolves the written forms that name days, months and years, and places those without a year beside the publication date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from extractor.dates import calendar
from extractor.dates.calendar import Period
from extractor.dates.columns import columns_follow, open_in_table, under_years
from extractor.dates.context import Value
from extractor.dates.durations import count
from extractor.dates.place import pattern
from extractor.dates.tense import promised, tense
from extractor.dates.words import number, table

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.match import Expression

_PIVOT = 50  # a two-digit year up to so many years ahead belongs to this century's side (the POSIX habit, counted from the text's own date)
_NEAR = 100  # days within which a day without a year is the nearest one, whatever the tense (tuned on dates_timebank)


def year_of(each: Expression, context: Context, name: str) -> int | None:
    """The year a group of `y`, `ys`, `ry` names gives: "2025", "'25", "last year"."""
    if words := each.get(name + "y") or each.get(name + "word"):
        digits = re.search(r"\d{4}", words)
        return int(digits[0]) if digits else spoken_year(words)
    if words := each.get(name + "ys"):
        return two_digits(int(words[-2:]), context)
    if words := each.get(name + "ry"):
        return relative_year(words, context)
    return None


def spoken_year(words: str) -> int | None:
    """The year of "nineteen ninety-six", "twenty twenty-five", "two thousand"; None where the words give none."""
    words = words.removeprefix("the ").removeprefix("year ")
    if words.startswith(("nineteen ", "twenty ")):
        hundreds, _, tail = words.partition(" ")
        rest = count(tail)
        return (1900 if hundreds == "nineteen" else 2000) + int(rest) if rest is not None else None
    found = count(words.replace(" and", ""))
    return int(found) if found else None


def two_digits(short: int, context: Context) -> int:
    """The year of two digits: the one that is not more than some years ahead of the text."""
    now = context.published.year if context.published else 2000 + _PIVOT
    year = now // 100 * 100 + short
    return year - 100 if year > now + (_PIVOT if context.published else 0) // 2 else year


def relative_year(words: str, context: Context) -> int | None:
    """Gives "this year", "last year", "the following year" as a number; None where nothing is known to count from."""
    words = words.removeprefix("the ").replace("fiscal ", "").replace("financial ", "")
    base = context.published.year if context.published else None
    if words.startswith(("same", "that")):
        return context.last.year if context.last and context.last.year else base
    if words.startswith(("following", "a year")):
        base = context.last.year if context.last and context.last.year else base
    if base is None:
        return None
    step = {"last": -1, "previous": -1, "prior": -1, "past": -1, "next": 1, "following": 1}.get(words.split()[0], 0)
    return base - 1 if words.startswith("a year") else base + step


def nearest(context: Context, each: Expression, make: dict[int, Period]) -> Period | None:
    """Of one stretch in several years the one that the clause means: the tense decides, else the nearest to the publication date."""
    now = context.published
    if now is None:
        return None
    options = [period for period in make.values() if period.earliest and period.latest]
    if word := each.get("wd").rstrip(".,"):
        wanted = number("weekday" if word in table("weekday") else "short", word)
        options = [period for period in options if period.earliest and period.earliest.isoweekday() == wanted] or options
    if not options:
        return None  # a February 29 where no year around has one
    if is_over(each, context.text):
        options = [period for period in options if period.earliest and period.earliest <= now] or options
    near = min(options, key=lambda period: _distance(period, now))
    if near.latest and near.latest < now and (follows := _behind_coming_day(context, each, options, now)):
        return follows
    if _distance(near, now) <= _NEAR:
        return near
    when = tense(context.text, each.start, each.end)
    if when == "future":
        options = [period for period in options if period.latest and period.latest >= now] or options
    elif when == "past":
        options = [period for period in options if period.earliest and period.earliest <= now] or options
    else:
        return near
    return options[0] if len(options) == 1 else min(options, key=lambda period: _distance(period, now))


_AND_ENDS = re.compile(r"\s(?:to|through|until|and(?:\s[a-z]+){0,4})\s(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?\s(?:[A-Z]{2,4}\s)?on\s)?")


def _behind_coming_day(context: Context, each: Expression, options: list[Period], now: date) -> Period | None:
    """As in "Bids open on September 8 and close on November 2": the first such day behind the one that lies ahead."""
    opens = context.last
    if opens is None or opens.granularity != "day" or opens.earliest is None or opens.earliest <= now:
        return None
    if not _AND_ENDS.fullmatch(context.text, context.last_end, each.start) or tense(context.text, each.start, each.end) == "past":
        return None
    return next((period for period in options if period.earliest and period.earliest > opens.earliest), None)


_OVER = re.compile(
    r"(?i)\b(?:ended|since|(?:since|under|despite)\s(?:the|an?|its|their|his|her)|(?:up|down)\sfrom\s\S*\d\S*(?:\s[a-z]+)?\sin"
    r"|(?:from|than|against|versus)\s(?:the|an?)\s\S*\d\S*(?:\s[a-z]+)?\s(?:planned|forecast|expected|agreed|announced|promised|projected|budgeted)\sin)\s(?:on\s)?$"
)
_FORMER = re.compile(r"[A-Z][\w’'-]+,\suntil\s$")
_ROLE = re.compile(r"\s(?:the\s|its\s)?[A-Z]")


def _left_office(text: str, each: Expression) -> bool:
    """As in "Oda Brandt, until January CFO of X", "who until January was", "CFO of X until January,": an office held up to then."""
    before = text[max(0, each.lead - 90) : each.lead]
    if _FORMER.search(before) and _ROLE.match(text, each.end):
        return True
    if pattern(r"\s<until-then>\b").match(text, each.end):
        return True
    return (
        text[each.end : each.end + 1] == "," and pattern(r",\s(?:the\s|its\s)?<office>\b[^,.;]{0,60}\suntil\s$").search(before) is not None
    )


def is_over(each: Expression, text: str) -> bool:
    """As in "The year ended Jan. 31", "since November", "under a June agreement", "up from 3 in May": the last one, however near the next."""
    before = text[max(0, each.lead - 60) : each.start]
    if before.endswith(("until ", "until\n")) and _left_office(text, each):
        return True
    return _OVER.search(before) is not None


def _distance(period: Period, now: date) -> int:
    assert period.earliest and period.latest  # noqa: S101, PT018 - filtered by the caller
    if period.earliest > now:
        return (period.earliest - now).days
    return (now - period.latest).days if period.latest < now else 0


def around(context: Context) -> range:
    """The years that a date without one can mean."""
    now = context.published
    return range(now.year - 1, now.year + 2) if now else range(0)


def absolute(each: Expression, context: Context) -> Value | None:
    """Values of family `absolute`: days, ranges of days, months, the week of a day."""
    if each.get("bm"):
        return _month(each, context)
    value = _written_day(each, context)
    if value and value.period.earliest and each.get("weekof"):
        return replace(value, period=calendar.week(value.period.earliest))
    return value


_DAY_FORMS = ("", "n", "w", "o")  # what the names of the parts of "May 5", "5 May", "May fifth" and "fifth of May" begin with


def _written_day(each: Expression, context: Context) -> Value | None:
    form = next(form for form in _DAY_FORMS if form + "m" in each.parts)
    month = number("month", each.parts[form + "m"])
    word = each.get("word") or each.get("spelt")
    day = _spoken_day(word) if word else int(each.get("d") or each.get("n"))
    year = year_of(each, context, form)
    second_month = number("month", each.get("m2")) if each.get("m2") else month
    second = int(each.get("d2") or each.get("n2") or 0)
    for check_month, check_day in ((month, day), (second_month, second or 1)):
        if not calendar.valid(year or 2000, check_month, check_day):
            context.impossible(each)
            return None
    if second:
        return _days(each, context, year, (month, day), (second_month, second))
    if year is not None:
        return Value("DATE", calendar.day(date(year, month, day)), anchored=bool(each.get("ry") or each.get("nry")))
    if rel := each.get("rel"):
        return _relative_day(rel, month, day, context)
    if context.published is None or open_in_table(context.text, each.start, each.end) or columns_follow(context.text, each.end):
        if context.published is None:
            context.open_year(each)
        return Value("DATE", Period(f"XXXX-{month:02}-{day:02}", None, None, "day"))
    period = nearest(context, each, {y: calendar.day(date(y, month, day)) for y in around(context) if calendar.valid(y, month, day)})
    if period is None:
        context.warn("date-open", "No year around the publication date has a February 29: the year is left open.", each)
        return Value("DATE", Period(f"XXXX-{month:02}-{day:02}", None, None, "day"))
    return Value("DATE", period, anchored=True)


def _relative_day(rel: str, month: int, day: int, context: Context) -> Value:
    now = context.published
    options = [date(y, month, day) for y in around(context) if calendar.valid(y, month, day)]
    if now and options:
        if rel.startswith(("last", "the past", "this past")):
            options = [d for d in options if d < now]
        elif rel.startswith("next"):
            options = [d for d in options if d > now]
        if options:
            return Value(
                "DATE",
                calendar.day(options[-1] if rel.startswith("last") else min(options, key=lambda d: abs((d - now).days))),
                anchored=True,
            )
    return Value("DATE", Period(f"XXXX-{month:02}-{day:02}", None, None, "day"))


def _spoken_day(word: str) -> int:
    tens, _, last = word.replace(" ", "-").rpartition("-")
    tables = table("day") | {name: value for name, value in table("ordinal").items() if value in "1234"}
    return {"": 0, "twenty": 20, "thirty": 30}.get(tens, 0) + int(tables[last])


def _days(each: Expression, context: Context, year: int | None, first: tuple[int, int], last: tuple[int, int]) -> Value | None:
    if year is None and context.published:
        near = nearest(context, each, {y: calendar.day(date(y, *first)) for y in around(context) if calendar.valid(y, *first)})
        year = near.year if near else None
    if year is None:
        context.open_year(each)
        return Value("DATE", Period(f"XXXX-{first[0]:02}-{first[1]:02}/XXXX-{last[0]:02}-{last[1]:02}", None, None, "day"))
    begin = date(year - 1 if first > last else year, *first)
    return Value("DATE", calendar.span(begin, date(year, *last))) if begin <= date(year, *last) else None


def _month(each: Expression, context: Context) -> Value | None:
    month = number("month", each.get("bm"))
    year = year_of(each, context, "b")
    if each.get("bm2"):
        last = number("month", each.get("bm2"))
        if year is None and (now := context.published):
            over = calendar.last_day(now.year, last) < now
            year = now.year if over or tense(context.text, each.start, each.end) == "future" else now.year - 1
        if year is None:
            return None
        first, final = calendar.month(year - (month > last), month), calendar.month(year, last)
        return Value("DATE", Period(f"{first.value}/{final.value}", first.earliest, final.latest, "month"))
    if year is not None:
        return Value("DATE", calendar.month(year, month), anchored=bool(each.get("bry")))
    now = context.published
    if now is None or _generic(context.text, each) or under_years(context.text, each.start, each.end):
        if now is None:
            context.open_year(each)
        return Value("DATE", Period(f"XXXX-{month:02}", None, None, "month"))
    rel = each.get("rel")
    if rel.startswith(("last", "this past", "the past")):
        return Value("DATE", calendar.month(now.year - (month >= now.month), month), anchored=True)
    if rel.startswith("next"):
        return Value("DATE", calendar.month(now.year + (month <= now.month), month), anchored=True)
    if rel == "this":
        return Value("DATE", calendar.month(now.year, month), anchored=True)
    if rel.startswith("the following") and context.last and context.last.latest:
        base = context.last.latest
        return Value("DATE", calendar.month(base.year + (month <= base.month), month), anchored=True)
    over = is_over(each, context.text)
    when = "past" if over else tense(context.text, each.start, each.end)
    ahead = (month - now.month) % 12
    if not over and 0 < ahead <= (1 if when == "past" or (when is None and context.story) else 3):
        return Value("DATE", calendar.month(now.year + (month < now.month), month), anchored=True)
    if when is None and _BEFORE.search(context.text[max(0, each.lead - 10) : each.start]):  # "to house them before November"
        when = "future"
    if when == "future" and ahead > 9 and not promised(context.text, each.start):
        when = None  # "expected in September" from October speaks of the one just past
    if when == "past" or (when is None and context.story):
        return Value("DATE", calendar.month(now.year - (month > now.month), month), anchored=True)
    if when == "future":
        return Value("DATE", calendar.month(now.year + (month < now.month), month), anchored=True)
    period = nearest(context, each, {y: calendar.month(y, month) for y in around(context)})
    return Value("DATE", period, anchored=True) if period else None


_BEFORE = re.compile(r"(?i)\bbefore\s$")
_ANY = re.compile(r"(?i)\b(?:an?|any)\s$")


def _generic(text: str, each: Expression) -> bool:
    """True for "March came, then May", "the best for a January": a month without a year, told of no year in particular."""
    return bool(
        (
            _ANY.search(text[max(0, each.start - 8) : each.start])
            and re.match(r"\s*(?:$|[.,;:!?)”’\"])|\s*\n\s*\n", text[each.end : each.end + 4])
        )
        or re.match(r"\s(?:came|comes|goes|went)\b", text[each.end : each.end + 8])
        or re.search(r"\bthen\s$", text[max(0, each.start - 6) : each.start])
    )


def numeric(each: Expression, context: Context) -> Value | None:
    """Values of family `numeric`; the order of day and month is the document's, or stays open."""
    if each.get("y"):
        year, month, day = int(each.get("y")), int(each.get("m")), int(each.get("d"))
        if not calendar.valid(year, month, day):
            context.impossible(each)
            return None
        found = calendar.day(date(year, month, day))
        if clock := each.get("clock"):
            return Value(
                "TIME",
                Period(
                    f"{found.value}T{clock if len(clock.split(':')[0]) == 2 else '0' + clock}",
                    found.earliest,
                    found.latest,
                    "minute" if clock.count(":") == 1 else "second",
                ),
            )
        return Value("DATE", found)
    a, b, year = int(each.get("a")), int(each.get("b")), int(each.get("e"))
    if len(each.get("e")) == 2:  # a two-digit year
        if each.get("t") == "." and not context.day_first:
            return None
        year = two_digits(year, context)
    day_first, month_first = calendar.valid(year, b, a), calendar.valid(year, a, b)
    if not (day_first or month_first):
        if len(each.get("e")) == 4:
            context.impossible(each)
        return None
    if day_first and month_first and a != b:
        order = True if each.get("t") == "." else context.day_first
        if order is None:
            return _either(each, context, date(year, b, a), date(year, a, b))
        return Value("DATE", calendar.day(date(year, b, a) if order else date(year, a, b)))
    return Value("DATE", calendar.day(date(year, b, a) if day_first else date(year, a, b)))


def _either(each: Expression, context: Context, day_first: date, month_first: date) -> Value:
    now = context.published
    if now and abs((day_first - now).days) + 60 < abs((month_first - now).days):
        chosen: date | None = day_first
    elif now and abs((month_first - now).days) + 60 < abs((day_first - now).days):
        chosen = month_first
    else:
        chosen = None
    context.warn(
        "date-order", f"{context.text[each.start : each.end]!r} can be read as {day_first} or {month_first}: check the article.", each
    )
    if chosen:
        return Value("DATE", calendar.day(chosen), anchored=True)
    return Value("DATE", Period(f"{day_first.year:04}-XX-XX", min(day_first, month_first), max(day_first, month_first), "day"))


def year(each: Expression, context: Context) -> Value | None:
    """Values of family `year`: calendar and fiscal years, ranges of years."""
    if words := each.get("spoken"):
        found = spoken_year(words)
        return Value("DATE", calendar.of_year(found)) if found else None
    if words := each.get("fyonly"):
        short = int(each.get("fys") or each.get("fys3"))
        label = two_digits(int(each.get("fys2")), context) if each.get("fys2") else two_digits(short, context)
        del words
        return Value("DATE", calendar.fiscal(label))
    if words := each.get("apos"):
        return Value("DATE", calendar.of_year(two_digits(int(words[-2:]), context)))
    first = int(each.get("y"))
    tail = each.get("tail")
    if second := each.get("y2"):
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        if len(second) == 2 and last <= first:
            last += 100
        if last <= first or last - first > 200:  # no range of years
            return None
        if each.get("fy") or tail.endswith("year"):
            return Value("DATE", calendar.fiscal(last))
        whole = (calendar.of_year(first), calendar.of_year(last))
        return Value("DATE", Period(f"{first}/{last}", whole[0].earliest, whole[1].latest, "year"))
    if each.get("fy") or tail.endswith("year"):
        return Value("DATE", calendar.fiscal(first))
    found_year = calendar.of_year(first)
    if (
        tail in {"period", "quarter"}
        and context.reporting
        and context.reporting.year
        and context.reporting.granularity in {"quarter", "half"}
    ):
        return Value("DATE", calendar.years_on(context.reporting, first - context.reporting.year), anchored=True)
    if tail in {"or later", "and beyond"}:
        return Value("DATE", Period(found_year.value, found_year.earliest, None, "year"), modifier="ON_OR_AFTER")
    mod = {"post-": "AFTER", "pre-": "BEFORE"}.get(each.get("mod"))
    return Value("DATE", found_year, modifier=mod)


def decade(each: Expression, context: Context) -> Value | None:
    """Values of family `decade`: decades and centuries."""
    if words := each.get("c"):
        return Value("DATE", calendar.century(int(words)))
    if words := each.get("y"):
        return Value("DATE", calendar.decade(int(words)))
    short = int(each.get("s")) if each.get("s") else number("decade", each.get("w"))
    del context
    return Value(
        "DATE", calendar.decade((2000 if short <= 10 else 1900) + short)
    )  # "the twenties" are the 1920s still; only "'00s", "'10s" are of this century

"""Units of time that tell no time: ages, titles, sports seasons, prices a year, "the day" as such. Rules for reject.py; pure text."""

from __future__ import annotations

import re
from functools import cache

from extractor.dates.durations import count
from extractor.dates.place import FORECAST, Place, Rule, ahead, behind, near, pattern
from extractor.lexicon import rows

_LONGEST_BARE = 200  # "300 day": a count before a unit without its plural is read up to here
_PRESENT = frozenset({"the past", "the future", "the present"})
_ARTICLES = frozenset({"a", "an"})
_ONE = _ARTICLES | {"one", "half a", "half an"}


# ---- units seen from another time: "last week", "the year", "in the spring" -------------------------------------------


def _seen_unit(place: Place) -> str:
    """The unit of "last week"; empty where the candidate is a season, a year-end or "year-ago"."""
    return "" if place.has("season", "yearend", "periodend") else place.parts.get("u", "")


def _season_as_name(place: Place) -> bool:
    """As in "Spring Street", "winter coats": a season without its year stands behind a preposition, and no name follows."""
    if not place.has("season") or place.has("srel", "sy"):
        return False
    if (
        place.words == "fall" and behind(place, r"\s(?:in|of)\s") and not ahead(place, r"\b[Ii]n\s(?:the\s)?$")
    ):  # "part of the fall in rates"
        return True
    placed = ahead(place, r"(?i:\b<season-in>)\s(?i:the\s|early\s|late\s|(?:an?\s|the\s)<weather>\s)?$") or ahead(
        place, r"(?i:\bthe\s<weather>\s)$"
    )
    return not placed or behind(place, r"[ -](?:[A-Z][a-z]|of\s(?!\d)|season|collection|break|line|water)")


def _year_ends(place: Place) -> bool:
    """As in "The year end the team": two words of a sentence."""
    return place.parts.get("yearend") == "year end" and behind(place, r"\s+(?:the|a)\b")


def _year_end_payment(place: Place) -> bool:
    """As in "A year-end dividend of 38 yen": a kind, as "quarterly" is."""
    return place.has("yearend") and not place.has("yeof") and behind(place, r"\s(?:dividends?|bonus(?:es)?)\b")


def _title(place: Place) -> bool:
    """As in "This Week", a programme."""
    return bool(_seen_unit(place)) and not place.has("tail") and re.match(r"[A-Z]\w*\s[A-Z][a-z]", place.words) is not None


def _no_calendar_unit(place: Place) -> bool:
    """As in "The last minute", "its own week", "this time"."""
    unit, rel = _seen_unit(place), place.parts.get("rel", "")
    return unit in {"second", "minute", "hour"} or (bool(unit) and rel == "own") or (unit == "time" and not place.has("tail"))


def _plural_unit(place: Place) -> bool:
    """As in "Last years": only what is recent, coming or past has a plural."""
    if not _seen_unit(place) or _no_calendar_unit(place):
        return False
    rel = place.parts.get("rel", "")
    return (place.has("s") or rel in {"recent", "future"}) and rel not in {"recent", "future", "coming", "past"}


@cache
def _stretches() -> frozenset[tuple[str, str]]:
    return frozenset((row["word"], row["unit"]) for row in rows("extractor.dates", "stretches.csv"))


def _untold_stretch(place: Place) -> bool:
    """As in "This period", "the season": only some words before them make them a time that can be told."""
    unit = _seen_unit(place)
    if unit not in {"period", "season", "half"} or place.has("s", "tail") or place.parts.get("rel") in {"recent", "future"}:
        return False
    if unit == "half" and place.parts.get("rel") == "the" and ahead(place, r"(?i:\b(?:in|for|during|over)\s)$"):
        return behind(place, r"\s+(?:of\b|hour|dozen|million|billion|[A-Z])|-")
    return (place.parts.get("rel", ""), unit) not in _stretches()


def _unit_as_such(place: Place) -> bool:
    """As in "The day" of something: told only beside "before", "end of" and the like, or where nothing describes it further."""
    unit = _seen_unit(place)
    if place.parts.get("rel") != "the" or place.has("s") or unit not in {"day", "decade", "century", "week", "month"}:
        return False
    if unit == "day":
        return not place.has("way", "mod")
    if unit in {"decade", "century"}:
        return not place.has("mod")
    return not place.has("mod") and behind(place, r"\s+(?:of|before|after|that)\b")


def _kind_of_forecast(place: Place) -> bool:
    """As in "Full-year guidance", "full year expectations": a kind, as "annual" is."""
    full = _seen_unit(place) == "year" and place.parts.get("rel") == "full" and not place.has("tail", "fy")
    return full and behind(place, FORECAST)


def _same_day(place: Place) -> bool:
    """As in "On same day care": "the same day" has its article."""
    same = _seen_unit(place) == "day" and place.parts.get("rel") == "same"
    return same and not place.has("s") and place.before[-4:].lower() != "the "


UNIT: tuple[Rule, ...] = (
    ("a season's word in a name or for a kind of thing", _season_as_name),
    ("two words of a sentence", _year_ends),
    ("a kind of payment", _year_end_payment),
    ("a title", _title),
    ("a unit of time that points to no time", _no_calendar_unit),
    ("a unit of time that points to no time", _plural_unit),
    ("a stretch that cannot be told", _untold_stretch),
    ("a unit of time that is described, not told", _unit_as_such),
    ("a unit of time that points to no time", _same_day),
    ("a kind of forecast", _kind_of_forecast),
)


# ---- counted units: "three years", "a two-week trial" -----------------------------------------------------------------


def _age(place: Place) -> bool:
    """As in "A 12-year-old", "aged 53 years", "Rule 30 days"."""
    unit = place.parts["u"]
    if place.parts.get("long") == "-old" and (unit == "year" or behind(place, r"\s(?:<infant>)\b")):
        return True
    return behind(place, r"[\s-](?:old|of\sage)\b|\syear[-\s]old") or ahead(place, r"\b(?:aged?|[Rr]ule|No\.)\s$")


def _ordinal_second(place: Place) -> bool:
    """As in "One second", "a weekend" tell no length."""
    return place.parts["u"] in {"second", "weekend"} and not place.has("s") and place.parts["gap"] != "-"


def _counted_title(place: Place) -> bool:
    """As in "60 Minutes", "A Five-Year Plan": capitals inside a line of small letters."""
    unit = re.search(rf"(?i:{place.parts['u']})", place.words)
    return unit is not None and unit[0][:1].isupper() and not place.words.isupper() and not ahead(place, r"\b<length-in-headline>\s$")


def _share(place: Place) -> bool:
    """As in "A quarter", "one quarter", "three quarters of", "three quarters are": parts of a whole."""
    if place.parts["u"] != "quarter":
        return False
    part = place.parts["n"] in {"a", "an", "one", "half a"} or (place.parts["gap"] == "-" and place.has("s"))
    whole = behind(place, r"\sof\b") and count(place.parts["n"]) is not None  # "several quarters of losses" are a length
    return part or whole or (place.parts["n"] == "three" and not place.has("rel") and behind(place, r"\s<share-verb>\b"))


def _count_without_plural(place: Place) -> bool:
    """As in "5,000 year", "that two week": a number before a unit in the singular."""
    number = place.parts["n"]
    if place.has("s") or place.parts["gap"] == "-" or number in _ONE:
        return False
    digits = number.replace(",", "")
    return place.parts["u"] == "quarter" or (digits.isdigit() and int(digits) > _LONGEST_BARE) or place.parts.get("rel") == "that"


def _some_kind(place: Place) -> bool:
    """As in "In a year in which": one of some kind."""
    if place.parts["n"] not in _ARTICLES:
        return False
    if re.search(r"\b(?:calendar|business)\s", place.words):  # "it changed to a calendar year"
        return True
    return place.has("s") or behind(place, r"\s(?:in\swhich|when|where)\b") or place.parts["u"] in {"second", "weekend", "quarter"}


def _that_clause(place: Place) -> bool:
    """As in "Partners said that four days were too few": "that" opens a clause."""
    return place.parts.get("rel") == "that" and place.has("s")


def _always(place: Place) -> bool:
    """As in "Open 24 hours a day", "seven days a week": all the time, as 24/7."""
    return (place.parts["n"], place.parts["u"]) in _ALL_OF and behind(place, r"\s(?:a|per)\s(?:day|week|year)\b")


_ALL_OF = frozenset(
    (number, unit)
    for unit, numbers in (("hour", ("24", "twenty-four", "twenty four")), ("day", ("7", "seven", "365")), ("week", ("52",)))
    for number in numbers
)


_MANY_HOURS = 1000  # from here on hours and minutes are counted as things are: flown, worked, watched (quantities draws the same line)


def _counted_hours(place: Place) -> bool:
    """As in "It has flown 12,500 hours": a count; "for 1,200 hours" is a length."""
    total = count(place.parts["n"]) if place.parts["u"] in {"hour", "minute"} and place.has("s") else None
    return total is not None and total >= _MANY_HOURS and not ahead(place, r"(?i:\b<spell-before>)\s$")


DURATION: tuple[Rule, ...] = (
    ("an age", _age),
    ("a count that is no length of time", _ordinal_second),
    ("a title", _counted_title),
    ("a part of a whole", _share),
    ("a count that is no length of time", _count_without_plural),
    ("a year or day of some kind, no length of time", _some_kind),
    ("the word that opens a clause", _that_clause),
    ("words for always", _always),
    ("hours that are counted as things are", _counted_hours),
)


@cache
def _length() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{near('length-before')}$")


_CLAUSE = re.compile(r"[.,;:!?]\s")


def per(text: str, start: int) -> bool:
    """True where "a year" says how often: behind an amount, a count or a plural ("$33 million a year")."""
    before = _CLAUSE.split(text[max(0, start - 28) : start])[-1].rstrip()
    return not _length().search(before) and pattern(r"\d|(?:<amount-before>|s)$").search(before) is not None


# ---- fixed words: "now", "the past", "daily", "for years" -------------------------------------------------------------


def _before_noun(place: Place) -> bool:
    """As in "The future generations", "the past two": an adjective."""
    adjective = behind(place, r"[ \n](?:\d|[a-z]+(?:ly)?\b)") and not behind(place, r"[ \n]<noun-after>\b")
    return place.parts.get("ref") in _PRESENT and adjective


@cache
def _often() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.dates", "surroundings.csv") if row["rule"] == "often")


def _in_name(place: Place) -> bool:
    """As in "Daily Mail"."""
    return place.parts.get("ref") in _often() - {"hourly"} and not place.words[0].islower()


def _in_title(place: Place) -> bool:
    """As in "USA Today", "India Today"."""
    capital = place.words[:1].isupper() and not place.words.isupper()
    return capital and place.parts.get("ref") in {"today", "tonight", "now"} and ahead(place, r"\b(?:[A-Z]{2,5}|<titled>)\s$")


def _on_a_button(place: Place) -> bool:
    """As in "[ DONATE NOW ]", "Register Now" on a line of their own."""
    called = (
        place.parts.get("ref") in {"now", "today"} and place.words[:1].isupper() and ahead(place, r"(?:^|[\n\[|>])\s*[A-Z][A-Za-z]+\s$")
    )
    return called and behind(place, r"[ \t]*(?:[\]|<»!\n]|$)")


def _no_present(place: Place) -> bool:
    """As in "The then current price", "current accounts", "a current of air": "current" tells the present before a noun that it describes."""
    if place.parts.get("ref") != "current":
        return False
    return not behind(place, r"[ \n][a-z]") or behind(place, r"[ \n](?:<current-term>|<noun-after>)\b") or ahead(place, r"\bthen[ -]$")


def _age_we_live_in(place: Place) -> bool:
    """As in "Today's world", "the markets of tomorrow": no certain day."""
    if place.parts.get("ref") not in {"today", "tomorrow", "yesterday"}:
        return False
    return behind(place, r"['’]s\s(?:[\w-]+\s){0,2}<of-today>\b") or ahead(place, r"\b<of-today>\sof\s$")


def _untold_past(place: Place) -> bool:
    """As in "Last weeks", "next years" point nowhere."""
    return "vague" in place.parts and place.parts["dir"] in {"last", "next"}


def _counted_past(place: Place) -> bool:
    """As in "Two years ago" behind its number is no vague "years ago"."""
    return place.has("pl", "pway") and "pway" in place.parts and ahead(place, r"(?:\d|<counted-before>)\s$")


def _years_old(place: Place) -> bool:
    return not place.has("pway") and place.parts.get("pl") == "years-old"


def _plural_of_things(place: Place) -> bool:
    """As in "The years of boom", "hours of talks": vague plurals tell a time only behind "for" and the like; "within weeks of it" does."""
    plural = place.parts.get("pl", "")
    if not plural or place.has("pway") or plural.endswith(("old", "long")):
        return False
    things = behind(place, r"[ \n](?:of\s(?!<spell-of>)|to\b)") and not (place.has("pl2") or ahead(place, r"(?i:\bwithin)\s$"))
    return things or not ahead(place, r"(?i:\b<spell-before>)\s$")


REFERENCE: tuple[Rule, ...] = (
    ("a word of time used as an adjective", _before_noun),
    ("a word of time in a name", _in_name),
    ("a word of time in a name", _in_title),
    ("the age we live in, no certain day", _age_we_live_in),
    ("words of a button", _on_a_button),
    ("a word of time in a term", _no_present),
    ("a unit of time that points to no time", _untold_past),
    ("a part of a longer expression", _counted_past),
    ("an age", _years_old),
    ("a word of time for a number of things", _plural_of_things),
)

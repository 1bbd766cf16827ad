"""What looks like a time expression and is none: counts, laws and table figures, people named April, papers, scores. Pure text.

Each family of expressions has its rules, here and in reject_units.py; the first that fits refuses the candidate and says why.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.dates.place import Place, Rule, ahead, behind
from extractor.dates.reject_units import DURATION, REFERENCE, UNIT
from extractor.dates.words import lexicon, table

_LABELS = range(1990, 2051)  # years that rows of figures are told for
_LAST_YEAR = 2100  # a bare figure beyond it is no year of the news


def why_not(text: str, family: str, start: int, end: int, parts: dict[str, str]) -> str | None:
    """Why the words around a candidate show that it is no time expression, for a reader; None where it may be one."""
    rules = _RULES.get(family)
    if not rules:
        return None
    place = Place(text, start, end, parts)
    return next((reason for reason, holds in rules if holds(place)), None)


# ---- years ----------------------------------------------------------------------------------------------------------


def _bare_year(place: Place) -> bool:
    return "y" in place.parts and not place.has("fy", "mod")


def _in_law(place: Place) -> bool:
    """As in "The Water Act of 1995"."""
    return _bare_year(place) and ahead(place, r"(?:<law>)\s(?:of\s)?$")


def _in_number(place: Place) -> bool:
    """As in "Route 1987", "Boeing 1990"."""
    return _bare_year(place) and ahead(place, r"(?:<numbered>)\s$")


def _in_given_name(place: Place) -> bool:
    """As in "A venture called Orion 1980"."""
    return _bare_year(place) and ahead(place, r"\b<calls>\s[“\"'‘]?(?:[A-Z][\w-]*\s){1,2}$")


@cache
def _counted() -> frozenset[str]:
    return frozenset(lexicon("counted.csv", "word"))


def _in_work_title(place: Place) -> bool:
    """As in "the 2026 Breach Ledger", "LTIP 2026": the name of a report or plan; an annual report's year is the one it is of."""
    if not _bare_year(place):
        return False
    if place.has("y2"):
        return ahead(place, r"\b<named-year>\s$")
    before = ahead(place, r"\b(?:<named-year>|(?!<of-period>\b)[A-Z][\w-]*\s<titled-work>)\s$")  # "Talent Barometer 2026"
    return before or behind(
        place, r"\s(?!<of-period>\b)[A-Z][\w-]*\s(?:(?!<of-period>\b)(?:[A-Z][\w-]*|of|and|for|on)\s){0,3}<titled-work>\b"
    )


def _is_count(place: Place) -> bool:
    """As in "1990 employees"."""
    noun = re.match(r"[ \n]([A-Za-z]+)", place.after)
    return _bare_year(place) and noun is not None and noun[1] in _counted()


def _behind_figure(place: Place) -> bool:
    """A number right before that is neither a day nor a year: "phone 555 2024"."""
    found = re.search(r"(\d[\d,.]*)[ ]$", place.before)
    if not (_bare_year(place) and found) or place.has("y2"):
        return False
    return not re.fullmatch(r"(?:19|20)\d\d,?", found[1]) and not re.search(r"[A-Za-z]\.?[ ]?\d{1,2},?[ ]$", place.before)


def _before_figure(place: Place) -> bool:
    """A number right behind that is neither a year nor has a unit: "2024 555 1234"."""
    found = re.match(r"[ ](\d[\d,.]*)(?![\w:/])(?![ ]?(?:[ap]\.?m|[%]|million|billion|trillion|[A-Z]?[a-z]{3,}))", place.after[:24])
    return _bare_year(place) and not place.has("y2") and found is not None and not re.fullmatch(r"(?:19|20)\d\d[.,]?", found[1])


def _in_code(place: Place) -> bool:
    """As in "IP-2024/7", "5-2024-1"."""
    return _bare_year(place) and behind(place, r"[-/]") and ahead(place, r"[A-Z]{2,}[- ]$|\d[- ]$")


def _in_row(place: Place) -> bool:
    """A figure in a table's row; a year there stands only in a heading, whose figures are all years or days."""
    if not _bare_year(place):
        return False
    cell = ahead(place, r"[ ]{2}$|\t$") or behind(place, r"[ ]{2}|\t")
    if not cell:
        return int(place.parts["y"][:4]) > _LAST_YEAR
    if ahead(place, r"(?:\A|\n)[ |]*$") and int(place.parts["y"][:4]) in _LABELS and behind(place, r"[ ]{2,}[^\W\d_]*[$€£(]?\d|[ ]?[|\t]"):
        return False  # "2025     €412m     12.1%": the label of a row
    figures = re.findall(r"(?<![\w-])[$€£(]?\d[\d,.]*%?", place.line())
    return not all(re.fullmatch(r"(?:19|20)\d\d|[12]?\d,?|3[01],?", figure) for figure in figures)


# ---- months ---------------------------------------------------------------------------------------------------------

_VERBS_AND_NAMES = frozenset({"may", "march", "august", "april", "june"})


def _bare_month(place: Place) -> bool:
    return "bm" in place.parts and not place.has("by", "bys", "bry", "rel", "mod", "bword")


def _may_before_number(place: Place) -> bool:
    """As in "5 may ..." is a verb behind a number."""
    return not _bare_month(place) and place.parts.get("nm") == "may" and place.words.endswith("may")


def _short_month(place: Place) -> bool:
    """As in "Mar", "Jan" alone are names unless a preposition shows the month."""
    word = place.words.rstrip(".")
    return _bare_month(place) and len(word) <= 3 and word.lower() != "may" and not ahead(place, r"\b<~month-in+month-joined>\s$")


def _month_in_capitals(place: Place) -> bool:
    """As in "THE MARCH" is a title."""
    return _bare_month(place) and place.words.rstrip(".").isupper() and not ahead(place, r"(?i:\b(?:from|<month-in>))\s$")


def _month_before_name(place: Place) -> bool:
    """As in "April Hensley", "August & Co", "June-May"."""
    if not _bare_month(place) or behind(place, r"\s<month-noun>\b"):
        return False
    return behind(place, r"[ ][A-Z][a-z’']+|-[A-Z]|[ ]&") and not ahead(place, r"\b<~month-in>\s$")


def _month_behind_name(place: Place) -> bool:
    """As in "Theresa May", "Ms. June"."""
    if not _bare_month(place) or behind(place, r"\s<month-noun>\b"):
        return False
    return ahead(place, r"(?:[A-Z][a-z]+|[A-Z]\.|<title>)[ ]$") and not ahead(place, r"<opener>[ ]$")


def _march_for_something(place: Place) -> bool:
    """As in "The annual March for Life"."""
    march = _bare_month(place) and place.words == "March"
    return march and ahead(place, r"(?i:\b(?:annual|the|a|first|\d+(?:st|nd|rd|th)))\s$") and behind(place, r"\s(?:for|on|of)\s[A-Z]")


def _month_as_verb(place: Place) -> bool:
    """As in "May we", "march on": a word that is also a verb or a name, not where time stands."""
    word = place.words.rstrip(".")
    if not _bare_month(place) or word.lower() not in _VERBS_AND_NAMES:
        return False
    if behind(place, r"\s<~verb-after>\b"):
        return True
    if word[0].isupper() and ahead(place, r"(?:^|[\n(,“\"])$") and behind(place, r"\s+(?:[A-Z]|of\b)"):
        return True
    return not ahead(place, r"(?i:\b<month-in+month-joined+month-near>|^|[\n(:;,.–—“\"'’-]|[a-z]{3})\s*$")


# ---- weekdays -------------------------------------------------------------------------------------------------------


def _short_weekday(place: Place) -> bool:
    """As in "Sun", "Sat" alone are words; before a figure or a month they are days."""
    word = place.parts.get("wd", "").rstrip(".,")
    return word in table("short") and not behind(place, r"[ ,]*(?:\d|[A-Z][a-z]{2}\w*\.?[ ]\d)")


def _weekday_in_capitals(place: Place) -> bool:
    return "wd" in place.parts and place.words.isupper() and len(place.words) < 4  # "SUN", "SAT"


def _named_after_day(place: Place) -> bool:
    """As in "The Sunday Herald", "Black Friday"."""
    full = "wd" in place.parts and place.parts["wd"].rstrip(".,") not in table("short")
    return full and (behind(place, r"\s<paper>\b") or ahead(place, r"\b<named-day>\s$"))


# ---- quarters and halves --------------------------------------------------------------------------------------------

_DATED = ("y", "ys", "ry", "f1", "f2", "py", "oy", "fg")


def _half_of_something(place: Place) -> bool:
    """As in "The first half of the match", "half of it"."""
    if place.parts.get("what") != "half" or place.has(*_DATED):
        return False
    if behind(place, r"\sof\s(?:the\s|its\s|our\s|their\s)?(?!(?:fiscal\s|financial\s)?year|the\s|its\s|our\s|their\s)"):
        return True
    if behind(place, r"\s(?:(?:net|core|adjusted|operating|organic|pre-tax|pretax|like-for-like)\s)?<half-noun>\b"):
        return False
    return not (
        behind(place, r"\sof\s(?:the|its|our|their)\s(?:fiscal\s|financial\s)?year")
        or ahead(place, r"(?i:\b<half-in>[ \n](?:the|its|a)?[ \n]?|\bthe[ \n])$")
    )


def _quarter_of_something(place: Place) -> bool:
    """As in "The final quarter of a game"."""
    fits = place.parts.get("what") == "quarter" and place.parts.get("qw") in {"last", "final", "second"}
    return fits and behind(place, r"\sof\s(?:a|an)\s")


def _code_of_something(place: Place) -> bool:
    """As in "H1" is also a heading, a road and a visa; "Q3 (Ebro)" a name."""
    if place.parts.get("what") == "half" or not place.has("qd", "dq") or place.has("y", "fg", "f2"):
        return False
    if behind(place, r"[ ]?\([A-Z]"):
        return True
    half = place.parts.get("qd", "").startswith("h")
    return half and not (ahead(place, r"(?i:\b<code-in>|\()\s?$") or behind(place, r"[\s:,.)]"))


# ---- times of day ---------------------------------------------------------------------------------------------------


def _noon_as_name(place: Place) -> bool:
    """As in "High Noon"."""
    return place.has("noon") and not ahead(place, r"(?i:\b<noon-at>)\s$")


def _verse_or_ratio(place: Place) -> bool:
    """As in "Luke 2:10", "a ratio of 3:10"."""
    if place.has("hp") and not ahead(place, r"(?i:\b<clock-at>)\s$"):  # "won 5 in the morning"
        return True
    return place.has("h24") and ahead(place, r"(?:<verse>)\s(?:of\s)?\S*$")


def _race_time(place: Place) -> bool:
    """As in "Won in 2:08:41", "ran 10:15": how long something took."""
    if not place.has("h24") or place.has("zone"):
        return False
    if ahead(place, r"(?i:\b<race>)\s$"):
        return True
    return place.words.count(":") == 2 and not ahead(place, r"(?i:\b<clock-at>)\s$|\d,?\s$|\d{4}T$")


_RULES: dict[str, tuple[Rule, ...]] = {
    "year": (
        ("the number of a law", _in_law),
        ("a year in a name", _in_given_name),
        ("a year in the name of a report or plan", _in_work_title),
        ("the number of a road, a room, a model or the like", _in_number),
        ("a four-digit number that counts something", _is_count),
        ("a part of a longer number", _behind_figure),
        ("a part of a longer number", _before_figure),
        ("a part of a code", _in_code),
        ("a figure in a table", _in_row),
    ),
    "absolute": (
        ("a verb behind a number", _may_before_number),
        ("a short form that names no month here", _short_month),
        ("a month's word in a title", _month_in_capitals),
        ("a month's word in a name", _month_before_name),
        ("a month's word in a name", _month_behind_name),
        ("a month's word in a name", _march_for_something),
        ("a month's word used as a verb or a name", _month_as_verb),
    ),
    "weekday": (
        ("a short form that names no weekday here", _short_weekday),
        ("a short form that names no weekday here", _weekday_in_capitals),
        ("a weekday's word in a name", _named_after_day),
    ),
    "quarter": (
        ("a half of a whole that is no year", _half_of_something),
        ("a quarter of a whole that is no year", _quarter_of_something),
        ("a code that is no part of a year", _code_of_something),
    ),
    "clock": (
        ("a word of time in a name", _noon_as_name),
        ("a verse, a ratio or a score", _verse_or_ratio),
        ("how long something took, no time of day", _race_time),
    ),
    "unit": UNIT,
    "duration": DURATION,
    "reference": REFERENCE,
}

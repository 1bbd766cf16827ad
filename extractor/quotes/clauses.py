"""Where a clause begins that is told: behind "that", behind whom one tells it ("told reporters"), behind when one said it ("said on Monday")."""

from __future__ import annotations

import re
from functools import cache

from extractor.quotes.match import word_list

TOLD = ("told", "tell", "tells")
THAT_REACH = 90
_THAT = re.compile(r"\s+(?:[^.;:“”\"«»]{0,90}?\s)??that\s+")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ADVERBIAL = re.compile(
    r"\s+(?:in|at|on|during|to|via|through|by|by way of|from|last|this|earlier|yesterday|today|late|early|recently|for|"
    rf"{_DAY}|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\b"
)
_PART = r"(?:\s+(?:morning|afternoon|evening|night|last week|this week))?"
# When and where one said it: "on Monday", "late on Friday evening", "last week", "in a statement on Monday". A month alone can belong to the clause.
_WHEN = (
    rf"\s+(?:(?:late|early|earlier|later)\s+)?(?:(?:on|last)\s+)?{_DAY}{_PART}|\s+(?:yesterday|today|earlier today|earlier this \w+)"
    r"|\s+(?:last|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter|morning|evening)"
    r"|\s+in\s+(?:an?|the|its|his|her|their)\s+(?:[a-z][\w-]*\s+){0,3}?(?:statement|interview|letter|filing|note|report|speech|e-?mail|blog post|release|address)"
)
# A clause goes on with its subject, never with a verb ("said last year was hard") or with "to" ("told investors in May to expect less").
_SUBJECT = (
    r"(?=(?:the|a|an|it|its|he|she|they|we|his|her|their|our|there|this|these|those|some|more|about|nearly|all|no|only|most)\s|[A-Z$€£¥\d])"
)
# "said to be", "said yes", "said no to the plan", "said: ..."
_NO_CLAUSE = re.compile(r"\s+(?:to\s|(?:no|yes)(?:\s+to\b|[.,:;]))|\s*[:,]")


@cache
def _timed() -> re.Pattern[str]:
    return re.compile(rf"(?:{_WHEN}){{1,2}},?\s+{_SUBJECT}")


def content_start(text: str, verb: re.Match[str], end: int, kind: str) -> int | None:
    """Where the clause begins that is said; None where the verb reports none ("added 2.3 million subscribers")."""
    after = verb.end()
    that = _THAT.match(text, after, min(end, after + THAT_REACH + 8))
    if that and (that.end() - after <= len(" that ") + 1 or (kind == "that" and _short_detour(text[after : that.end()]))):
        return that.end()
    if kind == "that":
        return None
    if verb[0] in TOLD:
        if that:
            return that.end()
        hearer = _hearer().match(text, after, end)
        return hearer.end() if hearer else None
    if that and _ADVERBIAL.match(text, after, end):
        return that.end()
    if _NO_CLAUSE.match(text, after, end):
        return None
    timed = _timed().match(text, after, end)
    return timed.end() if timed else after


def _short_detour(words: str) -> bool:
    """True of "noted in a letter that", "also noted on Monday that": an adverbial, no object with its own clause."""
    return bool(_ADVERBIAL.match(words)) or words.strip() == "out that" or words.split()[:1] == ["out"]


@cache
def whom() -> str:
    """Whom one tells, with the time and place of it: "the reporter", "employees last month", "broadcaster Halden Radio in an interview"."""
    known = "|".join(sorted(word_list("hearers")))
    media = "|".join(sorted(word_list("media")))
    article = r"(?:(?:the|a|an|its|his|her|their|our|local|state|foreign|some|several|all)\s+)*"
    capital = "[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĪĽŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ]"
    name = rf"{capital}[\w.&’'-]*(?:\s+(?:(?:of|and|the|for|&)\s+)?{capital}[\w.&’'-]*)*"
    owner = r"(?:[\w-]+['’]s?\s+)?"
    when = (
        r"(?:yesterday|today|earlier|last\s\w+|this\s\w+|on\s[A-Z]\w+|in\s[A-Z]\w+|(?:in|at)\s(?:an?|the)\s[\w-]+(?:\s\w+)?"
        r"|by\s(?:phone|e-?mail|telephone))"
    )
    return rf"\s+{article}(?:{name}|(?:\w+\s+){{0,2}}(?:{media})\s+{name}|{owner}(?:\w+\s+)??(?:{known})\b)(?:\s+{when})*+"


@cache
def _hearer() -> re.Pattern[str]:
    return re.compile(rf"{whom()},?(?:\s+that)?\s+(?!(?:not\s+)?to\s|about\s|of\s)")

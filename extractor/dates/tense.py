"""Whether a clause speaks of what was or of what will be, from the words next to a time expression."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extractor.dates.place import pattern
from extractor.lexicon import rows

Tense = Literal["past", "future"]
_REACH = 140  # characters before and behind that are read
# A stop behind "a.m.", "Mr." and initials ends no sentence.
BORDER = re.compile(  # begins with the signs themselves, so that the search skips from sign to sign
    r"[.;!?\n](?:(?<=\n)\s*\n|(?<![\n])(?<![ap]\.m.)(?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\bMrs.)(?=\s+[A-Z“\"‘']))"
)
_PASSIVE = re.compile(r"(?i)\b(?:will|would|shall|should|(?<!had\s)to)\s(?:not\s|also\s)?be\s(?:\w+ly\s)?$")
_ADJECTIVE = re.compile(r"(?i)\b(?:an?|the|its|their|his|her|our|this|that|still|other)\s$")  # "on a still unspecified date" tells no tense
_CLOCK = re.compile(r"(?i)(?:\s|the\b|noon|midnight|[\d:.]+\s?[ap]\.m\.?|\b[A-Z]{2,4}\b)*")  # what may stand between "until" and the day
_INFINITIVE = re.compile(r"(?i)\bto\s(?:\w+ly\s)?$")  # "hard to meet demand" tells no tense
_HAD = re.compile(
    r"(?i)\b(?:had|have|has)\s(?:not\s|also\s|already\s)?\w+(?:ed|en)\b(?!(?s:.*)\b(?:to|will|would|must)\s)"
)  # "had filed reports by"
_COUNTED = r"\b(?:<counted-by>)\s(?:[a-z]+\s){0,2}\d[\d,.]*\s(?:[\w-]+\s){0,4}$"  # "received 412 letters by": so many so far
_PENDING = re.compile(  # "when the case is heard in May", "if it is passed on Monday"
    r"\b(?:when|once|if|until|unless)\s(?:[\w'’-]+\s){1,5}?(?:is|are)\s(?:not\s)?[a-z]+(?:ed|en|rd|ld|de|ght|wn|ne)\s(?:(?:on|in|by|at)\s)?(?:the\s)?$"
)
_OWNED = re.compile(r"['’]s\s[a-z]")
_TOWARDS = re.compile(r"(?i)\b(?:for|before|until|till|of|to|in)\s(?:the\s)?$")
_DIRECTLY = re.compile(r"\s(?:\w+ly\s)?$")


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    """The pattern of all cues, what each says, and where: see lexicon/tense.csv."""
    known = rows("extractor.dates", "tense.csv")
    words = "|".join(re.escape(row["words"]).replace(r"\ ", r"\s") for row in sorted(known, key=lambda row: -len(row["words"])))
    words = words.replace("'", "['’]")
    pattern = re.compile(rf"(?:(?<!\w)(?=[a-z])|(?=['’]))(?:{words}|(?:is|are)\s[a-z]{{3,}}ing|[a-z]{{2,}}ed)(?!\w)")
    return pattern, {row["words"]: row["tense"] for row in known}, {row["words"]: row["place"] for row in known}


def tense(text: str, start: int, end: int) -> Tense | None:
    """The tense by the nearest cue before the expression in its sentence, else by the first one behind it; None where there is none.

    A verb right behind ("the board on Sunday issued") goes before one of an earlier clause. What belongs to a day ("Sunday's ruling") was, unless
    the words lead up to it ("ahead of Sunday's game").
    """
    if _OWNED.match(text, end) and not _TOWARDS.search(text[max(0, start - 12) : start]):
        return "past"
    before = _sentence_before(text, start)
    after = text[end : end + _REACH]
    border = BORDER.search(after)
    after = after[: border.start()] if border else after
    after = after.lower()
    if _PENDING.search(before):
        return "future"
    at, found = _last(before)
    behind, following = _first(after)
    if following and _DIRECTLY.fullmatch(after[:behind]) and before.rfind(", ") > at:
        return following
    if found and not (following and not before[:at].strip() and _cues()[2].get(_word(before[at:])) == "right"):
        return found
    return following or found


def promised(text: str, start: int) -> bool:
    """Whether "will" or "shall" is what tells that the expression lies ahead: "will step down in March"; "expected in March" may be over."""
    before = _sentence_before(text, start)
    at, found = _last(before)
    return found == "future" and _WILL.search(before, max(0, at - 14)) is not None


_WILL = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b")


def _sentence_before(text: str, start: int) -> str:
    """The words before an expression in its sentence, in lower case."""
    before, border_end = text[max(0, start - _REACH) : start], 0
    for last in BORDER.finditer(before):
        border_end = last.end()
    return before[border_end:].lower()


def _last(before: str) -> tuple[int, Tense | None]:
    cues, says, places = _cues()
    at, found = -1, None
    for match in cues.finditer(before):
        word = _word(match[0])
        value = _says(word)
        if value == "none" or (places.get(word) == "right" and not _CLOCK.fullmatch(before, match.end())):
            continue
        if word not in says and _ADJECTIVE.search(before, 0, match.start()):
            continue
        if places.get(word) == "finite" and _INFINITIVE.search(before, 0, match.start()):
            continue
        if word == "by" and (_HAD.search(before, 0, match.start()) or pattern(_COUNTED).search(before[: match.start()])):
            value = "past"
        if value == "past" and _PASSIVE.search(before, 0, match.start()):  # "will be named"
            value = "future"
        at, found = match.start(), _as_tense(value)
    return at, found


def _first(after: str) -> tuple[int, Tense | None]:
    pattern, says, places = _cues()
    for match in pattern.finditer(after):
        word = _word(match[0])
        place = places.get(word, "")
        if place != "right" and says.get(word) != "none":
            return match.start(), "past" if place == "front" else _as_tense(
                says.get(word) or ("future" if word.endswith("ing") else "past")
            )
    return -1, None


def _says(word: str) -> str:
    """What a cue tells: what the lexicon says, else by its form ("is leaving", "opened")."""
    return _cues()[1].get(word) or ("future" if word.endswith("ing") else "past")


def _word(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _as_tense(value: str) -> Tense:
    return "future" if value == "future" else "past"

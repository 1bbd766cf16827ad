"""A new subject behind an abbreviation: whether "Corp. Ida Bexley, its chair, ..." starts a sentence, or goes on as "Inc. Chief Executive".

Takes the offset of the capital word behind the full stop, says whether what stands there can only be the subject of a sentence of its own:
capital words that a finite verb or an apposition follows, and among them no word that goes on with the name before.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import rows

_REACH = 140
# The capital words themselves: "Jon A. Marsh", "Ida van der Berg", "Beta Rail Ltd.", "Ida Bexley and Jon Marsh".
_CAPITAL = r"[^\W\d_a-z](?:['’][^\W\d_a-z])?[\w’'-]*"
_RUN = re.compile(
    rf"{_CAPITAL}(?:\s+(?:[^\W\d_a-z]\.(?:\s?[^\W\d_a-z]\.)*|(?:(?:and|&|de|del|der|den|van|von|bin|al|la|le|da|dos|ten)\s+){{0,2}}{_CAPITAL}))*"
    r"(?:,?\s(?:Inc|Corp|Co|Ltd|Jr|Sr)\.|(?:(?<=\sInc)|(?<=\sCorp)|(?<=\sCo)|(?<=\sLtd)|(?<=\sJr)|(?<=\sSr))\.|\s(?:plc|llc|asa|oyj)(?!\w))?"
)
_BEHIND = re.compile(r"(?P<comma>,)?\s+(?P<word>[\w.'’-]+)")
_LIKE_A_VERB = re.compile(r"[a-z]{3,}ed$")
_NAMED = re.compile(rf"\.?\s+{_CAPITAL}")
_NO_VERBS = frozenset({"limited", "based", "related", "branded", "listed", "need", "speed", "united"})
_AGE = re.compile(r"\d\d$")
_LEGAL = frozenset(
    {"Inc", "Corp", "Co", "Ltd", "LLC", "plc", "PLC", "KGaA", "KG", "GmbH", "AG", "SA", "SE", "NV", "Limited", "Bhd", "Tbk", "Incorporated"}
)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.structure", "subject_words.csv") if row["kind"] == kind)


@cache
def _going_on() -> frozenset[str]:
    """Offices, securities and parts of a house: what a company's or a country's name goes on with."""
    return frozenset(row["word"] for row in rows("extractor.structure", "title_words.csv")) | _LEGAL


def begins(text: str, at: int, kind: str) -> bool:
    """True where the words at `at`, behind an abbreviation of this `kind`, are the subject of a new sentence."""
    found = _RUN.match(text, at, at + _REACH)
    if found is None:
        return False
    words = re.findall(r"[\w'’-]+", found[0])
    names = [word for word in words if word[0].isupper()]
    if names[0] in _words("title"):
        return _NAMED.match(text, at + len(names[0]), at + _REACH) is not None
    if kind == "clock" and not _words("zone").isdisjoint(names):
        return False
    if names[0] in _LEGAL or not _going_on().isdisjoint(names[:-1] if names[-1] in _LEGAL and len(names) > 2 else names):
        return False
    behind = _BEHIND.match(text, found.end(), at + _REACH)
    word = behind["word"].rstrip(".") if behind else ""
    if behind is None or (len(names[0]) > 1 and names[0].isupper()):
        return False
    if kind == "country" and (not 2 <= len(names) <= 3 or len(words) > len(names)):
        return False
    if len(names) == 1 and not behind["comma"]:
        # "Inc. Revenue rose": one capital word before a small one is a noun at a sentence's start.
        return word[0].islower() and not (kind == "clock" and word in _words("zone"))
    if behind["comma"] and names[0].endswith("ly"):
        return True
    if behind["comma"]:
        apposed = word.casefold() in _words("apposition") or bool(_AGE.match(word)) or behind["word"].casefold() in _words("apposition")
        return apposed and not (kind == "country" and word == "which")
    return word in _words("verb") or (bool(_LIKE_A_VERB.match(word)) and word not in _NO_VERBS)

"""Finds where a noun phrase ends, by the words that cannot belong to it: what the whole of a share and the unit of a quantity need without a tagger."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

# A word with its inner marks: "start-ups", "Chongqing's", "U.S.", "R&D", "km²", "sq."; a possessive belongs to it.
WORD = re.compile(r"(?:U\.[SKN]\.|[^\W\d_][\w²³]*(?:(?:[-'’&/.]|–(?=[A-Z]))[^\W_][\w²³]*)*(?:['’](?=[ \n]))?|\d+[-–][^\W\d_][\w-]*)")
_GAP = re.compile(r"[ ](?=\S)|[ ]?\n[ ]{0,4}(?=\S)")  # one blank, or a hard wrap; two blanks part the cells of a table


@cache
def stops() -> dict[str, str]:
    """The words that end a noun phrase, in lower case, with their kind."""
    return {row["word"]: row["kind"] for row in rows("extractor.numbers", "stops.csv")}


@cache
def _class(name: str) -> frozenset[str]:
    """The words of one class that a noun phrase may hold, in lower case."""
    return frozenset(row["word"] for row in rows("extractor.numbers", "phrase_words.csv") if row["class"] == name)


def determiners() -> frozenset[str]:
    """The words that may open a noun phrase and say nothing of it."""
    return _class("determiner")


def is_stop(word: str) -> bool:
    """True where the word cannot stand inside a noun phrase: a function word, a verb of the table, an adverb in -ly."""
    lowered = word.lower()
    return lowered in stops() or (lowered.endswith("ly") and len(lowered) > 4 and lowered not in _class("noun"))


def limit_at(ends: Sequence[int], at: int, last: int) -> int:
    """The end of the sentence that an offset lies in, from the sorted ends of the sentences; `last` behind all of them."""
    index = bisect_left(ends, at)
    return ends[index] if index < len(ends) else last


def words_from(text: str, at: int, limit: int, most: int) -> list[re.Match[str]]:
    """Up to `most` words of a noun phrase that begins at `at`, none beyond `limit`; a bracket, a mark of punctuation or a stop word ends it.

    A participle may open it: "paid subscribers", "listed companies".
    """
    found: list[re.Match[str]] = []
    while len(found) < most:
        word = WORD.match(text, at)
        if word is None or word.end() > limit or (is_stop(word[0]) and (found or not _is_participle(word[0]))) or _is_verb(word[0], found):
            break
        found.append(word)
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    return found


def _is_participle(word: str) -> bool:
    lowered = word.lower()
    return stops().get(lowered) == "verb" and (lowered.endswith(("ed", "ing")) or lowered in _class("participle"))


def _is_verb(word: str, before: list[re.Match[str]]) -> bool:
    """A word in -ed behind a plural noun is its verb ("patients responded"), and none before one ("installed base")."""
    return word.endswith("ed") and bool(before) and before[-1][0].endswith("s") and not before[-1][0].endswith(("ss", "’s", "'s"))

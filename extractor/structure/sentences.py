"""Sentence borders inside one block of running text: takes offsets of a block, gives the spans of its sentences.

A block is what `lines` calls running text: hard wraps inside it are spaces. What ends a block (blank line, bullet, heading, table row)
is settled before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Span
from extractor.lexicon import rows
from extractor.structure import subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

# A mark that may end a sentence, what closes after it ('.”', '?)'), and the gap before the next word: "grew. The", "grew.” “We".
_END = re.compile(r"([.!?…]+)([\"'”’»)\]]*)\s+(?=([\"'“‘„«(\[¿¡*]*)([^\s]+))|([。！？])")
# The word that a full stop belongs to, brackets and quotes before it taken off; 40 characters are more than any abbreviation.
_WORD = re.compile(r"[^\s(\[\"'“‘„«/-]*$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_LONGEST_WORD = 40
_IN_THE = re.compile(r"\b(?:in|from|to|across|of|into|outside|within|throughout|over|via)\s+the\s+$")
_FARTHEST_WORD = 300
_THE = re.compile(r"\b[Tt]he\s+$")
# A word in small letters that names do not hold: before it can stand no more than a name.
_SMALL_WORD = re.compile(r"(?<![\w’'-])(?!(?:of|and|the|for|de|del|der|van|von|in|on|at|by|to|a|an|e|et|und)\b)[^\W\d_A-Z][\w’'-]+(?=\W)")
# The classes of abbreviations behind which a new subject ends the sentence.
_SUBJECTS = ("prose", "place", "country", "clock")


@cache
def _abbreviations() -> dict[str, str]:
    return {row["form"]: row["ends"] for row in rows("extractor.structure", "abbreviations.csv")}


@cache
def starters() -> frozenset[str]:
    """Words that, with a capital, start sentences."""
    return frozenset(row["word"] for row in rows("extractor.structure", "starters.csv"))


def split(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text[start:end]` in order, white space at both ends left out; together they hold every word of the block."""
    at = start
    for match in _END.finditer(text, start, end):
        stop = match.end(5) if match[5] else match.end(2)
        if match[5] or _ends(text, at, match):
            if span := trimmed(text, at, stop):
                yield span
            at = stop
    if span := trimmed(text, at, end):
        yield span


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _ends(text: str, floor: int, match: re.Match[str]) -> bool:
    """True where the mark ends a sentence: by the word before it, and by the words behind it."""
    marks, closing, opening, word = match.group(1, 2, 3, 4)
    first = word[0]
    if first.islower():
        # "What now?” she said"; a brand in small letters starts a sentence only behind a closed one, which cannot be told.
        return False
    if not marks.endswith(".") or len(marks) > 1:
        return not _is_suffix(word) if marks == "!" and not closing else True
    if closing and closing[-1] in '"”’»':
        return True
    before = _WORD.search(text, max(floor, match.start() - _LONGEST_WORD), match.start())
    stem = before[0] if before else ""
    rule = _abbreviations().get(stem)
    if closing and rule != "never":
        return True
    if rule == "never":
        return False
    if rule == "number":
        return not first.isdigit() and (stem in ("No", "Mar") or _starts(word, opening))
    first_at = match.start(4)
    if rule == "starter":
        return _starts(word, opening)
    if rule in _SUBJECTS:
        return _starts(word, opening) or (
            _is_clause(text, floor, match.start() - len(stem), rule) and subjects.begins(text, first_at, rule)
        )
    if _INITIAL.match(stem):
        # "J. Smith", "N.C.R.A. Board": an initial or a dotted acronym. "Plan B. The" ends; "the N.C.R.A. Members met" does.
        stem_at = match.start() - len(stem)
        acronym = len(stem) > 1 and _THE.search(text, max(floor, stem_at - 6), stem_at) is not None
        return stem != "I" and (_starts(word, opening) or (acronym and subjects.begins(text, first_at, "country")))
    return True


def _starts(word: str, opening: str) -> bool:
    """True where a capital word is one that starts sentences, or a quotation opens there."""
    return re.split(r"[^\w-]", word, maxsplit=1)[0] in starters() or any(mark in opening for mark in '"“„«')


def _is_clause(text: str, floor: int, stem: int, rule: str) -> bool:
    """True where the words before an abbreviation can be a sentence: not all of them are a name ("Orrin Foods, Inc."), and what follows is
    not named after it ("the D.C. Circuit", "the U.S. Senate").
    """
    if rule == "place" and _THE.search(text, max(floor, stem - 6), stem):
        return False
    if rule == "country" and not _IN_THE.search(text, max(floor, stem - 20), stem):
        return False
    return _SMALL_WORD.search(text, max(floor, stem - _FARTHEST_WORD), stem) is not None


def _is_suffix(word: str) -> bool:
    """True of the legal form behind a name that ends in "!": "Yahoo! Inc."."""
    return _abbreviations().get(word.rstrip(".,")) == "prose" and word.rstrip(".,")[0].isupper()

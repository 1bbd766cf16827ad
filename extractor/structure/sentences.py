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

if TYPE_CHECKING:
    from collections.abc import Iterator

# A mark that may end a sentence, what closes after it ('.”', '?)'), and the gap before the next word: "grew. The", "grew.” “We".
_END = re.compile(r"([.!?…]+)([\"'”’»)\]]*)\s+(?=([\"'“‘„«(\[¿¡*]*)([^\s]+)(?:\s+([^\s]+))?)|([。！？])")
# The word that a full stop belongs to, brackets and quotes before it taken off; 40 characters are more than any abbreviation.
_WORD = re.compile(r"[^\s(\[\"'“‘„«/-]*$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_LONGEST_WORD = 40


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
        stop = match.end(6) if match[6] else match.end(2)
        if match[6] or _ends(text, at, match):
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
    """True where the mark ends a sentence: by the word before it, and by the two words behind it."""
    marks, closing, opening, word, after = match.group(1, 2, 3, 4, 5)
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
        return not first.isdigit() and (stem in ("No", "Mar") or _starts(word, opening, after, prose=False))
    if rule == "starter":
        return _starts(word, opening, after, prose=False)
    if rule == "prose":
        return _starts(word, opening, after, prose=True)
    if _INITIAL.match(stem):
        # "J. Smith", "N.C.R.A. Board": an initial or a dotted acronym. "Plan B. The" ends.
        return stem != "I" and _starts(word, opening, after, prose=len(stem) > 1)
    return True


def _starts(word: str, opening: str, after: str | None, *, prose: bool) -> bool:
    """True where a capital word looks like the first of a sentence rather than the next part of a name."""
    bare = re.split(r"[^\w-]", word, maxsplit=1)[0]
    if bare in starters() or any(mark in opening for mark in '"“„«'):
        return True
    if not prose or not after or not after[0].islower() or not bare[:1].isupper():
        return False
    # "Co. KGaA", "Inc. IBM": further capitals go on with the name.
    return not any(letter.isupper() for letter in bare[1:]) and not _is_title(bare)


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.structure", "title_words.csv"))


def _is_title(word: str) -> bool:
    """True of "Chairman", "President": behind "Inc." they go on with the name."""
    return word in _titles()


def _is_suffix(word: str) -> bool:
    """True of the legal form behind a name that ends in "!": "Yahoo! Inc."."""
    return _abbreviations().get(word.rstrip(".,")) == "prose" and word.rstrip(".,")[0].isupper()

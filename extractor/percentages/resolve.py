"""Finds the whole that a share is taken of: "41% of its equity", "a 51% stake in Acme", "as a percentage of revenue"."""

from __future__ import annotations

import re
from functools import cache

from extractor.findings import Span
from extractor.lexicon import rows
from extractor.numbers.phrase import WORD, determiners, is_stop, words_from
from extractor.percentages.match import PACKAGE

_OF = re.compile(r"[ \n]of[ \n](?P<opening>(?:all[ \n](?:of[ \n])?)?)")
_COUNTED = re.compile(r"\d[\d.,]*[ \n](?:(?:million|billion|thousand)[ \n])?")  # "90% of its 5,600 employees"
_MOST_WORDS = 9
_LEFT = 90
_PERCENTAGE_OF = re.compile(
    r"\b(?:percentage|share|proportion|per cent|percent)[ \n]of[ \n](?P<whole>[^.,;:()\d]{2,50}?)[ \n](?:was|were|is|are|rose|fell|increased|decreased|declined|stood|came|reached|to|of|at|improved)\b[^.;()\d]{0,24}\Z"
)


@cache
def _nouns() -> re.Pattern[str]:
    pieces = [rf"{re.escape(row['noun'])}[ \n](?:{row['prepositions']})" for row in rows(PACKAGE, "wholes.csv")]
    return re.compile(rf"[ \n](?:[a-z-]+[ \n]){{0,2}}?(?:{'|'.join(sorted(pieces, key=len, reverse=True))})[ \n]")


def whole(text: str, start: int, end: int, limit: int) -> Span | None:
    """The whole of the share at `text[start:end]`, with its determiner and within `limit` (the sentence's end); None where none is printed."""
    found = _OF.match(text, end) or _nouns().match(text, end)
    if found:
        return _phrase(text, found.end(), limit)
    before = _PERCENTAGE_OF.search(text[max(0, start - _LEFT) : start])
    if before:
        base = max(0, start - _LEFT)
        return Span(base + before.start("whole"), base + before.end("whole"))
    return None


def _phrase(text: str, at: int, limit: int) -> Span | None:
    """The noun phrase from `at` on, "of" phrases of its own included."""
    start, first = at, WORD.match(text, at)
    if first is not None and first[0].lower() in determiners():
        at = first.end() + 1
    elif first is not None and is_stop(first[0]):
        return None
    if counted := _COUNTED.match(text, at):
        at = counted.end()
    words = words_from(text, at, limit, _MOST_WORDS)
    if not words or words[-1][0].endswith(("'s", "’s")):  # "the region's $800 billion market" names no whole of its own
        return None
    end = words[-1].end()
    inner = _OF.match(text, end)
    if inner and inner.end() < limit:
        rest = _phrase(text, inner.end(), limit)
        end = rest.end if rest else end
    return Span(start, end)

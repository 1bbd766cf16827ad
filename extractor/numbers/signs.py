"""Tells whether round brackets or a dash around a figure are a minus sign: in a cell of its own, or behind a word that leads to an amount."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import rows

_LEFT = 24
_CELL_LEFT = re.compile(r"(?:\A|\n|\t|\||[ ]{2})[ ]*\Z")
_CELL_RIGHT = re.compile(r"[ ]?(?:\Z|[\n\t|(\d*†]|[ ]{2})|[ ]*\Z")
_WORD_LEFT = re.compile(r"([^\W\d_]+\.?)[ \n]\Z")


@cache
def _leads() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.numbers", "negatives.csv"))


def is_cell(text: str, start: int, end: int) -> bool:
    """True where nothing of a sentence stands before `start` and behind `end`: they bound a line or a cell of a table.

    A wrapped line may begin with an aside in brackets; then the sentence goes on behind it.
    """
    return bool(_CELL_LEFT.search(text[max(0, start - _LEFT) : start]) and _CELL_RIGHT.match(text, end))


def is_led(text: str, start: int) -> bool:
    """True where the word before `start` leads to an amount: "was (4.1%)", "a loss of –€1.2m"; elsewhere brackets hold an aside."""
    found = _WORD_LEFT.search(text[max(0, start - _LEFT) : start])
    return bool(found and found[1].lower() in _leads())

"""Hard wraps change nothing: the own gold's articles, wrapped at the widths of mails and terminals, give the same values at the same places."""

from __future__ import annotations

import re
import textwrap
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor import Extractor
from extractor.evaluation.gold import load

if TYPE_CHECKING:
    from extractor.evaluation.gold import Gold
    from schemas import ArticleRecord

CORPUS = Path(__file__).parent.parent / "corpus"
_CELLS = re.compile(r"\S(?: {2,}|\t|\|)")


@cache
def extractor() -> Extractor:
    return Extractor(model="none")


def wrapped(text: str, width: int) -> str:
    """The text with its lines wrapped; same length, since a line end stands for a space."""
    lines = (
        textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        if len(line) > width and not _CELLS.search(line)
        else [line]
        for line in text.split("\n")
    )
    return "\n".join("\n".join(parts) for parts in lines)


def values(record: ArticleRecord) -> set[tuple[object, ...]]:
    return {
        *((m.start, m.end, m.amount, m.low, m.high, m.currency) for m in record.money),
        *((m.start, m.end, m.value, m.low, m.high) for m in (*record.percentages, *record.quantities)),
        *((m.start, m.end, m.value) for m in record.dates),
    }


WIDTHS = (50, 72)
WRAPPABLE = [
    gold
    for gold in load(str(CORPUS))
    if gold.text != wrapped(gold.text, max(WIDTHS)) and all(len(gold.text) == len(wrapped(gold.text, width)) for width in WIDTHS)
]


def test_most_articles_can_be_wrapped() -> None:
    assert len(WRAPPABLE) >= 25


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("gold", WRAPPABLE, ids=lambda gold: gold.id)
def test_a_wrapped_article_has_the_values_of_the_unwrapped(gold: Gold, width: int) -> None:
    text = wrapped(gold.text, width)
    assert values(extractor().extract(text, gold.published)) == values(extractor().extract(gold.text, gold.published))

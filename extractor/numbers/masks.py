"""Finds what looks like numbers and is none: addresses of the web and of the street, phones, versions, citations, tickers, footnote marks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Span
from extractor.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(r"\d+")
# The rest of a label or code that begins with digits: "27A", "10b-5", "240.12b-2(a)", "7946 0018" is two runs and has patterns of its own.
_CODE = re.compile(r"\d+(?:[.-]?\w{1,5}){0,4}(?:\(\w{1,4}\)){0,3}")
_PHONE = re.compile(r"\d{2,5}\)?(?:[ ()./-]{1,2}\d{2,5}){1,6}")
_WORD_BEFORE = re.compile(r"([^\W\d_]+\.?)[ \n]\Z")
# Behind a label's number: what shows that it is a figure all the same ("Tier 1", but "Phase 3 million").
_FIGURE = re.compile(r"(?:,\d{3})|[ \n]?%|[ \n](?:[mbt]r?illion|thousand|per ?cent|pct)\b")
_LEFT = 48  # characters before a number that a pattern may look at


@cache
def _everywhere() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["needs"], re.compile(row["pattern"])) for row in rows("extractor.numbers", "masks.csv") if row["side"] == "text")


@cache
def _joined(side: str) -> re.Pattern[str]:
    """One alternation of all patterns of a side; groups inside a pattern are numbered anew."""
    pieces, groups = [], 0
    for row in rows("extractor.numbers", "masks.csv"):
        if row["side"] == side:
            pieces.append(row["pattern"].replace("\\1", f"\\{groups + 1}"))
            groups += re.compile(row["pattern"]).groups
    return re.compile(rf"(?:{'|'.join(pieces)})" + (r"\Z" if side == "before" else ""))


@cache
def _labels() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.numbers", "labels.csv"))


def _found(text: str) -> Iterator[tuple[int, int]]:
    for needs, pattern in _everywhere():
        if needs in text:
            yield from (match.span() for match in pattern.finditer(text))
    at, before = _joined("at"), _joined("before")
    behind = 0
    for run in _RUN.finditer(text):
        start = run.start()
        if start < behind or text[start - 1 : start] in _NO_START:
            continue
        mask = at.match(text, start)
        end = mask.end() if mask else _code_end(text, start, before)
        if end:
            behind = end
            yield start, end


_NO_START = frozenset(".,-$€£¥₹’'")


def _code_end(text: str, start: int, before: re.Pattern[str]) -> int:
    """The end of the code or label that a word or sign before the digits makes of them; 0 where there is none."""
    left = text[max(0, start - _LEFT) : start]
    word = _WORD_BEFORE.search(left)
    if word:
        if word[1].lower().rstrip(".") not in _labels() and word[1].lower() not in _labels() and not before.search(left):
            return 0
    elif not (left and left[-1] in " \n:.#(vV" and before.search(left)):
        return 0
    code = _PHONE.match(text, start) if word is None or word[1].lower() not in _labels() else None
    code = code or _CODE.match(text, start)
    return 0 if code is None or _FIGURE.match(text, code.end()) else code.end()


def masks(text: str) -> list[Span]:
    """The stretches of a plain text (`reading.plain`) in which no figure stands, in order, without overlaps."""
    spans: list[Span] = []
    for start, end in sorted(_found(text)):
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans

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
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+(?:-[^\W\d_]+)?\.?)(?P<mark>[:#]?)(?P<gap>[ \n]{0,3})\(?\Z")
# Behind a label's number: what shows that it is a figure all the same ("Tier 1", but "Phase 3 million").
_YEAR = re.compile(r"(?:19|20)\d\d(?![\d,.]\d|\d)")
_FIGURE = re.compile(r"(?:,\d{3})|[ \n]?%|[ \n](?:[mbt]r?illion|thousand|per ?cent|pct)\b")
_PIVOT_LEFT = 64  # characters before a pivot that belong to it
_WORD_LEFT = 20  # longer than the longest label
_LEFT = 48  # characters before a number that a pattern may look at


@cache
def _everywhere() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["needs"], re.compile(row["pattern"])) for row in rows("extractor.numbers", "masks.csv") if row["side"] == "text")


@cache
def _around() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """What is looked for at each place of a string: the pattern left of it and the one from it on, parted by `@@` in the table."""
    parts = [(row["needs"], *row["pattern"].split("@@", 1)) for row in rows("extractor.numbers", "masks.csv") if row["side"] == "around"]
    return tuple((needs, re.compile(rf"(?:{left})\Z"), re.compile(right)) for needs, left, right in parts)


def _pivoted(text: str) -> Iterator[tuple[int, int]]:
    for needs, left, right in _around():
        at = text.find(needs)
        while at >= 0:
            before, after = (
                left.search(text[max(0, at - _PIVOT_LEFT) : at]),
                right.match(text, at),
            )
            end = after.end() if before and after else at + 1
            if before and after:
                yield at - len(before[0]), end
            at = text.find(needs, end)


@cache
def _joined(side: str) -> re.Pattern[str]:
    """One alternation of all patterns of a side; groups inside a pattern are numbered anew."""
    pieces, groups = [], 0
    for row in rows("extractor.numbers", "masks.csv"):
        if row["side"] == side:
            pieces.append(row["pattern"].replace("\\1", f"\\{groups + 1}"))
            groups += re.compile(row["pattern"]).groups
    return re.compile("|".join(pieces))


@cache
def _before() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What may stand before a code, and what the code itself must look like."""
    found = [row for row in rows("extractor.numbers", "masks.csv") if row["side"] == "before"]
    return tuple((re.compile(rf"(?:{row['pattern']})\Z"), re.compile(row["digits"])) for row in found)


@cache
def _labels() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("extractor.numbers", "labels.csv")}


def _found(text: str) -> Iterator[tuple[int, int]]:
    for needs, pattern in _everywhere():
        if needs in text:
            yield from (match.span() for match in pattern.finditer(text))
    yield from _pivoted(text)
    at = _joined("at")
    behind = 0
    for run in _RUN.finditer(text):
        start = run.start()
        if start < behind or text[start - 1 : start] in _NO_START:
            continue
        mask = at.match(text, start)
        end = mask.end() if mask else _code_end(text, start)
        if end:
            behind = end
            yield start, end


_NO_START = frozenset(".,-$€£¥₹’'")


def _code_end(text: str, start: int) -> int:
    """The end of the code or label that a word or sign before the digits makes of them; 0 where there is none."""
    left = text[max(0, start - _LEFT) : start]
    word = _WORD_BEFORE.search(left, max(0, len(left) - _WORD_LEFT))
    kind = _kind(word) if word else None
    if kind is None and not ((word is None and left[-1:] in _OPENING) or (word and (word[1][0].isupper() or word["mark"]))):
        return 0
    if kind is None:
        return next(
            (code.end() for before, digits in _before() if (code := digits.match(text, start)) and before.search(left)),
            0,
        )
    if kind == "plural" and _YEAR.match(text, start):  # "Key figures 2025"
        return 0
    code = (_PHONE.match(text, start) if kind not in {"label", "plural"} else None) or _CODE.match(text, start)
    return 0 if code is None or _FIGURE.match(text, code.end()) else code.end()


_OPENING = frozenset("#")


def _kind(word: re.Match[str]) -> str | None:
    """What a word before digits makes of them; a label stands apart from its number, a code may be glued to it ("v2.1")."""
    lowered = word[1].lower()
    kind = _labels().get(lowered) or _labels().get(lowered.rstrip("."))
    if kind in {"label", "plural"} and (not word["gap"] or word["mark"]):
        return None
    return kind


def masks(text: str) -> list[Span]:
    """The stretches of a plain text (`reading.plain`) in which no figure stands, in order, without overlaps."""
    spans: list[Span] = []
    for start, end in sorted(_found(text)):
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans

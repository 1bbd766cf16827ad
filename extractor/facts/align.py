"""Lists that answer each other: "the deposit rate and the lending rate are 4.25% and 5.25% respectively"; and "the former", "the latter"."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extractor.facts.tokens import NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.facts.claim import Claim
    from extractor.facts.tokens import Row
    from extractor.findings import Span

_ORDINAL = {"former": 0, "latter": -1}


def align(row: Row, claims: list[Claim], earlier: Row | None) -> None:
    """Gives each figure of a list its own part of a measure in as many parts, and "the latter" the phrase that it stands for."""
    if "respectively" in row.words:
        for measure, group in groupby(claims, key=lambda claim: claim.measure):
            _share_out(row, measure, list(group))
    for claim in claims:
        if claim.measure and (place := _ORDINAL.get(claim.measure.of(row.text).lower())) is not None:
            first = next((index for index, start in enumerate(row.starts) if start == claim.measure.start), 0)
            named = _pair(row, first) or (_pair(earlier, len(earlier)) if earlier else None)
            if named:
                claim.measure = named[place]


def _share_out(row: Row, measure: Span | None, claims: Sequence[Claim]) -> None:
    if measure is None or len(claims) < 2:
        return
    inside = [index for index in range(len(row)) if measure.start <= row.starts[index] and row.ends[index] <= measure.end]
    if not inside:  # the measure was told in the sentence before
        return
    first, last = inside[0], inside[-1] + 1
    while first > 0 and row.classes[first - 1] in NOUNS | {",", "j", "d"}:
        first -= 1
    parts = _parts(row, first, last)
    if len(parts) == len(claims):
        for claim, part in zip(claims, parts, strict=True):
            claim.measure = part


def _pair(row: Row, end: int) -> list[Span] | None:
    """The last two phrases joined by "and" before token `end`."""
    classes = row.classes
    for link in range(end - 1, 0, -1):
        if classes[link] != "j" or classes[link - 1] not in NOUNS:
            continue
        first = link
        while first > 0 and classes[first - 1] in NOUNS:
            first -= 1
        last = link + 1
        while last < end and classes[last] == "d":
            last += 1
        stop = last
        while stop < end and classes[stop] in NOUNS:
            stop += 1
        if last < stop:
            return [row.span_of(first, link), row.span_of(last, stop)]
    return None


def _parts(row: Row, first: int, last: int) -> list[Span]:
    parts: list[Span] = []
    start: int | None = None
    for index in range(first, last + 1):
        inner = index < last and row.classes[index] not in ",j"
        if inner and start is None and row.classes[index] in NOUNS:
            start = index
        elif not inner and start is not None:
            parts.append(row.span_of(start, index))
            start = None
    return parts

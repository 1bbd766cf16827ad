"""The organization that speaks: told by the release's furniture, else by its first sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.findings import Findings, Organization, Section

_SOURCE = re.compile(r"\bSOURCE:?\s|(?i:\bcontent (?:is )?(?:provided|supplied) by\s|\bprovided by\s|\bissued by\s|\bon behalf of\s)")
_ABOUT = re.compile(r"About\s+(?:the\s+)?", re.IGNORECASE)


def issuer(found: Findings) -> Organization | None:
    """The issuer among `found.organizations`, or None.

    In this order: a SOURCE line or "Content provided by"; the "About X" of a name with a ticker or legal form; the name that the lead
    defines ("the Company") or gives a ticker; another "About X", the one that the article names first; the name that the headline opens with; the first organization of the lead. A news agency's story is
    the agency's own: whom it is about does not speak.
    """
    starts = sorted((mention.start, mention.end, at) for at, o in enumerate(found.organizations) for mention in o.mentions)
    source = _source(found, starts)
    wire = found.layout.dateline.wire if found.layout.dateline else None
    if source is None and wire and _is_agency(wire.of(found.text)):
        return next((found.organizations[at] for start, end, at in starts if start == wire.start and end == wire.end), None)
    about = _about(found, starts)
    proved = about is not None and _is_proved(found.organizations[about])
    for choice in (
        source,
        about if proved else None,  # "About Nephropathy" tells of an illness: such a heading counts less than the lead's ticker
        _lead(found, starts, marked=True),
        about,
        _headline(found, starts),
        _lead(found, starts),
    ):
        if choice is not None:
            return found.organizations[choice]
    return None


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in rows("extractor.structure", "wires.csv") if row["kind"] == "agency")


_AGENCY_END = re.compile(r"\b(?:Press|News|News Agency|Agency)\Z")  # one that the list does not know: "(Halden Press)"


def _is_agency(wire: str) -> bool:
    return wire.casefold() in _agencies() or bool(_AGENCY_END.search(wire))


def _source(found: Findings, starts: list[tuple[int, int, int]]) -> int | None:
    for span in found.layout.credits:
        match = _SOURCE.search(found.text, span.start, span.end)
        if match:
            first = next((at for start, _, at in starts if match.end() <= start < min(span.end, match.end() + 8)), None)
            if first is not None:
                return first
    return None


def _about(found: Findings, starts: list[tuple[int, int, int]]) -> int | None:
    """The organization of an "About" section; of several one with a ticker or legal form, then the one that is named first in the article."""
    told = [at for section in found.layout.sections for at in _titled(found, section, starts)]
    return min(told, key=lambda at: (not _is_proved(found.organizations[at]), found.organizations[at].mentions[0].start)) if told else None


def _is_proved(one: Organization) -> bool:
    return bool(one.tickers or one.legal_form)


def _titled(found: Findings, section: Section, starts: list[tuple[int, int, int]]) -> Iterator[int]:
    if section.kind not in {"heading", "boilerplate"}:
        return
    match = _ABOUT.match(found.text, section.start)
    if match:
        first, behind = (bisect_left(starts, (at, 0, 0)) for at in (match.end(), match.end() + 5))
        yield from (at for _, _, at in starts[first:behind])


def _lead(found: Findings, starts: list[tuple[int, int, int]], *, marked: bool = False) -> int | None:
    """The first paragraph's organization that is no medium; with `marked` only one with a ticker or a definition. A body "of" it is part of it."""
    layout = found.layout
    begin = layout.dateline.end if layout.dateline else layout.headline.end if layout.headline else 0
    paragraph = next((p for p in layout.paragraphs if p.end > begin and layout.kind_at(max(p.start, begin)) == "body"), None)
    if paragraph is None:
        return None
    inside = [each for each in starts if max(paragraph.start, begin) <= each[0] < paragraph.end]
    for number, (_, end, at) in enumerate(inside):
        one = found.organizations[at]
        if one.kind == "media" or (marked and not one.tickers and not any(alias.startswith("the ") for alias in one.aliases)):
            continue
        following = next(((start, whole) for start, _, whole in inside[number + 1 :] if whole != at), None)
        if not marked and following and _PART_OF.fullmatch(found.text, end, following[0]):
            return following[1]
        return at
    return None


_PART_OF = re.compile(r"(?:\s\([^()]{2,12}\))?\sof\s(?:the\s)?")  # "the Rates Committee (RC) of the Bank of X decided"


def _headline(found: Findings, starts: list[tuple[int, int, int]]) -> int | None:
    line = found.layout.headline
    return next((at for start, _, at in starts if line and line.start <= start <= line.start + len("The ")), None)

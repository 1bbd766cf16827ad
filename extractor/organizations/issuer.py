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

_SOURCE = re.compile(
    r"\bSOURCE:?\s|(?i:\bcontent (?:is )?(?:provided|supplied) by\s|(?<!photo )(?<!photos )(?<!image )(?<!images )(?<!video )(?<!picture )\bprovided by\s|\bissued by\s|\bon behalf of\s)"
)
_ABOUT = re.compile(r"About\s+(?:the\s+)?", re.IGNORECASE)


def issuer(found: Findings) -> Organization | None:
    """The issuer among `found.organizations`, or None.

    In this order: a SOURCE line or "Content provided by"; the "About X" of a name with a ticker or legal form; the name that the lead
    defines ("the Company") or gives a ticker; another "About X"; the name that the headline opens with; a line of copyright; the letterhead,
    where the lead opens with nobody; the first organization of the lead. Of several "About X" the one that opens the lead
    counts, then the one that the article names first; an investor's or partner's "About X" counts less than whoever announces. A news
    agency's story is the agency's own: whom it is about does not speak.
    """
    starts = sorted((mention.start, mention.end, at) for at, o in enumerate(found.organizations) for mention in o.mentions)
    source = _source(found, starts)
    wire = found.layout.dateline.wire if found.layout.dateline else None
    if source is None and wire and _is_agency(wire.of(found.text)):
        return next((found.organizations[at] for start, end, at in starts if start == wire.start and end == wire.end), None)
    lead, head = _lead_opener(found, starts), _headline(found, starts)
    about = _about(found, starts, lead)
    if about is not None and lead is not None and _is_partner(found, about, lead, head):
        about = lead
    elif about is not None and lead is None and head is not None and _is_absent(found, about, head):
        about = lead = head
    proved = about is not None and (about == lead or _is_proved(found.organizations[about]))
    for choice in (
        source,
        about if proved else None,  # "About Nephropathy" tells of an illness: such a heading counts less than the lead's ticker
        _lead(found, starts, marked=True),
        about,
        head,
        _copyright(found, starts),
        _letterhead(found, starts) if lead is None else None,
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


def _about(found: Findings, starts: list[tuple[int, int, int]], lead: int | None) -> int | None:
    """The organization of an "About" section; of several one that the lead opens with, one with a ticker or legal form, the one named first."""
    told = [at for section in found.layout.sections for at in _titled(found, section, starts)]

    def rank(at: int) -> tuple[bool, bool, int]:
        one = found.organizations[at]
        return at != lead, not _is_proved(one), one.mentions[0].start

    return min(told, key=rank) if told else None


def _lead_opener(found: Findings, starts: list[tuple[int, int, int]]) -> int | None:
    """The organization that the lead opens with, right behind the dateline."""
    begin = _lead_start(found)
    return next((at for start, _, at in starts if begin is not None and begin <= start <= begin + len("The ")), None)


_ANNOUNCES = re.compile(
    r"[^.;]{0,160}?\b(?:announced|announces|announce|said|says|reported|reports|unveiled|launched|launches|introduced|presented|published|is pleased|are pleased|is proud)\b"
)
_BELONGS = re.compile(r"[^.;]{0,30}\b(?:subsidiary|division|unit|brand|part|member|arm|affiliate|business|company) of\b")
_MAIL = re.compile(r"@(?:[\w-]+\.)*?([\w-]+)\.(?:com?|org|net|ac|gov|edu|example|[a-z]{2,12})\b(?!\.[a-z])", re.IGNORECASE)


def _is_partner(found: Findings, about: int, lead: int, head: int | None) -> bool:
    """True where an "About X" tells of another than the sender, who opens the lead: the mail address of the contact is the opener's, the
    opener announces before X is named, or it opens the headline too and X is in none.
    """
    if about == lead:
        return False
    first, other = found.organizations[lead], found.organizations[about]
    begin = _lead_start(found) or 0
    end = next((mention.end for mention in first.mentions if begin <= mention.start <= begin + len("The ")), None)
    if end is None or first.kind == "media" or other.name.casefold().startswith(first.name.casefold().split()[0]):
        return False  # "Halden Labs" of the Halden Group
    domains = {m.group(1).casefold().replace("-", "") for m in _MAIL.finditer(found.text)}
    if domains & _letters(first) and not domains & _letters(other):
        return True
    if about == head or other.tickers or first.kind in {"government", "international"} or _BELONGS.match(found.text, end):
        return False
    verb = _ANNOUNCES.match(found.text, end)
    named = [mention for mention in other.mentions if mention.start > begin]
    if verb and not any(mention.start < verb.end() for mention in named):
        return True
    line = found.layout.headline
    headed = line is not None and any(line.start <= mention.start < line.end for mention in other.mentions)
    speaks = bool(named) and _ANNOUNCES.match(found.text, named[0].end, named[0].end + _BESIDE) is not None
    return not headed and not speaks and head == lead


def _is_absent(found: Findings, about: int, head: int) -> bool:
    """True where an "About X" tells of one that neither headline nor lead names, while the headline's opener is in the lead: a funder."""
    begin = _lead_start(found)
    if begin is None or about == head:
        return False
    end = next(p.end for p in found.layout.paragraphs if p.end > begin)

    def named(at: int) -> bool:
        return any(begin <= mention.start < end for mention in found.organizations[at].mentions)

    line = found.layout.headline
    headed = line is not None and any(line.start <= mention.start < line.end for mention in found.organizations[about].mentions)
    return named(head) and not named(about) and not headed


_BESIDE = 40  # characters behind a name within which its verb stands


def _letters(one: Organization) -> set[str]:
    """The forms of a name as a domain spells them."""
    return {re.sub(r"\W", "", form).casefold() for form in (one.name, *one.aliases)}


def _is_proved(one: Organization) -> bool:
    return bool(one.tickers or one.legal_form)


def _titled(found: Findings, section: Section, starts: list[tuple[int, int, int]]) -> Iterator[int]:
    if section.kind not in {"heading", "boilerplate"}:
        return
    match = _ABOUT.match(found.text, section.start)
    if match:
        first, behind = (bisect_left(starts, (at, 0, 0)) for at in (match.end(), match.end() + 5))
        yield from (at for _, _, at in starts[first:behind])


def _lead_start(found: Findings) -> int | None:
    """Where the first paragraph of the body begins, behind its dateline."""
    layout = found.layout
    begin = layout.dateline.end if layout.dateline else layout.headline.end if layout.headline else 0
    paragraph = next((p for p in layout.paragraphs if p.end > begin and layout.kind_at(max(p.start, begin)) == "body"), None)
    return max(paragraph.start, begin) if paragraph else None


def _lead(found: Findings, starts: list[tuple[int, int, int]], *, marked: bool = False) -> int | None:
    """The first paragraph's organization that is no medium; with `marked` only one with a ticker or a definition. A body "of" it is part of it."""
    begin = _lead_start(found)
    if begin is None:
        return None
    end = next(p.end for p in found.layout.paragraphs if p.end > begin)
    inside = [each for each in starts if begin <= each[0] < end]
    for number, (_, end, at) in enumerate(inside):
        one = found.organizations[at]
        if one.kind == "media" or (marked and not one.tickers and not any(alias.startswith("the ") for alias in one.aliases)):
            continue
        following = next(((start, whole) for start, _, whole in inside[number + 1 :] if whole != at), None)
        if not marked and following and _PART_OF.fullmatch(found.text, end, following[0]):
            return following[1]
        return at
    return None


_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)(?:\s*©|\s+\(c\))?\s*(?:\d{4}(?:[-–]\d{4})?,?\s+)?(?:by\s+)?(?:[Tt]he\s+)?")


def _copyright(found: Findings, starts: list[tuple[int, int, int]]) -> int | None:
    """Who holds the copyright by the article's last such line; a medium tells of others."""
    for match in reversed(list(_COPYRIGHT.finditer(found.text))):
        first = bisect_left(starts, (match.end(), 0, 0))
        if first < len(starts) and starts[first][0] == match.end():
            return starts[first][2] if found.organizations[starts[first][2]].kind != "media" else None
    return None


def _letterhead(found: Findings, starts: list[tuple[int, int, int]]) -> int | None:
    """The organization on a line of its own above the headline, of several the one named most often, then the lowest; no medium."""
    line, text = found.layout.headline, found.text
    above = [
        at
        for start, end, at in starts
        if line
        and start < line.start
        and text[max(0, start - 1) : start] in {"", "\n"}
        and _LINE_END.match(text, end)
        and found.organizations[at].kind != "media"
    ]
    return max(reversed(above), key=lambda at: len(found.organizations[at].mentions), default=None)


_LINE_END = re.compile(r"[ \t]*(?:\n|[|>]|\Z)")


_PART_OF = re.compile(r"(?:\s\([^()]{2,12}\))?\sof\s(?:the\s)?")  # "the Rates Committee (RC) of the Bank of X decided"


def _headline(found: Findings, starts: list[tuple[int, int, int]]) -> int | None:
    line = found.layout.headline
    return next((at for start, _, at in starts if line and line.start <= start <= line.start + len("The ")), None)

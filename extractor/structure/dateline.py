"""Datelines: `CHICAGO, Nov. 7, 2025 /PRNewswire/ --`, `LONDON--(BUSINESS WIRE)--`, `NAIROBI, Kenya (AP) _`, `Brussels, 3 June 2025`.

Takes the start of a block, gives the spans of place, date and wire, or None. The parts may stand in any order; what tells a dateline from a
sentence is how they end: a dash, a bracket, a colon, or the end of the line.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.findings import Dateline, Span
from extractor.lexicon import rows

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d\b"
_CLOCK = r"(?:\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*(?:[A-Z]{2,4}T?\b|Eastern|Central|Pacific|local)(?:\s+(?:Standard|Daylight|Summer)?\s*[Tt]ime)?)?"
_DATE = re.compile(
    rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+(?:the\s+)?)?"
    rf"(?:{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?(?:\s*[-–/]\s*(?:{_MONTH}\s+)?{_DAY})?\b(?:,?\s+{_YEAR})?"
    rf"|{_DAY}(?:st|nd|rd|th)?\.?(?:\s+of)?[ \n-]{_MONTH}(?:,?[ \n-]{_YEAR})?"
    rf"|{_MONTH},?\s+{_YEAR}"
    rf"|{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|{_DAY}[./-]\d{{1,2}}[./-]{_YEAR})",
    re.IGNORECASE,
)
_TIME = re.compile(rf"(?:,|\s+at|\s*[-–—/|])?\s*\(?{_CLOCK}\)?")
# One word of a place: "R.I.", "St.", "Winston-Salem", "[India]", "Ürümqi", "N'Djamena"; particles join two of them.
_NAME = r"\[?(?:[dl]['’])?[^\W\d_a-z][\w.'’-]*\]?"
_SMALL = r"(?:and|de|del|da|do|dos|du|des|la|le|les|of|on|upon|an|am|der|den|im|in|bei|auf|sur|al|el|d['’]|y|e|et|und|und|the|&)"
_PLACE = re.compile(
    rf"{_NAME}(?:\s*[,;/&|]?\s*\n?(?:\s+|(?<=[,;/&|]))(?:{_SMALL}\s+)*{_NAME}|\s*\([^\W\d_a-z][\w.’ -]{{1,25}}\)(?=,|\s+and\b)){{0,8}}"
)
_BETWEEN = re.compile(r"(?:\.\s+(?=[/(]))?[\s,;:/|·•()\[\]_*]*+(?:-{1,3}|[–—])?[\s,;/|·•()\[\]_*]*+")
_DASH = re.compile(r"[\s,.)\]/*]*(?:-{1,3}|[–—]|_+|:|\|(?=\s))|\s*(?:\.{2,4}|…)")
# "Oslo, Norway, 18 November 2025. Halden today ..."
_STOP = re.compile(r"\.\s+(?=[A-ZÀ-Þ“\"])")
# A wire that the list does not know: "(Nordic Market Wire) -", "/Kyodo JBN/".
_UNKNOWN_WIRE = re.compile(r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4}(?=\)\s*(?:[-–—_:]|$)|\s?/)")
_NEWSY = re.compile(r"(?i:news|wire|daily|times|press|post|agency|media|watch|report|staff|journal|gazette|herald)|^[A-Z]{2,6}$")
_OPENED = re.compile(r"\s*[/(\[|]\s*")
_AGAIN = re.compile(r"[\s)/*]*(?:-{1,3}|[–—])?")
_CLOSING = re.compile(r"\s*[)/\]]+\.?\s*")
_ACRONYM = re.compile(r"\s*\([A-Z]{2,5}\)")
_MARKS = "-–—_|.…"
_SHORTEST_LEAD = 60  # a dateline of one part needs a paragraph behind it
_LONGEST = 190
_LONGEST_PLACE = 80


@cache
def _wire() -> re.Pattern[str]:
    names = sorted((row["name"] for row in rows("extractor.structure", "wires.csv")), key=lambda name: -len(name))
    known = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    # A wire not in the list still shows by its name's end.
    return re.compile(
        rf"(?:via\s+|By\s+)?(?P<wire>(?:{known}|[A-Z][\w-]*(?:[ ][A-Z][\w-]*)?\s?(?:News\s?wire|NEWSWIRE|NewsWire|Presswire)(?:\.com)?))(?:\s*\([A-Z]{{2,5}}\))?(?![\w’'])",
        re.IGNORECASE,
    )


@cache
def _not_places() -> frozenset[str]:
    known = (*rows("extractor.structure", "starters.csv"), *rows("extractor.structure", "not_places.csv"))
    return frozenset(row["word"].casefold() for row in known) - {"the"}  # The Hague


@cache
def _labels() -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in rows("extractor.structure", "not_places.csv") if row["anywhere"])


def match(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the start of `text[start:end]`, one block; None where the block begins with something else."""
    stop = min(end, start + _LONGEST)
    at = start
    place: Span | None = None
    date: Span | None = None
    wire: Span | None = None
    closed = start  # behind the last part and the mark that closes it
    while at < stop:
        here = _BETWEEN.match(text, at, stop)
        at = here.end() if here else at
        if wire is None and (found := _wire_at(text, start, at, stop) or _unknown_wire(text, at, stop, place, date)):
            wire = found
            acronym = _ACRONYM.match(text, found.end, stop)
            at = closed = acronym.end() if acronym else found.end
        elif date is None and (dated := _DATE.match(text, at, stop)):
            date = Span(at, dated.end())
            clock = _TIME.match(text, dated.end(), stop)
            at = closed = clock.end() if clock else dated.end()
        elif place is None and (date is None or _is_parted(text, date, at)) and (placed := _place_at(text, at, stop)):
            place = placed
            at = closed = placed.end
        else:
            break
    if place is None and date is None and wire is None:
        return None
    tail = _tail(text, closed, end)
    if (
        tail is None
        and place
        and date
        and date.end == closed
        and date.of(text)[-4:].isdigit()
        and (stopped := _STOP.match(text, closed, end))
    ):
        return Dateline(start, stopped.end(), place, date, wire)
    if tail is None or not _is_one(text, start, end, tail, (place, date, wire)):
        return None
    return Dateline(start, max(closed, tail), place, date, wire)


def _is_parted(text: str, date: Span, at: int) -> bool:
    """True where a bar stands between a date and what follows: "3 March 2025 | Geneva –"."""
    return "|" in text[date.end : at]


def _wire_at(text: str, start: int, at: int, stop: int) -> Span | None:
    """A wire's name, only where marks set it off: "(AP)", "/PRNewswire/", "- ACN Newswire -"."""
    found = _wire().match(text, at, stop)
    if not found:
        return None
    before = text[start:at].rstrip()[-1:]
    after = text[found.end() :].lstrip()[:1] if found.end() < start + _LONGEST else ""
    if before in ("(", "/", "[", "-", "–", "—", "|") and after in (")", "/", "]", "-", "–", "—", "|", ",", ":"):
        return Span(found.start("wire"), found.end("wire"))
    return None


def _unknown_wire(text: str, at: int, stop: int, place: Span | None, date: Span | None) -> Span | None:
    """A name in brackets or slashes between a place in capitals or a date and the dash that closes the dateline."""
    if text[at - 1 : at] not in ("(", "/") or not (date or (place and place.of(text).split(",")[0].isupper())):
        return None
    found = _UNKNOWN_WIRE.match(text, at, stop)
    if (
        not found
        or (text[at - 1] == "(" and not _NEWSY.search(found[0]))
        or (text[at - 1] == "/" and text[found.end() :].lstrip()[:1] != "/")
    ):
        return None
    return Span(found.start(), found.end())


def _place_at(text: str, at: int, stop: int) -> Span | None:
    """The longest run of capital words that a comma, a dash, a bracket, a date or the line's end follows."""
    found = _PLACE.match(text, at, min(stop, at + _LONGEST_PLACE))
    if not found:
        return None
    end = found.end()
    for border in (_first_date(text, at, end + 1), _first_wire(text, at, end)):
        if border is not None:
            end = min(end, border)
    end = at + len(text[at:end].rstrip(" ,;/|(\n"))
    while end > at and text[end - 1] in ",;/&|([-":
        end -= 1
    words = re.findall(r"[^\W\d_][\w.'’-]*", text[at:end])
    if not words or words[0].casefold() in _not_places() or not _labels().isdisjoint(word.casefold() for word in words):
        return None
    return Span(at, end)


def _first_date(text: str, at: int, end: int) -> int | None:
    """Where a month or a weekday stands among the capital words ("Reno, Nev., Aug. 3"), so that the place ends before it."""
    for found in re.finditer(r"(?<=[\s,])(?=[A-Z])", text[at:end]):
        if _DATE.match(text, at + found.start()):
            return at + found.start()
    return None


def _first_wire(text: str, at: int, end: int) -> int | None:
    """Where a wire's name stands among the capital words ("Reno, NV / ACCESSWIRE"), so that the place ends before it."""
    for found in _OPENED.finditer(text, at, end):
        if _wire().match(text, found.end()):
            return found.start()
    return None


def _tail(text: str, closed: int, end: int) -> int | None:
    """The offset behind what closes the dateline, None where the words just go on."""
    dash = _DASH.match(text, closed, end)
    if dash:
        further = _AGAIN.match(text, dash.end(), end)
        return further.end() if further else dash.end()
    bracket = _CLOSING.match(text, closed, end)
    if bracket:
        return bracket.end()
    return closed if not text[closed:end].strip(" .,;)]\n") else None


def _is_one(text: str, start: int, end: int, tail: int, parts: tuple[Span | None, Span | None, Span | None]) -> bool:
    """Tells a dateline from a headline with a colon, a table cell, or a sentence that starts with a name and a dash."""
    place, date, wire = parts
    alone = not text[tail:end].strip()
    if wire:
        return True
    mark = text[tail - 1 : tail] if not text[:tail].endswith((" ", "\n")) else text[start:tail].rstrip()[-1:]
    if place and date:
        return alone or mark in _MARKS + ":)]"
    if date:
        return not alone and mark in _MARKS and text[date.start : date.end].strip()[-1:].isdigit() and end - tail > _SHORTEST_LEAD
    if place:
        name = place.of(text)
        caps = name.split(",")[0].isupper() and len(name) > 2
        if alone:
            return caps and mark in "-–—_"
        if end - tail <= _SHORTEST_LEAD:
            return False
        # "Riyadh — The authority": without capitals or a comma only one or two words with a long dash.
        plain = len(name.split()) <= 2 and mark in "–—" and text[tail:end].lstrip()[:1].isupper()
        return (caps and mark in _MARKS + ":") or ("," in name and mark in _MARKS) or plain
    return False


def date_in(text: str, start: int, end: int) -> Span | None:
    """The first date of a line ("FOR IMMEDIATE RELEASE: June 3, 2025"), or None."""
    found = _DATE.search(text, start, end)
    return Span(found.start(), found.end()) if found else None


def date_at(text: str, start: int, end: int) -> Span | None:
    """The date that a line starts with ("13 November 2025 | ..."), or None."""
    found = _DATE.match(text, start, end)
    return Span(found.start(), found.end()) if found else None

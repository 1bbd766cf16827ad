"""Quotation marks: which of them belong together. Takes a text and its paragraphs, gives the quoted stretches in order.

Knows “ ”, " ", „ “, « », ‘ ’, ' ' and `` ''. Inches, apostrophes and stray marks open nothing, and a mark that is missing spoils one
paragraph at most. Paragraphs that each open and only the last of which closes are one stretch (Chicago Manual of Style 13.32).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.findings import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(r"``|''|[“”„‟\"«»‹›‘’‚']")
_ANY = re.compile(r"[“”„‟\"«»‹›‘‚]|``|''|(?<!\w)'")
# What each opening mark may be closed by.
_CLOSERS = {
    "“": '”“"',
    "„": "“”",
    "‟": "”",
    "”": "”",
    '"': '"”',
    "«": "»",
    "»": "«",
    "‹": "›",
    "``": ("''", '"', "”"),
    "''": ("''",),
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_SINGLE = "‘‚'’‹›"
_STOPS = ",.!?…"
# How many marks further on are looked at to tell an apostrophe or an inch from an end.
_LOOK_AHEAD = 12


@dataclass(slots=True, frozen=True)
class Quoted:
    """A stretch between marks: the whole with its marks, the words inside, the numbers of its first and last paragraph."""

    start: int
    end: int
    inner: Span
    first: int
    last: int
    single: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    paragraph: int
    depth: int = 0


def quoted(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """The quoted stretches of the paragraphs, in text order; they do not overlap."""
    found: list[Quoted] = []
    if not _ANY.search(text):
        return found
    carried: _Open | None = None
    for number, paragraph in enumerate(paragraphs):
        carried = _scan(text, paragraphs, number, carried, found)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if carried and not (_begins(text, carried, paragraphs[carried.paragraph], ".!?…:,") and _continues(text, carried, following)):
            if _begins(text, carried, paragraphs[carried.paragraph], ":,"):
                inner = Span(carried.at + len(carried.mark), paragraph.end)
                found.append(Quoted(carried.at, paragraph.end, inner, carried.paragraph, number))
            carried = None
    return found


def _scan(text: str, paragraphs: Sequence[Span], number: int, carried: _Open | None, found: list[Quoted]) -> _Open | None:
    """Reads one paragraph; gives the mark that is still open at its end."""
    paragraph = paragraphs[number]
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    opened = carried
    for index, match in enumerate(marks):
        mark, at = match[0], match.start()
        if opened is None:
            if _opens(text, paragraph, match):
                opened = _Open(mark, at, number)
        elif carried is opened and at == paragraph.start and mark == opened.mark:
            continue  # the next paragraph of the same speech opens again
        elif mark == opened.mark == "“" and _nests(marks[index + 1 : index + 1 + _LOOK_AHEAD]):
            opened.depth += 1
        elif mark == "”" and opened.depth:
            opened.depth -= 1
        elif _closes(text, paragraph, opened, match, marks[index + 1 : index + 1 + _LOOK_AHEAD]):
            inner = Span(opened.at + len(opened.mark), at)
            if inner.start < inner.end:
                found.append(Quoted(opened.at, match.end(), inner, opened.paragraph, number, opened.mark in _SINGLE))
            opened = None
        elif ((opened.mark in _SINGLE and mark not in _SINGLE) or mark == opened.mark == '"') and _opens(text, paragraph, match):
            opened = _Open(mark, at, number)  # what was open before is an apostrophe, or has lost its end
    return opened if opened and opened.mark not in _SINGLE else None


def _opens(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    mark, at = match[0], match.start()
    before = text[at - 1] if at > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    if mark in ("“", "„", "‟", "«", "``"):
        return True
    if mark in ("’", "›"):
        return False
    free = not before.isalnum() and before not in _STOPS + "%)"
    if mark == '"':
        return free and (not after.isspace() or before.isspace())
    return free and not after.isspace() and (mark != "»" or after.isalpha())


def _closes(text: str, paragraph: Span, opened: _Open, match: re.Match[str], later: list[re.Match[str]]) -> bool:
    mark, at = match[0], match.start()
    if mark not in _CLOSERS[opened.mark]:
        return False
    before = text[at - 1]
    after = text[match.end()] if match.end() < paragraph.end else " "
    if mark in "‘’'" and opened.mark in _SINGLE:
        if after.isalnum() or before.isspace():
            return False
        # An apostrophe (the workers’ pay) unless a stop stands before it, or no better end is left.
        return before in _STOPS or not any(other[0] == mark and text[other.start() - 1] in _STOPS for other in later)
    if mark == '"':
        if before.isspace():
            # A space too many before the mark: `in the market, "said Ms. Bexley`.
            ended = text[at - 2 : at - 1]
            return after.isspace() or ended == "," or (after.islower() and ended in ".!?")
        return not (before.isdigit() and _is_inch(text, paragraph, match, later))
    # “ closes only what „ has opened, or a “ typed for ”.
    return not (mark == opened.mark == "“") or (not before.isspace() and not after.isalnum())


def _nests(later: list[re.Match[str]]) -> bool:
    """True where “ inside “ ” has an end of its own: two closing marks follow before the next opening one."""
    ends = 0
    for other in later:
        if other[0] == "“":
            return False
        ends += other[0] == "”"
        if ends == 2:
            return True
    return False


def _is_inch(text: str, paragraph: Span, match: re.Match[str], later: list[re.Match[str]]) -> bool:
    """True of 27" inside a quotation: small letters go on, and another mark is left to close it."""
    following = text[match.end() : min(paragraph.end, match.end() + 2)]
    if not re.match(r" ?[a-z×]", following):
        return False
    for other in later:
        if other[0] == '"':
            return not text[other.start() - 1].isspace()
    return False


def _continues(text: str, opened: _Open, following: Span | None) -> bool:
    """True where the next paragraph goes on with what is open: it opens with the same mark, or closes before it opens."""
    if following is None or opened.mark in _SINGLE:
        return False
    if text.startswith(opened.mark, following.start):
        return True
    if opened.mark == '"':
        return False
    for match in _MARK.finditer(text, following.start, following.end):
        if match[0] in _CLOSERS and match[0] not in _SINGLE and match[0] not in _CLOSERS[opened.mark]:
            return False
        if match[0] in _CLOSERS[opened.mark]:
            return match[0] != opened.mark
    return False


def _begins(text: str, opened: _Open, paragraph: Span, marks: str) -> bool:
    """True where speech can begin at a mark that has no end: at the paragraph's start, or behind one of `marks`."""
    return opened.mark not in _SINGLE and (opened.at == paragraph.start or text[paragraph.start : opened.at].rstrip()[-1:] in tuple(marks))

"""Titles of posts: `Chairman and Chief Executive Officer`, `Senior Vice President, Claims`, `deputy director`; and where they are held.

Pure: text and the places of organizations' names in, titles with their organization out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows

if TYPE_CHECKING:
    from extractor.findings import Organization


@dataclass(slots=True, frozen=True)
class Post:
    """A title with its offsets and the organization named beside it; `end` is behind both."""

    start: int
    stop: int
    end: int
    organization: Organization | None


@dataclass(slots=True)
class Places:
    """The organizations' mentions by where they begin and end."""

    by_start: dict[int, tuple[int, Organization]]
    by_end: dict[int, tuple[int, Organization]]

    def before(self, at: int) -> Organization | None:
        """The organization named last before an offset, near it."""
        start = next((start for start in range(at - 1, max(0, at - _REACH), -1) if start in self.by_start), None)
        return self.by_start[start][1] if start is not None else None


def _modifier() -> str:
    """A word that may stand before a post inside its title: any with a capital that opens no sentence, and those of the lexicon."""
    words = "|".join(re.escape(row["word"]) for row in rows("extractor.people", "title_modifiers.csv"))
    return rf"(?:(?:(?!(?:Its|The|Our|His|Her|Their|A|An|Said|And|As|In|At|Of)\b)[A-Z][\w’'&-]*|{words})[ \n-])"


@cache
def title() -> re.Pattern[str]:
    """A title: up to five words that modify it, the post, and posts joined to it by "and"."""
    posts = sorted({row["role"] for row in rows("extractor.people", "roles.csv")}, key=len, reverse=True)
    post = "(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in posts) + ")"
    one = rf"(?:{_modifier()}{{0,5}}(?i:(?:co-|vice-|deputy-)?{post})(?:[ -](?:elect|designate))?\b)"
    return re.compile(rf"(?<![\w-]){one}(?:\s*(?:,\s*|\s(?:and|&)\s+)(?!(?i:the|its|a)\b){one})*")


# A field behind the post that belongs to the title: "Professor of Optics", "Commissioner for Transport", "Senior Vice President, Claims".
_NOT = r"(?!(?:at|of|said|says|told|and|who|will|has|was|is|in|from|with|by)\b)"
_FIELD = re.compile(
    rf",? (?:of|for)\s+(?:the\s+)?(?![A-Z-]+\d){_NOT}[A-Za-z][\w’'-]*(?:\s+(?:and|&)\s+{_NOT}[A-Za-z][\w’'-]*|\s+{_NOT}[A-Za-z][\w’'-]*){{0,4}}(?=\s*(?:[,.;:”\"()\n–|]|$|\s(?:at|of|said|says|told|and|who|will|has|added)\b))"
    r"|,\s+[A-Z][\w’'&-]*(?:\s+(?:and\s+|&\s+)?[A-Z][\w’'&-]*){0,3}(?=,?\s+(?:at|of|for)\s|,\s+(?:said|says|told|added|adds|commented|noted|explained|who|has|will)\s|[,.;]?\s*(?:$|\n))"
)
_AT = re.compile(r",?\s+(?:of|at|for|with|from|in|on|to)\s+(?:[Tt]he\s+)?(?:[a-z][\w’'-]*\s+){0,4}(?=\S)")
_HOUSE = re.compile(r",\s+(?:[Tt]he\s+)?")
_CLOSED = re.compile(r"\s*(?:[,;)\n|]|$|\.\s)")
_INNER = re.compile(r"\s(?:at|of|for|with)\s")
_AND = re.compile(r"(?:\s+in\s+[A-Z]\w+)?,?\s+and\s+(?:the\s+|its\s+|a\s+|an\s+)?|,\s+(?:and\s+)?(?:the\s+|its\s+|a\s+|an\s+)?")


def posts(text: str, at: int, places: Places, limit: int) -> list[Post]:
    """The posts that are listed from offset `at` on, before `limit`; the first one begins there."""
    found: list[Post] = []
    while at < limit:
        owner = places.by_start.get(at)
        owns = _OWNS.match(text, owner[0]) if owner else None
        match = title().match(text, owns.end() if owns else at, limit)
        if not match or (owner and not owns and owner[0] >= match.end()) or _OFFICE.match(text, match.end()):
            break  # no post: "Osk Communications" is an agency, "Corporate Communications Division" an office
        stop, end, organization = _held(text, match.end(), places, limit)
        found.append(Post(match.start(), stop, end, organization or (owner[1] if owner else None)))
        follow = _AND.match(text, end, limit)
        if not follow:
            break
        at = follow.end()
    return found


def _held(text: str, at: int, places: Places, limit: int) -> tuple[int, int, Organization | None]:
    """The end of the title, the end of the organization, and the organization."""
    for stop in (at, *(m.end() for m in [_FIELD.match(text, at, limit)] if m)):
        link = _AT.match(text, stop, limit)
        if link and link.end() in places.by_start:
            end, organization = places.by_start[link.end()]
            # "co-head of the storage practice at Acme": what stands before the last preposition is the title's.
            inner = [m.start() for m in _INNER.finditer(text, stop + 1, link.end())]
            return (inner[-1] if inner else stop), end, organization
    field = _FIELD.match(text, at, limit)
    if field and field.group().startswith(",") and any(start in places.by_start for start in range(at + 2, min(at + 4, field.end()))):
        field = None  # "President, Dorn Bank said": a house, no field
    stop = field.end() if field else at
    house = _HOUSE.match(text, at, limit)  # "Mara Tellin, CFO, Dorn Bank, +1 ...": not where the bank goes on to do something
    if house and house.end() in places.by_start:
        end, organization = places.by_start[house.end()]
        if _CLOSED.match(text, end):
            return at, end, organization
    return stop, stop, None


_OFFICE = re.compile(r"[ ](?:Division|Department|Office|Team|Unit|Group|Dept)\b")
_ITS = re.compile(r"\b[Ii]ts\s+$")


def before(text: str, end: int, places: Places, floor: int) -> Post | None:
    """The post that ends right before a name at offset `end`: "Acme's chief executive ", "CFO ", "the chairman of Acme, "."""
    begin = max(floor, end - 110)
    form = _FORM.search(text, max(begin, end - 20), end)
    stop = form.start() if form else end  # the full stop of "Dr." ends no sentence
    line = max(text.rfind("\n\n", begin, stop), text.rfind(". ", begin, stop), text.rfind("; ", begin, stop))
    begin = line + 1 if line >= 0 else begin
    last = None
    for match in title().finditer(text, begin, end):
        last = match
    if last is None:
        return None
    last = _past_owner(text, last, places)
    between = text[last.end() : end]
    owner = places.by_end.get(_owned(text, last.start()))
    if owner and re.fullmatch(r"\)\s*[–—-]\s*", between):
        return Post(last.start(), last.end(), end, owner[1])
    if owner is None and _ITS.search(text, begin, last.start()):
        owner = owner_of_its(text, last.start(), places)
    if _LINE_ABOVE.fullmatch(between) and floor and _HELD_ABOVE.fullmatch(text, floor, last.start()):
        return None  # "Ole Osk, Treasurer" over "Ida Rusk, Chair": the post above is his
    if _TO_NAME.fullmatch(between):
        return Post(last.start(), last.end(), end, owner[1] if owner else None)
    field = _FIELD_BEFORE.fullmatch(between)
    if field and owner is None and _FIELDED.search(last.group()) and not any(start in places.by_start for start in range(last.end(), end)):
        return Post(last.start(), last.end() + field.end("field"), end, None)
    stop, after, organization = _held(text, last.end(), places, end)
    if (organization or owner) and re.fullmatch(r",?\s*(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame)\.?\s+)?", text[after:end]):
        return Post(last.start(), stop, end, organization or (owner[1] if owner else None))
    return None


_LINE_ABOVE = re.compile(r"[ \t]*\n[ \t]*")
_HELD_ABOVE = re.compile(r",\s+|\s*[–—|]\s+|[ \t]*\n[ \t]*")
# "Minister of Fisheries | Ida Rusk", "Commissioner for Trade and Ropes | Ida Rusk".
_FIELD_BEFORE = re.compile(
    r"(?P<field>\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:,?\s+(?:(?:and|&|of|the)\s+){0,2}[A-Z][\w’'-]*){0,5})\s+(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame)\.?\s+)?"
)
_ADDRESS = r"(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Sr|Rev|Prof|Professor|Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Lt|Lieutenant|Adm|Admiral|Judge|Justice)\.?\s+)"
_TO_NAME = re.compile(rf",?\s+{_ADDRESS}{{0,2}}")
_FORM = re.compile(rf"\b{_ADDRESS}{{1,2}}$")
_FIELDED = re.compile(
    r"(?:minister|secretary|commissioner|professor|envoy|director|head|ambassador|lecturer|vice president)\Z", re.IGNORECASE
)
_REACH = 250  # characters back from "its" in which its organization is looked for
_STOP = re.compile(r"[.!?][”\"]?\s+(?=[“\"]?[A-Z])|\n")


def owner_of_its(text: str, at: int, places: Places) -> tuple[int, Organization] | None:
    """Whose "its" stands before offset `at`: the organization named last; where the sentence opens with it, the first one of the sentence before."""
    floor = max(0, at - _REACH)
    before = [start for start in range(floor, at) if start in places.by_start]
    stops = [stop.end() for stop in _STOP.finditer(text, floor, at)]
    if stops and before and before[-1] < stops[-1]:
        earlier = stops[-2] if len(stops) > 1 else floor
        before = [next((start for start in before if start >= earlier), before[-1])]
    return places.by_start[before[-1]] if before else None


_OWNS = re.compile(r"(?:['’]s?)?\s+")


def _past_owner(text: str, match: re.Match[str], places: Places) -> re.Match[str]:
    """The title without the organization that its capitals took in: `Acme Bank's chief` begins at "chief"."""
    ends = [end for end in range(match.start() + 2, match.end()) if end in places.by_end]
    for end in reversed(ends):
        gap = _OWNS.match(text, end)
        inner = title().match(text, gap.end(), match.end()) if gap else None
        if inner and inner.end() == match.end():
            return inner
    return match


def _owned(text: str, start: int) -> int:
    """Where the name before a title ends: "Acme's chief", "Acme chief"."""
    at = start
    while at > 0 and text[at - 1] in " \n()":
        at -= 1
    for mark in ("’s", "'s", "’", "'"):
        if text.endswith(mark, 0, at):
            return at - len(mark)
    return at

"""Who holds which post: titles beside names, in brackets, in appointments, and told by a pronoun afterwards."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Role
from extractor.lexicon import rows
from extractor.names.words import demonyms
from extractor.people.group import addressed
from extractor.people.titles import Places, Post, before, owner_of_its, posts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.findings import Findings, NameMention, Organization, Person

_DEGREES = r"(?:,?\s+(?:Ph\.?D|M\.?D|M\.?B\.?A|J\.?D|CFA|CPA|FCA|RN|MP|MEP|Jr|Sr|OBE|CBE|MBE)\.?)*"
_BEHIND = re.compile(
    rf"{_DEGREES}(?:\s*,\s+|\s+[–—-]\s+|,?\n)(?:\d+,\s+)?(?:who\s+(?:is|was|has been|will be|serves as)\s+)?(?:currently\s+|now\s+|formerly\s+|previously\s+|most recently\s+|until recently\s+)?(?:(?:(?:the|its|our|a|an|his|her)\b\s*)(?:[a-z]+[’']s\s+)?)?"
)
_BRACKET = re.compile(r"\s*\(\s*(?=[A-Za-z])")
_VERB = (
    r"(?:has\s+been|have\s+been|had\s+been|was|is|were|will\s+be|will\s+become|becomes|became|is\s+currently|was\s+previously|has\s+served|served|serves|will\s+serve|"
    r"joins|joined|will\s+join|has\s+joined|takes\s+over|took\s+over|spent|started|began|remains|remained|will\s+remain|stays\s+on|will\s+stay\s+on|"
    r"continues|will\s+continue|acts|acted|retires|retired|resigns|resigned|steps\s+down|stepped\s+down|leaves|left)"
)
_TOLD = re.compile(
    rf"(?:,\s*\d\d,)?\s+{_VERB}(?:\s+(?:also|previously|currently|most\s+recently|earlier|formerly|now|once|recently))?"
    r"(?:\s+(?:appointed|named|elected|promoted|hired|chosen|confirmed|nominated|selected))?"
    r"(?:\s+(?:by|the|company|board)){0,3}(?:\s+to\s+(?:succeed|replace)\s+(?:(?:Dr|Mr|Mrs|Ms)\.\s)?[^,.;\n]{2,40}?(?=\s+as\s))?(?:\s+(?:as|to|to\s+the\s+position\s+of|to\s+the\s+role\s+of))?\s+(?:(?:its|the|a|an|their|his|her)\b)?\s*(?:new\s+|next\s+|first\s+)?"
)
_APPOINTED = re.compile(
    r"(?:appoint\w*|named?s?|naming|elect\w*|promot\w*|hir\w+|nominat\w*|welcom\w*|succeeds?|replac\w+)\s+(?:of\s+)?(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame)\.?\s+)?$"
)
_AS = re.compile(
    rf"{_DEGREES},?\s+(?:as|to\s+be|to\s+the\s+(?:position|role|post)\s+of|to)?\s*(?:(?:its|the|a|an|their|our)\b)?\s*(?:new\s+|next\s+|first\s+)?"
)
_PRONOUN = re.compile(r"\b(?:She|He|she|he)(?=\s)")
_CAREER = re.compile(r"\s+(?:began|started)\s+(?:her|his)\s+career\b[^.;]{0,40}?\bas\s+(?:a|an|the)?\s*")
_OPENING = re.compile(r"(?:A|An|The|As|Formerly)?\s*(?=\w)")
_OTHER = re.compile(
    r"[;,.]\s+(?:and\s+)?(?:before|after|prior\s+to)\s+(?:that|this)\b[^.;]{0,20}?,?\s+(?:a\s+|an\s+|the\s+)?"
    r"|[;,.]?\s*(?:was\s+|previously\s+|earlier\s+|formerly\s+|once\s+)+(?:a\s+|an\s+|the\s+)?|,?\s+and\s+(?:a\s+|an\s+|the\s+)?"
)
_FORM = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Sir|Dame)\.?\s+$")
_COMMA = re.compile(r"(?:\s*\([^()]*\))?,\s+(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame)\.?\s+)?")
# What passes about a post is no part of its title; "acting" and "interim" are.
_PASSING = re.compile(
    r"(?:(?:then|outgoing|incoming|current|new|newly[ -]appointed|former|ex|one-?time|long-?time|long-serving|veteran|retiring|departing)[ -])+",
    re.IGNORECASE,
)


def roles(found: Findings, people: list[Person]) -> None:
    """Fills the roles of people, in text order, each title at an organization once."""
    text = found.text
    places = Places({}, {})
    wire = found.layout.dateline.wire if found.layout.dateline else None
    for organization in found.organizations:
        for mention in organization.mentions:
            if wire and mention.start == wire.start:
                continue  # who prints the story is nobody's house
            places.by_start[mention.start] = (mention.end, organization)
            places.by_end[mention.end] = (mention.start, organization)
    order = sorted(((mention, person) for person in people for mention in person.mentions), key=lambda pair: pair[0].start)
    speaking = found.issuer if _is_release(found) else None
    for at, (mention, person) in enumerate(order):
        floor = order[at - 1][0].end if at else 0
        ceiling = order[at + 1][0].start if at + 1 < len(order) else len(text)
        for post in _beside(text, mention, places, floor, ceiling):
            _add(person, _title(text, post), post.organization or _of_line(text, mention, places) or _default(text, post, speaking))
    for post, person in _by_pronoun(found, order, places):
        _add(person, _title(text, post), post.organization or _default(text, post, speaking))


_ITEM = re.compile(r"[ \t]*[•*▪◦–-][ \t]+")


def _of_line(text: str, mention: NameMention, places: Places) -> Organization | None:
    """The organization that an item of a list or a label opens with: `• Brell Robotics makes arms. Founder Ida Rusk ...`, `Brell Ropes: Ida Rusk`."""
    begin = text.rfind("\n", 0, mention.start) + 1
    item = _ITEM.match(text, begin, mention.start)
    held = places.by_start.get(item.end() if item else begin)
    if held and (item or text[held[0] : mention.start] == ": "):
        return held[1]
    heading = next(reversed(list(_CONTACTS.finditer(text, max(0, mention.start - _CONTACT_REACH), mention.start))), None)
    owner = places.by_start.get(heading.start()) if heading else None
    return owner[1] if owner and heading and owner[0] <= heading.end(1) + 1 else None


# "Osk Ropes Contacts:" over the lines of its people.
_CONTACTS = re.compile(r"^([A-Z][^\n:]{1,60}?)[’']?s?(?: (?:Media|Press|Investor|Investors|Company))? [Cc]ontacts?:?[ \t]*$", re.MULTILINE)
_CONTACT_REACH = 250


def _default(text: str, post: Post, speaking: Organization | None) -> Organization | None:
    """The issuer, unless it is a company and the post is one that companies do not have."""
    if speaking is None:
        return None
    words = text[post.start : post.stop].casefold()
    if speaking.kind == "finance" and words.endswith("governor"):
        return speaking
    head = re.split(r"\s(?:of|for)\s|,", words, maxsplit=1)[0].split()
    nowhere = _outside().get(head[-1]) if head else None
    return None if nowhere or (nowhere is False and speaking.kind in {"company", "finance"}) else speaking


@cache
def _outside() -> dict[str, bool]:
    """Post -> whether it is held at no house at all."""
    return {row["post"]: row["nowhere"] == "yes" for row in rows("extractor.people", "outside_posts.csv")}


def _is_release(found: Findings) -> bool:
    """Whether the issuer speaks here: only then a post without a name behind it is one of the issuer's. A news agency tells of others."""
    wire = found.layout.dateline.wire if found.layout.dateline else None
    if wire and found.issuer and any(mention.start == wire.start for mention in found.issuer.mentions):
        return False
    kinds = {section.kind for section in found.layout.sections}
    return bool(
        kinds & {"boilerplate", "contact"}
        or (found.layout.dateline and found.layout.dateline.wire)
        or (found.issuer and found.issuer.tickers)
    )


def _beside(text: str, mention: NameMention, places: Places, floor: int, ceiling: int) -> Iterator[Post]:
    yield from _apposed(text, mention, places, floor)
    first = before(text, mention.start, places, floor)
    if first:
        yield _with_house(text, first, mention, places)
    limit = min(ceiling, mention.end + 260, _sentence_end(text, mention.end))
    yield from _career(text, mention.end, places, limit)
    appointed = _APPOINTED.search(text, max(floor, mention.start - 40), mention.start)
    for lead in (_BEHIND, _BRACKET, _TOLD, *([_AS] if appointed else [])):
        match = lead.match(text, mention.end, len(text))
        if match:
            if match.end() > limit:  # "named to succeed Ole Osk as treasurer" goes past another's name
                limit = _sentence_end(text, match.end())
            held = [post for post in posts(text, match.end(), places, limit) if not _is_next(text, post, ceiling)]
            if _ITS_OWN.search(match.group()) and len(held) == 1 and held[0].organization is None:
                owner = owner_of_its(text, mention.start, places)
                held = [replace(held[0], organization=owner[1] if owner else None)]
            yield from held
            if held:
                yield from _more(text, held[-1].end, places, limit)
                later = _LATER.match(text, held[-1].end, limit)
                yield from posts(text, later.end(), places, limit) if later else ()
                return


# "Ida Rusk joined Osk Bank in 2007 as treasurer | and became chair in 2014"
_JOINED = re.compile(
    r"\s+(?:joined|joins|has\s+joined|will\s+join|came\s+to|comes\s+to|returns\s+to|returned\s+to|left|leaves)\s+(?:[Tt]he\s+)?"
)
_WHEN = re.compile(r"(?:\s+(?:in|from|on)\s+(?:[A-Z][\w]*\s+){0,3}(?:\d{4})?)?\s*,?\s*as\s+(?:(?:its|the|a|an)\b\s*)?(?:new\s+|first\s+)?")
_BECAME = re.compile(r"[^.;]{0,40}?\s(?:and\s+(?:later\s+|then\s+)?became|before\s+becoming|becoming)\s+(?:(?:its|the|a|an)\b\s*)?")


def _career(text: str, at: int, places: Places, limit: int) -> Iterator[Post]:
    """The posts at a house that somebody joined, in the order of the sentence."""
    joined = _JOINED.match(text, at, limit)
    house = places.by_start.get(joined.end()) if joined else None
    link = _WHEN.match(text, house[0], limit) if house else None
    while house and link:
        held = posts(text, link.end(), places, limit)
        yield from (replace(post, organization=post.organization or house[1]) for post in held)
        link = _BECAME.match(text, held[-1].end, limit) if held else None


# "..., formerly head of sales at Osk, | joined as treasurer": the post that comes behind the apposition.
_LATER = re.compile(
    r",\s+(?:(?:has|have|will|had)\s+)?(?:joined|joins|join|returned|returns|takes over|took over|was (?:appointed|named|elected|hired|promoted))?"
    r"[^.;,\n]{0,40}?\bas\s+(?:its\s+|the\s+|a\s+|an\s+|our\s+)?(?:new\s+|next\s+|first\s+)?"
)


def _is_next(text: str, post: Post, ceiling: int) -> bool:
    """True of a post right before the next person's name on its line: "Mayor Ida Rusk, | Governor Ole Osk", which is not hers."""
    return post.organization is None and post.end < ceiling and bool(_BEFORE_NAME.fullmatch(text, post.end, ceiling))


_BEFORE_NAME = re.compile(r"[ ](?:(?:Dr|Mr|Mrs|Ms|Sir|Dame)\.?[ ])?")
_ITS_OWN = re.compile(r"\b(?:its|the [a-z]+[’']s)\s*$")
_HOUSE = re.compile(r"\s+(?:of|at|from)\s+(?:[Tt]he\s+)?")


def _with_house(text: str, post: Post, mention: NameMention, places: Places) -> Post:
    """`coach Ivo Ranzow of Dorn Rovers`: the organization that stands behind the name."""
    house = _HOUSE.match(text, mention.end)
    if post.organization is None and house and house.end() in places.by_start:
        return replace(post, organization=places.by_start[house.end()][1])
    return post


def _apposed(text: str, mention: NameMention, places: Places, floor: int) -> Iterator[Post]:
    """`A trustee of the Ostia Museum and chair of the Vale Council, Ms. Roe holds ...`: posts that open the sentence."""
    form = _FORM.search(text, max(floor, mention.start - 8), mention.start)
    stop = form.start() if form else mention.start  # the full stop of "Ms." ends no sentence
    begin = max(floor, text.rfind(". ", max(0, floor - 1), stop) + 2, text.rfind("\n", floor, stop) + 1)
    opening = _OPENING.match(text, begin, mention.start)
    held = posts(text, opening.end(), places, mention.start) if opening else []
    if len(held) > 1 and _COMMA.fullmatch(text, held[-1].end, mention.start):
        yield from held


def _more(text: str, at: int, places: Places, limit: int) -> Iterator[Post]:
    """`..., previously W at V and a trustee of U`: further posts of the same sentence."""
    for match in _OTHER.finditer(text, at, limit):
        yield from (post for post in posts(text, match.end(), places, limit) if post.organization)


def _by_pronoun(found: Findings, order: list[tuple[NameMention, Person]], places: Places) -> Iterator[tuple[Post, Person]]:
    """`She was previously treasurer of ...`: the person named last before the pronoun, not one addressed as "Mr."."""
    text = found.text
    known: dict[int, set[str]] = defaultdict(set)
    for mention, person in order:
        known[id(person)] |= addressed(text, mention)
    for match in _PRONOUN.finditer(text):
        house = places.before(match.start()) if text.endswith("where ", 0, match.start()) else None
        other = "woman" if match.group().casefold() == "he" else "man"
        earlier = [
            person
            for mention, person in order
            if mention.end <= match.start() and match.start() - mention.end < 600 and other not in known[id(person)]
        ]
        if not earlier:
            continue
        told = _TOLD.match(text, match.end()) or _CAREER.match(text, match.end())
        if told:
            limit = _sentence_end(text, match.end())
            held = posts(text, told.end(), places, limit)
            held = [replace(post, organization=post.organization or house) for post in held]
            yield from ((post, earlier[-1]) for post in held if post.organization or len(held) == 1)
            if held:
                yield from ((post, earlier[-1]) for post in _more(text, held[-1].end, places, limit))


_END = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])|\n\s*\n")
_ABBREVIATED = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Inc|Corp|Co|Ltd|U\.S|St|Jr|Sr|No|N\.A|Ph\.D|M\.D)|\b[A-Z])$")


def _sentence_end(text: str, at: int) -> int:
    for match in _END.finditer(text, at, min(len(text), at + 500)):
        if match.group()[0] != "." or not _ABBREVIATED.search(text, max(at, match.start() - 6), match.start()):
            return match.start()
    return min(len(text), at + 500)


def _title(text: str, post: Post) -> str:
    words = " ".join(text[post.start : post.stop].split()).strip(" ,")
    passing = _PASSING.match(words)
    words = words[passing.end() :] if passing else words
    first, _, rest = words.partition(" ")
    return rest if rest and first in demonyms() else words


def _add(person: Person, title: str, organization: Organization | None) -> None:
    for role in person.roles:
        same = role.organization is organization or organization is None
        if same and (role.title.casefold() == title.casefold() or role.title.casefold().endswith(f" {title.casefold()}")):
            return  # "Minister" behind "Health Minister" tells nothing more
    if title:
        person.roles.append(Role(title=title, organization=organization))

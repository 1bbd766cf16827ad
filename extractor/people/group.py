"""One person under one name: full names, later family names, initials, capitals. Two people with one family name stay apart."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.findings import Person
from extractor.people.names import compatible, family_name, given_names, parts

if TYPE_CHECKING:
    from extractor.findings import NameMention


# Form of address -> what it tells of a person; "Dr." is told by a degree behind the name too.
_ADDRESSES = {"Mr": "man", "Sir": "man", "Lord": "man", "Mrs": "woman", "Ms": "woman", "Miss": "woman", "Dame": "woman", "Lady": "woman",
              "Dr": "doctor", "Prof": "doctor", "Professor": "doctor"}  # fmt: skip
_ADDRESS = re.compile(rf"\b({'|'.join(_ADDRESSES)})\.?\s+$")
_DEGREE = re.compile(r",?\s+(?:Ph\.?\s?D|M\.?D|D\.?Sc|Sc\.?D)\b")
_APART = re.compile(r"(?:no\s+relation\s+(?:of|to)|(?:not|un)\s?related\s+to)\s+(?:\w+\.?\s+)?$")
OPPOSITE = {"man": "woman", "woman": "man"}


def group(text: str, mentions: list[NameMention]) -> list[Person]:
    """The people behind mentions in text order, in the order of their first mention."""
    people: list[Person] = []
    by_family: dict[str, list[Person]] = defaultdict(list)
    short: list[NameMention] = []
    told: dict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        name = _words(text, mention)
        if len(parts(name)) < 2:
            short.append(mention)
            continue
        family = family_name(name).casefold()
        same = [p for p in by_family[family] if compatible(given_names(p.name), given_names(name))] or _turned(by_family, name)
        if same:
            same[0].mentions.append(mention)
            same[0].name = _better(same[0].name, name)
        else:
            people.append(Person(name=name, mentions=[mention]))
            by_family[family].append(people[-1])
        told[id(same[0] if same else people[-1])] |= addressed(text, mention)
    _join_short(text, short, people, by_family, told)
    for person in people:
        person.mentions.sort(key=lambda m: m.start)
        forms = dict.fromkeys(_words(text, m) for m in person.mentions)
        person.aliases = [form for form in forms if form != person.name]
    return sorted(people, key=lambda p: p.mentions[0].start)


def addressed(text: str, mention: NameMention) -> set[str]:
    """What the form of address before a mention and the degree behind it tell of the person."""
    before = _ADDRESS.search(text, max(0, mention.start - 12), mention.start)
    found = {_ADDRESSES[before.group(1)]} if before else set()
    return found | {"doctor"} if _DEGREE.match(text, mention.end) else found


def _join_short(
    text: str, short: list[NameMention], people: list[Person], by_family: dict[str, list[Person]], told: dict[int, set[str]]
) -> None:
    """A family or given name alone goes to the person of that name; of several to the one its form of address fits, else the one named last."""
    by_given: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for given in given_names(person.name)[:1]:
            by_given[given.casefold()].append(person)
    alone: dict[str, Person] = {}
    for mention in short:
        name = _words(text, mention)
        word = parts(name)[-1].casefold() if parts(name) else name.casefold()
        owners = by_family.get(word) or by_given.get(word)
        if owners:
            tells = addressed(text, mention)
            owner = _nearest(_fitting(text, mention, owners, tells, told) if len(owners) > 1 else owners, mention.start)
            owner.mentions.append(mention)
            told[id(owner)] |= tells
        elif word in alone:
            alone[word].mentions.append(mention)
        else:
            alone[word] = Person(name=name, mentions=[mention])
            people.append(alone[word])


def _fitting(text: str, mention: NameMention, owners: list[Person], tells: set[str], told: dict[int, set[str]]) -> list[Person]:
    """The owners that "Ms." or "Dr." can mean, as the text has addressed them so far; not the one that is "no relation of Ms. Roe"."""
    fitting = owners
    if _APART.search(text, max(0, mention.start - 40), mention.start):
        other = _nearest(owners, mention.start)
        fitting = [p for p in fitting if p is not other]
    for tell in tells:
        same = [p for p in fitting if tell in told[id(p)]]
        fitting = same or [p for p in fitting if OPPOSITE.get(tell) not in told[id(p)]] or fitting
    return fitting


def _nearest(owners: list[Person], start: int) -> Person:
    """The owner whose last full mention stands before `start`, else the first one."""
    before = [(max(m.start for m in p.mentions if m.start < start), p) for p in owners if any(m.start < start for m in p.mentions)]
    return max(before, key=lambda pair: pair[0])[1] if before else owners[0]


def _turned(by_family: dict[str, list[Person]], name: str) -> list[Person]:
    """`Yifan Liu` is `Liu Yifan`."""
    words = [word.casefold() for word in parts(name)]
    if len(words) != 2:
        return []
    people = [p for word in dict.fromkeys(words) for p in by_family.get(word, ())]
    return [p for p in people if [w.casefold() for w in parts(p.name)] == words[::-1]]


def _better(a: str, b: str) -> str:
    """The longer of two forms, not in capitals where there is another."""
    if a.isupper() != b.isupper():
        return b if a.isupper() else a
    return b if len(b) > len(a) else a


def _words(text: str, mention: NameMention) -> str:
    name = " ".join(text[mention.start : mention.end].split())
    if mention.found_by == "people.inverted":
        family, _, given = name.partition(", ")
        return f"{given} {family}"
    return name

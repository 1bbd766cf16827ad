"""One person under one name: full names, later family names, initials, capitals. Two people with one family name stay apart."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Person
from extractor.lexicon import rows
from extractor.people.names import family_name, given_names, parts

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
    known = _Known()
    short: list[NameMention] = []
    told: dict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        name = _words(text, mention)
        if len(parts(name)) < 2:
            short.append(mention)
            continue
        family = family_name(name).casefold()
        same = known.find(name)
        if same is not None:
            person = people[same]
            person.mentions.append(mention)
            better = _better(person.name, name)
            if better != person.name:
                known.rename(same, person.name, better)
                person.name = better
        else:
            person = Person(name=name, mentions=[mention])
            known.add(len(people), name)
            people.append(person)
            by_family[family].append(person)
        told[id(person)] |= addressed(text, mention)
    _join_short(text, short, people, by_family, told)
    for person in people:
        person.mentions.sort(key=lambda m: m.start)
        forms = dict.fromkeys(_words(text, m) for m in person.mentions)
        person.aliases = [form for form in forms if form != person.name]
    return sorted(people, key=lambda p: p.mentions[0].start)


class _Known:
    """The people so far by number, found by family and first given name without looking at each: a text may name thousands of one family."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], list[int]] = defaultdict(list)  # (family, first given name or initial) -> numbers in order
        self._initial: dict[tuple[str, str], list[int]] = defaultdict(list)  # (family, first letter of it)
        self._family: dict[str, list[int]] = defaultdict(list)
        self._two: dict[tuple[str, ...], list[int]] = defaultdict(list)  # the words of a name of two

    def find(self, name: str) -> int | None:
        """The first person who can bear the name: `M. Tellin` is `Mara Tellin`; `Yifan Liu` is `Liu Yifan`."""
        family, first = _first(name)
        if not first:
            lists = [self._family[family]]
        elif len(first) == 1:
            lists = [self._initial[family, first], self._given[family, ""]]
        else:
            lists = [self._given[family, first], self._given[family, first[0]], self._given[family, ""]]
        found = [numbers[0] for numbers in lists if numbers]
        if not found:
            words = tuple(word.casefold() for word in parts(name))
            found = self._two[words[::-1]][:1] if len(words) == 2 else []
        return min(found, default=None)

    def add(self, number: int, name: str) -> None:
        """Takes in a person of this name."""
        for numbers in self._lists(name):
            insort(numbers, number)

    def rename(self, number: int, old: str, new: str) -> None:
        """Gives the person another form of the name."""
        for numbers in self._lists(old):
            numbers.remove(number)
        self.add(number, new)

    def _lists(self, name: str) -> list[list[int]]:
        family, first = _first(name)
        words = tuple(word.casefold() for word in parts(name))
        return [self._given[family, first], self._initial[family, first[:1]], self._family[family], self._two[words]]


def _first(name: str) -> tuple[str, str]:
    """The family name and the first given name or initial, without case."""
    given = given_names(name)
    return family_name(name).casefold(), given[0].rstrip(".").casefold() if given else ""


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
    starts = {id(person): sorted(m.start for m in person.mentions) for person in people}
    for person in people:
        for given in given_names(person.name)[:1]:
            for form in (given.casefold(), *_short().get(given.casefold(), ())):
                by_given[form].append(person)
    alone: dict[str, Person] = {}
    lines: dict[str, list[tuple[int, int]]] = {}
    for mention in short:
        name = _words(text, mention)
        word = parts(name)[-1].casefold() if parts(name) else name.casefold()
        owners = by_family.get(word) or by_given.get(word)
        if owners:
            tells = addressed(text, mention)
            if len(owners) > _FEW:
                if word not in lines:
                    lines[word] = _line(owners)
                owners = _recent(owners, mention.start, lines[word])
            owner = _nearest(_fitting(text, mention, owners, tells, told, starts), mention.start, starts) if len(owners) > 1 else owners[0]
            owner.mentions.append(mention)
            insort(starts[id(owner)], mention.start)
            told[id(owner)] |= tells
        elif word in alone:
            alone[word].mentions.append(mention)
        else:
            alone[word] = Person(name=name, mentions=[mention])
            people.append(alone[word])


@cache
def _short() -> dict[str, list[str]]:
    """Given name in lower case -> its short forms: `thomas` is `tom`."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("extractor.people", "nicknames.csv"):
        found[row["given"].casefold()].append(row["short"].casefold())
    return found


_FEW = 40  # people of one name; of more only those named last are looked at


def _line(owners: list[Person]) -> list[tuple[int, int]]:
    """The full mentions of the owners as (offset, number of the owner), in text order."""
    return sorted((m.start, at) for at, owner in enumerate(owners) for m in owner.mentions)


def _recent(owners: list[Person], start: int, line: list[tuple[int, int]]) -> list[Person]:
    """The owners of the last full mentions before `start`; the first one where there are none."""
    at = bisect_left(line, (start, 0))
    return [owners[number] for number in dict.fromkeys(number for _, number in line[max(0, at - _FEW) : at])] or owners[:1]


def _fitting(
    text: str, mention: NameMention, owners: list[Person], tells: set[str], told: dict[int, set[str]], starts: dict[int, list[int]]
) -> list[Person]:
    """The owners that "Ms." or "Dr." can mean, as the text has addressed them so far; not the one that is "no relation of Ms. Roe"."""
    fitting = owners
    if _APART.search(text, max(0, mention.start - 40), mention.start):
        other = _nearest(owners, mention.start, starts)
        fitting = [p for p in fitting if p is not other]
    for tell in tells:
        same = [p for p in fitting if tell in told[id(p)]]
        fitting = same or [p for p in fitting if OPPOSITE.get(tell) not in told[id(p)]] or fitting
    return fitting


def _nearest(owners: list[Person], start: int, starts: dict[int, list[int]]) -> Person:
    """The owner named last before `start`, else the first one; `starts` are the offsets of each one's mentions, in order."""
    last, nearest = -1, owners[0]
    for owner in owners:
        known = starts[id(owner)]
        at = bisect_left(known, start)
        if at and known[at - 1] > last:
            last, nearest = known[at - 1], owner
    return nearest


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

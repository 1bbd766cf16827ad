"""Phrases that stand for a speaker: "the former minister", "a company spokesman", "the ministry"; and whom "he" and "she" can mean.

Pure: words, people and organizations in; those whom the words can mean out. Which of them speaks is `resolve`'s business.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.lexicon import table
from extractor.people.names import gender
from extractor.quotes.match import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.findings import Organization, Person
    from extractor.names.words import Gender

_LONGEST = 6  # words of a phrase that names an office
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our"})
_TITLE = re.compile(r"(\w+)\.?\s+$")
_MAN = re.compile(r"(?:spokes|business|sales|council|congress)man$")
_CHAIR = re.compile(r"(chair|spokes|congress|business|council)(?:man|woman|person)$")


@cache
def _spelled() -> dict[str, list[str]]:
    return dict(table("extractor.quotes", "words.toml")["spelled"])


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Noun for a house -> the kinds of organization that it can stand for."""
    return {noun: frozenset(one["kinds"]) for one in table("extractor.quotes", "words.toml")["house"] for noun in one["nouns"]}


def house_nouns() -> frozenset[str]:
    """Nouns that stand for an organization told before: "the company", "the ministry"."""
    return frozenset(_kinds())


def may_be(noun: str, one: Organization) -> bool:
    """Whether "the company", "the ministry" can mean this organization, by its kind."""
    return one.kind in _kinds()[noun]


def is_public(noun: str) -> bool:
    """Whether a noun stands for a body of the state and for no company: "the ministry", "the authority"."""
    return "government" in _kinds()[noun] and "company" not in _kinds()[noun]


@lru_cache(maxsize=4096)
def office(words: str) -> tuple[str, ...]:
    """The words of an office for comparison: no article, nothing that passes ("former", "new"), acronyms spelled, "chairwoman" as "chair"."""
    bare: list[str] = []
    for word in words.split():
        low = re.sub(r"['’]s?$", "", word.strip(".,’'").casefold())
        if low and low not in _DETERMINERS and low not in word_list("passing"):
            bare += _spelled().get(low, [_CHAIR.sub(r"\1", low)])
    return tuple(word for word in bare if word != "officer" or "chief" not in bare)


def holders(words: str, people: Iterable[Person]) -> list[Person]:
    """The people one of whose roles a phrase like "the chairman" or "Halden's chief executive" names."""
    bare = office(words)
    if not bare or len(bare) > _LONGEST:
        return []
    return [person for person in people if any(_fits(bare, role.title, role.organization) for role in person.roles)]


def _fits(bare: tuple[str, ...], title: str, organization: Organization | None) -> bool:
    held = set(office(title))
    beyond = set(bare) - held - {word.casefold() for word in (organization.name.split() if organization else [])}
    # "the union president" is the president of whatever union holds the post.
    return bare[-1] in held and all(word in house_nouns() and (organization is None or may_be(word, organization)) for word in beyond)


def genders(text: str, people: list[Person]) -> dict[int, Gender]:
    """By the person's `id()`: what the titles before a name ("Ms. Okafor"), the roles ("spokeswoman"), else the given name tell."""
    found: dict[int, Gender] = {}
    for person in people:
        for mention in person.mentions:
            before = _TITLE.search(text, max(0, mention.start - 14), mention.start)
            if before and before[1] in word_list("male_titles"):
                found.setdefault(id(person), "male")
            elif before and before[1] in word_list("female_titles"):
                found.setdefault(id(person), "female")
        for role in person.roles:
            last = role.title.casefold()
            if last.endswith("woman"):
                found.setdefault(id(person), "female")
            elif _MAN.search(last):
                found.setdefault(id(person), "male")
        if told := gender(person.name):
            found.setdefault(id(person), told)
    return found

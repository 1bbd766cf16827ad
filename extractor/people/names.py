"""The parts of a person's name: family name first or last, given names, initials, what is dropped for comparison."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import rows
from extractor.names.words import Gender, families_first, given_genders, honorifics

_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", "mba", "esq", "cpa", "cfa"})
_NICKNAME = re.compile(r"[“\"‘'(][^“”\"’()]+[”\"’')]")


@cache
def addresses() -> frozenset[str]:
    """Forms of address that prove a person, without full stop."""
    return frozenset(row["word"] for row in rows("extractor.people", "addresses.csv"))


@cache
def particles() -> frozenset[str]:
    """Small words of family names, in lower case."""
    return frozenset(row["word"] for row in rows("extractor.people", "particles.csv"))


def parts(name: str) -> list[str]:
    """The words of a name without form of address, nickname, suffix and degrees."""
    words = _NICKNAME.sub(" ", name).replace(",", " ").split()
    while len(words) > 1 and words[0].rstrip(".") in honorifics():
        words.pop(0)
    while len(words) > 1 and words[-1].replace(".", "").casefold() in _SUFFIX:
        words.pop()
    return words


def is_family_first(words: list[str]) -> bool:
    """`Zhou Minghe`, `LAU Chi-kit`: the first word is the family name."""
    if len(words) not in {2, 3}:
        return False
    first, last = words[0], words[-1]
    if first.isupper() and first.isalpha() and len(first) > 1 and not last.isupper():
        return True
    return first.casefold() in families_first() and last.casefold() not in families_first() and "." not in "".join(words)


def family_name(name: str) -> str:
    """The family name; the whole where there is one word only. Particles are left out: `van der Berg` is `Berg`."""
    words = parts(name)
    if not words:
        return ""
    return words[0] if is_family_first(words) else words[-1]


def given_names(name: str) -> list[str]:
    """The given names and initials; empty for a family name alone."""
    words = parts(name)
    if len(words) < 2:
        return []
    rest = words[1:] if is_family_first(words) else words[:-1]
    return [word for word in rest if word.casefold() not in particles()]


def gender(name: str) -> Gender | None:
    """`male` or `female` by the first given name: `Ida Rusk` is female; None where it is an initial, unknown or borne by both."""
    given = given_names(name)
    return given_genders().get(given[0].casefold()) if given else None

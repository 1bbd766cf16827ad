"""A candidate in its text, as the rules that refuse candidates see it: the words around it and the parts that its pattern named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from extractor.dates.words import spaced
from extractor.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Callable

_REACH = 30  # characters on either side that a rule may look at


@dataclass(slots=True)
class Place:
    """One candidate: its offsets, its parts, and what stands before and behind it."""

    text: str
    start: int
    end: int
    parts: dict[str, str]
    before: str = field(init=False)
    after: str = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.text[max(0, self.start - _REACH) : self.start]
        self.after = self.text[self.end : self.end + _REACH]

    @property
    def words(self) -> str:
        """The candidate as printed."""
        return self.text[self.start : self.end]

    def has(self, *names: str) -> bool:
        """True where the pattern found one of the parts."""
        return any(self.parts.get(name) for name in names)

    def line(self, reach: int = 160) -> str:
        """The line that it stands in, up to so many characters on either side."""
        first = self.text.rfind("\n", 0, self.start) + 1
        stop = self.text.find("\n", self.end)
        return self.text[max(first, self.start - reach) : min(stop if stop >= 0 else len(self.text), self.end + reach)]


FORECAST = r"(?i:[ \n](?:(?!(?:and|or|of|to|in|for|was|were|is|are)\b)[\w-]+[ \n]){0,3}<forecast>)\b"  # "earnings outlook" behind a period

Rule = tuple[str, "Callable[[Place], bool]"]  # the reason for a reader, and whether the candidate is none for it


@cache
def near(rule: str, *more: str, any_case: bool = False) -> str:
    """The words of rules of lexicon/surroundings.csv as an alternation."""
    words = [row["word"] for row in rows("extractor.dates", "surroundings.csv") if row["rule"] in {rule, *more}]
    found = "|".join(spaced(word) for word in sorted(words, key=len, reverse=True))
    return f"(?i:{found})" if any_case else f"(?:{found})"


@cache
def pattern(expression: str) -> re.Pattern[str]:
    """A compiled expression in which `<rule>` stands for the words of a rule, `<rule+rule>` for those of several, `<~rule>` in any case."""

    def words(found: re.Match[str]) -> str:
        return near(*found[2].split("+"), any_case=bool(found[1]))

    return re.compile(re.sub(r"<(~?)([a-z+-]{3,})>", words, expression))


def behind(place: Place, expression: str) -> bool:
    """True where the words right behind the candidate fit."""
    return pattern(expression).match(place.after) is not None


def ahead(place: Place, expression: str) -> bool:
    """True where the words right before the candidate fit; the expression ends with `$`."""
    return pattern(expression).search(place.before) is not None

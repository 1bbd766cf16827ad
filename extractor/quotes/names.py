"""Mentions of people and organizations in text order, and how a mention stands in its sentence: behind a preposition, at its head, in brackets.

Takes the text and the mentions, gives those that can be a subject. Whom a phrase without a name means is `resolve`'s business.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from extractor.findings import Organization, Person
from extractor.lexicon import rows
from extractor.quotes.match import word_list

_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_SENTENCE_OPENING = re.compile(
    r"(?:^|[.!?…][”\"’)]*\s+|\n)(?:(?:But|And|Yet|Then|Still|For|To)\s+)?"
    r"(?:(?:Her|His|Its|Their|Our|The|A|An|One|Another)\s+(?:[\w’'-]+\s+){0,5}[\w’'-]+,?\s+"
    r"|(?:[A-Z][\w-]+\.?\s+){0,4}(?:[A-Z][\w-]+['’]s?\s+(?:[\w-]+\s+){0,3}[\w-]+,?\s+|(?P<post>[a-z][\w’'-]+)\s+)?)$"
)
# "Among the guests was | Ida Bexley", "One of them is the painter | Jon Astley": the sentence brings somebody in.
_BROUGHT_IN = re.compile(
    r"(?:^|[.!?…][”\"’)]*\s+|\n)(?:Among|With|Beside|Behind|Opposite|One of|First|Last|Also)\b[^.!?…;,\n]{0,60}\s(?:is|was|came|comes|sits|sat|stands|stood)\s+"
    r"(?:(?:the|a|an|its|his|her|their)\s+(?:[\w-]+\s+){0,4})?$"
)
_SUBORDINATE = re.compile(
    r"\s*(?:(?:Shortly|Soon|Right|Just|Days|Hours)\s+)?(?:After|Before|When|While|As|Since|Although|Though|Asked|If|Once|Because|Until)\b"
)
_TITLE_WORDS = re.compile(r"\s+(?:(?!(?:who|which|whose|and|or)\b)[\w’'.-]+\s+){0,5}")
_HOUSE_ENDS = re.compile(
    r"\s+(?:in|on|by|to|via|through|last|this|today|yesterday|late|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\s*[.;]"
)
_APPOSED = re.compile(r",|\s(?:of|from|at|with)\s")
_FARTHEST_NAME = 160
_FOR = re.compile(r"(?:For|To)\s+(?:[A-Z][\w-]+\.?\s+){0,4}$")  # "For Ida Bexley, the order is a sign"
_FEW = 6


@cache
def _posts() -> frozenset[str]:
    """The last words of posts in small letters: `minister`, `officer`."""
    return frozenset(row["role"].casefold().split()[-1] for row in rows("extractor.people", "roles.csv"))


@dataclass(slots=True, frozen=True)
class Named:
    """A mention of somebody who can speak."""

    start: int
    end: int
    who: Person | Organization


@dataclass(slots=True)
class Names:
    """The mentions of a text, in order."""

    text: str
    named: list[Named]
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Sorts the mentions, the longer of two that start together first."""
        self.named.sort(key=lambda one: (one.start, -one.end))
        self.starts = [one.start for one in self.named]

    def within(self, start: int, end: int) -> list[Named]:
        """The names of a stretch in order."""
        found = self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [one for one in found if one.end <= end]

    def first(self, start: int, end: int, *, people_only: bool = False) -> Person | Organization | None:
        """The first name of a stretch that is no possessive ("Bexley’s lawyer")."""
        for one in self.within(start, end):
            if people_only and not isinstance(one.who, Person):
                continue
            if not _POSSESSIVE.match(self.text, one.end) and not self.bracketed(one, start):
                return one.who
        return None

    def bracketed(self, one: Named, start: int) -> bool:
        """True of a name inside brackets that open behind `start`: "Halden (formerly Lorne Rail)"."""
        return self.text.count("(", start, one.start) > self.text.count(")", start, one.start)

    def opening_person(self, start: int, end: int) -> Named | None:
        """The person whom a long subject opens with: "Ida Bexley, an analyst at a bank in Tokyo said", "Ida Bexley of Lorne said"."""
        for one in self.within(start, end):
            if (
                isinstance(one.who, Person)
                and len(self.text[start : one.start].split()) <= _FEW
                and _APPOSED.match(self.text, one.end, end)
            ):
                return one
        return None

    def start_of(self, who: Person | Organization, start: int) -> int:
        """Where the first mention behind `start` begins; there is one."""
        return next(one.start for one in self.within(start, start + 2 * _FARTHEST_NAME) if one.who is who)

    def ending_at(self, end: int) -> Named | None:
        """The name right before the verb; a bracket behind it ("Bexley (Halden)") does not part them."""
        best = None
        for one in self.named[bisect_left(self.starts, end - _FARTHEST_NAME) : bisect_left(self.starts, end)]:
            between = self.text[one.end : end] if one.end <= end else "x"
            if (not between.strip(" \n") or re.fullmatch(r"\s*(?:Jr\.|Sr\.|M\.D\.|Ph\.D\.)?\s*(?:\([^)]*\))?\s*", between)) and (
                best is None or isinstance(one.who, Person) or not isinstance(best.who, Person)
            ):
                best = one
        return best

    def governed(self, one: Named, floor: int) -> bool:
        """True where a preposition stands before a name: "the president of Halden"."""
        words = re.findall(r"[\w’'-]+", self.text[max(floor, one.start - 40) : one.start])
        titles = word_list("male_titles") | word_list("female_titles") | word_list("other_titles")
        while words and (words[-1].casefold() == "the" or words[-1] in titles):
            words.pop()
        return bool(words) and words[-1].casefold() in word_list("prepositions")

    def antecedent(self, start: int, end: int) -> Person | Organization | None:
        """Whom "who" means: the person right before it, else the name that the apposition before it hangs on."""
        near = self.ending_at(start + len(self.text[start:end].rstrip(" \n,(–—")))
        if near and isinstance(near.who, Person) and near.start >= start:
            return near.who
        return self.head(start, end)

    def head(self, start: int, end: int) -> Person | Organization | None:
        """The name that an apposition ("Bexley, head of Halden Rail,") hangs on: the first person, else the first organization."""
        people = [one for one in self.within(start, end) if isinstance(one.who, Person) and not _POSSESSIVE.match(self.text, one.end)]
        if _SUBORDINATE.match(self.text, start, end):
            for one in reversed(people):  # "When Ida Bexley left, her deputy, Jon Astley, said"
                if self.opens_clause(one, start):
                    return one.who
        for one in people:
            if not self.governed(one, start) or self.text[one.end : one.end + 1] != ",":
                return one.who
        if people:
            return people[0].who
        orgs = [one for one in self.within(start, end) if not self.bracketed(one, start) and not _POSSESSIVE.match(self.text, one.end)]
        if orgs and not self.governed(orgs[0], start):
            return orgs[0].who
        return None

    def opens_clause(self, one: Named, floor: int) -> bool:
        """True where a name stands behind a comma, with a title at most: ", Jon Astley", ", her deputy, Jon Astley"."""
        comma = self.text.rfind(",", floor, one.start)
        return comma >= 0 and bool(_TITLE_WORDS.fullmatch(self.text, comma + 1, one.start)) and not self.governed(one, comma)

    def opens_sentence(self, one: Named) -> bool:
        """True where a name begins a sentence, with a title at most: "Mayor Ida Bexley", "Her deputy Jon Astley", "Its chair, Jon Astley";
        or where the sentence brings somebody in: "Among the guests was Ida Bexley".
        """
        if _BROUGHT_IN.search(self.text, max(0, one.start - 110), one.start):
            return True
        found = _SENTENCE_OPENING.search(self.text, max(0, one.start - 80), one.start)
        if found and found["post"] and found["post"] not in _posts():
            return False  # "They fined Halden"
        return found is not None and (not self.governed(one, found.start()) or _FOR.match(found[0].lstrip(' .!?…”"’)\n')) is not None)

    def house_alone(self, start: int, end: int) -> Organization | None:
        """The organization that the words open with, where they go on to no person of its own: "said Halden Rail in a letter to Ida Bexley"."""
        lead = re.match(r"\s+(?:the\s+)?", self.text[start:end])
        one = next(iter(self.within(start, end)), None)
        if lead is None or one is None or not isinstance(one.who, Organization) or one.start != start + lead.end():
            return None
        return one.who if _HOUSE_ENDS.match(self.text, one.end, end) else None

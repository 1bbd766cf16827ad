"""Who speaks: from a cue (the words before or behind a verb of speech) to one of the people or organizations found.

A name beside the verb wins; a pronoun, a title or a surname goes back to a person named before; nobody named means the speaker goes on.
What cannot be settled is None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extractor.findings import Organization, Person, Span
from extractor.quotes.match import Sections, word_list

if TYPE_CHECKING:
    from extractor.findings import Findings
    from extractor.quotes.match import Cue

Gender = Literal["male", "female"]
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_LAST_WORDS = re.compile(r"(?:[\w.’'&-]+\s+){0,6}[\w.’'&-]+$")
_ROLE = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|one|another|The|A|An|Its|His|Her|Their|Our|One|Another)\s+(?:[\w’'.&/-]+\s+){0,9}[\w’'-]+$"
)
_SENTENCE_OPENING = re.compile(
    r"(?:^|[.!?…][”\"’)]*\s+|\n)(?:(?:[A-Z][\w-]+\.?\s+){0,4}|(?:Her|His|Its|Their|Our|The)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+,\s+)$"
)
_APPOSED = re.compile(r",|\s(?:of|from|at|with)\s")
_FARTHEST_NAME = 160
_NEAR = 250  # a sentence or two
_FEW = 6


@dataclass(slots=True, frozen=True)
class Named:
    """A mention of somebody who can speak."""

    start: int
    end: int
    who: Person | Organization


@dataclass(slots=True)
class Speakers:
    """The people and organizations of one text, and who has spoken so far."""

    text: str
    named: list[Named]
    issuer: Organization | None
    people: list[Person]
    genders: dict[int, Gender]
    spoken: list[Person | Organization] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    heard: int = 0  # up to where the speakers of `spoken` are known

    @classmethod
    def of(cls, found: Findings) -> Speakers:
        """Reads the entities of the findings; mentions that lie inside a longer one of the same start are left out."""
        # Who stands in a credit or a contact block has not been speaking.
        sections = Sections(found.layout)
        entities: list[Person | Organization] = [*found.people, *found.organizations]
        named = [
            Named(mention.start, mention.end, who)
            for who in entities
            for mention in who.mentions
            if sections.at(mention.start) not in ("credits", "contact", "furniture", "dateline")
        ]
        named.sort(key=lambda one: (one.start, -one.end))
        people = list(found.people)
        return cls(found.text, named, found.issuer, people, _genders(found.text, people), [], [one.start for one in named])

    def speaker(self, cue: Cue, at: int) -> Person | Organization | None:
        """Whom the cue names; `at` is where the speech starts. What it gives is remembered as having spoken."""
        who: Person | Organization | None
        if cue.side == "last":
            who = self.goes_on(cue, at)
        elif cue.side == "label":
            who = self._first(cue.region.start, cue.region.end, people_only=True) or self._first(cue.region.start, cue.region.end)
            if who is None and cue.verb is not None and self.spoken:
                who = self.spoken[-1]
        elif cue.side in ("before", "partial"):
            who = self.before(cue.region, cue.verb)
        else:
            behind = cue.verb is not None and cue.verb.end <= cue.region.start
            who = self.behind(cue.region) if behind else self.before(cue.region, cue.verb)
        if who is not None:
            self.spoken.append(who)
            self.heard = max(at, cue.region.end)
        return who

    def goes_on(self, cue: Cue, at: int) -> Person | Organization | None:
        """The speaker of the stretch before; else the person whom the sentence before is about."""
        last = self.spoken[-1] if self.spoken else None
        if last is not None:
            return last
        return self._first(cue.region.start, at, people_only=True)

    def before(self, region: Span, verb: Span | None) -> Person | Organization | None:
        """The subject of a verb in the words before it."""
        words = _without_adverbs(self.text[region.start : region.end])
        end = region.start + len(words)
        words = words.rstrip()
        if not words or (verb is not None and verb.of(self.text).endswith("ing")):
            return self._first(region.start, region.end, people_only=True) or (self.spoken[-1] if self.spoken else None)
        if words[-1] in ",)—–-":
            return self._head(region.start, end)
        last = re.split(r"[\s“”\"]", words)[-1]
        if last == "who":
            return self._head(region.start, end - len("who"))
        if pronoun := self._pronoun(last, region.start, end):
            return pronoun[0]
        if near := self._ending_at(end):
            if not self._governed(near, region.start):
                return (isinstance(near.who, Organization) and self._office_holder(region.start, near.start)) or near.who
            return self._head(region.start, near.start) or self._role(words) or (near.who if isinstance(near.who, Organization) else None)
        opening = self._opening_person(region.start, end)
        return self._role_holder(words, region.start, end) or (opening.who if opening else None)

    def behind(self, region: Span) -> Person | Organization | None:
        """The subject of a verb in the words behind it: "said Ida Bexley, who ...", "said the chairman"."""
        start, end = region.start, min(region.end, region.start + _FARTHEST_NAME)
        words = self.text[start:end].strip()
        first = re.match(r"[\w’'-]+", words)
        if first and (pronoun := self._pronoun(first[0], start, start)):
            return pronoun[0]
        stop = end
        if person := self._first(start, stop, people_only=True):
            return person
        if org := self._first(start, stop):
            lead = self.text[start : self._start_of(org, start)].split()
            if (
                not lead
                or (len(lead) == 1 and lead[0].casefold() == "the")
                or any(word.strip(",").casefold() in word_list("speaking_for") for word in lead)
            ):
                return org
        return self._role(words.split(",")[0])

    # ---- looking up -----------------------------------------------------------------------------------------------------

    def within(self, start: int, end: int) -> list[Named]:
        """The names of a stretch in order."""
        found = self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [one for one in found if one.end <= end]

    def _first(self, start: int, end: int, *, people_only: bool = False) -> Person | Organization | None:
        """The first name of a stretch that is no possessive ("Bexley’s lawyer")."""
        for one in self.within(start, end):
            if people_only and not isinstance(one.who, Person):
                continue
            if not _POSSESSIVE.match(self.text, one.end) and not self._bracketed(one, start):
                return one.who
        return None

    def _bracketed(self, one: Named, start: int) -> bool:
        """True of a name inside brackets that open behind `start`: "Halden (formerly Lorne Rail)"."""
        return self.text.count("(", start, one.start) > self.text.count(")", start, one.start)

    def _opening_person(self, start: int, end: int) -> Named | None:
        """The person whom a long subject opens with: "Ida Bexley, an analyst at a bank in Tokyo said", "Ida Bexley of Lorne said"."""
        for one in self.within(start, end):
            if (
                isinstance(one.who, Person)
                and len(self.text[start : one.start].split()) <= _FEW
                and _APPOSED.match(self.text, one.end, end)
            ):
                return one
        return None

    def _office_holder(self, start: int, end: int) -> Person | Organization | None:
        """The person with whose office a subject goes on up to the house: "Ida Bexley, Chair & CEO, Halden Rail said"."""
        one = self._opening_person(start, end)
        if one is None or not isinstance(one.who, Person) or self.text[end - 2 : end] not in (", ", ",\n"):
            return None
        between = self.text[one.end : end]
        for role in one.who.roles:
            between = between.replace(role.title, "")
        return one.who if not re.search(r"(?<![\w’'-])(?!(?:and|of|the|for|at)\b)[a-z]", between) else None

    def _start_of(self, who: Person | Organization, start: int) -> int:
        return next(one.start for one in self.within(start, start + 2 * _FARTHEST_NAME) if one.who is who)

    def _ending_at(self, end: int) -> Named | None:
        """The name right before the verb; a bracket behind it ("Bexley (Halden)") does not part them."""
        best = None
        for one in self.named[bisect_left(self.starts, end - _FARTHEST_NAME) : bisect_left(self.starts, end)]:
            between = self.text[one.end : end] if one.end <= end else "x"
            if (not between.strip(" \n") or re.fullmatch(r"\s*(?:Jr\.|Sr\.|M\.D\.|Ph\.D\.)?\s*(?:\([^)]*\))?\s*", between)) and (
                best is None or isinstance(one.who, Person) or not isinstance(best.who, Person)
            ):
                best = one
        return best

    def _governed(self, one: Named, floor: int) -> bool:
        """True where a preposition stands before a name: "the president of Halden"."""
        words = re.findall(r"[\w’'-]+", self.text[max(floor, one.start - 40) : one.start])
        titles = word_list("male_titles") | word_list("female_titles") | word_list("other_titles")
        while words and (words[-1].casefold() == "the" or words[-1] in titles):
            words.pop()
        return bool(words) and words[-1].casefold() in word_list("prepositions")

    def _head(self, start: int, end: int) -> Person | Organization | None:
        """The name that an apposition ("Bexley, head of Halden Rail,") hangs on: the first person, else the first organization."""
        people = [one for one in self.within(start, end) if isinstance(one.who, Person) and not _POSSESSIVE.match(self.text, one.end)]
        for one in people:
            if not self._governed(one, start) or self.text[one.end : one.end + 1] != ",":
                return one.who
        if people:
            return people[0].who
        orgs = [one for one in self.within(start, end) if not self._bracketed(one, start)]
        if orgs and not self._governed(orgs[0], start):
            return orgs[0].who
        return None

    # ---- pronouns and titles --------------------------------------------------------------------------------------------

    def _pronoun(self, word: str, floor: int, end: int) -> tuple[Person | Organization | None] | None:
        """A one-element tuple with whom a pronoun means (None in it where that is open); None where the word is no pronoun."""
        low = word.casefold() if word != "I" else word
        gender: Gender | None = None
        if low in word_list("male"):
            gender = "male"
        elif low in word_list("female"):
            gender = "female"
        elif low == "it":
            return (next((who for who in reversed(self.spoken[-1:]) if isinstance(who, Organization)), None),)
        elif low in word_list("plural") or low in word_list("other"):
            return (None,)
        else:
            return None
        other = "female" if gender == "male" else "male"
        # A person of the same sentence comes first ("Marsh, 24, won; she said"), then whom a sentence since the last speech opened
        # with, then who spoke last, then who was named last.
        here = [one.who for one in self.within(floor, end) if isinstance(one.who, Person)]
        since = [one.who for one in reversed(self.within(self.heard, floor)) if isinstance(one.who, Person) and self._opens_sentence(one)]
        spoken = [who for who in reversed(self.spoken[-6:]) if isinstance(who, Person)]
        before = [
            one.who
            for one in reversed(self.named[max(0, bisect_left(self.starts, floor) - 8) : bisect_left(self.starts, floor)])
            if isinstance(one.who, Person)
        ]
        for who in (*here, *since, *spoken, *before):
            if self.genders.get(id(who)) != other:
                return (who,)
        return (None,)

    def _opens_sentence(self, one: Named) -> bool:
        """True where a name, with a title at most, begins a sentence."""
        return bool(_SENTENCE_OPENING.search(self.text, max(0, one.start - 60), one.start))

    def _role_holder(self, words: str, start: int, end: int) -> Person | Organization | None:
        """The subject where no name ends at the verb: a title with a name inside, a role, or the name the clause began with."""
        role = _ROLE.search(words)
        if role:
            inside = start + role.start()
            if person := self._first(inside, end, people_only=True):
                return person
            if found := self._role(role[0]):
                return found
            if set(role[0].casefold().split()) & word_list("speaking_for"):
                orgs = self.within(inside, end)
                org = next((one for one in orgs if self._governed(one, inside)), orgs[0] if orgs else None)
                if org:
                    return org.who
            return self._house(start) if role[0].split()[-1] in word_list("self_names") and role[0].casefold().startswith("the ") else None
        if surname := self._surname(words):
            return surname
        return None

    def _house(self, at: int) -> Organization | None:
        """Whom "the company" means: the organization that has spoken right before, else the issuer; a paper or a wire tells of others."""
        last = self.spoken[-1] if self.spoken else None
        if isinstance(last, Organization) and at - self.heard <= _NEAR:
            return last
        return self.issuer if self.issuer is not None and self.issuer.kind != "media" else None

    def _role(self, words: str) -> Person | None:
        """The one person whose role a phrase like "the chairman" or "Halden's chief executive" names; who spoke last where several do."""
        bare = [word.strip(".,’'").casefold() for word in re.split(r"[\s]+", words) if word]
        bare = [word for word in bare if word not in ("the", "a", "an", "its", "his", "her", "their", "our")]
        if not bare or len(bare) > 6:
            return None
        fits = []
        for person in self.people:
            for role in person.roles:
                title = [word.strip(",").casefold() for word in role.title.split()]
                if bare[-1] in title and set(bare) <= set(title) | {
                    word.casefold() for word in (role.organization.name.split() if role.organization else [])
                }:
                    fits.append(person)
                    break
        if len(fits) == 1:
            return fits[0]
        if not fits and words.casefold().startswith("the ") and set(bare) <= word_list("offices"):
            return self._only_speaker()
        return next((who for who in reversed(self.spoken) if who in fits and isinstance(who, Person)), None)

    def _only_speaker(self) -> Person | None:
        """Whom "the minister" means where no title tells: the one person who has spoken so far, if no title of theirs speaks against it."""
        people = {id(who): who for who in self.spoken if isinstance(who, Person)}
        one = next(iter(people.values()), None)
        return one if one is not None and len(people) == 1 and not one.roles and self.spoken[-1] is one else None

    def _surname(self, words: str) -> Person | None:
        """A person whose last name ends the words, where the mention itself was not found: "Ms. Bexley"."""
        last = words.rsplit(maxsplit=1)[-1].strip(".,")
        if not last[:1].isupper():
            return None
        fits = [
            person for person in self.people if last in (person.name.split()[-1], person.name.split()[0]) and len(person.name.split()) > 1
        ]
        if len(fits) == 1:
            return fits[0]
        return next((who for who in reversed(self.spoken) if who in fits and isinstance(who, Person)), None)


def _without_adverbs(words: str) -> str:
    """The words up to the last one that is no adverb or auxiliary: "Bexley later also" gives "Bexley"."""
    while True:
        bare = words.rstrip()
        match = re.search(r"[\w-]+$", bare)
        if not match or not (match[0] in word_list("adverbs") or (match[0].endswith("ly") and match[0].islower())):
            return bare
        words = bare[: match.start()]


def _genders(text: str, people: list[Person]) -> dict[int, Gender]:
    """What the titles before their names tell of people: "Ms. Okafor", "Dame Helen"."""
    found: dict[int, Gender] = {}
    for person in people:
        for mention in person.mentions:
            before = re.search(r"(\w+)\.?\s+$", text[max(0, mention.start - 14) : mention.start])
            if before and before[1] in word_list("male_titles"):
                found.setdefault(id(person), "male")
            elif before and before[1] in word_list("female_titles"):
                found.setdefault(id(person), "female")
        for role in person.roles:
            last = role.title.casefold()
            if last.endswith("woman"):
                found.setdefault(id(person), "female")
            elif re.search(r"(?:spokes|business|sales|council|congress)man$", last):
                found.setdefault(id(person), "male")
    return found

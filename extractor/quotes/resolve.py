"""Who speaks: from a cue (the words before or behind a verb of speech) to one of the people or organizations found.

A name beside the verb wins; a pronoun, a title or a surname goes back to a person named before; nobody named means the speaker goes on.
What cannot be settled is None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Organization, Person, Span
from extractor.quotes.match import Sections, word_list
from extractor.quotes.names import Named, Names
from extractor.quotes.offices import genders, holders, house_nouns, is_public, may_be, office

if TYPE_CHECKING:
    from extractor.findings import Findings
    from extractor.names.words import Gender
    from extractor.quotes.match import Cue

_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_ROLE = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|one|another|The|A|An|Its|His|Her|Their|Our|One|Another)\s+(?:[\w’'.&/-]+\s+){0,9}[\w’'-]+$"
)
_REALM = re.compile(r"\b[A-Z]\w+['’]s?\s*$")  # "according to Ostia's | Ministry of Ropes"
_STATEMENT = re.compile(r"(?:\w+ ){0,2}(?:[Ss]tatement|[Rr]emarks|[Ss]peech|[Aa]ddress) (?:by|of|from) ", re.IGNORECASE)
_HOUSE_OPENS = re.compile(r"(?:\n|[.!?…]\s+)The ([a-z]+)\b")
_NEXT_SENTENCE = re.compile(r"[a-z0-9)”\"][.!?]\s+(?=[A-Z])")
_FARTHEST_NAME = 160
_NEAR = 250  # a sentence or two
_FAR = 500  # a paragraph or two
_FEW = 6
_LONGEST_KIND = 3  # "state news agency"
_ARTICLES = frozenset({"the", "a", "an"})
_SUBJECTS = {"him": "he", "her": "she", "them": "they", "it": "it"}  # "according to her"


@dataclass(slots=True)
class Speakers:
    """The people and organizations of one text, and who has spoken so far."""

    names: Names
    issuer: Organization | None
    people: list[Person]
    genders: dict[int, Gender]
    spoken: list[Person | Organization] = field(default_factory=list)
    author: Person | Organization | None = None  # whose statement the headline says that this is
    heard: int = 0  # up to where the speakers of `spoken` are known
    called: dict[str, list[Named]] = field(default_factory=dict)  # the organizations that bear a noun for a house in their names

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
        names = Names(found.text, named)
        people = list(found.people)
        head = found.layout.headline
        states = _STATEMENT.match(found.text, head.start, head.end) if head else None
        author = names.first(states.end(), head.end) if states and head else None
        return cls(names, found.issuer, people, genders(found.text, people), author=author, called=_called(names.named))

    def is_person(self, subject: Span) -> bool:
        """Whether a subject is a person's name or "he", "she", not a house's."""
        if subject.of(self.names.text).strip().casefold() in word_list("male") | word_list("female"):
            return True
        return any(isinstance(one.who, Person) for one in self.names.within(subject.start, subject.end))

    def speaker(self, cue: Cue, at: int) -> Person | Organization | None:
        """Whom the cue names; `at` is where the speech starts. What it gives is remembered as having spoken."""
        who: Person | Organization | None
        if cue.side == "last":
            who = self.goes_on(cue, at)
        elif cue.side == "label":
            who = self.names.first(cue.region.start, cue.region.end, people_only=True) or self.names.first(cue.region.start, cue.region.end)
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
        """The person whom the sentence right before is about ("Jon Astley disagrees."), else the speaker of the stretch before."""
        last = self.spoken[-1] if self.spoken else None
        for one in reversed(self.names.within(max(self.heard, at - _NEAR), at)):
            if isinstance(one.who, Person) and self.names.opens_sentence(one) and not _NEXT_SENTENCE.search(self.names.text, one.end, at):
                return one.who
        if last is not None:
            return last
        return self.names.first(cue.region.start, at, people_only=True) or self.author

    def before(self, region: Span, verb: Span | None) -> Person | Organization | None:
        """The subject of a verb in the words before it."""
        words = _without_adverbs(self.names.text[region.start : region.end])
        end = region.start + len(words)
        words = words.rstrip()
        if not words or (verb is not None and verb.of(self.names.text).endswith("ing")):
            return self.names.first(region.start, region.end, people_only=True) or (self.spoken[-1] if self.spoken else None)
        if words[-1] in ",)—–-":
            return self.names.head(region.start, end)
        last = re.split(r"[\s“”\"]", words)[-1]
        if last in ("and", "but"):
            return self._opening(region.start, end - len(last))
        if last == "who":
            return self.names.antecedent(region.start, end - len("who"))
        if pronoun := self._pronoun(last, region.start, end):
            return pronoun[0]
        if near := self.names.ending_at(end):
            if not self.names.governed(near, region.start):
                return (isinstance(near.who, Organization) and self._office_holder(region.start, near.start)) or near.who
            return (
                self.names.head(region.start, near.start) or self._role(words) or (near.who if isinstance(near.who, Organization) else None)
            )
        opening = self.names.opening_person(region.start, end)
        return self._role_holder(words, region.start, end) or (opening.who if opening else None)

    def behind(self, region: Span) -> Person | Organization | None:
        """The subject of a verb in the words behind it: "said Ida Bexley, who ...", "said the chairman"."""
        start, end = region.start, min(region.end, region.start + _FARTHEST_NAME)
        words = self.names.text[start:end].strip()
        first = re.match(r"[\w’'-]+", words)
        subject = _SUBJECTS.get(words.strip(",.").casefold()) or (first[0] if first else "")
        if subject and (pronoun := self._pronoun(subject, start, start)):
            return pronoun[0]
        farther = _farther().search(self.names.text, start, end)
        stop = farther.start() if farther else end
        if house := self.names.house_alone(start, stop):
            return house
        if person := self.names.first(start, stop, people_only=True):
            return person
        if org := self.names.first(start, stop):
            lead = _REALM.sub("", self.names.text[start : self.names.start_of(org, start)]).split()
            if _names_the_house(lead) or any(word.strip(",").casefold() in word_list("speaking_for") for word in lead):
                return org
        return self._role(words.split(",")[0])

    def _office_holder(self, start: int, end: int) -> Person | Organization | None:
        """The person with whose office a subject goes on up to the house: "Ida Bexley, Chair & CEO, Halden Rail said"."""
        one = self.names.opening_person(start, end)
        if one is None or not isinstance(one.who, Person) or self.names.text[end - 2 : end] not in (", ", ",\n"):
            return None
        between = self.names.text[one.end : end]
        for role in one.who.roles:
            between = between.replace(role.title, "")
        return one.who if not re.search(r"(?<![\w’'-])(?!(?:and|of|the|for|at)\b)[a-z]", between) else None

    def _opening(self, start: int, end: int) -> Person | Organization | None:
        """The subject of a sentence whose second verb it is: "Ida Bexley smiled and said", "A spokesman for Halden declined, but said"."""
        words = self.names.text[start:end].split()
        if words and (pronoun := self._pronoun(words[0], start, start)):
            return pronoun[0]
        phrase = " ".join(words[:_FEW])
        if words and words[0].casefold() in _ARTICLES and set(phrase.casefold().split()) & word_list("speaking_for"):
            return self._spoken_for(phrase, start, end)
        one = next(iter(self.names.within(start, end)), None)
        if one and len(self.names.text[start : one.start].split()) <= _FEW and not self.names.governed(one, start):
            return None if _POSSESSIVE.match(self.names.text, one.end) else one.who
        sizes = range(min(4, len(words)), 1, -1) if words and words[0] in ("The", "the") else ()
        return next((who for size in sizes if (who := self._role(" ".join(words[:size])))), None)

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
            return (self._thing(floor),)
        elif low in word_list("plural") or low in word_list("other"):
            return (None,)
        else:
            return None
        other = "female" if gender == "male" else "male"
        # A person of the same sentence comes first ("Marsh, 24, won; she said"), then whom a sentence since the last speech opened
        # with, then who spoke last, then who was named last.
        here = [one.who for one in self.names.within(floor, end) if isinstance(one.who, Person)]
        since = [
            one.who
            for one in reversed(self.names.within(self.heard, floor))
            if isinstance(one.who, Person) and self.names.opens_sentence(one)
        ]
        spoken = [who for who in reversed(self.spoken[-6:]) if isinstance(who, Person)]
        before = [
            one.who
            for one in reversed(self.names.named[max(0, bisect_left(self.names.starts, floor) - 8) : bisect_left(self.names.starts, floor)])
            if isinstance(one.who, Person)
        ]
        for who in (*here, *since, *spoken, *before):
            if self.genders.get(id(who)) != other:
                return (who,)
        return (None,)

    def _thing(self, floor: int) -> Organization | None:
        """Whom "it" means: the organization that a sentence or two before opened with, else the one that spoke last."""
        for one in reversed(self.names.within(max(self.heard, floor - _NEAR), floor)):
            if isinstance(one.who, Organization) and self.names.opens_sentence(one):
                return one.who
        for house in reversed(list(_HOUSE_OPENS.finditer(self.names.text, max(self.heard, floor - _NEAR), floor))):
            if house[1] in house_nouns():
                return self._house(house[1], floor)
        last = self.spoken[-1] if self.spoken else None
        return last if isinstance(last, Organization) else None

    def _role_holder(self, words: str, start: int, end: int) -> Person | Organization | None:
        """The subject where no name ends at the verb: a title with a name inside, a role, or the name the clause began with."""
        role = _ROLE.search(words)
        if role:
            inside = start + role.start()
            if person := self.names.first(inside, end, people_only=True):
                return person
            if found := self._role(role[0]):
                return found
            return self._spoken_for(role[0], inside, end)
        if surname := self._surname(words):
            return surname
        return None

    def _spoken_for(self, phrase: str, start: int, end: int) -> Person | Organization | None:
        """The house that a phrase speaks for: "a spokesman for Halden", "a company spokesman", "the spokesman" who has spoken, "the ministry"."""
        words = [word.strip(".,’'").removesuffix("’s").removesuffix("'s") for word in phrase.casefold().split()]
        houses = [word for word in words if word in house_nouns()]
        if set(words) & word_list("speaking_for") and words[-1] not in word_list("offices"):
            orgs = self.names.within(start, end)
            org = next((one for one in orgs if self.names.governed(one, start)), orgs[0] if orgs else None)
            if org:
                return org.who
            if houses:
                return self._house(houses[0], start)
            last = self.spoken[-1] if self.spoken else None
            return last if words[0] == "the" and len(words) == 2 and isinstance(last, Organization) else None
        house = self._house(words[-1], start) if words[0] == "the" and words[-1] in house_nouns() else None
        if house and len(words) > 2 and is_public(words[-1]) and not set(words[1:-1]) & set(house.name.casefold().split()):
            return None  # "the port authority" is not just any authority
        return house

    def _house(self, noun: str, at: int) -> Organization | None:
        """Whom "the company" means: the organization that has spoken right before, the one that bears the noun in its name ("the ministry"),
        else the issuer; a paper or a wire tells of others.
        """
        last = self.spoken[-1] if self.spoken else None
        called = self.called.get(noun, [])
        other = is_public(noun) and bisect_left(called, at, key=_start) and not any(one.who is last for one in called)
        if isinstance(last, Organization) and at - self.heard <= _NEAR and may_be(noun, last) and not other:
            return last
        if self.issuer is not None and any(one.who is self.issuer for one in called[:_FEW]):
            return self.issuer
        if earlier := bisect_left(called, at, key=_start):
            who = called[earlier - 1].who
            return who if isinstance(who, Organization) else None
        if self.issuer is None or self.issuer.kind != "media":
            return self.issuer if self.issuer is not None and may_be(noun, self.issuer) else None
        for one in reversed(self.names.within(at - _FAR, at)):
            if (
                isinstance(one.who, Organization)
                and one.who is not self.issuer
                and may_be(noun, one.who)
                and self.names.opens_sentence(one)
            ):
                return one.who
        return None

    def _role(self, words: str) -> Person | None:
        """The one person whose role a phrase like "the chairman" or "Halden's chief executive" names; who spoke last where several do."""
        fits = holders(words, self.people)
        if len(fits) == 1:
            return fits[0]
        if not fits and words.casefold().startswith("the ") and set(office(words)) <= word_list("offices"):
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


def _names_the_house(lead: list[str]) -> bool:
    """True of what stands before the house that speaks: nothing, "the", what it is ("the consultancy"), its reckoning ("the estimate of")."""
    if lead and lead[-1].casefold() == "the":
        lead = lead[:-1]
    if len(lead) >= 2 and lead[-1] in ("of", "by", "from", "at") and lead[-2] in word_list("reckonings"):
        return True
    kind = lead[1:] if lead and lead[0] in _ARTICLES else lead
    return len(kind) <= _LONGEST_KIND and all(
        re.fullmatch(r"[a-z][a-z-]+", word) and word not in word_list("prepositions") and word not in word_list("not_subjects")
        for word in kind
    )


@cache
def _farther() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(word_list('farther')))})\b")


def _without_adverbs(words: str) -> str:
    """The words up to the last one that is no adverb or auxiliary: "Bexley later also" gives "Bexley"."""
    while True:
        bare = words.rstrip()
        match = re.search(r"[\w-]+$", bare)
        if not match or not (match[0] in word_list("adverbs") or (match[0].endswith("ly") and match[0].islower())):
            return bare
        words = bare[: match.start()]


def _called(named: list[Named]) -> dict[str, list[Named]]:
    """The mentions of organizations by the nouns for houses in their names: "ministry" of "Ministry of Harbours"."""
    nouns = {
        id(one.who): {word.casefold() for word in one.who.name.split()} & house_nouns()
        for one in named
        if isinstance(one.who, Organization)
    }
    found: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        for noun in nouns.get(id(one.who), ()):
            found[noun].append(one)
    return found


def _start(one: Named) -> int:
    return one.start

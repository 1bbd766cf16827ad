"""Whose figure it is: the name that owns the measure, else the one that the clause speaks of, else the issuer or the subject before; null where none can be told."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from extractor.facts.resolve import goes_on, pattern_of
from extractor.facts.tokens import NOUNS, PACKAGE, is_carried, word_list
from extractor.findings import Organization, Person, Span
from extractor.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.facts.claim import Claim
    from extractor.facts.tokens import Row
    from extractor.findings import Entity

Subject: TypeAlias = "tuple[Span, Entity | None]"
Name: TypeAlias = "tuple[Span, Entity]"
_OWNED = re.compile(r"['’]?s?\s+(?:(?:\w|-){1,12}\s+)?")  # "Acme's revenue", "Acme net revenue"
_APPOSED = re.compile(r",d?[nm-]+,")
_NEAR = 10  # characters: "at the " and the first letter of a name behind a measure
_FIRST = 3  # tokens: a bullet may stand before the sum that begins a line
_ABOVE = 1500  # characters: a list and what introduces it
_JOINT = re.compile(r"['’]?s?\s+(?!(?:and|or|of|for|in|on|with|to|&)\s)")


@cache
def _issuer_words() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in table(PACKAGE, "context.toml")["issuer_words"])
    return re.compile(rf"\b(?:(?i:{words})|us)\b")


def without_owner(claim: Claim, names: Sequence[Name]) -> Name | None:
    """Takes an organization off the front of the claim's measure ("Acme plc sales" measures sales) and gives it back, or None."""
    measure, text = claim.measure, claim.row.text
    if measure is None:
        return None
    for span, entity in names[bisect_left(names, measure.start, key=_start) :]:
        if span.start != measure.start:
            break
        joint = _JOINT.match(text, span.end, measure.end)
        if isinstance(entity, Organization) and joint and is_carried(text[joint.end() : measure.end]):
            claim.measure = Span(joint.end(), measure.end)
            return span, entity
    return None


def given_to(claim: Claim, names: Sequence[Name]) -> Name | None:
    """Who gets the money of a line in a list, "$5 million to the Tarn Museum": the name, and the claim's measure becomes what was told to be given above.

    None where the line names nobody or nothing above says what is given: a grant, a loan. As in the shared gold's list of projects, whose lines give the
    sum and the name and measure "grants".
    """
    row, measure = claim.row, claim.measure
    if claim.found_by != "facts.purpose" or measure is None or claim.at > _FIRST:
        return None
    near = names[bisect_left(names, measure.start, key=_start) :][:1]
    named = next((pair for pair in near if pair[0].start == measure.start and not isinstance(pair[1], Person)), None)
    above = max(0, row.span.start - _ABOVE)
    told = list(pattern_of("given").finditer(row.text, above, row.span.start)) if named else []
    if not told:
        return None
    claim.measure = Span(told[-1].start(), told[-1].end())
    return named


def subject_of(claim: Claim, names: Sequence[Name], issuer: Organization | None, last: Subject | None) -> Subject | None:
    """What the claim is about; `names` are those of the article in text order, `last` is the subject told before in the paragraph."""
    row, measure = claim.row, claim.measure
    assert measure is not None  # noqa: S101 - read() leaves out claims without one
    first, behind = (bisect_left(names, at, key=_start) for at in (row.span.start, max(measure.end + _NEAR, row.starts[claim.at])))
    near = [pair for pair in names[first:behind] if not isinstance(pair[1], Person)]
    owner = next(
        (pair for pair in reversed(near) if pair[0].end <= measure.start and _OWNED.fullmatch(row.text, pair[0].end, measure.start)), None
    )
    if owner:
        return owner
    told = _issuer_told(row, measure.start, issuer, last)
    if told and 0 <= measure.start - told[0].end <= len("'s "):
        return told
    behind_it = next((pair for pair in near if isinstance(pair[1], Organization) and _belongs(row, measure, pair[0].start)), None)
    if behind_it:
        return behind_it
    carried = is_carried(measure.of(row.text))
    clause = row.span.start if carried else _clause(row, measure.start)
    in_front = [pair for pair in near if clause <= pair[0].start and pair[0].end <= measure.end and not _stands_by(row, pair[0].start)]
    if in_front:
        return in_front[0]
    if told is None:
        told = _issuer_told(row, row.starts[claim.at], issuer, last)
    if told and told[0].start >= clause:
        return told
    return last if carried or goes_on(row) or _has_pronoun(row, claim.at) else None


def _issuer_told(row: Row, end: int, issuer: Organization | None, last: Subject | None) -> Subject | None:
    """The first "we" or "the company" before `end`; its reference stays open where it may be another organization than the issuer."""
    word = _issuer_words().search(row.text, row.span.start, end)
    if word is None or issuer is None:
        return None
    noun = word[0].split()[-1]
    other = last is not None and isinstance(last[1], Organization) and last[1] is not issuer
    open_ = len(word[0].split()) > 1 and (
        (other and noun.islower()) or (noun.lower() in word_list("company_words") and issuer.kind in word_list("no_companies"))
    )
    return Span(word.start(), word.end()), None if open_ else issuer


def _belongs(row: Row, measure: Span, name: int) -> bool:
    """True for the name in "shares of Acme", "trading revenue at Acme"."""
    at = bisect_left(row.starts, name) - 1
    while at > 0 and row.classes[at] == "d":
        at -= 1
    return at > 0 and row.words[at] in {"of", "at"} and measure.start < row.starts[at] and row.ends[at - 1] <= measure.end


def _stands_by(row: Row, name: int) -> bool:
    """True for a name that only says where, with whom or for whom, inside the sentence: "listed on the Oslo exchange", "a plant in Ustka".

    So does one behind its owner, "according to Ruritania's Mining Office", and one set off by commas, "with our local partner, Tarn Trust, we".
    """
    at = bisect_left(row.starts, name) - 1
    if at > 0 and row.classes[at] == "(":  # the short form of a name
        at -= 1
        while at > 0 and row.classes[at] in NOUNS | {"i"} and row.words[at] not in word_list("beside"):
            at -= 1
    if at > 0 and row.classes[at] == "p":
        at -= 2
    elif _APPOSED.match(row.classes, at):
        at -= 1
        while at > 0 and row.classes[at] in NOUNS | {"d"}:
            at -= 1
        return row.words[at] in word_list("beside")
    while at > 0 and row.classes[at] in "dq":
        at -= 1
    return at > 0 and row.words[at] in word_list("beside")


def _clause(row: Row, offset: int) -> int:
    """Where the clause that holds the offset begins: behind a semicolon, a subordinator or "but"."""
    for index in range(bisect_left(row.starts, offset) - 1, -1, -1):
        if row.classes[index] in ";zJ":
            return row.starts[index]
    return row.span.start


def _has_pronoun(row: Row, figure: int) -> bool:
    return any(word in word_list("pronouns") for word in row.words[:figure])


def _start(name: Name) -> int:
    return name[0].start

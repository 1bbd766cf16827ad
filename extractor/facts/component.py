"""What the component `press_facts` does: fills `findings.facts` from the figures, dates and names that the other components found."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.facts import resolve, tables
from extractor.facts.align import align
from extractor.facts.cells import lines_of
from extractor.facts.certainty import certainty_of
from extractor.facts.columns import implied
from extractor.facts.match import Reader
from extractor.facts.merge import merged
from extractor.facts.periods import Periods
from extractor.facts.sides import Names
from extractor.facts.subjects import given_to, subject_of, without_owner
from extractor.facts.times import Calendar
from extractor.facts.tokens import in_order, tokenize
from extractor.findings import Fact, FigureMention, Findings, PercentageMention, Span

if TYPE_CHECKING:
    from extractor.facts.claim import Claim
    from extractor.facts.headings import Heading
    from extractor.facts.tokens import Row
    from extractor.findings import Entity, Mention, MoneyMention

_APART = 120  # characters between two parts of one table: a blank line and a title
_MANY = 40  # figures and dates in one sentence: what has more is no sentence but a run of numbers
_COMPARED = frozenset({"facts.opposite", "facts.others"})  # their date is the one compared with, not the one that is told of


def annotate(found: Findings) -> None:
    """Reads the statements of every sentence that holds a figure and appends them to `found.facts`, in order."""
    mentions = in_order([*found.money, *found.percentages, *found.quantities, *found.dates])
    facts: list[Fact] = []
    rows: list[Span] = []
    amounts: list[MoneyMention] = []
    calendar = Calendar(found)
    names = Names(span for span, _ in _names(found))
    alone = all(section.kind == "table" for section in found.layout.sections)  # an exhibit without a release: the table tells all there is
    heading: Heading | None = None
    behind = 0
    for section in found.layout.sections:
        if section.kind == "table":
            lines = lines_of(found.text, section, mentions)
            amounts += implied(found.text, lines) if alone else []
            before = heading if section.start - behind <= _APART else None
            told, read, heading = tables.read(found.text, lines, calendar, names, section.title, before=before, alone=alone)
            behind = section.end
            facts += told
            rows += read
    found.money = sorted([*found.money, *amounts], key=lambda amount: amount.start)
    facts += _told(found, _sentences(found, mentions, rows))
    found.facts.extend(merged(found.text, facts))


def _told(found: Findings, sentences: list[tuple[Span, list[Mention]]]) -> list[Fact]:
    """The statements of running text; period and subject go on from one sentence of a paragraph to the next."""
    names = _names(found)
    starts = [paragraph.start for paragraph in found.layout.paragraphs]
    spoken = Periods(found)
    facts: list[Fact] = []
    subject: tuple[Span, Entity | None] | None = None
    earlier: Row | None = None
    told: Span | None = None
    for sentence, inside in sentences:
        row = tokenize(found.text, sentence, inside)
        if spoken.enter(bisect_right(starts, sentence.start) - 1, row):
            subject = None
            told = None
        if not any(isinstance(mention, FigureMention) for mention in inside):
            spoken.hear(row, inside)
            continue
        title = _title(found, sentence.start)
        claims = Reader(row, told).read()
        align(row, claims, earlier)
        earlier = row
        told = claims[-1].measure if claims else None  # what was not understood is not what a pronoun stands for
        for claim in claims:
            owner = given_to(claim, names) or without_owner(claim, names)
            fact = _fact(claim)
            fact.certainty = certainty_of(claim, title)
            spoken.settle(fact, claim, compared=claim.found_by in _COMPARED)
            whose = owner or subject_of(claim, names, found.issuer, subject)
            if whose is not None:
                fact.subject, fact.subject_ref = whose
                subject = whose
            facts.append(fact)
    return facts


def _fact(claim: Claim) -> Fact:
    value = claim.value
    of = value.of if isinstance(value, PercentageMention) and value.of else claim.of
    measure = claim.measure
    assert measure is not None  # noqa: S101 - read() leaves out claims without one
    text = claim.row.text
    between = text[value.end : claim.previous.start] if value and claim.previous else ""
    if isinstance(value, PercentageMention) and resolve.listed("losses", text[claim.row.span.start : value.start]):
        between = ""  # "an operating loss of 4% of revenue, versus a loss of 11%" compares two losses
    way = claim.direction or resolve.direction_of(value, claim.previous, measure.of(text), between)
    return Fact(
        measure=measure,
        sentence=claim.row.span,
        found_by=claim.found_by,
        value=value,
        direction=way,
        by=claim.by,
        previous=claim.previous,
        of=of,
    )


def _names(found: Findings) -> list[tuple[Span, Entity]]:
    groups: list[list[Entity]] = [list(found.organizations), list(found.people), list(found.programs), list(found.places)]
    pairs = [(mention.span, entity) for group in groups for entity in group for mention in entity.mentions]
    return sorted(pairs, key=lambda pair: pair[0].start)


def _title(found: Findings, offset: int) -> str | None:
    section = found.layout.section_at(offset)
    return section.title if section else None


def _sentences(found: Findings, mentions: list[Mention], rows: list[Span]) -> list[tuple[Span, list[Mention]]]:
    """The sentences with figures or dates, each with these in order; without the rows of tables."""
    sentences = found.layout.sentences
    starts = [sentence.start for sentence in sentences]
    groups: dict[int, list[Mention]] = {}
    for mention in mentions:
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and mention.end <= sentences[index].end:
            groups.setdefault(index, []).append(mention)
    taken = {row.end for row in rows}
    cut: list[tuple[Span, list[Mention]]] = []
    for index, group in groups.items():
        if sentences[index].end not in taken:
            cut += _pieces(sentences[index], group)
    return cut


def _pieces(sentence: Span, mentions: list[Mention]) -> list[tuple[Span, list[Mention]]]:
    """The sentence; one with more figures than anybody writes is cut, so that the time grows with the text and not with its square."""
    if len(mentions) <= _MANY:
        return [(sentence, mentions)]
    groups = [mentions[at : at + _MANY] for at in range(0, len(mentions), _MANY)]
    starts = [sentence.start, *(group[0].start for group in groups[1:])]
    return [(Span(start, end), group) for start, end, group in zip(starts, [*starts[1:], sentence.end], groups, strict=True)]

"""The spaCy component `press_facts`: fills `findings.facts` from the figures, dates and names that the other components found."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.facts.match import Claim, Reader
from extractor.facts.tokens import in_order, tokenize
from extractor.findings import Fact, FigureMention, Findings, PercentageMention, Span, findings, register

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.findings import Mention


def annotate(found: Findings) -> None:
    """Reads the statements of every sentence that holds a figure and appends them to `found.facts`, in order."""
    for sentence, mentions in _sentences(found):
        row = tokenize(found.text, sentence, mentions)
        found.facts.extend(_fact(claim) for claim in Reader(row).read())


def _fact(claim: Claim) -> Fact:
    value = claim.value
    of = value.of if isinstance(value, PercentageMention) else None
    return Fact(measure=claim.measure, sentence=claim.row.span, found_by=claim.found_by, value=value, direction=claim.direction, by=claim.by, previous=claim.previous, of=of)


def _sentences(found: Findings) -> list[tuple[Span, list[Mention]]]:
    """The sentences with at least one figure, each with its figures and dates in order."""
    starts = [sentence.start for sentence in found.layout.sentences]
    groups: dict[int, list[Mention]] = {}
    for mention in in_order([*found.money, *found.percentages, *found.quantities, *found.dates]):
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and mention.end <= found.layout.sentences[index].end:
            groups.setdefault(index, []).append(mention)
    return [(found.layout.sentences[index], group) for index, group in groups.items() if any(isinstance(mention, FigureMention) for mention in group)]


class PressFacts:
    """Reads what the other components have left on the Doc; works with whichever of them ran."""

    def __call__(self, doc: Doc) -> Doc:
        """Fills `doc._.press.facts`."""
        annotate(findings(doc))
        return doc


@Language.factory("press_facts")
def create(nlp: Language, name: str) -> PressFacts:  # noqa: ARG001 - spaCy's signature
    """The component for a pipeline."""
    register()
    return PressFacts()

"""The `press_structure` component: reads the layout, so that what comes behind it in the pipeline finds it ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.findings import Findings, findings, register

if TYPE_CHECKING:
    from spacy.tokens import Doc

register()


def annotate(found: Findings) -> Findings:
    """Reads `found.layout` (sections, paragraphs, sentences, headline, dateline, credits) and gives the findings back."""
    found.layout  # noqa: B018 - a cached property: reading it is what the component is for
    return found


class PressStructure:
    """Calls `annotate` on the findings of a Doc."""

    def __call__(self, doc: Doc) -> Doc:
        """Makes `doc._.press.layout` ready and gives the same Doc back."""
        annotate(findings(doc))
        return doc


@Language.factory("press_structure")
def create(nlp: Language, name: str) -> PressStructure:
    """Makes the component."""
    return PressStructure()

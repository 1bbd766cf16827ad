"""The spaCy component `press_precedence`: settles overlaps between the kinds, after the names and before the statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.findings import findings, register
from extractor.precedence.settle import settle

if TYPE_CHECKING:
    from spacy.tokens import Doc


class PressPrecedence:
    """Takes the losers of overlaps out of the findings."""

    def __call__(self, doc: Doc) -> Doc:
        """Settles the findings of one Doc."""
        settle(findings(doc))
        return doc


@Language.factory("press_precedence")
def create(nlp: Language, name: str) -> PressPrecedence:  # noqa: ARG001 - spaCy's signature
    """The component for a pipeline."""
    register()
    return PressPrecedence()

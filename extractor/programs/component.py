"""The spaCy component `press_programs`: names to `findings.programs`, each with all its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.findings import Findings, Program, findings, register
from extractor.names.entities import names_of
from extractor.names.group import group

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(found: Findings) -> None:
    """Groups the names of programs in the text."""
    mentions = [mention for mention in found.named.mentions if mention.label == "PROGRAM"]
    found.programs = [Program(name=one.name, aliases=one.aliases, mentions=one.mentions) for one in group(found.text, mentions, found.named)]


class PressPrograms:
    """Takes the names that a model left (`findings.names`, else `doc.ents`)."""

    def __call__(self, doc: Doc) -> Doc:
        """Fills `doc._.press.programs`."""
        names_of(doc)
        annotate(findings(doc))
        return doc


@Language.factory("press_programs")
def create(nlp: Language, name: str) -> PressPrograms:  # noqa: ARG001 - spaCy's signature
    """The component for a pipeline."""
    register()
    return PressPrograms()

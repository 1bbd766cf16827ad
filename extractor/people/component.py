"""The spaCy component `press_people`: names to `findings.people`, each person once, with roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.findings import Findings, findings, register
from extractor.names.entities import names_of
from extractor.people.group import group
from extractor.people.mentions import mentions
from extractor.people.roles import roles

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(found: Findings) -> None:
    """Groups the people of the text and finds their roles."""
    found.people = group(found.text, mentions(found))
    roles(found, found.people)


class PressPeople:
    """Takes the names that a model left (`findings.names`, else `doc.ents`), and organizations where they were found before."""

    def __call__(self, doc: Doc) -> Doc:
        """Fills `doc._.press.people`."""
        names_of(doc)
        annotate(findings(doc))
        return doc


@Language.factory("press_people")
def create(nlp: Language, name: str) -> PressPeople:  # noqa: ARG001 - spaCy's signature
    """The component for a pipeline."""
    register()
    return PressPeople()

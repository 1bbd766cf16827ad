"""The spaCy component `press_places`: names to `findings.places`, each with all its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.findings import Findings, Place, findings, register
from extractor.names.entities import names_of
from extractor.names.group import group
from extractor.places.kinds import kind

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(found: Findings) -> None:
    """Groups the names of places in the text."""
    mentions = [mention for mention in found.named.mentions if mention.label == "PLACE"]
    found.places = [Place(name=one.name, aliases=one.aliases, mentions=one.mentions, kind=kind(one.forms)) for one in group(found.text, mentions, found.named)]


class PressPlaces:
    """Takes the names that a model left (`findings.names`, else `doc.ents`)."""

    def __call__(self, doc: Doc) -> Doc:
        """Fills `doc._.press.places`."""
        names_of(doc)
        annotate(findings(doc))
        return doc


@Language.factory("press_places")
def create(nlp: Language, name: str) -> PressPlaces:  # noqa: ARG001 - spaCy's signature
    """The component for a pipeline."""
    register()
    return PressPlaces()

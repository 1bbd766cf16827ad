"""Where the names of a Doc come from: `found.names` where a component filled it, else the entities of a spaCy `ner`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.findings import NameMention, findings

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.findings import Label

# OntoNotes labels (spaCy's English models) and those of CoNLL models.
LABELS: dict[str, Label] = {
    "ORG": "ORG",
    "PERSON": "PERSON",
    "PER": "PERSON",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
}


def mentions_of(doc: Doc, found_by: str, offset: int = 0) -> list[NameMention]:
    """The entities of a Doc that are names, in text order; `offset` is where the Doc's text begins in the whole."""
    return [
        NameMention(start=ent.start_char + offset, end=ent.end_char + offset, found_by=found_by, label=LABELS[ent.label_])
        for ent in doc.ents
        if ent.label_ in LABELS
    ]


def names_of(doc: Doc) -> list[NameMention]:
    """The names of a Doc in text order, with offsets in its text; they are kept in `doc._.press.names`."""
    found = findings(doc)
    if not found.names:
        found.names = mentions_of(doc, "ner")
    return found.names

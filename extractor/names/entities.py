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


def names_of(doc: Doc) -> list[NameMention]:
    """The names of a Doc in text order, with offsets in its text; they are kept in `doc._.press.names`."""
    found = findings(doc)
    if not found.names:
        found.names = [
            NameMention(start=ent.start_char, end=ent.end_char, found_by="ner", label=LABELS[ent.label_])
            for ent in doc.ents
            if ent.label_ in LABELS
        ]
    return found.names

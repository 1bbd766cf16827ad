"""The spaCy components: `nlp.add_pipe("press_money")` works in any pipeline. Each runs the `annotate` of its kind on `doc._.press`.

Importing this module registers them; installed, spaCy finds them by their entry points. Names come from `press_names` where it ran
before, else from the `ner` of the pipeline (`doc.ents`).
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.findings import Findings, findings, register
from extractor.kinds import COMPONENTS
from extractor.names.component import create as press_names
from extractor.names.entities import names_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


class PressComponent:
    """Finds one kind of thing in a Doc; `kind` names the room of the extractor ("money")."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._annotate: Callable[[Findings], None] = importlib.import_module(f"extractor.{kind}.component").annotate

    def __call__(self, doc: Doc) -> Doc:
        """Adds what the kind finds to `doc._.press` and gives the same Doc back."""
        names_of(doc)
        self._annotate(findings(doc))
        return doc


def _factory(kind: str) -> Callable[[Language, str], PressComponent]:
    def create(nlp: Language, name: str) -> PressComponent:  # noqa: ARG001 - spaCy's signature
        register()
        return PressComponent(kind)

    made: Callable[[Language, str], PressComponent] = Language.factory(f"press_{kind}", func=create)
    return made


(
    press_structure,
    press_dates,
    press_money,
    press_percentages,
    press_quantities,
    press_organizations,
    press_people,
    press_programs,
    press_places,
    press_precedence,
    press_quotes,
    press_facts,
) = map(_factory, COMPONENTS)

__all__ = ["PressComponent", "press_names"]

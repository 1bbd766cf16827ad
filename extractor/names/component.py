"""`press_names`: the name model as a spaCy component. It fills `doc._.press.names`; entities are made of them by later components."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.findings import findings, register
from extractor.names.model import mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from extractor.findings import Findings
    from extractor.names.model import NameModel


def annotate(found: Findings, model: NameModel) -> None:
    """Puts the model's names into `found.names`, in text order, in place of what was there."""
    found.names = mentions(model.find(found.text))


class PressNames:
    """Finds names in each Doc. The model, unless one is given, is loaded with the first one."""

    def __init__(self, model: NameModel | None = None) -> None:
        self._model = model

    def model(self) -> NameModel:
        """The model, loaded when first asked for. A method, since spaCy looks at a component's properties when it is made."""
        if self._model is None:
            from extractor.names.model import NameModel  # onnxruntime comes with the first Doc

            self._model = NameModel()
        return self._model

    def __call__(self, doc: Doc) -> Doc:
        """Fills the names of one Doc."""
        annotate(findings(doc), self.model())
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:  # noqa: ARG002 - spaCy hands it over
        """Fills the names of a stream. Each Doc is read by itself, so `batch_size` changes nothing in what is found."""
        for doc in stream:
            yield self(doc)


@Language.factory("press_names")
def create(nlp: Language, name: str) -> PressNames:  # noqa: ARG001 - spaCy's signature
    """The component for a pipeline."""
    register()
    return PressNames()

"""The spaCy component, with a model made by hand."""

from __future__ import annotations

from typing import cast

import pytest
import spacy

from extractor.findings import Findings, NameMention, findings
from extractor.names.component import PressNames, annotate
from extractor.names.model import FOUND_BY, Found, NameModel


class _Model:
    """Finds "Fenmoor Mills"."""

    def find(self, text: str) -> list[Found]:
        at = text.find("Fenmoor Mills")
        return [Found(at, at + 13, "ORG")] if at >= 0 else []


_MODEL = cast("NameModel", _Model())


def test_names_come_with_offsets_label_and_source() -> None:
    found = Findings(text="At Fenmoor Mills.")
    annotate(found, _MODEL)
    assert [(n.start, n.end, n.label, n.found_by) for n in found.names] == [(3, 16, "ORG", FOUND_BY)]


def test_what_another_model_left_is_replaced() -> None:
    found = Findings(text="At Fenmoor.", names=[NameMention(start=0, end=2, found_by="ner:other", label="ORG")])
    annotate(found, _MODEL)
    assert found.names == []


@pytest.mark.parametrize("batch_size", [1, 2, 50])
def test_pipe_and_call_agree_whatever_the_batch(batch_size: int) -> None:
    nlp = spacy.blank("en")
    component = PressNames(_MODEL)
    texts = ["At Fenmoor\u00a0Mills.", "", "Nothing here.", "(Fenmoor Mills)USD34.6"]
    piped = [findings(doc).names for doc in component.pipe(map(nlp.make_doc, texts), batch_size=batch_size)]
    called = [findings(component(nlp.make_doc(text))).names for text in texts]
    assert [[(n.start, n.end) for n in names] for names in piped] == [[(n.start, n.end) for n in names] for names in called]
    assert [len(names) for names in piped] == [1, 0, 0, 1]


def test_it_is_registered_for_any_pipeline_and_loads_nothing_at_first() -> None:
    nlp = spacy.blank("en")
    component = nlp.add_pipe("press_names")
    assert isinstance(component, PressNames)
    assert component._model is None

"""Growing annotated texts: marks move along with the words."""

from __future__ import annotations

from random import Random

import pytest

from extractor.names.training.data import Sample, marked, sentences
from extractor.names.training.invent import Inventor, sentence
from extractor.names.training.vary import exchanged, varied

_ARTICLE = """⟦ORG name=Ostra Marine AB|Ostra Marine⟧ Signs Pact

⟦PLACE|Malmö⟧ — ⟦ORG|Ostra Marine AB⟧ (“⟦ORG name=Ostra Marine AB|Ostra⟧”)
and the ⟦ORG|Ministry of Coasts⟧ (⟦ORG name=Ministry of Coasts|MC⟧) hired ⟦PERSON|Ida Roe⟧. Ms. ⟦PERSON name=Ida Roe|Roe⟧ leads the ⟦PROGRAM|Green Belt
Initiative⟧ of ⟦ORG name=Ostra Marine AB|OSTRA MARINE AB⟧."""


def _words(sample: Sample) -> list[tuple[str, str]]:
    return [(sample.text[mark.start : mark.end], mark.kind) for mark in sample.marks]


@pytest.mark.parametrize("seed", range(20))
def test_a_variant_has_the_same_marks_of_the_same_kinds(seed: int) -> None:
    random = Random(seed)
    sample = marked("a", _ARTICLE)
    other = varied(exchanged(sample, Inventor(random)), random)
    assert [kind for _, kind in _words(other)] == [kind for _, kind in _words(sample)]
    assert all(words and words == words.strip() for words, _ in _words(other))


def test_one_name_is_exchanged_by_one_name_in_all_its_forms() -> None:
    exchanges = 0
    for seed in range(40):
        words = _words(exchanged(marked("a", _ARTICLE), Inventor(Random(seed)), share=1.0))
        (full, _), (short, _), (capitals, _) = words[2], words[0], words[-1]
        exchanges += full != "Ostra Marine AB"  # not where a form of the new name would be no name
        assert full.startswith(short)
        assert capitals == full.upper()
        person, family = words[6][0], words[7][0]
        assert family in person
    assert exchanges > 30


def test_the_same_seed_gives_the_same_variant() -> None:
    assert exchanged(marked("a", _ARTICLE), Inventor(Random(3))) == exchanged(marked("a", _ARTICLE), Inventor(Random(3)))


def test_every_sentence_can_be_filled() -> None:
    inventor = Inventor(Random(1))
    for line in sentences():
        filled = marked("s", sentence(line, inventor))
        assert "{" not in filled.text
        assert all(words == words.strip() for words, _ in _words(filled))

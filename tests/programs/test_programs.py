"""Named programmes, projects and agreements, found by their head nouns and acronyms."""

from __future__ import annotations

import pytest

from extractor.findings import Findings
from extractor.programs.component import annotate


def read(text: str) -> dict[str, list[str]]:
    found = Findings(text=text)
    annotate(found)
    return {program.name: [text[m.start : m.end] for m in program.mentions] for program in found.programs}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The River Link Initiative on Trade (RLIT) grew. RLIT won.",
            {"River Link Initiative on Trade": ["River Link Initiative on Trade", "RLIT", "RLIT"]},
        ),
        (
            "It signed the Harl Coast Free Trade Agreement in Oslo.",
            {"Harl Coast Free Trade Agreement": ["Harl Coast Free Trade Agreement"]},
        ),
        ("They pay for the Blue Hedge Project.", {"Blue Hedge Project": ["Blue Hedge Project"]}),
    ],
)
def test_a_head_noun_makes_a_programme(text: str, wanted: dict[str, list[str]]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text", ["The Project began.", "The Agreement was signed.", "The Company’s Plan failed.", "our initiative on trade"]
)
def test_a_head_noun_alone_names_nothing(text: str) -> None:
    assert read(text) == {}

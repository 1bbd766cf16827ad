"""Places: known countries and cities, and what a head noun such as "Port" gives away."""

from __future__ import annotations

import pytest

from extractor.findings import Findings
from extractor.places.component import annotate


def read(text: str) -> list[tuple[str, str]]:
    found = Findings(text=text)
    annotate(found)
    return [(place.name, place.kind) for place in found.places]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained in Norway and in Milan.", [("Norway", "gpe"), ("Milan", "gpe")]),
        ("Trucks wait at Velden Airport.", [("Velden Airport", "facility")]),
        ("Trucks wait in Southeast Asia.", [("Southeast Asia", "location")]),
        ("It rained in New York City.", [("New York City", "gpe")]),
    ],
)
def test_places_have_a_kind(text: str, wanted: list[tuple[str, str]]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text", ["The Airport is shut.", "Norway Ropes Ltd. paid.", "The Norwegian side left.", "The Bank of Norway paid."]
)
def test_a_place_inside_another_name_or_a_nationality_is_none(text: str) -> None:
    assert read(text) == []

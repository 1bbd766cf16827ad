"""A fortnight is a length of time; no calendar names its days."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates.component import annotate
from extractor.findings import Findings


@pytest.mark.parametrize(
    "text",
    ["We hope to leave in the next fortnight.", "It rose in the past fortnight.", "In that fortnight, and the one before, on May 3, 2025."],
)
def test_a_fortnight_costs_no_article(text: str) -> None:
    found = Findings(text, published=date(2025, 1, 2))
    annotate(found)
    assert all(mention.value for mention in found.dates)
    assert "P2W" in [mention.value for mention in found.dates]

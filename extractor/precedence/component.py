"""What the component `press_precedence` does: settles overlaps between the kinds, after the names and before the statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.precedence.settle import settle

if TYPE_CHECKING:
    from extractor.findings import Findings


def annotate(found: Findings) -> None:
    """Takes the losers of overlaps out of the findings."""
    settle(found)

"""What the component `press_structure` does: reads the layout, so that what comes behind it in the pipeline finds it ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.findings import Findings


def annotate(found: Findings) -> None:
    """Reads `found.layout`: sections, paragraphs, sentences, headline, dateline, credits."""
    found.layout  # noqa: B018 - a cached property: reading it is what the component is for

"""Speech behind a dash, as Nordic and French releases print it: `– The price has come down. The sums add up, says Ida Bexley.`

Takes the text and its layout, gives direct `Speech`es whose span is what is said, up to the comma of the attribution.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Span
from extractor.quotes.match import SILENT, Cue, Sections, Speech, forms

if TYPE_CHECKING:
    from extractor.findings import Layout
    from extractor.quotes.marks import Quoted

# A hyphen opens items of lists far more often than speech.
_DASH = re.compile(r"(?:^|\n)[ \t]*[–—―][ \t]+\Z")
_FEWEST_WORDS = 4


@cache
def _attribution() -> re.Pattern[str]:
    return re.compile(rf"[,!?]\s+(?P<verb>{forms('any')}|{forms('that')})\s+(?=[A-Z]|the\b|its\b|a\b|an\b)")


def dashed(text: str, layout: Layout, stretches: list[Quoted]) -> list[Speech]:
    """The speech of paragraphs that a dash opens and an attribution behind a comma closes; none where quotation marks do it."""
    sections = Sections(layout)
    marked = {number for one in stretches for number in range(one.first, one.last + 1)}
    found: list[Speech] = []
    for number, paragraph in enumerate(layout.paragraphs):
        if (
            number in marked
            or not _DASH.search(text, max(0, paragraph.start - 8), paragraph.start)
            or sections.at(paragraph.start) in SILENT
        ):
            continue
        said = _attribution().search(text, paragraph.start, paragraph.end)
        if said is None or len(text[paragraph.start : said.start()].split()) < _FEWEST_WORDS:
            continue
        verb = Span(said.start("verb"), said.end("verb"))
        found.append(Speech(paragraph.start, said.start() + 1, number, Cue("after", Span(verb.end, paragraph.end), verb), "dash"))
    return found

"""Puts the article's layout together: blocks, releases, sections, and the sentences inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.findings import Layout, Span
from extractor.structure import releases
from extractor.structure.blocks import read_blocks
from extractor.structure.sections import read_sections
from extractor.structure.sentences import split

if TYPE_CHECKING:
    from extractor.structure.blocks import Block


def read(text: str) -> Layout:
    """The layout of a text (as `reading.plain` gives it); offsets are those of the text.

    Where the text holds several releases, headline and dateline are the first one's, and sections and sentences are those of all.
    """
    layout = Layout()
    for number, part in enumerate(releases.split_blocks(text, read_blocks(text))):
        reading = read_sections(text, part)
        layout.sections += reading.sections
        layout.credits += reading.credits
        if number == 0:
            layout.headline, layout.dateline = reading.headline, reading.dateline
        layout.sentences += _sentences(text, part, [section.end for section in reading.sections if section.kind == "dateline"], reading.headline)
    return layout


def split_releases(text: str) -> list[Span]:
    """The releases that one text holds, in order: spans that cover it. One span where it holds one; then nothing is to be split."""
    return releases.spans(text, releases.split_blocks(text, read_blocks(text)))


def _sentences(text: str, blocks: list[Block], cuts: list[int], headline: Span | None) -> list[Span]:
    """The sentences of the blocks in order; a headline over several lines is one, a dateline is one by itself."""
    found: list[Span] = []
    for block in blocks:
        if block.kind == "rule":
            continue
        if headline and headline.start <= block.start < headline.end:
            if block.start == headline.start:
                found.append(headline)
            continue
        at = block.start
        for cut in cuts:
            if block.start < cut <= block.end:
                found.append(Span(block.start, block.start + len(text[block.start : cut].rstrip())))
                at = cut
        found.extend(split(text, at, block.end))
    return found

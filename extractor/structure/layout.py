"""Puts the article's layout together: blocks, releases, sections, and the sentences inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.findings import Layout, Span
from extractor.structure import releases
from extractor.structure.blocks import read_blocks
from extractor.structure.sections import read_sections
from extractor.structure.sentences import split, trimmed

if TYPE_CHECKING:
    from extractor.structure.blocks import Block


def read(text: str) -> Layout:
    """The layout of a text (as `reading.plain` gives it); offsets are those of the text.

    Where the text holds several releases, headline and dateline are the first one's, and sections and sentences are those of all.
    """
    parts = releases.split_blocks(text, read_blocks(text))
    layout = Layout(releases=len(parts))
    for number, part in enumerate(parts):
        reading = read_sections(text, part)
        layout.sections += reading.sections
        layout.credits += reading.credits
        if number == 0:
            layout.headline, layout.dateline = reading.headline, reading.dateline
        cuts = [section.end for section in reading.sections if section.kind == "dateline"]
        for paragraph in _paragraphs(text, part, cuts, reading.headline):
            layout.paragraphs.append(paragraph)
            layout.sentences += [paragraph] if paragraph == reading.headline else split(text, paragraph.start, paragraph.end)
    return layout


def split_releases(text: str) -> list[Span]:
    """The releases that one text holds, in order: spans that cover it. One span where it holds one; then nothing is to be split."""
    return releases.spans(text, releases.split_blocks(text, read_blocks(text)))


def _paragraphs(text: str, blocks: list[Block], cuts: list[int], headline: Span | None) -> list[Span]:
    """The blocks in order; a headline over several lines is one, a dateline is cut from the paragraph that it opens."""
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
                found.append(Span(at, at + len(text[at:cut].rstrip())))
                at = cut
        if span := trimmed(text, at, block.end):
            found.append(span)
    return found

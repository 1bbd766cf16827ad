"""Puts the article's layout together: blocks, their sections, and the sentences inside them."""

from __future__ import annotations

from extractor.findings import Layout
from extractor.structure.blocks import read_blocks
from extractor.structure.sentences import split


def read(text: str) -> Layout:
    """The layout of a text (as `reading.plain` gives it); offsets are those of the text."""
    layout = Layout()
    for block in read_blocks(text):
        if block.kind != "rule":
            layout.sentences.extend(split(text, block.start, block.end))
    return layout

"""Several releases in one file: where the next one begins.

Takes the text and its blocks, gives the span of each release. A new one is told by its own dateline or "FOR IMMEDIATE RELEASE" behind the
end (###, -30-), the contacts, the boilerplate or the SOURCE line of the one before; a dateline inside a round-up splits nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.findings import Span
from extractor.structure import dateline
from extractor.structure.blocks import is_prose
from extractor.structure.marks import reaches

if TYPE_CHECKING:
    from extractor.structure.blocks import Block

# What may stand at a release's end, with more of it behind; and what surely is the last of it.
_LATE = frozenset({"contact", "boilerplate", "forward_looking"})
_LAST_IDS = frozenset({"credits-source-caps", "solely-responsible", "rights"})
# The first release shows its dateline in its first blocks or never.
_FIRST_BLOCKS = 120
_OPENERS = frozenset({"immediate-release", "embargo", "embargo-hold"})


def split_blocks(text: str, blocks: list[Block]) -> list[list[Block]]:
    """The blocks of each release in order; one list where the file holds one."""
    borders = [0]
    opened = False  # the release at hand has shown its dateline
    border: int | None = None  # the first block behind what may have closed it
    for index, block in enumerate(blocks):
        mark = block.mark
        opener = bool(mark and mark.id in _OPENERS)
        if opener or (
            (border is not None or (not opened and index < _FIRST_BLOCKS))
            and block.kind == "text"
            and mark is None
            and _has_dateline(text, block)
        ):
            if opened and border is not None:
                borders.append(border)
                border = None
                opened = False
            opened = opened or not opener
        elif mark and opened and (mark.kind == "end_mark" or mark.id in _LAST_IDS or mark.kind in _LATE):
            border = index + 1
        elif border is not None and (block.kind in ("rule", "row") or _is_no_title(text, block)):
            # Boilerplate and contact lines belong to the release before; the next one's headline is neither.
            border = index + 1
    return [blocks[start:end] for start, end in zip(borders, [*borders[1:], len(blocks)], strict=True)]


def _is_no_title(text: str, block: Block) -> bool:
    return is_prose(text, block) or text[block.end - 1] == "." or reaches(text, block.start, block.end)


def _has_dateline(text: str, block: Block) -> bool:
    """True where the block opens with a dateline that names a date or a wire."""
    found = dateline.match(text, block.start, block.end)
    return bool(found and found.place and (found.wire or found.date))


def spans(text: str, parts: list[list[Block]]) -> list[Span]:
    """The parts as spans that cover the whole text."""
    starts = [0, *(part[0].lines[0].start for part in parts[1:])]
    return [Span(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]

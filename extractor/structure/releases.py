"""Several releases in one file: where the next one begins.

Takes the text and its blocks, gives the span of each release. A new one is told by its own dateline or "FOR IMMEDIATE RELEASE" behind the
end (###, -30-), the contacts, the boilerplate, the SOURCE line of the one before or a rule; "OTTAWA --" without a date counts behind an end
mark, or where the one before began so too. A dateline inside a round-up splits nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.findings import Span
from extractor.structure import dateline
from extractor.structure.blocks import is_prose
from extractor.structure.marks import reaches

if TYPE_CHECKING:
    from extractor.structure.blocks import Block

Opening: TypeAlias = Literal["opener", "dated", "place"]
Closing: TypeAlias = Literal["end", "late", "rule"]

# What may stand at a release's end, with more of it behind; and what surely is the last of it.
_LATE = frozenset({"contact", "boilerplate", "forward_looking"})
_LAST_IDS = frozenset({"credits-source-caps", "solely-responsible", "rights"})
# The first release shows its dateline in its first blocks or never.
_FIRST_BLOCKS = 120
_OPENERS = frozenset({"immediate-release", "embargo", "embargo-hold"})


def split_blocks(text: str, blocks: list[Block]) -> list[list[Block]]:
    """The blocks of each release in order; one list where the file holds one."""
    borders = [0]
    opened: Opening | None = None  # how the release at hand has shown itself
    border: int | None = None  # the first block behind what may have closed it
    closed: Closing = "rule"
    for index, block in enumerate(blocks):
        mark = block.mark
        opening = _opening(text, block) if opened in (None, "opener") or border is not None else None
        if opening and border is None:
            if index < _FIRST_BLOCKS and (opened is None or opening != "opener"):
                opened = opening
        elif opening and opened and border is not None and _is_next(opened, opening, closed, titled=border < index):
            borders.append(border)
            border, opened = None, opening
        elif opened and mark and (mark.kind == "end_mark" or (opened != "opener" and (mark.id in _LAST_IDS or mark.kind in _LATE))):
            closed = "end" if mark.kind == "end_mark" or (border is not None and closed == "end") else "late"
            border = index + 1
        elif border is not None and (block.kind in ("rule", "row") or _is_no_title(text, block)):
            # Boilerplate and contact lines belong to the release before; the next one's headline is neither.
            border = index + 1
        elif opened and opened != "opener" and block.kind == "rule":
            border, closed = index + 1, "rule"
    return [blocks[start:end] for start, end in zip(borders, [*borders[1:], len(blocks)], strict=True)]


def _is_next(opened: Opening, opening: Opening, closed: Closing, *, titled: bool) -> bool:
    """True where what opens behind a close is the next release: anything behind an end mark; else what is like the beginning of the one
    before, with a headline above it where only a rule or a bare place tells.
    """
    if closed == "end":
        return True
    if opening == "place" or opened == "place":
        return opening == opened and titled
    return opened == "dated" and (closed == "late" or titled)


def _is_no_title(text: str, block: Block) -> bool:
    return is_prose(text, block) or text[block.end - 1] == "." or reaches(text, block.start, block.end)


def _opening(text: str, block: Block) -> Opening | None:
    """What of a release's beginning the block shows: "FOR IMMEDIATE RELEASE", a dateline with date or wire, one with a place alone."""
    if block.mark:
        return "opener" if block.mark.id in _OPENERS else None
    found = dateline.match(text, block.start, block.end) if block.kind == "text" else None
    if found is None or not found.place:
        return None
    if found.wire or found.date:
        return "dated"
    return "place" if is_prose(text, block) else None


def spans(text: str, parts: list[list[Block]]) -> list[Span]:
    """The parts as spans that cover the whole text."""
    starts = [0, *(part[0].lines[0].start for part in parts[1:])]
    return [Span(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]

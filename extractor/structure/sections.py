"""Sections: which part of the release each block is. Takes the blocks of one release, gives its sections, headline, dateline and credits.

Above the body stand furniture, headline, sub-headlines and highlights; the dateline or the first paragraph of prose opens the body;
headings, marks and the state that they leave behind tell what the rest is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Dateline, Section, SectionKind, Span
from extractor.lexicon import rows
from extractor.structure import dateline, headline
from extractor.structure.blocks import is_prose
from extractor.structure.marks import reaches

if TYPE_CHECKING:
    from extractor.structure.blocks import Block

_LONGEST_HEADING = 110
_LONGEST_CREDIT = 200
_LONGEST_CONTACT_LINE = 120
# A dateline stands above or at the first paragraph; behind two of them a capital word with a date is something else.
_PROSE_BEFORE_DATELINE = 2
_NOT_HEADING_END = re.compile(r"[.;,!?…][\"'”’»)]*$")
_SAYS = re.compile(
    r"\b(?:said|says|added|adds|commented|comments|stated|states|noted|remarked|explained|writes|wrote|told .{1,40})\s*:$", re.IGNORECASE
)
# A sentence of six words and more that does not tell whom to ask.
_FIRST_SENTENCE = re.compile(
    r"(?!(?:For|Contact|Please|Media|Press|Call|E-?mail|To)\b)[A-Z“\"][^\s.!?]*(?:[ \n][^\s!?]+){5,}?[.!?]\s+(?=[A-Z])"
)
_TITLE_WORDS = 3  # "Results for 2025": fewer words behind a label are its value
_LABELLED = re.compile(r":\s+\S")
_OPENING_IDS = frozenset({"immediate-release", "release-kind"})
_KEPT = frozenset({"contact", "forward_looking", "boilerplate"})


@dataclass(slots=True)
class Reading:
    """The parts of one release while they are being read."""

    sections: list[Section] = field(default_factory=list)
    headline: Span | None = None
    dateline: Dateline | None = None
    credits: list[Span] = field(default_factory=list)

    def add(self, kind: SectionKind, start: int, end: int, title: str | None = None) -> None:
        """Adds a block, or lengthens the last section where the block goes on with it."""
        last = self.sections[-1] if self.sections else None
        if last and last.kind == kind and last.title == title and kind not in ("heading", "headline", "dateline", "subheadline", "credits"):
            self.sections[-1] = Section(kind, last.start, end, title)
        else:
            self.sections.append(Section(kind, start, end, title))
        if kind == "credits":
            self.credits.append(Span(start, end))


def read_sections(text: str, blocks: list[Block]) -> Reading:
    """The sections of one release, in text order; rules (lines without a word) are in none."""
    reading = Reading()
    found = _find_dateline(text, blocks)
    body = found[0] if found else _first_prose(text, blocks)
    _read_head(text, blocks[:body], reading)
    start = body
    if found:
        line = found[1]
        reading.add("dateline", line.start, line.end)
        reading.dateline = _with_header_date(text, blocks[:body], line)
        if not text[line.end : blocks[body].end].strip():
            start += 1
            if reading.headline is None or not headline.says_something(reading.headline.of(text)):
                start = _read_below(text, blocks, start, reading)
    elif dated := next(
        (block for block in blocks[:body] if block.mark is None and _below(reading.headline, block) and is_date_line(text, block)), None
    ):
        reading.dateline = Dateline(dated.start, dated.end, None, dateline.date_at(text, dated.start, dated.end), None)
    _read_body(text, blocks[start:], reading, behind=reading.dateline.end if found and reading.dateline else 0)
    return reading


def _read_below(text: str, blocks: list[Block], start: int, reading: Reading) -> int:
    """Reads on for a headline below a dateline that stands alone ("Paris, 3 June 2025"); gives where the body starts.

    What stood above it is kept as headline unless the one below says something or is the only one.
    """
    below = start + _first_prose(text, blocks[start:])
    lower = Reading()
    _read_head(text, blocks[start:below], lower)
    if lower.headline is None or (
        reading.headline and not headline.says_something(lower.headline.of(text)) and not _is_opened(blocks[:start])
    ):
        return start
    reading.sections = [Section("furniture", one.start, one.end) if one.kind == "headline" else one for one in reading.sections]
    reading.headline = lower.headline
    for one in lower.sections:
        reading.add(one.kind, one.start, one.end)
    return below


def _is_opened(blocks: list[Block]) -> bool:
    """True where "PRESS RELEASE" or the like stands in these blocks: what is above it is a letterhead."""
    return any(block.mark and block.mark.id in _OPENING_IDS for block in blocks)


def is_date_line(text: str, block: Block) -> bool:
    """True of a line that holds a date and little more: "13 November 2025", "March 03, 2025 08:00 ET | Source: Halden"."""
    date = dateline.date_at(text, block.start, block.end)
    return bool(date) and len(block.lines) == 1 and block.end - block.start <= _LONGEST_HEADING and not is_prose(text, block)


def _below(head: Span | None, block: Block) -> bool:
    return head is not None and block.start >= head.end


def _find_dateline(text: str, blocks: list[Block]) -> tuple[int, Dateline] | None:
    """The number of the block that the dateline opens, and the dateline."""
    prose = 0
    for index, block in enumerate(blocks):
        if block.kind == "text" and block.mark is None:
            found = dateline.match(text, block.start, block.end)
            # Without date and wire only a paragraph's first words can be one.
            alone = found is not None and not text[found.end : block.end].strip() and text[found.end - 1] in "-–—_"
            if found and (found.wire or (found.place and found.date) or alone or is_prose(text, block)):
                return index, found
            prose += is_prose(text, block)
            if prose >= _PROSE_BEFORE_DATELINE:
                return None
    return None


def _with_header_date(text: str, head: list[Block], line: Dateline) -> Dateline:
    """A dateline without a date ("LONDON--(BUSINESS WIRE)--") takes the one above it: by itself, or in "RELEASE: June 3, 2025"."""
    if line.date is not None:
        return line
    alone = [block for block in head if is_date_line(text, block)]
    marked = [block for block in head if block.mark and block.mark.kind == "furniture" and block.end - block.start <= _LONGEST_HEADING]
    for block in (*alone, *marked):
        if date := dateline.date_in(text, block.start, block.end):
            return Dateline(line.start, line.end, line.place, date, line.wire)
    return line


def _first_prose(text: str, blocks: list[Block]) -> int:
    """The number of the first block of the body where no dateline tells it."""
    for index, block in enumerate(blocks):
        if (is_prose(text, block) or _is_numbered(text, block)) and (block.mark is None or block.mark.head):
            return index
    return 0


def _is_numbered(text: str, block: Block) -> bool:
    """True of a paragraph with a number ("1. The commission has ..."): a body, not a highlight."""
    return block.kind == "bullet" and text[block.lines[0].start].isdigit() and block.end - block.start > _LONGEST_HEADING


def _read_head(text: str, blocks: list[Block], reading: Reading) -> None:
    """Furniture, headline, sub-headlines and highlights above the body."""
    for block in blocks:
        _cut_label(text, block)
    contacts = _contact_groups(text, blocks)
    free = [
        block
        for index, block in enumerate(blocks)
        if block.kind == "text" and block.mark is None and index not in contacts and not _is_aside(text, block)
    ]
    free = _below_opening(text, blocks, free)
    titled = {id(block) for block in free}
    titles = [block for block in free if not is_prose(text, block)] or free
    reading.headline = head = headline.find(text, titles)
    for block in blocks:
        if head and head.start <= block.start < head.end:
            if block.start == head.start:
                reading.add("headline", head.start, head.end)
        elif block.mark:
            reading.add(block.mark.kind, block.start, block.end)
        elif block.kind in ("bullet", "row"):
            reading.add("bullets" if block.kind == "bullet" else "table", block.start, block.end)
        elif block.kind == "text" and (id(block) in titled or is_prose(text, block)):
            below = head is not None and block.start >= head.end
            kind: SectionKind = "furniture" if not below else "body" if is_prose(text, block) else "subheadline"
            reading.add("heading" if text[block.end - 1] == ":" and below else kind, block.start, block.end)
        elif block.kind == "text":
            reading.add("heading" if text[block.end - 1] == ":" else "furniture", block.start, block.end)


# "Press release: Halden opens depot", "FOR IMMEDIATE RELEASE – ...", "GLOBAL MARKETS-Stocks fall": a label on the headline's own line.
_HEAD_LABEL = re.compile(
    r"(?i:\W{0,4}(?:for immediate (?:release|publication)|(?:press|news|media) (?:release|statement|announcement|information)|headline|title)"
    r"(?:\s+(?:no\.?\s*)?\d+(?:/\d+)?)?)\s*(?:[:：|–—]|-(?=\s))\s*(?=\S)|[A-Z][A-Z &/]{3,28}(?: \d)?-(?=[A-Z][\w’']*[a-z])"
)


def _cut_label(text: str, block: Block) -> None:
    """Lets a block begin behind the label of its line, where what follows reads like a headline; a date or a name behind it does not."""
    if block.kind != "text" or is_prose(text, block):
        return
    label = _HEAD_LABEL.match(text, block.start, block.end)
    if label and not dateline.date_at(text, label.end(), block.end):
        words = text[label.end() : block.end]
        if headline.says_something(words) or (len(words.split()) >= _TITLE_WORDS and headline.reports(words)):
            block.start, block.mark = label.end(), None


def _below_opening(text: str, blocks: list[Block], free: list[Block]) -> list[Block]:
    """What stands below "FOR IMMEDIATE RELEASE", where anything does: above it there is only a letterhead."""
    opening = max((number for number, block in enumerate(blocks) if block.mark and block.mark.id in _OPENING_IDS), default=-1)
    below = [block for block in free if opening < 0 or block.start > blocks[opening].start] or free
    # "MEDIA RELEASE / Results for the quarter" is a label of two lines where a headline with a verb stands apart below it.
    first = below[0] if below else None
    if first and opening >= 0 and blocks[opening + 1 : opening + 2] == [first] and not first.after_blank:
        apart = [block for block in below[1:] if block.after_blank]
        if (
            apart
            and headline.says_something(text[apart[0].start : apart[0].end])
            and not headline.says_something(text[first.start : first.end])
        ):
            return below[1:]
    return below


def _is_aside(text: str, block: Block) -> bool:
    """True of what is no title: a date by itself, a note in brackets, a line of contact data."""
    first, last = text[block.start], text[block.end - 1]
    return is_date_line(text, block) or (first in "([" and last in ")]") or last == ":" or reaches(text, block.start, block.end)


def _read_body(text: str, blocks: list[Block], reading: Reading, behind: int) -> None:
    """Everything from the first paragraph on."""
    kind: SectionKind = "body"
    title: str | None = None
    contacts = _contact_groups(text, blocks)
    for index, block in enumerate(blocks):
        start = max(block.start, behind)
        mark = block.mark if block.mark and not block.mark.head else None
        length = block.end - block.start
        if block.kind == "row":
            reading.add("table", start, block.end, title)
        elif mark and mark.kind in ("end_mark", "embargo"):
            reading.add(mark.kind, start, block.end)
            kind, title = ("body", None) if mark.kind == "end_mark" else (kind, title)
        elif mark and (mark.kind == "furniture" or (mark.kind == "credits" and length <= _LONGEST_CREDIT)):
            reading.add(mark.kind, start, block.end)
        elif mark and mark.kind in _KEPT and block.kind == "text":
            kind, title = _open_section(text, block, mark.kind, mark.id, start, reading, (kind, title))
        elif block.kind == "rule":
            continue
        elif index in contacts:
            reading.add("contact", start, block.end, title if kind == "contact" else None)
        elif _is_heading(text, blocks, index, kind):
            reading.add("heading", start, block.end)
            kind, title = "body", _title(text, start, block.end)
        elif block.kind == "bullet":
            reading.add("bullets" if kind == "body" else kind, start, block.end, title)
        else:
            if kind == "contact" and is_prose(text, block) and length > _LONGEST_CONTACT_LINE and not reaches(text, start, block.end):
                kind, title = "body", None
            reading.add(kind, start, block.end, title)


def _open_section(
    text: str, block: Block, kind: SectionKind, mark: str, start: int, reading: Reading, state: tuple[SectionKind, str | None]
) -> tuple[SectionKind, str | None]:
    """A contact, boilerplate or forward-looking mark: a heading that rules what follows, or a block by itself. Gives the state it leaves."""
    words = text[start : block.end]
    if mark == "about-runs":
        reading.add(kind, start, block.end, re.split(r":| [–—-]", words, maxsplit=1)[0].strip())
        return kind, reading.sections[-1].title
    heading = len(words) <= _LONGEST_HEADING and not _ends_sentence(words) and not _LABELLED.search(words)
    if heading and not (kind == "contact" and reaches(text, start, block.end)):
        if kind == "boilerplate" and _is_generic(words):
            kind = "body"
        reading.add("heading", start, block.end)
        return kind, _title(text, start, block.end)
    if mark == "about":  # a sentence that begins with "About"
        reading.add(state[0], start, block.end, state[1])
        return state
    # A paragraph by itself: what follows it is what it was before.
    reading.add(kind, start, block.end, state[1] if state[0] == kind else None)
    return state if state[0] != "body" or kind != "contact" else (kind, None)


def _ends_sentence(words: str) -> bool:
    """True where a line ends with a full stop that is no abbreviation's."""
    return words.endswith((".", "!", "?")) and not re.search(r"(?:\b(?:Inc|Corp|Ltd|Co|plc|Bhd|Jr|Sr)|\b[A-Z]|[a-z]\.[A-Z])\.$", words)


def _title(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()).rstrip(" :").strip("*_=#–—- ")


@cache
def _generic(*, the: bool) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.structure", "generic_abouts.csv") if the or not row["the"])


def _is_generic(words: str) -> bool:
    """True of "About the Trial": it tells of the news, not of the sender."""
    below = words.casefold().split()[1:]
    known = _generic(the=bool(below) and below[0] in ("the", "this", "these"))
    return any(word.strip(":.,") in known for word in below) and not re.search(
        r"(?i)\b(?:inc|corp|ltd|plc|group|foundation|institute|society|association)\b", words
    )


def _contact_groups(text: str, blocks: list[Block]) -> set[int]:
    """The numbers of unmarked blocks that stand in one group of short lines with an address or a telephone number."""
    found: set[int] = set()
    group: list[int] = []
    for index, block in enumerate([*blocks, None]):
        if block is not None and (index == 0 or not block.after_blank) and group:
            group.append(index)
            continue
        texts = [number for number in group if blocks[number].kind == "text"]
        short = all(line.end - line.start <= _LONGEST_CONTACT_LINE for number in texts for line in blocks[number].lines)
        plain = texts and short and len(texts) == len(group) and not any(_is_sentence(text, blocks[number]) for number in texts)
        if plain and any(reaches(text, blocks[number].start, blocks[number].end) for number in texts):
            found.update(texts)
        group = [index]
    return found


def _is_sentence(text: str, block: Block) -> bool:
    """True of running text: without an address, long, or with a sentence of its own before the address ("It opens in May. Call ...")."""
    if not is_prose(text, block):
        return False
    first = _FIRST_SENTENCE.match(text, block.start, block.end)
    return (
        block.end - block.start > _LONGEST_CREDIT
        or not reaches(text, block.start, block.end)
        or (first is not None and not reaches(text, block.start, first.end()))
    )


def _is_heading(text: str, blocks: list[Block], index: int, kind: SectionKind) -> bool:
    """True of a short line without a sentence's end that prose, a list or a table follows."""
    block = blocks[index]
    words = text[block.start : block.end]
    if block.kind != "text" or len(words) > _LONGEST_HEADING or len(block.lines) > 2 or not (words[0].isupper() or not words[0].isalpha()):
        return False
    if (
        not _title(text, block.start, block.end)
        or _NOT_HEADING_END.search(words)
        or _SAYS.search(words)
        or _LABELLED.search(words)
        or (kind == "contact" and not block.after_blank)
    ):
        return False
    below, after = _following(blocks, index)
    if below is None or (below.mark and below.mark.kind != "forward_looking"):
        return False
    if kind == "contact":
        return is_prose(text, below) and below.end - below.start > _LONGEST_CONTACT_LINE
    if below.kind in ("bullet", "row") or is_prose(text, below):
        return True
    return bool(after and block.after_blank and (after.kind in ("bullet", "row") or is_prose(text, after)))


def _following(blocks: list[Block], index: int) -> tuple[Block | None, Block | None]:
    """The next two blocks that have words; a table's header and a rule may stand between a heading and its table."""
    found = [block for block in blocks[index + 1 : index + 6] if block.kind != "rule"][:2]
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)

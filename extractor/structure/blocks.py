"""Blocks: which lines of the article run on into each other, and which stand alone.

Takes the text, gives paragraphs, bullets, table rows and rules in order. A hard wrap joins two lines; a blank line, a bullet, a table row
or a line that stops short of the page's width ends a block. What a block means (headline, contact ...) is `sections`' business.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Literal

from extractor.findings import Span
from extractor.structure import dateline
from extractor.structure.headline import says_something
from extractor.structure.marks import Mark, mark_of
from extractor.structure.sentences import starters

BlockKind = Literal["text", "bullet", "row", "rule"]

# "• x", "- x", "-- x", "* x", "1. x", "(a) x", "iv) x". A figure ("-5 %") has no space behind its sign.
_BULLET = re.compile(r"(?:[•●▪■□◆◇◦‣⁃∙·○►▶➢➤✓✔✦➔→]|[*–—-]|--|o(?=\s\s))\s+(?=\S)|(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_LETTERED = re.compile(r"^[ \t]*\(?(?:[a-z]|[ivx]{1,4})[.)]\s", re.MULTILINE)
# "* * *", "-----", "***", "____": a line without a word.
_RULE = re.compile(r"[\s*_=~.·•#|+:–—-]{3,}$")
# Cells stand apart by a tab, a pipe or two spaces that no sentence end explains.
_GAP = re.compile(r"(?<=\S)(?:\s*[|│¦]\s*| *\t\s*| {3,}|(?<![.!?:;”\"]) {2})(?=\S)")
_CELL_MARK = re.compile(r"[\t|│¦]")
_AMOUNT = (
    r"[(+–—-]?\s*(?:[A-Z]{2,3}[$€£]?|[$€£¥]|[A-Z]{1,3}\$)?\s*\(?[.,]?\d[\d.,]*\)?\s*(?:%|[a-z.]{1,5}|[xXMBK]|[a-z]{1,3}llions?|thousands?)?"
)
_FIGURE_CELL = re.compile(
    rf"(?:{_AMOUNT}[)*†]?|(?:[a-z]{{5,13}} )?{_AMOUNT}(?: to | ?[–—-] ?){_AMOUNT})$|(?:about|approximately) {_AMOUNT}$|[–—-]+$|[Nn]/?[AaMm]$|[Nn]il$"
)
# A line cannot end a sentence on one of these: the text goes on.
_OPEN_END = re.compile(
    r"(?:[,&–—-]|\b(?:a|an|and|as|at|by|for|from|her|his|in|into|is|its|of|on|or|our|over|than|that|the|their|to|was|were|which|with|Ms\.|Mr\.|Mrs\.|Dr\.))$"
)
_CLOSED_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LABEL = re.compile(r"[(\[]?[A-Z][\w ]{1,30}(?:[:：]| [Bb]y )|[Bb][Yy] [A-Z]")
_ADDRESS = re.compile(r"\S+@\S+|https?://|www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|cn|org|net|gov|eu|uk|de|io)\b")
_TO_ADDRESS = re.compile(r"\b(?:visit|at|see|to|on|via|and|or|is|from|website|through|with|call|contact|e-?mail)$")
# Markdown: "# Title", "**Title**", "_Title_"; the signs are no part of the words.
_DRESSED = re.compile(r"(?:#{1,6}\s+)?(?P<sign>\*{1,3}|_{1,2})?(?P<words>[^\s*_#].*?)(?:(?P=sign))?(?:\s+#{1,6})?$")
# The widest line that a mail program or a terminal makes; longer lines are paragraphs that were never wrapped.
_WIDEST_WRAP = 132
_NARROWEST_WRAP = 36
# Where the width is not known: a shorter first line is rather a title than a wrapped sentence.
_SURE_WRAP = 50
_RAGGED = 3
_INNER_STOP = re.compile(r"[.?!,][\"”’]\s|[a-z]{3}[.?!] [A-Z]")
_FULL_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SHORT_PROSE = 40
_LONG_PROSE = 330
_CENTRED = 8  # white space that sets a heading over the columns of a table
_UNIT_LINE = re.compile(
    r"(?:all )?(?:amounts |figures )?(?:stated |expressed )?in (?:thousands|millions|billions|[A-Z]{2,3}\b|[$€£¥]|\w+ (?:thousands?|millions?|billions?))|(?:unit|[A-Z]{2,3}[$€£]?)[: ]*(?:million|thousand|billion|m\b|k\b)|['’]000",
    re.IGNORECASE,
)
_WIDEST_FIGURE = 50
_MOST_HEADS = 4  # lines with one cell over a table: a note of the unit, "Three months ended" over "June 30,"
_LONGEST_LABEL = 70  # characters of a row's label on a line of its own
_PERIOD_LINE = re.compile(
    r"(?:for the )?(?:[\w-]{1,12} ){0,3}(?:months|weeks|quarters?|half[- ]year|year) (?:ended|ending|to)\b", re.IGNORECASE
)
_HEAD_LINES = 60  # a dateline that follows its headline without white space stands in the first lines


@dataclass(slots=True, frozen=True)
class Line:
    """One line without the white space at its ends; `indent` counts what stood before it."""

    start: int
    end: int
    indent: int


@dataclass(slots=True)
class Block:
    """Lines that run on into each other. `start` is behind a bullet's mark; `after_blank` tells of white space above; `mark` is what
    the words alone say about the block.
    """

    kind: BlockKind
    start: int
    end: int
    lines: list[Line]
    after_blank: bool = False
    mark: Mark | None = None


def read_lines(text: str) -> list[Line]:
    """Every line in order; a blank one has `start == end`."""
    found = []
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if bare else 0
        found.append(Line(at + indent, at + indent + len(bare), indent))
        at += len(raw) + 1
    return found


def read_blocks(text: str) -> list[Block]:
    """The blocks of the text in order; blank lines are in none."""
    lines = read_lines(text)
    width = _wrap_width(lines)
    rows = _table_rows(text, lines)
    found: list[Block] = []
    blank = True
    for index, line in enumerate(lines):
        if line.start == line.end:
            blank = True
            continue
        words = text[line.start : line.end]
        last = found[-1] if found and not blank else None
        mark = None if index in rows else _BULLET.match(text, line.start, line.end)
        if _RULE.match(words):
            found.append(Block("rule", line.start, line.end, [line], blank))
        elif index in rows:
            found.append(Block("row", line.start, line.end, [line], blank))
        elif mark and _is_bullet(text, mark, last):
            found.append(Block("bullet", mark.end(), line.end, [line], blank))
        elif (
            last
            and last.kind in ("text", "bullet")
            and _runs_on(text, last, line, width)
            and not _opens(text, line, index)
            and not _is_second_title(text, last, lines, index)
        ):
            last.lines.append(line)
            last.end = line.end
        else:
            start, end = _undressed(text, line)
            found.append(Block("text", start, end, [line], blank))
        blank = False
    for block in found:
        if block.kind in ("text", "bullet"):
            block.mark = mark_of(text, block.lines[0].start if block.kind == "bullet" else block.start, block.end)
        elif block.kind == "rule":
            block.mark = mark_of(text, block.start, block.end)
    return found


def _undressed(text: str, line: Line) -> tuple[int, int]:
    """The words of a line without the signs that Markdown puts around a title."""
    if (
        text[line.start] in "#*_"
        and (found := _DRESSED.match(text, line.start, line.end))
        and (found["sign"] is None or text[line.end - 1] in "*_")
    ):
        return found.start("words"), found.end("words")
    return line.start, line.end


def is_prose(text: str, block: Block) -> bool:
    """True of running text: a block that ends like a sentence, or is too long for a headline or a name."""
    length = block.end - block.start
    return block.kind == "text" and (
        length > _LONG_PROSE or (length > _SHORT_PROSE and bool(_FULL_STOP.search(text, block.end - 4, block.end)))
    )


def cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of one table row, as spans of their words; empty cells of a piped row are left out."""
    found: list[Span] = []
    at = start
    if "  " not in text[start:end] and not _CELL_MARK.search(text, start, end):
        return [Span(start, end)] if start < end else found
    for gap in _GAP.finditer(text, start, end):
        found.append(Span(at, gap.start()))
        at = gap.end()
    found.append(Span(at, end))
    return [cell for cell in (_bare(text, cell) for cell in found) if cell.start < cell.end]


def _bare(text: str, cell: Span) -> Span:
    start, end = cell.start, cell.end
    while start < end and text[start] in " \t|│¦":
        start += 1
    while end > start and text[end - 1] in " \t|│¦":
        end -= 1
    return Span(start, end)


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the article was wrapped; 0 where paragraphs are single lines, None where too few lines tell."""
    lengths = [line.indent + line.end - line.start for line in lines if line.start < line.end]
    followed = [
        here.indent + here.end - here.start
        for here, below in itertools.pairwise(lines)
        if here.start < here.end and below.start < below.end
    ]
    if lengths and max(lengths) > _WIDEST_WRAP:
        return 0
    if not followed:
        return None
    widest = max(followed)
    if max(lengths) > widest + _RAGGED:  # a paragraph's last line cannot be wider than the page
        return None
    near = sum(length > widest - 16 for length in followed)
    return widest if widest >= _NARROWEST_WRAP and (near >= 3 or near * 2 >= len(followed)) else None


def _is_bullet(text: str, mark: re.Match[str], above: Block | None) -> bool:
    """A number opens an item only where a list can start, a letter only beside another; a dash in running text may be a wrapped one."""
    if mark[1] and mark[1].strip("(.)").isalpha() and not (_LETTERED.search(text, mark.end()) or _LETTERED.search(text, 0, mark.start())):
        return False
    if above is None or above.kind != "text":
        return True
    ended = bool(_CLOSED_END.search(text, max(above.start, above.end - 4), above.end))
    if mark[1] or text[mark.start()] in "-–—":
        return ended or (not mark[1] and len(above.lines) == 1 and text[above.end - 1] not in "/)" and not _open(text, above))
    return True


def _open(text: str, block: Block) -> bool:
    return bool(_OPEN_END.search(text, max(block.start, block.end - 12), block.end))


def _runs_on(text: str, above: Block, line: Line, width: int | None) -> bool:
    """True where the line goes on with the block above it: a hard wrap."""
    last = above.lines[-1]
    first = text[line.start]
    if above.kind == "bullet" and line.indent > last.indent and len(above.lines) == 1:
        return True
    if first.islower():
        # A line in capitals is a heading or a headline, which small letters do not go on with; an address is a line of its own.
        if _is_caps(text[last.start : last.end]):
            return False
        return not _ADDRESS.match(text, line.start, line.end) or bool(_TO_ADDRESS.search(text, last.start, last.end))
    if _open(text, above):
        return True
    length = last.indent + last.end - last.start
    gap = text.find(" ", line.start, line.end)
    word = (line.end if gap < 0 else gap) - line.start
    if width is not None and length <= width and length + 1 + word > width - 2:
        return True
    if width == 0 or _CLOSED_END.search(text, max(above.start, last.end - 4), last.end):
        return False
    # An uneven wrap: what has begun as running text goes on until a sentence ends.
    words = text[last.start : last.end]
    if len(above.lines) > 1 or (length >= _SURE_WRAP and _INNER_STOP.search(words)):
        return True
    return width is None and length >= _SURE_WRAP and not _is_title_like(words) and text[line.start : line.start + word] not in starters()


def _opens(text: str, line: Line, index: int) -> bool:
    """True where the line starts something of its own that running text never does: a credit, a contact, a dateline."""
    if _LABEL.match(text, line.start, line.end):
        mark = mark_of(text, line.start, line.end)
        if mark and mark.kind in ("credits", "contact", "furniture"):
            return True
    return index < _HEAD_LINES and text[line.start].isupper() and bool(_dated(text, line.start))


def _is_second_title(text: str, above: Block, lines: list[Line], index: int) -> bool:
    """True of a line alone below a headline that says something of its own: "Halden wins a grant" over "Five-year effort brings in ten towns".

    Both are in sentence case, and the lower one opens with a word that the text has in small letters too, so that no name goes on there.
    """
    line = lines[index]
    if (
        index >= _HEAD_LINES
        or len(above.lines) > 1
        or above.kind != "text"
        or (index + 1 < len(lines) and lines[index + 1].start < lines[index + 1].end)
    ):
        return False
    upper, lower = text[above.start : above.end], text[line.start : line.end]
    if _is_title_like(upper) or _is_title_like(lower) or _CLOSED_END.search(lower) or not (says_something(upper) and says_something(lower)):
        return False
    opening = re.match(r"[A-Z][\w’'-]*", lower)
    return opening is not None and re.search(rf"(?<![\w-]){re.escape(opening[0].lower())}(?![\w-])", text) is not None


def _dated(text: str, start: int) -> bool:
    blank = text.find("\n\n", start, start + 400)
    found = dateline.match(text, start, blank if blank > 0 else min(len(text), start + 400))
    return bool(found and found.place and (found.wire or found.date))


def _is_caps(words: str) -> bool:
    return words.isupper() and sum(letter.isalpha() for letter in words) > 3


def _is_title_like(words: str) -> bool:
    """True where most longer words begin with a capital: a headline, which the next line does not go on with."""
    longer = re.findall(r"[^\W\d_][\w’'-]{3,}", words)
    return bool(longer) and sum(word[0].isupper() for word in longer) * 10 >= len(longer) * 6


def _table_rows(text: str, lines: list[Line]) -> set[int]:
    """The numbers of the lines that are rows of a table: neighbours with cells, one of them with figures."""
    split = [len(cells(text, line.start, line.end)) if line.start < line.end else 0 for line in lines]
    found: set[int] = set()
    run: list[int] = []
    for index, count in enumerate([*split, 0]):
        if count >= 2:
            run.append(index)
            continue
        if index + 1 < len(split) and run and split[index + 1] >= 2:
            if not count:
                continue
            if run[-1] == index - 1 and _is_label(text, lines[index]):  # a sub-head between rows, the first half of a label
                run.append(index)
                continue
        figures = sum(_has_figures(text, lines[row]) for row in run)
        if (len(run) >= 2 and figures) or (figures and _figure_cells(text, lines[run[0]]) >= 2):
            found.update(run)
            first = run[0]
            while first and run[0] - first < _MOST_HEADS and _heads_table(text, lines[first - 1]):
                first -= 1
                found.add(first)
        run = []
    return found


def _is_label(text: str, line: Line) -> bool:
    """True of a line with one cell that can stand between two rows: a few words and no sentence."""
    words = text[line.start : line.end]
    return len(words) <= _LONGEST_LABEL and not _FULL_STOP.search(words[-4:]) and not _BULLET.match(words)


def _heads_table(text: str, line: Line) -> bool:
    """True of a line with one cell right above the rows that belongs to them: a centred period, "(in millions)", "In € million"."""
    words = text[line.start : line.end]
    if not words or (_CLOSED_END.search(words[-4:]) and not words.endswith(")")):
        return False
    return (
        line.indent >= _CENTRED
        or (words[0] == "(" and words[-1] == ")")
        or (len(words) <= _LONGEST_LABEL and bool(_PERIOD_LINE.match(words)))
        or (len(words) < _NARROWEST_WRAP and bool(_UNIT_LINE.match(words)))
    )


def _figure_cells(text: str, line: Line) -> int:
    found = cells(text, line.start, line.end)[1:]
    return sum(bool(_FIGURE_CELL.match(text, cell.start, cell.end)) for cell in found if cell.end - cell.start <= _WIDEST_FIGURE)


def _has_figures(text: str, line: Line) -> bool:
    return _figure_cells(text, line) > 0

"""The headline among the blocks above the body: which one it is, and where it ends when it is set over several lines.

Takes the blocks above the body that no mark explains; gives the headline's span. A letterhead ("Halden Group plc") or a kicker ("Energy")
above it, and sub-headlines below it, are told by their verbs, their case and the white space between.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Span
from extractor.lexicon import rows

if TYPE_CHECKING:
    from extractor.structure.blocks import Block

# Longer stretches are paragraphs; the longest headline of ten gold releases has 116 characters, of 500 wire headlines about 300.
LONGEST = 320
_SHORT_WORDS = 3
_LETTERHEAD_WORDS = 8
_RUBRIC_WORDS = 12
_UNFINISHED = re.compile(r"(?:[;,&–—-]|\b(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|the|to|with))$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'.-]*|\d[\d.,]*")
_GOES_ON = re.compile(r"(?:and|or|&|to|for|of|in|with|from|by|as|at|on|into)\b", re.IGNORECASE)
_LEGAL = re.compile(
    r"(?i:\b(?:inc|corp|corporation|ltd|limited|plc|llc|ag|se|sa|s\.a|nv|n\.v|ab|asa|as|oyj|gmbh|holdings?|group|company|co|pjsc|berhad|bhd|tbk)\.?)(?:\s*\([^)]*\))?$"
)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.structure", "headline_verbs.csv"))


def find(text: str, candidates: list[Block]) -> Span | None:
    """The headline among unmarked text blocks above the body, in order; None where none of them reads like one."""
    groups = _join(text, [block for block in candidates if block.end - block.start <= LONGEST])
    if not groups:
        return None
    for index, group in enumerate(groups):
        words = group.of(text)
        if not _is_kicker(words, text, groups[index + 1 :]):
            return group
    return groups[0]


def says_something(words: str) -> bool:
    """True where a line has a verb of its own; "and Raises Guidance" goes on with the line above and does not count."""
    before = ""
    for word in re.findall(r"[\w’'-]+|[&,;]", words):
        low = word.casefold()
        if low in _verbs() and before not in ("and", "&", ",", "or", "of", "for", "in"):
            return bool(before) or low not in ("to", "up", "down")
        before = low
    return False


def _join(text: str, blocks: list[Block]) -> list[Span]:
    """Blocks that stand on lines below each other and make one headline, as one span each."""
    found: list[Span] = []
    last: Block | None = None
    for block in blocks:
        if last is not None and not block.after_blank and last.end < block.start and _goes_on(text, found[-1], last, block):
            found[-1] = Span(found[-1].start, block.end)
        else:
            found.append(Span(block.start, block.end))
        last = block
    return found


def _goes_on(text: str, head: Span, last: Block, block: Block) -> bool:
    """True where the lower line is the rest of the headline and no sub-headline."""
    upper, lower = head.of(text), text[block.start : block.end]
    if text[last.end : block.start].count("\n") != 1 or block.end - head.start > LONGEST or upper.rstrip()[-1:] in ".!?:":
        return False
    if _UNFINISHED.search(upper) or _GOES_ON.match(lower):
        return True
    if upper.isupper() != lower.isupper() or _title_case(upper) != _title_case(lower):
        return False
    if not _title_case(upper):
        # Sentence case gives no sign of its own; the width of the page has been asked already.
        return False
    return not (says_something(upper) and says_something(lower)) and not (
        lower.count(" ") >= 5 and says_something(upper) and lower[0].isdigit()
    )


def _title_case(words: str) -> bool:
    longer = [word for word in _WORD.findall(words) if len(word) > 3 and word[0].isalpha()]
    return bool(longer) and sum(word[0].isupper() for word in longer) * 10 >= len(longer) * 7


def _is_kicker(words: str, text: str, below: list[Span]) -> bool:
    """True of a letterhead or a rubric above the headline: few words, no verb, and something better below."""
    if not below or says_something(words):
        return False
    count = len(_WORD.findall(words))
    lower = [other.of(text) for other in below]
    if _is_name(words):
        return any(len(_WORD.findall(other)) >= 2 and not _is_name(other) for other in lower)
    if not any(len(_WORD.findall(other)) > _SHORT_WORDS for other in lower):
        return False
    if words.rstrip().endswith(":") or "|" in words or ">" in words or (count <= _SHORT_WORDS and not re.search(r"\d", words)):
        return True
    # "City of Lorne, Water Committee" above "Work on wellfield reaches halfway mark"; "Third Quarter Results" is a headline by itself.
    return count <= _RUBRIC_WORDS and not reports(words) and any(says_something(other) for other in lower)


def _is_name(words: str) -> bool:
    """True of a company's name by itself: "Halden Group plc (LSE: HLD)"."""
    return (
        bool(_LEGAL.search(words))
        and len(_WORD.findall(words)) <= _LETTERHEAD_WORDS
        and not re.search(r"\d|\w:", re.sub(r"\([^)]*\)", "", words))
    )


@cache
def _report_words() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.structure", "report_words.csv"))


def reports(words: str) -> bool:
    """True where a line without a verb names news all the same: results, an appointment, a dividend, a year."""
    bare = {word.casefold().strip("'’s.,") for word in _WORD.findall(words)} | {
        word.casefold().strip(".,") for word in _WORD.findall(words)
    }
    return bool(bare & _report_words()) or bool(re.search(r"\b(?:19|20)\d\d\b|%|[$€£¥]", words))

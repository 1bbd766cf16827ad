"""What a line is by its own words: embargo, end mark, credit, contact, boilerplate, forward-looking statement, furniture.

Pure look-up in `lexicon/lines.toml`; where the line stands is `sections`' business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import table

if TYPE_CHECKING:
    from extractor.findings import SectionKind

_FEWEST_DIGITS = 7
_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
# The longest line that is a mark as a whole: a note on distribution has about 300 characters.
_LONGEST_WHOLE = 320
_REACH = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?<![\w.,$€£/-])(?!(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d|(?:19|20)\d\d[-/ ](?:19|20)\d\d\b|\d\d?[-./]\d\d?[-./](?:19|20)\d\d)(?:\+?\(?\d{1,4}\)?[\s.-]?){1,2}\(?\d{2,5}\)?[\s.-]\d{2,4}(?:[\s.-]\d{2,4}){0,3}(?![\w,.]*\d|\s*(?:%|million|billion))"
)


@dataclass(slots=True, frozen=True)
class Mark:
    """What a line was recognised as. `head` marks count above the body only; a `whole` mark is all that its block says."""

    id: str
    kind: SectionKind
    whole: bool
    head: bool


@cache
def _marks(*, long: bool) -> tuple[re.Pattern[str], dict[str, Mark]]:
    """One alternation of all patterns with their marks; for long blocks only those that need not be the whole block."""
    parts = []
    marks = {}
    for entry in table("extractor.structure", "lines.toml")["line"]:
        whole, head = entry.get("whole", False), entry.get("head", False)
        if long and whole:
            continue
        group = "m_" + entry["id"].replace("-", "_")
        tail = r"\s*\Z" if whole else ""
        parts.append(f"(?P<{group}>(?:{entry['pattern']}){tail})")
        marks[group] = Mark(entry["id"], entry["kind"], whole, head)
    return re.compile("|".join(parts), re.IGNORECASE | re.DOTALL), marks


def mark_of(text: str, start: int, end: int) -> Mark | None:
    """The mark of a block by its first words; None for plain prose."""
    long = end - start > _LONGEST_WHOLE
    pattern, marks = _marks(long=long)
    found = pattern.match(text, start, start + _LONGEST_WHOLE if long else end)
    return marks[str(found.lastgroup)] if found else None


def reaches(text: str, start: int, end: int) -> bool:
    """True where the stretch holds an e-mail address or a telephone number."""
    for found in _REACH.finditer(text, start, end):
        if "@" in found[0]:
            return True
        # Seven digits at least (ITU-T E.164 has national numbers from there on), and not grouped as "1 200 000" is.
        if sum(letter.isdigit() for letter in found[0]) >= _FEWEST_DIGITS and not _GROUPED.fullmatch(found[0]):
            return True
    return False

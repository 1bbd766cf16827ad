"""Points that are percentage points: beside the percentage that moved by them, in a row of percentages, or behind a plus-minus sign.

An index has points too ("fell 23 points, or 0.1%, to 17,781"), and so have games; without such evidence a point stays one.
"""

from __future__ import annotations

import re

_UNIT = re.compile(r"[ \n]?(?:points?|pts?)(?![^\W_])(?![ \n](?:percent|per[ ]cent|of|to[ \n]the)\b)", re.IGNORECASE)
_PERCENT = r"[\d.,]*\d[ ]?(?:%|per[ ]?cent\b)"
# "0.9 points to 8.8%", "two points, from 31% to 33%", "three points higher at 40 per cent"
_BEHIND = re.compile(
    rf"(?:[ \n](?:higher|lower|up|down|better|worse))?,?[ \n](?:to|from|at)(?:[ \n](?:just|about|around|only|some|nearly|a|record|an?[ \n]all-time[ \n]high[ \n]of)){{0,2}}[ \n]{_PERCENT}",
    re.IGNORECASE,
)
# "34%, down nine points", "34%, which is nine points less"
_BEFORE = re.compile(
    rf"{_PERCENT}(?:[ \n]of[ \n][^\d.;\n]{{3,40}}?)?,?[ \n]\(?(?:up|down|(?:an?[ \n])?(?:rise|fall|drop|gain|increase|decrease|decline)[ \n]of)(?:[ \n]by)?[ \n]\Z",
    re.IGNORECASE,
)
_CELL = re.compile(r"(?:[ ]{2}|\t|\|[ ]?)[-–+±]?\Z")
CELL_END = re.compile(r"[ ]*(?:\n|\Z|[ ]{2}|\t|\|)")
_NEAR = 80  # characters


def is_of_percentages(text: str, start: int, end: int) -> int | None:
    """The end of the unit behind the number text[start:end] where it counts percentage points, else None."""
    unit = _UNIT.match(text, end)
    if not unit:
        return None
    before = text[max(0, start - _NEAR) : start]
    told = before.endswith("±") or _BEHIND.match(text, unit.end()) or _BEFORE.search(before) or _in_row(text, start, unit.end(), before)
    return unit.end() if told else None


def _in_row(text: str, start: int, end: int, before: str) -> bool:
    """True in a cell of its own on a line that holds a percentage."""
    if not _CELL.search(before) or not CELL_END.match(text, end):
        return False
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return "%" in text[first : last if last >= 0 else len(text)]

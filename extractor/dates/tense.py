"""Whether a clause speaks of what was or of what will be, from the words next to a time expression."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extractor.lexicon import rows

Tense = Literal["past", "future"]
_NEAR = frozenset({"by", "until"})  # say something only right before the expression
_REACH = 90  # characters before and behind that are read
_BORDER = re.compile(r"[.;!?](?=\s+[A-Z“\"‘'])|\n\s*\n")


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, Tense]]:
    table: dict[str, Tense] = {row["words"]: "future" if row["tense"] == "future" else "past" for row in rows("extractor.dates", "tense.csv")}
    words = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(table, key=len, reverse=True))
    words = words.replace("'", "['’]")
    return re.compile(rf"(?:(?<![\w])|(?=['’]))(?:({words})|[a-z]{{2,}}ed)(?!\w)", re.IGNORECASE), table


def tense(text: str, start: int, end: int) -> Tense | None:
    """The tense by the nearest cue before the expression in its sentence, else by the first one behind it; None where there is none."""
    before = text[max(0, start - _REACH) : start]
    borders = list(_BORDER.finditer(before))
    if borders:
        before = before[borders[-1].end() :]
    pattern, table = _cues()
    found = None
    for match in pattern.finditer(before):
        if match[0].lower() not in _NEAR or not before[match.end() :].strip().removeprefix("the").strip():
            found = match
    if found is None:
        after = text[end : end + _REACH]
        border = _BORDER.search(after)
        behind = pattern.finditer(after[: border.start()] if border else after)
        found = next((match for match in behind if match[0].lower() not in _NEAR), None)
    if found is None:
        return None
    word = " ".join((found[1] or "").lower().replace("’", "'").split())
    return table.get(word, "past")

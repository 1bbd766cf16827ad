"""Tells how two neighbouring figures belong together: one range ("5-7", "between 5 and 7"), a list ("3, 4 and 5"), or a change ("rose 3 to 19")."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extractor.lexicon import rows
from extractor.numbers.bounds import bound_start

Relation = Literal["range", "list", "change"]
_DASH = re.compile(r"[ \n]?[-–—][ \n]?\Z")
_TO = re.compile(r"-?[ \n]+(?:to|through|up to|until)[ \n]+\Z|-to-\Z")
_AND = re.compile(r"[ \n]+and[ \n]+\Z")
_LIST = re.compile(r",[ \n]+(?:(?:and|or)[ \n]+)?\Z|[ \n]+(?:and|or|versus|vs\.?)[ \n]+\Z|/\Z")
_LAST_WORDS = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(?:[ \n]+(by|from|at|of|to|in|a|further|another|only|just|as|low|high))?[ \n]*\Z")
_LEFT = 40


@cache
def _words() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("extractor.numbers", "changes.csv")}


def relation(text: str, start: int, end: int, following: int) -> Relation | None:
    """How the figure at `text[start:end]` and the one at `following` belong together, by the words before and between them; None where they do not."""
    gap = text[end:following]
    if len(gap) > 12:
        return None
    if _DASH.match(gap):
        return "range" if "—" not in gap else None
    if _TO.match(gap):
        return _to(text, start)
    if _AND.match(gap) and _leading(text, start)[0] == "between":
        return "range"
    return "list" if _LIST.match(gap) else None


def _leading(text: str, start: int) -> tuple[str, str]:
    """The kind of the word before a figure and its bound, and the little word between the two ("from", "by")."""
    at = bound_start(text, start)
    found = _LAST_WORDS.search(text[max(0, at - _LEFT) : at])
    if not found:
        return "", ""
    word, little = found[1].lower(), found[2] or ""
    if word in {"from", "by", "between"} and not little:
        return ("between" if word == "between" else ""), word
    return _words().get(word, ""), little


def _to(text: str, start: int) -> Relation:
    kind, little = _leading(text, start)
    if kind == "range":
        return "range"
    if little == "from":
        return "change"
    if kind == "change" and little in {"", "by", "further", "another", "a"}:
        return "change"
    return "range"

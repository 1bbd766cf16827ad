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


@cache
def _past() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.numbers", "changes.csv") if row["tense"] == "past")


def relation(text: str, start: int, end: int, following: int) -> Relation | None:
    """How the figure at `text[start:end]` and the one at `following` belong together, by the words before and between them; None where they do not."""
    gap = text[end:following]
    if len(gap) > 12:
        return None
    if _DASH.match(gap):
        return "range" if "—" not in gap else None
    if _TO.match(gap):
        return _to(text, start, far=_is_far(text[start:end], text[following : following + 16]))
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


def _to(text: str, start: int, *, far: bool) -> Relation:
    """What "to" tells behind the figure at `start`; `far` says that the second figure is several times the first."""
    kind, little = _leading(text, start)
    if kind == "range":
        return "range"
    if little == "from":
        return "change"
    if kind == "change" and little in {"", "by", "further", "another", "a"}:
        return "range" if not far and _is_ahead(text, start) else "change"
    return "change" if little == "by" and (far or _has_changed(text, start)) else "range"


_MODAL = r"(?<![^\W\d_])(?:will|would|could|should|may|might|can|to)"
_AHEAD = re.compile(rf"{_MODAL}[ \n](?:(?:not|also|now|then|\w+ly)[ \n])?[^\W\d_]+(?:[ \n](?:by|a|another|a[ \n]further|further))?[ \n]\Z")
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_START = re.compile(rf"[.;:,()](?=[ \n])|{_MODAL}(?![^\W\d_])")
_FAR = 4  # a range's upper end is seldom as many times its lower one; tuned on sentences of our own
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _is_ahead(text: str, start: int) -> bool:
    """True for a change that has not happened: "will grow by 5% to 7%" is a range."""
    at = bound_start(text, start)
    return bool(_AHEAD.search(text[max(0, at - _LEFT) : at]))


def _has_changed(text: str, start: int) -> bool:
    """True where the clause before "by" says that something has changed: "raised its fee by $2 to $12"."""
    left = text[max(0, start - _LEFT) : start]
    cut = max((found.end() for found in _CLAUSE_START.finditer(left)), default=0)
    return any(word[0].lower() in _past() for word in _WORD.finditer(left, cut))


def _is_far(first: str, second: str) -> bool:
    figures = _DIGITS.search(first), _DIGITS.search(second)
    if not all(figures):
        return False
    low, high = (float(figure[0].replace(",", "")) for figure in figures if figure)
    return high >= _FAR * low

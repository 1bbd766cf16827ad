"""Reads the words beside a figure that say how near it is: "about", "more than", "at least", "up to", "or so"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from extractor.lexicon import rows

if TYPE_CHECKING:
    from extractor.findings import Qualifier

_LEFT = 28  # longer than the longest bound of the table
# Between bound and figure: blanks, an opening bracket, a determiner ("more than the 5%" is none of ours).
_GAP = r"[ \n]{0,3}"


@cache
def _forms(side: str) -> dict[str, Qualifier]:
    return {row["words"]: cast("Qualifier", row["qualifier"]) for row in rows("extractor.numbers", "bounds.csv") if row["side"] == side}


@cache
def _before(last: str) -> re.Pattern[str]:
    """The bounds that end in `last`, one of `_last_words`, at the end of a text."""
    forms = sorted((form for form in _forms("before") if form.rsplit(" ", 1)[-1] == last), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(_words, forms))}){_GAP}\Z", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    after = "|".join(_words(form) for form in sorted(_forms("after"), key=len, reverse=True))
    return re.compile(rf"(?:[ \n](?={after})|(?=\+)|-(?=plus\b))({after})(?![^\W_])(?![ ]?\d)", re.IGNORECASE)


def _words(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"[ \n]+")


def _found_before(text: str, start: int) -> re.Match[str] | None:
    left = text[max(0, start - _LEFT) : start]
    last = _LAST.search(left, max(0, len(left) - _LAST_LEFT))
    word = last[1].lower() if last else ""
    return _before(word).search(left) if word in _last_words() else None


@cache
def _last_words() -> frozenset[str]:
    """The last word or sign of every bound before a figure: most figures are soon told to have none."""
    return frozenset(form.rsplit(" ", 1)[-1] for form in _forms("before"))


_LAST_LEFT = 16
_LAST = re.compile(r"((?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)?\.?|[~≈>≥<≤]=?)[ \n]{0,3}\Z")


def qualifier(text: str, start: int, end: int) -> Qualifier | None:
    """The bound of the figure at `text[start:end]`, by the words before it or behind it; None where none is said."""
    found = _found_before(text, start)
    if found:
        return _forms("before")[" ".join(found[0].lower().split())]
    if "+" in text[start + 1 : end]:  # "100+ million"
        return "more_than"
    found = _after().match(text, end)
    return _forms("after")[" ".join(found[1].lower().split())] if found else None


def bound_start(text: str, start: int) -> int:
    """Where the bound before a figure begins, or `start` itself."""
    found = _found_before(text, start)
    return start - len(found[0]) if found else start

"""Whether a figure is reported or expected: the words of what is to come in front of it, unless a verb in the past stands between."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal

from extractor.facts.resolve import listed, pattern_of
from extractor.facts.tokens import FIGURES, MODALS, NOUNS, word_list

if TYPE_CHECKING:
    from extractor.facts.claim import Claim
    from extractor.facts.tokens import Row

_NEAR = 12  # tokens between a figure and "is expected" behind it: tuned on the gold releases
_REACH = 5  # tokens between "missing" and the forecast that was missed
_MOST = 12  # hints looked at: nobody puts more asides into a sentence
_LONGEST_ASIDE = 40  # tokens
_ASIDE = re.compile(r",R[^,;]*\Z")
_CLOSED = re.compile(r"[^,;]*,q?(?:[uvlal]|m[$%#])")
_MOOD = frozenset("aqlt")


def certainty_of(claim: Claim, title: str | None) -> Literal["reported", "expected"]:
    """`expected` where the words before the figure or the section's heading speak of what is to come."""
    row = claim.row
    main = claim.at if claim.main is None else row.index_of(claim.main)
    hint = _hint(row, main)
    if hint is not None and (_is_in_measure(claim, hint) or not _is_past(row, hint, main)):
        return "expected"
    if hint is None and title and listed("expected_titles", title) and not _is_past(row, -1, main, "lua"):
        return "expected"  # also "the board has approved spending of"
    return "expected" if _expected_behind(row, main) else "reported"


def _hint(row: Row, figure: int) -> int | None:
    """The last token in front of the figure, in its part of the sentence, that speaks of what is to come."""
    semicolon = row.classes.rfind(";", 0, figure)
    hints = _hints(row)
    at = bisect_left(hints, figure)
    last = max(0, at - _MOST)
    while at > last and hints[at - 1] > semicolon:
        at -= 1
        if not (
            _ASIDE.search(row.classes, max(0, hints[at] - _LONGEST_ASIDE), hints[at]) and _CLOSED.match(row.classes, hints[at], figure + 1)
        ):
            return hints[at]
    return None


def _hints(row: Row) -> list[int]:
    """Which tokens of the sentence speak of what is to come; looked for once a sentence, however many statements ask."""
    if "expected" not in row.notes:
        found = (
            bisect_right(row.starts, match.start()) - 1 for match in pattern_of("expected").finditer(row.text, row.span.start, row.span.end)
        )
        row.notes["expected"] = [index for index in found if _is_hint(row, index)]
    return row.notes["expected"]


def _is_hint(row: Row, index: int) -> bool:
    """False for a name ("May 2024", "Daniel May", "the Savings Plan"), for a plan that is a thing, for the forecast that a result is held against."""
    word = row.words[index]
    behind = row.classes[index + 1 : index + 2]
    if not word:  # inside a date
        return False
    if word == "may":
        return row.text[row.starts[index]].islower() or behind in set("vulaq")
    if word in word_list("plans"):
        return behind == "t" or (row.classes[index] == "v" and behind not in set("vula"))
    return word not in word_list("yardsticks") or not is_yardstick(row, index)


def is_yardstick(row: Row, noun: int) -> bool:
    """True for the forecast in "missing analysts' forecast of", "ahead of guidance", "compared with a target of"."""
    for index in range(noun - 1, max(-1, noun - 1 - _REACH), -1):
        if row.classes[index] in ",;:$%#@":
            return False
        if row.classes[index] == "w" or row.words[index] in word_list("held_against") or row.words[index - 1 : index + 1] == ["in", "line"]:
            return True
    return False


def _is_in_measure(claim: Claim, hint: int) -> bool:
    """True for "guidance for sales was raised to": the figure is what is expected, whatever was done with it."""
    measure, start = claim.measure, claim.row.starts[hint]
    return measure is not None and measure.start <= start < measure.end


def _is_past(row: Row, hint: int, figure: int, letters: str = "uvla") -> bool:
    """True where the verb nearest in front of the figure, behind the hint, is in the past: "plans to open 12 shops and closed the year with".

    `letters` are the classes of verbs that count.
    """
    for index in range(figure - 1, hint, -1):
        if row.classes[index] not in "uvla":
            continue
        word = row.words[index]
        if word in MODALS:
            return False
        if word.endswith("ing") and row.words[index - 1] == "after":  # "will close after losing $3 million"
            return True
        if row.classes[index] not in letters or not (word.endswith("ed") or word in word_list("past")):
            return False
        first = index
        while first - 1 > hint and row.classes[first - 1] in _MOOD:
            first -= 1
        chain = row.words[first:index]
        if first - 1 == hint or "to" in chain or not MODALS.isdisjoint(chain):  # "should have reached", "is likely to be cut to"
            return False
        if (
            first == index
            and word.endswith("ed")
            and index
            and row.classes[index - 1] in NOUNS
            and row.classes[index + 1 : index + 2] in {"b", "i"}
        ):
            continue  # "the shares issued by"
        return True
    return False


def _expected_behind(row: Row, figure: int) -> bool:
    """`Revenue of $5 million is expected`; not "the sum of $5 million is expected to grow"."""
    for index in range(figure + 1, min(figure + _NEAR, len(row) - 1)):
        if row.classes[index] in FIGURES or row.classes[index] in ";,R":
            return False
        if row.words[index] in word_list("expected_behind") and row.classes[index - 1] in "lq@":
            return row.classes[index + 1 : index + 2] != "t" or row.words[index + 2 : index + 3] == ["be"]
    return False

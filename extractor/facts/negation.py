"""Statements that the text denies: "sales did not reach $5 million" says nothing about what sales were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.facts.tokens import FIGURES, MODALS, word_list

if TYPE_CHECKING:
    from extractor.facts.claim import Claim
    from extractor.facts.tokens import Row

_CLAUSE_ENDS = frozenset(",;:RJz") | FIGURES
_STARTS_CLAUSE = frozenset("uvla")
_OTHER_PHRASE = re.compile("i[dq]*[nmx]")  # the figure hangs on a thing that is not what is denied


def is_denied(row: Row, claim: Claim) -> bool:
    """True where "not", "never", "failed to" or "denied" governs the figure: it stands in front, in the same clause."""
    for index in range(claim.at - 1, -1, -1):
        letter, word = row.classes[index], row.words[index]
        if word in word_list("suppositions"):
            return True
        if (
            letter == "z" and index and _denies(row, index - 1 - (row.words[index - 1] in word_list("hearsay")))
        ):  # "denied (reports) that it owed"
            return True
        if letter in FIGURES and not row.classes[index + 1 : claim.at].strip("jqd"):
            continue  # "whether sales reach $5 million or $6 million"
        if letter in _CLAUSE_ENDS or (letter == "j" and row.classes[index + 1] in _STARTS_CLAUSE):
            return False
        if word in word_list("negations") or word.endswith("n't"):
            return not _keeps(row, index, claim.at)
        if _denies(row, index):
            return True
    return False


def is_change_denied(row: Row, claim: Claim) -> bool:
    """True where the last verb of change before the value is negated: "income did not rise, remaining at €2 million"."""
    verb = row.classes.rfind("u", 0, claim.at)
    left = row.words[max(0, verb - 2) : verb] if verb >= 0 else []
    return any(word in word_list("negations") or word.endswith("n't") for word in left)


def _denies(row: Row, index: int) -> bool:
    """A verb of denial: "denied", "failed to"; not "the failed lender", "sales declined to"."""
    if row.words[index] in word_list("denials"):
        return row.classes[index] not in "nd"
    return row.words[index] in word_list("failures") and row.classes[index + 1 : index + 2] == "t"


def _keeps(row: Row, negation: int, figure: int) -> bool:
    """True where the figure stands in spite of the negation: "not only", "does not include", "may not exceed", "did not comment on the bid of"."""
    words = row.words[negation + 1 : figure]
    if any(word in word_list("kept") for word in words[:2]):
        return True
    if "exceed" in words and (row.words[negation - 1] in MODALS or row.words[negation] == "cannot" or "to" in words):  # a limit
        return True
    return bool(_OTHER_PHRASE.search(row.classes, negation, figure))

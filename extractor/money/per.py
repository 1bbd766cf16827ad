"""Finds the unit that an amount is the price of: "per share", "a share", "/barrel", "-a-year", or a name with "per" before it ("earnings per share of")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import table
from extractor.money.currencies import PACKAGE
from extractor.money.phrases import phrases
from extractor.numbers.phrase import is_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.money.amount import Amount

_WORD = r"[^\W\d_][^\W_]*(?:[-.][^\W\d_]+)*\.?"
_SAID = re.compile(
    rf"(?:[ \n]{{1,2}}|-)(?P<how>per|an?|each|every|for each|for every|apiece)(?:[ \n]|-)(?P<unit>{_WORD}(?:[ \n]{_WORD}){{0,3}})|[ ]?(?P<slash>/)[ ]?(?P<per>{_WORD}(?:[ ]{_WORD})?)",
    re.IGNORECASE,
)
_END = re.compile(r"[ \n]?(?:[.,;:!?)\]”\"]|\Z|\n|(?:in|on|for|to|from|and|or|at|by|as|with|through|until|compared|under|before|after)\b)")
_PER_NAME = re.compile(
    rf"\bper[ \n-](?P<unit>{_WORD}(?:[ \n]{_WORD})?)(?P<rest>:?[^.;:!?()\d]{{0,60}})\Z",
    re.IGNORECASE,
)
_PER_AHEAD = re.compile(
    r"(?:[^.;!?\n]|\.(?=\d)|\n(?!\n)){0,80}?\b(?:per(?:[ \n-](?:fully[ -])?(?:diluted|basic|common|ordinary))?[ \n-]share|EPS|for each (?:share|ordinary share|common share))\b"
)
_PER_BEHIND = re.compile(
    r"\b(?:per(?:[ \n-](?:fully[ -])?(?:diluted|basic|common|ordinary))?[ \n-]share|EPS|DPS|(?:for|of) each share|a share)\b"
)
_CELL = re.compile(r"[ ]{2,}|\t|\|")  # the left of a cell in a table: only its own row speaks of it
_LEFT = 110
_SMALL = 10000  # a price of a share is less: tuned on the gold releases and the cases (BRK.A is left to "per share" itself)


@cache
def _pairs() -> tuple[str, ...]:
    return tuple(sorted(table(PACKAGE, "phrases.toml")["per_pairs"], key=len, reverse=True))


_BACK = re.compile(r"\s+(?:ago|earlier|before|later|previously|prior|hence|after)\b")


def unit_after(text: str, end: int) -> str | None:
    """The unit said right behind an amount, singular as printed ("per diluted share" is "share"), or None."""
    if text[end : end + 1] not in " \n-/":
        return None
    end += 2 if text.startswith("/-", end) else 0  # "Rs 45/- per unit"
    found = _SAID.match(text, end)
    if not found:
        return None
    if found["slash"]:
        return _unit(found["per"])[0]
    how, words = found["how"].lower(), found["unit"]
    unit, length = _unit(words)
    if unit is None or how not in {"a", "an"} or text[found.start("unit") - 1] == "-":
        return unit
    behind = found.start("unit") + length
    if _BACK.match(text, behind):
        return None  # "$3 million a year ago" is no price of a year
    return unit if unit in phrases("per_units") or _END.match(text, behind) else None


def _unit(words: str) -> tuple[str | None, int]:
    """The unit that begins these words and how many characters it takes: dropped words do not count, known pairs stay whole."""
    skipped = 0
    while (first := re.compile(rf"{_WORD}[ \n]").match(words, skipped)) and first[0].strip().lower() in phrases("per_dropped"):
        skipped = first.end()
    rest = " ".join(words[skipped:].split())
    lowered = rest.lower()
    for pair in _pairs():
        if lowered.startswith(pair) and not lowered[len(pair) : len(pair) + 1].isalpha():
            return rest[: len(pair)], skipped + len(pair)
    first_word = rest.split(" ", 1)[0]
    unit = first_word if first_word.rstrip(".").lower() in {"sq", "no"} else first_word.rstrip(".")
    for ending in ("-", "'s", "’s"):
        unit = unit.removesuffix(ending)
    return (unit if unit and not is_stop(unit) else None), skipped + len(first_word.rstrip("."))


def unit_before(text: str, start: int) -> str | None:
    """The unit in the name that leads to an amount: "Revenue per user rose to $11", "investment per company will be"; None where there is none."""
    left = text[max(0, start - _LEFT) : start]
    if "per" not in left.lower():
        return None
    found = _PER_NAME.search(left)
    if not found:
        return None
    unit, length = _unit(found["unit"])
    if unit in {"cent", "mille"}:
        return None  # "fell 3 per cent to $41.07" is no price of a cent
    between = (found["unit"][length:] + " " + found["rest"]).lower().split()
    return unit if unit and all(word.strip(",:-–—") in {"", *phrases("per_links")} for word in between) else None


def units(text: str, amounts: Sequence[Amount]) -> list[str | None]:
    """The unit of each amount, in order: said beside it, in the name before it, or taken over from the neighbour it is compared with."""
    found: list[str | None] = [unit_after(text, amount.end) or unit_before(text, amount.start) for amount in amounts]
    for at, amount in enumerate(amounts):
        if found[at] is None and at and found[at - 1] and _compared(text, amounts[at - 1], amount):
            found[at] = found[at - 1]
    for at in range(len(amounts) - 2, -1, -1):
        if found[at] is None and found[at + 1] and _compared(text, amounts[at], amounts[at + 1]):
            found[at] = found[at + 1]
    return [unit or ("share" if _is_share(text, amount) else None) for unit, amount in zip(found, amounts, strict=True)]


_COMPARED = re.compile(r"[^.;!?\d]{0,40}(?:\d[QH]?[ ]{0,2})?(?:\d{2,4}[^.;!?\d]{0,6})?\Z")
_COMPARING = re.compile(
    r"\b(?:from|to|versus|vs\.?|compared|against|prior|previous|previously|up|down|or|and|than|FY)\b|\((?:[^)]{0,12}\d{2})"
)


def _compared(text: str, one: Amount, other: Amount) -> bool:
    """True where two amounts of one kind stand side by side: "from 98 cents to $1.25 per share", "€3.41 (2024: €3.03)"."""
    gap = text[one.end : other.start]
    alike = one.scale == other.scale == 1 and one.mark and other.mark and set(one.mark.currencies) & set(other.mark.currencies)
    return bool(alike and len(gap) < 60 and "\n\n" not in gap and _COMPARED.match(gap) and _COMPARING.search(gap))


def _is_share(text: str, amount: Amount) -> bool:
    """A small sum without a scale in a sentence about a share."""
    if (
        amount.scale != 1
        or abs(amount.value) >= _SMALL
        or (amount.core == int(amount.core) and amount.high is None and amount.mark and amount.mark.factor == 1)
    ):
        return False
    left = text[max(0, amount.start - _LEFT) : amount.start]
    row = left.rsplit("\n", 1)[-1]
    if _CELL.search(row):
        return bool(_PER_BEHIND.search(row))
    if _PER_AHEAD.match(text, amount.end):
        return True
    clause = re.split(r"[.;!?](?=[ \n][A-Z])|\n\n", left)[-1]
    return bool(_PER_BEHIND.search(clause))

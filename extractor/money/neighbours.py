"""Puts neighbouring amounts together: notes and coins, ranges, lists with one mark and one scale."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import table
from extractor.money.amount import Amount
from extractor.money.currencies import PACKAGE
from extractor.numbers.join import relation

if TYPE_CHECKING:
    from collections.abc import Iterator

_HUNDRED = 100

_COINS = re.compile(r"(?:,?[ \n]and)?[ \n]\Z")
_CLOSED = re.compile(r"(?=[.,;:!?)\n]|\Z|[ ]more\b)")


def composed(text: str, atoms: list[Amount]) -> list[Amount]:
    """`6 dollars 25 cents`, `15 dollars 50.`: the coins are added to the notes."""
    out: list[Amount] = []
    for atom in atoms:
        whole = out[-1] if out else None
        if whole and whole.mark and _holds_coins(text, whole, atom):
            minor = atom.mark.factor if atom.mark else Decimal("0.01")
            out[-1] = replace(
                whole,
                end=atom.end if atom.mark or not atom.number else atom.number.core_end,
                value=whole.value + atom.core * minor,
            )
        else:
            out.append(atom)
    return out


def _holds_coins(text: str, whole: Amount, coins: Amount) -> bool:
    if not (
        whole.found_by.endswith("-after")
        and whole.scale == 1
        and whole.mark
        and whole.mark.factor == 1
        and _COINS.match(text[whole.end : coins.start])
    ):
        return False
    if whole.core != int(whole.core) or coins.core >= _HUNDRED or coins.number is None or whole.number is None:
        return False
    if coins.mark:
        return coins.mark.factor < 1 and bool(set(coins.mark.currencies) & set(whole.mark.currencies))
    alike = coins.number.form == whole.number.form and coins.core >= 10 and coins.scale == 1
    return alike and text[whole.end : coins.start] == " " and bool(_CLOSED.match(text, coins.end))


@cache
def _little_words() -> frozenset[str]:
    return frozenset(table(PACKAGE, "phrases.toml")["after_bare"])


_NEXT_WORD = re.compile(r"[ \n]([^\W\d_]+)")


def _ends_here(text: str, end: int) -> bool:
    """True where no counted noun follows: "480 to 520 million in 2026", but not "to 62 projects"."""
    found = _NEXT_WORD.match(text, end)
    return not found or found[1].lower() in _little_words()


def joined(text: str, atoms: list[Amount]) -> Iterator[Amount]:
    """The amounts in text order: two ends of a range become one, members of a list or change share mark and scale."""
    at = 0
    while at < len(atoms):
        here = atoms[at]
        after = atoms[at + 1] if at + 1 < len(atoms) else None
        if after is None or not (here.mark or after.mark):
            yield here
            at += 1
            continue
        how = relation(text, here.start, here.end, after.start)
        pair = _range(text, here, after) if how == "range" else None
        if pair:
            yield pair
            at += 2
            continue
        members = _list(text, atoms, at) if how == "list" and here.mark and not after.mark else None
        if members:
            yield from members
            at += len(members)
            continue
        yield _sharing(text, here, after) if how in {"list", "change"} else here
        at += 1


def _compatible(one: Amount, other: Amount) -> bool:
    if one.mark is None or other.mark is None:
        return True
    return one.mark.form == other.mark.form or bool(set(one.mark.currencies) & set(other.mark.currencies))


def _range(text: str, low: Amount, high: Amount) -> Amount | None:
    """One amount with two ends; a scale said once counts for both, unless the ends would then stand the wrong way round."""
    mark = low.mark if low.mark and (low.mark.certain or not high.mark or not high.mark.certain) else high.mark
    if mark is None or not _compatible(low, high) or not _may_be_end(text, low, high):
        return None
    a, b = low.value, high.value
    if low.mark is None:
        a *= mark.factor * mark.scale
    if high.mark is None:
        b *= mark.factor * mark.scale
    if low.scale == 1 and high.scale > 1 and low.core * high.scale <= abs(b):
        a *= high.scale
    elif low.scale > 1 and high.scale == 1 and low.mark and high.mark is None:
        b *= low.scale
    if a >= b:
        return None
    end = high.end if high.mark or high.number is None or high.scale > 1 else high.number.core_end
    found_by = (low if low.mark else high).found_by + "-range"
    return Amount(low.start, end, a, low.core, max(low.scale, high.scale), mark, found_by, high=b)


def _may_be_end(text: str, low: Amount, high: Amount) -> bool:
    """Whether a bare number may be the other end: the lower of a mark behind, the upper of a mark before."""
    if low.mark is None:
        return not high.before and low.number is not None and not low.number.glued_left and not low.number.fraction
    if high.mark is None:
        return (
            low.before
            and (low.scale == 1 or "-" in text[low.end : high.start] or "–" in text[low.end : high.start])
            and _ends_here(text, high.end)
        )
    return True


def _list(text: str, atoms: list[Amount], at: int) -> list[Amount] | None:
    """`$3, 4 and 5 million`: bare members up to the one with the scale take mark and scale; None where it is no such list."""
    first = atoms[at]
    if not first.before or first.scale != 1 or first.mark is None:
        return None
    members = [first]
    for atom in atoms[at + 1 : at + 8]:
        previous = members[-1]
        if atom.mark or relation(text, previous.start, previous.end, atom.start) != "list":
            return None
        members.append(atom)
        if atom.scale > 1:
            break
    scale = members[-1].scale
    if scale == 1 or not _ends_here(text, members[-1].end):
        return None
    return [
        replace(
            atom,
            value=atom.core * scale * first.mark.factor,
            scale=scale,
            mark=first.mark,
            found_by="money.list",
        )
        for atom in members
    ]


def _sharing(text: str, here: Amount, after: Amount) -> Amount:
    """`$3.2 and $4.5 million`: the scale counts for both where the first cannot be a sum of notes and coins, or `respectively` says so."""
    if not (here.mark and after.mark and here.before and after.before and here.scale == 1 and after.scale > 1 and _compatible(here, after)):
        return here
    places = -int(here.core.as_tuple().exponent)
    if places == 1 or (here.core < 1000 and "respectively" in text[after.end : after.end + 40]):
        return replace(here, value=here.value * after.scale, scale=after.scale)
    return here

"""Puts neighbouring amounts together: notes and coins, ranges, lists with one mark and one scale."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.money.amount import Amount
from extractor.money.phrases import phrases
from extractor.numbers.join import Relation, relation

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
        (whole.found_by.endswith("-after") or (coins.mark and "and" in text[whole.end : coins.start]))  # "$20 and 43c"
        and whole.high is None
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


_NEXT_WORD = re.compile(r"[ \n]([^\W\d_]+)")


def _ends_here(text: str, end: int) -> bool:
    """True where no counted noun follows: "480 to 520 million in 2026", but not "to 62 projects"."""
    found = _NEXT_WORD.match(text, end)
    return not found or found[1].lower() in phrases("after_bare")


def _counts(text: str, end: int) -> bool:
    """True where a plural noun follows that the number may count: "$5 million to 7 million customers"."""
    found = _NEXT_WORD.match(text, end)
    word = found[1].lower() if found else ""
    return word in phrases("counted_plurals") or (word.endswith("s") and word not in phrases("after_bare"))


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
        yield here
        at += 1


def shared(text: str, atoms: list[Amount]) -> list[Amount]:
    """The amounts with the scale or mark that a list or a change says once, at its end: from right to left, so that a list of three passes it on."""
    out = list(atoms)
    for at in range(len(out) - 2, -1, -1):
        here, after = out[at], out[at + 1]
        if after.mark is None or after.start - here.end > _GAP:
            continue
        how = relation(text, here.start, here.end, after.start)
        if how in {"list", "change"}:
            out[at] = _sharing(text, here, after, how)
    return out


_GAP = 12  # characters between two members of a list at most


def _compatible(one: Amount, other: Amount) -> bool:
    if one.mark is None or other.mark is None:
        return True
    return one.mark.form == other.mark.form or bool(set(one.mark.currencies) & set(other.mark.currencies))


def _range(text: str, low: Amount, high: Amount) -> Amount | None:
    """One amount with two ends; a scale said once counts for both, unless the ends would then stand the wrong way round."""
    mark = low.mark if low.mark and (low.mark.certain or not high.mark or not high.mark.certain) else high.mark
    if low.mark and high.mark and low.mark.factor != high.mark.factor == 1:  # "between 50 cents and 9.70 dollars"
        mark = high.mark
    if mark is None or not _compatible(low, high) or not _may_be_end(text, low, high):
        return None
    a = low.value * (1 if low.mark else mark.factor)
    b = high.value * (1 if high.mark else mark.factor)
    if low.scale == 1 and high.scale > 1 and (low.core * high.scale <= abs(b) or (a < 0 and _alike(low, high))):
        a *= high.scale
    elif low.scale > 1 and high.scale == 1 and low.mark and high.mark is None:
        b *= low.scale
    if b < a < 0:  # a loss "of $(5) to $(7) million"
        a, b = b, a
    if a >= b:
        return None
    end = high.end if high.mark or high.number is None or high.scale > 1 else high.number.core_end
    found_by = (low if low.mark else high).found_by + "-range"
    return Amount(low.start, end, a, low.core, max(low.scale, high.scale), mark, found_by, high=b)


_NEAR = 20  # cores of two amounts that share a scale lie no further apart: "from $30 to $350 million", but "$900 to $1.2 million"


def _alike(one: Amount, other: Amount) -> bool:
    """True where two cores are so near that a scale said once may count for both."""
    return other.core <= one.core * _NEAR and one.core <= other.core * _NEAR


def _may_be_end(text: str, low: Amount, high: Amount) -> bool:
    """Whether a bare number may be the other end: the lower of a mark behind, the upper of a mark before."""
    if low.mark is None:
        return not high.before and low.number is not None and not low.number.glued_left and not low.number.fraction
    if high.mark is not None:
        return True
    gap = text[low.end : high.start]
    dash = gap.strip() in {"-", "–"}
    if not low.before or (low.scale > 1 and high.scale == 1 and not dash):
        return False
    if gap in {"-", "–"} or _ends_here(text, high.end):
        return True
    return high.scale > 1 and ((dash and low.scale == 1) or not _counts(text, high.end))


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


def _sharing(text: str, here: Amount, after: Amount, how: Relation) -> Amount:
    """The first of two neighbours that are no range, with the scale or the mark that is said once; open where the scale may be its own or not.

    "$3.2 and $4.5 million": no sum of notes and coins has one decimal. "from $300 to $350 million": what changes is measured in one scale.
    "from 10 to 20 dollars": the mark counts for both.
    """
    if here.mark is None and after.mark is not None:
        return _marked_by(here, after) if how == "change" else here
    if not (here.mark and after.mark and here.before and after.before and here.scale == 1 and _compatible(here, after)):
        return here
    if after.scale == 1:
        return replace(here, open=after.open and _alike(here, after))
    places = -int(here.core.as_tuple().exponent)
    gap = text[here.end : after.start].strip()
    passed_on = after.number is not None and after.number.scale == 1  # the scale is that of the member behind it
    respectively = here.core < _THOUSAND and "respectively" in text[after.end : after.end + 40]
    if places == 1 or respectively or (_alike(here, after) and (how == "change" or passed_on or gap not in {"and", ",", "/"})):
        return replace(here, value=here.value * after.scale, scale=after.scale)
    return replace(here, open=(_alike(here, after) and places == 0) or (how == "change" and here.core < _THOUSAND))


def _marked_by(here: Amount, after: Amount) -> Amount:
    """A bare first end with the mark and the scale of the second: "fell from 12 to 8 million euros"."""
    number, mark = here.number, after.mark
    if (
        number is None
        or mark is None
        or after.before
        or number.glued_left
        or number.fraction
        or (here.scale == 1 < after.scale and not _alike(here, after))
    ):
        return here
    scale = after.scale if here.scale == 1 else here.scale
    end = here.end if here.scale > 1 else number.core_end
    return replace(here, end=end, value=here.core * scale * mark.factor, scale=scale, mark=mark, found_by=after.found_by)


_THOUSAND = 1000

"""Finds the amounts of money in a text: pure, from the text and its numbers to spans with values and marks. The currency is settled in `resolve`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import table
from extractor.money.currencies import PACKAGE, Mark, lettered
from extractor.money.marks import Beside, mark_after, mark_before
from extractor.numbers.join import relation
from extractor.numbers.scan import scale_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.numbers import Number

_ONE = Decimal(1)
_HUNDRED = 100


@dataclass(slots=True, frozen=True)
class Amount:
    """A marked amount, or a bare number that may belong to one. `value` has scale, factor and sign applied; `high` is set for a range."""

    start: int
    end: int
    value: Decimal
    core: Decimal
    scale: Decimal
    mark: Mark | None
    found_by: str
    high: Decimal | None = None
    number: Number | None = None
    bracketed: bool = False
    """Alone in round brackets, "($0.4 million)": negative or an aside, by what stands around."""

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    @property
    def before(self) -> bool:
        """True where the mark stands before the number."""
        return self.found_by.endswith("-before")


def find(text: str, numbers: Sequence[Number]) -> list[Amount]:
    """The amounts of a plain text in order; ranges are one, members of a list each their own."""
    atoms: list[Amount] = []
    taken = 0
    for number in numbers:
        atom = _atom(text, number, taken)
        if atom.mark:
            taken = atom.end
        atoms.append(atom)
    return [atom for atom in _joined(text, _composed(text, atoms)) if atom.mark]


# ---- one number -----------------------------------------------------------------------------------------------------


def _atom(text: str, number: Number, taken: int) -> Amount:
    left = mark_before(text, number)
    if left and left.at < taken:
        left = None
    if left:
        return _marked_before(text, number, left)
    if number.glued_left:
        return _prefixed(text, number) or _bare(number)
    right = mark_after(text, number)
    if right and right.mark.kind == "minor" and (prefixed := _prefixed(text, number)):
        return prefixed
    return _marked_after(text, number, right) if right else _bare(number)


def _bare(number: Number) -> Amount:
    return Amount(
        number.start,
        number.end,
        number.value,
        number.core,
        number.scale,
        None,
        "",
        number=number,
    )


def _kind(mark: Mark) -> str:
    return {
        "minor-letters": "minor",
        "guarded": "code",
        "letters": "code",
        "letters-scaled": "name",
        "guarded-name": "name",
    }.get(mark.kind, mark.kind)


def _amount(
    start: int,
    end: int,
    number: Number,
    scale: Decimal,
    mark: Mark,
    found_by: str,
    *,
    negative: bool,
) -> Amount:
    value = number.core * scale * mark.scale * mark.factor
    return Amount(
        start,
        end,
        -value if negative else value,
        number.core,
        scale * mark.scale,
        mark,
        found_by,
        number=number,
    )


def _marked_before(text: str, number: Number, left: Beside) -> Amount:
    scale, end = number.scale, number.end
    negative = left.negative
    if left.bracket:
        if text[end : end + 1] == ")":
            end += 1
            if scale == 1:
                scale, end = scale_at(text, end)
        else:  # "$(" without its end is no negative
            negative = False
    elif number.scale == 1 and (
        coin := _coin(text, number)
    ):  # "AUD 7 cents", "RMB1.2 cents"
        return _amount(
            left.at,
            coin.at,
            number,
            scale,
            replace(left.mark, factor=left.mark.factor * coin.mark.factor),
            "money.minor-before",
            negative=negative,
        )
    elif (
        not number.scale_certain
        and not number.glued_right
        and text[number.core_end : number.core_end + 1] == "\n"
    ):
        scale, end = _ONE, number.core_end
    start = left.at
    if (
        not left.bracket
        and scale == 1
        and text[start - 1 : start] == "("
        and text[end : end + 1] == ")"
    ):  # "($3.2) million"
        outside, after = scale_at(text, end + 1)
        if outside > 1:
            start, end, scale, negative = start - 1, after, outside, True
    amount = _amount(
        start,
        end,
        number,
        scale,
        left.mark,
        f"money.{_kind(left.mark)}-before",
        negative=negative,
    )
    return _with_code(
        text,
        replace(
            amount,
            bracketed=text[start - 1 : start] == "(" and text[end : end + 1] == ")",
        ),
    )


def _coin(text: str, number: Number) -> Beside | None:
    """The minor unit behind a number that has a mark before it."""
    right = (
        mark_after(text, number) if text[number.end : number.end + 1] in " \n" else None
    )
    return (
        right
        if right and right.mark.kind == "minor" and len(right.mark.currencies) > 1
        else None
    )


def _with_code(text: str, amount: Amount) -> Amount:
    """A code behind an amount with a sign settles its currency: "$25 million USD"."""
    found = _CODE_AFTER.match(text, amount.end)
    mark = lettered(found[1]) if found else None
    if (
        found
        and mark
        and amount.mark
        and mark.kind == "code"
        and (
            not amount.mark.currencies
            or set(mark.currencies) & set(amount.mark.currencies)
        )
    ):
        return replace(
            amount,
            mark=replace(amount.mark, currencies=mark.currencies, default=mark.default),
            end=found.end(),
        )
    return amount


_CODE_AFTER = re.compile(r"[ ]?([A-Z]{3})(?![^\W_])(?![ ]?[\d$€£¥])")


def _marked_after(text: str, number: Number, right: Beside) -> Amount:
    scale = number.scale if right.at > number.end else _ONE
    start, end = _minus_start(text, number.start), right.at
    if scale == 1:  # "75 USD million"
        scale, end = scale_at(text, end, words_only=True)
    negative = start < number.start
    return _amount(
        start,
        end,
        number,
        scale,
        right.mark,
        f"money.{_kind(right.mark)}-after",
        negative=negative,
    )


_MINUS = re.compile(r"(?:(?<![\w)%$€£])-|\b[Mm]inus[ \n])\Z")


def _minus_start(text: str, start: int) -> int:
    found = _MINUS.search(text[max(0, start - 8) : start])
    return start - len(found[0]) if found else start


def _prefixed(text: str, number: Number) -> Amount | None:
    """ "HK5 cents", "US 4.5 cents": the letters of a country before, a minor unit behind."""
    found = _PREFIX.search(text[max(0, number.start - 5) : number.start])
    mark = lettered(found[1]) if found else None
    right = mark_after(text, number) if mark and mark.kind == "prefix" else None
    if not (found and mark and right and right.mark.kind == "minor"):
        return None
    return _amount(
        number.start - len(found[0]),
        right.at,
        number,
        number.scale,
        mark,
        "money.minor-prefix",
        negative=False,
    )


_PREFIX = re.compile(r"(?<![^\W_])([A-Z]{1,3})[ ]?\Z")


# ---- neighbours -----------------------------------------------------------------------------------------------------

_COINS = re.compile(r"(?:,?[ \n]and)?[ \n]\Z")
_CLOSED = re.compile(r"(?=[.,;:!?)\n]|\Z|[ ]more\b)")


def _composed(text: str, atoms: list[Amount]) -> list[Amount]:
    """ "6 dollars 25 cents", "15 dollars 50.": the coins are added to the notes."""
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
    if (
        whole.core != int(whole.core)
        or coins.core >= _HUNDRED
        or coins.number is None
        or whole.number is None
    ):
        return False
    if coins.mark:
        return coins.mark.factor < 1 and bool(
            set(coins.mark.currencies) & set(whole.mark.currencies)
        )
    alike = (
        coins.number.form == whole.number.form and coins.core >= 10 and coins.scale == 1
    )
    return (
        alike
        and text[whole.end : coins.start] == " "
        and bool(_CLOSED.match(text, coins.end))
    )


@cache
def _little_words() -> frozenset[str]:
    return frozenset(table(PACKAGE, "phrases.toml")["after_bare"])


_NEXT_WORD = re.compile(r"[ \n]([^\W\d_]+)")


def _ends_here(text: str, end: int) -> bool:
    """True where no counted noun follows: "480 to 520 million in 2026", but not "to 62 projects"."""
    found = _NEXT_WORD.match(text, end)
    return not found or found[1].lower() in _little_words()


def _joined(text: str, atoms: list[Amount]) -> Iterator[Amount]:
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
        members = (
            _list(text, atoms, at)
            if how == "list" and here.mark and not after.mark
            else None
        )
        if members:
            yield from members
            at += len(members)
            continue
        yield _sharing(text, here, after) if how in {"list", "change"} else here
        at += 1


def _compatible(one: Amount, other: Amount) -> bool:
    if one.mark is None or other.mark is None:
        return True
    return one.mark.form == other.mark.form or bool(
        set(one.mark.currencies) & set(other.mark.currencies)
    )


def _range(text: str, low: Amount, high: Amount) -> Amount | None:
    """One amount with two ends; a scale said once counts for both, unless the ends would then stand the wrong way round."""
    mark = (
        low.mark
        if low.mark and (low.mark.certain or not high.mark or not high.mark.certain)
        else high.mark
    )
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
    end = (
        high.end
        if high.mark or high.number is None or high.scale > 1
        else high.number.core_end
    )
    found_by = (low if low.mark else high).found_by + "-range"
    return Amount(
        low.start, end, a, low.core, max(low.scale, high.scale), mark, found_by, high=b
    )


def _may_be_end(text: str, low: Amount, high: Amount) -> bool:
    """Whether a bare number may be the other end: the lower of a mark behind, the upper of a mark before."""
    if low.mark is None:
        return (
            not high.before
            and low.number is not None
            and not low.number.glued_left
            and not low.number.fraction
        )
    if high.mark is None:
        return (
            low.before
            and (
                low.scale == 1
                or "-" in text[low.end : high.start]
                or "–" in text[low.end : high.start]
            )
            and _ends_here(text, high.end)
        )
    return True


def _list(text: str, atoms: list[Amount], at: int) -> list[Amount] | None:
    """ "$3, 4 and 5 million": bare members up to the one with the scale take mark and scale; None where it is no such list."""
    first = atoms[at]
    if not first.before or first.scale != 1 or first.mark is None:
        return None
    members = [first]
    for atom in atoms[at + 1 : at + 8]:
        previous = members[-1]
        if (
            atom.mark
            or relation(text, previous.start, previous.end, atom.start) != "list"
        ):
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
    """ "$3.2 and $4.5 million": the scale counts for both where the first cannot be a sum of notes and coins, or "respectively" says so."""
    if not (
        here.mark
        and after.mark
        and here.before
        and after.before
        and here.scale == 1
        and after.scale > 1
        and _compatible(here, after)
    ):
        return here
    places = -int(here.core.as_tuple().exponent)
    if places == 1 or (
        here.core < 1000 and "respectively" in text[after.end : after.end + 40]
    ):
        return replace(here, value=here.value * after.scale, scale=after.scale)
    return here

"""Finds the amounts of money in a text: pure, from the text and its numbers to spans with values and marks. The currency is settled in `resolve`."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from string import ascii_uppercase
from typing import TYPE_CHECKING

from extractor.lexicon import table
from extractor.money.amount import Amount
from extractor.money.currencies import PACKAGE, Mark, lettered, named
from extractor.money.marks import Beside, mark_after, mark_before
from extractor.money.neighbours import composed, joined, shared
from extractor.numbers.scan import scale_at
from extractor.numbers.signs import is_led

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.numbers import Number

_ONE = Decimal(1)


def find(text: str, numbers: Sequence[Number]) -> list[Amount]:
    """The amounts of a plain text in order; ranges are one, members of a list each their own."""
    atoms: list[Amount] = []
    taken = 0
    for number in numbers:
        atom = _atom(text, number, taken)
        if atom.mark:
            taken = atom.end
        atoms.append(atom)
    return [atom for atom in joined(text, shared(text, composed(text, atoms))) if atom.mark]


# ---- one number -----------------------------------------------------------------------------------------------------


def _atom(text: str, number: Number, taken: int) -> Amount:
    left = mark_before(text, number)
    if left is None and text[number.start - 1 : number.start] == "(":
        number = _unbracketed(text, number)
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


def _unbracketed(text: str, number: Number) -> Number:
    """`(1.2) million` as one negative number; a number in brackets without a scale behind them is left as it is: "(1) dollars"."""
    if text[number.core_end : number.core_end + 1] != ")" or number.scale != 1:
        return number
    scale, end = scale_at(text, number.core_end + 1)
    if scale == 1:
        return number
    core = -number.core
    return replace(number, start=number.start - 1, end=end, core=core, value=core * scale, core_end=end, scale=scale)


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
    elif number.scale == 1 and (coin := _coin(text, number)):  # "AUD 7 cents", "RMB1.2 cents"
        return _amount(
            left.at,
            coin.at,
            number,
            scale,
            replace(left.mark, factor=left.mark.factor * coin.mark.factor),
            "money.minor-before",
            negative=negative,
        )
    elif not number.scale_certain and not number.glued_right and text[number.core_end : number.core_end + 1] == "\n":
        scale, end = _ONE, number.core_end
    start = left.at
    spoken = _MINUS_WORD.search(text[max(0, start - 10) : start])
    if spoken:  # "minus €2.1 million"
        start, negative = start - len(spoken[0]), True
    elif text[start - 1 : start] == "–" and is_led(text, start - 1):  # "a result of –€1.2m"
        start, negative = start - 1, True
    if not left.bracket and scale == 1 and text[start - 1 : start] == "(" and text[end : end + 1] == ")":  # "($3.2) million"
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
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    amount = _with_code(text, replace(amount, bracketed=bracketed))
    return replace(amount, open=True) if scale == 1 and amount.end == end and _is_untold(text, end) else amount


def _is_untold(text: str, end: int) -> bool:
    """True where letters that are no scale we know are glued to the digits, "R$5mi": they may be one."""
    found = _GLUED.match(text, end)
    return found is not None and found[0].lower() not in table(PACKAGE, "phrases.toml")["glued_units"]


_GLUED = re.compile(r"[^\W\d_]+|[ ]mi\b")


def _coin(text: str, number: Number) -> Beside | None:
    """The minor unit behind a number that has a mark before it."""
    right = mark_after(text, number) if text[number.end : number.end + 1] in " \n" else None
    return right if right and right.mark.kind == "minor" and len(right.mark.currencies) > 1 else None


def _with_code(text: str, amount: Amount) -> Amount:
    """A code or a name behind an amount with a sign settles its currency: "$25 million USD", "$3 million in Canadian dollars", "$2 million (AUD)"."""
    mark = amount.mark
    if mark is None or mark.kind != "sign" or mark.certain or text[amount.end : amount.end + 1] not in _MAY_LEAD:
        return amount
    if (found := _CODE_AFTER.match(text, amount.end)) and (said := lettered(found[1])):
        return _settled(amount, said, found.end()) if said.kind == "code" else amount
    if found := _NAME_AFTER.match(text, amount.end):
        said = named(" ".join(found["words"].lower().split()))
        return _settled(amount, said, amount.end if found["in"] else found.end()) if said else amount
    if found := _BRACKET_AFTER.match(text, amount.end):
        said = lettered(found[1]) or named(f"{found[1].lower()} dollars")
        return _settled(amount, said, amount.end) if said else amount
    return amount


def _settled(amount: Amount, said: Mark, end: int) -> Amount:
    """The amount with the currencies that both its sign and the words behind it can mean; as it is where they have none in common."""
    mark = amount.mark
    common = tuple(code for code in said.currencies if mark and (not mark.currencies or code in mark.currencies))
    if not mark or not common:
        return amount
    return replace(amount, mark=replace(mark, currencies=common, default=common[0] if len(common) == 1 else mark.default), end=end)


_MAY_LEAD = frozenset(" \n(" + ascii_uppercase)
_CODE_AFTER = re.compile(r"[ ]?([A-Z]{3})(?![^\W_])(?![ ]?[\d$€£¥])")
_NAME_AFTER = re.compile(r"(?P<in>[ \n]in)?[ \n](?P<words>(?:(?:U\.S\.|[A-Z][A-Za-z]+)[ \n]){1,2}[Dd]ollars|[Pp]esos)(?![^\W_])")
# "(CAD)", "(US)", "(Canadian)", and "Canadian" at the end of a phrase: "($1.6 billion Canadian)".
_BRACKET_AFTER = re.compile(r"[ ](?:\((?=[A-Za-z.]{2,10}\))|(?=[A-Z][a-z]{3,9}[).,;]))(Cdn|U\.S\.|[A-Z]{2,3}|[A-Z][a-z]{3,9})(?![^\W_])")


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


_MINUS_WORD = re.compile(r"(?<![^\W_])(?:[Mm]inus|[Nn]egative)[ \n]\Z")


def _minus_start(text: str, start: int) -> int:
    found = _MINUS.search(text[max(0, start - 8) : start])
    return start - len(found[0]) if found else start


def _prefixed(text: str, number: Number) -> Amount | None:
    """`HK5 cents`, `US 4.5 cents`: the letters of a country before, a minor unit behind."""
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

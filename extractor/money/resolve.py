"""Settles what an amount alone does not say: which dollar, yen or krone it is, which brackets are a minus, which two amounts are one in two currencies."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.money.phrases import phrases
from extractor.numbers.grouping import groups_by_points, has_three_places
from extractor.numbers.join import relation
from extractor.numbers.signs import is_cell, is_led

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.money.amount import Amount
    from extractor.money.context import Context


def currencies(text: str, amounts: Sequence[Amount], context: Context) -> list[str | None]:
    """The ISO 4217 code of each amount, None where the text leaves it open."""
    certain = {amount.mark.currencies[0] for amount in amounts if amount.mark and amount.mark.certain}
    sums = _sums(amounts)
    opening = _opening(text, amounts, certain, context)
    settled: list[str | None] = [_currency(amount, certain, sums, context, opening) for amount in amounts]
    if any(_is_coin(amount) for amount in amounts):
        _coins(text, amounts, settled)
    for at in range(1, len(amounts)):
        _unequal(text, amounts[at - 1 : at + 1], settled, at, context)
    return settled


_Sum = tuple[Decimal, Decimal | None]


def _sums(amounts: Sequence[Amount]) -> dict[_Sum, set[str]]:
    """The currencies that each sum has where its mark is sure: "US$45.2 million" says what "the $45.2 million" is."""
    found: dict[_Sum, set[str]] = {}
    for amount in amounts:
        if amount.mark and amount.mark.certain:
            found.setdefault((abs(amount.value), amount.high), set()).add(amount.mark.currencies[0])
    return found


def _opening(text: str, amounts: Sequence[Amount], certain: set[str], context: Context) -> str | None:
    """The dollar whose letters open an article that leaves them out afterwards: "worth A$62 million in cash and a further $8 million".

    None where the article has another dollar too, has its dateline elsewhere, names the United States, or gives the same sum in plain dollars again.
    """
    dollars = [at for at, amount in enumerate(amounts) if amount.mark and "$" in amount.mark.form]
    first = amounts[dollars[0]].mark if dollars else None
    if first is None or not first.certain or first.currencies[0] not in phrases("local_dollars") or text[amounts[dollars[0]].start] == "$":
        return None
    if context.names("USD") or (context.place and first.currencies[0] not in context.places):
        return None
    others = {mark.currencies[0] for at in dollars if (mark := amounts[at].mark) and mark.certain}
    again = any(at and amounts[at - 1].mark and _AGAIN.match(text[amounts[at - 1].end : amounts[at].start]) for at in dollars)
    return first.currencies[0] if len(others) == 1 and "USD" not in certain and not again else None


_EXACT = 3  # digits from which on a sum said twice is one sum and no chance


def _currency(amount: Amount, certain: set[str], sums: dict[_Sum, set[str]], context: Context, opening: str | None) -> str | None:
    mark = amount.mark
    if mark is None or not mark.currencies:
        return None
    if mark.certain:
        return mark.currencies[0]
    same = sums.get((abs(amount.value), amount.high), set()).intersection(mark.currencies) if mark.kind == "sign" else set()
    if len(same) == 1 and len(amount.core.normalize().as_tuple().digits) >= _EXACT:
        return same.pop()
    if context.stated in mark.currencies:
        return context.stated
    if len(same) == 1 and amount.scale > 1:
        return same.pop()
    if mark.default == "USD":
        return opening if opening in mark.currencies else _dollar(mark.currencies, certain, context)
    home = next((currency for currency in context.homes if currency in mark.currencies), None)
    elsewhere = certain.intersection(mark.currencies)
    if home:
        return home
    if len(elsewhere) == 1:
        return elsewhere.pop()
    return context.nearest(mark.currencies, amount.start) or mark.default


def _dollar(candidates: Sequence[str], certain: set[str], context: Context) -> str:
    """A plain dollar is the US one, unless the issuer is at home elsewhere (GUIDE: "makes another currency plain").

    At home: by dateline and exchange alike, or by one of them where the text sets its dollars apart from US dollars. In the countries that write
    their own dollar plainly also by the dateline, where the article has their dollar with its letters or speaks of no other country.
    """
    if not context.place and not context.says_us_dollars:
        return "USD"
    homes = context.homes
    if "USD" in homes or len(context.places) > 1:  # a story out of two countries is at home in neither
        return "USD"
    both = [currency for currency in context.places if currency in context.markets]
    home = next((currency for currency in (both or homes if context.says_us_dollars else both) if currency in candidates), None)
    if home:
        return home
    local = next((currency for currency in context.places if currency in candidates and currency in phrases("local_dollars")), None)
    return local if local and (local in certain or context.speaks_only_of(local)) else "USD"


def _unequal(text: str, pair: Sequence[Amount], settled: list[str | None], at: int, context: Context) -> None:
    """A sum given once more in brackets is in another currency: "C$1.6 billion ($1.2 billion)", "US$1.2 billion ($1.6 billion)".

    A sum nearly the same may be last year's and is left as it is.
    """
    one, other = pair
    code = settled[at]
    if code is None or code != settled[at - 1] or not one.mark or not other.mark or one.mark.certain == other.mark.certain:
        return
    plain = at if one.mark.certain else at - 1
    mark = other.mark if one.mark.certain else one.mark
    if mark.default != "USD" or not _AGAIN.match(text[one.end : other.start]) or text[other.end : other.end + 1] not in {")", "]"}:
        return
    if one.high is not None or other.high is not None or not one.value or _SAME_LEAST <= other.value / one.value <= _SAME_MOST:
        return
    home = next((currency for currency in context.homes if currency in mark.currencies and currency != code), None)
    settled[plain] = "USD" if code != "USD" else home


_AGAIN = re.compile(r"[ \n]?[\[(][ ]?(?:(?:or|about|approximately|approx\.?|around|roughly|some|nearly|ca?\.|~|≈)[ ]?){0,2}\Z")
_SAME_LEAST, _SAME_MOST = Decimal("0.85"), Decimal("1.18")  # no two dollars have been worth nearly the same for long


def _is_coin(amount: Amount) -> bool:
    return amount.mark is not None and not amount.mark.certain and amount.mark.kind.startswith("minor")


def _coins(text: str, amounts: Sequence[Amount], settled: list[str | None]) -> None:
    """Cents are those of the money around them: of what they change to ("from 50 cents to 9 dollars"), of the amount before, of the one behind, by default."""
    taken = [False] * len(amounts)
    for at, (one, other) in enumerate(pairwise(amounts)):
        alike = _is_coin(one) and not _is_coin(other) and one.mark and settled[at + 1] in one.mark.currencies
        if alike and relation(text, one.start, one.end, other.start):
            settled[at], taken[at] = settled[at + 1], True
    for order in (range(len(amounts)), range(len(amounts) - 1, -1, -1)):
        last: str | None = None
        for at in order:
            mark = amounts[at].mark
            if not _is_coin(amounts[at]):
                last = settled[at] or last
            elif mark and last in mark.currencies and not taken[at]:
                settled[at], taken[at] = last, True


# ---- brackets and pairs ---------------------------------------------------------------------------------------------


def is_negative(text: str, amount: Amount) -> bool:
    """True for "($0.4 million)" that stands for an amount itself: a cell of its own, or behind "was", "versus", "of"."""
    if not amount.bracketed or amount.value <= 0:
        return False
    return is_cell(text, amount.start - 1, amount.end + 1) or is_led(text, amount.start - 1)


_EQUAL = re.compile(
    r"(?:[ \n]?\([ ]?|,[ \n]or[ \n]|[ \n]or[ \n]|[ \n]?[/=][ ]?|[ \n]\[)(?:(?:or|equivalent to|equal to|worth|about|approximately|approx\.?|around|roughly|some|nearly|i\.e\.,?|ca?\.|~|≈)[ ]?){0,3}\Z"
)


def equals(text: str, one: Amount, other: Amount, codes: tuple[str | None, str | None]) -> bool:
    """True where the second amount is the first in another currency: "€500 million ($545 million)"."""
    gap = text[one.end : other.start]
    return (
        None not in codes
        and codes[0] != codes[1]
        and len(gap) < 48
        and bool(_EQUAL.match(gap))
        and (one.high is None) == (other.high is None)
    )


# ---- grouping -------------------------------------------------------------------------------------------------------

_POINT_IS_DECIMAL = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "GBP", "INR", "JPY", "CNY", "KRW", "TWD"})


def grouping(text: str, amount: Amount, code: str | None, unit: str | None) -> int | None:
    """What to multiply "500.000" by: 1000 where the point groups, 1 where it is a decimal point, None where the text does not tell."""
    number = amount.number
    scaled = amount.scale != 1 and amount.found_by != "money.table-cell"
    if number is None or amount.high is not None or scaled or not has_three_places(text[number.start : number.core_end]):
        return 1
    if text[number.start : number.core_end].endswith(".000") or groups_by_points(text):
        return 1000
    return 1 if unit or code in _POINT_IS_DECIMAL or code is None else None

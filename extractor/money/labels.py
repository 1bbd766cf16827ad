"""The label of a table's row that names a currency of its own before what its figures are prices of: "Realized price (US$/oz)", "Rent (C$ per sq m)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.money.currencies import lettered, signed, signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.money.amount import Amount
    from extractor.money.currencies import Mark

CELLS = re.compile(r"\S(?:[ ]{2,}|[ ]*\t|[ ]*\|)[ ]*\S")  # what parts the cells of a line
WIDEST = 300  # characters of a line that can be a table's
_ROW_PRICE = re.compile(rf"\((?P<currency>(?:[A-Z]{{1,3}})?[{re.escape(signs())}]|[A-Z]{{3}})(?:/|[ ]?per[ ])[A-Za-z]")


def priced(text: str, amounts: Sequence[Amount]) -> Sequence[Amount]:
    """The amounts, those with a bare sign in a row whose label names a currency in that currency: "Realized price (US$/oz)   $3,342"."""
    out = list(amounts)
    starts = [amount.start for amount in amounts]
    for label in _ROW_PRICE.finditer(text):
        mark = signed(label["currency"]) or lettered(label["currency"])
        end = text.find("\n", label.end(), label.end() + WIDEST)
        if mark is None or end < 0 or not CELLS.search(text, label.end(), end):
            continue
        for at in range(bisect_left(starts, label.end()), bisect_left(starts, end)):
            out[at] = in_currency(out[at], mark)
    return out


def in_currency(amount: Amount, mark: Mark) -> Amount:
    """The amount in the currency that the heading or label says, where its own sign leaves that open: "US$" over "$"."""
    if mark.certain and amount.mark and not amount.mark.certain and set(mark.currencies) & set(amount.mark.currencies):
        return replace(amount, mark=replace(amount.mark, default=mark.currencies[0], currencies=mark.currencies))
    return amount

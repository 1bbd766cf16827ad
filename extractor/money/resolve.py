"""Settles what an amount alone does not say: which dollar, yen or krone it is, which brackets are a minus, which two amounts are one in two currencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.money.currencies import PACKAGE, named
from extractor.numbers.signs import is_cell, is_led

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.money.amount import Amount

_STATED = re.compile(
    r"(?:(?:[Ee]xpressed|[Ss]tated|[Rr]eported|[Pp]resented|[Dd]enominated|[Qq]uoted|[Ss]hown)[ \n]in|(?:[Aa]mounts?|[Ff]igures|references?|dollars)[^.\n]{0,60}?(?:are|is|in|to)|(?:[Tt]housands|[Mm]illions|[Bb]illions)[ \n]of)"
    r"[ \n](?:to[ \n])?(?:the[ \n])?(?P<name>(?:U\.S\.|[A-Z][a-z]+|US|HK|NT)(?:[ \n][A-Z][a-z]+)?[ \n]dollars?)(?![^.\n]{0,20}for convenience)",
)


@cache
def _cues() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """First word -> (cue, currency, kind), the longer cues first."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in sorted(rows(PACKAGE, "cues.csv"), key=lambda row: (-len(row["cue"]), row["cue"])):
        first = _CAPITAL.match(row["cue"])
        found.setdefault(first[0] if first else row["cue"], []).append((row["cue"], row["currency"], row["kind"]))
    return {first: tuple(cues) for first, cues in found.items()}


_CAPITAL = re.compile(r"[A-Z][^\W_]*")


def find_cues(text: str) -> Iterator[tuple[int, str, str]]:
    """Where a text names a place, a people or an exchange: offset, currency and kind, in order."""
    table_ = _cues()
    for word in _CAPITAL.finditer(text):
        start = word.start()
        for cue, currency, kind in table_.get(word[0], ()):
            if text.startswith(cue, start) and not text[start + len(cue) : start + len(cue) + 1].isalnum():
                yield start, currency, kind
                break


@dataclass
class Context:
    """What a text says about where it is at home: asked only when a sign needs it. `place` is the dateline's place as printed."""

    text: str
    place: str | None = None

    @cached_property
    def stated(self) -> str | None:
        """The currency that the text says its amounts are in ("all figures are in Canadian dollars")."""
        found = _STATED.search(self.text) if "ollars" in self.text else None
        mark = named(" ".join(found["name"].lower().split())) if found else None
        return mark.currencies[0] if mark and mark.certain else None

    @cached_property
    def _found(self) -> list[tuple[int, str, str]]:
        return list(find_cues(self.text))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The currencies of the dateline's place."""
        return tuple(dict.fromkeys(currency for _, currency, _ in find_cues((self.place or "").title())))

    @cached_property
    def markets(self) -> tuple[str, ...]:
        """The currencies of the exchanges in tickers, "(TSX: QBY)"."""
        found = (currency for at, currency, kind in self._found if kind == "market" and _in_ticker(self.text, at))
        return tuple(dict.fromkeys(found))

    @property
    def homes(self) -> tuple[str, ...]:
        """Both, the place first."""
        return self.places + self.markets

    def nearest(self, candidates: Sequence[str], at: int) -> str | None:
        """The candidate whose place or people is named nearest to an offset; None where the text names none of them."""
        near = [(abs(start - at), currency) for start, currency, _ in self._found if currency in candidates]
        return min(near)[1] if near else None

    @cached_property
    def says_us_dollars(self) -> bool:
        """True where the text sets its plain dollars apart from US dollars."""
        return any(
            form in self.text
            for form in (
                "US$",
                "US $",
                "$US",
                "USD",
                "U.S.$",
                "U.S. dollar",
                "US dollar",
            )
        )


def _in_ticker(text: str, at: int) -> bool:
    return bool(re.compile(r"[^()\n]{0,40}\(?[^()\n]{0,20}:[ ]?[A-Z0-9]").match(text, at))


def currencies(amounts: Sequence[Amount], context: Context) -> list[str | None]:
    """The ISO 4217 code of each amount, None where the text leaves it open."""
    certain = {amount.mark.currencies[0] for amount in amounts if amount.mark and amount.mark.certain}
    settled: list[str | None] = [_currency(amount, certain, context) for amount in amounts]
    if any(_is_coin(amount) for amount in amounts):
        _coins(amounts, settled)
    return settled


def _currency(amount: Amount, certain: set[str], context: Context) -> str | None:
    mark = amount.mark
    if mark is None or not mark.currencies:
        return None
    if mark.certain:
        return mark.currencies[0]
    if context.stated in mark.currencies:
        return context.stated
    if mark.default == "USD":
        return _dollar(mark.currencies, context)
    home = next((currency for currency in context.homes if currency in mark.currencies), None)
    elsewhere = certain.intersection(mark.currencies)
    if home:
        return home
    if len(elsewhere) == 1:
        return elsewhere.pop()
    return context.nearest(mark.currencies, amount.start) or mark.default


def _dollar(candidates: Sequence[str], context: Context) -> str:
    """A plain dollar is the US one, unless the issuer is at home elsewhere (GUIDE: "makes another currency plain").

    At home: by dateline and exchange alike, or by one of them where the text sets its dollars apart from US dollars.
    """
    if not context.place and not context.says_us_dollars:
        return "USD"
    both = [currency for currency in context.places if currency in context.markets]
    home = next(
        (currency for currency in (both or context.homes if context.says_us_dollars else both) if currency in candidates),
        None,
    )
    return home if home and "USD" not in context.homes else "USD"


def _is_coin(amount: Amount) -> bool:
    return amount.mark is not None and not amount.mark.certain and amount.mark.kind.startswith("minor")


def _coins(amounts: Sequence[Amount], settled: list[str | None]) -> None:
    """Cents are those of the money around them: of the amount before, else of the one behind, else by their default."""
    taken = [False] * len(amounts)
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
    return is_cell(text, amount.start - 1) or is_led(text, amount.start - 1)


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

_THREE_PLACES = re.compile(r"[1-9]\d{0,2}\.\d{3}\Z")
_EUROPEAN = re.compile(
    r"\d\.\d{3}(?:,\d|\.\d{3})|\d,\d{1,2}[ ]?(?:%|€|[Ee]uros?\b|EUR\b|[Mm]io\b|[Mm]rd\b|[Mm]illion)|(?:€|EUR)[ ]?\d+,\d{1,2}\b"
)
_POINT_IS_DECIMAL = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "GBP", "INR", "JPY", "CNY", "KRW", "TWD"})


def grouping(text: str, amount: Amount, code: str | None, unit: str | None) -> int | None:
    """What to multiply "500.000" by: 1000 where the point groups, 1 where it is a decimal point, None where the text does not tell."""
    number = amount.number
    if number is None or amount.high is not None or amount.scale != 1 or not _THREE_PLACES.match(text[number.start : number.core_end]):
        return 1
    if text[number.start : number.core_end].endswith(".000") or _EUROPEAN.search(text):
        return 1000
    return 1 if unit or code in _POINT_IS_DECIMAL or code is None else None

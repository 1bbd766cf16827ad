"""The currency table as matchers use it: every way to write a currency, by the side of the number it stands on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from extractor.lexicon import rows

PACKAGE = "extractor.money"
_SCALES = {
    "M": 6,
    "m": 6,
    "k": 3,
    "K": 3,
    "T": 3,
    "mn": 6,
    "bn": 9,
}  # MUSD, kEUR, TEUR; behind a sign or code: €m, EURmn


@dataclass(slots=True, frozen=True)
class Mark:
    """One way to write a currency: what it can mean, how many units one is, the scale it carries ("MUSD")."""

    form: str
    kind: str
    currencies: tuple[str, ...]
    factor: Decimal
    default: str | None
    scale: Decimal = Decimal(1)

    @property
    def certain(self) -> bool:
        """True where the form means one currency and no other."""
        return len(self.currencies) == 1


@cache
def _table() -> tuple[Mark, ...]:
    return tuple(
        Mark(
            row["form"],
            row["kind"],
            tuple(filter(None, row["currency"].split("|"))),
            Decimal(row["factor"]),
            row["default"] or None,
        )
        for name in ("currencies.csv", "additions.csv")
        for row in rows(PACKAGE, name)
    )


@cache
def _by_form() -> dict[str, Mark]:
    """Later rows win: our additions narrow what CLDR gives (a code that is also a word)."""
    return {mark.form: mark for mark in _table() if mark.kind != "letters-scaled"}


@cache
def _before_scaled() -> dict[str, Mark]:
    return {mark.form: mark for mark in _table() if mark.kind == "letters-scaled"}


@cache
def _by_folded_sign() -> dict[str, Mark]:
    return {mark.form.lower(): mark for mark in _table() if mark.kind == "sign"}


@cache
def signs() -> str:
    """The single characters that are currency signs, for a character class."""
    return "".join(sorted({mark.form for mark in _table() if mark.kind == "sign" and len(mark.form) == 1}))


def signed(form: str) -> Mark | None:
    """The mark of a form with a sign ("US$", "c $", "€m"); letters before a sign that are not known leave the currency open."""
    mark = _by_form().get(form) if " " in form else _by_folded_sign().get(form.lower())
    if mark or " " in form:
        return mark
    for suffix, power in _SCALES.items():
        inner = _by_folded_sign().get(form[: -len(suffix)].lower()) if form.endswith(suffix) else None
        if inner:
            return replace(inner, scale=Decimal(10) ** power)
    return None


def lettered(form: str) -> Mark | None:
    """The mark of a code or letters as written: "USD", "Rs.", "MUSD", "EURm"; None where they are no currency."""
    mark = _by_form().get(form)
    if mark is not None and mark.kind in _LETTERED:
        return mark
    if 4 <= len(form) <= 5:
        prefixed, suffixed = _by_form().get(form[1:]), _by_form().get(form[:3])
        if form[0] in _SCALES and prefixed and prefixed.kind in {"code", "guarded"}:
            return replace(prefixed, scale=Decimal(10) ** _SCALES[form[0]])
        if form[3:] in _SCALES and suffixed and suffixed.kind in {"code", "guarded"}:
            return replace(suffixed, scale=Decimal(10) ** _SCALES[form[3:]])
    return None


_LETTERED = frozenset({"code", "letters", "guarded", "prefix", "minor-letters"})


def spelled_before(form: str) -> Mark | None:
    """The mark of a name that stands before a scaled number, "dollar 22.5 million"; None where it is none."""
    return _before_scaled().get(form)


def named(words: str) -> Mark | None:
    """The mark of a currency's name in lower case, "us dollars", "pence"; None where it is none."""
    mark = _by_form().get(words)
    return mark if mark is not None and mark.kind in {"name", "guarded-name", "minor"} else None


@lru_cache(maxsize=4)
def spelled_out(text: str, form: str) -> bool:
    """True where a text says somewhere whose a guarded name is: "Danish crowns" for `crowns`."""
    lowered = text.lower()
    return any(name in lowered for name in _full_names(form))


@cache
def _full_names(form: str) -> tuple[str, ...]:
    return tuple(mark.form for mark in _table() if mark.kind == "name" and mark.certain and mark.form.endswith(f" {form}"))


@cache
def first_words() -> frozenset[str]:
    """The first words of all names, in lower case: what need not be looked up is soon told."""
    return frozenset(mark.form.split(" ", 1)[0] for mark in _table() if mark.kind in {"name", "guarded-name", "minor"})

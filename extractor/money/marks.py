"""Looks beside one number for a sign, a code or a name of a currency, with the minus or bracket that stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.money.context import find_cues
from extractor.money.currencies import (
    Mark,
    first_words,
    lettered,
    named,
    signed,
    signs,
    spelled_before,
    spelled_out,
)

if TYPE_CHECKING:
    from extractor.numbers import Number

_LEFT = 18  # "MXN$ (" and a minus before it; in a table the sign may stand at the column's left edge
_ONE = Decimal(1)
_MANY = 1000  # from here on "won" and "pounds" are sums without a scale word too
# "$US", "$ (", "€–", "c $", "€m ", "US$ -": sign with letters, then at most one bracket or minus before the digits.
_TAIL = r"[ \n]{0,2}(?P<open>\(?)(?P<inner>[-–]?)[ ]?\Z"


@cache
def _before() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sign = rf"(?P<letters>(?<![^\W_])(?:U\.S\.|[^\W\d_]{{1,4}}\.?)[ ]?)?(?P<sign>S/\.?|[{re.escape(signs())}]{{1,2}})(?P<more>[A-Za-z]{{1,3}})?"
    return (
        re.compile(rf"(?P<outer>(?<![^\W_-])-)?{sign}[ ]{{0,8}}{_TAIL}"),
        re.compile(rf"(?P<outer>(?<![^\W_-])-)?(?<![^\W_])(?<![$£€])(?P<form>[^\W\d_]{{1,6}}\.?){_TAIL}"),
    )


_ANY_SIGN = re.compile(f"[{re.escape(signs())}/]")


@dataclass(slots=True, frozen=True)
class Beside:
    """A mark beside a number: where the amount begins or ends with it; `bracket` says that "(" stands between sign and number."""

    mark: Mark
    at: int
    negative: bool = False
    bracket: bool = False
    spaced: bool = False


def mark_before(text: str, number: Number) -> Beside | None:
    """The mark that ends right before the number, or None."""
    start = number.start
    near = text[start - 1 : start]
    if not near or near.isdigit() or near in ",;:!?%)]":
        return None
    base = max(0, start - _LEFT)
    left = text[base:start]
    with_sign, with_letters = _before()
    found = with_sign.search(left) if _ANY_SIGN.search(left) else None
    if found:
        return _with_sign(found, base)
    found = with_letters.search(left)
    if not found:
        return None
    form = found["form"]
    if form in _COINS_BEFORE:
        return _coins_before(left, base)
    mark = lettered(form) or (lettered(form[:-1]) if form.endswith(".") else None) or (spelled_before(form) if number.scale > 1 else None)
    if mark is None or mark.kind in {"minor-letters", "prefix"} or not _enough(mark, number, text, glued=left.endswith(form)):
        return None
    return _beside(found, mark, base + found.start("form"), base)


_COINS_BEFORE = frozenset({"cents", "cent"})
_COUNTRY = re.compile(r"(?<![^\W_])(?P<form>[A-Z]{2,3})[ ]cents?[ \n]\Z")


def _coins_before(left: str, base: int) -> Beside | None:
    """`HK cents 12.5`: the minor unit of a country before the number."""
    found = _COUNTRY.search(left)
    mark = lettered(found["form"]) if found else None
    if not found or mark is None or mark.kind not in {"prefix", "code"}:
        return None
    return Beside(
        mark if mark.kind == "prefix" else replace(mark, factor=Decimal("0.01")),
        base + found.start(),
    )


def _with_sign(found: re.Match[str], base: int) -> Beside:
    """The longest known form around the sign; unknown letters glued to it leave the currency open."""
    letters, sign, more = found["letters"] or "", found["sign"], found["more"] or ""
    mark = _coded(letters, sign) if letters.endswith(" ") else None
    if mark:
        return _beside(found, mark, base + found.start("letters"), base)
    unknown = letters[:1].isupper() and not letters.endswith(" ")
    for form, start in (
        (letters + sign + more, "letters" if letters else "sign"),
        (sign + more, "sign"),
    ):
        mark = signed(form) if start == "letters" or not unknown else None
        if mark:
            return _beside(found, mark, base + found.start(start), base)
    mark = signed(letters + sign) if letters else None
    if mark:
        return _beside(found, mark, base + found.start("letters"), base)
    plain = signed(sign) or signed(sign[-1]) or Mark(sign, "sign", (), _ONE, None)
    if unknown or more:
        plain = replace(plain, currencies=(), default=None)
    return _beside(found, plain, base + found.start("letters" if unknown else "sign"), base)


def _coded(letters: str, sign: str) -> Mark | None:
    """`CAD $3 million`, `Cdn. $3 million`: a code before the sign says which of its currencies it is."""
    code, plain = lettered(letters.strip()), signed(sign)
    if code is None or plain is None or code.kind not in {"code", "letters"} or not set(code.currencies) & set(plain.currencies):
        return None
    return replace(plain, currencies=code.currencies, default=code.default)


def _beside(found: re.Match[str], mark: Mark, start: int, base: int) -> Beside:
    outer = bool(found["outer"]) and found.end("outer") + base == start
    at = base + found.start("outer") if outer else start
    return Beside(
        mark,
        at,
        negative=outer or bool(found["inner"]) or bool(found["open"]),
        bracket=bool(found["open"]),
    )


def _enough(mark: Mark, number: Number, text: str, *, glued: bool) -> bool:
    """A code that is a word too counts only beside a scale; a single letter glued to a sum ("R1,200"), or where its country is named: "R2" is a figure of statistics."""
    if mark.kind != "guarded" or number.scale > 1 or mark.scale > 1:
        return True
    return glued and len(mark.form) == 1 and ("," in text[number.start : number.core_end] or _names(text, mark.currencies[0]))


@lru_cache(maxsize=8)
def _names(text: str, currency: str) -> bool:
    """True where the text names a place or a market of the currency."""
    return any(code == currency for _, code, _ in find_cues(text))


_WORD = r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?"
_WORDS_AFTER = re.compile(
    rf"(?P<gap>[ \n]{{0,2}}|[ ]?-[ \n]?)(?P<first>{_WORD})(?:[ \n-](?P<second>{_WORD})(?:[ \n-](?P<third>{_WORD}))?)?"
)
_VIDEO = frozenset({"240", "360", "480", "720", "1080", "1440", "2160"})  # lines of a picture: "1080p" is no sum


@cache
def _sign_after() -> re.Pattern[str]:
    return re.compile(rf"(?P<gap>[ ]?)(?P<sign>(?:[A-Z]{{1,3}}(?=\$))?[{re.escape(signs())}])(?P<glued>\d?)(?P<next>[ ]?[\d(]?)")


_THREE_ZEROS = re.compile(r"[ ]?['’‘]000")  # "2025 RMB'000" is a year and the heading of a column


_PART = re.compile(r"(?:[ \n]of)?[ \n]an?(?=[ \n])")


def mark_after(text: str, number: Number) -> Beside | None:
    """The mark that begins right behind the number (behind its core where its scale letters may be the currency), or None."""
    ends = [number.end] if number.scale_certain else [number.end, number.core_end]
    if number.fraction and (part := _PART.match(text, number.end)):  # "half a cent", "a quarter of a cent"
        ends = [part.end()]
    for end in ends:
        beside = _after(text, number, end)
        if beside and not _THREE_ZEROS.match(text, beside.at):
            return beside
    return None


def _after(text: str, number: Number, end: int) -> Beside | None:
    following = text[end : end + 1]
    if following not in " \n-" and not following.isalpha() and following not in signs():
        return None
    found = _sign_after().match(text, end)
    if found:
        return _with_sign_after(found, text, number)
    found = _WORDS_AFTER.match(text, end)
    if not found:
        return None
    if "\n" in found["gap"] and _ends_row(text, number.start):
        return None
    gap, words = found["gap"], [found["first"], found["second"], found["third"]]
    known = words[0].lower() in first_words() or words[0].lower().rstrip(".") in first_words()
    for count in (3, 2, 1) if known else ():
        if words[count - 1] is None:
            continue
        last = ("first", "second", "third")[count - 1]
        spoken = " ".join(word.lower() for word in words[:count] if word)
        for form, cut in (
            (spoken, 0),
            (spoken.rstrip("."), len(spoken) - len(spoken.rstrip("."))),
        ):
            mark = named(form)
            if mark and (gap or count > 1):
                return Beside(mark, found.end(last) - cut) if _said(mark, number, text, found.end(last)) else None
    first = found["first"]
    mark = lettered(first) or lettered(first.rstrip("."))
    if mark is None or mark.kind == "prefix" or (mark.kind == "guarded" and number.scale == 1 and mark.scale == 1):
        return None
    if mark.kind == "minor-letters" and (gap or text[number.start : number.core_end] in _VIDEO):
        return None
    cut = 0 if mark.form.endswith(".") or not first.endswith(".") else 1
    return Beside(mark, found.end("first") - cut)


_CELLS = re.compile(r"\S[ ]{3,}\S|[\t|]")
_WIDEST_ROW = 300


def _ends_row(text: str, start: int) -> bool:
    """True for the last cell of a table's row: what the next row begins with ("GBP/USD   1.30") is no part of it."""
    line = text.rfind("\n", max(0, start - _WIDEST_ROW), start) + 1
    return bool(_CELLS.search(text, line or max(0, start - _WIDEST_ROW), start + 1))


_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALED_HEADING = re.compile(
    r"[ ]?(?:(?:thousands|millions|billions|mn|bn|m)\b|['’‘]?000)[ ]*(?=[|\t\n]|[ ]{2}|\Z)", re.IGNORECASE
)  # "2025 C$ millions"


def _with_sign_after(found: re.Match[str], text: str, number: Number) -> Beside | None:
    """A sign behind a number is its own unless it is glued to the next number ("10 $30") or leads a row of its own ("1,234 $ 1,100")."""
    if found["glued"] or (found["gap"] and found["next"].strip() and not _closes(text, found.end())):
        return None
    mark = signed(found["sign"])
    if mark and _YEAR.fullmatch(text, number.start, number.core_end) and _SCALED_HEADING.match(text, found.end("sign")):
        return None
    return Beside(mark, found.end("sign")) if mark else None


def _closes(text: str, at: int) -> bool:
    """True where the next number has a sign behind it too: "10 $ 30 $"."""
    found = re.compile(rf"[\d.,]*[ ]?[{re.escape(signs())}](?!\d)").match(text, at)
    return bool(found)


def _said(mark: Mark, number: Number, text: str, end: int) -> bool:
    """A name that is also a word or a weight needs a scale or many, or its full name somewhere: "12 won", "40 pounds" are no sums, "2 million pounds of copper" is none either."""
    if mark.kind != "guarded-name":
        return True
    told = number.scale > 1 or number.value >= _MANY or spelled_out(text, mark.form)
    return told and not re.compile(r"[ \n]of\b|-").match(text, end)

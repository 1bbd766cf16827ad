"""Reads numbers written in words: "twenty-five", "one hundred and six", "half a million", "one-and-a-half billion", "one point six million"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE = Decimal(1)
_BELOW_HUNDRED = Decimal(100)


@dataclass(slots=True, frozen=True)
class Spoken:
    """A number in words: offsets and value; `scale` is its last scale word's value, `fraction` says it is a part of one."""

    start: int
    end: int
    value: Decimal
    scale: Decimal = _ONE
    fraction: bool = False


@dataclass(slots=True, frozen=True)
class _Token:
    start: int
    end: int
    word: str
    role: str
    value: Decimal


@cache
def _words() -> dict[str, tuple[str, Decimal]]:
    table = {row["word"]: (row["role"], Decimal(row["value"])) for row in rows("extractor.numbers", "words.csv")}
    return table | {
        "a": ("article", _ONE),
        "an": ("article", _ONE),
        "and": ("and", _ONE),
        "of": ("of", _ONE),
        "point": ("point", _ONE),
    }


@cache
def _run() -> re.Pattern[str]:
    """A run of number words with the little words that hold them together; case is met by both letters of the first character."""
    words = [row["word"] for row in rows("extractor.numbers", "words.csv")]
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word[1:])
    one = "|".join(f"[{first}{first.upper()}](?:{'|'.join(map(_either_case, rests))})" for first, rests in sorted(by_first.items()))
    gap = r"(?:[ \n]{1,3}|-[ \n]?)"
    return re.compile(rf"\b(?:{one})(?![^\W_])(?:{gap}(?:(?i:and|of|point){gap})?(?:(?i:an?){gap})?(?:{one})(?![^\W_]))*")


def _either_case(rest: str) -> str:
    return f"{rest}|{rest.upper()}" if rest else ""


_TOKEN = re.compile(r"[A-Za-z]+")


def find_words(text: str) -> Iterator[Spoken]:
    """The numbers in words of a text, in order. A leading "a" ("a million", "a quarter of a million") belongs to the number."""
    table = _words()
    for run in _run().finditer(text):
        tokens = [_Token(m.start(), m.end(), m[0].lower(), *table[m[0].lower()]) for m in _TOKEN.finditer(text, run.start(), run.end())]
        article = _ARTICLE_BEFORE.search(text, max(0, run.start() - 4), run.start())
        if article and tokens[0].role in {"hundred", "scale", "fraction"}:
            tokens.insert(0, _Token(article.start(1), article.end(1), "a", "article", _ONE))
        yield from _numbers(tokens)


_ARTICLE_BEFORE = re.compile(r"(?<![^\W_])([Aa]n?)[ \n-]\Z")


def cardinal(words: str) -> Decimal | None:
    """The value of a cardinal in words, or None where the words are not one whole number: "twenty-five" -> 25, "half a million" -> 500000."""
    found = list(find_words(words))
    whole = words.strip()
    return found[0].value if len(found) == 1 and len(whole) == found[0].end - found[0].start else None


def _numbers(tokens: list[_Token]) -> Iterator[Spoken]:
    at = 0
    while at < len(tokens):
        found, after = _number(tokens, at)
        if found is None:
            at += 1
        else:
            yield found
            at = after


def _number(tokens: list[_Token], at: int) -> tuple[Spoken | None, int]:
    """One number from `tokens[at]` on, and the index behind it: groups of falling scale, added up."""
    start, total, last, end = at, Decimal(0), None, at
    fraction = False
    while at < len(tokens):
        value, after, part = _group(tokens, at)
        if value is None:
            break
        scale, after = _scales(tokens, after)
        if (last is not None and scale >= last) or (part and last is not None):
            break
        total, last, end = total + value * scale, scale, after
        fraction = part and scale == 1
        half = _and_a_half(tokens, end)
        if scale > 1 and half:  # "a million and a half"
            return Spoken(
                tokens[start].start,
                tokens[half[1] - 1].end,
                total + half[0] * scale,
                scale,
            ), half[1]
        if scale == 1:
            break
        at = end + 1 if end < len(tokens) and tokens[end].role == "and" else end
    if last is None:
        return None, start + 1
    return Spoken(
        tokens[start].start,
        tokens[end - 1].end,
        total,
        _biggest(tokens[start:end]),
        fraction,
    ), end


def _biggest(tokens: list[_Token]) -> Decimal:
    return max((token.value for token in tokens if token.role == "scale"), default=_ONE)


def _role(tokens: list[_Token], at: int) -> str:
    return tokens[at].role if at < len(tokens) else ""


def _group(tokens: list[_Token], at: int) -> tuple[Decimal | None, int, bool]:
    """What stands before a scale: a number below a thousand, a fraction, or an article; the third says "a fraction"."""
    role = _role(tokens, at)
    if role == "article":
        following = _role(tokens, at + 1)
        if following == "scale":
            return _ONE, at + 1, False
        if following == "hundred":
            return _hundreds(tokens, at + 1, _ONE)
        return _fraction(tokens, at + 1, _ONE) if following == "fraction" else (None, at, False)
    if role == "fraction":
        return _fraction(tokens, at, _ONE)
    if role not in {
        "unit",
        "ten",
    }:  # a bare "million" or "hundred" counts nothing by itself
        return None, at, False
    value, after = _below_hundred(tokens, at)
    if _role(tokens, after) == "point":
        return _decimals(tokens, after, value)
    half = _and_a_half(tokens, after)
    if half:
        return value + half[0], half[1], False
    if _role(tokens, after) == "fraction" and value < 10:
        return _fraction(tokens, after, value)
    if _role(tokens, after) == "hundred":
        return _hundreds(tokens, after, value)
    return value, after, False


def _below_hundred(tokens: list[_Token], at: int) -> tuple[Decimal, int]:
    value = tokens[at].value
    if tokens[at].role == "ten" and _role(tokens, at + 1) == "unit" and 0 < tokens[at + 1].value < 10:
        return value + tokens[at + 1].value, at + 2
    return value, at + 1


def _decimals(tokens: list[_Token], at: int, whole: Decimal) -> tuple[Decimal, int, bool]:
    """The whole number with what a "point" at token `at` adds, digit by digit ("three point one four") or two at once ("one point seventy-five")."""
    if _role(tokens, at) != "point":
        return whole, at, False
    after = at + 1
    digits = ""
    while _role(tokens, after) == "unit" and tokens[after].value < 10:
        digits += str(tokens[after].value)
        after += 1
    if not digits and _role(tokens, after) in {"unit", "ten"}:
        value, after = _below_hundred(tokens, after)
        digits = str(value)
    return (whole + Decimal(f"0.{digits}"), after, False) if digits else (whole, at, False)


def _hundreds(tokens: list[_Token], at: int, times: Decimal) -> tuple[Decimal, int, bool]:
    value, after = times * _BELOW_HUNDRED, at + 1
    following = after + 1 if _role(tokens, after) == "and" else after
    if _role(tokens, following) in {"unit", "ten"}:
        rest, after = _below_hundred(tokens, following)
        value += rest
    return _decimals(tokens, after, value)


def _fraction(tokens: list[_Token], at: int, times: Decimal) -> tuple[Decimal, int, bool]:
    """`half`, `half a` (million), `quarters of a` (million): the little words are taken only where a scale follows."""
    after = at + 1
    following = after + (_role(tokens, after) == "of")
    following += _role(tokens, following) == "article"
    return (
        times * tokens[at].value,
        following if _role(tokens, following) == "scale" else after,
        True,
    )


def _and_a_half(tokens: list[_Token], at: int) -> tuple[Decimal, int] | None:
    if _role(tokens, at) == "and" and _role(tokens, at + 1) == "article" and _role(tokens, at + 2) == "fraction":
        return tokens[at + 2].value, at + 3
    if _role(tokens, at) == "and" and _role(tokens, at + 1) == "unit" and _role(tokens, at + 2) == "fraction":
        return tokens[at + 1].value * tokens[at + 2].value, at + 3
    return None


def _scales(tokens: list[_Token], at: int) -> tuple[Decimal, int]:
    """The product of the scale words from here on ("lakh crore")."""
    scale = _ONE
    while _role(tokens, at) == "scale":
        scale *= tokens[at].value
        at += 1
    return scale, at

"""Scans a text for numbers. One pass finds the runs of digits, one the number words; masks are taken out, scale words are taken in."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.numbers.digits import read_digits
from extractor.numbers.masks import masks
from extractor.numbers.number import Number
from extractor.numbers.words import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.findings import Span

_ONE = Decimal(1)
_SHARE = r"(?=[ ]?(?:%|per[ -]?cent))"
_RUN = re.compile(rf"\d+(?:[.,'’]\d+)*|\.(?<![\w.]\.)\d+(?:[.,'’]\d+)*|[½¼¾⅕⅖⅗⅘⅛⅜⅝⅞]|[⅓⅔]{_SHARE}")
# "17 004", "1 250 000,50": three digits a group, and nothing else of digits around.
_SPACED = re.compile(r"[1-9]\d{0,2}(?:[ ]\d{3}){1,6}(?:[.,]\d{1,2})?(?![\d'’]|[.,]\d|[ ]\d)")
_MIXED = re.compile(rf"[ -]?(?:([½¼¾⅕⅖⅗⅘⅛⅜⅝⅞]|[⅓⅔]{_SHARE})|(?<=[ -])([1-7])/([248])(?![\d/]))")
_HALF = re.compile(r"[ \n-]and[ \n-]an?[ \n-](half|quarter)\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|(?:ST|ND|RD|TH)\b")
# What joins a run of digits to something else: times, dates with slashes, ranges of codes ("10-K" is met by the letter).
_TIED_LEFT = re.compile(r"(?:\d[:/]|[^\W\d_][:/_.,'’]|[_#\\^&])\Z")
_LETTER_LEFT = re.compile(r"[^\W\d_]-?\Z")
# What joins two figures and is no part of a code: "10-to-15", "10bn-12bn", "35p-40p", "10 percent-15 percent", "100MW/400MWh".
_JOINING_WORD = re.compile(r"\d-(?:to|and|or)-\Z")
_UNIT_LEFT = re.compile(r"(?<![^\W_])\d[\d.,]{0,12}[ \n]?([^\W\d_]{1,8})(?P<joint>[-/])\Z")
_UNIT_RIGHT = re.compile(r"[ \n]?([^\W\d_]+)")
_SIMPLE = re.compile(r"([1-7])/([248]|10)(?=[ -](?:of|cents?|penny|per[ -]?cent|percentage|point|basis|mile|inch|million|billion)\b|[ ]?%)")
_PARTED = re.compile(r"[ ]\.[ ]\d{1,4}(?=[ ](?:%|percent\b|per cent\b|[mbt]r?illion\b))")  # "4 . 8 %", as tokenizers leave it


_LONG = 4  # letters of a scale word that may follow a hyphen ("3.5-million"); "10-K" is a form


@cache
def _scales() -> tuple[dict[str, tuple[Decimal, bool]], re.Pattern[str]]:
    table: dict[str, tuple[Decimal, bool]] = {}
    for row in rows("extractor.numbers", "scales.csv"):
        entry = (Decimal(row["value"]), row["certain"] == "yes")
        forms = (
            {row["form"]}
            if row["case"] == "as"
            else {
                row["form"],
                row["form"].upper(),
                row["form"].capitalize(),
                row["form"][:-1] + row["form"][-1].upper(),
            }
        )
        table.update(dict.fromkeys(sorted(forms), entry))
    words = "|".join(
        sorted(
            (form for form in table if len(form) >= _LONG),
            key=lambda form: (-len(form), form),
        )
    )
    letters = "|".join(
        sorted(
            (re.escape(form) for form in table if len(form) < _LONG or form[-1] == "."),
            key=lambda form: (-len(form), form),
        )
    )
    return table, re.compile(rf"(?:(?:[ ]{{0,2}}|[ ]?\n[ ]{{0,8}})-?({words})|[ \n]?({letters}))(?![^\W_])")


@cache
def _fractions() -> dict[str, Decimal]:
    return {row["sign"]: Decimal(row["value"]) for row in rows("extractor.numbers", "fractions.csv")}


def scan(text: str) -> list[Number]:
    """The numbers of a plain text (`reading.plain`) in order, without overlaps; what stands in a mask, an ordinal or a clock time is none."""
    hidden = masks(text)
    found = [*_clear(_digits(text), hidden), *_clear(_spoken(text), hidden)]
    found.sort(key=lambda number: (number.start, -number.end))
    return [number for at, number in enumerate(found) if not at or number.start >= found[at - 1].end]


def _clear(numbers: Iterator[Number], hidden: Sequence[Span]) -> Iterator[Number]:
    at = 0
    for number in numbers:
        while at < len(hidden) and hidden[at].end <= number.start:
            at += 1
        if at == len(hidden) or hidden[at].start >= number.end:
            yield number


def _digits(text: str) -> Iterator[Number]:
    behind = 0
    for match in _RUN.finditer(text):
        if match.start() < behind:
            continue
        number = _number(text, match)
        if number is not None:
            behind = number.end
            yield number


def _number(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    left = text[max(0, start - 2) : start]
    if text[end : end + 1] == "/" and (simple := _SIMPLE.match(text, start)) and not _TIED_LEFT.search(left):
        value = Decimal(simple[1]) / Decimal(simple[2])
        return Number(start, simple.end(), value, value, simple.end(), _ONE, fraction=True)
    if (
        (_TIED_LEFT.search(left) and not _is_joined(text, start))
        or _ORDINAL.match(text, end)
        or (text[end : end + 1] in {":", "/"} and text[end + 1 : end + 2].isdigit())
    ):
        return None
    core = _fractions().get(match[0])
    if core is None:
        end = _spaced_end(text, start, end)
        core = read_digits(text[start:end])
        if text[end : end + 2] == " ." and end - start <= 3 and (parted := _PARTED.match(text, end)):
            end = parted.end()
            core = read_digits(text[start:end].replace(" ", ""))
        if core is None:
            return None
        extra, end = _mixed(text, end)
        core += extra
    return _scaled(text, start, end, core, glued_left=bool(_LETTER_LEFT.search(left)) and not _is_joined(text, start))


def _is_joined(text: str, start: int) -> bool:
    """True where the letters before a number belong to the figure before it, or are an abbreviation with its full stop ("Rs.4,500")."""
    left = text[max(0, start - 24) : start]
    if left[-1:] == ".":
        return bool(_openers().search(left))
    if left[-1:] not in {"-", "/"}:
        return False
    if _JOINING_WORD.search(left):
        return True
    unit, run = _UNIT_LEFT.search(left), _RUN.match(text, start)
    behind = _UNIT_RIGHT.match(text, run.end()) if unit and run else None
    if unit is None or behind is None:
        return False
    return unit["joint"] == "/" or behind[1] == unit[1] or {behind[1], unit[1]} <= _scales()[0].keys()


@cache
def _openers() -> re.Pattern[str]:
    forms = "|".join(re.escape(row["form"]) for row in rows("extractor.numbers", "openers.csv"))
    return re.compile(rf"(?<![^\W_])(?:{forms})\Z")


def _spaced_end(text: str, start: int, end: int) -> int:
    """The end of a number grouped by spaces, where it is one: no digit and no capital before it ("Boeing 737 800 times" is none)."""
    if text[end : end + 1] != " " or not text[end + 1 : end + 2].isdigit():
        return end
    spaced = _SPACED.match(text, start)
    before = text[max(0, start - 2) : start]
    return spaced.end() if spaced and not (before[-1:] == " " and before[:1].isdigit()) else end


def _mixed(text: str, end: int) -> tuple[Decimal, int]:
    """What a fraction behind the digits adds: "2½", "1 1/2", "2 and a half"."""
    following = text[end : end + 1]
    if following in " -½¼¾⅕⅖⅗⅘⅛⅜⅝⅞⅓⅔":
        mixed = _MIXED.match(text, end)
        if mixed:
            return _fractions()[mixed[1]] if mixed[1] else Decimal(mixed[2]) / Decimal(mixed[3]), mixed.end()
        half = _HALF.match(text, end)
        if half:
            return Decimal("0.5") if half[1] == "half" else Decimal("0.25"), half.end()
    return Decimal(0), end


def _scaled(text: str, start: int, core_end: int, core: Decimal, *, glued_left: bool) -> Number:
    table, pattern = _scales()
    scale, certain, end = _ONE, True, core_end
    plus = text[end : end + 1] == "+" and pattern.match(text, end + 1) is not None  # "100+ million"
    while match := pattern.match(text, end + plus):
        plus = False
        factor, sure = table[match[1] or match[2]]
        if end > core_end and not sure:
            break
        scale, certain, end = scale * factor, certain and sure, match.end()
    glued_right = text[end : end + 1].isalpha() or (end > core_end and not certain and text[core_end].isalpha())
    return Number(
        start,
        end,
        core * scale,
        core,
        core_end,
        scale,
        certain,
        "digits",
        glued_left=glued_left,
        glued_right=glued_right,
    )


def scale_at(text: str, end: int, *, words_only: bool = False) -> tuple[Decimal, int]:
    """The scale that begins at `end` and the offset behind it ("(1.2)" and then " million"); one and `end` where there is none."""
    table, pattern = _scales()
    match = pattern.match(text, end)
    if not match or (words_only and not match[1]):
        return _ONE, end
    return table[match[1] or match[2]][0], match.end()


def _spoken(text: str) -> Iterator[Number]:
    for said in find_words(text):
        glued = bool(_LETTER_LEFT.search(text[max(0, said.start - 2) : said.start]))
        core_end = said.end
        yield Number(
            said.start,
            said.end,
            said.value,
            said.value,
            core_end,
            _ONE,
            form="words",
            fraction=said.fraction,
            glued_left=glued,
        )

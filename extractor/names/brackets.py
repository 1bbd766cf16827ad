"""Brackets behind names: acronyms "(NUS)", definitions "(the “Company”)", tickers "(NYSE: ABC; TSX: XYZ)", former names.

Pure: text and its capitalised words in, the parts out; whose they are is settled by the offset before the bracket.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.names.words import generic

if TYPE_CHECKING:
    from extractor.names.tokens import Token


@dataclass(slots=True, frozen=True)
class Alias:
    """Another form of the name that ends before `before`; the form itself is text[start:end]."""

    before: int
    start: int
    end: int
    sort: str  # defined, acronym, renamed, long


@dataclass(slots=True, frozen=True)
class Ticker:
    """A share's exchange and symbol, and where the bracket that holds it begins."""

    before: int
    start: int
    end: int
    exchange: str | None
    symbol: str


_BRACKET = re.compile(r"[ \n]?\(([^()]{1,300}(?:\([^()]{1,80}\)[^()]{0,80}){0,4})\)")
_QUOTED = re.compile(r"[“\"‘']\s*(?:the\s+)?([^“”\"’]{2,60}?)\s*,?[”\"’']", re.IGNORECASE)
_RENAMED = re.compile(
    r"(?:formerly(?: known as)?|now|previously(?: known as)?|f/k/a|also known as|a/k/a|d/b/a|aka|née)\s+(?:the\s+)?([^,;()“”\"]{2,60}?)\s*(?:$|[,;])"
)
_BESIDE = re.compile(r",? (?:formerly(?: known as)?|previously known as|also known as|f/k/a|d/b/a)\s+(?:the\s+)?(?=[A-Z0-9])")
_ACRONYM = re.compile(r"(?:the )?([A-Z][A-Za-z0-9&./-]{1,11})$")
# `Ostia Transit Logistics Co., Ltd. (Ostia Logistics)`: words of the name again, without quotes.
_CAPITALIZED = re.compile(r"[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){1,4}$")
_CODE = re.compile(
    r"(?:stock|ticker|share|securities|trading)?\s*(?:code|symbol|ticker)s?\s*[:#]?\s*\[?([A-Z0-9]{1,10})(?:\.([A-Z]{1,3}))?\b",
    re.IGNORECASE,
)
_STOCK_CODE = re.compile(
    r"\b(?i:stock|share|securities|ticker|trading)\s+(?i:code|symbol)s?\s*[:#]?\s*\[?([A-Z0-9]{1,10})(?:\.([A-Z]{1,3}))?\b"
)
_COLON = re.compile(r":\s?\[?[“\"$]?[A-Z0-9]{1,10}(?:[.\-][A-Z0-9]{1,4})?\b")
_EXCHANGE = 32  # characters, the longest name of an exchange and a bracket behind it
_SUFFIXED = re.compile(r"^\s*([0-9]{3,6}|[A-Z0-9]{1,6})\.([A-Z]{1,3})\s*$")
_SUFFIXES = {"HK": "HKEX", "SS": "SSE", "SH": "SSE", "SZ": "SZSE", "T": "TSE", "L": "LSE", "TO": "TSX", "V": "TSX-V", "AX": "ASX", "DE": "XETRA",
             "PA": "Euronext Paris", "AS": "Euronext Amsterdam", "BR": "Euronext Brussels", "NS": "NSE", "BO": "BSE", "SI": "SGX", "KS": "KRX",
             "KQ": "KOSDAQ", "TW": "TWSE", "O": "NASDAQ", "N": "NYSE", "MI": "Borsa Italiana", "ST": "Nasdaq Stockholm", "OL": "Euronext Oslo", "SW": "SIX"}  # fmt: skip


@cache
def _tickers() -> re.Pattern[str]:
    names = sorted({row["exchange"] for row in rows("extractor.organizations", "exchanges.csv")}, key=len, reverse=True)
    exchange = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(
        rf"(?<![\w])((?:{exchange})(?:\s*(?:/|and|&|,)\s*(?:{exchange}))*)(?:\s*\([^()]*\))?\s*:\s*\[?[“\"$]?"
        r"([A-Z0-9][A-Z0-9]{0,9}(?:[.\-][A-Z0-9]{1,4})?)\b(?!\s*%)",
        re.IGNORECASE,
    )


def tickers(text: str) -> list[Ticker]:
    """All tickers in brackets, and those with an exchange outside of one."""
    found: list[Ticker] = []
    if ":" in text or "." in text:
        for match in _BRACKET.finditer(text):
            inside = match.group(1)
            before, base = match.start(), match.start(1)
            here = [
                Ticker(before, base + m.start(), base + m.end(), _exchange(name), m.group(2))
                for m in _tickers().finditer(inside)
                for name in re.split(r"\s*(?:/|,|&|\band\b)\s*", m.group(1))
                if m.group(2) == m.group(2).upper()
            ]
            if not here:
                suffixed = _SUFFIXED.match(inside)
                code = _CODE.search(inside)
                coded = _STOCK_CODE.search(inside)
                if coded:
                    here = [
                        Ticker(
                            before,
                            base + coded.start(),
                            base + coded.end(),
                            _SUFFIXES.get(coded.group(2) or "") or _named_exchange(inside),
                            coded.group(1),
                        )
                    ]
                elif suffixed and suffixed.group(2) in _SUFFIXES:
                    here = [Ticker(before, base, match.end() - 1, _SUFFIXES[suffixed.group(2)], suffixed.group(1))]
                elif code and code.group(1) == code.group(1).upper():
                    here = [
                        Ticker(before, base, match.end() - 1, _SUFFIXES.get(code.group(2) or "") or _named_exchange(inside), code.group(1))
                    ]
            found += here
    for colon in _COLON.finditer(text):  # the names of exchanges are looked for before a colon only: the alternation is long
        for outside in _tickers().finditer(text, max(0, colon.start() - _EXCHANGE), colon.end()):
            if outside.group(2) == outside.group(2).upper() and not any(t.start <= outside.start() < t.end for t in found):
                found.append(Ticker(outside.start(), outside.start(), outside.end(), _exchange(outside.group(1)), outside.group(2)))
    return sorted(found, key=lambda t: (t.start, t.exchange or ""))


def _exchange(name: str) -> str:
    return " ".join(name.split())


def _named_exchange(inside: str) -> str | None:
    for row in rows("extractor.organizations", "exchanges.csv"):
        if re.search(rf"\b{re.escape(row['exchange'])}\b", inside):
            return row["exchange"]
    return None


def aliases(text: str) -> list[Alias]:
    """The forms that brackets and "formerly" give to the name before them, in text order."""
    found: list[Alias] = []
    for match in _BRACKET.finditer(text):
        inside, base, before = match.group(1), match.start(1), match.start()
        renamed = _RENAMED.match(inside)
        if renamed:
            sort = "now" if inside.lower().startswith("now") else "renamed"
            found.append(Alias(before, base + renamed.start(1), base + renamed.end(1), sort))
            continue
        quoted = [m for m in _QUOTED.finditer(inside) if m.group(1)[:1].isupper() or m.group(1)[:1].isdigit()]
        if quoted:
            found += [Alias(before, base + m.start(1), base + m.end(1), "defined") for m in quoted]
            continue
        acronym = _ACRONYM.match(inside)
        if acronym and sum(c.isupper() for c in acronym.group(1)) >= 2 and acronym.group(1).casefold() not in generic():
            found.append(Alias(before, base + acronym.start(1), base + acronym.end(1), "acronym"))
            continue
        if _CAPITALIZED.match(inside) and all(word in text[max(0, before - 120) : before] for word in inside.split()):
            found.append(Alias(before, base, base + len(inside), "defined"))
    found += [Alias(m.start(), m.end(), m.end(), "renamed") for m in _BESIDE.finditer(text)]
    return sorted(found, key=lambda alias: alias.start)


def spelled_by(acronym: str, words: list[Token], last: int, *, loose: bool) -> int | None:
    """The first token of the name that ends at token `last` and whose initials are the acronym's letters; None where none fits.

    Without `loose` each capital of the acronym is one word's; with it, words may be left out, the first never.
    """
    letters = [c.casefold() for c in acronym if c.isalnum()]
    depth, first = 0, last
    initials: list[str] = []
    for at in range(last, max(-1, last - 14), -1):
        if at < last:
            gap = words[at].gap
            if gap == "close":
                depth += 1
            elif gap == "open":
                depth -= 1
            elif gap not in {"space", "link", "and", "comma", "comma-and"}:
                return None
        if depth < 0:
            return None
        pieces = re.split(r"[-/&]", words[at].word)
        initials = [piece[:1].casefold() for piece in pieces if piece] + initials
        first = at
        if depth or initials[0] != letters[0]:
            continue
        if initials == letters or (loose and len(initials) >= len(letters) and _within(letters, initials)):
            return first
    return None


def _within(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)

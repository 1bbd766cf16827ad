"""What a text says about the currency of its plain signs: a statement ("all amounts are in Canadian dollars"), the dateline's place, the exchanges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.money.currencies import PACKAGE, lettered, named, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PEOPLE = r"(?:U\.S\.|United[ ]States|New[ ]Zealand|Hong[ ]Kong|[A-Z][a-z]+|US|HK|NT)"
_NAME = rf"(?:the[ \n])?(?P<name>{_PEOPLE}[ \n][Dd]ollars?|[A-Z]{{3}}(?![^\W_])|[A-Z]{{1,3}}\$)(?![^.\n]{{0,20}}for convenience)"
# Each says of the plain sign what it means: "All amounts are in Canadian dollars", 'References to "$" are to Australian dollars', "We report in
# U.S. dollars", "in thousands of Canadian dollars", "All dollars are Canadian".
_STATED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Aa]mounts?|[Ff]igures|[Cc]urrency|[Rr]esults|[Ss]tatements|[Ii]nformation|[Dd]ollars)\b(?P<gap>[^.\n]{{0,80}}?)[ \n](?:in|to|is|are)[ \n]{_NAME}",
        rf"\b(?:[Ee]xpressed|[Ss]tated|[Pp]resented|[Rr]eported|[Ss]hown)(?P<gap>)[ \n]in[ \n]{_NAME}",
        rf"\b[Rr]eport(?:s|ed|ing)?\b(?P<gap>[^.\n]{{0,60}}?)[ \n](?:in|is)[ \n]{_NAME}",
        rf"(?<![^\W\d])[\"“”'‘]?\$[\"“”'’]?[ \n](?:are|is|refers?|means?|denotes?)(?P<gap>)[ \n](?:to[ \n])?{_NAME}",
        rf"\b[Ii]n[ ](?:thousands|millions|billions)(?P<gap>)[ ]of[ ]{_NAME}",
        rf"\b[Dd]ollars?(?:[ ]amounts|[ ]figures)?[ \n](?:are|is)(?P<gap>)[ \n](?P<name>{_PEOPLE})(?![ \n][Dd]ollar)",
    )
)
_LETTERED_SIGN = re.compile(r"[^\W\d_]\$|\$[^\W\d_]|\b[A-Z]{3}\b")


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
        """The currency that the text says its amounts are in; None where it says none, or several."""
        if "ollar" not in self.text and "$" not in self.text:
            return None
        found = {currency for pattern in _STATED for match in pattern.finditer(self.text) if (currency := _stated(match))}
        return found.pop() if len(found) == 1 else None

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

    def names(self, currency: str) -> bool:
        """True where the text names a place, a people or an exchange of a currency."""
        return any(code == currency for _, code, _ in self._found)

    def speaks_only_of(self, currency: str) -> bool:
        """True where the text names the country of a currency beside the dateline, and nothing of the United States."""
        place = self.place or ""
        dateline = self.text.find(place)
        named_here = {code for start, code, _ in self._found if not dateline <= start < dateline + len(place)}
        return currency in named_here and "USD" not in named_here

    @cached_property
    def says_us_dollars(self) -> bool:
        """True where the text sets its plain dollars apart from US dollars."""
        return any(form in self.text for form in ("US$", "US $", "$US", "USD", "U.S.$", "U.S. dollar", "US dollar"))


def _stated(match: re.Match[str]) -> str | None:
    """The currency of one statement; None where it explains another sign: "references to C$ are to Canadian dollars"."""
    if _LETTERED_SIGN.search(match["gap"]):
        return None
    words = match["name"]
    if words[-1] == "$":
        mark = signed(words)
    else:
        spoken = " ".join(words.lower().split())
        mark = named(spoken) or named(f"{spoken} dollars") or lettered(words)
    return mark.currencies[0] if mark and mark.certain else None


def _in_ticker(text: str, at: int) -> bool:
    return bool(re.compile(r"[^()\n]{0,40}\(?[^()\n]{0,20}:[ ]?[A-Z0-9]").match(text, at))

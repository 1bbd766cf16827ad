"""The text as matchers read it: one-to-one where it can be, so that offsets stay the article's own.

`plain` swaps typographic spaces, dashes-as-minus and full-width signs for their plain twins and keeps the length. `Reading` also
takes out characters that show nothing (soft hyphens, zero-width marks) and maps offsets back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# Unicode 15.1, categories Zs and Cf; the full-width block FF01-FF5E mirrors ASCII 21-7E.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_PLAIN = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    0x2010: "-",  # hyphen
    0x2011: "-",  # non-breaking hyphen
    0x2212: "-",  # minus sign
    0xFE63: "-",
    0xFF0D: "-",
    0xFF0C: ",",
    0xFF0E: ".",
    0xFF05: "%",
    0xFF04: "$",
    0xFFE1: "£",
    0xFFE5: "¥",
    **{0xFF10 + digit: str(digit) for digit in range(10)},
}
_NOT_PLAIN = re.compile("[" + "".join(map(chr, _PLAIN)) + "]")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\u202a-\u202e\ufeff]+")


def plain(text: str) -> str:
    """The text with typographic spaces, hyphens, minus and full-width signs as their ASCII twins; same length."""
    return text.translate(_PLAIN) if _NOT_PLAIN.search(text) else text


@dataclass(frozen=True)
class Reading:
    """A text without its invisible characters, and the way back.

    `cuts[i]` is an offset in `text` behind which `removed[i]` characters of the article have been left out in all.
    """

    text: str
    cuts: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str) -> Reading:
        """Reads an article's text."""
        pieces: list[str] = []
        cuts: list[int] = []
        removed: list[int] = []
        at = length = gone = 0
        for match in _INVISIBLE.finditer(text):
            pieces.append(text[at : match.start()])
            length += match.start() - at
            gone += match.end() - match.start()
            cuts.append(length)
            removed.append(gone)
            at = match.end()
        if not cuts:
            return cls(text)
        pieces.append(text[at:])
        return cls("".join(pieces), tuple(cuts), tuple(removed))

    def start(self, offset: int) -> int:
        """The article's offset of a mention's first character."""
        if not self.cuts:
            return offset
        index = bisect_right(self.cuts, offset)
        return offset + (self.removed[index - 1] if index else 0)

    def end(self, offset: int) -> int:
        """The article's offset behind a mention's last character."""
        return self.start(offset - 1) + 1 if offset else self.start(0)

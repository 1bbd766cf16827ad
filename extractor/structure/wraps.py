"""Soft breaks: whether a line goes on below because it was wrapped, told by the lines around it alone.

For those who read a text name by name and ask at one line break ("Harrowgate" / "Capital"); `blocks` reads whole texts.
"""

from __future__ import annotations

import itertools
import re

# A line from this many characters on can be a hard-wrapped one; mails and releases wrap at 60 to 80.
_WRAPPED = 45
_LINES = 4  # how many lines above and below are asked
_REACH = 140  # a line of wrapped text is no longer
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
# A line that goes on in small letters: two words at least, no address ("ida@...", "tel: ..."), no item of a list ("a) ...").
_GOES_ON = re.compile(r"[a-zß-ÿ][\w’'-]*,? +(?![^\n]{0,60}@)[\w$€£“\"(]")
# No line of a list or an address ends on one of these.
_OPEN = re.compile(r"\b(?:a|an|and|as|at|by|for|from|her|his|in|into|is|its|of|on|or|our|over|than|that|the|their|to|was|were|which|with)$")
# "Home > News > Holidays": a page's path.
_PATH = re.compile(r"[^\n>»]{1,40} [>»] [^\n>»]{1,60}(?: [>»] |\n)")
_SMALL = frozenset(("of", "and", "the", "for", "to", "in", "a", "at", "on"))


def is_soft(text: str, at: int) -> bool:
    """True where the line break at `at` is a wrap: the line above is long, or the lines around it are wrapped text at another
    width. Contacts, lists, addresses and titles have hard breaks.
    """
    if _PATH.match(text, at + 1):
        return False
    above = _lines(text, at, up=True)
    if above and len(above[-1]) >= _WRAPPED:
        return True
    below = _lines(text, at, up=False)
    lines = [*above, *below]
    if not above or not below or _ENDED.search(above[-1]):
        return False
    widest = max(len(line) for line in lines)
    full = len(above[-1]) + 1 + len(below[0].split(maxsplit=1)[0]) > widest
    flows = any(not _ENDED.search(left) and _GOES_ON.match(right) for left, right in itertools.pairwise(lines))
    if len(above) == 1 and _is_title(above[0]):
        # A title over its text, unless the next word had no room left beside it.
        return full and (flows or any(_OPEN.search(line) for line in lines))
    return flows or (full and any(_OPEN.search(line) for line in lines))


def _lines(text: str, at: int, *, up: bool) -> list[str]:
    """Up to `_LINES` lines above or below a break, in text order, as far as no blank line or over-long line comes between."""
    found: list[str] = []
    while len(found) < _LINES and 0 <= at <= len(text):
        if up:
            begin = text.rfind("\n", max(0, at - _REACH), at) + 1
            line = text[begin:at].strip() if begin or at <= _REACH else text[at - _REACH : at].strip()
            at = begin - 1
        else:
            end = text.find("\n", at + 1, at + _REACH)
            line = text[at + 1 : end if end >= 0 else at + _REACH].strip()
            at = end if end >= 0 else len(text) + 1
        if not line:
            break
        found.append(line)
    return found[::-1] if up else found


def _is_title(line: str) -> bool:
    """True where every word begins with a capital, a figure or a sign, or is one of those that titles keep small."""
    return all(not word[0].islower() or word in _SMALL for word in line.split())

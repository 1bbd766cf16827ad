"""Mentions of people: what the names room marked, and what forms of address, credit lines and known family names give away.

Takes Findings with `named` and `organizations`, gives mentions in text order that do not overlap.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from extractor.findings import NameMention
from extractor.names.spans import AN
from extractor.names.words import calendar, gazetteer, generic, honorifics, openers, org_heads
from extractor.people.names import addresses, family_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.findings import Findings
    from extractor.names.tokens import Token

_CREDIT = re.compile(
    r"(?:[Pp]hotos?(?:graph)?|[Rr]eporters?|[Ee]ditors?|[Ww]riters?|[Ww]ritten|[Ee]dited|[Tt]ext|[Vv]ideo|[Ii]mage)(?:\s+by|\s*:)\s*(?:by\s+)?"
)


def mentions(found: Findings) -> list[NameMention]:
    """All mentions of people."""
    others = [m for m in found.named.mentions if m.label != "PERSON"]
    turned = list(_inverted(found.text))
    people = [m for m in found.named.mentions if m.label == "PERSON" and not any(start < m.end and m.start < end for start, end in turned)]
    taken = {offset for m in others for offset in range(m.start, m.end)}
    words = found.named.words
    known = _Known(people, taken)
    known.add(_addressed(words), "people.form-of-address")
    known.add(turned, "people.inverted")
    known.add(_credited(found, words), "people.credit")
    known.add(_columns(found, known.mentions), "people.column")
    names = {family_name(found.text[m.start : m.end]) for m in known.mentions if " " in found.text[m.start : m.end].strip()}
    known.add(_families(found.text, words, names), "people.family-name")
    return sorted(known.mentions, key=lambda m: m.start)


class _Known:
    """Mentions so far; further ones are added where they overlap nothing."""

    def __init__(self, people: list[NameMention], taken: set[int]) -> None:
        self.mentions = people
        self._taken = taken | {offset for m in people for offset in range(m.start, m.end)}

    def add(self, spans: Iterable[tuple[int, int]], rule: str) -> None:
        for start, end in spans:
            if not any(offset in self._taken for offset in range(start, end)):
                self.mentions.append(NameMention(start=start, end=end, found_by=rule, label="PERSON"))
                self._taken.update(range(start, end))


_INVERTED = re.compile(r"^[^\W\d_][^\W\d_’'-]+(?:[’'-][^\W\d_]+)*, [^\W\d_]+(?: [^\W\d_]\.?)?(?=[ \t]*$)", re.MULTILINE)


def _inverted(text: str) -> Iterable[tuple[int, int]]:
    """`Rusk, Ida`: two such lines or more that follow each other; one alone can be a town with its state."""
    lines = [m for m in _INVERTED.finditer(text) if m.group().title() == m.group() or "’" in m.group() or "-" in m.group()]
    if not lines:
        return
    near = [later.start() - earlier.end() <= _LINE_GAP for earlier, later in itertools.pairwise(lines)]
    for line, above, below in zip(lines, [False, *near], [*near, False], strict=True):
        if (above or below) and not any(part.strip() in gazetteer() for part in line.group().split(",")):
            yield line.start(), line.end()


_LINE_GAP = 4  # characters between two lines of a list: the break and spaces at the end


def _addressed(words: list[Token]) -> Iterable[tuple[int, int]]:
    """`Ms. Adaeze Okoro`: what stands behind a form of address."""
    for at, token in enumerate(words[:-1]):
        if token.word in addresses() and token.gap == "space":
            last = at + 1
            while last + 1 < len(words) and words[last].gap == "space" and not words[last].possessive and last - at < 3:
                last += 1
            if words[at + 1].word not in honorifics():
                yield words[at + 1].start, words[last].end


def _credited(found: Findings, words: list[Token]) -> Iterable[tuple[int, int]]:
    """`photo by Li Qian`, `Reporter: Liu Yifan`: names in a credit line."""
    starts = {token.start: at for at, token in enumerate(words)}
    for span in found.layout.credits:
        for match in _CREDIT.finditer(found.text, span.start, span.end):
            at = starts.get(match.end())
            if at is None:
                continue
            last = at
            while last + 1 < len(words) and words[last].gap == "space" and last - at < 2:
                last += 1
            if last > at and not _common(words[last].word):
                yield words[at].start, words[last].end


_CELL = re.compile(
    r"[ \t]{3,}([^\W\d_a-z][^\W\d_]+(?:[’'-][^\W\d_]+)?(?: [^\W\d_a-z]\.?)?(?: [^\W\d_a-z][^\W\d_]+(?:[’'-][^\W\d_]+)?){1,2})[ \t]*$"
)


def _columns(found: Findings, people: list[NameMention]) -> list[tuple[int, int]]:
    """`Ida Rusk          Ole Brell` over their posts: the second column's name beside a person, where the next line keeps the columns."""
    text = found.text
    spans: list[tuple[int, int]] = []
    starts = sorted(m.start for m in people)
    for person in people:
        begin = text.rfind("\n", max(0, person.start - _INDENT), person.start) + 1
        end = text.find("\n", person.end, person.end + _WIDE)
        if end < 0 or text[begin : person.start].strip():
            continue
        cell = _CELL.fullmatch(text, person.end, end)
        words = cell.group(1).split() if cell else []
        if not cell or any(_common(word) or word.casefold() in org_heads() or word in openers() for word in words):
            continue
        column = end + 1 + cell.start(1) - begin  # in the next line
        below = text.find("\n", end + 1, end + _WIDE)
        line = text[end + 1 : below if below >= 0 else len(text)]
        if text[column - 3 : column].isspace() and text[column : column + 1].strip() and column < end + 1 + len(line):
            other = bisect_left(starts, end) < bisect_right(starts, end + 1 + len(line) - len(line.lstrip()))
            if not other:
                spans.append(cell.span(1))
    return spans


_INDENT, _WIDE = 40, 200  # characters: a column's indent, a line of two columns


def _families(text: str, words: list[Token], names: set[str]) -> Iterable[tuple[int, int]]:
    """A known family name by itself, where no other name goes on beside it."""
    lower = {word for word in text.split() if word.islower()}
    sure = {name for name in names if name and not _common(name) and name.casefold() not in lower}
    capitals = {name.upper(): name for name in sure}
    for at, token in enumerate(words):
        if token.word not in sure and token.word not in capitals:
            continue
        before = words[at - 1] if at else None
        if (
            before
            and before.gap == "space"
            and before.word.rstrip(".") not in honorifics()
            and before.word not in openers()
            and not before.possessive
        ):
            continue
        if token.gap == "space" and not token.possessive and words[at + 1].word not in openers() and not token.word.isupper():
            continue
        given = before is not None and AN.match(text, before.start, token.start + 1) is not None  # "An Rusk"
        yield (before.start if before and given else token.start), token.end


def _common(word: str) -> bool:
    return word in calendar() or word in gazetteer() or word.casefold() in generic()

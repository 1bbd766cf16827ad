"""The inline form of the annotation guide: `⟦ORG name=Acme Holdings, Inc.|Acme⟧ said`. Marked text in, plain text and spans out.

Marks neither nest nor overlap. Keys stand before the bar as `key=value; key=value`; values hold no `;`, `|`, `⟦` or `⟧`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MARK = re.compile(
    r"""⟦ (?P<type>[A-Z]+)           # ⟦ORG
         (?:[ ](?P<keys>[^|⟦⟧]*))?   #  name=Acme Holdings, Inc.
         \| (?P<words>[^⟦⟧]+) ⟧      # |Acme⟧ ; the words may hold a line end and a bar""",
    re.VERBOSE,
)


class InlineError(ValueError):
    """A mark that cannot be read; says where it stands and what was expected."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark: offsets in the text without marks, the type, and its keys as written."""

    start: int
    end: int
    type: str
    keys: dict[str, str] = field(default_factory=dict)


def parse(marked: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and the marks in text order with offsets in that text.

    Raises InlineError on a bracket that belongs to no mark and on a key without `=`.
    """
    pieces: list[str] = []
    spans: list[Marked] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        between = _free(marked, at, match.start())
        pieces += (between, match["words"])
        start = length + len(between)
        length = start + len(match["words"])
        spans.append(Marked(start, length, match["type"], _keys(match["keys"] or "", marked, match.start())))
        at = match.end()
    pieces.append(_free(marked, at, len(marked)))
    return "".join(pieces), spans


def render(text: str, spans: list[Marked]) -> str:
    """The inverse of `parse`: the text with its marks. `spans` are in text order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        keys = "; ".join(f"{key}={value}" for key, value in span.keys.items())
        pieces += (text[at : span.start], f"⟦{span.type}{' ' + keys if keys else ''}|{text[span.start : span.end]}⟧")
        at = span.end
    return "".join((*pieces, text[at:]))


def _free(marked: str, start: int, end: int) -> str:
    """The words between two marks."""
    between = marked[start:end]
    stray = re.search("[⟦⟧]", between)
    if stray:
        raise InlineError(_complaint(marked, start + stray.start(), "a bracket that belongs to no mark (marks are ⟦TYPE key=value|words⟧)"))
    return between


def _keys(written: str, marked: str, offset: int) -> dict[str, str]:
    """`name=Acme; kind=company` as a dict."""
    keys: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in written.split(";"))):
        key, equals, value = part.partition("=")
        if not equals:
            raise InlineError(_complaint(marked, offset, f"a key without '=': {part!r}"))
        keys[key.strip()] = value.strip()
    return keys


def _complaint(marked: str, offset: int, what: str) -> str:
    line = marked.count("\n", 0, offset) + 1
    return f"line {line}: {what}, near {marked[max(0, offset - 20) : offset + 40]!r}"

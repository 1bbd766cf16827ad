"""Names that an e-mail address of the text proves: `Brell Harbour` beside "ida@brellharbour.example"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.names.anchors import OF, Candidate
from extractor.names.words import generic, openers

if TYPE_CHECKING:
    from extractor.names.tokens import Token

_MAIL = re.compile(
    r"@(?:[a-z0-9-]{1,40}\.){0,2}?([a-z0-9-]{5,40})\.(?:com?|org|net|ac|gov|edu|example|[a-z]{2,12})\b(?!\.[a-z])", re.IGNORECASE
)
_MOST = 4  # words of a name that an address spells


@cache
def _public() -> frozenset[str]:
    return frozenset(row["domain"] for row in rows("extractor.names", "mail_hosts.csv"))


def by_address(text: str, words: list[Token]) -> list[Candidate]:
    """The runs of two to four capitalised words whose letters are the domain of an address."""
    if "@" not in text:
        return []
    domains = {m.group(1).casefold().replace("-", "") for m in _MAIL.finditer(text)} - _public()
    found: list[Candidate] = []
    if not domains:
        return found
    openings = {domain[:3] for domain in domains}
    for at, first in enumerate(words):
        spelled = first.word.casefold()
        if spelled[:3] not in openings or first.word in openers():
            continue
        last = at
        while last + 1 < len(words) and last - at + 1 < _MOST and words[last].gap in {"space", "and"}:
            last += 1
            spelled += ("" if words[last - 1].gap == "space" else "and") + words[last].word.casefold()
            if spelled.replace("-", "") in domains and text[first.start : words[last].end].casefold() not in generic():
                found.append(Candidate(first.start, words[last].end, "ORG", "organizations.address", OF))
                break
    return found

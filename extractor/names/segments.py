"""Lines of business that a model takes for companies: `In Catering, net sales rose`, `Bowling resilient`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.names.anchors import HEAD
from extractor.names.everywhere import without_legal_form
from extractor.names.spans import capital_by_choice
from extractor.names.words import known_organizations, org_heads

if TYPE_CHECKING:
    from extractor.names.anchors import Candidate

_IN = re.compile(r"\bIn (?:the )?$")
_MEASURE = re.compile(
    r", (?:[a-z-]+ ){0,3}(?:sales|revenues?|turnover|income|profits?|margins?|volumes?|orders|bookings|EBITDA|EBITA|EBIT)\b"
)
_SEGMENT = re.compile(r" (?:(?:business|reporting|operating) )?segments?\b")
# "Cement grew by 5%", "Energy Systems: Revenue climbed", "Cement division", "Cement and Retail lead": what is told of lines of business.
_TELLS = re.compile(
    r"(?:['’]s)? (?:[a-z-]+ ){0,2}?(?:divisions?|business(?:es)?|units?|operations|sectors?|sales|revenues?|turnover|profits?|margins?|volumes?|orders)\b"
    r"|,? (?:also |both )?(?:grew|rose|fell|gained|declined|increased|decreased|contributed|lead|leads|led|drove|drive|was up|was down|was flat|were flat|had a)\b|: [A-Z]|\s*$| {2,}\S|\t",
    re.MULTILINE,
)
# "Rail strike called off": a word that only has its capital from the line's beginning.
_OPENS = re.compile(r"(?:^|\n|[.!?] )$")
_COMMON = re.compile(r" [a-z]{4,}")
_TICKER = re.compile(r"\s?\([A-Z][\w .&-]{1,40}:")
_AND = frozenset({"and", "&"})


def without_segments(text: str, model: list[Candidate]) -> list[Candidate]:
    """Without the organizations of a word or two that the text uses as a common word or as a line of business.

    A company whose full name or ticker is printed keeps such a name: "Gather plc" beside "we gather".
    """
    names = [" ".join(text[c.start : c.end].split()) for c in model]
    lower: frozenset[str] | None = None
    segments: set[str] = set()
    words_alone: set[str] = set()
    proved: set[str] = set()
    companies: set[str] = set()
    for candidate, name in zip(model, names, strict=True):
        if candidate.label != "ORG":
            continue
        words = name.split()
        short = without_legal_form(name)
        told = short != name or _TICKER.match(text, candidate.end) or name in known_organizations() or words[-1].casefold() in org_heads()
        if told and not is_sector(name):
            companies |= {short, short.split()[0]}
            continue
        if is_sector(name) and (
            (len(words) == 1 and _OPENS.search(text, max(0, candidate.start - 2), candidate.start) and _COMMON.match(text, candidate.end))
            or _TELLS.match(text, candidate.end)
            or _SEGMENT.match(text, candidate.end)
            or _IN.search(text, max(0, candidate.start - 8), candidate.start)
        ):
            segments.add(name)
        if name.isupper() or name.islower() or not (len(words) == 1 or _AND & set(words)):
            continue
        if lower is None:
            lower = frozenset(_WORD.findall(text))
        if capital_by_choice(text, candidate.start):
            proved.add(name)  # a name by its capital in the middle of a sentence, unless the text calls it a segment
        plain = all(word in _AND or word.casefold() in lower for word in words)
        in_measure = _IN.search(text, max(0, candidate.start - 8), candidate.start) and _MEASURE.match(text, candidate.end)
        if in_measure or _SEGMENT.match(text, candidate.end):
            segments.add(name)
        elif plain:
            words_alone.add(name)
    segments = (segments - companies) | (words_alone - companies - proved)
    if not segments:
        return model
    return [c for c, name in zip(model, names, strict=True) if c.label != "ORG" or name not in segments]


def lines_of_business(text: str, ruled: list[Candidate]) -> list[Candidate]:
    """Without the names that a head noun alone gives to a line of business: `Energy Systems: Revenue climbed`."""
    return [c for c in ruled if c.weight > HEAD or c.label != "ORG" or not is_sector(text[c.start : c.end])]


def is_sector(name: str) -> bool:
    """`Cement and Retail`, `Energy Systems`: words for lines of business and nothing else."""
    words = [word.strip(",") for word in name.split()]
    return all(word in _sectors() or word in _AND for word in words) and words[-1] not in _AND


@cache
def _sectors() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("extractor.names", "sectors.csv"))


_WORD = re.compile(r"(?<![\w@./-])[a-zà-ÿ]{3,}(?![\w@./-]|[.]\w|\s?\(dot\))")

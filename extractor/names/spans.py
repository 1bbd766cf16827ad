"""Borders of names: what a name leaves out on its left and right, whoever found it."""

from __future__ import annotations

import re

from extractor.lexicon import rows
from extractor.names.words import bare, dotted_forms, gazetteer, honorifics, legal_forms, openers
from extractor.structure import is_soft

_LEAD = re.compile(r"(?:[^\w(]+|(?:the|The|THE|a|an|A|An|its|our|Its|Our|their|and|And|of|by|at|from)\s+|[-•*·–—]\s*)")
_TAIL = re.compile(r"(?:['’]s|['’]S|\s+['’]s|[\s,;:–—\-/\"“”‘’'|&(\[{™®©*]+|\s+(?:and|of|the|said|says|to))$")
_TICKER = re.compile(r"\s*\((?:[A-Za-z][\w .&-]{1,40}:|\d{3,6}\.)[^()]*\)?$|\s*\(\s*(?:the\s+)?[“\"].*$", re.DOTALL)
# A hyphen between spaces ends a name of two words and more; "Ostia - Vale" is a compound that a tokenizer has pulled apart.
_BREAK = re.compile(r"\n\s*\n|\n[•*·-]|\t| {3,}|\s(?:[–—|]|--)\s")
_HYPHEN = re.compile(r"\s-\s")
_GLUED = re.compile(r"^The(?=[A-Z]{2,})")


_NAMELIKE = frozenset(row["word"] for row in rows("extractor.names", "namelike.csv"))


def clean(text: str, start: int, end: int, *, label: str = "ORG") -> tuple[int, int]:
    """The borders of the name inside text[start:end]; start == end where nothing is left.

    Leaves out a leading article, a possessive, quotes and dashes, a following ticker or definition, an opener ("About X") and, for
    people, the form of address. Brackets are closed or cut; a blank line or wide gap ends a name.
    """
    end = _short_line(text, start, end)
    first = _BREAK.search(text, start, end)
    hyphen = _HYPHEN.search(text, start, end)
    if hyphen and (not first or hyphen.start() < first.start()) and " " in text[start : hyphen.start()].strip():
        first = hyphen
    if first:
        end = first.start() if first.start() - start > 2 else end
    cut = _TICKER.search(text, start, end)
    if cut and cut.start() > start:
        end = cut.start()
    previous = (-1, -1)
    while start < end and previous != (start, end):
        previous = (start, end)
        lead = _LEAD.match(text, start, end)
        if lead:
            start = lead.end()
        glued = _GLUED.match(text[start:end])
        if glued:
            start += glued.end()
        tail = _TAIL.search(text, max(start, end - 12), end)
        if tail:
            end = max(start, tail.start())
        if start >= end:
            break
        start = _past_opener(text, start, end, label)
        start = _past_owner(text, start, end)
        start, end = _brackets(text, start, end)
        end = _without_city(text, start, end)
        end = _full_stop(text, start, end)
    return min(start, end), end


def _short_line(text: str, start: int, end: int) -> int:
    """The end of the line where the break behind it is no wrap: what follows on the next line is another name."""
    at = text.find("\n", start, end)
    while at >= 0 and is_soft(text, at):
        at = text.find("\n", at + 1, end)
    return at if at >= 0 else end


_WORD = re.compile(r"([^\W\d_]+)(\.?)(\s+)(?=\S)")


def _past_opener(text: str, start: int, end: int, label: str) -> int:
    word = _WORD.match(text, start, end)
    if not word:
        return start
    if label == "PERSON" and word.group(1) in honorifics():
        return word.end()
    if word.group(1) in openers() and not word.group(2) and (label != "ORG" or word.group(1) not in _NAMELIKE):
        return word.end()
    return start


_OWNER = re.compile(r"([^\n()]{2,30}?)['’]s?\s+(?=[A-Z])")
_CITY = re.compile(r"\s*\(([^()]{2,30})\)$")


def _past_owner(text: str, start: int, end: int) -> int:
    """`Canada's Competition Bureau` is the Competition Bureau."""
    owner = _OWNER.match(text, start, end)
    return owner.end() if owner and owner.group(1) in gazetteer() else start


def _without_city(text: str, start: int, end: int) -> int:
    """A city in brackets behind a name says where it is; a country or region is part of it: `Bank of Ostia (Hong Kong)`."""
    city = _CITY.search(text, start, end)
    if not city or city.start() <= start:
        return end
    kind, sort = gazetteer().get(city.group(1), ("gpe", "city"))
    return city.start() if kind == "gpe" and sort == "city" and text[end : end + 2].strip(" \n")[:1].isupper() is False else end


def _brackets(text: str, start: int, end: int) -> tuple[int, int]:
    opened = text.rfind("(", start, end)
    closed = text.rfind(")", start, end)
    if opened > closed:
        if text[end : end + 1] == ")" and opened > start:
            return start, end + 1
        return (start, opened) if opened > start else (start + 1, end)
    if closed >= 0 and text.count(")", start, end) > text.count("(", start, end):
        return start, closed
    if text[start : start + 1] == "(":
        return start + 1, end
    return start, end


def _full_stop(text: str, start: int, end: int) -> int:
    """Ends behind a full stop where it is the abbreviation's, before it where it is the sentence's."""
    stopped = text[end - 1 : end] == "."
    begin = max(text.rfind(" ", start, end - 1), text.rfind("\n", start, end - 1)) + 1
    word = text[max(begin, start) : end - 1 if stopped else end]
    spelled = "." in word and bare(word) in legal_forms()
    keeps = (
        spelled
        or bare(word) in dotted_forms()
        or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]|(?:[a-z]\.)+[a-z]", word)
        or word in {"Jr", "Sr", "Bros"}
    )
    if stopped and not keeps:
        return end - 1
    if not stopped and keeps and text[end : end + 1] == ".":
        return end + 1
    return end

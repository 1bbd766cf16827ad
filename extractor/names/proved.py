"""Names that a bracket proves: the name before it and the form or ticker inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.names.anchors import LEGAL, OF, Candidate
from extractor.names.brackets import spelled_by
from extractor.names.spans import clean
from extractor.names.words import country_codes, gazetteer, generic, openers, org_heads, program_heads

if TYPE_CHECKING:
    from extractor.findings import Label
    from extractor.names.brackets import Alias, Ticker
    from extractor.names.tokens import Token

_CODE = 2  # letters of a country's code (ISO 3166-1 alpha-2)


def from_brackets(text: str, words: list[Token], forms: list[Alias], marks: list[Ticker], pool: list[Candidate]) -> list[Candidate]:
    """Names that a bracket proves: the one before it, and the form inside."""
    by_end = {token.end: at for at, token in enumerate(words)}
    ends = {c.end: c for c in sorted(pool, key=lambda c: (c.label != "PLACE", c.weight, c.end - c.start))}
    found: list[Candidate] = []
    for alias in forms:
        before = before_bracket(text, alias.before)
        long = ends.get(before) or ends.get(before + 1)
        if alias.sort == "acronym":
            last = by_end.get(before, by_end.get(before - 1))
            first = None
            acronym = text[alias.start : alias.end]
            if last is not None:
                first = spelled_by(acronym, words, last, loose=False)
                if first is None:
                    first = spelled_by(acronym, words, last, loose=True)
            if (
                first is None
                and len(acronym) == _CODE
                and (long is None or long.label == "PLACE" or text[long.start : before] in gazetteer() or acronym in country_codes())
            ):
                continue  # "Ostia (DE)": a country's code
            if first is not None and last is not None and " ".join(text[words[first].start : before].split()).casefold() in generic():
                continue  # "the Annual General Meeting (AGM)"
            if first is not None and long is not None and long.label in {"ORG", "PROGRAM"} and long.start <= words[first].start:
                first = None  # the model saw more of the name than its acronym spells
            if first is not None and last is not None and first < last:
                begin = words[first].start
                if long and long.label in {"ORG", "PROGRAM"}:  # a name can go on left of what its acronym spells
                    begin = min(begin, long.start)
                label = _label_of(text, begin, before, long)
                found.append(Candidate(begin, before, label, f"{label.lower()}.acronym", LEGAL - 5))
                long = found[-1]
            elif long is None or long.label == "PERSON":
                continue
        elif long is None and alias.sort == "defined":
            first_at = by_end.get(before, by_end.get(before - 1))
            if first_at is None:
                continue
            run = first_at
            while run > 0 and words[run - 1].gap == "space" and words[run - 1].word not in openers():
                run -= 1
            long = Candidate(words[run].start, before, "ORG", "organizations.defined", OF)
            found.append(long)
        if long is None:
            continue
        start, end = clean(text, alias.start, _form_end(alias, words), label="ORG")
        if end - start >= 2 and text[start:end].casefold() not in generic() and long.label != "PERSON":
            label = "ORG" if alias.sort in {"renamed", "now"} else long.label
            found.append(Candidate(start, end, label, f"{label.lower()}.{alias.sort}", LEGAL - 5))
            if label == "ORG" and long.label != "ORG":
                found.append(Candidate(long.start, long.end, "ORG", "organizations.renamed", LEGAL - 5))
    return found + _before_tickers(text, words, marks, ends)


def _before_tickers(text: str, words: list[Token], marks: list[Ticker], ends: dict[int, Candidate]) -> list[Candidate]:
    """The capitalised words before a ticker that no organization covers yet."""
    by_end = {token.end: at for at, token in enumerate(words)}
    found: list[Candidate] = []
    for mark in marks:
        before = before_bracket(text, mark.before)
        if before in ends and ends[before].label == "ORG":
            continue
        at = by_end.get(before, by_end.get(before - 1))
        if at is None:
            continue
        first = at
        while first > 0 and words[first - 1].gap in {"space", "and"} and words[first - 1].word not in openers():
            first -= 1
        name = text[words[first].start : before]
        if name in openers() or name in gazetteer() or f"{name}." in gazetteer() or name.casefold() in generic():
            continue
        found.append(Candidate(words[first].start, before, "ORG", "organizations.ticker", OF))
    return found


def _form_end(alias: Alias, words: list[Token]) -> int:
    """The end of the form; one that is open to the right (`formerly Ostia Rail`) ends where its run of names does."""
    if alias.end > alias.start:
        return alias.end
    at = next((number for number, token in enumerate(words) if token.start >= alias.start), None)
    if at is None:
        return alias.start
    while at + 1 < len(words) and words[at].gap == "space":
        at += 1
    return words[at].end


def before_bracket(text: str, offset: int) -> int:
    """The end of the name before a bracket: other brackets and marks that stand between are passed over."""
    at = offset
    for _ in range(4):
        while at > 0 and text[at - 1] in " \n,™®":
            at -= 1
        if at > 0 and text[at - 1] == ")":
            opened = text.rfind("(", max(0, at - 160), at)
            inner = text[opened:at]
            if opened > 0 and (":" in inner or "“" in inner or '"' in inner or inner[1:-1].isupper()):
                at = opened
                continue
        break
    return at


def _label_of(text: str, start: int, end: int, long: Candidate | None) -> Label:
    words = text[start:end].replace("(", " ").replace(")", " ").split()
    lowered = [w.casefold() for w in words]
    if lowered[-1] in org_heads():
        return "ORG"
    if any(w in program_heads() for w in lowered):
        return "PROGRAM"
    if long and long.label in {"ORG", "PLACE", "PROGRAM"}:
        return "PLACE" if long.label == "PLACE" and text[start:end] in gazetteer() else "PROGRAM" if long.label == "PROGRAM" else "ORG"
    return "ORG"

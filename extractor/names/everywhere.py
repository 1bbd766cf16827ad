"""A name found once is a name everywhere: its other occurrences, in capitals too, and the short forms that its words give.

Takes the capitalised words of a text and the names chosen so far, gives further candidates. A short form counts only where the text
itself uses it as a name: with a capital each time, and never in lower case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.names.anchors import MODEL, REPEAT, Candidate
from extractor.names.tokens import tokens
from extractor.names.words import (
    adjectives,
    bare,
    calendar,
    demonyms,
    dotted_forms,
    gazetteer,
    generic,
    honorifics,
    legal_forms,
    openers,
    org_heads,
    place_heads,
    printed_forms,
    program_heads,
    zone_heads,
)

if TYPE_CHECKING:
    from extractor.findings import Label
    from extractor.names.tokens import Token

# A form of one word must have this many letters, in capitals fewer: "Sage", "NUS".
_LEAST, _LEAST_CAPITALS = 4, 2
_LEAST_INITIALS = 3  # two letters are too often something else
_SMALL = frozenset(row["word"] for row in rows("extractor.names", "small_words.csv"))
_START = re.compile(r"(?<![\w@.,$€£])[^\W_]+(?:['’.-][^\W_]+)*")
_LONGER = re.compile(r"[\w@]|\.\w")
_NUMBERED = re.compile(r"\d{1,4} [A-Z][a-z]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def repeat(text: str, words: list[Token], kept: list[Candidate]) -> list[Candidate]:
    """Candidates for the other occurrences of the kept names and of their short forms."""
    forms = _forms(text, kept)
    if not forms:
        return []
    taken = {c.start: c for c in kept}
    by_opening: dict[tuple[str, ...], list[tuple[list[str], Label, str]]] = defaultdict(list)
    for form, (label, rule) in forms.items():
        read = tokens(form)
        parts = [token.word for token in read]
        if parts and not form[: read[0].start].strip():  # "361 Capital" is no "Capital"
            by_opening[tuple(map(_plain, parts[:2]))].append((parts, label, rule))
    for written in by_opening.values():
        written.sort(key=lambda form: -len(form[0]))
    found: list[Candidate] = []
    plain = [_plain(token.word) for token in words]
    for at, token in enumerate(words):
        here = taken.get(token.start)
        # Two words tell: a text may name a thousand bodies that all begin with "University" or "First".
        for parts, label, rule in chain(by_opening.get(tuple(plain[at : at + 2]), ()), by_opening.get((plain[at],), ())):
            last = at + len(parts) - 1
            if last >= len(words) or not _same(words, at, parts):
                continue
            if here and here.end < words[last].end and len(parts) > 2:
                # A whole name stands here of which only a part was found.
                found.append(Candidate(token.start, _end(text, words[last], parts[-1]), label, rule, MODEL + len(parts)))
                break
            if here and (
                here.label not in {"PLACE", "PROGRAM"} or (here.label == "PROGRAM" and (rule != "org.short-form" or here.weight != MODEL))
            ):
                continue
            if not _goes_on(words, at, last, label):
                # A company's own short form of several words is that company, also where a model takes it for a place.
                company = here and (len(parts) > 1 or rule == "org.zone") and here.end == words[last].end
                weight = here.weight if here and company else REPEAT
                found.append(Candidate(token.start, _end(text, words[last], parts[-1]), label, rule, weight + min(len(parts), 5)))
                break
    return found + _exactly(text, kept)


def _plain(word: str) -> str:
    return word.replace(".", "").casefold()


def _exactly(text: str, kept: list[Candidate]) -> list[Candidate]:
    """The other occurrences of names that are in lower case, begin with a figure or hold a loose hyphen: `first bell`, `361 Brell`, `Osk - Vale`."""
    names: dict[str, Label] = {}
    for candidate in kept:
        name = " ".join(text[candidate.start : candidate.end].split())
        if len(name) > _LEAST and (name.islower() or " - " in name or (candidate.label == "ORG" and _NUMBERED.match(name))):
            names[name] = candidate.label
            short = without_legal_form(name)
            if " " in short:
                names.setdefault(short, candidate.label)
    if not names:
        return []
    by_first: dict[str, list[tuple[str, Label]]] = defaultdict(list)
    for name, label in names.items():
        for form in {name, name.upper()}:
            by_first[_WORD.findall(form)[0]].append((form, label))
    found: list[Candidate] = []
    for word in _START.finditer(text):
        for form, label in sorted(by_first.get(word.group(), ()), key=lambda written: -len(written[0])):
            if text.startswith(form, word.start()) and not _LONGER.match(text, word.start() + len(form)):
                found.append(Candidate(word.start(), word.start() + len(form), label, "org.as-printed", MODEL))
                break
    return found


def _forms(text: str, kept: list[Candidate]) -> dict[str, tuple[Label, str]]:
    """Form -> (label, rule's id): the names themselves and what is left of a company's without its legal form; a person's only in full."""
    forms: dict[str, tuple[Label, str]] = {}
    lower = frozenset(word for word in text.split() if word.islower())
    for candidate in kept:
        name = " ".join(text[candidate.start : candidate.end].split())
        if candidate.label == "PERSON" and " " not in name:
            continue
        if _distinct(name):
            forms.setdefault(name, (candidate.label, f"{candidate.label.lower()}.repeated"))
        zone = next((head for head in zone_heads() if name.endswith(f" {head}")), None)
        if zone and candidate.label == "ORG" and _distinct(name.removesuffix(zone).strip()):
            forms.setdefault(name.removesuffix(zone).strip(), ("ORG", "org.zone"))
        if candidate.label == "ORG":
            short = without_legal_form(name)
            if short != name and _distinct(short):
                forms.setdefault(short, ("ORG", "org.short-form"))
            for part in _openings(name):
                if " " in part or part.casefold() not in lower:
                    forms.setdefault(part, ("ORG", "org.short-form"))
    for candidate in kept:
        if candidate.label == "ORG":
            for letters in initials(" ".join(text[candidate.start : candidate.end].split())):
                if len(letters) >= _LEAST_INITIALS and letters.casefold() not in generic():
                    forms.setdefault(letters, ("ORG", "org.initials"))
    return forms


def initials(form: str) -> set[str]:
    """The acronyms that a name can have: initials of its words, with and without small ones, in upper case."""
    words = _WORD.findall(without_legal_form(form).replace("-", " "))
    great = "".join(word[0] for word in words if word.casefold() not in _SMALL)
    every = "".join(word[0] for word in words)
    legal = "".join(word[0] for word in _WORD.findall(form.replace("-", " ")) if word.casefold() not in _SMALL)
    return {found.upper() for found in (great, every, legal) if len(found) > 1}


def without_legal_form(name: str) -> str:
    """The name without the legal forms, brackets of places and commas at its end: `Hengli Data (Wuhan) Co., Ltd.` is `Hengli Data (Wuhan)`."""
    words = name.split()
    while len(words) > 1:
        last = words[-1].strip(",()")
        joined = last.rstrip(".")
        if (
            (bare(joined) in legal_forms() and (joined in printed_forms() or joined.title() in printed_forms()))
            or last in {"&", "publ"}
            or (last == "de" and len(words) < len(name.split()))
        ):
            words.pop()
        else:
            break
    return " ".join(words).rstrip(",")


def _distinct(form: str) -> bool:
    """Whether a form can be looked for everywhere: no common word, no place, title or nationality."""
    if " " in form:
        return form.casefold() not in generic() and form not in gazetteer()
    if form.casefold() in generic() or form.casefold() in adjectives() or form in openers() or form in calendar() or form in demonyms():
        return False
    key = form.casefold()
    if key in org_heads() or key in program_heads() or key in place_heads() or form in honorifics() or form in gazetteer():
        return False
    return len(form) >= (_LEAST_CAPITALS if form.isupper() else _LEAST) and not form.isdigit()


def _openings(name: str) -> list[str]:
    """The first words of a company's name that can stand for the whole: `Halvard` and `Halvard Bay` of `Halvard Bay Marine AS`."""
    words = without_legal_form(name).split()
    head = org_heads().get(words[-1].casefold())
    company = len(words) < len(name.split()) or (head is not None and head[0] in {"company", "finance", "media", "sports"})
    if not company or not words[0][0].isupper():
        return []
    openings = [" ".join(words[:size]) for size in range(1, len(words)) if words[size - 1][:1].isupper()]
    return [o for o in openings if _distinct(o) and (" " in o or (len(o) > _LEAST and o.isalpha()))]


def _same(words: list[Token], at: int, parts: list[str]) -> bool:
    for step, part in enumerate(parts):
        word, part = words[at + step].word.replace(".", ""), part.replace(".", "")  # noqa: PLW2901 - N.C.R.A. is NCRA
        if word not in {part, part.upper()}:
            return False
        if step and words[at + step - 1].gap == "":
            return False
    return True


def _goes_on(words: list[Token], at: int, last: int, label: str) -> bool:
    """True where a capitalised word before or behind makes it another name: "Halvard Foundation" is not "Halvard"."""
    before = words[at - 1] if at else None
    if (
        before
        and before.gap == "space"
        and not before.possessive
        and before.word not in openers()
        and before.word.rstrip(".") not in honorifics()
    ):
        return before.word.casefold() not in generic() and label != "PLACE" and not before.word.isupper()
    if words[last].gap != "space" or last + 1 >= len(words) or words[last].possessive:
        return False
    following = words[last + 1].word
    if bare(following) in legal_forms() and following in printed_forms():
        return True
    return following.casefold() in org_heads() and not words[last].word.isupper()


def _end(text: str, last: Token, part: str) -> int:
    stopped = text[last.end : last.end + 1] == "." and (bare(part) in dotted_forms() or "." in last.word)
    return last.end + 1 if stopped else last.end

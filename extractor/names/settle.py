"""From what the model marked to the names of the text: borders cleaned, names added that a word gives away, forms found everywhere.

Takes Findings with `names` (and the text alone where there are none), gives `Named`: mentions that do not overlap, in text order, with the
forms and tickers that brackets tie to them. Grouping into entities is each kind's own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.findings import Discard, NameMention, Span
from extractor.names.anchors import LEGAL, MODEL, OF, PLACE, SOFT, Candidate, anchored
from extractor.names.brackets import Alias, Ticker, aliases, spelled_by, tickers
from extractor.names.everywhere import repeat
from extractor.names.spans import clean
from extractor.names.tokens import Token, tokens
from extractor.names.words import (
    calendar,
    demonyms,
    gazetteer,
    generic,
    known_organizations,
    openers,
    org_heads,
    place_heads,
    program_heads,
    zone_heads,
)

if TYPE_CHECKING:
    from extractor.findings import Findings


@dataclass(slots=True)
class Named:
    """The names of a text, and the forms and tickers that its brackets tie to the names before them."""

    mentions: list[NameMention] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    tickers: list[Ticker] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)


def settle(found: Findings) -> Named:
    """Reads the names of the text; called once for all kinds by `Findings.named`."""
    text = found.text
    words = tokens(text)
    marks = tickers(text)
    forms = aliases(text)
    model = _without_terms(text, _joined(text, _from_model(found, marks)), forms)
    ruled = [c for c in anchored(text, words) if text[c.start : c.end].casefold() not in generic()] + _gazetteer(words) + _dateline(found) + _about(found)
    pool = _outside(model, _wire(found)) + _outside(ruled, [Span(mark.before, mark.end) for mark in marks] + _wire(found))
    proved = _from_brackets(text, words, forms, marks, pool)
    kept = _choose(_whole(pool, model) + proved)
    fixed = {" ".join(text[c.start : c.end].split()): c.label for c in proved}
    fixed |= _slips(text, kept, fixed)
    fixed |= _acting_zones(text, kept)
    kept = _agreed(text, kept, fixed)
    others = _outside(repeat(text, words, kept), [Span(mark.before, mark.end) for mark in marks])
    kept = _choose(_families(text, _agreed(text, kept + others, fixed)))
    mentions = [
        NameMention(start=c.start, end=c.end, found_by=c.found_by, label=c.label)  # type: ignore[arg-type]
        for c in kept
    ]
    return Named(mentions, forms, marks, words)


def _from_model(found: Findings, marks: list[Ticker]) -> list[Candidate]:
    text = found.text
    pool = []
    inside = [(t.before, t.end) for t in marks]
    place = found.layout.dateline.place if found.layout.dateline else None
    for name in found.names:
        start, end = clean(text, name.start, name.end, label=name.label)
        reason = _rejected(text, start, end, name.label)
        if not reason and any(a <= start < b for a, b in inside):
            reason = "part of a ticker"
        if reason:
            found.discards.append(Discard(name.start, name.end, name.found_by, reason))
            continue
        label = "PLACE" if place and place.start <= start and end <= place.end else _relabelled(text, start, end, name.label)
        pool.append(Candidate(start, end, label, name.found_by, MODEL))
    return pool


def _joined(text: str, names: list[Candidate]) -> list[Candidate]:
    """Two parts of one name that a bracket or an "and" cut: `Ostia-Vale (Ostia) | Transit and Logistics Center`, `Ostia (Vale) Transit | and | Link Center`."""
    joined: list[Candidate] = []
    for name in names:
        before = joined[-1] if joined else None
        if before and name.label == "ORG" and before.label != "PERSON":
            first, gap = text[before.start : before.end], text[before.end : name.start]
            head = text[name.start : name.end].rsplit(maxsplit=1)[-1].casefold()
            bracket = first.endswith(")") and gap in {" ", "\n"}
            headless = "(" in first and gap.strip() == "and" and first.split()[-1].casefold() not in org_heads() and not first.endswith(")")
            if (bracket or headless) and head in org_heads():
                joined[-1] = Candidate(before.start, name.end, "ORG", name.found_by, MODEL + 1)
                continue
        joined.append(name)
    return joined


def _dateline(found: Findings) -> list[Candidate]:
    """The place and the wire of the dateline, told by where they stand."""
    line = found.layout.dateline
    if line is None:
        return []
    parts = ((line.place, "PLACE", "places.dateline"), (line.wire, "ORG", "organizations.wire"))
    named = [(span.start, span.start + len(span.of(found.text).split(",")[0]), label, rule) for span, label, rule in parts if span]
    return [Candidate(*clean(found.text, start, end, label=label), label, rule, OF) for start, end, label, rule in named]


def _wire(found: Findings) -> list[Span]:
    """The wire's tag between slashes (`/PRNewswire/`): furniture. In brackets it is printed as the medium's name."""
    wire = found.layout.dateline.wire if found.layout.dateline else None
    return [wire] if wire and "/" in found.text[max(0, wire.start - 2) : wire.start + 1] else []


_ABOUT = re.compile(r"about\s+(?:the\s+)?(.{2,60}?)\s*[:.]?\s*$", re.IGNORECASE)


def _about(found: Findings) -> list[Candidate]:
    """`About X` over a boilerplate that begins with X: that is how X is written."""
    names = []
    for section in found.layout.sections:
        title = _ABOUT.match(section.title or "") if section.kind == "boilerplate" else None
        if title:
            start = next((section.start + len(lead) for lead in ("", "The ", "the ") if found.text.startswith(lead, section.start)
                          and found.text[section.start + len(lead) :].casefold().startswith(title.group(1).casefold())), None)  # fmt: skip
            if start is not None:
                names.append(Candidate(*clean(found.text, start, start + len(title.group(1))), "ORG", "organizations.about", OF))
    return names


def _outside(candidates: list[Candidate], closed: list[Span]) -> list[Candidate]:
    """Those that do not lie inside a ticker's bracket."""
    return [c for c in candidates if not any(span.start <= c.start < span.end for span in closed)]


def _whole(pool: list[Candidate], model: list[Candidate]) -> list[Candidate]:
    """Without the rules' names that are a part of a longer name of the model: it saw the words around them."""
    long = [c for c in model if c.label != "PERSON"]
    parts = {id(c) for c in pool for m in long if c is not m and m.start <= c.start and c.end <= m.end and c.end - c.start < m.end - m.start and not _closed(c, m)}
    return [c for c in pool if id(c) not in parts]


def _closed(rule: Candidate, model: Candidate) -> bool:
    """True where a legal form closes the name before the model's ends: what follows is another name."""
    return rule.weight == LEGAL and rule.start == model.start


def _without_terms(text: str, model: list[Candidate], forms: list[Alias]) -> list[Candidate]:
    """Without acronyms that a bracket ties to common words: "seat capacity (ASK)", "all-in cost (AISC)"."""
    spans = [(c.start, c.end) for c in model]
    terms = {
        text[alias.start : alias.end]
        for alias in forms
        if alias.sort == "acronym"
        and (word := _LAST_WORD.search(text, max(0, alias.before - 40), alias.before))
        and word.group(1).islower()
        and not any(start < alias.before <= end + 1 for start, end in spans)
    }
    return [c for c in model if text[c.start : c.end] not in terms] if terms else model


_LAST_WORD = re.compile(r"(\S+)\s*$")


def _families(text: str, kept: list[Candidate]) -> list[Candidate]:
    """A family name alone is the person's who bears it in full, whatever the model took it for: "according to Oduya"."""
    names = [text[c.start : c.end].split() for c in kept]
    families = {words[-1] for c, words in zip(kept, names, strict=True) if c.label == "PERSON" and len(words) > 1}
    bodies = {words[0] for c, words in zip(kept, names, strict=True) if c.label == "ORG" and len(words) > 1}
    for candidate, words in zip(kept, names, strict=True):
        if candidate.label == "ORG" and len(words) == 1 and words[0] in families - bodies:
            candidate.label = "PERSON"
    return kept


_FIGURE = re.compile(r"[\d$€£¥%.,\s/:-]+(?:million|billion|percent|[A-Z])?$")
_ACRONYM = 4  # letters: a word in capitals up to here is an acronym, a longer one can be a headline's


def _rejected(text: str, start: int, end: int, label: str) -> str | None:
    words = " ".join(text[start:end].split())
    if len(words) < 2:
        return "nothing left inside its borders"
    if label == "PLACE":
        common = words.casefold() in generic() and words not in gazetteer()
        return "a nationality" if words in demonyms() else "a common noun, no place" if common else None
    if words.casefold() in generic() or words.casefold().removeprefix("the ") in generic():
        return "a reference or a common noun, no name"
    if words in demonyms():
        return "a nationality"
    if "-" in words and all(part in gazetteer() for part in words.split("-")):
        return "two places"
    if _FIGURE.match(words) or "@" in words or "www." in words or "http" in words:
        return "a figure or an address"
    if _part_of_address(text, start, end):
        return "part of an address"
    if words.islower() and text.count(words) < 2:
        return "in lower case, and not twice"
    if words.isupper() and len(words) > _ACRONYM and all(f" {word.casefold()} " in text for word in words.split()):
        return "common words in capitals"
    if words in openers() or (label != "PERSON" and words in calendar()) or (not any(c.isupper() or c.isdigit() for c in words) and label != "ORG"):
        return "a common word"
    return None


def _part_of_address(text: str, start: int, end: int) -> bool:
    """True inside an e-mail address, a web address or a domain."""
    return text[start - 1 : start] in {"@", "/"} or text[end : end + 1] == "@" or (text[end : end + 1] == "." and text[end + 1 : end + 2].islower() and text[start:end].islower())


def _relabelled(text: str, start: int, end: int, label: str) -> str:
    """The label that the name's own words ask for."""
    words = " ".join(text[start:end].split())
    if words in gazetteer() and label in {"ORG", "PERSON", "PROGRAM"}:
        return "PLACE"
    if words in known_organizations():
        return "ORG"
    last = words.rsplit(" ", 1)[-1].casefold().strip(".,)")
    if " " in words and label in {"ORG", "PLACE", "PERSON"}:
        if last in program_heads() and last not in org_heads():
            return "PROGRAM"
        if label != "ORG" and last in org_heads() and last not in place_heads():
            return "ORG"
        if label == "ORG" and last in place_heads() and last not in org_heads() and place_heads()[last] != "gpe":
            return "PLACE"
    return label


def _gazetteer(words: list[Token]) -> list[Candidate]:
    """Known places and organizations, the longest run of words first."""
    found: list[Candidate] = []
    places, known = gazetteer(), known_organizations()
    at = 0
    while at < len(words):
        size = 1
        hit = None
        run = words[at].word
        while True:
            label = "PLACE" if run in places or (len(run) > _ACRONYM and run.isupper() and run.title() in places) else "ORG" if run in known else None
            if label:
                hit = (size, label)
            if size == 4 or at + size >= len(words) or words[at + size - 1].gap not in {"space"}:
                break
            run = f"{run} {words[at + size].word}"
            size += 1
        if hit:
            last = at + hit[0] - 1
            alone = (at == 0 or words[at - 1].gap != "space" or words[at - 1].word in openers()) and words[last].gap != "space"
            rule = "places.gazetteer" if hit[1] == "PLACE" else "organizations.known"
            found.append(Candidate(words[at].start, words[last].end, hit[1], rule, PLACE - 2 if alone else SOFT - 5))
            at = last
        at += 1
    return found


def _from_brackets(text: str, words: list[Token], forms: list[Alias], marks: list[Ticker], pool: list[Candidate]) -> list[Candidate]:
    """Names that a bracket proves: the one before it, and the form inside."""
    by_end = {token.end: at for at, token in enumerate(words)}
    ends = {c.end: c for c in sorted(pool, key=lambda c: (c.weight, c.end - c.start))}
    found: list[Candidate] = []
    for alias in forms:
        before = before_bracket(text, alias.before)
        long = ends.get(before) or ends.get(before + 1)
        if alias.sort == "acronym":
            last = by_end.get(before, by_end.get(before - 1))
            first = None
            if last is not None:
                acronym = text[alias.start : alias.end]
                first = spelled_by(acronym, words, last, loose=False)
                if first is None:
                    first = spelled_by(acronym, words, last, loose=True)
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
            while run > 0 and words[run - 1].gap in {"space"} and words[run - 1].word not in openers():
                run -= 1
            long = Candidate(words[run].start, before, "ORG", "organizations.defined", OF)
            found.append(long)
        if long is None:
            continue
        start, end = clean(text, alias.start, _form_end(text, alias, words), label="ORG")
        if end - start >= 2 and text[start:end].casefold() not in generic() and long.label != "PERSON":
            label = "ORG" if alias.sort in {"renamed", "now"} else long.label
            found.append(Candidate(start, end, label, f"{label.lower()}.{alias.sort}", LEGAL - 5))
            if label == "ORG" and long.label != "ORG":
                found.append(Candidate(long.start, long.end, "ORG", "organizations.renamed", LEGAL - 5))
    for mark in marks:
        before = before_bracket(text, mark.before)
        if before in ends and ends[before].label in {"ORG"}:
            continue
        at = by_end.get(before, by_end.get(before - 1))
        if at is None:
            continue
        first = at
        while first > 0 and words[first - 1].gap in {"space", "and"} and words[first - 1].word not in openers():
            first -= 1
        found.append(Candidate(words[first].start, before, "ORG", "organizations.ticker", OF))
    return found


def _form_end(text: str, alias: Alias, words: list[Token]) -> int:
    if alias.end > alias.start:
        return alias.end
    for at, token in enumerate(words):
        if token.start >= alias.start:
            while at + 1 < len(words) and words[at].gap == "space":
                at += 1
            return words[at].end
    return alias.start


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


def _label_of(text: str, start: int, end: int, long: Candidate | None) -> str:
    words = text[start:end].replace("(", " ").replace(")", " ").split()
    lowered = [w.casefold() for w in words]
    if lowered[-1] in org_heads():
        return "ORG"
    if any(w in program_heads() for w in lowered):
        return "PROGRAM"
    if long and long.label in {"ORG", "PLACE", "PROGRAM"}:
        return "PLACE" if long.label == "PLACE" and text[start:end] in gazetteer() else "PROGRAM" if long.label == "PROGRAM" else "ORG"
    return "ORG"


def _agreed(text: str, kept: list[Candidate], fixed: dict[str, str]) -> list[Candidate]:
    """One label for one form: the one a bracket proves (`fixed`), else the one that weighs most over the text.

    Places keep theirs, since a city can also be a club.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    names = [" ".join(text[c.start : c.end].split()) for c in kept]
    for name, candidate in zip(names, kept, strict=True):
        votes[name][candidate.label] += candidate.weight
    for name, candidate in zip(names, kept, strict=True):
        if name in fixed and candidate.label != fixed[name]:
            candidate.label = fixed[name]
        elif len(votes[name]) > 1 and candidate.label != "PLACE":
            candidate.label = votes[name].most_common(1)[0][0]
    return kept


def _slips(text: str, kept: list[Candidate], fixed: dict[str, str]) -> dict[str, str]:
    """An acronym that nothing explains, of the same letters as an explained one, is a slip of it and of its kind: `CIC` beside `CCI`."""
    letters = {"".join(sorted(form)): label for form, label in fixed.items() if form.isupper() and len(form) > 2}
    alone = {text[c.start : c.end] for c in kept if text[c.start : c.end].isupper()} - fixed.keys()
    return {form: letters["".join(sorted(form))] for form in sorted(alone) if "".join(sorted(form)) in letters}


_ACTS = re.compile(r"\s+(?:has|have|had|will|said|says|reported|announced|signed|launched|plans|aims|attracted|introduced|pledged|unveiled)\b")


def _acting_zones(text: str, kept: list[Candidate]) -> dict[str, str]:
    """A development zone that acts is its administration: `Ostia New Area has signed ...`; a city or country stays a place."""
    zones = {}
    for candidate in kept:
        name = " ".join(text[candidate.start : candidate.end].split())
        if candidate.label == "PLACE" and name.endswith(zone_heads()) and _ACTS.match(text, candidate.end):
            zones[name] = "ORG"
    return zones


_BLOCK = 64  # characters; candidates are compared with those of their own blocks alone


def _choose(pool: list[Candidate]) -> list[Candidate]:
    """Of candidates that overlap the heavier one stays, of equals the longer, of those the first."""
    chosen: list[Candidate] = []
    taken: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in sorted(pool, key=lambda c: (-c.weight, c.start - c.end, c.start)):
        if candidate.end <= candidate.start:
            continue
        blocks = range(candidate.start // _BLOCK, (candidate.end - 1) // _BLOCK + 1)
        if any(c.start < candidate.end and candidate.start < c.end for b in blocks for c in taken[b]):
            continue
        chosen.append(candidate)
        for block in blocks:
            taken[block].append(candidate)
    return sorted(chosen, key=lambda c: c.start)

"""From what the model marked to the names of the text: borders cleaned, names added that a word gives away, forms found everywhere.

Takes Findings with `names` (and the text alone where there are none), gives `Named`: mentions that do not overlap, in text order, with the
forms and tickers that brackets tie to them. Grouping into entities is each kind's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.findings import Discard, NameMention, Span
from extractor.names.addresses import by_address
from extractor.names.anchors import LEGAL, MODEL, OF, PLACE, SOFT, Candidate, anchored
from extractor.names.beside import beside, ruled_beside
from extractor.names.brackets import Alias, Ticker, aliases, tickers
from extractor.names.everywhere import repeat, without_legal_form
from extractor.names.labels import acting_zones, agreed, beside_people, deposits, families, no_lakes, relabelled, slips, tabled_people
from extractor.names.pieced import whole
from extractor.names.proved import from_brackets
from extractor.names.reject import ACRONYM, is_paper, no_programme, products, rejected
from extractor.names.segments import lines_of_business, without_segments
from extractor.names.spans import AN, clean
from extractor.names.tokens import Token, tokens
from extractor.names.words import (
    gazetteer,
    generic,
    honorifics,
    known_organizations,
    openers,
    org_heads,
)

if TYPE_CHECKING:
    from extractor.findings import Findings, Label


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
    model = without_segments(
        text, _without_products(text, _without_terms(text, _parted(text, _joined(text, _from_model(found, marks))), forms))
    )
    ruled = lines_of_business(
        text, [c for c in anchored(text, words) if (name := text[c.start : c.end]).casefold() not in generic() and name not in gazetteer()]
    ) + (_gazetteer(text, words) + _dateline(found) + _about(found) + by_address(text, words))
    ruled = ruled_beside(text, no_lakes(text, ruled, model))
    pool = _outside(model, _wire(found)) + _outside(
        _past_people(text, ruled, model), [Span(mark.before, mark.end) for mark in marks] + _wire(found)
    )
    proved = from_brackets(text, words, forms, marks, pool)
    kept = _choose(whole(text, _whole(pool, model) + proved))
    fixed = {" ".join(text[c.start : c.end].split()): c.label for c in proved}
    fixed |= slips(text, kept, fixed)
    fixed |= acting_zones(text, kept)
    kept = agreed(text, kept, fixed)
    others = _outside(repeat(text, words, kept), [Span(mark.before, mark.end) for mark in marks])
    kept = _programmes(text, _choose(families(text, agreed(text, kept + others, fixed))), fixed)
    mentions = [NameMention(start=c.start, end=c.end, found_by=c.found_by, label=c.label) for c in kept]
    return Named(mentions, forms, marks, words)


def _from_model(found: Findings, marks: list[Ticker]) -> list[Candidate]:
    text = found.text
    pool = []
    inside = [(t.before, t.end) for t in marks]
    place = found.layout.dateline.place if found.layout.dateline else None
    for name in found.names:
        start, end = clean(text, name.start, name.end, label=name.label)
        if name.label == "PERSON" and AN.match(text, start - 3, start + 1):
            start -= 3
        reason = rejected(text, start, end, name.label)
        if not reason and any(a <= start < b for a, b in inside):
            reason = "part of a ticker"
        if reason:
            found.discards.append(Discard(name.start, name.end, name.found_by, reason))
            continue
        label = "PLACE" if place and place.start <= start and end <= place.end else relabelled(text, start, end, name.label)
        pool.append(Candidate(start, end, label, name.found_by, MODEL))
    return deposits(text, beside(text, tabled_people(text, beside_people(text, _without_storms(text, pool)))))


def _joined(text: str, names: list[Candidate]) -> list[Candidate]:
    """Two parts of one name that a bracket or an "and" cut: `Ostia-Vale (Ostia) | Transit and Logistics Center`, `Ostia (Vale) Transit | and | Link Center`."""
    joined: list[Candidate] = []
    ends = {c.start: c.end for c in names if c.label == "ORG"}
    for name in names:
        before = joined[-1] if joined else None
        if before and name.start <= before.end:
            continue  # taken in by the compound before it
        if name.label == "ORG" and (end := _compound(text, name, ends)):
            joined.append(Candidate(name.start, end, "ORG", name.found_by, MODEL + 1))
            continue
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


_PULLED = re.compile(r"\s-\s([A-Z]\w*)")


def _compound(text: str, name: Candidate, ends: dict[int, int]) -> int | None:
    """The end of a name whose hyphens a tokenizer has pulled apart, told by its standing there more than once: `Ost - Vale Stores`."""
    pulled = _PULLED.match(text, name.end)
    if not pulled or text.count(text[name.start : pulled.end()]) < 2:
        return None
    return max(pulled.end(), ends.get(pulled.start(1), 0))


def _parted(text: str, names: list[Candidate]) -> list[Candidate]:
    """Two names that an "and" holds together, where each stands alone elsewhere or is known: `Brell & Osk`."""
    alone = {text[c.start : c.end] for c in names if c.label == "ORG"} | known_organizations().keys()
    parted: list[Candidate] = []
    for name in names:
        link = _AND.search(text, name.start, name.end) if name.label == "ORG" else None
        if link and text[name.start : link.start()] in alone and text[link.end() : name.end] in alone:
            parted += [Candidate(a, b, "ORG", name.found_by, name.weight) for a, b in ((name.start, link.start()), (link.end(), name.end))]
        else:
            parted.append(name)
    return parted


_AND = re.compile(r"\s(?:and|&)\s")


def _dateline(found: Findings) -> list[Candidate]:
    """The place and the wire of the dateline, told by where they stand."""
    line = found.layout.dateline
    if line is None:
        return []
    parts: tuple[tuple[Span | None, Label, str], ...] = ((line.place, "PLACE", "places.dateline"), (line.wire, "ORG", "organizations.wire"))
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
                          and found.text[section.start + len(lead) : section.end].casefold().startswith(title.group(1).casefold())), None)  # fmt: skip
            if start is not None:
                begin, end = clean(found.text, start, start + len(title.group(1)))
                if not rejected(found.text, begin, end, "ORG"):
                    names.append(Candidate(begin, end, "ORG", "organizations.about", OF))
    return names


def _outside(candidates: list[Candidate], closed: list[Span]) -> list[Candidate]:
    """Those that do not lie inside a ticker's bracket."""
    return [c for c in candidates if not any(span.start <= c.start < span.end for span in closed)]


def _whole(pool: list[Candidate], model: list[Candidate]) -> list[Candidate]:
    """Without the rules' names that are a part of a longer name of the model: it saw the words around them."""
    long = sorted((c for c in model if c.label != "PERSON"), key=_start)
    most = max((m.end - m.start for m in long), default=0)

    def is_part(c: Candidate) -> bool:
        around = long[bisect_left(long, c.start - most, key=_start) : bisect_right(long, c.start, key=_start)]
        return any(c is not m and c.end <= m.end and c.end - c.start < m.end - m.start and not _closed(c, m) for m in around)

    return [c for c in pool if not is_part(c)]


_LINK = re.compile(r",? and (?:the )?|, (?:the )?")


def _past_people(text: str, ruled: list[Candidate], model: list[Candidate]) -> list[Candidate]:
    """`Ida Rusk, and Joint Council for Ropes`: a rule's name begins behind the person that a list names before it."""
    people = {c.start: c.end for c in model if c.label == "PERSON" and " " in text[c.start : c.end]}
    for candidate in ruled:
        end = people.get(candidate.start)
        link = _LINK.match(text, end, candidate.end) if end is not None and candidate.label == "ORG" and candidate.weight != LEGAL else None
        if link:
            candidate.start = link.end()
    return ruled


def _start(candidate: Candidate) -> int:
    return candidate.start


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


_STORM = re.compile(r"\b(?i:hurricane|typhoon|cyclone|windstorm|(?:tropical|winter)\s+storm|storm)\s+([A-Z][a-z]+)")


def _without_storms(text: str, names: list[Candidate]) -> list[Candidate]:
    """Without the names of storms: `Ada` beside "Hurricane Ada"."""
    storms = set(_STORM.findall(text))
    return [c for c in names if text[c.start : c.end] not in storms] if storms else names


def _without_products(text: str, model: list[Candidate]) -> list[Candidate]:
    """Without the names of products, unless a company bears the same one: `Brellar™ (tarnolinib)`."""
    named = products(text, ((c.start, c.end) for c in model if c.label in {"ORG", "PROGRAM"}))
    if not named:
        return model
    named -= {without_legal_form(name).casefold() for c in model for name in [text[c.start : c.end]] if name != without_legal_form(name)}
    return [c for c in model if text[c.start : c.end].casefold() not in named]


def _programmes(text: str, kept: list[Candidate], fixed: dict[str, Label]) -> list[Candidate]:
    """Without the model's programmes for which nothing in the text speaks at any of their places, and bare titles that nobody bears as a name."""
    proved = {text[c.start : c.end] for c in kept if c.label == "PROGRAM" and not no_programme(text, c.start, c.end)} | fixed.keys()
    borne = {word for c in kept if c.label == "PERSON" for word in text[c.start : c.end].split()[1:]}
    return [
        c
        for c in kept
        if (c.label != "PROGRAM" or text[c.start : c.end] in proved)
        and not (c.label == "PERSON" and text[c.start : c.end] in honorifics() - borne)
    ]


_LAST_WORD = re.compile(r"(\S+)\s*$")


def _gazetteer(text: str, words: list[Token]) -> list[Candidate]:
    """Known places and organizations, the longest run of words first."""
    found: list[Candidate] = []
    at = 0
    while at < len(words):
        size = 1
        hit: tuple[int, Label] | None = None
        run = words[at].word
        while True:
            label = _known(run)
            if label:
                hit = (size, label)
            if size == 4 or at + size >= len(words) or words[at + size - 1].gap != "space":
                break
            run = f"{run} {words[at + size].word}"
            size += 1
        if hit and hit[1] == "ORG" and (_opens_law(words, at) or is_paper(text, words[at].word, words[at].end)):
            hit = None
        if hit:
            last = at + hit[0] - 1
            alone = (at == 0 or words[at - 1].gap != "space" or words[at - 1].word in openers()) and words[last].gap != "space"
            rule = "places.gazetteer" if hit[1] == "PLACE" else "organizations.known"
            found.append(Candidate(words[at].start, words[last].end, hit[1], rule, PLACE - 2 if alone else SOFT - 5))
            at = last
        at += 1
    return found


_LAWS = frozenset({"Regulation", "Regulations", "Directive", "Act", "Law", "Treaty"})


def _opens_law(words: list[Token], at: int) -> bool:
    """`EU Bell Foundries Regulation`: the body that made a law is part of the law's name."""
    for token in words[at : at + 5]:
        if token.word in _LAWS:
            return True
        if token.gap != "space" or token.possessive:
            return False
    return False


def _known(name: str) -> Label | None:
    """The label of a name that the lexicons hold, places first; in capitals too where it is too long for an acronym."""
    if name in gazetteer() or (len(name) > ACRONYM and name.isupper() and name.title() in gazetteer()):
        return "PLACE"
    return "ORG" if name in known_organizations() else None


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

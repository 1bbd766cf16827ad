"""Names that a word gives away: a legal form behind them, a head noun that closes or opens them.

Takes the capitalised words of a text (`tokens`), gives spans with a label, a rule's id and a weight; says nothing of people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.names.spans import capital_by_choice
from extractor.names.tokens import Token, end_of
from extractor.names.words import (
    bare,
    demonyms,
    form_rigour,
    gazetteer,
    generic,
    honorifics,
    known_organizations,
    legal_forms,
    openers,
    org_heads,
    place_heads,
    posts,
    printed_forms,
    program_heads,
    state_posts,
)
from extractor.structure import is_soft

if TYPE_CHECKING:
    from extractor.findings import Label


@dataclass(slots=True)
class Candidate:
    """A stretch that may be a name: `weight` settles overlaps, the higher stays."""

    start: int
    end: int
    label: Label
    found_by: str
    weight: int


# A legal form proves a name; a head noun says more than a small model, and a repeated form less than either.
LEGAL, OF, HEAD, PLACE, MODEL, SOFT, REPEAT = 100, 80, 70, 60, 50, 40, 30
_PROVINCES = {"AB", "NV"}  # of the letters of a legal form
_PUBLIC = {"government", "education", "nonprofit", "international"}
_SECOND = {row["word"]: row["where"] for row in rows("extractor.names", "second_words.csv")}


def legal_form_at(words: list[Token], at: int) -> bool:
    """True where the word is a legal form behind a name."""
    word = words[at].word
    rigour = form_rigour().get(word)
    if rigour is None or at == 0:
        return False
    gap = words[at - 1].gap
    if gap not in {"space", "comma", "close", "and"} or words[at - 1].word in openers():
        return False
    if gap == "comma" and (word in _PROVINCES or (words[at].gap == "space" and words[at + 1].word.casefold() in state_posts())):
        return False  # "Red Deer, AB", "Ida Rusk, Company Secretary"
    if rigour == "always":
        return True
    return (
        gap != "and"
        and words[at - 1].word.casefold() not in generic()
        and not (len(word) > 1 and words[at].gap == "space" and not _chain(words, at))
    )


def _chain(words: list[Token], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].word in printed_forms()


def anchored(text: str, words: list[Token]) -> list[Candidate]:
    """All names given away by a word, overlapping ones included."""
    found: list[Candidate] = []
    heads, programs, places = org_heads(), program_heads(), place_heads()
    forms = legal_forms()
    at = 0
    while at < len(words):
        word = words[at]
        key = word.word.casefold()
        if bare(word.word) in forms and legal_form_at(words, at):
            last = at
            while (
                last + 1 < len(words)
                and (words[last].gap in {"space", "comma", "and"} or _de(text, words, last))
                and bare(words[last + 1].word) in forms
                and words[last + 1].word in printed_forms()
                and not _breaks(text, words[last].end, words[last + 1].start)
            ):
                last += 1
            first = _left(text, words, at, "legal")
            if first < at:
                last = _region(words, last)
                found.append(_candidate(text, words, first, last, "ORG", "organizations.legal-form", LEGAL))
            at = last + 1
            continue
        if key in heads or key in programs or key in places:
            _headed(text, words, at, found)
        at += 1
    return found


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a line ends between two words for good: "Limited" over "Incorporated in 1956" are two."""
    line = text.find("\n", start, end)
    return line >= 0 and not is_soft(text, line)


def _de(text: str, words: list[Token], last: int) -> bool:
    """`S.A.B. de C.V.`: a form that goes on."""
    return words[last].gap == "link" and text[words[last].end : words[last + 1].start].strip(" .\n") == "de"


def _region(words: list[Token], last: int) -> int:
    """`Kestrel Corp. North America`: a known region behind the form belongs to the name."""
    for size in (2, 1):
        end = last + size
        if end >= len(words) or words[end].gap == "space" or any(words[i].gap != "space" for i in range(last, end)):
            continue
        if " ".join(w.word for w in words[last + 1 : end + 1]) in gazetteer():
            return end
    return last


def _headed(text: str, words: list[Token], at: int, found: list[Candidate]) -> None:
    word = words[at]
    key = word.word.casefold()
    org, program, place = org_heads().get(key), program_heads().get(key), place_heads().get(key)
    opens = (org and org[1] == "both") or program == "both"
    if opens and word.gap == "link" and at + 1 < len(words):
        link = text[word.end : words[at + 1].start].split(maxsplit=1)[0]
        wanted = {"of", "for", "de", "des", "di", "del", "da", "do", "et", "la"} if org else {"for", "on", "of"}
        owned = not org and text[word.end : words[at + 1].start].split() == ["of", "the"]  # "the Brell Initiative of the Ministry of Ropes"
        if link in wanted and not owned:
            last = _right(text, words, at + 1, public=org is not None)
            first = _left(text, words, at, "public" if org else "program")
            if org or first < at:
                found.append(
                    _candidate(
                        text, words, first, last, "ORG" if org else "PROGRAM", "organizations.head-of" if org else "programs.head-of", OF
                    )
                )
                return
    if word.gap == "space" and at + 1 < len(words) and words[at + 1].word not in openers() and not _is_title(words[at + 1].word):
        return  # the phrase goes on: a later head or form decides
    kind = org[0] if org else None
    first = _left(text, words, at, "public" if kind in _PUBLIC else "program" if program and not org else "plain")
    if first == at:
        return
    if org:
        size = at - first
        lead = words[first].word
        if size == 1 and lead in demonyms() and kind not in _PUBLIC:
            return
        bracketed = any(word.gap == "close" for word in words[first:at])  # "Oslo (Voss) Rail Center": no chance neighbour
        weight = HEAD if kind in _PUBLIC or bracketed else SOFT
        found.append(_candidate(text, words, first, at, "ORG", f"organizations.head-{kind}", weight))
    elif program:
        if at - first == 1 and words[first].word.casefold() in generic():
            return
        found.append(_candidate(text, words, first, at, "PROGRAM", "programs.head", HEAD))
    elif place:
        found.append(_candidate(text, words, first, at, "PLACE", f"places.head-{place}", PLACE))


def _is_title(word: str) -> bool:
    """`CEO`, `Governor` behind a name: the name has ended."""
    return word in posts() or (word.isupper() and len(word) > 1 and word.casefold() in generic())


def _candidate(text: str, words: list[Token], first: int, last: int, label: Label, rule: str, weight: int) -> Candidate:
    return Candidate(words[first].start, end_of(text, words[last]), label, rule, weight)


def _left(text: str, words: list[Token], at: int, mode: str) -> int:
    """The first token of the name that ends at token `at`; `at` itself where nothing stands before it."""
    first, depth = at, 0
    while first > 0:
        before = words[first - 1]
        gap = before.gap
        if gap == "close":
            depth += 1
        elif gap == "open":
            if depth == 0:
                break
            depth -= 1
        elif gap == "comma":
            if not (mode == "legal" and first == at) and not _listed(text, words, first, at, mode):
                break
        elif gap in {"and", "comma-and"}:
            if not _joined(text, words, first, at, mode):
                break
        elif gap == "link":
            if not _linked(text, words, first, mode):
                break
        elif gap != "space":
            break
        if _breaks(text, before.end, words[first].start):
            break
        capitals = before.word.isupper() and words[at].word.isupper() and before.word.capitalize() in openers()  # a headline's TO, BUY
        opens = before.word in openers() and not (mode == "legal" and at - first < 2 and capital_by_choice(text, before.start))
        if ((opens or capitals) and gap == "space") or (before.word.rstrip(".") in honorifics() and mode != "program" and gap == "space"):
            break
        if at > first > 1 and (words[first - 2].word, before.word) == (words[first].word, words[first + 1].word):
            break  # the name twice, a heading and its text: "Brell Ropes Brell Ropes AS"
        if legal_form_at(words, first - 1) and gap != "and" and first != at:
            break
        first -= 1
    while first < at and words[first].gap == "close":
        first += 1
    return first


def _joined(text: str, words: list[Token], first: int, at: int, mode: str) -> bool:
    """Whether the "and" or "&" before token `first` is inside the name."""
    before = words[first - 1]
    between = text[before.end : words[first].start]
    if "&" in between or "+" in between:
        return True
    if legal_form_at(words, first - 1) or before.word in known_organizations() or before.word in gazetteer():
        return False
    second = _SECOND.get(words[first].word)
    if second == "always" or (second and mode == "legal" and first + 1 == at) or _behind_bracket(words, first - 1):
        return True
    if before.word.isupper() and len(before.word) > 2 and not words[at].word.isupper():
        return False  # an acronym is a name of its own: "NCRA and Bellmark University"
    return mode == "public" and first <= at and first != at and before.word.casefold() not in org_heads()


def _behind_bracket(words: list[Token], at: int) -> bool:
    """`Oslo-Bergen (Voss) Rail Freight and`: a place in brackets opens a name, and "and" goes on with it."""
    while at > 0 and words[at - 1].gap == "space":
        at -= 1
    return at > 0 and words[at - 1].gap == "close" and words[at - 1].word in gazetteer()


def _listed(text: str, words: list[Token], first: int, at: int, mode: str) -> bool:
    """`Ravel, Stroud & Penn LLP`, `Climate, Infrastructure and Environment Agency`: a comma inside, with an "and" behind it."""
    if first + 1 > at or words[first].gap not in {"and", "comma-and", "comma"} or len(words[first - 1].word) < 2:
        return False
    if words[first - 1].word in gazetteer():
        return False
    return mode == "public" or "&" in text[words[first].end : words[min(first + 1, at)].start]


def _linked(text: str, words: list[Token], first: int, mode: str) -> bool:
    before = words[first - 1]
    link = text[before.end : words[first].start].split()
    if link[0] in {"of", "for"}:
        return (before.word.casefold() in org_heads() and org_heads()[before.word.casefold()][1] == "both") or (
            mode == "program" and before.word.casefold() in program_heads()
        )
    return link[0] not in {"on", "in", "to", "at", "y", "e"}


def _right(text: str, words: list[Token], at: int, *, public: bool) -> int:
    """The last token of a name that is open to the right: `Ministry of Industry and Trade`."""
    last, depth = at, 0
    while last + 1 < len(words):
        gap = words[last].gap
        following = words[last + 1]
        if gap == "space":
            if following.word in openers() or following.word in posts() or _breaks(text, words[last].end, following.start):
                break
        elif gap == "link":
            if text[words[last].end : following.start].split(maxsplit=1)[0] not in {"of", "for", "de", "la", "des", "du", "et"}:
                break
        elif gap == "and":
            if (
                not public
                or following.word in gazetteer()
                or following.word in known_organizations()
                or following.word.isupper()
                or _opens_name(text, words, last + 1)
                or any(word.word == following.word for word in words[at : last + 1])  # another body of the same town
            ):
                break
        elif gap == "open":
            close = last + 1
            if words[close].gap != "close" or words[close].word not in gazetteer():
                break
            depth += 1
        elif gap == "close" and depth:
            depth -= 1
        else:
            break
        last += 1
    return last


def _opens_name(text: str, words: list[Token], at: int) -> bool:
    """True where a name of its own begins: a head with "of", or a run that a head or form closes, "Ostia Children's Hospital" too."""
    end = at
    while end + 1 < len(words) and (
        words[end].gap == "space" or (words[end].possessive and text[words[end].end + 2 : words[end + 1].start] == " ")
    ):
        end += 1
    key = words[end].word.casefold()
    return key in org_heads() or bare(words[end].word) in legal_forms()

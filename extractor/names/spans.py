"""Borders of names: what a name leaves out on its left and right, whoever found it."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import rows
from extractor.names.words import (
    bare,
    dotted_forms,
    gazetteer,
    given_genders,
    honorifics,
    legal_forms,
    openers,
    org_heads,
    posts,
    printed_forms,
    state_posts,
)
from extractor.structure import is_soft

_LEAD = re.compile(r"(?:[^\w(]+|(?:the|The|THE|a|an|A|An|its|our|Its|Our|their|and|And|of|by|at|from)\s+|[-•*·–—]\s*)")
AN = re.compile(r"\bAn\s[B-DF-HJ-NP-TV-Z]")  # a given name, "An Verhoef": no article stands before a consonant so
_TAIL = re.compile(r"(?:['’]\s?s|['’]S|\s+['’]\s?s|[\s,;:–—\-/\"“”‘’'|&(\[{™®©*]+|\s+(?:and|of|the|said|says|to))$")
_TICKER = re.compile(r"\s*\((?:[A-Za-z][\w .&-]{1,40}:|\d{3,6}\.)[^()]*\)?$|\s*\(\s*(?:the\s+)?[“\"].*$", re.DOTALL)
_ROUNDS = 8  # more than any name needs; wild brackets could be opened and cut for ever
# A hyphen between spaces ends a name of two words and more; "Ostia - Vale" is a compound that a tokenizer has pulled apart.
_BREAK = re.compile(r"\n\s*\n|\n[•*·-]|\t| {3,}|\s(?:[–—|]|--)\s")
# "Institut Osk | 's robotics lab": what a body owns; "Osk Women's hospital" is its name.
_OWNED = re.compile(r"['’]s?\s+[a-z][\w-]*(?:\s+[a-z][\w-]*){0,3}\Z")
_KEPT = re.compile(r"\b(?:(?:St\.?|Saint) [^\W\d_]+|King|Queen|Children|Women|Men|People|Veterans|Farmers|Workers|Teachers)\Z")
# "Ministry of Transport | and infrastructure": what goes on in small letters behind "and" is no name.
_TRADE = re.compile(r"(?<=[^\W\d_A-Z])\s+and\s+[a-z]{4,}(?:\s+[a-z]{4,})?\Z")
_HYPHEN = re.compile(r"\s-\s")
_GLUED = re.compile(r"^The(?=[A-Z]{2,})")


_NAMELIKE = frozenset(row["word"] for row in rows("extractor.names", "namelike.csv"))


def clean(text: str, start: int, end: int, *, label: str = "ORG") -> tuple[int, int]:
    """The borders of the name inside text[start:end]; start == end where nothing is left.

    Leaves out a leading article, a possessive, quotes and dashes, a following ticker or definition, an opener ("About X") and, for
    people, the form of address. Brackets are closed or cut; a blank line or wide gap ends a name.
    """
    end = _short_line(text, start, end)
    if label == "ORG" and (owned := _OWNED.search(text, start, end)) and not _KEPT.search(text, start, owned.start()):
        end = owned.start()
    if label == "ORG" and (trade := _TRADE.search(text, start, end)):
        end = trade.start()
    if label == "PERSON":
        start = _past_title(text, start, end)
        day = _DAY.search(text, start, end)
        end = day.start() if day else end
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
    for _ in range(_ROUNDS):
        if start >= end or previous == (start, end):
            break
        previous = (start, end)
        lead = None if label == "PERSON" and AN.match(text, start, end) else _LEAD.match(text, start, end)
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
        if label == "ORG":
            end = before_post(text, start, end)
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
    if label == "PERSON" and (AN.match(text, start, end) or word.group(1).casefold() in given_genders()):
        return start
    if word.group(1) in openers() and not word.group(2) and (label != "ORG" or word.group(1) not in _NAMELIKE):
        return start if label == "ORG" and capital_by_choice(text, start) else word.end()
    return start


# "told Rusk Sunday": the day is no family name.
_DAY = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z")


@cache
def _title() -> re.Pattern[str]:
    """Up to four words that end on a post of state, with a name behind: `Prime Minister Ida Rusk`, `general Ida Rusk`."""
    posts = "|".join(re.escape(post) for post in sorted(state_posts(), key=len, reverse=True))
    return re.compile(rf"(?:[^\W\d_][\w.’'-]*\s+){{0,3}}?(?i:{posts})\s+(?=[^\W\d_a-z])")


_REALM = re.compile(r"\b(?:of|to|for)\s(?:the\s)?$")


def _past_title(text: str, start: int, end: int) -> int:
    """Where the person's name begins behind a title, however often: `Deputy Foreign Minister | Ida Rusk`."""
    while title := _title().match(text, start, end):
        start = title.end()
    realm = _REALM.search(text, max(0, start - len("of the ")), start)
    if realm:  # "Ambassador to the United States | Ida Rusk", "Governor of Ohio | Ida Rusk"
        words = text[start:end].split()
        size = next((n for n in (3, 2, 1) if len(words) > n + 1 and " ".join(words[:n]) in gazetteer()), 0)
        if size:
            start = text.index(words[size], start + len(" ".join(words[:size])), end)
    return start


_BEFORE = re.compile(r"[a-z]{2,}[,;]? $")
_PLAIN = re.compile(r"\b[a-z]{5,}\b")
_SENTENCE = 80  # characters before a name that tell a sentence from a headline


def capital_by_choice(text: str, start: int) -> bool:
    """Whether the opener at `start` has its capital as a part of a name: "customers of Just Boil" in a sentence, never in a headline's capitals."""
    line = max(text.rfind("\n", max(0, start - _SENTENCE), start) + 1, start - _SENTENCE, 0)
    if not _BEFORE.search(text, max(line, start - 30), start):
        return False
    return _PLAIN.search(text, line, start) is not None


@cache
def _post() -> re.Pattern[str]:
    """A post or form of address inside a name, with the words that go before it."""
    words = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(posts(), key=len, reverse=True))
    return re.compile(rf"\s(?:(?:Senior|Executive|Deputy|Assistant|Acting|Vice|Group|Former|Regional)\s){{0,2}}(?:{words})(?=\.?\s[A-Z]|$)")


def before_post(text: str, start: int, end: int) -> int:
    """The end of an organization's name where a post or a form of address goes on: `Bank of Ostia | Governor Ida Rusk`.

    "Office of the President" keeps its post, and so does a name that goes on to a legal form or a head noun. Nothing is left of a minister.
    """
    post = _post().search(text, start, end)
    if not post:
        rank = _RANK.search(text, start, end)
        return rank.start() if rank and _HELD.match(text, end) else end
    if post.group().endswith("Minister"):
        return start  # "Finance Minister" is a post, whatever stands before it
    before, rest = text[start : post.start()], text[post.end() : end].split()
    if before.endswith(_LINKED) or before.casefold() in _ARTICLES:
        return end
    if rest and (rest[-1].casefold() in org_heads() or rest[-1].rstrip(".") in printed_forms()):
        return end
    return post.start()


# "NCRA Regional | Director": the word before a post belongs to the post.
_RANK = re.compile(
    r"(?:\s(?:Regional|Country|Area|Deputy|Assistant|Associate|Acting|Senior|Executive|Vice|Managing|General|Programme|Program))+\Z"
)
_HELD = re.compile(
    r"\s(?:Directors?|Managers?|Presidents?|Officers?|Coordinators?|Representatives?|Heads?|Secretary|Editor|Commissioner|Counsel)\b"
)
_LINKED = (" of", " for", " the", " and", " &")
_ARTICLES = frozenset({"the", "a", "an"})


_OWNER = re.compile(r"([^\n()]{2,30}?)\s?['’]s?\s+(?=[A-Z])")
_BASED = re.compile(r"([^\n()]{2,30}?)-(?:based|listed|headquartered|owned|backed)\s+(?=[^\W\d_a-z])")
_CITY = re.compile(r"\s*\(([^()]{2,30})\)$")


def _past_owner(text: str, start: int, end: int) -> int:
    """`Canada's Competition Bureau` is the Competition Bureau, `Oslo-based Brell Lines` is Brell Lines."""
    based = _BASED.match(text, start, end)
    if based and (based.group(1) in gazetteer() or based.group(1).islower()):
        return based.end()
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

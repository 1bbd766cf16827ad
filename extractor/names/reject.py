"""What a model marks and what names nothing: references, nationalities, abbreviations of a trade, figures, addresses, common words.

Pure: text, borders and label in; the reason for leaving the name out, or None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.names.words import (
    calendar,
    country_codes,
    demonyms,
    gazetteer,
    generic,
    openers,
    org_heads,
    posts,
    program_heads,
    state_posts,
    terms,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

ACRONYM = 4  # letters: a word in capitals up to here is an acronym, a longer one can be a headline's

_FIGURE = re.compile(r"[\d$€£¥%.,\s/:-]+(?:million|billion|percent|[A-Z])?$")
# "(D-Ohio)", "(R - Texas)": a politician's party and state.
_PARTY = re.compile(r"[DRI]\s?[-–.]\s?[A-Z][\w. ]*$")
_GOES_ON = re.compile(r" [a-z]{4,}")
_SHORTEST = 4  # letters of a land's name: "Norman" is not of Norm
_PAGE = re.compile(r"\S+/\S*\.(?:html?|php|aspx?)\b")


def rejected(text: str, start: int, end: int, label: str) -> str | None:
    """Why text[start:end] is no name of this label; None where it can be one."""
    words = " ".join(text[start:end].split())
    if len(words) < 2:
        return "nothing left inside its borders"
    if label == "PLACE":
        common = words.casefold() in generic() and words not in gazetteer()
        return "a nationality" if words in demonyms() else "a common noun, no place" if common else None
    if words.casefold() in generic() or words.casefold().removeprefix("the ") in generic():
        return "a reference or a common noun, no name"
    if label != "PERSON" and words in terms():
        return "an abbreviation of a trade's term, no name"
    if words in demonyms():
        return "a nationality"
    if "-" in words and all(part in gazetteer() for part in words.split("-")):
        return "two places"
    if " and " in words and all(part.removeprefix("the ") in gazetteer() for part in words.split(" and ")):
        return "two places"
    if label in {"ORG", "PROGRAM"} and _of_a_land(text, words, end):
        return "an adjective of a land"
    if label == "ORG" and _place_and_trade(words):
        return "a place and a common noun"
    if _PARTY.match(words) and text[start - 1 : start] == "(":
        return "a party and a state"
    if _FIGURE.match(words) or "@" in words or "www." in words or "http" in words or _PAGE.search(words):
        return "a figure or an address"
    if words in country_codes() and text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return "a country's code"
    if _part_of_address(text, start, end):
        return "part of an address"
    if label == "PERSON" and words.rsplit(" ", 1)[-1].casefold() in state_posts():
        return "a title, no person"
    if words.casefold() in state_posts() and text[max(0, start - 4) : start].casefold() == "the ":
        return "a title, no body"
    if label == "ORG" and (_post_of(words) or (words.endswith(_BENCHES) and _JUDGE.match(text, end))):
        return "a post"
    if label == "ORG" and _OF_POST.search(text, max(0, start - 20), start) and _AT_HOUSE.match(text, end) and words.count(" ") < 2:
        return "the field of a post"
    if label == "ORG" and is_paper(text, words, end):
        return "a paper of the state"
    if words in _states() and _BEHIND_TOWN.search(text, max(0, start - 20), start):
        return "a state behind its town"
    if len(words) <= ACRONYM and words.isupper() and text[start - 1 : start] in {"-", "/"} and text[start - 2 : start - 1].isdigit():
        return "part of a code"
    if label != "PERSON" and (_illness(words) or _opens_illness(text, words, end)):
        return "an illness or a branch of medicine"
    if label != "PERSON" and _index().fullmatch(words):
        return "an index"
    if words.islower() and not _lower_name(text, words):
        return "in lower case, and no sentence opens with it"
    if words.isupper() and len(words) > ACRONYM and words.capitalize() in openers():
        return "a common word in capitals"
    if words.isupper() and len(words) <= ACRONYM + 1 and _FILED.match(text, end):
        return "an exchange's or service's label"
    if words.isupper() and words.isalpha() and len(words) > ACRONYM and _is_heading(text, words, start, end):
        return "a heading in capitals"
    if words.isupper() and len(words) > ACRONYM and all(f" {word.casefold()} " in text for word in words.split()):
        return "common words in capitals"
    if (
        words in openers()
        or (label != "PERSON" and words in calendar())
        or (not any(c.isupper() or c.isdigit() for c in words) and label != "ORG")
    ):
        return "a common word"
    return None


def _place_and_trade(words: str) -> bool:
    """`Oslo cable`, `New York oil and gas`: a place, and nothing but small letters behind it that name no body."""
    parts = words.split()
    small = next((n for n, part in enumerate(parts) if part.islower()), len(parts))
    rest = parts[small:]
    return (
        0 < small < len(parts)
        and " ".join(parts[:small]) in gazetteer()
        and all(part.islower() and part not in org_heads() for part in rest if part not in {"oil", "gas", "energy", "power"})
    )


def _of_a_land(text: str, words: str, end: int) -> bool:
    """`Ostian` of "the Ostian scheme", where the text names Ostia: small letters go on behind the adjective."""
    if not words.endswith("n") or not words.isalpha() or not _GOES_ON.match(text, end):
        return False
    bases = [words.removesuffix(ending) for ending in ("n", "an", "ian") if words.endswith(ending)]
    return any(len(base) > _SHORTEST and re.search(rf"\b{base}\b", text) for base in bases)


def _illness(words: str) -> bool:
    """`Osk Nephropathy`, `Brell Syndrome`, `Oncology`: an illness told by its last word, a branch of medicine by itself; a body keeps its head noun."""
    parts = words.casefold().split()
    ends, whole, branches = _illnesses()
    if any(part in org_heads() for part in parts[:-1]):
        return False  # "Centre for Osk Disease"
    return parts[-1] in whole or parts[-1].endswith(ends) or all(part in branches or part in {"and", "&"} for part in parts)


def _opens_illness(text: str, words: str, end: int) -> bool:
    """`IgA` of "IgA Nephropathy": an acronym whose next word is an illness."""
    beside = _BESIDE.match(text, end)
    return beside is not None and len(words) <= ACRONYM and words[-1].isupper() and beside.group(1).casefold().endswith(_illnesses()[0])


@cache
def _illnesses() -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    known = [(row["word"], row["sort"]) for row in rows("extractor.names", "illnesses.csv")]
    ends = tuple(word for word, sort in known if sort == "end")
    whole, branches = (frozenset(word for word, sort in known if sort == wanted) for wanted in ("word", "branch"))
    return ends, whole, branches


@cache
def _index() -> re.Pattern[str]:
    """The name of an index: `Nifty 100`, `FTSE 250`, `Nikkei Index`."""
    alone = "|".join(re.escape(row["word"]) for row in rows("extractor.names", "indices.csv") if row["where"] == "alone")
    every = "|".join(re.escape(row["word"]) for row in rows("extractor.names", "indices.csv"))
    return re.compile(rf"(?:{alone})|(?:{every})(?: [A-Z]\w+){{0,2}}[ -]?(?:\d+|(?i:index|average|all-share))(?: \w+)?")


def products(text: str, names: Iterable[tuple[int, int]]) -> set[str]:
    """The names among these that are a product's, in lower case: a trademark sign or a generic drug name stands behind one, or it is told to be a trademark."""
    return {
        text[start:end].casefold()
        for start, end in names
        if _product().match(text, end) or (text[start - 1 : start] in _OPENING_MARKS and _BRAND.search(text, max(0, start - _REACH), start))
    }


_REACH = 80  # characters before a mark in which "brand" is looked for
_OPENING_MARKS = frozenset("“\"‘'")
# "under the brands “Osk” and “Vint”", "its brand “Osk”": words in marks that a brand bears.
_BRAND = re.compile(
    r"\b(?:brands?|trademarks?|labels?|models?)(?: names?)?(?:,? (?:of|are|is|include|includes|including|named|called|such as|like|as))?:?,? "
    r"(?:[“\"‘'][^“”\"‘’'.]{1,25}[”\"’'](?:,? and |, | or ))*[“\"‘']$"
)


@cache
def _product() -> re.Pattern[str]:
    stems = "|".join(row["stem"] for row in rows("extractor.names", "drug_stems.csv"))
    return re.compile(
        rf"\s?™|®?\s\((?:[a-z]+[ -]){{0,2}}[a-z]{{2,20}}(?:{stems})(?:-[a-z]{{4}})?\)|®?,? is a (?:registered )?trade ?mark of\b"
    )


# "U.S. District | Judge Ida Rusk": the bench is part of the post.
_BENCHES = ("District", "Circuit", "Magistrate", "Chief")
_JUDGE = re.compile(r"\s(?:Judge|Justice|Magistrate|Attorney)\b")
_BEHIND_TOWN = re.compile(r"\b[A-Z]\w+, $")
_PAPER = re.compile(r"\s(?:notes?|bonds?|bills?|yields?|securities|stock|shares|market|prices|debt|futures|auctions?|paper)\b")


# "ASX ANNOUNCEMENT": the label of a filing.
_FILED = re.compile(r"\s(?:ANNOUNCEMENT|Announcement|RELEASE|Release)\b")


def _is_heading(text: str, words: str, start: int, end: int) -> bool:
    """True of a word in capitals on a line of its own that comes but once and never in small letters with a capital."""
    alone = text[max(0, start - 1) : start] in {"", "\n"} and text[end : end + 1] in {"", "\n"}
    return alone and text.count(words) == 1 and words.capitalize() not in text


# "Vice President, | Mobility |, at Osk"
_OF_POST = re.compile(r"\b(?:President|Director|Head|Manager|Officer|Counsel|Partner|Lead|VP), $")
_AT_HOUSE = re.compile(r",? (?:at|of|for) (?:the )?[A-Z]")


def is_paper(text: str, words: str, end: int) -> bool:
    """`Treasury` of "the two-year Treasury yield": what the state borrows, no body."""
    return words.endswith("Treasury") and _PAPER.match(text, end) is not None


@cache
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("extractor.names", "states.csv"))


_BESIDE = re.compile(r"\s+(\w+)")
_AHEAD = re.compile(r"(\w+)\s+$")


def no_programme(text: str, start: int, end: int) -> bool:
    """A brand or heading that a model takes for a programme: a single word with no "programme" beside it, a line of its own that comes but once."""
    words = text[start:end]
    if " " in words or "\n" in words:
        alone = text[max(0, start - 1) : start] in {"", "\n"} and text[end : end + 1] in {"", "\n"}
        return alone and text.count(words) < 2 and words.split()[-1].casefold() not in program_heads()
    beside = [m.group(1).casefold() for m in (_AHEAD.search(text, max(0, start - 20), start), _BESIDE.match(text, end)) if m]
    return not any(word in program_heads() for word in beside)


def _part_of_address(text: str, start: int, end: int) -> bool:
    """True inside an e-mail address, a web address or a domain."""
    return (
        text[start - 1 : start] in {"@", "/"}
        or text[end : end + 1] == "@"
        or (text[end : end + 1] == "." and text[end + 1 : end + 2].islower() and text[start:end].islower())
    )


def _post_of(words: str) -> bool:
    """`Minister of Justice`, `Governor of Ostia`: a post with its field."""
    first, _, rest = words.partition(" ")
    if "Minister" in words.split() and words.rsplit(maxsplit=1)[-1].casefold() not in org_heads():
        return True
    return first in posts() and rest.startswith(("of ", "for "))


def _lower_name(text: str, words: str) -> bool:
    """Whether words in lower case are a name: they hold a sign, a sentence or item opens with them, or an apposition follows ("brell, the maker of")."""
    if not words.replace(" ", "").replace("-", "").isalpha():
        return True
    name = re.escape(words)
    return re.search(rf"(?:^|\n\n|[.!?:]\s|[•*–|]\s|[.!?]\s?[”\"]\s){name}(?![\w-])|(?<![\w-]){name}, (?:the|an?)\s", text) is not None

"""Noun phrases by surface rules: the one that ends before a token, the one that begins at it, and the subject of a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from extractor.facts.tokens import FIGURES, NOUNS, word_list

if TYPE_CHECKING:
    from extractor.facts.tokens import Row

Phrase: TypeAlias = tuple[int, int]  # first token, token behind the last
_INNER = NOUNS | {"-"}
_LINKS = frozenset(
    {"on", "before", "after", "with", "to", "per", "about"}
)  # "profit on disposals", "loss before tax", "trade with", "attributable to"
_TO = frozenset({"attributable", "available", "related", "relating"})
_TWO_FIGURES = re.compile(r"[dqo]*[$%#],?jq?[$%#]")
_SHARED = 5  # verbs with one subject: "rose, fell and rose"; no writer joins more
_INSERTS = frozenset({"including", "excluding"})
_BREAKS = frozenset(";:z")
_ENDS = FIGURES | {";", ":"}
_STRIP = frozenset('dqrRjJzi,.-"tfbow(p@k:')


def ending_at(row: Row, last: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, with the phrases it hangs on by of, on, before ("loss before tax"), or None."""
    classes = row.classes
    last = past_bracket(row, last)
    first = _core_left(classes, last)
    if first is None:
        return None
    begin = first
    for _ in range(3):
        link = begin - 1
        while link >= 0 and classes[link] in "dq":
            link -= 1
        if link > 1 and classes[link] == "j" and (further := _core_left(classes, link - 1)) and row.words[further - 1] in _LINKS:
            begin = further  # "income before depreciation and amortization"
            continue
        if link > 0 and _takes_name(row, link, last) and (further := _core_left(classes, link - 1)) is not None:
            begin = further  # "exports to Japan", "those from mills"
            continue
        if link < 1 or not (classes[link] == "o" or row.words[link] in _LINKS or _for(row, link)):
            break
        if classes[link] == "t" and row.words[link - 1] not in _TO:
            break
        further = _core_left(classes, link - 1)
        if further is None or (row.words[link] == "on" and row.words[further - 1] == "per"):  # "$1.02 per share on revenue of"
            break
        begin = further
    if (
        begin == last
        and classes[last] == "m"
        and classes[begin - 2 : begin] == "mj"
        and row.words[begin - 1] == "and"
        and not _is_listed(row, begin)
    ):
        begin -= 2  # "imports and exports"
    return _owned(row, begin, last + 1)


def _is_listed(row: Row, last: int) -> bool:
    """True where the two nouns that end at `last` are parts of a longer phrase, or two figures follow: "with lower costs and sales of $5 million"."""
    first = last - 2
    return (first > 0 and row.classes[first - 1] in "nmx,j-") or bool(_TWO_FIGURES.match(row.classes, last + 1))


def _takes_name(row: Row, link: int, last: int) -> bool:
    """True for the "to" of "exports to Japan" and for what follows "those"."""
    if row.words[link - 1] == "those":
        return row.classes[link] in "tfi"
    return row.classes[link - 1 : link + 1] == "mt" and row.text[row.starts[last]].isupper()


def past_bracket(row: Row, last: int) -> int:
    """The token before a short bracket that ends at `last` ("sustaining cost (AISC)"); `last` itself where none does."""
    if last < 1 or row.classes[last] != ")":
        return last
    opening = row.classes.rfind("(", max(0, last - 6), last)
    return last if opening < 1 or set(row.classes[opening:last]) & FIGURES else opening - 1


def past_equivalent(row: Row, figure: int) -> int:
    """The token behind a figure and the same amount in brackets behind it: "$42 million (about £31 million) round"."""
    at = figure + 1
    if row.classes[at : at + 1] != "(":
        return at
    at += 1
    while row.classes[at : at + 1] == "q":
        at += 1
    return at + 2 if row.classes[at : at + 2] == "$)" else figure + 1


def starting_at(row: Row, first: int) -> Phrase | None:
    """The noun phrase that begins at `first` (determiners are stepped over), with a following of-phrase, or None."""
    classes = row.classes
    size = len(classes)
    while first < size and (classes[first] in "dq@" or (classes[first] in "-p" and classes[first - 1] == "@")):  # "this year's deficit"
        first += 1
    last = _core_right(classes, first)
    if last == first:
        return None
    while last < size and _hangs_on(row, last):
        step = last + 1
        while step < size and (classes[step] in "dq" or (classes[step] == "@" and _for(row, last))):  # "forecast for 2026 profit"
            step += 1
        further = _core_right(classes, step)
        if further == step:
            break
        last = further
    return _owned(row, first, last)


def subject_of(row: Row, verb: int, floor: int) -> Phrase | None:
    """The noun phrase in front of a verb, not before token `floor`; a relative clause between commas is stepped over."""
    classes = row.classes
    for _ in range(_SHARED):
        end = verb
        while end > floor and (classes[end - 1] in "aqtlv" or (classes[end - 1] == "@" and classes[end - 2] in "al")):  # "is now expected"
            end -= 1
        if end > floor and row.words[end - 1] in word_list("stand_ins"):  # "in mills it slipped to": what it stands for is told elsewhere
            return None
        first_verb = _shared_subject(row, end, floor)
        if first_verb is None:
            break
        verb = first_verb
    end = max(floor, past_bracket(row, end - 1) + 1)
    if end > floor and classes[end - 1] == ",":  # "income, which depends on the league, grew"; "freight, by contrast, rose"
        opening = classes.rfind(",R", floor, end - 1)  # "the core rate, which leaves out food, energy and tobacco, was"
        if opening < 0 or set(classes[opening:end]) & _ENDS:
            opening = classes.rfind(",", floor, end - 1)
        if opening > floor:
            end = opening
    start = floor
    index = end
    while index > floor:
        index -= 1
        letter = classes[index]
        if letter == ")" and (before := past_bracket(row, index)) != index:
            index = before + 1
        elif letter == "," and index and classes[index - 1] == "@" and classes[index + 1] in "@j":  # "for 2003, 2002 and 2001"
            continue
        elif (
            letter == "v" and _is_participle(row.words[index]) and index and classes[index - 1] in NOUNS and classes[index + 1] in "bi"
        ):  # "financing handled through", "the number of homes sold in May"
            end = index
        elif letter == "z" and row.words[index] in _INSERTS and index and classes[index - 1] in NOUNS:  # "sales including Peru rose"
            end = index
        elif letter in _BREAKS or letter in "vlu,(" or letter in FIGURES:
            start = index + 1
            break
    phrase = _behind_date(classes, start, end) or _first_phrase(row, start, end)
    if phrase is None and classes[verb] != "u" and end > floor + 1 and classes[end - 1] == ",":  # "the grant, worth $2 million, will"
        return ending_at(row, end - 2)
    if phrase is None and start - 1 > floor and classes[start] == "R" and classes[start - 1] == ",":  # "the deal, which is worth"
        return ending_at(row, start - 2)
    return phrase


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in word_list("done")


def _shared_subject(row: Row, end: int, floor: int) -> int | None:
    """The first verb of "Tarn bucked the trend and gained", where `end` is behind its "and"; None where no verb goes before."""
    if end <= floor or row.classes[end - 1] != "j":
        return None
    for index in range(end - 2, floor, -1):
        if row.classes[index] in "uvl":
            return index
        if row.classes[index] not in "nmxdqop-":
            return None
    return None


def _behind_date(classes: str, start: int, end: int) -> Phrase | None:
    """The measure of a headline, behind name and date: "Tarn Mills Q1 profit rises"; what stands behind "In the first two weeks of May"."""
    date = classes.rfind("@", start, end)
    if (
        classes[start : start + 1] == "i"
        and date > start
        and classes[date + 1 : date + 2] in set("nm")
        and not set(classes[start:date]) & set(",l")
    ):
        last = date + 1
        while last < end and classes[last] in _INNER:
            last += 1
        return date + 1, last
    if date <= start or classes[date - 1] not in NOUNS or "m" not in classes[date:end] or set(classes[date + 1 : end]) - _INNER:
        return None
    return date + 1, end


def object_between(row: Row, verb: int, end: int) -> Phrase | None:
    """The noun phrase right behind a verb and before token `end`, or None."""
    phrase = starting_at(row, verb + 1)
    if phrase is None or phrase[0] >= end:
        return None
    return phrase[0], min(phrase[1], end)


def _first_phrase(row: Row, start: int, end: int) -> Phrase | None:
    classes = row.classes
    first = start
    while first < end and classes[first] in _STRIP:
        first += 1
    last = _core_right(classes, first)
    if last == first:
        return None
    while last < end and (classes[last] == "j" or _hangs_on(row, last)):
        step = last + 1
        while step < end and classes[step] in "dq":
            step += 1
        further = _core_right(classes, step)
        if further == step or further > end:
            break
        last = further
    if last < end and classes[last] == "d" and "i" in classes[start:first]:  # "among girls the rate was"
        return _first_phrase(row, last, end)
    return _owned(row, first, min(last, end)) if first < min(last, end) else None


def _core_left(classes: str, last: int) -> int | None:
    if last < 0 or classes[last] not in NOUNS:
        return None
    first = last
    while first > 0 and (classes[first - 1] in _INNER or classes[first - 1] == "p"):
        first -= 1
    while classes[first] in "-p":
        first += 1
    return first


def _core_right(classes: str, first: int) -> int:
    last = first
    size = len(classes)
    while last < size and (
        classes[last] in NOUNS or (classes[last] in "-p" and last > first and last + 1 < size and classes[last + 1] in NOUNS)
    ):
        last += 1
    return last


def _hangs_on(row: Row, link: int) -> bool:
    word = row.words[link]
    if row.words[link - 1] in {"those", "that"}:
        return row.classes[link] in "otfi"
    return row.classes[link] == "o" or _for(row, link) or (word in _LINKS and (word != "to" or row.words[link - 1] in _TO))


def _for(row: Row, link: int) -> bool:
    """`provision for credit losses`: "for" behind a noun that takes it."""
    return row.words[link] == "for" and row.words[link - 1] in word_list("takes_for")


def _owned(row: Row, first: int, last: int) -> Phrase:
    """Without the owner in front: "the Group's revenue", "Acme's policyholders' surplus"."""
    for cut in range(last - 2, first, -1):
        if row.classes[cut] != "p" or set(row.classes[first:cut]) & set("oi"):
            continue
        said = row.text[row.starts[cut - 1]].isupper() or (
            row.words[cut] != "'" and row.words[cut] != "’" and first and row.classes[first - 1] == "d"
        )
        if said:
            return cut + 1, last
    return first, last

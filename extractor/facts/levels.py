"""What a figure measures where no change is told: the words in front of it, the words behind it, the subject or object of its verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.facts.phrases import Phrase, ending_at, object_between, past_equivalent, starting_at, subject_of
from extractor.facts.tokens import FIGURES, NOUNS, PACKAGE, word_list
from extractor.findings import QuantityMention
from extractor.lexicon import rows

if TYPE_CHECKING:
    from extractor.facts.tokens import Row
    from extractor.findings import FigureMention, Span

_BARE = frozenset({"", *(row["unit"] for row in rows(PACKAGE, "units.csv"))})
_LABEL = re.compile(r"[-d]*(?:[nm][nmi-]*)?m,q?")
_SHARE_LIST = re.compile(r"(?:(?:,|,?j)q?%){1,6}o")
_BEFORE_VERB = re.compile(r"(?:\([^()]{1,8}\))?(?:i[dq]*[nm0#]+)?[aq@]*")
_TOLD = re.compile(r"z?r[aq]*v")
_CLOSED = re.compile(r"(?:[io]?[dq]*[@n]){0,2},[aqt]*")
_CLOSED_RELATIVE = re.compile(r"[^,;:$%#]*,[aqt]*")
_OWN_SUBJECT = re.compile(r"[zJ]|j[dq]*[nm-]*m[aq]*\Z")  # "grew 8% in 2026 while demand rose"
_RATE = re.compile(r"[a-z]{1,3}/[a-z]{1,2}\b")  # "9.7 g/t Au"
_HAVE = frozenset({"has", "have", "had"})
_SHARES = ("represent", "account", "compris", "constitut", "ma")  # "represents 20% of sales" measures the whole


def is_counted(figure: FigureMention | None) -> bool:
    """True for a count of things ("160 jobs"), told apart from a measure in kilometres or tonnes and from a number whose noun stands in front."""
    return (
        isinstance(figure, QuantityMention)
        and figure.unit.lower() not in _BARE
        and not _RATE.match(figure.unit)
        and figure.found_by != "quantities.level"
    )


def back_to(row: Row, k: int, before: int, letters: str) -> int | None:
    """The nearest token in front of `k`, behind `before`, whose class is one of `letters`; a colon or semicolon ends the search."""
    for index in range(k - 1, before, -1):
        if row.classes[index] in letters:
            return index
        if row.classes[index] in ";:":
            return None
    return None


def about(row: Row, verb: int, k: int, before: int) -> Phrase | None:
    """What a verb speaks of: its object where it reports or holds something, else its subject; None where that stands before the figure before."""
    if before >= 0 and row.classes[before : before + 3] == "$dn" and row.words[before + 1] in {"a", "an"}:
        before += 2  # "rose to $3,310 an ounce, having touched"
    if row.words[verb] == "worth" and row.classes[verb - 1] == ",":  # "tenders for the first lot, worth $3 million, will"
        return ending_at(row, verb - 2)
    if row.classes[verb] == "v" and row.words[verb - 1] != "be" and (measure := object_between(row, verb, k)):
        return measure
    if before > 2 and row.classes[before - 2 : before + 1] == "id#" and not row.classes[before + 1 : verb].strip("aq"):
        return ending_at(row, before - 3)  # "occupancy at its 34 hotels was"
    if before > 0 and (opening := _aside_before(row, before, verb)) is not None:
        return subject_of(row, opening, 0)
    if (
        before >= 0
        and row.classes[before + 1] in "io"
        and not set(",;:") & set(row.classes[before:verb])
        and not _OWN_SUBJECT.search(row.classes, before, verb)
    ):  # "a bid of $26 billion in stock was reduced to"
        return None
    return subject_of(row, verb, before + 1)


def _aside_before(row: Row, before: int, verb: int) -> int | None:
    """The comma that opens an aside with the figure `before` in it: "Profit, excluding a gain of $2 million, was"; None where there is none."""
    classes = row.classes
    opening = classes.rfind(",", 0, before)
    if opening < 1 or row.words[verb].endswith("ing") or set(classes[:opening]) & FIGURES:
        return None
    relative = classes[opening + 1] == "R" or classes[opening + 1 : opening + 3] == "iR"
    if not (_CLOSED_RELATIVE if relative else _CLOSED).fullmatch(classes, before + 1, verb):
        return None
    return opening if relative or classes[opening + 1] == "z" or not set(classes[opening:before]) & set("ulva") else None


def left(row: Row, k: int, j: int, before: int, frame: Span | None) -> tuple[Phrase | None, str]:
    """The measure in front of a figure, and the rule that found it."""
    letter = row.classes[j] if j >= 0 else "^"
    if letter in NOUNS and row.classes[k : k + 2] == "%o" and _is_setting(row, j, before) and (told := right(row, k)):
        first, last = bisect_left(row.starts, told.start), bisect_left(row.starts, told.end)
        return (first, last), "facts.right"  # "Over that time 8% of drivers fell ill"
    if letter in NOUNS:
        named = ending_at(row, j)
        paying = _verb_before(row, named[0]) if named else 0
        if named and row.words[paying] in word_list("paying") and "m" not in row.classes[slice(*named)]:
            shared = row.classes[k : k + 2] in {"%o", "%n", "%m", "$n", "$m"}  # "gives Orrin 31% of Velde", "a 31% stake in Velde"
            return (None, "facts.level") if shared else ((paying, paying + 1), "facts.verb")  # "owes the sellers $3 million"
        behind = starting_at(row, k + 1) if row.classes[k : k + 2] in {"$n", "$m"} else None
        if named and behind and "m" in row.classes[slice(*behind)] and not set("mx") & set(row.classes[slice(*named)]):
            return None, "facts.level"  # "Tarn Secures $20M Mill Funding"
        return named, "facts.beside"
    if letter == "," and _LABEL.fullmatch(row.classes, 0, k):  # "Earnings per share, SEK 1.42"
        return ending_at(row, j - 1), "facts.label"
    if letter == "p":  # "the jury's $5,000"
        return ending_at(row, j - 1), "facts.beside"
    if letter == "l" and not (row.classes[k] == "%" and row.words[j].startswith(_SHARES)):
        return about(row, j, k, before), "facts.subject"
    if letter == "(" and row.classes[k : k + 2] == "%o":  # "by telephone (15% of the sample)"
        return None, "facts.level"
    if letter in ":(" and j - 1 > before:
        return ending_at(row, past_date(row, j - 1, before)), "facts.colon"
    if letter == "t" and row.classes[j - 1] == "z":  # "was due to $2 million of higher costs"
        return None, "facts.level"
    if letter == "t" and (verb := back_to(row, k, before, "lv")) is not None:
        return about(row, verb, k, before), "facts.subject"
    if letter == "i" and j - 1 > before and row.words[j] == "for":  # "a cheque for $5,000", "acquired Acme for $2 million"
        verb = back_to(row, k, before, "luv")
        awarded = verb is not None and row.words[verb] in word_list("awarding") and row.classes[verb - 1] == "l"
        if awarded and (sold := subject_of(row, verb or 0, before + 1)):  # "the grid connection was awarded to Tarn for $5 million"
            return sold, "facts.for"
        measure = ending_at(row, j - 1)
        link = measure[0] - 1 if measure else 0
        while link > before and row.classes[link] in "dq":
            link -= 1
        if measure and (link < 0 or row.classes[link] not in "fitbw"):
            return measure, "facts.for"
    if row.classes[k] == "%" and frame and "oR" in row.classes[before + 1 : k]:  # "an investment of $5 million, of which Acme pays 35%"
        inside = [index for index in range(len(row)) if frame.start <= row.starts[index] and row.ends[index] <= frame.end]
        if inside:
            return (inside[0], inside[-1] + 1), "facts.of-which"
    if (
        row.classes[k] == "%" and letter in "vi" and (verb := back_to(row, k, before, "lv")) is not None and verb >= j - 1
    ):  # "grants cover 50% of", "reactions occurred in 24% of"
        measure = about(row, verb, k, before)
        if measure and (letter == "i" or "m" in row.classes[measure[0] : measure[1]]):
            return measure, "facts.subject"
    return None, "facts.level"


def _verb_before(row: Row, first: int) -> int:
    """The token in front of a phrase, its articles stepped over."""
    at = first - 1
    while at > 0 and row.classes[at] == "d":
        at -= 1
    return max(at, 0)


def past_date(row: Row, last: int, before: int) -> int:
    """The token before a date that ends at `last`: "sales in the third quarter of 2025: $5 million"."""
    if row.classes[last] != "@":
        return last
    last -= 1
    while last > before + 1 and row.classes[last] in "id":
        last -= 1
    return last


def past_each(row: Row, k: int) -> int:
    """The token behind a figure, the same in another currency and "each": "$5,000 (about £4,000) each to"."""
    at = past_equivalent(row, k)
    return at + 1 if row.words[at : at + 1] == ["each"] else at


def _is_share(row: Row, k: int) -> bool:
    """True behind "accounted for", "made up"."""
    verb = k - 2 if row.classes[k - 1] == "q" else k - 1
    return verb >= 0 and row.classes[verb] == "l" and row.words[verb].startswith(_SHARES)


def _is_setting(row: Row, j: int, before: int) -> bool:
    """True for a phrase that only says when or among whom, at the start of the sentence: "Over that time", "In the survey"."""
    named = ending_at(row, j)
    link = named[0] - 1 if named else -1
    while link > 0 and row.classes[link] == "d":
        link -= 1
    return link == 0 and before < 0 and row.classes[0] == "i"


def right(row: Row, k: int) -> Span | None:
    """The noun phrase behind a figure: "$240 million of net debt", "$25 million impairment charge"."""
    classes = row.classes
    mention = row.figure(k)
    if is_counted(mention):
        return None
    i = past_equivalent(row, k)
    if classes[k] == "%" and _is_share(row, k) and (listed := _SHARE_LIST.match(classes, i)):  # "27%, 11% and 6% of imports"
        i = listed.end() - 1
    if row.words[i : i + 1] == ["of"] and row.words[i + 1 : i + 2] in (["every"], ["each"]):  # "91 pence of every pound"
        return None
    if i + 1 < len(classes) and (classes[i] == "o" or row.words[i] == "in"):
        phrase = starting_at(row, i + 2 if classes[i + 1] == "%" else i + 1)
        if phrase and classes[i] == "i" and "m" not in classes[phrase[0] : phrase[1]]:
            phrase = None
        if phrase and classes[k] == "%" and classes[i] == "o":
            phrase = _predicate(row, phrase)
    elif classes[k] == "%" and classes[i : i + 1] == "v" and (behind := starting_at(row, i + 1)):  # "found that 62% support the plan"
        phrase = i, behind[1]
    elif row.words[i : i + 1] and row.words[i] in word_list("dimensions"):
        return None
    elif i < len(classes) and (classes[i] in NOUNS | {"-"} or (classes[k] == "#" and classes[i] == "d")):
        phrase = starting_at(row, i if classes[i] != "-" else i + 1)
    else:
        return None
    return row.span_of(*phrase) if phrase else None


def _predicate(row: Row, whole: Phrase) -> Phrase:
    """What is said of a share: "24% of patients stopped treatment" measures the patients who stopped, not patients."""
    classes = row.classes
    found = _BEFORE_VERB.match(classes, whole[1])
    verb = found.end() if found else whole[1]
    if (
        classes[verb : verb + 1] == "d" and row.words[verb - 1] in _HAVE and (thing := starting_at(row, verb))
    ):  # "40% of councils had a plan"
        return whole[0], thing[1]
    if (
        verb >= len(classes)
        or classes[verb] not in "vl"
        or (classes[verb] == "v" and "m" in classes[whole[0] : whole[1]] and row.words[whole[1] - 1] not in word_list("persons"))
    ):
        return whole
    if classes[verb] == "v" and classes[verb + 1 : verb + 2] == "b":  # "30% of homes in the town built by Tarn"
        return whole
    if "m" in classes[slice(*whole)] and classes[verb : verb + 2] == "lv" and row.words[whole[1] - 1] not in word_list("persons"):
        return whole  # "45% of the proceeds will be spent on"
    last = predicate_end(classes, verb)
    alone = classes[verb] == "v" and classes[last : last + 1] in {"", ",", ";", "."}  # "7% of victims paid"
    return (whole[0], last) if last > verb + 1 or alone else whole


def predicate_end(classes: str, verb: int) -> int:
    """The token behind what a verb says: "ran on time", "are “very likely” to buy a boat"."""
    told = _TOLD.match(classes, verb + 1)  # "said they would vote for it"
    verb = told.end() - 1 if told else verb
    last = verb + 1
    while last < len(classes) and (
        classes[last] in 'qdnmxvgj@"t' or (classes[last] in "if" and last <= verb + 1 and classes[last + 1 : last + 2] in {"n", "m"})
    ):
        last += 1
    while last > verb + 1 and classes[last - 1] in 'dj@"t':
        last -= 1
    return last

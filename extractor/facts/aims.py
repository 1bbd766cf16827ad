"""What money goes to: the words behind the figure that say on what it is spent, to what it is added, what is done with it, and who pays it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.facts.levels import is_counted, predicate_end
from extractor.facts.phrases import Phrase, past_equivalent, starting_at, subject_of
from extractor.facts.resolve import listed
from extractor.facts.tokens import NOUNS, word_list
from extractor.findings import MoneyMention, QuantityMention

if TYPE_CHECKING:
    from extractor.facts.tokens import Row

_DONE = re.compile(r"[aqltv]*v")


def aimed_at(row: Row, k: int, verb: int) -> Phrase | None:
    """What money is spent on or added to: "spend $5 million on dredging", "add $11 million to costs"."""
    at = _behind(row, k)
    following = row.words[at] if at < len(row) else ""
    if following == "to" and row.words[verb] in word_list("using") and row.classes[at + 1 : at + 2] == "v":
        return starting_at(row, at + 2)  # "use $5 million to repay a loan"
    if not (
        (following in {"on", "in"} and listed("spending", row.words[verb]))
        or (following == "to" and listed("adding", row.words[verb]))
        or (following in {"to", "for"} and row.words[verb] in word_list("giving"))
    ):
        return None
    things = row.mentions[at + 1] if at + 1 < len(row) else None
    if isinstance(things, QuantityMention) and is_counted(things):  # "invests $5 million in two berths"
        return at + 1, at + 2
    return starting_at(row, at + 1)


def taken_off(row: Row, k: int) -> Phrase | None:
    """The market value of "wiping $5 million off its market value"; None where nothing is taken off."""
    at = _behind(row, k)
    verb = k - 1
    while verb > 0 and row.classes[verb] in "dq":
        verb -= 1
    off = row.words[at : at + 1] == ["off"] and row.words[verb : verb + 1] and row.words[verb] in word_list("wiping")
    return starting_at(row, at + 1) if off else None


def added_in(row: Row, k: int) -> Phrase | None:
    """The sales of "adds $290 million in annual sales"."""
    at = _behind(row, k)
    return starting_at(row, at + 1) if row.words[at : at + 1] == ["in"] and row.classes[at + 1 : at + 2] != "@" else None


def deed(row: Row, k: int) -> Phrase | None:
    """What is done with money that begins a clause: "$5 million was returned to shareholders", "£25 buys a water filter"; None where no verb follows."""
    at = past_equivalent(row, k)
    if row.words[at + 1 : at + 2] in (["every"], ["each"]):  # "89p in every pound was spent"
        at += 3
    found = _DONE.match(row.classes, at)
    if found is None:
        return None
    verb = found.end() - 1
    things = starting_at(row, verb + 2 if row.classes[verb + 1 : verb + 2] in {"i", "t"} else verb + 1)
    return verb, things[1] if things else verb + 1


def said_of(row: Row, k: int) -> Phrase | None:
    """What is said of a share that begins a clause: "but only 12% are likely to buy one", "7% stopped treatment"; None where no verb follows."""
    classes = row.classes
    verb = k + 1
    while classes[verb : verb + 1] in {"a", "q"}:
        verb += 1
    if classes[verb : verb + 1] not in {"v", "l"}:
        return None
    last = predicate_end(classes, verb)
    first = verb + (classes[verb] == "l" and classes[verb + 1 : verb + 2] != "f")  # "are likely to buy"; "came from abroad"
    return (first, last) if last > verb + 1 else None


def picks_out(row: Row, k: int, j: int) -> bool:
    """True for "employees earning less than $30,000": the sum says only who is meant."""
    figure = row.figure(k)
    return (
        isinstance(figure, MoneyMention)
        and figure.qualifier in {"more_than", "less_than", "at_least", "at_most"}
        and j > 0
        and row.words[j] in word_list("picking")
        and row.classes[j - 1] in NOUNS
        and row.words[j - 1].endswith(("s", "people", "those"))
    )


def costing(row: Row, j: int, before: int) -> tuple[Phrase | None, str]:
    """The subject of "strikes cost the company $5 million", where `j` is the last word of who paid."""
    verb = j
    while verb > before and row.classes[verb] in "nmdpv()":
        if verb < j and row.words[verb] in word_list("costing") and _is_payer(row, verb + 1):
            return subject_of(row, verb, before + 1), "facts.cost"
        if (
            verb < j
            and row.words[verb] in word_list("fining")
            and row.classes[verb - 1 : verb] in {"n", "m"}
            and row.text[row.starts[j]].isupper()
        ):
            return (verb, verb + 1), "facts.cost"
        verb -= 1
    return None, "facts.level"


def _is_payer(row: Row, first: int) -> bool:
    return row.classes[first] == "d" or row.text[row.starts[first]].isupper()


def _behind(row: Row, k: int) -> int:
    """The token behind a figure, its equivalent, a quotation mark and "a month"."""
    at = past_equivalent(row, k)
    if row.classes[at : at + 1] == '"':
        at += 1
    if row.classes[at : at + 2] == "dn" and row.words[at] in {"a", "an", "each", "every"}:
        at += 2
    return at

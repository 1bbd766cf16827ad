"""What the component `press_quantities` does: fills `findings.quantities` from the numbers that no other kind has taken."""

from __future__ import annotations

from bisect import bisect_right

from extractor.findings import (
    Caution,
    Discard,
    Findings,
    QuantityMention,
    Span,
)
from extractor.numbers import Number, tidy
from extractor.numbers.bounds import qualifier
from extractor.numbers.grouping import groups_by_points
from extractor.quantities.levels import find_levels
from extractor.quantities.match import Quantity, find, nouns
from extractor.quantities.resolve import is_small, may_be_grouped, no_news
from extractor.quantities.shared import find_shared

_TITLED = frozenset({"headline", "subheadline", "heading"})
_SILENT = frozenset({"credits", "embargo", "end_mark", "furniture", "dateline"})


def annotate(found: Findings) -> None:
    """Finds the quantities of the text and appends them to `found.quantities`, in order; the rest goes to the discards."""
    text = found.text
    free = _free(found)
    if not free:
        return
    sections = found.layout.sections
    starts = [section.start for section in sections]
    ends = [sentence.end for sentence in found.layout.sentences]
    quantities = find(text, free, ends)
    more = [*find_levels(text, free, quantities, ends), *find_shared(text, free, quantities)]
    quantities = sorted([*quantities, *more], key=lambda quantity: quantity.start)
    heads = {quantity.head for quantity in quantities if not is_small(quantity)}
    for quantity in quantities:
        index = bisect_right(starts, quantity.start) - 1
        kind = sections[index].kind if index >= 0 and quantity.start < sections[index].end else "body"
        why = "no figures there" if kind in _SILENT else no_news(text, quantity, titled=kind in _TITLED)
        if not why and is_small(quantity) and quantity.head not in heads:
            why = "a small count by the way"
        if why:
            found.discards.append(Discard(quantity.start, quantity.end, quantity.found_by, why))
        else:
            found.quantities.append(_grouped(found, quantity))


def _grouped(found: Findings, quantity: Quantity) -> QuantityMention:
    """The mention; where its point may group it does so if the article's other numbers do, and a count is left open if they tell nothing."""
    mention = _mention(found.text, quantity)
    if mention.value is not None and may_be_grouped(found.text, quantity):
        if groups_by_points(found.text):
            mention.value = tidy(mention.value * 1000)
        elif not quantity.measured and quantity.head not in nouns("divisible"):
            mention.value = None
            words = found.text[quantity.start : quantity.end]
            found.cautions.append(
                Caution("amount-open", f"{words!r} may be grouped or decimal: see the article.", quantity.start, quantity.end)
            )
    return mention


def _free(found: Findings) -> list[Number]:
    """The numbers outside the mentions of other kinds and outside names."""
    spans = sorted(
        (Span(m.start, m.end) for m in [*found.money, *found.percentages, *found.dates, *found.names]),
        key=lambda span: span.start,
    )
    free: list[Number] = []
    at = 0
    for number in found.numbers:
        while at < len(spans) and spans[at].end <= number.start:
            at += 1
        if at == len(spans) or spans[at].start >= number.end:
            free.append(number)
    return free


def _mention(text: str, found: Quantity) -> QuantityMention:
    single = found.high is None
    return QuantityMention(
        start=found.start,
        end=found.end,
        found_by=found.found_by,
        value=tidy(found.value) if single else None,
        low=None if single else tidy(found.value),
        high=None if found.high is None else tidy(found.high),
        qualifier=qualifier(text, found.start, found.end) or ("more_than" if "plus" in text[found.number.end : found.unit_start] else None),
        unit=found.unit,
    )

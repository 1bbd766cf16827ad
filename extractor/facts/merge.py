"""The same figure told twice is one statement: headline, bullets, body and table are put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.findings import MoneyMention, QuantityMention

if TYPE_CHECKING:
    from decimal import Decimal

    from extractor.findings import Fact, FigureMention

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 50  # statements with one amount that are compared with each other: keeps a text of one figure linear
_EMPTY = frozenset({"the", "a", "of", "and", "in", "for", "total", "net", "its"})


def merged(text: str, facts: list[Fact]) -> list[Fact]:
    """The facts without repetitions; the fuller telling stays and takes over what it lacks from the other."""
    kept: list[Fact] = []
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        key = _key(fact)
        other = next((known for known in groups.get(key, [])[-_NEAR:] if _same(text, known, fact)), None)
        if other is None:
            groups.setdefault(key, []).append(fact)
            kept.append(fact)
            continue
        rich, poor = (fact, other) if _weight(fact) > _weight(other) else (other, fact)
        _take(rich, poor)
        if rich is fact:
            kept[kept.index(other)] = fact
            groups[key][groups[key].index(other)] = fact
    return sorted(kept, key=_place)


def _place(fact: Fact) -> int:
    main = fact.value or fact.by
    return main.start if main else fact.measure.start


def _key(fact: Fact) -> tuple[object, ...]:
    figure = fact.value or fact.by
    return (fact.value is None, *_amount(figure))


def _amount(figure: FigureMention | None) -> tuple[object, ...]:
    if figure is None:
        return ()
    numbers: tuple[Decimal | None, ...] = (figure.value, figure.low, figure.high)
    return (
        type(figure).__name__,
        figure.currency
        if isinstance(figure, MoneyMention)
        else ""
        if isinstance(figure, QuantityMention)
        else getattr(figure, "unit", None),
        *numbers,
    )


def _same(text: str, one: Fact, two: Fact) -> bool:
    """True where the measures share a word that matters and no change, earlier value or period contradicts."""
    if one.value is not None and two.value is not None and one.value is two.value:
        return True
    if one.found_by == two.found_by == "facts.table" and (
        one.sentence == two.sentence or any(part(text, one) != part(text, two) for part in (_words, _subject, _when))
    ):
        return False  # other cells of one row; other rows and columns
    if not (_words(text, one) & _words(text, two)) and not ("facts.table" in {one.found_by, two.found_by} and _is_precise(one.value)):
        return False
    if one.previous and two.previous and _amount(one.previous) != _amount(two.previous):
        return False
    if one.subject_ref is not two.subject_ref and one.subject_ref is not None and two.subject_ref is not None:
        return False
    return not (
        one.period
        and two.period
        and one.period.value[:4] != two.period.value[:4]
        and one.period.value[:2] in {"19", "20"}
        and two.period.value[:2] in {"19", "20"}
    )


def _subject(text: str, fact: Fact) -> str:
    return fact.subject.of(text) if fact.subject else ""


def _when(_text: str, fact: Fact) -> object:
    period = fact.period
    return period and ((period.earliest, period.latest) if period.earliest else period.value)


def _is_precise(figure: FigureMention | None) -> bool:
    """True for three or more digits that count: two figures of one article that agree so far are the same figure."""
    return (
        isinstance(figure, MoneyMention | QuantityMention)
        and figure.value is not None
        and len(figure.value.normalize().as_tuple().digits) >= 3
    )


def _words(text: str, fact: Fact) -> set[str]:
    words = {word.lower().rstrip("s") for word in _WORD.findall(text[fact.measure.start : fact.measure.end])}
    return words - _EMPTY or words


def _weight(fact: Fact) -> int:
    return (
        2 * (fact.by is not None)
        + 2 * (fact.previous is not None)
        + (fact.direction is not None)
        + (fact.period is not None)
        + (fact.measure.end - fact.measure.start > 3)
    )


def _is_said(fact: Fact) -> bool:
    """True where the statement's own sentence names its period."""
    return fact.period is not None and fact.sentence.start <= fact.period.start < fact.sentence.end


def _take(rich: Fact, poor: Fact) -> None:
    if rich.by is None and poor.by is not None and rich.direction in {None, poor.direction}:
        rich.by, rich.direction = poor.by, poor.direction
    rich.direction = rich.direction or poor.direction
    rich.previous = rich.previous or poor.previous
    rich.of = rich.of or poor.of
    if rich.period is None or (poor.period is not None and (rich.found_by == "facts.table" or (_is_said(poor) and not _is_said(rich)))):
        rich.period = (
            poor.period
        )  # "six months ended 30 June 2025" says more than the column's "2025", its own date more than one carried on
    if rich.subject is None:
        rich.subject, rich.subject_ref = poor.subject, poor.subject_ref

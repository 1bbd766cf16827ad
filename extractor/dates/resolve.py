"""Gives the expressions of one text their values, in order: later ones are counted from what was said before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.dates import absolute, business, relative
from extractor.dates.context import Context, Value
from extractor.dates.words import modifiers, plain_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from extractor.dates.match import Expression

_FAMILIES: dict[str, Callable[[Expression, Context], Value | None]] = {
    "absolute": absolute.absolute,
    "numeric": absolute.numeric,
    "year": absolute.year,
    "decade": absolute.decade,
    "holiday": absolute.holiday,
    "weekday": relative.weekday,
    "reference": relative.reference,
    "unit": relative.unit,
    "duration": relative.counted,
    "every": relative.every,
    "quarter": business.quarter,
    "ended": business.ended,
}
_REPORTING = frozenset({"quarter", "half"})


@dataclass(slots=True, frozen=True)
class Resolved:
    """An expression with its value; `start` is where the mention of this kind of text begins."""

    start: int
    end: int
    family: str
    value: Value


def resolve(expressions: list[Expression], context: Context) -> list[Resolved]:
    """The values of a text's expressions; those that turn out to be none are left out."""
    found: list[Resolved] = []
    for at, each in enumerate(expressions):
        if each.family == "clock":
            continue_from = _day_of(expressions, at, context, found)
            value = relative.clock(each, context, continue_from)
        else:
            value = _FAMILIES[each.family](each, context)
        if value is None:
            continue
        mod = value.modifier or _modifier(each, context.text)
        value = replace(value, modifier=mod)
        start = each.lead if context.story and not _indefinite(each, context.text) else each.start
        found.append(Resolved(start, each.end, each.family, value))
        _remember(each, value, context)
    return found


def _indefinite(each: Expression, text: str) -> bool:
    return text[each.lead : each.start].strip().lower() in {"some", "an"}


def _modifier(each: Expression, text: str) -> str | None:
    words = next((each.parts[name] for name in ("mod", "smod", "pmod", "xmod") if each.get(name)), "")
    if words.startswith(("mid", "the mid")):
        return "MID"
    if words:
        return relative.modifier_of(words)
    outer = plain_words(text[each.lead : each.start]).removesuffix("the").strip()
    return modifiers("outside").get(outer) or None


def _day_of(expressions: list[Expression], at: int, context: Context, found: list[Resolved]) -> date | None:
    """The day of a clock time without one: in a story that of the text, in a release none."""
    del expressions, at, found
    return context.published if context.story else None


def _remember(each: Expression, value: Value, context: Context) -> None:
    period = value.period
    if value.type not in {"DATE", "TIME"} or period.value.endswith("_REF"):
        return
    context.last = period
    if each.family in {"quarter", "ended"} or period.value.startswith("FY"):
        if not value.anchored or each.family in {"ended", "quarter"}:
            if not (each.get("rel") or each.get("ry")):
                context.reporting = period

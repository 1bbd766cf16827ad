"""Gives the expressions of one text their values, in order: later ones are counted from what was said before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.dates import absolute, business, relative, written
from extractor.dates.calendar import of_year
from extractor.dates.fiscal import with_days
from extractor.dates.words import modifiers, plain_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.dates.context import Context, Value
    from extractor.dates.match import Expression

_FAMILIES: dict[str, Callable[[Expression, Context], Value | None]] = {
    "absolute": absolute.absolute,
    "written": written.written,
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
    for each in expressions:
        if each.family == "clock":
            value = relative.clock(each, context.published if context.story else None)  # a release's time without a day stays without one
        else:
            value = _FAMILIES[each.family](each, context)
        if value is None:
            continue
        mod = value.modifier or _modifier(each, context.text)
        value = replace(value, modifier=mod, period=with_days(value.period, context.fiscal_end))
        found.append(Resolved(_start(each, context), each.end, each.family, value))
        _remember(each, value, context)
    return found


def _start(each: Expression, context: Context) -> int:
    """Where the mention begins: a story's takes in its article and quantifier, except an article that belongs to the noun behind."""
    before = plain_words(context.text[each.lead : each.start])
    if not context.story or before in {"some", "an"}:
        return each.start
    return each.start if before == "the" and _attribute(each, context) else each.lead


def _attribute(each: Expression, context: Context) -> bool:
    """Whether an article before the expression is that of the noun behind: "the 1988 law", "the Tuesday deadline", "the three-year plan"."""
    if each.family in {"absolute", "year"}:
        return not (each.get("mod") or each.get("tail")) or "-" in context.text[each.start : each.end]
    if each.family == "weekday":
        return not each.get("rel")
    return each.family != "unit" and "-" in context.text[each.start : each.end].split()[-1]


def _modifier(each: Expression, text: str) -> str | None:
    words = next((each.parts[name] for name in ("mod", "smod", "pmod", "xmod") if each.get(name)), "")
    if words.startswith(("mid", "the mid")):
        return "MID"
    if words:
        return relative.modifier_of(words)
    outer = plain_words(text[each.lead : each.start]).removesuffix("the").strip()
    return modifiers("outside").get(outer) or None


def _remember(each: Expression, value: Value, context: Context) -> None:
    period = value.period
    if (
        value.type == "DURATION"
        and context.published
        and period.value in {"P9M", "P6M"}
        and (each.get("rel") == "first" or context.text[each.lead : each.start].lower().startswith("the"))
    ):
        context.reporting = of_year(context.published.year)  # "the first nine months": "a year earlier" beside them is the year
    if value.type not in {"DATE", "TIME"} or period.value.endswith("_REF"):
        return
    context.last = period
    if (each.family in {"quarter", "ended"} or period.value.startswith("FY")) and not (each.get("rel") or each.get("ry")):
        over = period.latest is None or context.published is None or period.latest <= context.published
        newer = context.reporting is None or (period.year or 0) >= (
            context.reporting.year or 0
        )  # beside figures of two years the later is reported
        if (over and newer) or context.reporting is None:
            context.reporting = period

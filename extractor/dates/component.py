"""What the component `press_dates` does: fills `findings.dates` and `findings.dateline_date`, and dates an undated text by its dateline."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.dates import match
from extractor.dates.context import Context, day_first, is_story, passes_on_figures
from extractor.dates.fiscal import fiscal_end
from extractor.dates.join import join
from extractor.dates.lists import expand
from extractor.dates.place import pattern
from extractor.dates.resolve import resolve
from extractor.findings import DateMention, Findings
from extractor.lexicon import rows
from extractor.numbers.masks import masks

if TYPE_CHECKING:
    from extractor.dates.calendar import Period

_STATE = frozenset({"XINHUA", "TASS"})  # agencies of a state, which pass on its releases beside their news


def annotate(found: Findings) -> None:
    """Finds and resolves the time expressions of the text and appends them to `found.dates`, in order."""
    text = found.text
    line = found.layout.dateline
    story = _story(found)
    expressions = expand(text, match.find(text, masks(text), story=story, discards=found.discards))
    spoken = _date_by(found, expressions) if line and line.date else None
    if found.published is None and not (line and line.date):
        _date_by_head(found, expressions)
    context = Context(text, found.published, story, day_first=day_first(text), fiscal_end=fiscal_end(text), spoken=spoken)
    for each in join(resolve(expressions, context), context):
        period = each.value.period
        found.dates.append(
            DateMention(
                start=each.start,
                end=each.end,
                found_by=f"dates.{each.family}",
                type=each.value.type,
                value=period.value,
                earliest=period.earliest,
                latest=period.latest,
                granularity=period.granularity,
                anchored=each.value.anchored,
                modifier=each.value.modifier,
            )
        )
    found.cautions += context.cautions


def _story(found: Findings) -> bool:
    line = found.layout.dateline
    wire = line.wire.of(found.text).upper() if line and line.wire else ""
    dated = bool(
        line and line.date and any(figure.isdigit() and len(figure) == 4 for figure in line.date.of(found.text).replace(",", " ").split())
    )
    kinds = frozenset(str(section.kind) for section in found.layout.sections)
    release = (bool(wire) and wire not in _agencies()) or passes_on_figures(found.text, state_wire=wire in _STATE)
    return is_story(found.text, kinds, wire_of_releases=release, full_dateline=dated)


@cache
def _agencies() -> frozenset[str]:
    """The news agencies of the list of wires, in capitals."""
    return frozenset(row["name"].upper() for row in rows("extractor.structure", "wires.csv") if row["kind"] == "agency")


def _date_by(found: Findings, expressions: list[match.Expression]) -> Period | None:
    """Resolves the dateline's date; it dates the text where no date of publication was given. Returns it, with an open year where it has none."""
    line = found.layout.dateline
    assert line and line.date  # noqa: S101, PT018 - the caller has looked
    inside = [each for each in expressions if each.start < line.date.end and line.date.start < each.end]
    resolved = resolve(inside, Context(found.text, found.published, story=False, day_first=day_first(found.text)))
    period = next((each.value.period for each in resolved if each.value.period.granularity in {"day", "minute"}), None)
    if period and period.earliest:
        found.dateline_date = period.earliest
        if found.published is None:
            found.published, found.published_origin = period.earliest, "dateline"
    return period


_HEAD = 1500  # characters above the body within which the date of a release without a dateline is looked for
_LABEL = re.compile(r"(?i)(?:(?:release |publication )?date|dated|published|released?|issued)?(?: on)?[ \t]*[:|]?[ \t]*")


def _date_by_head(found: Findings, expressions: list[match.Expression]) -> None:
    """Dates a release by a full day that stands alone in a line above its first paragraph ("18 November 2025" under the company's name)."""
    body = next((section.start for section in found.layout.sections if section.kind == "body"), 0)
    for each in expressions:
        if each.start >= min(body, _HEAD):
            return
        if (
            each.family not in {"absolute", "numeric"}
            or not any(each.get(name) for name in ("y", "ny", "e"))
            or not _alone(found.text, each)
        ):
            continue
        resolved = resolve([each], Context(found.text, None, story=False, day_first=day_first(found.text)))
        if resolved and (day := resolved[0].value.period.earliest) and resolved[0].value.period.granularity == "day":
            found.published, found.published_origin = day, "dateline"
            return


def _alone(text: str, each: match.Expression) -> bool:
    """Whether an expression fills its line, but for a label, and the line above it does not run on into it."""
    first, stop = text.rfind("\n", 0, each.start) + 1, text.find("\n", each.end)
    if not _LABEL.fullmatch(text, first, each.start) or text[each.end : stop if stop >= 0 else len(text)].strip(" \t.,"):
        return False
    above = text[text.rfind("\n", 0, max(0, first - 1)) + 1 : max(0, first - 1)]
    return not pattern(r"\b<~runs-on>\s*$").search(above)  # "balance sheet as at": the date below is no date of publication

"""What a statement is about beyond its figures: period, certainty, subject, and the direction that two values show."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeGuard

from extractor.facts.tokens import word_list
from extractor.findings import DateMention
from extractor.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from extractor.facts.claim import Claim
    from extractor.facts.tokens import Direction, Row
    from extractor.findings import FigureMention, Findings, Mention

PACKAGE = "extractor.facts"
_SPAN = re.compile(r"FY|\d{4}\Z|\d{4}-[QH]\d|\d{4}-\d\d-\d\d/|\d{4}-\d\d\Z")


_NEAR = 12  # tokens between a figure and its date: tuned on the gold releases
_OPENING = 2500  # characters: headline, highlights and first paragraph of a release
_DURING = frozenset({"in", "over", "within", "during", "of", "for", "the", "next", "first", "last", "past"})
_OPENS = re.compile(r'(?:\A[-".(]*[jJz,f]?|[z,])[idqt"]*\Z')
_NEW_CLAUSE = re.compile(r"[jJ][^jJ]*[vlu]")
_RESULTS_FOR = re.compile(
    r"\b(?:results|accounts|earnings|figures|trading|performance)\b[^.;\n]{0,30}\b(?:for|of)\s(?:the\s|its\s)?\Z", re.IGNORECASE
)
_RESULTS = re.compile(r"\s(?:[\w-]+\s){0,3}(?:results|earnings|accounts|figures|traffic|statistics)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")
_SHORT = re.compile(r"\s?\([“\"']?(?:the\s)?")


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:"
        + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(table(PACKAGE, "context.toml")[key], key=len, reverse=True))
        + r")\b",
        re.IGNORECASE,
    )


def listed(key: str, words: str) -> bool:
    """True where one of the words or phrases of that list in `context.toml` stands in `words`."""
    return bool(_words(key).search(words))


# ---- period


def is_span(date: Mention) -> TypeGuard[DateMention]:
    """True for a year, half, quarter, month or interval: what a figure can hold for, told apart from a day."""
    return isinstance(date, DateMention) and date.type == "DATE" and bool(_SPAN.match(date.value))


def period_of(claim: Claim) -> DateMention | None:
    """The date of the sentence that the statement's figure holds for, or None."""
    row = claim.row
    dates = [(index, mention) for index, mention in enumerate(row.mentions) if isinstance(mention, DateMention) and _can_hold(mention)]
    if not dates:
        return None
    aligned = _aligned(claim, dates)
    if aligned is not None:
        return aligned
    main = claim.at if claim.main is None else row.index_of(claim.main)
    behind = _behind(row, main, dates)
    if behind is None and claim.by is not None and claim.value is not None:
        behind = _behind(row, row.index_of(claim.by), dates)
    return behind or _since(row, main, dates) or _before(claim, min(main, claim.at), dates)


def _since(row: Row, figure: int, dates: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """`44 projects signed since the scheme was launched in 2015`: the date of the clause that "since" opens behind the figure."""
    for index, mention in dates:
        if index <= figure:
            continue
        gap = row.classes[figure + 1 : index]
        if "since" in row.words[figure + 1 : index] and not set(gap) & set("$%#;") and "," not in gap:
            return mention
        return None
    return None


def _behind(row: Row, figure: int, dates: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """The first date behind the figure, where nothing but words of the same clause stands between."""
    for index, mention in dates:
        if index <= figure:
            continue
        gap = row.classes[figure + 1 : index].replace("o%", "o")  # "$350 million of 5.75% notes in April"
        if row.classes[index + 1 : index + 2] == "p" or (row.words[index - 1] in {"over", "on"} and is_span(mention)):
            return None
        if gap[-1:] == "f" and not set(gap) & set("hkwu") and row.classes[figure - 1] != "o":  # "save $5 million a year from 2028"
            gap = gap[:-1]
        if set(gap) & set("$%#uwfz;:RkJ") or "," in gap or len(gap) > _NEAR or ("(" in gap and ")" not in gap) or _NEW_CLAUSE.search(gap):
            return None
        if mention.type == "DURATION" and not (gap and row.words[index - 1] in _DURING):
            return None
        return mention
    return None


def _before(claim: Claim, main: int, dates: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """The nearest date in front that opens the sentence or stands with the measure; not one inside an aside."""
    row = claim.row
    for index, mention in reversed(dates):
        if index >= main or mention.type == "DURATION":
            continue
        gap = row.classes[index + 1 : main]
        opening = bool(_OPENS.search(row.classes[:index]))
        front = row.classes[max(0, index - 2) : index]
        if (
            ";" in gap
            or (gap[:1] == ":" and "(" in front)
            or (not opening and ("," in gap or set(front) & set("fwk") or _NEW_CLAUSE.search(gap)))
        ):
            continue
        if not opening and mention.granularity == "day" and set(gap) & set("uvl"):
            continue
        return mention
    return None


def _aligned(claim: Claim, dates: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """Dates in a list behind as many figures in a list: the n-th date for the n-th figure ("$865, $795 and $774 million for 2018, 2017 and 2016")."""
    row = claim.row
    main = claim.at if claim.main is None else row.index_of(claim.main)
    letter = row.classes[main]
    figures = [main]
    for step in (-1, 1):
        at = main + step
        while 0 <= at < len(row) and (row.classes[at] in ",jq" or row.classes[at] == letter):
            if row.classes[at] == letter:
                figures.append(at)
            at += step
    if len(figures) < 2:
        return None
    figures.sort()
    behind = [(index, mention) for index, mention in dates if index > figures[-1]]
    if len(behind) < len(figures):
        return None
    chosen = behind[: len(figures)]
    if any(row.classes[left + 1 : right].strip(",jiqd") for (left, _), (right, _) in pairwise(chosen)) or set(
        row.classes[figures[-1] + 1 : chosen[0][0]]
    ) & set("$%#"):
        return None
    return chosen[figures.index(main)][1]


def _can_hold(date: DateMention) -> bool:
    return date.type in {"DATE", "DURATION"} and not date.value.endswith("_REF")


def reporting_period(found: Findings) -> tuple[DateMention | None, bool]:
    """The period that the release reports on: what "results for", "earnings for", "2025 interim results" in its opening say; by its short name where one is given.

    True beside it where the words say so; a date in a headline is the best guess until the first paragraph names a period.
    """
    dates = sorted((date for date in found.dates if date.start < _OPENING), key=lambda date: date.start)
    headline = found.layout.headline
    titled: DateMention | None = None
    for index, date in enumerate(dates):
        if not is_span(date):
            continue
        if _RESULTS_FOR.search(found.text[max(0, date.start - 60) : date.start]):
            short = dates[index + 1] if index + 1 < len(dates) else None
            return (short if short is not None and _SHORT.fullmatch(found.text[date.end : short.start]) else date), True
        after = _RESULTS.match(found.text[date.end : date.end + 40])
        if titled is None and (
            after or (headline is not None and headline.start <= date.start < headline.end and is_past(date, found.published))
        ):
            titled = date
    return titled, False


def is_past(date: DateMention, published: date | None) -> bool:
    """True where the date does not begin behind the day of publication, as far as the two are known."""
    return published is None or date.earliest is None or date.earliest <= published


def goes_on(row: Row) -> bool:
    """True for a sentence that goes on from the one before: "Among them", "The remaining", "They"."""
    return listed("going_on", row.text[row.span.start : row.span.start + 16])


# ---- certainty, direction


def certainty_of(claim: Claim, title: str | None) -> Literal["reported", "expected"]:
    """`expected` where the words before the figure or the section's heading speak of what is to come."""
    row = claim.row
    main = claim.at if claim.main is None else row.index_of(claim.main)
    semicolon = row.classes.rfind(";", 0, main)
    start = row.span.start if semicolon < 0 else row.ends[semicolon]
    hints = _stand(row, "expected")
    at = bisect_left(hints, start)
    if (
        (at < len(hints) and hints[at] < row.starts[main])
        or _expected_behind(row, main)
        or (title and _words("expected_titles").search(title))
    ):
        return "expected"
    return "reported"


def _stand(row: Row, key: str) -> list[int]:
    """Where in the sentence the words of a list stand; looked for once a sentence, however many statements ask."""
    if key not in row.notes:
        row.notes[key] = [match.start() for match in _words(key).finditer(row.text, row.span.start, row.span.end)]
    return row.notes[key]


def _expected_behind(row: Row, figure: int) -> bool:
    """`Revenue of $5 million is expected`; not "the sum of $5 million is expected to grow"."""
    for index in range(figure + 1, min(figure + _NEAR, len(row) - 1)):
        if row.classes[index] in "$%#;,R":
            return False
        if row.words[index] in word_list("expected_behind") and row.classes[index - 1] in "lq@":
            return row.classes[index + 1] != "t" or row.words[index + 2 : index + 3] == ["be"]
    return False


def direction_of(value: FigureMention | None, previous: FigureMention | None, measure: str, between: str = "") -> Direction | None:
    """Up, down or flat as the two values show it; None where one of them is no single number or they cannot be compared.

    A loss in words is printed without a minus: `between`, the words between the two, says whether a profit became a loss.
    """
    if value is None or previous is None or type(value) is not type(previous):
        return None
    if any(getattr(value, key, None) != getattr(previous, key, None) for key in ("currency", "unit")):
        return None
    now, then = _middle(value), _middle(previous)
    if now is None or then is None:
        return None
    loss = bool(_words("losses").search(_BRACKET.sub("", measure)))
    if loss and now <= 0 and then <= 0:
        now, then = -now, -then
    elif loss and now > 0 and then > 0 and _words("profits").search(between):
        now = -now
    elif not loss and now > 0 and then > 0 and _words("losses").search(between):
        then = -then
    return "up" if now > then else "down" if now < then else "flat"


def _middle(figure: FigureMention) -> Decimal | None:
    """The value, or the middle of a range with two ends."""
    if figure.value is not None:
        return figure.value
    return None if figure.low is None or figure.high is None else (figure.low + figure.high) / 2

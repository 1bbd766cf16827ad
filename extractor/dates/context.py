"""What a time expression is resolved by: the publication date, the dates spoken of so far, the document's own habits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extractor.dates.tense import BORDER
from extractor.dates.words import LINE_END
from extractor.findings import Caution

if TYPE_CHECKING:
    from datetime import date

    from extractor.dates.calendar import Period
    from extractor.dates.fiscal import FiscalEnd
    from extractor.dates.match import Expression


@dataclass(slots=True, frozen=True)
class Value:
    """A resolved expression: TIMEX3 type and value, days, granularity, modifier, and whether it was counted from another date."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    period: Period
    anchored: bool = False
    modifier: str | None = None


@dataclass
class Context:
    """One text's state while its expressions are resolved in order. `published` is None where no date is known: values stay open then."""

    text: str
    published: date | None
    story: bool
    last: Period | None = None  # the latest date spoken of
    last_end: int = 0  # where it stands
    quarter: Period | None = None  # the latest quarter spoken of
    reporting: Period | None = None  # the latest quarter, half, fiscal year or interval spoken of
    label: Period | None = None  # the fiscal quarter or half spoken of first, or a later year's
    figures: Period | None = None  # the period that the figures of the sentence at hand are of
    figures_end: int = 0  # where that period stands
    fiscal_end: FiscalEnd | None = None  # the day on which the article says that its fiscal year ends
    day_first: bool | None = None
    spoken: Period | None = None  # the day of the dateline, also where its year is open
    cautions: list[Caution] = field(default_factory=list)

    def compared(self, at: int) -> Period | None:
        """The period that a figure at an offset is compared with: the one of its own sentence, else the one reported."""
        if self.figures and at - self.figures_end < _SENTENCE and not border(self.text, self.figures_end, at):
            return self.figures
        return self.reporting or self.month_told

    @property
    def month_told(self) -> Period | None:
        """The month that a release's figures are of, where it reports no quarter or year: "January traffic"."""
        told, now = self.figures, self.published
        if self.story or told is None or told.granularity != "month" or told.latest is None or now is None:
            return None
        return told if 0 < (now - told.latest).days <= _TOLD_WITHIN else None

    def warn(self, code: str, message: str, each: Expression) -> None:
        """Adds a warning about an expression; the message names the next step."""
        self.cautions.append(Caution(code, message, each.start, each.end))

    def impossible(self, each: Expression) -> None:
        """Warns of a day that the calendar does not have."""
        self.warn("date-impossible", f"{self.text[each.start : each.end]!r} is no day of the calendar: check the article.", each)

    def open_year(self, each: Expression) -> None:
        """Warns that a date without a year was left open."""
        words = " ".join(self.text[each.start : each.end].split())
        self.warn("date-open", f"{words!r} cannot be resolved without a date of publication: give --published.", each)


_TOLD_WITHIN = 62  # days after its end within which a month's figures are told
_SENTENCE = 400  # characters within which a period is looked for; longer sentences are lists


def border(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends in a stretch of the text."""
    return BORDER.search(text, start, min(end + 2, len(text))) is not None


_FIGURES = re.compile(r"(?<![\w./-])(\d{1,2})([/.-])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)(?![\w/])")


def day_first(text: str) -> bool | None:
    """Whether the text writes days before months in figures: shown by a number above 12 in one place; None where nothing shows it."""
    firsts = {int(match[1]) > 12 for match in _FIGURES.finditer(text) if (int(match[1]) > 12) != (int(match[3]) > 12)}  # months end at 12
    return firsts.pop() if len(firsts) == 1 else None


HABIT = re.compile(  # "they usually meet on Friday", "usually held in the second and fourth quarters": of no certain week or year
    rf"(?i)\b(?:usually|always|normally|typically|generally|traditionally)\b(?:[^.,;!?\n]|{LINE_END}){{0,50}}\b(?:on|in|during)\s(?:the\s)?(?:\w+\sand\s)?$"
)

_GROWTH = re.compile(r"(?i)\byear[- ]on[- ]year\b|\bover\sthe\ssame\speriod\s(?:of\s)?last\syear\b")  # the words of official statistics
_FIGURE = re.compile(r"\d\s?(?:%|per\s?cent\b|[mb]illion\b|trillion\b|yuan\b)")
_REPORT = 3  # figures that a state agency's report of figures has at least (shared/bench: its news of events has none)


def passes_on_figures(text: str, *, state_wire: bool) -> bool:
    """True for news that passes on a release of official figures: a state agency's, or one that tells them in the words of statistics offices."""
    return _GROWTH.search(text) is not None or (state_wire and len(_FIGURE.findall(text)) >= _REPORT)


def is_story(text: str, kinds: frozenset[str], *, wire_of_releases: bool, full_dateline: bool) -> bool:
    """True for a news story, whose mentions take in articles and quantifiers as TIMEX3 (TempEval-3) does; a release's do not.

    A release shows by its furniture (two kinds of contact, boilerplate, credits, bullets, tables ...), by a wire for releases, or by
    a dateline with a year. A text of a few words is neither and is read as part of a release.
    """
    furniture = len(kinds & _FURNITURE) >= 2 or wire_of_releases or full_dateline  # tuned on shared/gold against the news of shared/bench
    return not furniture and len(text) > _SNIPPET


_FURNITURE = frozenset(
    {"contact", "boilerplate", "credits", "bullets", "table", "forward_looking", "embargo", "end_mark", "furniture", "subheadline"}
)
_SNIPPET = 330  # characters; the shortest story in shared/bench has about 400

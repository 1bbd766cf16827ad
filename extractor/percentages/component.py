"""What the component `press_percentages` does: fills `findings.percentages`."""

from __future__ import annotations

from typing import Literal, cast

from extractor.findings import Findings, PercentageMention
from extractor.numbers import tidy
from extractor.numbers.bounds import qualifier
from extractor.numbers.brackets import bracketed
from extractor.numbers.phrase import limit_at
from extractor.percentages.match import find
from extractor.percentages.resolve import whole
from extractor.percentages.share import Share

Unit = Literal["percent", "percentage_point", "basis_point"]


def annotate(found: Findings) -> None:
    """Finds the percentages of the text and appends them to `found.percentages`, in order."""
    shares = find(found.text, found.numbers)
    if not shares:
        return
    if any(amount.found_by == "money.bracket" for amount in found.money):
        shares = _with_earlier(found, shares)
    ends = [sentence.end for sentence in found.layout.sentences]
    found.percentages.extend(_mention(found.text, share, limit_at(ends, share.end, len(found.text))) for share in shares)


def _with_earlier(found: Findings, shares: list[Share]) -> list[Share]:
    """The shares with those of last year that stand bare in brackets behind them, "14.2% (13.1)", in a report that does so with its amounts."""
    starts = [number.start for number in found.numbers]
    both: list[Share] = []
    for share in shares:
        both.append(share)
        behind = bracketed(found.text, share.end, share.number.core, found.numbers, starts) if share.high is None else None
        if behind:
            both.append(Share(behind.start, behind.end, behind.value, share.unit, "percentages.bracket", behind.number))
    return both


def _mention(text: str, share: Share, limit: int) -> PercentageMention:
    single = share.high is None
    return PercentageMention(
        start=share.start,
        end=share.end,
        found_by=share.found_by,
        value=tidy(share.value) if single else None,
        low=None if single else tidy(share.value),
        high=None if share.high is None else tidy(share.high),
        qualifier=qualifier(text, share.start, share.end),
        unit=cast("Unit", share.unit),
        of=whole(text, share.start, share.end, limit) if share.unit == "percent" else None,
    )

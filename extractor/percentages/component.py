"""What the component `press_percentages` does: fills `findings.percentages`."""

from __future__ import annotations

from typing import Literal, cast

from extractor.findings import Findings, PercentageMention
from extractor.numbers import tidy
from extractor.numbers.bounds import qualifier
from extractor.numbers.phrase import limit_at
from extractor.percentages.match import Share, find
from extractor.percentages.resolve import whole

Unit = Literal["percent", "percentage_point", "basis_point"]


def annotate(found: Findings) -> None:
    """Finds the percentages of the text and appends them to `found.percentages`, in order."""
    shares = find(found.text, found.numbers)
    if not shares:
        return
    ends = [sentence.end for sentence in found.layout.sentences]
    found.percentages.extend(_mention(found.text, share, limit_at(ends, share.end, len(found.text))) for share in shares)


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

"""The date of a release that has no dateline: alone in a line above the first paragraph."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates.component import annotate
from extractor.findings import Findings
from extractor.structure.component import annotate as lay_out

BODY = "Tarn Pumps plc, the maker of pumps, today announces that its sales in the north of the country rose again last month."


def _read(text: str, published: date | None = None) -> Findings:
    found = Findings.of(text)
    found.published = published
    lay_out(found)
    annotate(found)
    return found


@pytest.mark.parametrize(
    "head",
    [
        "Tarn Pumps plc\n\n18 November 2025\n\nTrading update",
        "18 November 2025\n\nTarn Pumps plc\n\nTrading update",
        "Tarn Pumps plc\nTrading update\nDate: November 18, 2025",
        "REG-TARN PUMPS\nReleased 18/11/2025\n\nTrading update",
        "CAMBRIDGE, Mass.--(BUSINESS WIRE)--Nov. 18, 2025--",
    ],
)
def test_it_dates_the_release(head: str) -> None:
    found = _read(f"{head}{'' if head.endswith('--') else chr(10) * 2}{BODY}\n")
    assert (found.published, found.published_origin) == (date(2025, 11, 18), "dateline")
    assert [each.value for each in found.dates][-2:] == ["2025-11-18", "2025-10"]


@pytest.mark.parametrize(
    "head",
    [
        "Tarn Pumps plc\n\nBalance sheet as at\n30 September 2025\n\nTrading update",
        "Tarn Pumps plc\n\nMeeting on 18 November 2025\n\nTrading update",
        "Tarn Pumps plc\n\nNovember 2025\n\nTrading update",
        "Tarn Pumps plc\n\n18 November\n\nTrading update",
    ],
)
def test_other_dates_above_the_text_do_not(head: str) -> None:
    assert _read(f"{head}\n\n{BODY}\n").published is None


def test_a_date_below_the_first_paragraph_does_not() -> None:
    assert _read(f"Trading update\n\n{BODY}\n\n18 November 2025\n").published is None


def test_a_given_date_stays() -> None:
    found = _read(f"Tarn Pumps plc\n\n18 November 2025\n\n{BODY}\n", date(2025, 11, 20))
    assert (found.published, found.published_origin) == (date(2025, 11, 20), None)

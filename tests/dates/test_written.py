"""Rare forms that dateparser reads: asked only where its answer can be checked against what is printed."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from extractor.dates import written

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2025 June 17", "2025-06-17"),
        ("17/Jun/2025", "2025-06-17"),
        ("Jun-17-2025", "2025-06-17"),
        ("17th, June 2025", "2025-06-17"),
        ("June 17th of 2025", "2025-06-17"),
        ("2 years and 3 months ago", "2023-05"),
        ("1 year, 9 months ago", "2023-11"),
    ],
)
def test_rare_orders(pairs, words: str, value: str) -> None:
    assert pairs(f"The yard shut on {words} in Graz.") == [(words, value)]


def test_an_answer_that_differs_from_the_printed_day_is_left_out(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "_parsed", lambda *_: (date(2025, 6, 18), "day"))
    found = read("The yard shut on 17/Jun/2025 in Graz.")
    assert found.dates == []
    assert [caution.code for caution in found.cautions] == ["date-open"]


def test_a_part_that_dateparser_filled_in_is_no_answer(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "_parsed", lambda *_: (date(2025, 6, 17), "month"))
    assert read("The yard shut on 17/Jun/2025 in Graz.").dates == []


def test_the_answer_is_kept() -> None:
    written._parsed.cache_clear()
    for _ in range(3):
        written._parsed("17/Jun/2025", date(2000, 1, 1))
    assert (written._parsed.cache_info().misses, written._parsed.cache_info().hits) == (1, 2)


@pytest.mark.parametrize(("text", "asked"), [("It shut on June 17, 2025.", False), ("It shut on 17/Jun/2025.", True)])
def test_dateparser_is_imported_only_for_a_rare_form(text: str, asked: bool) -> None:
    code = (
        "import sys; from extractor.dates.component import annotate; from extractor.findings import Findings;"
        f"annotate(Findings(text={text!r})); sys.exit(10 * ('dateparser' in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 10 * asked

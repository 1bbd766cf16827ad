"""Fiscal years are calendar days only where the article says when they end."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("In fiscal 2024 sales fell. Its fiscal year ends on September 30.", "FY2024", date(2023, 10, 1), date(2024, 9, 30)),
        ("In fiscal 2025, which ended June 30, 2025, sales rose.", "FY2025", date(2024, 7, 1), date(2025, 6, 30)),
        (
            "In the third quarter of fiscal 2025 sales rose. The financial year ended June 30, 2025.",
            "FY2025-Q3",
            date(2025, 1, 1),
            date(2025, 3, 31),
        ),
        ("In fiscal 2024, which ended January 31, 2025, sales rose.", "FY2024", date(2024, 2, 1), date(2025, 1, 31)),
        ("In fiscal 2023, which ended February 28, 2023, sales rose.", "FY2023", date(2022, 3, 1), date(2023, 2, 28)),
        ("In fiscal 2025 sales rose.", "FY2025", None, None),
        ("In fiscal 2025 sales rose. The fiscal year ended January 31.", "FY2025", None, None),  # named by either year
        ("In fiscal 2025 sales rose. The fiscal year ended September 27, 2025.", "FY2025", None, None),  # 52 weeks
        ("In fiscal 2025 sales rose. The fiscal year ends June 30. Until now the fiscal year ended March 31.", "FY2025", None, None),
        ("In fiscal 2025 sales rose. The fiscal year ends June 31.", "FY2025", None, None),
    ],
)
def test_days_of_a_fiscal_year(read, text: str, value: str, earliest: date | None, latest: date | None) -> None:
    first = read(text).dates[0]
    assert (first.value, first.earliest, first.latest) == (value, earliest, latest)


def test_a_fiscal_year_end_is_that_day(pairs) -> None:
    text = "The fiscal year ended February 29, 2024. It had two plants at year-end 2023."
    assert pairs(text)[-1] == ("year-end 2023", "2023-02-28")


def test_the_year_end_of_a_fiscal_year_is_its_last_day(pairs) -> None:
    assert pairs("The financial year ended 30 June 2025. Since the year end Tarn Pumps sold a yard.")[-1] == ("year end", "2025-06-30")

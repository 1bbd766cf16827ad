"""A line may end wherever a space stands: what the words around a date say is the same behind a line's end."""

from __future__ import annotations

from datetime import date

import pytest

PUBLISHED = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Visits were 70% against 61% in the third quarter of fiscal 2026. The fiscal 2027 third quarter ended April 30, 2026.", None),
        (
            "It reported half-year results, all of them unaudited, for the six months ended 31 December 2025. In the half year sales rose.",
            None,
        ),
        ("The rules of the Oak Harbour Reform Act of 1995 still hold.", ""),
        ("It gave an update on the first half of its financial year.", "2026-H1"),
        ("They lived in tents for 2 1/2 years.", "P2Y6M"),
        ("Her first hundred days were calm.", "P100D"),
        ("The bank had to be closed in December after a theft.", "2025-12"),
        ("Ties froze under a June agreement with the yard.", "2025-06"),
        ("Some had asked to pay the loan by February.", "2027-02"),
        ("They usually open the doors on Friday.", "XXXX-WXX-5"),
        ("The desk is open Monday through Friday from 9 a.m. to 5 p.m. for all.", "XXXX-WXX-1"),
        ("Sales rose over the same period of last year. As of March 31, 2026, cash was $5, against $4 a year earlier.", None),
    ],
)
def test_a_line_end_changes_no_value(pairs, text: str, value: str | None) -> None:
    plain = [found for _, found in pairs(text, PUBLISHED)]
    if value is not None:
        assert plain[:1] == ([value] if value else [])
    for at, sign in enumerate(text):
        if sign == " ":
            wrapped = f"{text[:at]}\n{text[at + 1 :]}"
            assert [found for _, found in pairs(wrapped, PUBLISHED)] == plain, wrapped


def test_the_label_of_a_fiscal_year_is_read_over_a_line_end(pairs) -> None:
    text = (
        "Tarn Pumps reported its third quarter ended October 31, 2025. Margins were 70%, compared to 69% in the third\n"
        "quarter of fiscal 2025. It expects more sales in the fourth quarter."
    )
    assert pairs(text, date(2025, 12, 3))[-1] == ("fourth quarter", "FY2026-Q4")


def test_a_paragraph_end_parts_what_a_line_end_does_not(pairs) -> None:
    assert [found for _, found in pairs("They usually open the doors.\n\nOn Friday it rained.", PUBLISHED)] == ["2026-05-08"]

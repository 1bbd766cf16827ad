"""Which line breaks are wraps, and which end a line that stands for itself."""

from __future__ import annotations

import pytest

from extractor.structure import is_soft

# `⏎` is the break that is asked about.
SOFT = [
    "The harbour board said on Monday that Tarn Rail⏎Holdings had signed.",
    "The firm said it would pay $5\nmillion to buy Harrow⏎Capital by\nMay, and raise its dividend.",
    "It would pay 5\nmillion to buy Harrow\nbefore May, said Ida⏎Bexley of Tarn.",
    "Chief Operating Officer Rachel⏎Thornbury said the plant would open in\nJune.",
    "the offer was made to Tarn⏎Rail, which\nrefused it.",
]
HARD = [
    "Tarn Rail⏎Harrow Capital",
    "Tarn Opens Depot⏎Ida Bexley said the plant would open\nin June, and hire people.",
    "Ida Bexley⏎Tarn Rail\n12 Quay Road\nLeeds",
    "Ida Bexley⏎Tarn Rail\nida.bexley@tarn.example",
    "Head of Communications⏎Tarn Rail\ntel: 555 0100",
    "Ida Bexley, Chair⏎Jon Astley, Secretary\nAnn Lee, Treasurer",
    "Harrow Depot⏎Sold to Tarn",
    "Partners:⏎Tarn Rail\nand others",
    "It was sold.⏎Tarn Rail\nwas the buyer",
    "Region  North⏎South  12\nWest  13",
    "TARN OPENS⏎Leeds Depot",
    "Tarn Rail⏎\nand the rest",
    "⏎",
    "Tarn⏎",
]


@pytest.mark.parametrize("marked", SOFT)
def test_a_wrap_is_a_soft_break(marked: str) -> None:
    assert is_soft(marked.replace("⏎", "\n"), marked.index("⏎"))


@pytest.mark.parametrize("marked", HARD)
def test_the_end_of_a_line_of_its_own_is_hard(marked: str) -> None:
    assert not is_soft(marked.replace("⏎", "\n"), marked.index("⏎"))

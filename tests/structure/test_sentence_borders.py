"""Where sentences end."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.structure import read

# Sentences are parted by " | ".
CASES = [
    ("plain", "Sales rose 5%. | Profit fell."),
    ("title", "Dr. Ada Oka spoke. | Mr. Marsh left."),
    ("initial", "J. R. Marsh and Ann M. Chen joined the firm."),
    ("plan-b", "The board chose Plan B. | The vote was close."),
    ("inc-goes-on", "Orrin Foods, Inc. Chairman Jon Astley resigned."),
    ("inc-ends", "It bought Orrin Foods, Inc. | The price was $5 million."),
    ("inc-ends-before-noun", "It bought Orrin Foods Inc. | Shareholders approved the deal."),
    ("co-ltd", "Hengtu Logistics Co., Ltd. and Tarn Pte. Ltd. agreed."),
    ("co-kgaa", "Wendel Kraft SE & Co. KGaA assumes no duty."),
    ("us", "The U.S. Department of Harbors paid. | It did so in the U.S. | The rest came later."),
    ("dc", "She works in Washington, D.C. | Her firm does not."),
    ("decimal", "It paid $3.5 million and 4.2 percent. | Then 2.0 came."),
    ("month", "It closes on Nov. 7 and reopens on Jan. 3. | Later it sells."),
    ("number", "It is the No. 3 port. | No. 4 is Leeds."),
    ("am", "The call is at 8:00 a.m. ET today. | It ends at 9 a.m. | The host is Ida Bexley."),
    ("quote-inside", "“We open,” she said. | “Come early.” | He did."),
    ("question", "“Who pays?” asked Ida Bexley. | Nobody did."),
    ("closing", "It fell (see the note.) | The rest rose."),
    ("ellipsis", "It rose ... and fell. | Then it rose…"),
    ("versus", "Profit was $5 vs. $4 a year ago, i.e. more."),
    ("sq-ft", "It let 2,000 sq. ft. of space in St. Albans."),
    ("degree", "She holds a Ph.D. from Ghent and an M.B.A. | Her sister holds none."),
    ("starts-with-figure", "Sales fell. | 2025 will be better."),
    ("exclaim-name", "Hola! Inc. bought it. | Great!"),
    ("glued", "The fund closed.It paid out."),
    ("chinese-stop", "销售增长。| The rest is English."),
]


@pytest.mark.parametrize("marked", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    text = " ".join(expected)
    assert [span.of(text) for span in read(text).sentences] == expected


def test_a_hard_wrap_is_a_space() -> None:
    text = "Shares in Velmora gained after the firm said it would pay $5\nmillion to buy Harrow\nCapital by March\n3, 2025, and raise its dividend by 4\npercent."
    assert len(read(text).sentences) == 1


def test_bullets_headings_and_rows_end_a_sentence() -> None:
    text = "Highlights:\n• Revenue of $5 million\n• Net loss of $1 million\n- Tarn joined\n1) Depot opened\n\nRegion   2025   2024\nNorth     12     11\nSouth      9     10\n"
    assert [span.of(text) for span in read(text).sentences][:5] == [
        "Highlights:",
        "Revenue of $5 million",
        "Net loss of $1 million",
        "Tarn joined",
        "Depot opened",
    ]
    assert [span.of(text) for span in read(text).sentences][5:] == ["Region   2025   2024", "North     12     11", "South      9     10"]


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    text = "LEEDS, England, March 3, 2025 /PRNewswire/ -- Tarn plc opened a depot. It is big."
    assert [span.of(text) for span in read(text).sentences] == [
        "LEEDS, England, March 3, 2025 /PRNewswire/ --",
        "Tarn plc opened a depot.",
        "It is big.",
    ]


@given(st.text(alphabet='Aab .!?\n"“”()•-—|:1,', max_size=200))
def test_sentences_hold_every_word_in_order(text: str) -> None:
    layout = read(text)
    spans = layout.sentences
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    covered = set()
    for span in spans:
        covered.update(range(span.start, span.end))
    assert not [at for at, letter in enumerate(text) if letter.isalpha() and at not in covered]
    assert all(any(outer.start <= span.start and span.end <= outer.end for outer in layout.paragraphs) for span in spans)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        ",",
        "(",
        '"',
        ".",
        ". ",
        "A. ",
        "\n",
        "- a\n",
        "a  1\n",
        "A:\n",
        "About A\n",
        "MAY ",
        "A, ",
        "#\n",
        "| ",
        "a@b.c ",
        "Contact: A\n",
        "1 2 ",
    ],
)
def test_a_nasty_text_is_read_in_linear_time(piece: str) -> None:
    assert _seconds(piece * (100_000 // len(piece))) < 12 * _seconds(piece * (20_000 // len(piece))) + 0.3


def _seconds(text: str) -> float:
    start = time.perf_counter()
    read(text)
    return time.perf_counter() - start

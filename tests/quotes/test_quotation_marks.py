"""Which quotation marks belong together."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.quotes.marks import quoted
from extractor.structure import read

CASES = [
    ("straight", '"We open on Monday," said Ida Bexley. "Come."', ["We open on Monday,", "Come."]),
    ("curly", "“We open,” said Ida Bexley, “on Monday.”", ["We open,", "on Monday."]),
    ("low-high", "„Wir öffnen“, sagte sie. „We open”, she said.", ["Wir öffnen", "We open"]),
    ("guillemets", "«Nous ouvrons», she said. »Wir öffnen«, he said.", ["Nous ouvrons", "Wir öffnen"]),
    ("tex", "``It was loud,'' said the guard.", ["It was loud,"]),
    ("both-closing", "”Vi öppnar”, says Ola.", ["Vi öppnar"]),
    ("single-curly", "‘We’re ready,’ said Ida. The workers’ pay rose.", ["We’re ready,"]),
    ("single-straight", "'We're ready,' said Ida. It's the '90s.", ["We're ready,"]),
    ("nested-single", "“He called it ‘a gift’ and left,” she said.", ["He called it ‘a gift’ and left,"]),
    ("nested-same", "“He called it “great” and left,” she said. “Go.”", ["He called it “great” and left,", "Go."]),
    ("mixed-ends", '"We open,” he said. “We close," she said.', ["We open,", "We close,"]),
    ("inches", 'The 27" screen and the 19" rack are new. "Good," he said.', ["Good,"]),
    ("inches-inside", '"The 27" screen is new," he said.', ['The 27" screen is new,']),
    ("feet", 'He is 6\'2" tall. "Tall," she said.', ["Tall,"]),
    ("stray-open", "“We paid.\n\nThe firm grew.\n\n“We grew,” he said.", ["We paid.", "We grew,"]),
    ("stray-straight", 'The word "loss is long. It grew.\n\n"We grew," he said.', ["We grew,"]),
    ("stray-closing", "A mark” too many. “We grew,” he said.", ["We grew,"]),
    ("apostrophe-typo", 'It "couldn‘t be done" then.', ["couldn‘t be done"]),
    ("space-inside", '"It will grow, "said Ida Bexley.', ["It will grow, "]),
    ("two-paragraphs", "“One.\n\n“Two,” he said.", ["One.\n\n“Two,"]),
    ("three-straight", '"One.\n\n"Two.\n\n"Three," he said.', ['One.\n\n"Two.\n\n"Three,']),
    ("closes-later", "“One.\n\nTwo,” he said.", ["One.\n\nTwo,"]),
    ("hard-wrap", "“We open\non Monday,” he said.", ["We open\non Monday,"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert [one.inner.of(text) for one in quoted(text, read(text).paragraphs)] == expected


@given(st.text(alphabet="“”\"'‘’„«» aB1.,\n`", max_size=120))
def test_stretches_are_in_order_and_never_overlap(text: str) -> None:
    found = quoted(text, read(text).paragraphs)
    assert all(one.start < one.inner.start <= one.inner.end <= one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize("piece", ['"', "“", "'", "“”", ' "1', " ‘a", '." ', "“ \n\n"])
def test_a_file_of_marks_is_read_in_linear_time(piece: str) -> None:
    assert _seconds(piece * (100_000 // len(piece))) < 12 * _seconds(piece * (20_000 // len(piece))) + 0.3


def _seconds(text: str) -> float:
    paragraphs = read(text).paragraphs
    start = time.perf_counter()
    quoted(text, paragraphs)
    return time.perf_counter() - start

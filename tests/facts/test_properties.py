"""Whatever the text: no error, offsets inside it, the same answer twice, and no long wait."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = [
    "Revenue",
    "rose",
    "fell",
    "by",
    "to",
    "from",
    "of",
    "$5 million",
    "7%",
    "(",
    ")",
    ",",
    ";",
    "and",
    "or",
    "respectively",
    "the latter",
    "in 2024",
    "which",
    "was",
    "compared with",
    "’s",
    "more than",
    "an increase",
    "120 jobs",
    "\n",
    "\n\n",
    "• ",
    ":",
    "-",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_words(read: Callable[..., Any], pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text)
    for fact in found.facts:
        assert 0 <= fact.measure.start < fact.measure.end <= len(text)
        assert fact.value is not None or fact.by is not None
        assert fact.value is None or fact.value is not fact.previous
        assert fact.by is None or fact.direction is not None
    again = read(text)
    assert [(f.measure, f.direction, f.found_by) for f in found.facts] == [(f.measure, f.direction, f.found_by) for f in again.facts]


@pytest.mark.parametrize("piece", ["7%, ", "$5 ", "(", "of $5 million ", "and 7% ", "rose 7% to $5 million ", "Sales $5 million versus "])
def test_long_runs_are_read_in_time(read: Callable[..., Any], piece: str) -> None:
    started = time.perf_counter()
    read(piece * (40_000 // len(piece)))
    assert time.perf_counter() - started < 8  # seconds for all rooms on a busy machine; a quadratic rule takes minutes

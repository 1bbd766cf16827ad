"""Texts go in, dates come out: what every test of this room asks for. No model is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extractor.dates.component import annotate
from extractor.findings import Findings

PUBLISHED = date(2025, 8, 14)  # a Thursday


def _read(text: str, published: date | None = PUBLISHED) -> Findings:
    found = Findings(text=text, published=published)
    annotate(found)
    return found


def _pairs(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(" ".join(text[each.start : each.end].split()), each.value) for each in _read(text, published).dates]


@pytest.fixture(scope="session")
def read() -> Callable[..., Findings]:
    return _read


@pytest.fixture(scope="session")
def pairs() -> Callable[..., list[tuple[str, str]]]:
    return _pairs

"""From scores to names."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.names.tags import TAGS, decode, names


def _tags(written: str) -> np.ndarray:
    return np.array([TAGS.index(tag) for tag in written.split()])


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O", []),
        ("B-ORG I-ORG O", [(0, 1, "ORG")]),
        ("B-ORG B-ORG", [(0, 0, "ORG"), (1, 1, "ORG")]),
        ("O B-PERSON I-PERSON B-PLACE", [(1, 2, "PERSON"), (3, 3, "PLACE")]),
        ("B-PROGRAM I-PROGRAM I-PROGRAM", [(0, 2, "PROGRAM")]),
    ],
)
def test_names_are_read_off_the_tags(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert list(names(_tags(tags))) == expected


def _valid(tags: tuple[int, ...]) -> bool:
    return all(tag % 2 or tag == 0 or (place and tags[place - 1] in {tag, tag - 1}) for place, tag in enumerate(tags))


def _total(scores: list[list[int]], tags: tuple[int, ...]) -> int:
    return sum(row[tag] for row, tag in zip(scores, tags, strict=True))


@given(st.lists(st.lists(st.integers(-20, 20), min_size=len(TAGS), max_size=len(TAGS)), min_size=1, max_size=4))
def test_the_best_valid_row_is_found(scores: list[list[int]]) -> None:
    table = np.array(scores, np.float32)
    found = tuple(decode(table).tolist())
    every = filter(_valid, product(range(len(TAGS)), repeat=len(scores)))
    assert _valid(found)
    assert _total(scores, found) == max(_total(scores, tags) for tags in every)

"""The word lists of the room: `lexicon/phrases.toml`, one set of words under each key."""

from __future__ import annotations

from functools import cache

from extractor.lexicon import table
from extractor.money.currencies import PACKAGE


@cache
def phrases(key: str) -> frozenset[str]:
    """The words under a key ("per_units"). Raises KeyError where there is none."""
    return frozenset(table(PACKAGE, "phrases.toml")[key])

"""Tells whether an article groups its thousands by points, "1.234,5": what "6.150" means cannot be seen in it alone."""

from __future__ import annotations

import re
from functools import lru_cache

_THREE_PLACES = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_EUROPEAN = re.compile(
    r"\d\.\d{3}(?:,\d|\.\d{3})|\d,\d{1,2}[ ]?(?:%|€|[Ee]uros?\b|EUR\b|[Mm]io\b|[Mm]rd\b|[Mm]illion)|(?:€|EUR)[ ]?\d+,\d{1,2}\b"
)


def has_three_places(digits: str) -> bool:
    """True for digits whose point may group as well as part decimals: "6.150", "500.000"."""
    return bool(_THREE_PLACES.fullmatch(digits))


@lru_cache(maxsize=8)
def groups_by_points(text: str) -> bool:
    """True where another number of the article can only be read with points that group or a comma for the decimals."""
    return bool(_EUROPEAN.search(text))

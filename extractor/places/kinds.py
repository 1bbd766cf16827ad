"""Whether a place is a country, region or city (gpe), a landscape (location) or a building, port, station (facility)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.names.words import gazetteer, place_heads

if TYPE_CHECKING:
    from collections.abc import Iterable


def kind(forms: Iterable[str]) -> str:
    """The kind of the first form that the gazetteer knows or whose head noun tells it; `gpe` where nothing does."""
    for form in forms:
        if form in gazetteer():
            return gazetteer()[form][0]
        words = form.split()
        for word in (words[-1], words[0]) if len(words) > 1 else ():
            if word.casefold() in place_heads():
                return place_heads()[word.casefold()]
    return "gpe"

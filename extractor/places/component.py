"""What the component `press_places` does: names to `findings.places`, each with all its forms."""

from __future__ import annotations

from extractor.findings import Findings, Place
from extractor.names.group import group
from extractor.places.kinds import kind


def annotate(found: Findings) -> None:
    """Groups the names of places in the text."""
    mentions = [mention for mention in found.named.mentions if mention.label == "PLACE"]
    found.places = [
        Place(name=one.name, aliases=one.aliases, mentions=one.mentions, kind=kind(one.forms))
        for one in group(found.text, mentions, found.named)
    ]

"""What the component `press_programs` does: names to `findings.programs`, each with all its forms."""

from __future__ import annotations

from extractor.findings import Findings, Program
from extractor.names.group import group


def annotate(found: Findings) -> None:
    """Groups the names of programs in the text."""
    mentions = [mention for mention in found.named.mentions if mention.label == "PROGRAM"]
    found.programs = [
        Program(name=one.name, aliases=one.aliases, mentions=one.mentions) for one in group(found.text, mentions, found.named)
    ]

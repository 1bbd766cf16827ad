"""What the component `press_people` does: names to `findings.people`, each person once, with roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.people.group import group
from extractor.people.mentions import mentions
from extractor.people.roles import roles

if TYPE_CHECKING:
    from extractor.findings import Findings


def annotate(found: Findings) -> None:
    """Groups the people of the text and finds their roles."""
    found.people = group(found.text, mentions(found))
    roles(found, found.people)

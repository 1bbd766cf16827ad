"""Statements of a text by the rules alone: dates and values from their own rooms, no model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extractor.dates.component import annotate as dates
from extractor.facts.component import annotate as facts
from extractor.findings import Findings, NameMention, Organization
from extractor.money.component import annotate as money
from extractor.percentages.component import annotate as percentages
from extractor.quantities.component import annotate as quantities
from extractor.reading import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.findings import Fact


def _read(text: str, issuer: str | None = None) -> Findings:
    found = Findings(text=plain(text), published=date(2025, 11, 4), published_origin="given")
    if issuer:
        organization = Organization(name=issuer)
        at = found.text.find(issuer)
        while at >= 0:
            organization.mentions.append(NameMention(start=at, end=at + len(issuer), found_by="test", label="ORG"))
            at = found.text.find(issuer, at + 1)
        found.organizations.append(organization)
        found.issuer = organization
    for annotate in (dates, money, percentages, quantities, facts):
        annotate(found)
    return found


def _told(found: Findings, fact: Fact) -> dict[str, str | None]:
    text = found.text
    parts = {"value": fact.value, "by": fact.by, "previous": fact.previous, "of": fact.of, "period": fact.period, "subject": fact.subject}
    return {
        "measure": " ".join(fact.measure.of(text).split()),
        "direction": fact.direction,
        "certainty": fact.certainty,
        **{key: None if part is None else " ".join(text[part.start : part.end].split()) for key, part in parts.items()},
    }


@pytest.fixture(name="read")
def fixture_read() -> Callable[..., Findings]:
    """Makes Findings of a text with the rules alone."""
    return _read


@pytest.fixture(name="told")
def fixture_told() -> Callable[..., list[dict[str, str | None]]]:
    """The statements of a text as dicts of words."""

    def told(text: str, issuer: str | None = None) -> list[dict[str, str | None]]:
        found = _read(text, issuer)
        return [_told(found, fact) for fact in found.facts]

    return told

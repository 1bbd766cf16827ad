"""Findings made by hand: no model, no names room. `{Ida Bexley}` in a text marks a person, `[Tarn plc]` an organization."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from extractor.findings import Findings, NameMention, Organization, Person, Role

if TYPE_CHECKING:
    from collections.abc import Callable

_MARK = re.compile(r"\{([^{}|]+)(?:\|([^{}]+))?\}|\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")


def _findings(marked: str, *, issuer: str | None = None, roles: dict[str, tuple[str, str | None]] | None = None) -> Findings:
    """Reads `{words}` or `{words|Full Name}` as people and `[[words]]` or `[[words|Full Name]]` as organizations."""
    text = ""
    at = 0
    people: dict[str, Person] = {}
    orgs: dict[str, Organization] = {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words = mark[1] or mark[3]
        name = (mark[2] or mark[4]) or words
        label = "PERSON" if mark[1] else "ORG"
        mention = NameMention(start=len(text), end=len(text) + len(words), found_by="test", label=label)
        if label == "PERSON":
            people.setdefault(name, Person(name=name)).mentions.append(mention)
        else:
            orgs.setdefault(name, Organization(name=name)).mentions.append(mention)
        text += words
        at = mark.end()
    found = Findings(text=text + marked[at:], people=list(people.values()), organizations=list(orgs.values()))
    found.issuer = orgs.get(issuer) if issuer else None
    for name, (title, org) in (roles or {}).items():
        people[name].roles.append(Role(title=title, organization=orgs[org] if org else None))
    return found


@pytest.fixture
def make() -> Callable[..., Findings]:
    """Makes Findings from a marked text."""
    return _findings

"""Who wins where two kinds claim the same words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.findings import (
    DateMention,
    Findings,
    MoneyMention,
    NameMention,
    Organization,
    PercentageMention,
    Person,
    QuantityMention,
    Role,
)
from extractor.precedence import settle


def at(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def date(text: str, words: str) -> DateMention:
    return DateMention(**at(text, words), found_by="dates.x", type="DATE", value="2025")


def quantity(text: str, words: str) -> QuantityMention:
    return QuantityMention(**at(text, words), found_by="quantities.x", value=Decimal(1), unit="x")


def organization(text: str, words: str) -> Organization:
    mention = NameMention(**at(text, words), found_by="ner:x", label="ORG")
    return Organization(name=words, mentions=[mention])


@pytest.mark.parametrize(
    ("text", "day", "name", "left"),
    [
        ("Studio 2025 opened.", "2025", "Studio 2025", "name"),
        ("In June 2025 it fell.", "June 2025", "June", "date"),
        ("In June 2025 it fell.", "June 2025", "June 2025", "date"),
        ("In late March Steel rose.", "late March", "March Steel", "date"),
    ],
)
def test_names_and_dates(text: str, day: str, name: str, left: str) -> None:
    found = Findings(text)
    found.dates = [date(text, day)]
    found.organizations = [organization(text, name)]
    settle(found)
    assert (bool(found.dates), bool(found.organizations)) == (left == "date", left == "name")
    assert len(found.discards) == 1


def test_money_wins_over_all() -> None:
    text = "It paid $5 million in all."
    found = Findings(text)
    found.money = [MoneyMention(**at(text, "$5 million"), found_by="money.x", value=Decimal(5), currency="USD")]
    found.dates = [date(text, "5")]
    found.quantities = [quantity(text, "5 million")]
    found.organizations = [organization(text, "million in")]
    settle(found)
    assert (len(found.money), found.dates, found.quantities, found.organizations) == (1, [], [], [])
    assert {d.reason for d in found.discards} == {"overlaps money.x"}


def test_a_percentage_wins_over_a_quantity_and_dates_do_too() -> None:
    text = "Up 4% over three months."
    found = Findings(text)
    found.percentages = [PercentageMention(**at(text, "4%"), found_by="percentages.x", value=Decimal(4), unit="percent")]
    found.dates = [date(text, "three months")]
    found.quantities = [quantity(text, "4%"), quantity(text, "three months")]
    settle(found)
    assert (len(found.percentages), len(found.dates), found.quantities) == (1, 1, [])


def test_what_pointed_at_a_dropped_organization_points_at_nothing() -> None:
    text = "Ida Orme, head of May 2025."
    found = Findings(text)
    found.dates = [date(text, "May 2025")]
    gone = organization(text, "May 2025")
    found.organizations, found.issuer = [gone], gone
    person = Person(
        name="Ida Orme",
        mentions=[NameMention(**at(text, "Ida Orme"), found_by="x", label="PERSON")],
        roles=[Role(title="head", organization=gone)],
    )
    found.people = [person]
    settle(found)
    assert (found.organizations, found.issuer, person.roles[0].organization) == ([], None, None)


def test_neighbours_are_left_alone() -> None:
    text = "Ormel 2025 results"
    found = Findings(text)
    found.dates = [date(text, "2025")]
    found.organizations = [organization(text, "Ormel")]
    settle(found)
    assert (len(found.dates), len(found.organizations), found.discards) == (1, 1, [])

"""Whose figure it is: the owner in front, the organization spoken of, the issuer, or nobody that the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from extractor.facts.component import annotate

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "subject", "reference"),
    [
        ("Tarn plc's net revenue rose 5%.", "Tarn plc", "Tarn plc"),
        ("Shares of Tarn plc rose 5%.", "Tarn plc", "Tarn plc"),
        ("Tarn plc said on Monday that revenue rose 5%.", "Tarn plc", "Tarn plc"),
        ("Our revenue rose 5%, Tarn plc said.", "Our", "Tarn plc"),
        ("US exports rose 5%, Tarn plc said.", None, None),  # "US" is not "us"
        ("The bourse is far from the office of Tarn plc. Inflation rose 5%.", None, None),
        ("Shares listed on Tarn plc rose 5%.", None, None),
        ("Together with a partner, Tarn plc, the town spent $5 million.", None, None),
        ("Our partner, Tarn plc, spent $5 million.", "Tarn plc", "Tarn plc"),
        ("According to Ruritania's Tarn plc, people live in 40 camps.", None, None),
        ("Ruritania's Tarn plc lives in 40 camps.", "Tarn plc", "Tarn plc"),
    ],
)
def test_subject(read: Callable[..., Any], text: str, subject: str | None, reference: str | None) -> None:
    found = read(text, "Tarn plc")
    fact = found.facts[0]
    assert (fact.subject.of(found.text) if fact.subject else None) == subject
    assert (fact.subject_ref.name if fact.subject_ref else None) == reference


@pytest.mark.parametrize(
    ("second", "subject"),
    [
        ("Net debt was $4 million.", "Tarn plc"),  # somebody has it: the one spoken of
        ("It cut 40 jobs.", "Tarn plc"),
        ("Inflation was 4%.", None),
        ("The town has 4,000 residents.", None),
    ],
)
def test_subject_goes_on_where_the_measure_has_an_owner(read: Callable[..., Any], second: str, subject: str | None) -> None:
    found = read(f"Tarn plc's revenue rose 5%. {second}", "Tarn plc")
    last = found.facts[-1]
    assert (last.subject.of(found.text) if last.subject else None) == subject


def test_the_owner_is_no_part_of_the_measure(told: Callable[..., list[dict[str, Any]]]) -> None:
    fact = told("Tarn plc sales rose 5%.", "Tarn plc")[0]
    assert (fact["measure"], fact["subject"]) == ("sales", "Tarn plc")


def test_a_name_alone_stays_the_measure(told: Callable[..., list[dict[str, Any]]]) -> None:
    assert told("Orrin bought Tarn plc for $5 million.", "Tarn plc")[0]["measure"] == "Tarn plc"


def test_the_company_of_a_ministry_stays_open(read: Callable[..., Any]) -> None:
    found = read("The Mining Office fined a quarry. The company had revenue of $4 million.", "Mining Office")
    found.facts.clear()
    found.issuer.kind = "government"
    annotate(found)
    assert [(fact.subject.of(found.text), fact.subject_ref) for fact in found.facts] == [("The company", None)]

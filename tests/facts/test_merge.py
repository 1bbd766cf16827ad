"""A figure told twice is one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def test_bullet_and_body(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told("• Net sales of $412 million\n\nNet sales rose 4% to $412 million from $396 million.")
    assert [(fact["value"], fact["by"], fact["previous"]) for fact in facts] == [("$412 million", "4%", "$396 million")]


def test_two_measures_with_one_amount(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told("Net debt was $40 million. Capital expenditure was $40 million.")
    assert [fact["measure"] for fact in facts] == ["Net debt", "Capital expenditure"]


def test_two_years_with_one_amount(told: Callable[..., list[dict[str, Any]]]) -> None:
    assert len(told("The fee was $5 million in 2023. The fee was $5 million in 2024.")) == 2

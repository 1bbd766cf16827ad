"""Lists aligned with "respectively", and the former and the latter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def _rows(facts: list[dict[str, Any]], *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(fact[key] for key in keys) for fact in facts]


def test_dates_answer_figures(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told("Amortization expense was $865 million, $795 million and $774 million for 2018, 2017 and 2016, respectively.")
    assert _rows(facts, "measure", "value", "period") == [
        ("Amortization expense", "$865 million", "2018"),
        ("Amortization expense", "$795 million", "2017"),
        ("Amortization expense", "$774 million", "2016"),
    ]


def test_subjects_answer_figures(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told("Sales and operating income rose 5% and 8%, respectively.")
    assert _rows(facts, "measure", "by", "direction") == [("Sales", "5%", "up"), ("operating income", "8%", "up")]


def test_unequal_lists_are_left_alone(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told("Sales, costs and income rose 5% and 8%, respectively.")
    assert len({fact["measure"] for fact in facts}) == 1


def test_latter_and_former(told: Callable[..., list[dict[str, Any]]]) -> None:
    assert told("We sell pumps and valves, and the latter rose 5% to $3 million.")[0]["measure"] == "valves"
    assert told("Pumps and valves made up 40% of sales. The former grew 2%.")[1]["measure"] == "Pumps"


def test_measure_of_the_sentence_before(told: Callable[..., list[dict[str, Any]]]) -> None:
    facts = told("Kiln orders rose 5%. They fell by 2% and 3%, respectively, in the two halls.")
    assert [fact["by"] for fact in facts] == ["5%", "2%", "3%"]

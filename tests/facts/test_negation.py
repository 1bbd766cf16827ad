"""What the text denies is no statement; what only has a "not" near it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        "Kiln revenue did not rise 5% in May.",
        "Kiln revenue didn’t rise 5% in May.",
        "The mill failed to reach $5 million in sales.",
        "The mill was not fined $2 million.",
        "Tarn denied it owed $3 million.",
        "Tarn denied that it owed $3 million.",
        "The mill never paid $4 million.",
        "Sales have not yet reached $50 million.",
        "The mill no longer expects revenue of $50 million.",
        "The mill was unable to repay $6 million.",
    ],
)
def test_denied(told: Callable[..., list[dict[str, Any]]], text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill did not comment, and sales rose to $5 million.", "$5 million"),
        ("Although orders did not recover, revenue was $5 million.", "$5 million"),
        ("Revenue was not only $5 million but clean.", "$5 million"),
        ("The forecast does not include $3 million of costs.", "$3 million"),
        ("Overhead may not exceed 15% of direct costs.", "15%"),
        ("The board did not comment on the bid of $8 million.", "$8 million"),
        ("The failed lender had debts of $9 million.", "$9 million"),
        ("The mill did not cut jobs and paid $4 million in wages.", "$4 million"),
    ],
)
def test_not_denied(told: Callable[..., list[dict[str, Any]]], text: str, value: str) -> None:
    assert [fact["value"] for fact in told(text)] == [value]

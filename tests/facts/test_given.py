"""Lists of who gets what: the line gives the sum and the name, and what is given stands above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("above", "line", "expected"),
    [
        ("Among the grants:", "* $1.5 million to the Tarn Museum, in Velde;", ("Tarn Museum", "grants", "$1.5 million")),
        ("Among the grants:", "* $1.5 million each to the Tarn Museum and others;", ("Tarn Museum", "grants", "$1.5 million")),
        ("The board made loans.", "* C$640,000 (about US$465,000) for the Tarn Museum;", ("Tarn Museum", "loans", "C$640,000")),
        # nothing above says what is given, and a line that gives to nobody
        ("Among the projects:", "* $1.5 million to the Tarn Museum, in Velde;", (None, "Tarn Museum", "$1.5 million")),
        ("Among the grants:", "* $1.5 million for dredging;", (None, "dredging", "$1.5 million")),
        # a sentence that only ends with a name
        ("Among the grants:", "A fund donated $1.5 million to the Tarn Museum.", (None, "donated", "$1.5 million")),
    ],
)
def test_lists_of_who_gets_what(
    told: Callable[..., list[dict[str, Any]]], above: str, line: str, expected: tuple[str | None, str, str]
) -> None:
    facts = told(f"News of the year\n\n{above}\n\n{line}\n", "Tarn Museum")
    assert [(fact["subject"], fact["measure"], fact["value"]) for fact in facts] == [expected]

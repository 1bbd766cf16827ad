"""Candidates become expressions: the longest wins, masks hide, a story parts what a release joins."""

from __future__ import annotations

import pytest

from extractor.dates.match import find
from extractor.findings import Discard, Span


def _words(text: str, *, story: bool = False, masks: tuple[Span, ...] = ()) -> list[str]:
    return [text[each.start : each.end] for each in find(text, list(masks), story=story)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in the third quarter of 2024 in May", ["third quarter of 2024", "May"]),
        ("in the June quarter", ["June quarter"]),
        ("the year ended June 30, 2025", ["year ended June 30, 2025"]),
        ("on Friday, June 17, 2025", ["Friday, June 17, 2025"]),
        ("nothing is here", []),
    ],
)
def test_the_longest_expression_wins(text: str, words: list[str]) -> None:
    assert _words(text) == words


def test_a_story_parts_what_a_release_joins() -> None:
    text = "in the first nine months of 1997 and the quarter ended Sept. 30"
    assert _words(text) == ["first nine months of 1997", "quarter ended Sept. 30"]
    assert _words(text, story=True) == ["first nine months", "1997", "the quarter", "Sept. 30"]


def test_a_mask_hides_what_it_covers() -> None:
    assert _words("call 2024 now", masks=(Span(5, 9),)) == ["now"]


def test_parts_are_in_small_letters_and_single_spaces() -> None:
    (each,) = find("in the THIRD\nQuarter of 2024", [])
    assert (each.family, each.get("qw"), each.get("y"), each.get("none")) == ("quarter", "third", "2024", "")


def test_the_lead_is_what_only_a_story_takes_in() -> None:
    text = "for more than the three years"
    (each,) = find(text, [])
    assert (text[each.lead : each.start], text[each.start : each.end]) == ("more than the ", "three years")


def test_what_is_refused_says_why() -> None:
    discards: list[Discard] = []
    assert find("It built 1990 units.", [], discards=discards) == []
    assert [(each.found_by, each.reason) for each in discards] == [("dates.year", "a four-digit number that counts something")]

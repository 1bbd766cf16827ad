"""The inline form: reading marks and writing them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.inline import InlineError, Marked, parse, render


def test_marks_are_taken_out_and_offsets_are_those_of_the_text() -> None:
    text, spans = parse("⟦ORG name=Fenmoor Mills Ltd|Fenmoor\nMills⟧ hired ⟦PERSON|Ida Roe⟧.")
    assert text == "Fenmoor\nMills hired Ida Roe."
    assert [(text[s.start : s.end], s.type, s.keys) for s in spans] == [
        ("Fenmoor\nMills", "ORG", {"name": "Fenmoor Mills Ltd"}),
        ("Ida Roe", "PERSON", {}),
    ]


def test_several_keys_and_values_with_commas() -> None:
    _, (span,) = parse("⟦MONEY amount=5000000; currency=USD; qualifier=about|$5 million⟧")
    assert span.keys == {"amount": "5000000", "currency": "USD", "qualifier": "about"}
    _, (span,) = parse("⟦ORG name=Tolvar Foods, Inc.|Tolvar⟧")
    assert span.keys == {"name": "Tolvar Foods, Inc."}


@pytest.mark.parametrize(
    "marked",
    ["a ⟦ORG|b", "a⟧ b", "⟦ORG|a ⟦PERSON|b⟧⟧", "⟦org|a⟧", "⟦ORG name|a⟧", "⟦ORG|⟧"],
    ids=["open", "closed", "nested", "type", "key", "empty"],
)
def test_a_broken_mark_is_refused_with_its_line(marked: str) -> None:
    with pytest.raises(InlineError, match="line 2"):
        parse("first\n" + marked)


_WORDS = st.text(st.characters(exclude_characters="⟦⟧|", exclude_categories=["Cs"]), min_size=1, max_size=8)
_PARTS = st.lists(st.tuples(_WORDS, st.sampled_from(["", "ORG", "PLACE"])), max_size=8)


@given(_PARTS)
def test_what_is_rendered_parses_to_the_same(parts: list[tuple[str, str]]) -> None:
    text = "".join(words for words, _ in parts)
    spans, at = [], 0
    for words, kind in parts:
        if kind:
            spans.append(Marked(at, at + len(words), kind, {"name": "Ostra AB"}))
        at += len(words)
    assert parse(render(text, spans)) == (text, spans)

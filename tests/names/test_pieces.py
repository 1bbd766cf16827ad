"""How a text is cut into words, forms and chunks, with a toy tokenizer: no weights needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import WordPiece

from extractor.names.pieces import GAPS, SHAPES, chunks, read

if TYPE_CHECKING:
    from extractor.names.pieces import Pieces

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ENDS = (1, 2)


def _toy() -> Tokenizer:
    """Every letter is a piece."""
    pieces = ["[UNK]", "[CLS]", "[SEP]", *".,()'-", *_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
    tokenizer = Tokenizer(WordPiece({piece: number for number, piece in enumerate(pieces)}, unk_token=pieces[0]))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


_TOKENIZER = _toy()


def _read(text: str) -> Pieces:
    pieces = read(text, _TOKENIZER)
    assert pieces is not None
    return pieces


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("mills", "lower"),
        ("Mills", "Title"),
        ("MILLS", "UPPER"),
        ("X", "X"),
        ("iGrow", "miXed"),
        ("McRoe", "miXed"),
        ("2024", "digits"),
        ("3D", "digits+letters"),
        ("(", "mark"),
        ("东", "caseless"),
        ("Élan", "Title"),
    ],
)
def test_the_shape_of_a_word(text: str, shape: str) -> None:
    words = _read(text).words
    assert [SHAPES[form // len(GAPS)] for form in words.forms] == [shape]


def test_what_stands_before_a_word() -> None:
    text = "Oak Hill\nMill's\n \nyard"
    words = _read(text).words
    assert [(text[s:e], GAPS[f % len(GAPS)]) for s, e, f in zip(words.starts, words.ends, words.forms, strict=True)] == [
        ("Oak", "blank line"),
        ("Hill", "space"),
        ("Mill", "newline"),
        ("'", "glued"),
        ("s", "glued"),
        ("yard", "blank line"),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words(text: str) -> None:
    assert read(text, _TOKENIZER) is None


def test_a_cut_goes_before_a_blank_line_rather_than_behind_a_sentence() -> None:
    text = "aaaaaa bbbbb.\n\nCccc. Dddd eeee"
    pieces = _read(text)
    second = list(chunks(pieces, _ENDS, room=18))[1]
    assert text[pieces.words.starts[second.first] :].startswith("Cccc")


@pytest.mark.parametrize(("text", "lettered"), [("12, (3.4) -", False), ("12, 3D (4)", True), ("1 a", True), ("1 东", True)])
def test_whether_a_chunk_holds_letters(text: str, *, lettered: bool) -> None:
    assert [chunk.lettered for chunk in chunks(_read(text), _ENDS)] == [lettered]


@given(st.text(st.sampled_from("aB3 .,\n(é"), max_size=200), st.integers(2, 40))
def test_chunks_hold_every_word_once_and_keep_to_the_room(text: str, room: int) -> None:
    pieces = read(text, _TOKENIZER)
    if pieces is None:
        return
    longest = int((pieces.firsts[1:] - pieces.firsts[:-1]).max(initial=0))
    at = 0
    for chunk in chunks(pieces, _ENDS, room):
        assert chunk.first == at
        assert len(chunk.pieces) - 2 <= max(room, longest, len(pieces.ids) - int(pieces.firsts[-1]))
        assert (chunk.pieces[0], chunk.pieces[-1]) == _ENDS
        assert chunk.pieces[chunk.heads].tolist() == pieces.ids[pieces.firsts[at : at + len(chunk.heads)]].tolist()
        at += len(chunk.heads)
    assert at == len(pieces.firsts)

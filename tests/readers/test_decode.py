"""Bytes become text, or are refused."""

from __future__ import annotations

import codecs

import pytest

from extractor.errors import BinaryError, EncodingError
from extractor.readers.decode import decode

TEXT = "Café Möwe paid €5 million — “a fair price”."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str) -> None:
    assert decode(data, "a.txt") == (TEXT, encoding)


def test_other_encodings_are_guessed_by_charset_normalizer() -> None:
    text = "東京の会社は五百万円を支払ったと発表した。これは昨年の売上高を大きく上回る金額である。" * 5
    assert decode(text.encode("shift_jis"), "a.txt")[0] == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
        (b"%PDF-1.7\n...", "PDF file"),
        (b"PK\x03\x04....", "zip archive"),
        (bytes(range(256)) * 4, "control bytes"),
        (b"text\x00\x01\x02\x03with\x00noise", "control bytes"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, says: str) -> None:
    with pytest.raises(BinaryError, match=says) as caught:
        decode(data, "folder/a.txt")
    assert caught.value.message.startswith("folder/a.txt")
    assert caught.value.uri == "folder/a.txt"


def test_a_false_mark_is_an_error() -> None:
    with pytest.raises(EncodingError, match="marked as utf-8"):
        decode(codecs.BOM_UTF8 + b"\xff\xfe\xff", "a.txt")

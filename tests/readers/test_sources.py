"""Files, folders, globs and lines become articles in order; what cannot be read stands in its place as an error."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from extractor.article import Article, clean, read_date
from extractor.errors import ArticleError, EmptyError, FormatError, LineError, MissingError, PublishedError
from extractor.readers import read

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_is_read_recursively_in_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.txt", "a.md", "b/x.txt", ".hidden/y.txt", "z.docx"):
        (tmp_path / name).write_text(f"Text of {name}.")
    found = [a for a in read([str(tmp_path)]) if isinstance(a, Article)]
    assert [a.text for a in found] == ["Text of a.md.", "Text of b/x.txt.", "Text of c.txt."]
    assert [a.media_type for a in found] == ["text/markdown", "text/plain", "text/plain"]


def test_errors_stand_in_the_place_of_their_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("Three.")
    (tmp_path / "d").mkdir()
    names = ["a.txt", "b.txt", "missing.txt", "c.txt", "no*.txt", "d"]
    found = list(read([str(tmp_path / name) for name in names]))
    assert [type(a) for a in found] == [Article, EmptyError, MissingError, Article, MissingError, FormatError]
    assert all(a.uri and str(tmp_path) in str(a) for a in found if isinstance(a, ArticleError))


def test_a_glob_is_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(name)
    found = [a.text for a in read([str(tmp_path / "*.txt")]) if isinstance(a, Article)]
    assert found == ["a.txt", "b.txt"]


def test_line_ends_and_marks_are_cleaned_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffOne\r\ntwo\rthree\u00a0\u00adfour “five”\n".encode())
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert article.text == "One\ntwo\nthree\u00a0\u00adfour “five”\n"


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\t\n"])
def test_a_blank_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "blank.txt").write_text(text, encoding="utf-8")
    (error,) = read([str(tmp_path / "blank.txt")])
    assert isinstance(error, EmptyError)
    assert "blank.txt" in str(error)


def test_lines_give_articles_and_line_errors(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "x", "text": "One.", "published": "2025-05-02T10:00:00+02:00", "uri": "u", "title": "T", "other": [1]}),
        "",
        "{broken",
        '{"id": 7}',
        json.dumps({"id": "y", "text": " "}),
        json.dumps({"id": "z", "text": "Two.", "published": "soon"}),
        json.dumps({"id": 8, "text": "Three."}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    found = list(read([str(tmp_path / "a.jsonl")], date(2024, 1, 1)))
    assert [type(a) for a in found] == [Article, LineError, LineError, EmptyError, LineError, Article]
    first, last = found[0], found[-1]
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.id, first.published, first.uri, first.title) == ("x", date(2025, 5, 2), "u", "T")
    assert (last.id, last.published) == ("8", date(2024, 1, 1))
    assert "line 3" in str(found[1])


def test_two_releases_in_a_file_are_two_articles(tmp_path: Path) -> None:
    one = "LEEDS, England, March 3, 2025 /PRNewswire/ -- Ormel plc opened a depot.\n\n###\n\n"
    two = "ELM CITY, N.C., April 8, 2025 (GLOBE NEWSWIRE) -- Quellan Labs fell 4%.\n\n-30-\n"
    (tmp_path / "a.txt").write_text(one + two)
    found = [a for a in read([str(tmp_path / "a.txt")]) if isinstance(a, Article)]
    assert "".join(a.text for a in found) == one + two
    assert [a.part for a in found] == [(1, 2), (2, 2)]


@pytest.mark.parametrize("value", ["2025-02-30", "yesterday", "5/6/2025", 20250102])
def test_a_publication_date_is_iso_or_an_error(value: object) -> None:
    with pytest.raises(PublishedError):
        read_date(value)


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\ud800b") == "a\ufffd\ufffd\ufffdb"

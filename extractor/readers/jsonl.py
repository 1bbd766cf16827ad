"""JSON Lines: one object a line with `text`, and `id`, `published`, `uri`, `title`, `language` where there are any; other keys are ignored.

An object without a `uri` gets that of its line, `feed.jsonl#L3`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from extractor.article import Article, clean, read_date
from extractor.errors import ArticleError, DamagedError, EmptyError, LineError, PublishedError
from extractor.readers.blobs import LIMIT, LINE, Blob
from extractor.readers.html import is_page, page_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import IO

MEDIA_TYPE = "application/jsonl"


def lines(stream: IO[bytes], uri: str) -> Iterator[Blob | ArticleError]:
    """The lines that are not blank, each with its number in its name; an error in the place of one that is longer than any article."""
    number = 0
    while line := stream.readline(LIMIT + 1):
        number += 1
        where = f"{uri}#L{number}"
        if len(line) > LIMIT:
            message = f"{_spoken(where)}: more than the {LIMIT // 2**20} MB that are read."
            yield DamagedError(message, "Write one object a line.", uri=where)
            while line and not line.endswith(b"\n"):
                line = stream.readline(2**20)
        elif line.strip():
            yield Blob(where, LINE, line)


def _spoken(where: str) -> str:
    """`feed.jsonl#L3` in a message's words."""
    name, mark, number = where.rpartition("#L")
    return f"{name}, line {number}" if mark else where


def read_line(data: bytes, where: str, published: date | None) -> Iterator[Article]:
    """The article of one line, or of one object from elsewhere (`where` is then words for messages). `published` counts where it has none.

    Raises LineError where it is no article, EmptyError without text.
    """
    uri, where = where if "#L" in where else None, _spoken(where)
    try:
        row = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f"{where}: no JSON: {error}."
        raise LineError(message, 'Write one object a line, {"id": ..., "text": ...}.', uri=uri) from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        found = type(row).__name__ if not isinstance(row, dict) else f"`text` is {type(row.get('text')).__name__}"
        message = f"{where}: an object with a text `text` was expected, found {found}."
        raise LineError(message, 'Write one object a line, {"id": ..., "text": ...}.', article_id=_word(row, "id"), uri=uri)
    name = _word(row, "id")
    uri = _word(row, "uri") or uri
    text = clean(row["text"])
    if not text.strip():
        message = f"{where}: `text` is empty."
        raise EmptyError(message, "Leave the line out, or give its text.", article_id=name, uri=uri)
    try:
        day = read_date(row.get("published"), f"{where}: published")
    except PublishedError as error:
        raise LineError(error.message, error.advice, article_id=name, uri=uri) from error
    page = is_page(text)
    yield Article(
        text=page_text(text) if page else text,
        id=name,
        uri=uri,
        title=_word(row, "title"),
        published=day or published,
        media_type="text/html" if page else "text/plain",
        encoding="utf-8",
        language=_word(row, "language"),
    )


def _word(row: Any, key: str) -> str | None:
    value = row.get(key) if isinstance(row, dict) else None
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None

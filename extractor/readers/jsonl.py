"""JSON Lines: one object a line with `text`, and `id`, `published`, `uri`, `title`, `language` where there are any; other keys are ignored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from extractor.article import Article, clean, read_date
from extractor.errors import EmptyError, LineError, PublishedError
from extractor.readers.blobs import LINE, Blob
from extractor.readers.html import is_page, page_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

MEDIA_TYPE = "application/jsonl"


def lines(stream: Iterable[bytes], uri: str) -> Iterator[Blob]:
    """The lines that are not blank, each with its number in its name."""
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield Blob(f"{uri}, line {number}", LINE, line)


def read_line(data: bytes, where: str, published: date | None) -> Iterator[Article]:
    """The article of one line. `published` counts where it has none. Raises LineError where it is no article, EmptyError without text."""
    try:
        row = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f"{where}: no JSON: {error}."
        raise LineError(message, 'Write one object a line, {"id": ..., "text": ...}.') from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        found = type(row).__name__ if not isinstance(row, dict) else f"`text` is {type(row.get('text')).__name__}"
        message = f"{where}: an object with a text `text` was expected, found {found}."
        raise LineError(message, 'Write one object a line, {"id": ..., "text": ...}.', article_id=_word(row, "id"))
    name = _word(row, "id")
    text = clean(row["text"])
    if not text.strip():
        message = f"{where}: `text` is empty."
        raise EmptyError(message, "Leave the line out, or give its text.", article_id=name, uri=_word(row, "uri"))
    try:
        day = read_date(row.get("published"), f"{where}: published")
    except PublishedError as error:
        raise LineError(error.message, error.advice, article_id=name, uri=_word(row, "uri")) from error
    page = is_page(text)
    yield Article(
        text=page_text(text) if page else text,
        id=name,
        uri=_word(row, "uri"),
        title=_word(row, "title"),
        published=day or published,
        media_type="text/html" if page else "text/plain",
        encoding="utf-8",
        language=_word(row, "language"),
    )


def _word(row: Any, key: str) -> str | None:
    value = row.get(key) if isinstance(row, dict) else None
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None

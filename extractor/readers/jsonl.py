"""JSON Lines: one object a line with `text`, and `id`, `published`, `uri`, `title` where there are any; other keys are ignored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from extractor.article import Article, clean, read_date
from extractor.errors import ArticleError, EmptyError, LineError, PublishedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

MEDIA_TYPE = "application/jsonl"


def read_lines(lines: Iterable[bytes], uri: str, published: date | None) -> Iterator[Article | ArticleError]:
    """An article, or the error that stands for it, for each line that is not blank. `published` counts where a line has none."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{uri}, line {number}"
            try:
                yield _article(line, where, published)
            except ArticleError as error:
                error.uri = error.uri or where
                yield error


def _article(line: bytes, where: str, published: date | None) -> Article:
    try:
        row = json.loads(line.decode("utf-8-sig"))
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
    return Article(
        text=text,
        id=name,
        uri=_word(row, "uri"),
        title=_word(row, "title"),
        published=day or published,
        media_type="text/plain",
        encoding="utf-8",
    )


def _word(row: Any, key: str) -> str | None:  # noqa: ANN401 - what a line holds can be anything
    value = row.get(key) if isinstance(row, dict) else None
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None

"""Partitions of a Dask bag: texts, Articles or objects in, records as JSON gives them out (`Extractor.map_bag`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from extractor.article import Article, clean
from extractor.batch.work import ONE_AT_A_TIME, Settings, extractor_of
from extractor.errors import ArticleError
from extractor.readers.jsonl import read_line

if TYPE_CHECKING:
    from collections.abc import Iterable


def records(partition: Iterable[str | Article | dict[str, Any]], *, model: str, include_text: bool) -> list[dict[str, Any]]:
    """A record or failure for each item, in order."""
    from extractor.writers.json import plain_rows

    with ONE_AT_A_TIME:
        extractor = extractor_of(Settings(model=model, include_text=include_text))
        return list(plain_rows(extractor.extract_many(map(_article, partition))))


def _article(item: str | Article | dict[str, Any]) -> Article | ArticleError:
    if isinstance(item, Article):
        return item
    if isinstance(item, str):
        return Article(text=clean(item))
    try:
        (article,) = read_line(json.dumps(item, default=str).encode(), "an item of the bag", None)
    except ArticleError as error:
        return error
    return article

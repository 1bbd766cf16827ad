"""Plain text and Markdown: one file, one article; a file of several releases gives one article each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.article import Article, clean
from extractor.errors import EmptyError
from extractor.readers.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

MEDIA_TYPES = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body)\b", re.IGNORECASE)


def read_text(data: bytes, uri: str, media_type: str, published: date | None) -> Iterator[Article]:
    """The articles of a text file's bytes. Raises errors.ArticleError where they are no text, or empty."""
    decoded, encoding = decode(data, uri)
    text = clean(decoded)
    if not text.strip():
        message = f"{uri}: there is no text in it."
        raise EmptyError(message, "Give a file with text, or leave it out.", uri=uri)
    if _HTML.match(text):
        media_type = "text/html"
    from extractor.reading import plain
    from extractor.structure import split_releases  # the rules' rooms come with the first article

    spans = split_releases(plain(text))
    for part, span in enumerate(spans, start=1):
        several = len(spans) > 1
        yield Article(
            text=span.of(text) if several else text,
            uri=f"{uri}#{part}" if several else uri,
            part=(part, len(spans)) if several else None,
            published=published,
            media_type=media_type,
            encoding=encoding,
        )

"""Plain text and Markdown: one file, one article; a file of several releases gives one article each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.article import Article, clean
from extractor.errors import EmptyError
from extractor.readers.decode import decode
from extractor.readers.html import is_page, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

MEDIA_TYPES = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}


def read_text(data: bytes, uri: str, media_type: str, published: date | None) -> Iterator[Article]:
    """The articles of a text file's bytes. Raises errors.ArticleError where they are no text, or empty."""
    decoded, encoding = decode(data, uri)
    text = clean(decoded)
    if not text.strip():
        message = f"{uri}: there is no text in it."
        raise EmptyError(message, "Give a file with text, or leave it out.", uri=uri)
    if is_page(text):
        yield read_page(text, uri, encoding, published)
        return
    yield from releases(Article(text=text, uri=uri, published=published, media_type=media_type, encoding=encoding))


def releases(article: Article) -> Iterator[Article]:
    """The article, or one for each release in it: all metadata is theirs, `uri` gets their number."""
    from extractor.reading import plain
    from extractor.structure import split_releases  # the rules' rooms come with the first article

    spans = split_releases(plain(article.text))
    if len(spans) < 2:
        yield article
        return
    for part, span in enumerate(spans, start=1):
        yield replace(article, text=span.of(article.text), uri=f"{article.uri}#{part}", part=(part, len(spans)))

"""Saved RSS and Atom feeds by feedparser: an article for each entry, with its link, title and publication date."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from extractor.article import Article, clean, read_date
from extractor.errors import DamagedError, EmptyError, PublishedError, ReaderError
from extractor.readers.html import page_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.errors import ArticleError

_MARKUP = re.compile(r"<[a-zA-Z!/]|&[a-zA-Z#]\w*;")


def read_feed(data: bytes, uri: str, media_type: str, published: date | None) -> Iterator[Article | ArticleError]:
    """An article, or the error that stands for it, for each entry. Raises ReaderError without feedparser, DamagedError where it is no feed."""
    try:
        import feedparser
    except ImportError as error:
        message = f"{uri}: reading feeds needs feedparser ({error})."
        raise ReaderError(message, "Install it: pip install 'press-extractor[feed]'.", uri=uri) from error
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        message = f"{uri}: no entry of an RSS or Atom feed in it."
        raise DamagedError(message, "Save the feed again, or leave the file out.", uri=uri)
    for number, entry in enumerate(feed.entries, start=1):
        name = f"{uri}#{number}"
        try:
            yield _article(entry, name, media_type, feed.get("encoding"), published)
        except EmptyError as error:
            yield error


def _article(entry: Any, name: str, media_type: str, encoding: str | None, published: date | None) -> Article:
    title = " ".join(_words(entry.get("title", "")).split())
    contents = [content.get("value", "") for content in entry.get("content", [])]
    body = _words(max([*contents, entry.get("summary", "")], key=len))
    text = clean(f"{title}\n\n{body}".strip() + "\n" if title and title not in body[: len(title) + 100] else body)
    if not text.strip():
        message = f"{name}: there is no text in this entry."
        raise EmptyError(message, "Give a feed with texts, or leave it out.", uri=name, article_id=entry.get("id"))
    day = _day(entry)
    return Article(
        text=text,
        id=entry.get("id") or None,
        uri=entry.get("link") or name,
        title=title or None,
        published=day or published,
        published_origin="metadata" if day else "given",
        media_type=media_type,
        encoding=encoding,
        language=entry.get("language") or None,
    )


def _words(markup: str) -> str:
    return page_text(markup) if _MARKUP.search(markup) else markup


def _day(entry: Any) -> date | None:
    """The day as the feed wrote it, in its own time zone; feedparser's parsed time (UTC) where that fails."""
    written = entry.get("published") or entry.get("updated")
    if not written:
        return None
    try:
        return read_date(written)
    except PublishedError:
        pass
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError):
        parsed = entry.get("published_parsed") or entry.get("updated_parsed")
        return date(*parsed[:3]) if parsed else None

"""Word files (.docx) by python-docx: paragraphs and tables in order, title from the core properties. Dates of editing are no dates of publication."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from extractor.article import Article, clean
from extractor.errors import DamagedError, EmptyError, ReaderError
from extractor.readers.text import releases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, uri: str, published: date | None) -> Iterator[Article]:
    """The articles of a Word file's bytes. Raises ReaderError without python-docx, DamagedError or EmptyError where there is no text to be had."""
    try:
        import docx
    except ImportError as error:
        message = f"{uri}: reading Word files needs python-docx ({error})."
        raise ReaderError(message, "Install it: pip install 'press-extractor[docx]'.", uri=uri) from error
    try:
        document = docx.Document(io.BytesIO(data))
        text = clean("\n\n".join(_blocks(document)) + "\n")
        title = document.core_properties.title
    except Exception as error:
        # zipfile, lxml and python-docx each have their own exceptions for a damaged file.
        message = f"{uri}: the Word file cannot be read: {type(error).__name__}: {str(error)[:200]}"
        raise DamagedError(message, "Open it in Word and save it again; an encrypted or old .doc file is none.", uri=uri) from error
    if not text.strip():
        message = f"{uri}: there is no text in it."
        raise EmptyError(message, "Give a file with text, or leave it out.", uri=uri)
    yield from releases(Article(text=text, uri=uri, title=title or None, published=published, media_type=MEDIA_TYPE))


def _blocks(document: Any) -> Iterator[str]:
    """Paragraphs, and tables with a row a line and cells between pipes."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield "\n".join(" | ".join(" ".join(cell.text.split()) for cell in row.cells) for row in block.rows)
        elif block.text.strip():
            style = (block.style.name or "") if block.style is not None else ""
            yield f"- {block.text}" if style.startswith("List Bullet") else block.text

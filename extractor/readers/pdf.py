"""PDF with a text layer, by pypdf: pages in order, title from its metadata. The file's date of creation is no date of publication and is left alone."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from extractor.article import Article, clean
from extractor.errors import DamagedError, EmptyError, ReaderError
from extractor.readers.text import releases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, uri: str, published: date | None) -> Iterator[Article]:
    """The articles of a PDF file's bytes. Raises ReaderError without pypdf, DamagedError or EmptyError where there is no text to be had."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        message = f"{uri}: reading PDF needs pypdf ({error})."
        raise ReaderError(message, "Install it: pip install 'press-extractor[pdf]'.", uri=uri) from error
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it tells every oddity of a file that it can read all the same
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            message = f"{uri}: the PDF file is encrypted."
            raise DamagedError(message, "Save it without a password.", uri=uri)  # noqa: TRY301 - the next branch lets it through
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except DamagedError:
        raise
    except Exception as error:
        # pypdf meets damaged files with many kinds of exceptions, builtin ones too.
        message = f"{uri}: the PDF file cannot be read: {type(error).__name__}: {str(error)[:200]}"
        raise DamagedError(message, "Open it in a viewer and save it again.", uri=uri) from error
    text = clean("\n\n".join(page.strip("\n") for page in pages if page.strip()) + "\n")
    if not text.strip():
        message = f"{uri}: the PDF file has no text layer ({len(pages)} pages)."
        raise EmptyError(message, "Run text recognition (OCR) on it first.", uri=uri)
    yield from releases(Article(text=text, uri=uri, title=str(title) if title else None, published=published, media_type=MEDIA_TYPE))

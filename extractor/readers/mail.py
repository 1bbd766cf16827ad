"""E-mail (.eml, RFC 5322) by the standard library: the text part, else the HTML part; Subject, Date and Message-ID are its metadata."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from extractor.article import Article, clean
from extractor.errors import DamagedError, EmptyError
from extractor.readers.decode import decode
from extractor.readers.html import read_page
from extractor.readers.text import releases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from email.message import EmailMessage, MIMEPart

MEDIA_TYPE = "message/rfc822"


def read_mail(data: bytes, uri: str, published: date | None) -> Iterator[Article]:
    """The articles of a message's bytes. Raises DamagedError where it is no message, EmptyError without text."""
    from dataclasses import replace

    message: EmailMessage = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        said = f"{uri}: not an e-mail: it has no headers."
        raise DamagedError(said, "Save the message as .eml, with its headers.", uri=uri)
    part = message.get_body(preferencelist=("plain", "html"))
    text, encoding = _content(part, uri) if part is not None else ("", "utf-8")
    if not text.strip():
        said = f"{uri}: there is no text in this e-mail."
        raise EmptyError(said, "Give a message with a text or HTML part; attachments are not read.", uri=uri)
    article = Article(text=text, uri=uri, encoding=encoding)
    if part is not None and part.get_content_type() == "text/html":
        article = read_page(text, uri, encoding, None)
    day = _day(message)
    article = replace(
        article,
        id=_header(message, "Message-ID"),
        title=_header(message, "Subject"),
        published=day or published,
        published_origin="metadata" if day else "given",
        media_type=MEDIA_TYPE,
    )
    yield from releases(article)


def _content(part: MIMEPart, uri: str) -> tuple[str, str]:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset and charset not in {"us-ascii", "utf-8"}:
        try:
            return clean(data.decode(charset)), charset
        except (LookupError, UnicodeDecodeError):
            pass  # what the header says is not so: the bytes tell
    text, encoding = decode(data, uri)
    return clean(text), encoding


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = str(message.get(name, ""))
    except (ValueError, IndexError, TypeError):  # a header that the library itself cannot parse
        return None
    return " ".join(clean(value).split()) or None


def _day(message: EmailMessage) -> date | None:
    """The day as the sender wrote it, in his time zone."""
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date()
    except (ValueError, TypeError, IndexError):
        return None

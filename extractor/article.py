"""`Article`: one text on its way in, with what its source says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from extractor.errors import EmptyError, PublishedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. `text` is what the reader decoded, line feeds as line ends, without a BOM, and otherwise as it came."""

    text: str
    id: str | None = None
    uri: str | None = None
    title: str | None = None
    published: date | None = None
    published_origin: Literal["given", "metadata"] = "given"
    media_type: str | None = None
    encoding: str | None = None
    language: str | None = None
    part: tuple[int, int] | None = None  # 2 of 3, where a file held several releases
    repaired: bool = False  # the text was double-encoded and has been mended

    def checked(self) -> Article:
        """The article itself. Raises EmptyError where it has no text."""
        if not self.text.strip():
            name = self.uri or self.id or "the article"
            message = f"{name}: there is no text in it."
            raise EmptyError(message, "Give a file with text, or leave it out.", uri=self.uri, article_id=self.id)
        return self


def clean(text: str) -> str:
    """Line feeds as line ends, no BOM, no lone surrogates (which no UTF-8 output can carry); nothing else is changed."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return text


def read_date(value: object, what: str = "--published") -> date | None:
    """An ISO 8601 date or timestamp (its day, as written), or None where there is none.

    Raises PublishedError where it is neither.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    message = f"{what}: {value!r} is no date."
    raise PublishedError(message, "Give it as 2024-05-31.")

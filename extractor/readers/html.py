"""HTML: the article's text by trafilatura, without menus and footers; title, language and publication date from the page's metadata."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from extractor.article import Article, clean, read_date
from extractor.errors import DamagedError, EmptyError, PublishedError, ReaderError
from extractor.readers.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

MEDIA_TYPE = "text/html"
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)?(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body)\b", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
# Paragraphs come one a line; rows and items of a list belong together.
_BETWEEN = re.compile(r"\n(?![|-])|(?<=[^|\s])\n(?=\|)|(?<=\S)\n(?=- )")

# Accounts on web pages set "$", "(" and ")", "%" in cells of their own: a sign belongs to its number's cell, and the columns stay where they are.
_SIGN_CELL = re.compile(r"(?<=[|\t])( *)([$€£¥])( *\| *|[ \t]*\t *)(?=\(?[\d.])")
_CLOSING_CELL = re.compile(r"(?<![\d.,])(\(?[\d.,]{1,20})( *\| *| *\t+)(\)%?|%)(?= *(?:[|\t\n]|\Z))")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def is_page(text: str) -> bool:
    """Whether a text is an HTML page, whatever its file's name says."""
    return bool(_PAGE.match(text))


def read_html(data: bytes, uri: str, published: date | None) -> Iterator[Article]:
    """The article of a page's bytes. Raises errors.ArticleError where they are no text or hold no article."""
    declared = _CHARSET.search(data[:4096])
    text, encoding = _declared(data, declared[1].decode("ascii")) if declared else (None, "")
    if text is None:
        text, encoding = decode(data, uri)
    yield read_page(clean(text), uri, encoding, published)


def read_page(page: str, uri: str, encoding: str, published: date | None) -> Article:
    """The article of a page. Its own publication date goes before `published`. Raises ReaderError without trafilatura, EmptyError without text."""
    document = _document(page, uri)
    words = _paragraphs(document.text or "") if document is not None else ""
    words = words if len(words) >= 25 else page_text(page)
    if not words.strip():
        message = f"{uri}: there is no text in this page."
        raise EmptyError(message, "Give a page with an article, or leave it out.", uri=uri)
    title = document.title if document is not None else None
    if title and title not in words[: len(title) + 200]:
        words = f"{title}\n\n{words}"
    day = _day(document.date if document is not None else None)
    language = _LANGUAGE.search(page[:4096])
    return Article(
        text=clean(words),
        uri=uri,
        title=title,
        published=day or published,
        published_origin="metadata" if day else "given",
        media_type=MEDIA_TYPE,
        encoding=encoding,
        language=language[1].lower() if language else None,
    )


def page_text(markup: str) -> str:
    """All words of a page or a piece of HTML that a reader sees, a paragraph a block; by the standard library."""
    parser = _Words()
    parser.feed(markup)
    parser.close()
    lines = (_bare(re.sub(" {2,}", " ", line)) for line in "".join(parser.pieces).split("\n"))
    return _whole_cells(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(" \n")) + "\n"


def _bare(line: str) -> str:
    """The line without white space around it; a row that begins with an empty cell keeps the tabs that say so."""
    words = line.strip()
    return line.rstrip().lstrip(" ") if "\t" in words and line.lstrip(" ").startswith("\t\t") else words


def _whole_cells(text: str) -> str:
    """The text with the signs of its tables' numbers in the numbers' cells: "| $ | (20.4 | ) |" is "|  | $ (20.4) |  |"."""
    return _CLOSING_CELL.sub(_closed, _SIGN_CELL.sub(r"\1\3 \2 ", text))


def _closed(match: re.Match[str]) -> str:
    number, gap, sign = match.groups()
    return match[0] if _YEAR.match(number) or (sign[0] == ")") != (number[0] == "(") else f"{number}{sign}{gap}"


def _document(page: str, uri: str) -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        message = f"{uri}: reading HTML needs trafilatura ({error})."
        raise ReaderError(message, "Install it: pip install 'press-extractor[html]'.", uri=uri) from error
    # No search for dates in the text, which would guess, and a fixed limit: htmldate's own is today.
    dates = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}
    try:
        return bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dates)
    except Exception as error:
        message = f"{uri}: the page cannot be read: {type(error).__name__}: {str(error)[:200]}"
        raise DamagedError(message, "Save it again.", uri=uri) from error


def _paragraphs(text: str) -> str:
    return _whole_cells(_BETWEEN.sub("\n\n", text.strip())) + "\n"


def _declared(data: bytes, charset: str) -> tuple[str | None, str]:
    try:
        # Browsers read Latin-1 as Windows-1252 (WHATWG Encoding Standard).
        codec = "cp1252" if charset.lower() in {"iso-8859-1", "latin1", "ascii", "us-ascii"} else charset.lower()
        return data.decode(codec), codec
    except (LookupError, UnicodeDecodeError):
        return None, ""


def _day(value: str | None) -> date | None:
    try:
        return read_date(value, "the page's date")
    except PublishedError:
        return None


class _Words(HTMLParser):
    """Collects what a reader sees."""

    _SILENT = frozenset({"script", "style", "head", "noscript", "template", "svg", "iframe"})
    _BLOCKS = frozenset(
        {
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "table",
            "section",
            "article",
            "blockquote",
            "header",
            "footer",
            "pre",
            "figure",
        }
    )
    _ROWS = frozenset({"br", "li", "tr", "dt", "dd", "option"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what opens."""
        del attrs
        if tag in self._SILENT:
            self._silent += 1
        self._mark(tag)
        if tag == "li" and not self._silent:
            self.pieces.append("- ")

    def handle_endtag(self, tag: str) -> None:
        """Notes what closes."""
        if tag in self._SILENT:
            self._silent = max(0, self._silent - 1)
        if tag != "tr":  # the next row or the table's end breaks the line: rows stand together
            self._mark(tag)

    def handle_data(self, data: str) -> None:
        """Takes words, with line ends as spaces: in HTML they mean nothing else."""
        if not self._silent:
            self.pieces.append(re.sub(r"[ \t\n]+", " ", data))

    def _mark(self, tag: str) -> None:
        if self._silent:
            return
        if tag in self._BLOCKS:
            self.pieces.append("\n\n")
        elif tag in self._ROWS:
            self.pieces.append("\n")
        elif tag in {"td", "th"}:
            self.pieces.append("\t")

"""Finds the inputs behind what the user named: files, folders, globs, archives, URLs and `-`; and gives each to its reader.

Two steps, so that another process can do the second: `blobs` finds and loads bytes, `parse` makes articles of them.
"""

from __future__ import annotations

import glob
import io
import os
import sys
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from extractor.article import Article
from extractor.errors import ArticleError, DamagedError, FormatError, MissingError
from extractor.readers.blobs import LINE, Blob
from extractor.readers.jsonl import lines, read_line
from extractor.readers.remote import find_remote, is_url, open_remote
from extractor.readers.text import MEDIA_TYPES, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

LINES = {".jsonl", ".ndjson"}
FEEDS = {".rss": "application/rss+xml", ".atom": "application/atom+xml", ".xml": "application/xml"}
# Ending -> module and function of its reader; loaded with the first file of its kind.
_READERS = {
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".xhtml": ("html", "read_html"),
    ".pdf": ("pdf", "read_pdf"),
    ".docx": ("docx", "read_docx"),
    ".eml": ("mail", "read_mail"),
}
_PACKED = {".gz", ".tgz", ".zip", ".tar"}
SUFFIXES = frozenset(MEDIA_TYPES) | LINES | frozenset(_READERS) | frozenset(FEEDS) | _PACKED
STDIN = "-"


def read(
    inputs: Iterable[str], published: date | None = None, *, repair: bool = False, output: str | None = None
) -> Iterator[Article | ArticleError]:
    """Articles and errors in the order of the inputs; a folder's and a glob's files in the order of their names.

    `repair` mends double-encoded texts. What lies at `output` or below it is left out of folders and globs: it was written by an earlier run.
    Raises NotInstalledError where `repair` is asked for and ftfy is not there.
    """
    for blob in blobs(inputs, output):
        if isinstance(blob, ArticleError):
            yield blob
        else:
            yield from parse(blob, published, repair=repair)


def blobs(inputs: Iterable[str], output: str | None = None) -> Iterator[Blob | ArticleError]:
    """The bytes behind the inputs, in order, loaded one after the other; `output` as in `read`."""
    for name in inputs:
        if name == STDIN:
            yield from _standard_input()
            continue
        try:
            paths = find(name)
        except ArticleError as error:
            yield error
            continue
        for path in paths:
            if path == name or not is_output(path, output):
                yield from load(path)


def is_output(path: str, output: str | None) -> bool:
    """Whether a file that was found is `output` or lies below it."""
    if output is None or is_url(path):
        return False
    file, place = os.path.realpath(path), os.path.realpath(output)
    return file == place or file.startswith(place + os.sep)


def parse(blob: Blob, published: date | None = None, *, repair: bool = False) -> Iterator[Article | ArticleError]:
    """The articles in some bytes, and errors in the place of those that cannot be read."""
    try:
        for article in _parsed(blob, published):
            yield _repaired(article) if repair and isinstance(article, Article) else article
    except ArticleError as error:
        error.uri = error.uri or blob.uri
        yield error


def find(name: str) -> list[str]:
    """The files behind a name, sorted where there are several. A file named outright counts whatever its ending.

    Raises MissingError where there is none, FormatError where a folder holds no file that a reader takes.
    """
    if is_url(name):
        return find_remote(name, takes)
    uri = _shown(name)
    # os.path answers where pathlib raises: a name may be longer than any file's.
    if name and os.path.isdir(name):  # noqa: PTH112
        files = in_folder(Path(name))
        if not files:
            message = f"{uri}: no article in this folder."
            raise FormatError(message, f"Files that are read: {', '.join(sorted(SUFFIXES))}.", uri=uri)
        return files
    if os.path.exists(name):  # noqa: PTH110
        return [name]
    if any(c in name for c in "*?["):
        files = sorted(p for p in glob.glob(name, recursive=True) if Path(p).is_file())  # noqa: PTH207 - names stay as they were given
        if files:
            return files
        message = f"{uri}: no file matches."
        raise MissingError(message, "Look at the pattern and the folder it is run in.", uri=uri)
    message = f"{uri}: no such file." if name else "A file without a name was asked for."
    raise MissingError(message, "Look at the name and the folder it is run in.", uri=uri or None)


def in_folder(folder: Path) -> list[str]:
    """The files in a folder and those below it that a reader takes, sorted; hidden ones are left out."""
    return sorted(str(p) for p in folder.rglob("*") if takes(p.name) and p.is_file() and not _hidden(p, folder))


def takes(name: str) -> bool:
    """Whether a file's ending is one that a reader takes; `.gz` counts by what stands before it."""
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    if suffix == ".gz":
        return path.with_suffix("").suffix.lower() in SUFFIXES - {".gz", ".tgz", ".zip"}
    return suffix in SUFFIXES


def is_lines(name: str) -> bool:
    """Whether a name stands for a file of many articles, rather than one."""
    lower = name.lower().removesuffix(".gz")
    return PurePosixPath(lower).suffix in LINES | set(FEEDS) | _PACKED or lower != name.lower().removesuffix(".tgz")


def load(name: str) -> Iterator[Blob | ArticleError]:
    """The blobs in one file: itself, its lines, or its members."""
    uri = _shown(name)
    try:
        with open_remote(name) if is_url(name) else Path(name).open("rb") as stream:
            yield from _loaded(stream, uri)
    except OSError as error:
        message = f"{uri}: cannot be read: {error.strerror or error}."
        yield MissingError(message, "Look at the file and its permissions.", uri=uri)
    except ArticleError as error:
        yield error


def _loaded(stream: IO[bytes], uri: str) -> Iterator[Blob | ArticleError]:
    from extractor.readers.archives import is_archive, limited, members, unzipped

    path = PurePosixPath(uri)
    suffix = path.suffix.lower()
    if is_archive(uri):
        for blob in members(stream, uri, takes):
            yield from _inner(blob) if isinstance(blob, Blob) else [blob]
        return
    packed = suffix == ".gz"
    if packed:
        stream, suffix = unzipped(stream), path.with_suffix("").suffix.lower()
    try:
        if suffix in LINES:
            yield from lines(stream, uri)
        else:
            yield Blob(uri, suffix, limited(stream, uri))
    except (OSError, EOFError, ValueError) as error:
        if not packed:
            raise
        message = f"{uri}: cannot be unpacked: {error}."
        yield DamagedError(message, "Make the file again.", uri=uri)


def _inner(blob: Blob) -> Iterator[Blob | ArticleError]:
    """A member of an archive: an archive in it is not opened, lines are taken apart, `.gz` is unpacked."""
    if blob.kind in LINES:
        yield from lines(io.BytesIO(blob.data), blob.uri)
    elif blob.kind == ".gz":
        yield from _loaded(io.BytesIO(blob.data), blob.uri)
    elif blob.kind in _PACKED:
        message = f"{blob.uri}: an archive inside an archive is not opened."
        yield FormatError(message, "Unpack the outer one.", uri=blob.uri)
    else:
        yield blob


def _parsed(blob: Blob, published: date | None) -> Iterator[Article | ArticleError]:
    if blob.kind == LINE:
        return read_line(blob.data, blob.uri, published)
    if blob.kind in FEEDS:
        from extractor.readers.feed import read_feed

        return read_feed(blob.data, blob.uri, FEEDS[blob.kind], published)
    if blob.kind in _READERS:
        module, function = _READERS[blob.kind]
        reader = getattr(import_module(f"extractor.readers.{module}"), function)
        articles: Iterator[Article] = reader(blob.data, blob.uri, published)
        return articles
    return read_text(blob.data, blob.uri, MEDIA_TYPES.get(blob.kind, "text/plain"), published)


def _repaired(article: Article) -> Article:
    from dataclasses import replace

    from extractor.mojibake import looks_double_encoded, repair

    if not looks_double_encoded(article.text):
        return article
    text = repair(article.text)
    return replace(article, text=text, repaired=True) if text != article.text else article


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _shown(name: str) -> str:
    """The name as UTF-8 text: under an ASCII locale Python hands over bytes in disguise (PEP 383), which no JSON can carry."""
    return os.fsencode(name).decode("utf-8", "replace")


def _standard_input() -> Iterator[Blob | ArticleError]:
    """JSON Lines where the first character is `{`, else one text."""
    from extractor.readers.archives import limited

    try:
        if sys.stdin is None:
            raise MissingError("<stdin>: standard input is closed.", "Give it a text, or name files.", uri="<stdin>")
        data = limited(sys.stdin.buffer, "<stdin>")
    except ArticleError as error:
        yield error
        return
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from lines(io.BytesIO(data), "<stdin>")
    else:
        yield Blob("<stdin>", ".txt", data)

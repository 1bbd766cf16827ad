"""Finds the inputs behind what the user named: files, folders, globs and `-`; and gives each to its reader."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import ArticleError, FormatError, MissingError
from extractor.readers.jsonl import read_lines
from extractor.readers.text import MEDIA_TYPES, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from extractor.article import Article

LINES = {".jsonl", ".ndjson"}
SUFFIXES = frozenset(MEDIA_TYPES) | LINES
STDIN = "-"


def read(inputs: Iterable[str], published: date | None = None) -> Iterator[Article | ArticleError]:
    """Articles and errors in the order of the inputs; a folder's and a glob's files in the order of their names."""
    for name in inputs:
        if name == STDIN:
            yield from _standard_input(published)
            continue
        try:
            paths = find(name)
        except ArticleError as error:
            yield error
            continue
        for path in paths:
            yield from _file(path, published)


def find(name: str) -> list[str]:
    """The files behind a name, sorted where there are several. A file named outright counts whatever its ending.

    Raises MissingError where there is none, FormatError where a folder holds no file that a reader takes.
    """
    path = Path(name)
    if path.is_dir():
        files = sorted(str(p) for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file() and not _hidden(p, path))
        if not files:
            message = f"{name}: no article in this folder."
            raise FormatError(message, f"Files that are read: {', '.join(sorted(SUFFIXES))}.", uri=name)
        return files
    if path.exists():
        return [name]
    if any(c in name for c in "*?["):
        files = sorted(p for p in glob.glob(name, recursive=True) if Path(p).is_file())
        if files:
            return files
        message = f"{name}: no file matches."
        raise MissingError(message, "Look at the pattern and the folder it is run in.", uri=name)
    message = f"{name}: no such file."
    raise MissingError(message, "Look at the name and the folder it is run in.", uri=name)


def is_lines(name: str) -> bool:
    """Whether a name stands for a file of many articles."""
    return Path(name).suffix.lower() in LINES


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _file(name: str, published: date | None) -> Iterator[Article | ArticleError]:
    path, uri = Path(name), _shown(name)
    suffix = path.suffix.lower()
    try:
        if suffix in LINES:
            with path.open("rb") as lines:
                yield from read_lines(lines, uri, published)
        else:
            yield from read_text(path.read_bytes(), uri, MEDIA_TYPES.get(suffix, "text/plain"), published)
    except OSError as error:
        message = f"{uri}: cannot be read: {error.strerror or error}."
        yield MissingError(message, "Look at the file and its permissions.", uri=uri)
    except ArticleError as error:
        yield error


def _shown(name: str) -> str:
    """The name as UTF-8 text: under an ASCII locale Python hands over bytes in disguise (PEP 383), which no JSON can carry."""
    return os.fsencode(name).decode("utf-8", "replace")


def _standard_input(published: date | None) -> Iterator[Article | ArticleError]:
    """JSON Lines where the first character is `{`, else one text."""
    data = sys.stdin.buffer.read()
    try:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from read_lines(data.splitlines(), "<stdin>", published)
        else:
            yield from read_text(data, "<stdin>", "text/plain", published)
    except ArticleError as error:
        yield error

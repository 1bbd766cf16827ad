""".gz, .zip, .tar and .tar.gz: the files in them, in the archive's order. Nothing is unpacked to disk."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, cast

from extractor.errors import ArticleError, DamagedError, FormatError
from extractor.readers.blobs import LIMIT, Blob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAMAGE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError, RuntimeError, NotImplementedError, ValueError)


def is_archive(name: str) -> bool:
    """Whether a name's ending is one of an archive of many files."""
    return name.lower().endswith((".zip", ".tar", ".tar.gz", ".tgz"))


def unzipped(stream: IO[bytes]) -> IO[bytes]:
    """The bytes behind a .gz, as a stream."""
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))


def members(stream: IO[bytes], uri: str, takes: Callable[[str], bool]) -> Iterator[Blob | ArticleError]:
    """The members that a reader takes, named `archive.zip/member.txt`; errors in the place of what cannot be read."""
    some = False
    try:
        for name, opened, size in (_zip if uri.lower().endswith(".zip") else _tar)(stream):
            if not takes(name):
                continue
            some = True
            where = f"{uri}/{name}"
            try:
                if size > LIMIT:
                    message = f"{where}: {size // 2**20} MB unpacked, more than the {LIMIT // 2**20} MB that are read."
                    raise DamagedError(message, "Split the file.", uri=where)
                yield Blob(where, PurePosixPath(name).suffix.lower(), limited(opened(), where))
            except _DAMAGE as error:
                message = f"{where}: cannot be unpacked: {error}."
                yield DamagedError(message, "Make the archive again, without a password.", uri=where)
            except ArticleError as error:
                yield error
    except _DAMAGE as error:
        message = f"{uri}: the archive cannot be read: {error}."
        yield DamagedError(message, "Make the archive again.", uri=uri)
        return
    if not some:
        message = f"{uri}: no article in this archive."
        yield FormatError(message, "See --help for the kinds of files that are read.", uri=uri)


def limited(stream: IO[bytes], uri: str) -> bytes:
    """All bytes of a stream. Raises DamagedError where there are more than LIMIT, whatever the archive says about its sizes."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        message = f"{uri}: more than the {LIMIT // 2**20} MB that are read."
        raise DamagedError(message, "Split the file.", uri=uri)
    return data


def _zip(stream: IO[bytes]) -> Iterator[tuple[str, Callable[[], IO[bytes]], int]]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, lambda info=info: archive.open(info), info.file_size  # type: ignore[misc]


def _tar(stream: IO[bytes]) -> Iterator[tuple[str, Callable[[], IO[bytes]], int]]:
    with tarfile.open(fileobj=stream, mode="r|*") as archive:
        for info in archive:
            if info.isfile():
                yield info.name, lambda info=info: archive.extractfile(info) or io.BytesIO(), info.size  # type: ignore[misc]

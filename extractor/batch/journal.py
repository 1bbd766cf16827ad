"""The journal: an SQLite file (WAL) with the finished results of each input, keyed by its name, content, and what would make the record.

What is in it is not done again; failures are not in it, so they are. A killed run loses at most the last half second. One run at a time has it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zlib
from typing import TYPE_CHECKING, Self, TypeVar

from extractor.batch.work import Result
from extractor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from extractor.readers.blobs import Blob

T = TypeVar("T")
COMMIT = 0.5  # seconds


def key_of(blob: Blob, settings: bytes) -> bytes:
    """The key of some bytes under some settings (`work.Settings.digest`)."""
    digest = hashlib.sha256(settings)
    for part in (blob.uri.encode(), blob.kind.encode(), blob.data):
        digest.update(f"{len(part)}\n".encode())
        digest.update(part)
    return digest.digest()


class Journal:
    """Opened at the start and closed at the end of a run. Raises OutputError where the file cannot be written or another run has it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._last = time.monotonic()
        self._connection = self._try(lambda: sqlite3.connect(path, isolation_level=None, timeout=1))
        self._try(self._open)

    def get(self, key: bytes) -> list[Result] | None:
        """The results under a key, or None."""
        row = self._try(lambda: self._connection.execute("SELECT results FROM done WHERE key = ?", (key,)).fetchone())
        return None if row is None else [Result(*item) for item in json.loads(zlib.decompress(row[0]))]

    def put(self, key: bytes, results: list[Result]) -> None:
        """Keeps results, unless one of them is a failure."""
        if any(result.code for result in results):
            return
        packed = zlib.compress(json.dumps(results).encode(), 1)
        self._try(lambda: self._connection.execute("INSERT OR REPLACE INTO done VALUES (?, ?)", (key, packed)))
        if time.monotonic() - self._last > COMMIT:
            self.commit()

    def commit(self) -> None:
        """Makes sure of what was put."""
        self._try(lambda: self._connection.execute("COMMIT"))
        self._try(lambda: self._connection.execute("BEGIN"))
        self._last = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            if error is None:
                raise OutputError(f"{self._path}: cannot be written.", "Make room, and run the same command again.") from None
        finally:
            self._connection.close()

    def _open(self) -> None:
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("CREATE TABLE IF NOT EXISTS done (key BLOB PRIMARY KEY, results BLOB NOT NULL)")
        self._connection.execute("BEGIN IMMEDIATE")

    def _try(self, action: Callable[[], T]) -> T:
        try:
            return action()
        except sqlite3.Error as error:
            if "locked" in str(error):
                raise OutputError(
                    f"{self._path}: another run is using this journal.", "Wait for it, or name another with --journal."
                ) from error
            message = f"{self._path}: the journal cannot be used: {error}."
            raise OutputError(message, "Make room or choose another place with --journal.") from error

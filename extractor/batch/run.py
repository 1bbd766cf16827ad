"""One batch: inputs past the journal to the workers, and results in the order of the inputs to where they go."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from extractor.batch.journal import Journal, key_of
from extractor.batch.work import Result, Settings, failed
from extractor.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from extractor.batch.pool import Item
    from extractor.readers.blobs import Blob

WINDOW = 4096  # inputs between the first unfinished and the last begun: the bound of what is kept in memory, with BYTES
BYTES = 64 * 2**20
GRACE = 5.0  # seconds for what is at work when a watched folder is left


class Workers(Protocol):
    """Where the work is done: `pool.Pool` or `cluster.Cluster`."""

    @property
    def full(self) -> bool:
        """Whether there is enough to do for now."""

    def submit(self, chunk: list[Item]) -> None:
        """Takes a chunk."""

    def step(self, timeout: float = 1.0) -> list[tuple[int, list[Result]]]:
        """What was finished."""


@dataclass
class Summary:
    """What became of the articles: records + failures + duplicates = articles."""

    records: int = 0
    failures: int = 0
    duplicates: int = 0
    known: int = 0  # of these, from the journal

    @property
    def articles(self) -> int:
        """All of them."""
        return self.records + self.failures + self.duplicates

    def __str__(self) -> str:
        words = f"{self.records} records + {self.failures} failures"
        words += f" + {self.duplicates} duplicates" if self.duplicates else ""
        return f"{words} = {self.articles} articles" + (f" ({self.known} from the journal)" if self.known else "")


@dataclass
class _Slot:
    size: int
    key: bytes | None = None
    results: list[Result] | None = None
    known: bool = False


class Batch:
    """Takes blobs, gives results in their order to `write`; `tell` hears of failures. Chunks are `chunk` blobs or 256 kB.

    `show` is called where the blobs make a pause: what was written until then should be seen.
    """

    def __init__(
        self,
        settings: Settings,
        workers: Workers,
        journal: Journal | None,
        write: Callable[[Result], None],
        *,
        chunk: int = 16,
        skip_duplicates: bool = False,
        tell: Callable[[Result], None] | None = None,
        show: Callable[[], None] | None = None,
    ) -> None:
        self.summary = Summary()
        self._digest = settings.digest()
        self._workers = workers
        self._journal = journal
        self._write = write
        self._chunk_size = chunk
        self._seen: set[str] | None = set() if skip_duplicates else None
        self._tell = tell
        self._show = show
        self._slots: deque[_Slot] = deque()
        self._first = 0  # the number of the first slot
        self._bytes = 0
        self._open: list[Item] = []
        self._open_bytes = 0

    def run(self, blobs: Iterable[Blob | ArticleError | None], *, endless: bool = False) -> Summary:
        """Everything, to the end; None among the blobs is a pause. Where they are `endless` and end all the same, nothing waits long for the rest.

        Raises OutputError and ConfigurationError.
        """
        for blob in blobs:
            if blob is None:
                self._pause()
                continue
            self._take(blob)
            self._emit()
            while self._workers.full or len(self._slots) > WINDOW or self._bytes > BYTES:
                self._send()
                self._collect()
        self._send()
        until = time.monotonic() + GRACE
        while self._slots and (not endless or time.monotonic() < until):
            self._collect()
        return self.summary

    def _pause(self) -> None:
        self._send()
        if self._slots:
            self._collect()
        if self._journal:
            self._journal.commit()  # what can be seen is remembered
        if self._show:
            self._show()

    def _take(self, blob: Blob | ArticleError) -> None:
        if isinstance(blob, ArticleError):
            self._slots.append(_Slot(0, results=[failed(blob)]))
            return
        key = key_of(blob, self._digest) if self._journal else None
        known = self._journal.get(key) if self._journal and key else None
        self._slots.append(_Slot(len(blob.data), key, known, known=known is not None))
        self._bytes += len(blob.data)
        if known is None:
            self._open.append((self._first + len(self._slots) - 1, blob))
            self._open_bytes += len(blob.data)
            if len(self._open) >= self._chunk_size or self._open_bytes > 2**18:
                self._send()

    def _send(self) -> None:
        if self._open:
            self._workers.submit(self._open)
            self._open, self._open_bytes = [], 0

    def _collect(self) -> None:
        for number, results in self._workers.step():
            slot = self._slots[number - self._first]
            slot.results = results
            if self._journal and slot.key:
                self._journal.put(slot.key, results)
        self._emit()

    def _emit(self) -> None:
        while self._slots and self._slots[0].results is not None:
            slot = self._slots.popleft()
            self._first += 1
            self._bytes -= slot.size
            for result in slot.results or ():
                self._give(result, known=slot.known)

    def _give(self, result: Result, *, known: bool) -> None:
        self.summary.known += known
        if result.code:
            self.summary.failures += 1
            if self._tell:
                self._tell(result)
        elif self._seen is not None and result.fingerprint:
            if result.fingerprint in self._seen:
                self.summary.duplicates += 1
                return
            self._seen.add(result.fingerprint)
            self.summary.records += 1
        else:
            self.summary.records += 1
        self._write(result)

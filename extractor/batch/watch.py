"""A folder that is watched: files are taken as they come, when they have stood still for a second."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.readers.sources import in_folder, is_output, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.errors import ArticleError
    from extractor.readers.blobs import Blob

# Names of events differ between systems, and network folders send none: the folder is looked through.
EVERY = 0.25  # seconds between two looks; longer where a look takes long
STILL = 1.0  # seconds without a change: whoever writes the file is done with it

_Stamp = tuple[int, int]  # size and time of change


class Watch:
    """The blobs of a folder's files, in rounds: first what is there, then what is new or was changed. None stands between two rounds.

    What lies at `output` or below it is left out. `stop` ends it.
    """

    def __init__(self, folder: str, output: str | None = None) -> None:
        self._folder = Path(folder)
        self._output = output
        self._stopped = False
        self._taken: dict[str, _Stamp] = {}
        self._seen: dict[str, tuple[_Stamp, float]] = {}

    def stop(self) -> None:
        """No more files are taken. May be called by a signal's handler."""
        self._stopped = True

    def stopped(self) -> bool:
        """Whether it was stopped."""
        return self._stopped

    def __iter__(self) -> Iterator[Blob | ArticleError | None]:
        while not self.stopped():
            begun = time.monotonic()
            for path in self._settled(begun):
                for blob in load(path):
                    if self.stopped():
                        return
                    yield blob
            yield None
            wake = time.monotonic() + max(EVERY, 4 * (time.monotonic() - begun))
            while not self.stopped() and time.monotonic() < wake:
                time.sleep(EVERY)

    def _settled(self, now: float) -> list[str]:
        """The files that are to be taken in this round."""
        taken: dict[str, _Stamp] = {}
        seen: dict[str, tuple[_Stamp, float]] = {}
        settled: list[str] = []
        for path in in_folder(self._folder):
            stamp = _stamp(path)
            if stamp is None or is_output(path, self._output):
                continue
            if self._taken.get(path) == stamp:
                taken[path] = stamp
                continue
            before, since = self._seen.get(path, (stamp, now))
            seen[path] = (stamp, since if before == stamp else now)
            if now - seen[path][1] >= STILL:
                settled.append(path)
                taken[path] = stamp
        self._taken, self._seen = taken, seen
        return settled


def _stamp(path: str) -> _Stamp | None:
    try:
        status = Path(path).stat()
    except OSError:  # it was there a moment ago
        return None
    return status.st_size, status.st_mtime_ns

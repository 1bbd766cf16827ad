"""Workers on other machines: a Dask cluster (`dask.distributed`) whose threads each keep one of our own worker processes.

So an article that hangs or dies costs itself there too, and all threads of a worker work. A Dask worker that dies costs its shard's time: the
scheduler gives the shard to another. A shard that fails again and again is sent article by article, so that only the one that does it fails.
"""

from __future__ import annotations

import multiprocessing
import threading
from typing import TYPE_CHECKING, Any, Self

from extractor.batch.pool import Pool
from extractor.batch.work import Result, Settings, failed
from extractor.errors import ConfigurationError, NotInstalledError, WorkerError

if TYPE_CHECKING:
    from types import TracebackType

    from extractor.batch.pool import Item

AHEAD = 4  # shards a thread of the cluster, so that no worker waits for us


class Cluster:
    """A connection to a scheduler. Raises NotInstalledError without dask.distributed, ConfigurationError where no scheduler answers."""

    def __init__(self, address: str, settings: Settings, limit: float) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise NotInstalledError("--dask needs dask.distributed.", "Install it: pip install 'press-extractor[dask]'.") from error
        try:
            connect: Any = Client
            self._client: Any = connect(address)
        except (OSError, ValueError, TypeError) as error:
            message = f"{address}: no Dask scheduler answers: {error}."
            raise ConfigurationError(message, "Start one (dask scheduler) and give its address, such as tcp://host:8786.") from error
        self._settings = settings
        self._limit = limit
        self._pending: dict[Any, list[Item]] = {}

    @property
    def full(self) -> bool:
        """Whether the cluster has enough to do."""
        threads: dict[str, int] = self._client.nthreads()
        return len(self._pending) >= AHEAD * max(1, sum(threads.values()))

    def submit(self, chunk: list[Item]) -> None:
        """Sends a shard of numbered blobs."""
        # Not pure: equal shards are equal work, but a failed one must not be remembered.
        self._pending[self._client.submit(shard, chunk, self._settings, self._limit, pure=False)] = chunk

    def step(self, timeout: float = 1.0) -> list[tuple[int, list[Result]]]:
        """What was finished, waiting for at most `timeout` seconds. Raises what the workers say about their configuration."""
        import distributed

        wait: Any = distributed.wait
        if self._pending:
            try:
                wait(list(self._pending), timeout=timeout, return_when="FIRST_COMPLETED")
            except distributed.TimeoutError:
                return []
        done: list[tuple[int, list[Result]]] = []
        for future in [future for future in self._pending if future.done()]:
            chunk = self._pending.pop(future)
            done += self._fetched(future, chunk)
        return done

    def _fetched(self, future: Any, chunk: list[Item]) -> list[tuple[int, list[Result]]]:
        error = future.exception() if future.status != "finished" else None
        if error is None:
            found: list[tuple[int, list[Result]]] = future.result()
            return [(number, [Result(*result) for result in results]) for number, results in found]
        if isinstance(error, ConfigurationError):
            raise error
        if len(chunk) > 1:
            for item in chunk:
                self.submit([item])
            return []
        number, blob = chunk[0]
        message = f"{blob.uri}: the Dask workers that read it died or failed: {type(error).__name__}: {str(error)[:300]}"
        return [(number, [failed(WorkerError(message, "Leave it out, and please report it with the text.", uri=blob.uri))])]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.cancel(list(self._pending), force=True)
        self._pending.clear()
        self._client.close()


_own = threading.local()  # of a Dask worker's thread: its pool, and what that was made for


def shard(chunk: list[Item], settings: Settings, limit: float) -> list[tuple[int, list[Result]]]:
    """The results of numbered blobs, on a Dask worker. Raises what its process says about the configuration."""
    pool = _pool(settings, limit)
    done: list[tuple[int, list[Result]]] = []
    try:
        pool.submit(chunk)
        while len(done) < len(chunk):
            done += pool.step()
    except BaseException:
        _own.made = None
        pool.close()
        raise
    return done


def _pool(settings: Settings, limit: float) -> Pool:
    made: tuple[Settings, float, Pool] | None = getattr(_own, "made", None)
    if made and made[:2] == (settings, limit):
        return made[2]
    if made:
        made[2].close()
    # A nanny's worker is a daemon, which multiprocessing forbids children; ours end with it all the same.
    multiprocessing.current_process().daemon = False
    pool = Pool(1, settings, limit)
    _own.made = (settings, limit, pool)
    return pool

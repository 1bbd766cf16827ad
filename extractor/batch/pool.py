"""Worker processes of our own, which may die or hang: the article that did it becomes a failure, everything else is done by another.

multiprocessing.Pool and nlp.pipe hang when a worker is killed, and ProcessPoolExecutor loses all that was waiting; hence this one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from extractor.batch.work import Result, Settings, failed, results
from extractor.errors import ConfigurationError, ModelError, TimeLimitError, WorkerError
from extractor.lifeline import end_with_parent

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from extractor.readers.blobs import Blob

Item = tuple[int, "Blob"]
AHEAD = 2  # chunks that a worker holds, so that it never waits for us
ATTEMPTS = 2  # a worker that dies may have been killed by chance: its article gets a second one
LONG = 5_000_000  # bytes; a longer article gets more time
FUTILE = 5  # deaths in a row without one result: something is wrong with the machine


@dataclass
class _Worker:
    process: SpawnProcess
    connection: Connection
    outbox: SimpleQueue[list[Item]]
    items: deque[Item] = field(default_factory=deque)  # the first is the one at work
    partial: list[Result] = field(default_factory=list)
    ready: bool = False
    since: float = field(default_factory=time.monotonic)


class Pool:
    """Processes with one extractor each. Give chunks with `submit`, fetch what is finished with `step`, `close` in the end."""

    def __init__(self, jobs: int, settings: Settings, limit: float) -> None:
        self._settings = settings
        self._limit = limit
        self._waiting: deque[list[Item]] = deque()
        self._attempts: dict[int, int] = {}
        self._futile = 0
        self._done: list[tuple[int, list[Result]]] = []
        # More threads than workers would fight for the cores.
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ.setdefault(name, "1")
        self._workers = [self._start() for _ in range(jobs)]

    @property
    def pids(self) -> list[int]:
        """The workers' process ids."""
        return [worker.process.pid for worker in self._workers if worker.process.pid]

    @property
    def full(self) -> bool:
        """Whether every worker has enough to do."""
        return len(self._waiting) > len(self._workers)

    def submit(self, chunk: list[Item]) -> None:
        """Takes a chunk of numbered blobs."""
        self._waiting.append(chunk)
        self._assign()

    def step(self, timeout: float = 1.0) -> list[tuple[int, list[Result]]]:
        """What was finished, waiting for something to happen for at most `timeout` seconds. Raises ConfigurationErrors of the workers."""
        ready = wait([worker.connection for worker in self._workers], timeout)
        for worker in list(self._workers):
            if worker.connection in ready:
                self._receive(worker)
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.ready and worker.items and now - worker.since > self._allowed(worker):
                self._end(worker, self._too_long(worker))
        self._assign()
        done, self._done = self._done, []
        return done

    def close(self) -> None:
        """Ends all workers, at work or not."""
        for worker in self._workers:
            _kill(worker)
        self._workers = []

    # ---- one worker

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._settings), daemon=True)
        process.start()
        theirs.close()
        outbox: SimpleQueue[list[Item]] = SimpleQueue()
        # A thread of its own: a worker that hangs does not read, and we must not wait for it.
        threading.Thread(target=_speak, args=(ours, outbox), daemon=True).start()
        return _Worker(process, ours, outbox)

    def _assign(self) -> None:
        """Chunks to those who have least."""
        while self._waiting:
            worker = min(self._workers, key=lambda w: len(w.items))
            chunk = self._waiting[0]
            if len(worker.items) >= AHEAD * max(1, len(chunk)) or (worker.items and not worker.ready):
                return
            self._waiting.popleft()
            if not worker.items:
                worker.since = time.monotonic()
            worker.items.extend(chunk)
            worker.outbox.put(chunk)

    def _receive(self, worker: _Worker) -> None:
        try:
            while worker.connection.poll():
                self._take(worker, *worker.connection.recv())
        except (EOFError, OSError):
            self._end(worker, self._died(worker))

    def _take(self, worker: _Worker, what: str, value: Any) -> None:
        worker.since = time.monotonic()
        if what == "ready":
            worker.ready = True
        elif what == "refused":
            raise ModelError(*value[:2]) if value[2:] else ConfigurationError(*value)
        elif what == "result":
            worker.partial.append(Result(*value))
        else:
            number, _ = worker.items.popleft()
            self._finish(worker, number)

    def _finish(self, worker: _Worker, number: int) -> None:
        self._done.append((number, worker.partial))
        worker.partial = []
        self._attempts.pop(number, None)
        self._futile = 0

    def _allowed(self, worker: _Worker) -> float:
        """Seconds for the article at work: the limit, in proportion where it is longer than `LONG`."""
        return self._limit * max(1, len(worker.items[0][1].data) / LONG)

    def _too_long(self, worker: _Worker) -> Result:
        uri = worker.items[0][1].uri
        message = f"{_place(worker)}: took longer than {self._allowed(worker):g} seconds."
        return failed(TimeLimitError(message, "Give it more with --time-limit, or leave it out.", uri=uri))

    def _died(self, worker: _Worker) -> Result | None:
        """The failure of the article at work, or None where it may be tried again."""
        self._futile += 1
        if self._futile > FUTILE:
            message = f"{FUTILE} worker processes died one after the other, the last with code {worker.process.exitcode}."
            raise ConfigurationError(message, "Look at the machine's memory; fewer --jobs need less.")
        if not worker.items or not worker.ready:
            return None
        number, blob = worker.items[0]
        self._attempts[number] = self._attempts.get(number, 0) + 1
        if self._attempts[number] < ATTEMPTS:
            worker.partial = []
            return None
        message = f"{_place(worker)}: the process that read it died ({ATTEMPTS} times)."
        return failed(WorkerError(message, "Leave it out, and please report it with the text.", uri=blob.uri))

    def _end(self, worker: _Worker, failure: Result | None) -> None:
        """Puts a new worker into its place; what it had goes back, the article at work alone and first."""
        _kill(worker)
        if failure:
            number, _ = worker.items.popleft()
            worker.partial.append(failure)
            self._finish(worker, number)
        left = list(worker.items)
        if left:
            if left[1:]:
                self._waiting.appendleft(left[1:])
            self._waiting.appendleft(left[:1])
        self._workers[self._workers.index(worker)] = self._start()


def _place(worker: _Worker) -> str:
    uri = worker.items[0][1].uri
    return f"{uri}, behind its first {len(worker.partial)} articles" if worker.partial else uri


def _kill(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.outbox.put([])
    worker.connection.close()


def _speak(connection: Connection, outbox: SimpleQueue[list[Item]]) -> None:
    """Sends chunks until there is an empty one. A dead worker's end is seen by `step`, with all that it had."""
    with suppress(OSError):
        while chunk := outbox.get():
            connection.send(chunk)


def _serve(connection: Connection, settings: Settings) -> None:
    """A worker's life: chunks in, results out, one message each."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    inbox: SimpleQueue[list[Item]] = SimpleQueue()
    threading.Thread(target=_listen, args=(connection, inbox), daemon=True).start()
    from extractor.engine import Extractor

    try:
        extractor = Extractor(model=settings.model, include_text=settings.include_text)
    except ConfigurationError as error:
        connection.send(("refused", (error.message, error.advice, error.code)[: 3 if isinstance(error, ModelError) else 2]))
        return
    connection.send(("ready", None))
    while True:
        for _, blob in inbox.get():
            try:
                for result in results(extractor, blob, settings):
                    connection.send(("result", tuple(result)))
            except ConfigurationError as error:
                connection.send(("refused", (error.message, error.advice)))
                return
            connection.send(("done", None))


def _listen(connection: Connection, inbox: SimpleQueue[list[Item]]) -> None:
    """Takes chunks off the pipe while another is at work; a parent that is gone, however it went, takes us with it."""
    try:
        while True:
            inbox.put(connection.recv())
    except (EOFError, OSError):
        os._exit(1)

"""Worker processes, each with its own model: an article that hangs or kills its worker costs that worker and nobody else's answer."""

from __future__ import annotations

import asyncio
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from extractor.errors import ModelError
from extractor.service.errors import BusyError, TimeLimitError, WorkerError
from extractor.service.worker import Job, Reply, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

# A cold start loads spaCy and the model: about 2 s on a quiet machine, measured 2026-11.
START_LIMIT = 120.0


class _Worker:
    """One process and the pipe to it. Its methods block: they run in threads."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        """Starts the process and waits until its model is loaded. Raises ModelError where it never gets there."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._model), daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        why = (f"A worker with the model {self._model!r} did not start.", "Its own message stands above this one.")
        try:
            if ours.poll(START_LIMIT):
                why = ours.recv()
        except (EOFError, OSError):
            pass
        if why:
            self.stop()
            raise ModelError(*why)

    def call(self, job: Job, limit: float) -> Reply:
        """The reply. Raises TimeLimitError or WorkerError; the process is gone then."""
        if not self.alive:
            # Something outside ended it since its last answer (the kernel, short of memory).
            self.stop()
            try:
                self.start()
            except ModelError as error:
                raise WorkerError(error.message, "Look at the service's own output.") from error
        pipe = self._pipe
        if pipe is None:
            raise WorkerError("The service is stopping.", "Try again later.")
        try:
            pipe.send(job)
            if pipe.poll(limit):
                reply: Reply = pipe.recv()
                return reply
        except (EOFError, OSError) as error:
            self.stop()
            raise WorkerError("A worker process died over this article.", "Please report it with the text.") from error
        self.stop()
        message = f"The article took longer than {limit:g} seconds."
        raise TimeLimitError(message, "Send it in parts, or start the service with a greater --timeout.")

    @property
    def alive(self) -> bool:
        """Whether it can take a job."""
        return self._process is not None and self._process.is_alive()

    def stop(self) -> None:
        """Ends the process, whatever it is doing."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if pipe is not None:
            pipe.close()


class Pool:
    """Gives jobs to workers, first come first served. At most `queue` jobs wait; `limit` is the seconds an article may take."""

    def __init__(self, model: str, *, workers: int, queue: int, limit: float) -> None:
        self.size = workers
        self.waiting = 0
        self.running = 0
        self._queue = queue
        self._limit = limit
        self._workers = [_Worker(model) for _ in range(workers)]
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._threads = ThreadPoolExecutor(workers + 1, thread_name_prefix="worker")
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    async def start(self) -> None:
        """Starts all workers. Raises ModelError where one does not start."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, worker.start) for worker in self._workers))
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def run(self, job: Job, *, patient: bool = False) -> Reply:
        """The reply to a job. Raises BusyError where too many wait (the `patient` wait all the same), TimeLimitError and WorkerError."""
        if self._closed or (not patient and self._idle.empty() and self.waiting >= self._queue):
            raise BusyError("All workers are busy.", "Try again in a moment.")
        self.waiting += 1
        try:
            worker = await self._idle.get()
        finally:
            self.waiting -= 1
        # The worker comes back when its thread is done, also where the client has gone in the meantime.
        call = asyncio.get_running_loop().run_in_executor(self._threads, worker.call, job, self._limit)
        self.running += 1
        call.add_done_callback(lambda _: self._done(worker))
        return await call

    def _done(self, worker: _Worker) -> None:
        self.running -= 1
        if self._closed:
            return
        if worker.alive:
            self._idle.put_nowait(worker)
            return
        task = asyncio.get_running_loop().create_task(self._again(worker))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _again(self, worker: _Worker) -> None:
        with suppress(ModelError):  # its next job tries once more, and tells
            await asyncio.get_running_loop().run_in_executor(self._threads, worker.start)
        self._idle.put_nowait(worker)

    def close(self) -> None:
        """Ends all workers. Jobs that still run fail with WorkerError."""
        self._closed = True
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)

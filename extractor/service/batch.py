"""JSON Lines in, JSON Lines out: line N answers line N, several worked on at a time, a bad line costs itself.

The body is taken in whole first (in a file beyond a mebibyte): a client that sends all before it reads would wait for us, and we for it.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import deque
from typing import IO, TYPE_CHECKING

from extractor.engine import failure
from extractor.errors import ArticleError, LineError
from extractor.readers.blobs import LINE, Blob
from extractor.service.limits import too_large
from extractor.service.worker import Job, Reply

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import date

    from fastapi import Request

    from extractor.service.pool import Pool

_SPOOL = 2**20


async def taken_in(request: Request) -> IO[bytes]:
    """The body, at its beginning. Raises TooLargeError behind the bound and LineError where there is none."""
    spool = tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # noqa: SIM115 - closed when all lines are answered
    try:
        async for chunk in request.stream():
            await asyncio.to_thread(spool.write, chunk) if spool.tell() > _SPOOL else spool.write(chunk)
    except BaseException:
        spool.close()
        raise
    if not spool.tell():
        spool.close()
        raise LineError("body: empty.", 'Send one object a line, {"id": ..., "text": ...}.')
    spool.seek(0)
    return spool


async def answers(body: IO[bytes], pool: Pool, most: int, published: date | None, *, include_text: bool) -> AsyncIterator[bytes]:
    """A line for each line that is not blank, in order. `most` is the bytes that a line may have. Closes the body."""
    # Two a worker: one is worked on while the next waits for it.
    window = 2 * pool.size
    running: deque[asyncio.Task[Reply]] = deque()
    try:
        for number, line in _lines(body, most):
            running.append(asyncio.ensure_future(_answer(pool, line, number, most, published, include_text=include_text)))
            if len(running) >= window:
                yield (await running.popleft()).body + b"\n"
        while running:
            yield (await running.popleft()).body + b"\n"
    finally:
        for task in running:
            task.cancel()
        body.close()


def _lines(body: IO[bytes], most: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers; None for one that is too long, of which no more than a piece is held at a time."""
    number = 0
    while line := body.readline(most + 2):
        number += 1
        if len(line) > most + 1:
            while line and not line.endswith(b"\n"):
                line = body.readline(_SPOOL)
            yield number, None
        elif line.strip():
            yield number, line


async def _answer(pool: Pool, line: bytes | None, number: int, most: int, published: date | None, *, include_text: bool) -> Reply:
    where = f"line {number}"
    try:
        if line is None:
            raise too_large(most)
        return await pool.run(Job(Blob(where, LINE, line), published, include_text), patient=True)
    except ArticleError as error:
        error.uri = error.uri or where
        return Reply(failure(error).model_dump_json().encode(), error.code)

"""What runs in a worker process: bytes in, the JSON of a record or failure out. Reading and extracting both happen here."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.lifeline import end_with_parent

if TYPE_CHECKING:
    from datetime import date
    from multiprocessing.connection import Connection

    from extractor.engine import Extractor
    from extractor.readers.blobs import Blob


@dataclass(frozen=True, slots=True)
class Job:
    """One article to work on. `blob` are its bytes as a reader takes them."""

    blob: Blob
    published: date | None = None
    include_text: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """`body` is one line of JSON; `code` is the error's where the article could not be read, else None."""

    body: bytes
    code: str | None = None


def serve(connection: Connection, model: str) -> None:
    """Loads the extractor, says () or why it cannot, and answers a Reply for each Job until the other end closes."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all of a terminal's processes; the service stops its workers itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    from extractor.engine import Extractor
    from extractor.errors import ModelError

    try:
        extractor = Extractor(model=model, include_text=True)
    except ModelError as error:
        connection.send((error.message, error.advice))
        return
    extractor.extract("Ready.")
    connection.send(())
    while True:
        try:
            job = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(answer(extractor, job))


def answer(extractor: Extractor, job: Job) -> Reply:
    """The reply to one job by an extractor that keeps texts; errors of reading and extracting are in it, never raised."""
    from extractor.engine import failure
    from extractor.errors import ArticleError, LineError
    from extractor.readers.sources import parse
    from extractor.writers.json import line

    try:
        articles = list(parse(job.blob, job.published))
        if len(articles) != 1:
            message = f"{job.blob.uri}: {len(articles)} articles in one file; this address takes one."
            raise LineError(message, "Send them as lines to /extract/batch.", uri=job.blob.uri)
        (article,) = articles
        if isinstance(article, ArticleError):
            raise article
        record = extractor.extract(article)
        return Reply(line(record if job.include_text else record.model_copy(update={"text": None})).encode())
    except ArticleError as error:
        return Reply(line(failure(error)).encode(), error.code)

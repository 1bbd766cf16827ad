"""Bounds: bytes counted before and while they are read, requests counted a client, hosts by name. Pure ASGI, so that nothing reads ahead."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.service.errors import ServiceError, TooLargeError, TooManyError
from extractor.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    Refuse = Callable[[ServiceError, Scope, Receive, Send], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the service takes. Sizes in bytes, times in seconds."""

    model: str = DEFAULT_MODEL
    workers: int = 2
    queue: int = 256
    per_client: int = 32
    timeout: float = 30.0
    max_bytes: int = 2 * 2**20
    max_batch_bytes: int = 256 * 2**20
    local: bool = True  # answers only to the names of this machine: no web page can reach it under a name of its own (DNS rebinding)


class Bounds:
    """ASGI middleware: 413 before a body is read where its length says so, and while it is read where it does not; 400 for foreign hosts."""

    def __init__(self, app: ASGIApp, limits: Limits, refuse: Refuse) -> None:
        self._app = app
        self._limits = limits
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, with a receive that counts."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        if self._limits.local and _host(headers.get(b"host", b"")) not in {"localhost", "127.0.0.1", "[::1]", ""}:
            error = ServiceError("This service answers to the names of its own machine only.", "Start it with --host to open it.")
            error.status = 400
            await self._refuse(error, scope, receive, send)
            return
        most = self._limits.max_batch_bytes if scope["path"] == "/extract/batch" else self._limits.max_bytes
        length = headers.get(b"content-length", b"0")
        if length.isdigit() and int(length) > most:
            await self._refuse(too_large(most), scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise too_large(most)
            return message

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message.get("headers", []),
                    (b"x-content-type-options", b"nosniff"),
                    (b"referrer-policy", b"no-referrer"),
                ]
            await send(message)

        await self._app(scope, counted, guarded)


def too_large(most: int) -> TooLargeError:
    """What is said where a body or a line has more than `most` bytes."""
    return TooLargeError(f"More than {most} bytes.", "Send less at a time, or start the service with a greater limit.")


def _host(value: bytes) -> str:
    name = value.decode("latin-1").lower()
    return name if name.endswith("]") else name.rpartition(":")[0] or name


class Clients:
    """Counts the requests that each client has running."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._running: Counter[str] = Counter()

    @contextmanager
    def one(self, client: str) -> Iterator[None]:
        """Holds a place for one request. Raises TooManyError where the client has none left."""
        if self._running[client] >= self._most:
            message = f"{self._most} requests of this client are running."
            raise TooManyError(message, "Wait for their answers, or send many articles to /extract/batch.")
        self._running[client] += 1
        try:
            yield
        finally:
            self._running[client] -= 1
            if not self._running[client]:
                del self._running[client]

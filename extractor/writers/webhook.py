"""A webhook: each record is POSTed as JSON, in order, tried again where that can help, with a key that makes a second delivery harmless."""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from extractor.errors import ConfigurationError, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TIMEOUT = 30.0
# Seconds before each further try. Together with TIMEOUT this outlasts a restart of the other side.
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
_LONGEST = 60.0
# RFC 9110 and 6585: what a client may send again. Any other refusal would be the same the next time.
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_arguments: Any) -> None:
        """Records go to the address that was named and to no other."""


@contextmanager
def webhook(url: str, pause: Callable[[float], object] = time.sleep) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Gives a function that posts a record or failure (as JSON gives it) and returns when it has been taken (2xx).

    The header `Idempotency-Key` is the SHA-256 of the body: equal records have equal keys, in this run and in the next.
    Raises ConfigurationError where the URL is none of HTTP, and OutputError where the other side refuses or cannot be reached.
    """
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise ConfigurationError(f"--post: {url!r} is no address of HTTP.", "Give it as https://host/path.")
    opener = build_opener(_NoRedirect)

    def post(record: dict[str, Any]) -> None:
        body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
        key = hashlib.sha256(body).hexdigest()
        headers = {"Content-Type": "application/json", "Idempotency-Key": key, "User-Agent": "press-extractor"}
        request = Request(url, body, headers, method="POST")  # noqa: S310 - the scheme has been checked
        for wait in (*PAUSES, None):
            fault, stated = _tried(opener.open, request, url)
            if fault is None:
                return
            if wait is None:
                raise fault
            pause(min(stated if stated is not None else wait, _LONGEST))

    yield post


def _tried(send: Callable[..., Any], request: Request, url: str) -> tuple[OutputError | None, float | None]:
    """None where it was taken, else the fault and the seconds to wait that the other side states. Raises OutputError where waiting is no use."""
    try:
        with send(request, timeout=TIMEOUT):
            return None, None
    except HTTPError as error:
        with error:
            said = error.headers.get("Retry-After", "")
        fault = OutputError(f"{url}: answered {error.code} {error.reason}.", "Look at the receiving side, and run the same command again.")
        if error.code not in _PASSING:
            raise fault from error
        return fault, float(said) if said.isdigit() else None
    except (URLError, OSError) as error:
        reason = getattr(error, "reason", error)
        return OutputError(f"{url}: cannot be reached: {reason}.", "Look at the address, and run the same command again."), None

"""A webhook against a receiver that fails, waits, refuses, redirects."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from extractor.errors import ConfigurationError, OutputError
from extractor.writers.webhook import PAUSES, webhook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from subprocess import CompletedProcess


class Receiver(ThreadingHTTPServer):
    """Answers with `statuses`, one after the other, then 200; keeps what it got."""

    statuses: list[int]
    got: list[tuple[str, dict[str, Any]]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.got.append((self.headers["idempotency-key"], json.loads(body)))
        status = self.server.statuses.pop(0) if self.server.statuses else 200
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "7")
        if status == 307:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver(("127.0.0.1", 0), _Handler)
    server.statuses, server.got = [], []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_passes_is_tried_again_with_the_same_key(receiver: Receiver) -> None:
    receiver.statuses = [503, 429]
    waits: list[float] = []
    with webhook(receiver.url, waits.append) as post:
        post({"id": "ä"})
        post({"id": "b"})
    assert [row for _, row in receiver.got] == [{"id": "ä"}] * 3 + [{"id": "b"}]
    assert waits == [PAUSES[0], 7]
    keys = [key for key, _ in receiver.got]
    assert keys[0] == keys[1] == keys[2] != keys[3]


@pytest.mark.parametrize("status", [307, 400, 401, 404, 422])
def test_a_refusal_is_final(receiver: Receiver, status: int) -> None:
    receiver.statuses = [status]
    with pytest.raises(OutputError, match=str(status)), webhook(receiver.url, lambda _: None) as post:
        post({"id": "a"})
    assert len(receiver.got) == 1


def test_it_gives_up_in_the_end(receiver: Receiver) -> None:
    receiver.statuses = [500] * 20
    with pytest.raises(OutputError, match="500"), webhook(receiver.url, lambda _: None) as post:
        post({"id": "a"})
    assert len(receiver.got) == len(PAUSES) + 1


def test_nobody_listens() -> None:
    waits: list[float] = []
    with pytest.raises(OutputError, match="cannot be reached"), webhook("http://127.0.0.1:9/", waits.append) as post:
        post({})
    assert waits == list(PAUSES)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://host/x", "hook", "http://"])
def test_what_is_no_http_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError), webhook(url):
        pass


def test_records_are_posted(cli: Callable[..., CompletedProcess[bytes]], receiver: Receiver, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ormel Freight plc paid £3.4 million.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(" ", encoding="utf-8")
    keys = []
    for _ in range(2):
        done = cli("a.txt", "b.txt", "--post", receiver.url)
        assert done.returncode == 3, done.stderr
        assert done.stdout == b""
        keys.append([key for key, _ in receiver.got])
        first, second = (row for _, row in receiver.got)
        assert first["money"][0]["amount"] == "3400000"
        assert second["error"]["code"] == "E102"
        receiver.got.clear()
    assert keys[0] == keys[1]

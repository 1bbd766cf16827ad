"""Real servers: `python -m extractor serve` as a process on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]


@dataclass
class Server:
    """A running service."""

    url: str
    process: subprocess.Popen[bytes]

    def post(self, text: str, **more: object) -> httpx.Response:
        return httpx.post(f"{self.url}/extract", json={"text": text, **more}, timeout=60)


def started(*words: str) -> Server:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "extractor", "serve", "--quiet", "--port", str(port), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 90
    while time.monotonic() < until:
        try:
            if httpx.get(f"{url}/health").status_code == 200:
                return Server(url, process)
        except httpx.TransportError:
            assert process.poll() is None, "the service did not start"
            time.sleep(0.2)
    raise AssertionError("the service did not start in time")


def stopped(server: Server) -> int:
    server.process.terminate()
    return server.process.wait(30)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A service with usual limits."""
    one = started("--workers", "2", "--max-batch-bytes", "8000000")
    yield one
    stopped(one)


@pytest.fixture(scope="session")
def small() -> Iterator[Server]:
    """A service that is soon full: one worker, one article waiting, two requests a client, half a second an article."""
    one = started("--workers", "1", "--queue", "1", "--per-client", "2", "--timeout", "0.7", "--max-bytes", "3000000")
    yield one
    stopped(one)


@pytest.fixture
def another() -> Iterator[Callable[..., Server]]:
    """Starts a service of the test's own."""
    servers: list[Server] = []

    def start(*words: str) -> Server:
        servers.append(started(*words))
        return servers[-1]

    yield start
    for one in servers:
        if one.process.poll() is None:
            stopped(one)

"""What the tests of batches share."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

Batch = Callable[..., "subprocess.CompletedProcess[bytes]"]
Start = Callable[..., "subprocess.Popen[bytes]"]


def article(number: int) -> str:
    """A text of our own."""
    return f"Halden Marine AS said revenue rose {number}% to ${number} million in 2024. It paid €5 million to Ormel GmbH, number {number}."


def write_lines(path: Path, texts: list[str]) -> None:
    """A .jsonl file; ids count from 0. A text that is empty gives a failure."""
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)), encoding="utf-8")


def read_lines(path: Path) -> list[dict[str, object]]:
    """What was written."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Waits until something is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)

"""Articles, and a worker that hangs, dies or fails where an article tells it to."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
# Loaded by every Python process whose path begins with its folder, the workers among them.
SABOTAGE = """
import os, re, signal, sys, time
if "-c" in sys.argv or "batch" in sys.argv or "SABOTAGE" in os.environ:
    import extractor.batch.work as work
    good = work.results
    def results(extractor, blob, settings):
        if b"HANG" in blob.data or b"STUCK" in blob.data: open("at-it", "w").close()
        if b"HANG" in blob.data: time.sleep(1000)
        if b"STUCK" in blob.data: re.match(b"(a+)+$", b"a" * 60 + b"b")  # nothing else of this process runs
        if b"DIE" in blob.data: os.kill(os.getpid(), signal.SIGKILL)
        if b"SLOW" in blob.data: time.sleep(0.05)
        if b"ONCE" in blob.data and not os.path.exists("once"):
            open("once", "w").close()
            os._exit(1)
        yield from good(extractor, blob, settings)
    work.results = results
"""
Batch = Callable[..., "subprocess.CompletedProcess[bytes]"]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a run whose workers do as the articles say."""
    folder = tmp_path / ".sabotage"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(SABOTAGE)
    return {**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s"}


@pytest.fixture
def start(tmp_path: Path, environment: dict[str, str]) -> Iterator[Start]:
    """Starts `python -m extractor batch WORDS --model none` in an empty folder."""
    running = []

    def popen(*words: str, **more: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "extractor", "batch", *words, "--model", "none"]
        process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload]
        running.append(process)
        return process

    yield popen
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def batch(start: Start) -> Batch:
    """Runs it to the end."""

    def run(*words: str, **more: object) -> subprocess.CompletedProcess[bytes]:
        process = start(*words, **more)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    return run

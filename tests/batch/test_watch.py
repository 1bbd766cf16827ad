"""`batch --watch DIR` as a real process: files that come, grow and change, and how it ends."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
from pathlib import Path

import pytest

from tests.batch.support import Batch, Start, article, read_lines, wait_for, write_lines


def uris(path: Path) -> list[object]:
    """The names in whole lines of an output that may still grow."""
    return [row["source"]["uri"] for row in read_lines(path)] if path.exists() else []  # type: ignore[index]


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_files_are_taken_as_they_come_until_a_signal(start: Start, tmp_path: Path, sign: signal.Signals, code: int) -> None:
    (tmp_path / "news" / "sub").mkdir(parents=True)
    (tmp_path / "news" / "a.txt").write_text(article(1))
    out = tmp_path / "out.jsonl"
    running = start("--watch", "news", "--jobs", "1", "-o", "out.jsonl")
    wait_for(lambda: uris(out) == ["news/a.txt"])
    (tmp_path / "news" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "news" / ".hidden.txt").write_text(article(2))
    (tmp_path / "news" / "c.txt").write_text("")
    write_lines(tmp_path / "news" / "sub" / "b.jsonl", [article(3), article(4)])
    wait_for(lambda: len(uris(out)) == 4)
    (tmp_path / "news" / "a.txt").write_text(article(5))
    wait_for(lambda: len(uris(out)) == 5)
    running.send_signal(sign)
    _, said = running.communicate(timeout=20)
    assert running.returncode == code, said
    assert uris(out) == ["news/a.txt", "news/c.txt", "news/sub/b.jsonl#L1", "news/sub/b.jsonl#L2", "news/a.txt"]
    assert said.splitlines()[-1] == b"press-extractor: 4 records + 1 failures = 5 articles"
    assert b"Traceback" not in said
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith(".")) == ["news", "out.jsonl", "out.jsonl.journal"]


def test_a_file_is_not_taken_while_it_grows(start: Start, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "first.txt").write_text(article(0))
    out = tmp_path / "out.jsonl"
    start("--watch", "news", "--jobs", "1", "-o", "out.jsonl")
    wait_for(lambda: len(uris(out)) == 1)
    with (tmp_path / "news" / "slow.txt").open("w") as slow:
        for _ in range(8):
            slow.write(article(1) + "\n\n")
            slow.flush()
            os.fsync(slow.fileno())
            with pytest.raises(AssertionError):
                wait_for(lambda: len(uris(out)) > 1, 0.3)
    wait_for(lambda: len(uris(out)) == 2)
    assert len(read_lines(out)[1]["money"]) == 16  # type: ignore[arg-type]


def test_killed_and_started_again_it_goes_on_with_whole_lines(start: Start, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name in "ab":
        (tmp_path / "news" / f"{name}.txt").write_text(article(ord(name)))
    out = tmp_path / "news" / "out.jsonl"  # its own output is no input
    running = start("--watch", "news", "--jobs", "1", "-o", "news/out.jsonl")
    wait_for(lambda: len(uris(out)) == 2)
    running.kill()
    running.wait()
    with out.open("ab") as cut:
        cut.write(b'{"half')
    (tmp_path / "news" / "c.txt").write_text(article(9))
    running = start("--watch", "news", "--jobs", "1", "-o", "news/out.jsonl")
    wait_for(lambda: b'{"half' not in out.read_bytes() and len(uris(out)) == 3)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert b"3 records + 0 failures = 3 articles (2 from the journal)" in said
    assert uris(out) == ["news/a.txt", "news/b.txt", "news/c.txt"]


def test_records_are_in_a_database_and_in_files_as_they_come(start: Start, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(article(1))
    start("--watch", "news", "--jobs", "1", "-f", "sqlite", "-o", "news.db")
    start("--watch", "news", "--jobs", "1", "--out-dir", "records")

    def count() -> int:
        with sqlite3.connect(tmp_path / "news.db") as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    wait_for((tmp_path / "records" / "news" / "a.txt.json").exists)
    wait_for(lambda: (tmp_path / "news.db").exists() and count() == 1)


def test_a_full_disk_leaves_whole_lines(start: Start, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(article(1))
    out = tmp_path / "out.jsonl"

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    running = start("--watch", "news", "--jobs", "1", "-o", "out.jsonl", preexec_fn=little_room)
    wait_for(lambda: len(uris(out)) == 1)
    write_lines(tmp_path / "news" / "b.jsonl", [article(n) for n in range(60)])
    _, said = running.communicate(timeout=30)
    assert running.returncode == 4, said
    assert said.count(b"E301") == 1
    assert b"Traceback" not in said
    assert uris(out)[0] == "news/a.txt"


def test_it_wants_a_folder_and_nothing_else(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article(1))
    assert batch("--watch", "none", "-o", "out.jsonl").returncode == 4
    assert batch("--watch", ".", "a.txt", "-o", "out.jsonl").returncode == 2
    assert batch("-o", "out.jsonl").returncode == 2
    assert not (tmp_path / "out.jsonl").exists()

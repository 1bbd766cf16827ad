"""`python -m extractor batch` as real processes: order, resuming, kills, hangs, full disks."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas import ArticleRecord
from tests.batch.support import Batch, Start, article, read_lines, wait_for, write_lines

Cli = Callable[..., "subprocess.CompletedProcess[bytes]"]


def workers(parent: int) -> list[int]:
    """The process ids of a run's workers (and of multiprocessing's own helper)."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(entry.parent.name))
    return found


def test_the_same_bytes_as_the_main_command_with_one_and_two_workers(batch: Batch, cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name in ("b.txt", "a.txt", "C.txt", "ä.txt"):
        (tmp_path / "news" / name).write_text(article(len(name)) + name)
    write_lines(tmp_path / "news" / "m.jsonl", [article(n) if n % 7 else "" for n in range(60)])
    expected = cli("news", "--model", "none").stdout
    for jobs in ("1", "2"):
        done = batch("news", "--jobs", jobs, "-o", f"out{jobs}.jsonl")
        assert done.returncode == 3, done.stderr
        assert b"55 records + 9 failures = 64 articles" in done.stderr
        assert (tmp_path / f"out{jobs}.jsonl").read_bytes() == expected


def test_the_same_command_again_does_only_what_is_new_changed_or_failed(batch: Batch, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(article(number) if number != 5 else "")
    first = batch("*.txt", "--jobs", "1", "-o", "out.jsonl")
    assert b"5 records + 1 failures = 6 articles\n" in first.stderr
    (tmp_path / "0.txt").write_text(article(100))
    (tmp_path / "5.txt").write_text(article(5))
    (tmp_path / "6.txt").write_text(article(6))
    again = batch("*.txt", "--jobs", "1", "-o", "out.jsonl")
    assert b"7 records + 0 failures = 7 articles (4 from the journal)" in again.stderr
    assert again.returncode == 0
    assert batch("*.txt", "--jobs", "1", "-o", "fresh.jsonl").returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "fresh.jsonl").read_bytes()
    settings = batch("*.txt", "--jobs", "1", "-o", "out.jsonl", "--published", "2025-01-02")
    assert b"from the journal" not in settings.stderr


def test_killed_three_times_the_result_is_that_of_an_undisturbed_run(batch: Batch, start: Start, tmp_path: Path) -> None:
    texts = [(article(n) + " SLOW") if n % 20 else "" for n in range(120)]
    write_lines(tmp_path / "a.jsonl", texts)
    chance = random.Random(8)
    for _ in range(3):
        running = start("a.jsonl", "--jobs", "2", "-o", "out.jsonl")
        wait_for(lambda: any(part.stat().st_size for part in tmp_path.glob("out.jsonl.*.tmp")))
        time.sleep(0.3 + chance.random() / 2)
        children = workers(running.pid)
        running.kill()
        running.wait()
        assert not (tmp_path / "out.jsonl").exists()
        wait_for(lambda pids=children: not any(Path(f"/proc/{pid}").exists() for pid in pids))  # type: ignore[misc]
        for part in tmp_path.glob("*.tmp"):
            part.write_bytes(part.read_bytes() + b'{"half')
    done = batch("a.jsonl", "--jobs", "2", "-o", "out.jsonl")
    assert done.returncode == 3
    assert b"114 records + 6 failures = 120 articles (" in done.stderr, done.stderr
    assert b"from the journal" in done.stderr
    assert not list(tmp_path.glob("*.tmp"))
    batch("a.jsonl", "--jobs", "2", "-o", "undisturbed.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "undisturbed.jsonl").read_bytes()
    for row in read_lines(tmp_path / "out.jsonl"):
        if "error" not in row:
            ArticleRecord.model_validate_json(json.dumps(row))


def test_an_article_that_hangs_or_kills_costs_only_itself(batch: Batch, tmp_path: Path) -> None:
    texts = [article(n) for n in range(40)]
    texts[3], texts[17], texts[25], texts[38] = "HANG " + texts[3], "DIE " + texts[17], "ONCE " + texts[25], ""
    write_lines(tmp_path / "a.jsonl", texts)
    done = batch("a.jsonl", "--jobs", "2", "--time-limit", "2", "-o", "out.jsonl")
    assert done.returncode == 3, done.stderr
    assert b"37 records + 3 failures = 40 articles" in done.stderr
    rows = read_lines(tmp_path / "out.jsonl")
    assert {n: row["error"]["code"] for n, row in enumerate(rows) if "error" in row} == {3: "E110", 17: "E111", 38: "E102"}  # type: ignore[index]
    assert [row["source"]["id"] for row in rows if "error" not in row] == [str(n) for n in range(40) if n not in {3, 17, 38}]  # type: ignore[index]


def test_a_long_article_gets_time_in_proportion(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"HANG" + b" " * 20_000_000)
    begun = time.monotonic()
    done = batch("a.txt", "--time-limit", "1", "-o", "out.jsonl")
    assert done.returncode == 1
    assert time.monotonic() - begun > 4
    assert "took longer than 4" in read_lines(tmp_path / "out.jsonl")[0]["error"]["message"]  # type: ignore[index]


def test_workers_killed_from_outside_lose_nothing(start: Start, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [article(n) + " SLOW" for n in range(80)])
    running = start("a.jsonl", "--jobs", "2", "-o", "out.jsonl")
    for kill in (1, 2):
        wait_for(lambda kill=kill: sum(part.stat().st_size for part in tmp_path.glob("out.jsonl.*.tmp")) > 20_000 * kill)  # type: ignore[misc]
        os.kill(workers(running.pid)[-1], signal.SIGKILL)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 0, said
    assert [row["source"]["id"] for row in read_lines(tmp_path / "out.jsonl")] == [str(n) for n in range(80)]  # type: ignore[index]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the thread that looks for the parent needs the interpreter")
@pytest.mark.parametrize("word", ["HANG", "STUCK"])
def test_a_worker_whose_parent_was_killed_ends_whatever_it_is_doing(start: Start, tmp_path: Path, word: str) -> None:
    write_lines(tmp_path / "a.jsonl", [article(1), word])
    running = start("a.jsonl", "--jobs", "1", "-o", "out.jsonl")
    wait_for((tmp_path / "at-it").exists)
    time.sleep(0.1)
    children = workers(running.pid)
    running.kill()
    running.wait()
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children), 10)


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_in_order(start: Start, batch: Batch, tmp_path: Path, sign: signal.Signals, code: int) -> None:
    write_lines(tmp_path / "a.jsonl", [article(n) + " SLOW" for n in range(80)])
    running = start("a.jsonl", "--jobs", "2", "-o", "out.jsonl", start_new_session=True)
    wait_for(lambda: any(part.stat().st_size for part in tmp_path.glob("out.jsonl.*.tmp")))
    time.sleep(0.6)
    children = workers(running.pid)
    os.killpg(running.pid, sign) if sign == signal.SIGINT else running.send_signal(sign)
    _, said = running.communicate(timeout=20)
    assert running.returncode == code, said
    assert b"Traceback" not in said
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith(".")) == ["a.jsonl", "out.jsonl.journal"]
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children))
    done = batch("a.jsonl", "--jobs", "2", "-o", "out.jsonl")
    assert b"80 records + 0 failures = 80 articles (" in done.stderr


def test_a_full_disk_stops_with_one_message_and_nothing_cut(batch: Batch, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [article(n) for n in range(100)])

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))

    done = batch("a.jsonl", "--jobs", "1", "-o", "out.jsonl", preexec_fn=little_room)
    assert done.returncode == 4, done.stderr
    assert done.stderr.count(b"E301") == 1
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out.jsonl").exists()
    assert batch("a.jsonl", "--jobs", "1", "-o", "out.jsonl").returncode == 0
    assert len(read_lines(tmp_path / "out.jsonl")) == 100


@pytest.mark.parametrize("place", ["/proc/out.jsonl", "none/out.jsonl", "/dev/full"])
def test_a_place_that_cannot_be_written_is_told(batch: Batch, tmp_path: Path, place: str) -> None:
    write_lines(tmp_path / "a.jsonl", [article(1)])
    done = batch("a.jsonl", "--jobs", "1", "-o", place)
    assert done.returncode == 4, done.stderr
    assert done.stderr.count(b"E301") == 1
    assert b"Traceback" not in done.stderr


def test_two_runs_do_not_write_one_output(start: Start, batch: Batch, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [article(n) + " SLOW" for n in range(300)])
    running = start("a.jsonl", "--jobs", "1", "-o", "out.jsonl")
    wait_for(lambda: bool(list(tmp_path.glob("out.jsonl.*.tmp"))))
    second = batch("a.jsonl", "--jobs", "1", "-o", "out.jsonl")
    assert second.returncode == 4
    assert b"another run" in second.stderr
    running.kill()


def test_a_model_that_is_not_there_ends_it_at_once(cli: Cli, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [article(1)])
    done = cli("batch", "a.jsonl", "--jobs", "1", "-o", "out.jsonl", "--model", "no_such_model")
    assert done.returncode == 4, done.stderr
    assert b"E201" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_duplicates_are_left_out_where_that_is_asked_for(batch: Batch, tmp_path: Path) -> None:
    same = article(1).replace(" ", "\u00a0", 3).upper()
    write_lines(tmp_path / "a.jsonl", [article(1), article(2), same, article(1)])
    done = batch("a.jsonl", "--jobs", "2", "-o", "out.jsonl", "--skip-duplicates")
    assert b"2 records + 0 failures + 2 duplicates = 4 articles" in done.stderr
    assert [row["source"]["id"] for row in read_lines(tmp_path / "out.jsonl")] == ["0", "1"]  # type: ignore[index]
    batch("a.jsonl", "--jobs", "2", "-o", "all.jsonl")
    prints = [row["fingerprint"] for row in read_lines(tmp_path / "all.jsonl")]
    assert prints[0] == prints[2] == prints[3] != prints[1]


def test_tables_and_files_come_out_of_a_batch(batch: Batch, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [article(1), "", article(2)])
    assert batch("a.jsonl", "--jobs", "1", "-f", "sqlite", "-o", "news.db").returncode == 3
    connection = sqlite3.connect(tmp_path / "news.db")
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    assert connection.execute("SELECT code FROM failures").fetchall() == [("E102",)]
    connection.close()
    assert batch("a.jsonl", "--jobs", "1", "--out-dir", "files").returncode == 3
    assert len(list((tmp_path / "files").glob("*.json"))) == 3
    shutil.rmtree(tmp_path / "files")

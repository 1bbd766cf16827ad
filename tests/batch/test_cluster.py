"""A Dask cluster: a real scheduler and two worker processes, one of them killed midway."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.support import Batch, Start, article, read_lines, wait_for, write_lines

pytest.importorskip("distributed")


class Cluster:
    """Processes that the test started: the scheduler's address and the workers."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        # A cluster that starts another worker for a killed one would hide that the work moves to those who are left.
        command = [
            sys.executable,
            "-m",
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--no-dashboard",
            "--no-jupyter",
        ]
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-dashboard"]
        self.scheduler = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL)
        self.workers = [
            subprocess.Popen([*worker, "--name", name, nanny], cwd=folder, env=environment, stderr=subprocess.DEVNULL)
            for name, nanny in (("a", "--no-nanny"), ("b", "--nanny"))
        ]

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path, environment: dict[str, str]) -> Iterator[Cluster]:
    made = Cluster(tmp_path, {**environment, "SABOTAGE": "1"})
    yield made
    made.close()


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(cluster: Cluster, batch: Batch, start: Start, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [(article(n) + " SLOW" * (n % 2)) if n % 20 else "" for n in range(200)])
    running = start("a.jsonl", "--dask", cluster.address, "--shard-size", "80", "-o", "out")
    wait_for(lambda: any(part.stat().st_size for part in tmp_path.glob("out/part-*")))
    time.sleep(0.3)
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 3, said
    assert b"190 records + 10 failures = 200 articles" in said
    parts = sorted((tmp_path / "out").glob("part-*.jsonl"))
    assert [len(read_lines(part)) for part in parts] == [80, 80, 40]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [part["name"] for part in manifest["shards"]] == [part.name for part in parts]
    assert (manifest["records"], manifest["failures"]) == (190, 10)
    assert batch("a.jsonl", "--jobs", "2", "-o", "local.jsonl").returncode == 3
    assert b"".join(part.read_bytes() for part in parts) == (tmp_path / "local.jsonl").read_bytes()
    again = batch("a.jsonl", "--dask", cluster.address, "--shard-size", "100", "-f", "parquet", "-o", "tables", "--journal", "out.journal")
    assert b"(190 from the journal)" in again.stderr
    import duckdb

    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/tables/part-*/articles.parquet'").fetchall() == [(190,)]  # noqa: S608


def test_an_article_that_hangs_or_kills_costs_only_itself_on_a_cluster_too(cluster: Cluster, batch: Batch, tmp_path: Path) -> None:
    texts = [article(n) for n in range(130)]
    texts[3], texts[70] = "HANG " + texts[3], "DIE " + texts[70]
    write_lines(tmp_path / "a.jsonl", texts)
    done = batch("a.jsonl", "--dask", cluster.address, "--time-limit", "2", "-o", "out.jsonl")
    assert b"128 records + 2 failures = 130 articles" in done.stderr, done.stderr
    rows = read_lines(tmp_path / "out.jsonl")
    assert {n: row["error"]["code"] for n, row in enumerate(rows) if "error" in row} == {3: "E110", 70: "E111"}  # type: ignore[index]
    assert all(worker.poll() is None for worker in cluster.workers)


def test_a_bag_is_mapped_to_records(environment: dict[str, str], tmp_path: Path) -> None:
    code = (
        "import dask, dask.bag as db\nfrom extractor import Extractor\n"
        "bag = db.from_sequence(['Halden AS said sales rose 4% to $3 million.', ' ', {'id': 'x', 'text': 'It fell 5%, said Ormel.', 'published': '2025-01-02'}], npartitions=2)\n"
        "rows = Extractor(model='none').map_bag(bag).compute(scheduler='threads')\n"
        "print([row.get('error', {}).get('code') or row['percentages'][0]['value'] for row in rows])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.stdout.decode().strip() == "['4', 'E102', '5']", done.stderr


def test_a_scheduler_that_does_not_answer_is_told(batch: Batch, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [article(1)])
    done = batch("a.jsonl", "--dask", "tcp://127.0.0.1:1", "-o", "out.jsonl")
    assert done.returncode == 4, done.stderr
    assert b"scheduler" in done.stderr

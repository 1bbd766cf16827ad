"""The worked examples, run as a reader would run them: jq, DuckDB, pandas, PostgreSQL, a webhook."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
INITDB = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)


def extract(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "--quiet", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode in {0, 3}, done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles, one of them empty, as records.jsonl and as tables."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "a.txt").write_text("Ormel Freight plc said revenue rose to $3.4 million in 2024. A chair cost $90.", encoding="utf-8")
    (folder / "b.txt").write_text("Quist \\ Sons “paid” £2.5 million for a yard.", encoding="utf-8")
    (folder / "c.txt").write_text(" ", encoding="utf-8")
    extract(folder, "a.txt", "b.txt", "c.txt", "--published", "2025-05-02", "-o", "records.jsonl")
    extract(folder, "a.txt", "b.txt", "--published", "2025-05-02", "-f", "parquet", "-o", "tables")
    return folder


def test_jq(folder: Path) -> None:
    if not shutil.which("jq"):
        pytest.skip("no jq here: apt-get install jq")
    done = subprocess.run(["sh", EXAMPLES / "jq.sh", "records.jsonl"], cwd=folder, capture_output=True, text=True, check=True)
    (line,) = done.stdout.splitlines()
    assert line.split("\t")[1:] == ["3400000", "$3.4 million"]


def test_duckdb(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(folder)
    sums, facts = (duckdb.sql(query).fetchall() for query in (EXAMPLES / "duckdb.sql").read_text().split(";")[:2])
    assert [(currency, int(total), count) for currency, total, count in sums] == [("USD", 3_400_090, 2), ("GBP", 2_500_000, 1)]
    assert (str(facts[0][0]), facts[0][1].lower(), int(facts[0][2]), facts[0][3]) == ("2025-05-02", "revenue", 3_400_000, "USD")


def test_pandas(folder: Path) -> None:
    pytest.importorskip("pandas")
    done = subprocess.run(
        [sys.executable, EXAMPLES / "pandas_money.py", "records.jsonl"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        "source.uri,amount,money.currency,money.text",
        "a.txt,3400000,USD,$3.4 million",
        "a.txt,90,USD,$90",
        "b.txt,2500000,GBP,£2.5 million",
    ]


@pytest.fixture
def psql() -> Iterator[Callable[..., str]]:
    """A PostgreSQL server of the test's own on a socket in its own folder; gives a psql that returns what it prints."""
    if INITDB is None:
        pytest.skip("no PostgreSQL server here: apt-get install postgresql")
    user = None
    if os.geteuid() == 0:
        # The server refuses to run as root.
        try:
            user = pwd.getpwnam("postgres").pw_name
        except KeyError:
            pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    place = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    if user:
        shutil.chown(place, user)
    tools, data = INITDB.parent, place / "data"

    def run(*words: str | Path) -> None:
        subprocess.run(words, user=user, cwd=place, check=True, stdout=subprocess.DEVNULL)

    run(INITDB, "-D", data, "-A", "trust", "-U", "press", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
    options = f"-c listen_addresses= -k {place} -c fsync=off"
    run(tools / "pg_ctl", "-D", data, "-w", "-l", place / "log", "-o", options, "start")

    def client(*words: str, stdin: Path | None = None) -> str:
        command = [tools / "psql", "-h", place, "-U", "press", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt", *words]
        with (stdin or Path(os.devnull)).open("rb") as source:
            done = subprocess.run(
                command, stdin=source, capture_output=True, text=True, check=False, env={**os.environ, "PGCLIENTENCODING": "UTF8"}
            )
        assert done.returncode == 0, done.stderr
        return done.stdout

    yield client
    run(tools / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(place)


def test_postgresql(folder: Path, psql: Callable[..., str]) -> None:
    for _ in range(2):  # the second time replaces what is there
        psql("-f", str(EXAMPLES / "postgres.sql"), stdin=folder / "records.jsonl")
    assert psql("-c", "SELECT count(*), min(published) FROM press_records") == "2|2025-05-02\n"
    rows = psql("-c", "SELECT amount, currency, words FROM press_money ORDER BY amount").splitlines()
    assert rows == ["90|USD|$90", "2500000|GBP|£2.5 million", "3400000|USD|$3.4 million"]


def test_a_webhook(folder: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    receiver = subprocess.Popen([sys.executable, EXAMPLES / "receiver.py", port, folder / "inbox"], stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 20
        while time.monotonic() < until and not (folder / "inbox").exists():
            time.sleep(0.05)
        for _ in range(2):
            extract(folder, "a.txt", "b.txt", "--post", f"http://127.0.0.1:{port}/")
        assert len(list((folder / "inbox").iterdir())) == 2
    finally:
        receiver.terminate()
        receiver.wait(10)

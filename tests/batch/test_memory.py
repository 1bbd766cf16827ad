"""Memory of a real batch over many texts with ever new words."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median
from subprocess import TimeoutExpired

import pytest

from tests.batch.support import Start, read_lines, write_lines


def resident(pid: int) -> float:
    """Megabytes; 0 where the process is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, IndexError):
        return 0


def worker(parent: int) -> float:
    """Megabytes of the greatest child."""
    try:
        words = " ".join(path.read_text() for path in Path(f"/proc/{parent}/task").glob("*/children")).split()
    except OSError:
        return 0
    return max((resident(int(pid)) for pid in words), default=0)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux's /proc")
def test_memory_is_flat_over_twenty_thousand_texts_and_records_come_as_they_are_made(tmp_path: Path, start: Start) -> None:
    write_lines(tmp_path / "rows.jsonl", [f"Firm Zq{n}x bought Vr{n}k for ${n} million on March 3, 2025." for n in range(20_000)])
    process = start("rows.jsonl", "-q", "-o", "out.jsonl", "--jobs", "2")
    samples: list[tuple[int, float, float]] = []
    lines = seen = 0
    while process.poll() is None:
        for part in tmp_path.glob("out.jsonl.*.tmp"):
            with part.open("rb") as stream:
                stream.seek(seen)
                data = stream.read()
            lines, seen = lines + data.count(b"\n"), seen + len(data)
        samples.append((lines, resident(process.pid), worker(process.pid)))
        try:
            process.wait(0.2)
        except TimeoutExpired:
            continue
    assert process.returncode == 0
    assert len(read_lines(tmp_path / "out.jsonl")) == 20_000
    early = [s for s in samples if 2000 <= s[0] < 6000]
    late = [s for s in samples if 15_000 <= s[0] < 20_000]
    assert early, "records are written as they come"
    assert late, "records are written as they come"
    for at in (1, 2):
        assert median(s[at] for s in late) < 1.3 * median(s[at] for s in early)

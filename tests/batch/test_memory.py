"""Memory of a real batch over many texts with ever new words."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from subprocess import TimeoutExpired

import pytest

from tests.batch.support import Start, read_lines, write_lines
from tests.processes import children, resident


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
        samples.append((lines, resident(process.pid), max(map(resident, children(process.pid)), default=0)))
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

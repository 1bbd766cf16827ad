"""What Linux says of running processes, for the tests and benchmarks of memory."""

from __future__ import annotations

import os
from pathlib import Path


def resident(pid: int | str = "self") -> float:
    """Megabytes that a process holds; 0 where it is gone."""
    try:
        words = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(words[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if len(words) > 1 else 0


def children(pid: int) -> list[int]:
    """The processes that it has started and that still run."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(word) for word in path.read_text(encoding="ascii").split()]
        except OSError:
            continue
    return found

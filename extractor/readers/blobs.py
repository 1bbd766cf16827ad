"""What lies behind an input before it is read as an article: bytes with a name and a kind, small enough to hand to another process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Blob:
    """One file, one member of an archive, or one line of a file of lines. `kind` is the ending that names the format (`.txt`)."""

    uri: str
    kind: str
    data: bytes


LINE = ".jsonl line"

# More than any article; a small archive that unpacks to this is an accident or an attack.
LIMIT = 256 * 2**20

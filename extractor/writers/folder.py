"""A folder of files, one a table, that appear under their names only when all are whole."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import OutputError
from extractor.writers.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def tables(path: str, suffix: str) -> Iterator[dict[str, Path]]:
    """Gives a temporary path for each table; at the end they are renamed to `path/<table>.<suffix>`, or removed after an error.

    Raises OutputError where the disk or the folder refuses.
    """
    folder = Path(path)
    parts = {table: folder / f".{table}.{suffix}.{os.getpid()}.tmp" for table in TABLES}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield parts
        for part in parts.values():
            with part.open("rb") as stream:
                os.fsync(stream.fileno())
        for table, part in parts.items():
            part.replace(folder / f"{table}.{suffix}")
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror or error}."
        raise OutputError(message, "Make room or choose another place with -o, and run the same command again.") from error
    finally:
        for part in parts.values():
            _remove(part)


def _remove(part: Path) -> None:
    with suppress(OSError):  # the folder could not be written to in the first place
        part.unlink(missing_ok=True)

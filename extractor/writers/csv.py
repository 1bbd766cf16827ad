"""CSV (RFC 4180): a folder with one file a table, UTF-8, a header line, amounts as plain decimals, nothing for null."""

from __future__ import annotations

import csv
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from extractor.writers.folder import tables
from extractor.writers.tables import TABLES, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def csv_tables(path: str) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Gives a function that takes records. Raises OutputError where the disk or the folder refuses."""
    with tables(path, "csv") as parts, ExitStack() as files:
        writers = {}
        for table, part in parts.items():
            stream = files.enter_context(part.open("w", encoding="utf-8", newline=""))
            writers[table] = csv.DictWriter(stream, list(TABLES[table]), lineterminator="\n")
            writers[table].writeheader()

        def write(record: dict[str, Any]) -> None:
            for table, row in rows(record):
                writers[table].writerow(row)

        yield write

"""Writers: records to bytes. One format a file; `output` opens where they go, `sink` picks the format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

TABLES = ("csv", "parquet", "sqlite")
ANNOTATIONS = ("prodigy", "doccano", "displacy", "label-studio", "docbin")
FORMATS = ("json", "jsonl", *TABLES, *ANNOTATIONS)


def sink(form: str, path: str | None, *, at_once: bool = False) -> AbstractContextManager[Callable[[dict[str, Any]], None]]:
    """What takes records (as JSON gives them) and writes them in a format of TABLES or ANNOTATIONS; with `at_once` SQLite shows each as it comes.

    Raises ConfigurationError where tables have no place to go; OutputError, when used, where the place refuses.
    """
    if form in ANNOTATIONS:
        from extractor.writers.annotations import annotated

        return annotated(form, path)
    if path is None or path == "-":
        message = f"--format {form} writes {'a file' if form == 'sqlite' else 'a folder'} of tables."
        raise ConfigurationError(message, "Name it with -o.")
    if form == "csv":
        from extractor.writers.csv import csv_tables

        return csv_tables(path)
    if form == "parquet":
        from extractor.writers.parquet import parquet_tables

        return parquet_tables(path)
    from extractor.writers.sqlite import sqlite_tables

    return sqlite_tables(path, 1) if at_once else sqlite_tables(path)

"""SQLite: one table a kind in one file; an article that is there already is replaced (by its id), a failure by its uri. Amounts are exact text."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from extractor.errors import OutputError
from extractor.writers.tables import TABLES, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# SQLite has no decimals, and NUMERIC would turn them into floats: text is exact, CAST(amount AS REAL) is the user's choice.
_TYPES = {"text": "TEXT", "integer": "INTEGER", "decimal": "TEXT", "boolean": "INTEGER", "date": "TEXT"}
TRANSACTION = 200  # articles


@contextmanager
def sqlite_tables(path: str, transaction: int = TRANSACTION) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Gives a function that takes records; they are in the file so many at a time, and all or none of each. Raises OutputError where SQLite refuses."""
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _create(connection)
            connection.execute("BEGIN")
            count = 0

            def write(record: dict[str, Any]) -> None:
                nonlocal count
                _replace(connection, record)
                count += 1
                if count % transaction == 0:
                    connection.execute("COMMIT")
                    connection.execute("BEGIN")

            yield write
            connection.execute("COMMIT")
        finally:
            connection.close()
    except sqlite3.Error as error:
        message = f"{path}: cannot be written: {error}."
        raise OutputError(message, "Make room or choose another file with -o, and run the same command again.") from error


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    for table, columns in TABLES.items():
        fields = ", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in columns.items())
        connection.execute(f'CREATE TABLE IF NOT EXISTS "{table}" ({fields})')
        key = "uri" if table == "failures" else "article_id"
        unique = "UNIQUE " if table == "articles" else ""
        connection.execute(f'CREATE {unique}INDEX IF NOT EXISTS "{table}_{key}" ON "{table}" ("{key}")')


def _replace(connection: sqlite3.Connection, record: dict[str, Any]) -> None:
    connection.execute("DELETE FROM failures WHERE uri = ?", (record["source"]["uri"],))
    if "error" not in record:
        for table in TABLES:
            if table != "failures":
                connection.execute(f'DELETE FROM "{table}" WHERE article_id = ?', (record["id"],))  # noqa: S608 - our own table names
    for table, row in rows(record):
        marks = ", ".join("?" * len(row))
        connection.execute(f'INSERT INTO "{table}" VALUES ({marks})', list(row.values()))  # noqa: S608 - our own table names

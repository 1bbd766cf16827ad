"""Parquet by pyarrow: a folder with one file a table, amounts as DECIMAL(38, 9), dates as DATE."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extractor.errors import NotInstalledError
from extractor.writers.folder import tables
from extractor.writers.tables import TABLES, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The widest decimal that DuckDB, Spark and BigQuery read; a number that does not fit is null, its words stand in `text`.
PRECISION, SCALE = 38, 9
_LIMIT = Decimal(10) ** (PRECISION - SCALE)
GROUP = 20_000  # rows that are kept in memory for each table


@contextmanager
def parquet_tables(path: str) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Gives a function that takes records. Raises OutputError where the disk or the folder refuses, NotInstalledError without pyarrow."""
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise NotInstalledError("Writing Parquet needs pyarrow.", "Install it: pip install 'press-extractor[parquet]'.") from error
    kinds = {
        "text": pa.string(),
        "integer": pa.int64(),
        "decimal": pa.decimal128(PRECISION, SCALE),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    schemas = {table: pa.schema([(name, kinds[kind]) for name, kind in columns.items()]) for table, columns in TABLES.items()}
    with tables(path, "parquet") as parts, ExitStack() as files:
        writers = {
            table: files.enter_context(ParquetWriter(str(part), schemas[table], compression="zstd")) for table, part in parts.items()
        }
        waiting: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}

        def flush(table: str) -> None:
            writers[table].write_table(pa.Table.from_pylist(waiting[table], schema=schemas[table]))
            waiting[table].clear()

        def write(record: dict[str, Any]) -> None:
            for table, row in rows(record):
                waiting[table].append(_typed(table, row))
                if len(waiting[table]) >= GROUP:
                    flush(table)

        yield write
        for table in TABLES:
            flush(table)


def _typed(table: str, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(row[name], kind) for name, kind in TABLES[table].items()}


def _value(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "decimal":
        number = Decimal(value)
        exponent = number.as_tuple().exponent
        fits = abs(number) < _LIMIT and isinstance(exponent, int) and exponent >= -SCALE
        return number if fits else None
    return date.fromisoformat(value) if kind == "date" else value

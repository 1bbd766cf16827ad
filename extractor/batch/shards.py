"""A folder of shards: `part-00000.jsonl` (or `part-00000/` with Parquet tables) of so many articles each, and `manifest.json` when all is done.

Shards hold the articles in the order of the inputs: `cat part-*.jsonl` gives the bytes of a run into one file.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import OutputError
from extractor.writers import sink
from extractor.writers.output import output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.batch.work import Result

MANIFEST = "manifest.json"


class _Shard:
    """The shard that is being filled."""

    def __init__(self, folder: Path, number: int, form: str) -> None:
        self.name = f"part-{number:05}" + ("" if form == "parquet" else ".jsonl")
        self.records = self.failures = 0
        self._digest = hashlib.sha256()
        self._stack = ExitStack()
        place = str(folder / self.name)
        self._write_row = self._stack.enter_context(sink("parquet", place)) if form == "parquet" else None
        self._write = self._stack.enter_context(output(place)) if form != "parquet" else None

    def add(self, result: Result) -> None:
        """Takes one more result."""
        self.failures += result.code is not None
        self.records += result.code is None
        line = result.line + "\n"
        self._digest.update(line.encode())
        if self._write:
            self._write(line)
        elif self._write_row:
            self._write_row(json.loads(result.line))

    def close(self) -> dict[str, Any]:
        """Puts it under its name, and says what is in it: the digest is that of the records as JSON Lines."""
        self._stack.close()
        return {"name": self.name, "records": self.records, "failures": self.failures, "sha256": self._digest.hexdigest()}

    def drop(self, error: BaseException) -> None:
        """Takes it away after an error."""
        self._stack.__exit__(type(error), error, error.__traceback__)


@contextmanager
def shards(path: str, form: str, size: int) -> Iterator[Callable[[Result], None]]:
    """Gives a function that takes results. Shards and manifest of an earlier run are replaced. Raises OutputError where the folder refuses."""
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MANIFEST).unlink(missing_ok=True)
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror or error}."
        raise OutputError(message, "Choose another folder with -o.") from error
    done: list[dict[str, Any]] = []
    shard: _Shard | None = None

    def add(result: Result) -> None:
        nonlocal shard
        if shard is None:
            shard = _Shard(folder, len(done), form)
        shard.add(result)
        if shard.records + shard.failures >= size:
            done.append(shard.close())
            shard = None

    try:
        yield add
    except BaseException as error:
        if shard:
            shard.drop(error)
        raise
    if shard:
        done.append(shard.close())
    _remove_later(folder, len(done))
    totals = {key: sum(part[key] for part in done) for key in ("records", "failures")}
    with output(str(folder / MANIFEST)) as write:
        write(json.dumps({"format": form, **totals, "shards": done}, indent=2) + "\n")


def _remove_later(folder: Path, count: int) -> None:
    """Shards of an earlier, longer run, which the manifest does not name, would be counted by `part-*`."""
    import shutil

    for part in folder.glob("part-[0-9]*"):
        if int(part.name[5:10]) >= count:
            shutil.rmtree(part) if part.is_dir() else part.unlink()

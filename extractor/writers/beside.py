"""One JSON file an article, in a folder that mirrors where the articles came from (`--out-dir .` puts them beside their sources)."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import OutputError
from extractor.writers.output import output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def json_files(folder: str) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Gives a function that takes records and failures. Two articles of one name get `.2`, `.3`. Raises OutputError where the folder refuses."""
    taken: dict[str, int] = {}

    def write(record: dict[str, Any]) -> None:
        name = file_name(record)
        taken[name] = taken.get(name, 0) + 1
        count = f".{taken[name]}" if taken[name] > 1 else ""
        target = Path(folder) / f"{name}{count}.json"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"{target.parent}: cannot be made: {error.strerror or error}."
            raise OutputError(message, "Choose another place with --out-dir.") from error
        with output(str(target)) as put:
            put(json.dumps(record, indent=2, ensure_ascii=False) + "\n")

    yield write


def file_name(record: dict[str, Any]) -> str:
    """A relative path for a record: its source's, without drive, root, `..` and signs that file systems refuse."""
    source = record["source"]
    name = source["uri"] or source["id"] or record.get("id") or "article"
    parts = re.sub(r"^\w+://", "", name.replace("\\", "/")).split("/")
    kept = [re.sub(r"[^\w.,#() -]", "_", part).strip() for part in parts if part not in {"", ".", ".."}]
    return "/".join(part[:120] for part in kept if part) or "article"

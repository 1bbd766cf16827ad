"""Gold articles: text, spans and what belongs to the whole article. Read from JSON Lines, or from a folder of marked texts.

A line is `{id, text, published, spans: [{start, end, text, type, ...}], doc: {...}}`. In a folder an article is `NN.txt` with inline marks
and `NN.toml` with the keys of `doc` and `published` (corpus/GUIDE.md).
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.evaluation.inline import InlineError, parse


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold article. A span is a dict with `start`, `end`, `text`, `type` and the keys of its type."""

    id: str
    text: str
    published: str | None
    spans: list[dict[str, Any]]
    doc: dict[str, Any] = field(default_factory=dict)

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The spans of one type, in text order."""
        return [span for span in self.spans if span["type"] == kind]


def load(path: str) -> list[Gold]:
    """The articles of a .jsonl file, or of a folder, in order.

    Raises GoldError, naming file and line, where something is missing, malformed, or offsets do not give their text.
    """
    where = Path(path)
    try:
        found = _folder(where) if where.is_dir() else _lines(where)
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror or error}."
        raise GoldError(message, "Name a .jsonl file or a folder of marked texts.") from error
    if not found:
        message = f"{path}: no gold article in it."
        raise GoldError(message, "Name a .jsonl file or a folder of marked texts.")
    return found


def _lines(path: Path) -> list[Gold]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                row = json.loads(line)
                gold = Gold(str(row["id"]), row["text"], row.get("published"), row["spans"], row.get("doc") or {})
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                message = f"{path}, line {number}: no gold article: {type(error).__name__}: {error}."
                raise GoldError(message, "A line is {id, text, published, spans, doc}.") from error
            found.append(_checked(gold, f"{path}, line {number}"))
    return found


def _folder(path: Path) -> list[Gold]:
    found = []
    for file in sorted(path.glob("*.txt")):
        try:
            text, marks = parse(file.read_text(encoding="utf-8"))
            doc = tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))
        except (InlineError, tomllib.TOMLDecodeError) as error:
            message = f"{file}: {error}"
            raise GoldError(message, "Mend the marks or the .toml beside it.") from error
        spans = [
            {"start": m.start, "end": m.end, "text": text[m.start : m.end], "type": m.type, **_keys(m.type, m.keys, text[m.start : m.end])}
            for m in marks
        ]
        published = doc.pop("published", None)
        found.append(_checked(Gold(file.stem, text, published and str(published), spans, doc), str(file)))
    return found


def _keys(kind: str, keys: dict[str, str], words: str) -> dict[str, str]:
    if kind in {"ORG", "PERSON", "PROGRAM"}:
        return {"name": " ".join(words.split())} | keys
    if kind == "DATE":
        return {("timex_type" if key == "type" else key): value for key, value in keys.items()}
    return dict(keys)


def _checked(gold: Gold, where: str) -> Gold:
    for span in gold.spans:
        if gold.text[span["start"] : span["end"]] != span["text"]:
            message = f"{where}: offsets {span['start']} to {span['end']} do not give {span['text']!r}."
            raise GoldError(message, "Let the offsets be made by a program.")
    return gold

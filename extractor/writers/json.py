"""JSON: one record pretty, several as an array; JSON Lines: one record a line. UTF-8, keys in the order of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schemas import ArticleRecord, ExtractionFailure

Format = Literal["json", "jsonl"]


def line(record: ArticleRecord | ExtractionFailure) -> str:
    """The record on one line. `text` is left out where it was not asked for."""
    return record.model_dump_json(exclude=_unasked(record))


def pretty(record: ArticleRecord | ExtractionFailure) -> str:
    """The record indented by two, for people."""
    return json.dumps(plain_row(record), indent=2, ensure_ascii=False)


def plain_row(record: ArticleRecord | ExtractionFailure) -> dict[str, Any]:
    """The record as JSON gives it, in plain Python."""
    return record.model_dump(mode="json", exclude=_unasked(record))


def plain_rows(records: Iterable[ArticleRecord | ExtractionFailure]) -> Iterator[dict[str, Any]]:
    """Each record as JSON gives it, in plain Python."""
    return map(plain_row, records)


def serialize(records: Iterable[ArticleRecord | ExtractionFailure], form: Format, *, array: bool) -> Iterator[str]:
    """The output in pieces, as records come: lines for `jsonl`; for `json` one object, or an array of them."""
    if form == "jsonl":
        for record in records:
            yield line(record) + "\n"
        return
    if not array:
        for record in records:
            yield pretty(record) + "\n"
        return
    before = "[\n"
    for record in records:
        yield before + pretty(record)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _unasked(record: ArticleRecord | ExtractionFailure) -> set[str]:
    return {"text"} if getattr(record, "text", None) is None else set()

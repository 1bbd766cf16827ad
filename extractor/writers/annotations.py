"""Annotation formats: the record's mentions as spans over its text, for tools that show or correct them. Records must carry their text.

prodigy (spaCy's and Prodigy's JSONL), doccano, displacy (JSONL, `manual=True`), label-studio (an array of tasks with predictions),
docbin (spaCy's binary, spans under `doc.spans["press"]`).
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from extractor.writers.output import output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMATS = ("prodigy", "doccano", "displacy", "label-studio", "docbin")
LABELS = {
    "organizations": "ORG", "people": "PERSON", "programs": "PROGRAM", "places": "PLACE", "dates": "DATE", "money": "MONEY",
    "percentages": "PERCENT", "quantities": "QUANTITY", "quotes": "QUOTE",
}  # fmt: skip
_ENTITIES = {"organizations", "people", "programs", "places"}
Span = tuple[int, int, str]


def spans(record: dict[str, Any]) -> list[Span]:
    """Start, end and label of every mention, in text order."""
    found = []
    for kind, label in LABELS.items():
        items = (m for item in record[kind] for m in item["mentions"]) if kind in _ENTITIES else record[kind]
        found += [(item["start"], item["end"], label) for item in items]
    return sorted(found)


@contextmanager
def annotated(form: str, path: str | None) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Gives a function that takes records with their text; failures are left out. Raises OutputError where the output cannot be written."""
    if form == "docbin":
        with _docbin(path) as write:
            yield write
        return
    with output(path) as put:
        if form == "label-studio":
            before = "[\n"

            def task(record: dict[str, Any]) -> None:
                nonlocal before
                if "error" not in record:
                    put(before + json.dumps(_label_studio(record), ensure_ascii=False))
                    before = ",\n"

            yield task
            put("\n]\n" if before == ",\n" else "[]\n")
            return
        shape = {"prodigy": _prodigy, "doccano": _doccano, "displacy": _displacy}[form]

        def line(record: dict[str, Any]) -> None:
            if "error" not in record:
                put(json.dumps(shape(record), ensure_ascii=False) + "\n")

        yield line


def _meta(record: dict[str, Any]) -> dict[str, Any]:
    return {"id": record["id"], "uri": record["source"]["uri"]}


def _prodigy(record: dict[str, Any]) -> dict[str, Any]:
    found = [{"start": start, "end": end, "label": label} for start, end, label in spans(record)]
    return {"text": record["text"], "spans": found, "meta": _meta(record)}


def _doccano(record: dict[str, Any]) -> dict[str, Any]:
    return {"text": record["text"], "label": [list(span) for span in spans(record)], "meta": _meta(record)}


def _displacy(record: dict[str, Any]) -> dict[str, Any]:
    """Entities that do not overlap, which is all that displaCy shows: of two the longer, quotes never."""
    kept: list[Span] = []
    for span in sorted((s for s in spans(record) if s[2] != "QUOTE"), key=lambda s: (s[0] - s[1], s)):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    ents = [{"start": start, "end": end, "label": label} for start, end, label in sorted(kept)]
    return {"text": record["text"], "ents": ents, "title": record["article"]["headline"]}


def _label_studio(record: dict[str, Any]) -> dict[str, Any]:
    found = [
        {
            "id": f"s{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": start, "end": end, "text": record["text"][start:end], "labels": [label]},
        }
        for number, (start, end, label) in enumerate(spans(record), start=1)
    ]
    model = f"press-extractor {record['provenance']['extractor']}"
    return {"data": {"text": record["text"], **_meta(record)}, "predictions": [{"model_version": model, "result": found}]}


@contextmanager
def _docbin(path: str | None) -> Iterator[Callable[[dict[str, Any]], None]]:
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    bin_ = DocBin(store_user_data=True)

    def write(record: dict[str, Any]) -> None:
        if "error" not in record:
            doc = nlp.make_doc(record["text"])
            # A border inside a token widens to the token: a Doc can say no less.
            found = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans(record))
            doc.spans["press"] = [span for span in found if span is not None]
            doc.user_data["meta"] = _meta(record)
            bin_.add(doc)

    yield write
    with output(path, binary=True) as put:
        put(bin_.to_bytes())

"""Writes the JSON Schemas of the models to `schemas/json/`: `python -m schemas.export` after every change of a model."""

import json
from pathlib import Path

from pydantic import BaseModel

from schemas.failure import ExtractionFailure
from schemas.record import ArticleRecord

FOLDER = Path(__file__).parent / "json"
MODELS: dict[str, type[BaseModel]] = {"article_record": ArticleRecord, "extraction_failure": ExtractionFailure}


def json_schema(name: str) -> str:
    """The JSON Schema (2020-12, as serialized) of `article_record` or `extraction_failure`, indented, with a closing line end."""
    schema = MODELS[name].model_json_schema(mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Writes every schema."""
    FOLDER.mkdir(exist_ok=True)
    for name in MODELS:
        (FOLDER / f"{name}.schema.json").write_text(json_schema(name), encoding="utf-8")


if __name__ == "__main__":
    main()

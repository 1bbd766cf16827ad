"""`python -m extractor schema`: prints the JSON Schema of the record."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.main import Exit
from extractor.errors import ForeignSchemasError
from extractor.writers.output import output

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Prints the schema that is committed with the models; returns the exit code."""
    parser = argparse.ArgumentParser(prog="press-extractor schema", description="Print the JSON Schema of the record.")
    parser.add_argument("--failure", action="store_true", help="the schema of the line that stands for an unreadable article")
    arguments = parser.parse_args(argv)
    name = "extraction_failure" if arguments.failure else "article_record"
    with output(None) as write:
        write(_folder().joinpath(f"{name}.schema.json").read_text(encoding="utf-8"))
    return Exit.DONE


def _folder() -> Path:
    """Where the exported schemas lie, found without importing the models: they need pydantic, a fifth of a second."""
    spec = find_spec("schemas")
    if spec is None or not spec.submodule_search_locations:
        raise ForeignSchemasError("The package `schemas` is not the extractor's.", "Install press-extractor again.")
    return Path(spec.submodule_search_locations[0]) / "json"

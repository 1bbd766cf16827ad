"""`python -m extractor schema`: prints the JSON Schema of the record."""

from __future__ import annotations

import argparse
from importlib.resources import files
from typing import TYPE_CHECKING

from extractor.writers.output import output

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Prints the schema that is committed with the models; returns the exit code."""
    parser = argparse.ArgumentParser(prog="press-extractor schema", description="Print the JSON Schema of the record.")
    parser.add_argument("--failure", action="store_true", help="the schema of the line that stands for an unreadable article")
    arguments = parser.parse_args(argv)
    name = "extraction_failure" if arguments.failure else "article_record"
    # The exported file, not the models: they need pydantic, a fifth of a second.
    text = files("schemas").joinpath("json", f"{name}.schema.json").read_text(encoding="utf-8")
    with output(None) as write:
        write(text)
    return 0

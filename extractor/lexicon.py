"""Reads the data files of a kind: `lexicon/*.csv` and `*.toml` beside its code. What is known stands there, one fact a row, with an id."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rows(package: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicon/<name>` of a package as dicts by column; lines that start with `#` are comments.

    Raises FileNotFoundError where the package has no such file.
    """
    text = files(package).joinpath("lexicon", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(csv.DictReader(lines))


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """`lexicon/<name>`, a TOML file of a package, as nested dicts. Raises FileNotFoundError where there is none."""
    return tomllib.loads(files(package).joinpath("lexicon", name).read_text(encoding="utf-8"))

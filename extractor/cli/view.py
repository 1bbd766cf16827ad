"""`python -m extractor view FILE...`: articles or records in, one HTML report out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.cli.arguments import day, keep_inputs
from extractor.cli.main import Exit
from extractor.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

DESCRIPTION = "Write one self-contained HTML page that shows articles with what was found in them."
EPILOG = """examples:
  press-extractor view release.txt --published 2025-05-02 -o report.html
  press-extractor releases/ --include-text -o records.jsonl && press-extractor view records.jsonl -o report.html"""


def run(argv: Sequence[str]) -> int:
    """Writes the report; returns the exit code. Raises errors.ConfigurationError and errors.OutputError."""
    arguments = _parser().parse_args(argv)
    keep_inputs(arguments.inputs, arguments.output)
    from extractor.view import report
    from extractor.writers.output import output

    rows = list(_rows(arguments.inputs, arguments.published, arguments.model))
    failures = sum("error" in row for row in rows)
    if failures == len(rows):
        for row in rows:
            print(f"press-extractor: {row['error']['code']}: {row['error']['message']}", file=sys.stderr)
        return Exit.NOTHING
    with output(arguments.output) as write:
        write(report(rows))
    for row in rows:
        if "error" in row:
            print(f"press-extractor: {row['error']['code']}: {row['error']['message']}", file=sys.stderr)
    return Exit.SOME_FAILED if failures else Exit.DONE


def _rows(inputs: Sequence[str], published: date | None, model: str) -> Iterator[dict[str, Any]]:
    """Records and failures as JSON objects, in the order of the inputs: read where a line is one, made where it is an article."""
    maker = _Maker(model)
    for name in inputs:
        path = Path(name)
        if path.is_file() and _holds_records(path):
            yield from _records(path)
        else:
            yield from maker.rows(name, published)


class _Maker:
    """Makes records of what is none yet; the model is loaded with the first."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._extractor: Any = None

    def rows(self, name: str, published: date | None) -> Iterator[dict[str, Any]]:
        from extractor.engine import Extractor, failure
        from extractor.errors import ArticleError
        from extractor.readers import read

        for article in read([name], published):
            if isinstance(article, ArticleError):
                yield failure(article).model_dump(mode="json")
                continue
            self._extractor = self._extractor or Extractor(model=self._model, include_text=True)
            for result in self._extractor.extract_many([article]):
                yield result.model_dump(mode="json")


def _holds_records(path: Path) -> bool:
    """Whether the file begins with a record or a failure (JSON Lines, or one indented record)."""
    with path.open("rb") as stream:
        head = stream.read(400).lstrip(b"\xef\xbb\xbf \r\n\t")
    return head.startswith(b"{") and head[1:].lstrip().startswith(b'"schema_version"')


def _records(path: Path) -> Iterator[dict[str, Any]]:
    """The file's records, checked against the contract; a line that is none becomes a failure."""
    content = path.read_text(encoding="utf-8-sig", errors="replace")
    lines = content.splitlines() if _first_line_whole(content) else [content]
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _checked(line, f"{path.name}, line {number}")


def _first_line_whole(content: str) -> bool:
    try:
        json.loads(content.split("\n", 1)[0])
    except ValueError:
        return False
    return True


def _checked(line: str, where: str) -> dict[str, Any]:
    from pydantic import ValidationError

    from extractor.engine import failure
    from extractor.errors import LineError
    from schemas import ArticleRecord, ExtractionFailure

    try:
        model = ExtractionFailure if '"error":' in line[:2000] and '"provenance"' not in line else ArticleRecord
        return model.model_validate_json(line).model_dump(mode="json")
    except ValidationError as error:
        first = error.errors()[0]
        message = f"{where}: no record: {'.'.join(map(str, first['loc']))}: {first['msg']}."
        return failure(LineError(message, "Make it again with this version.", uri=where)).model_dump(mode="json")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="press-extractor view", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="+", metavar="FILE", help="articles (as for the main command), or records (.jsonl, .json)")
    parser.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")
    parser.add_argument("--published", type=day, metavar="DATE", help="the day that relative dates count from, where the input says none")
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, metavar="NAME", help="an installed spaCy pipeline or a path (default: %(default)s)"
    )
    return parser

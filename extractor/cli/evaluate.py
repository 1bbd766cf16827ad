"""`python -m extractor evaluate GOLD`: precision, recall and F1 a kind, and the gate."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.cli.main import Exit
from extractor.settings import DEFAULT_MODEL
from extractor.writers.output import output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.evaluation.gold import Gold
    from extractor.evaluation.score import Figure

DESCRIPTION = """Score the extractor on gold articles: a .jsonl file, or a folder of marked texts such as corpus/.

exact: equal extent; overlap: one shared character; value: overlap and equal normalized value (for names: the entity bears its name)."""


def run(argv: Sequence[str]) -> int:
    """Prints the figures; 1 where a figure is below the baseline. Raises errors.GoldError and errors.ConfigurationError."""
    arguments = _parser().parse_args(argv)
    from extractor.evaluation import gate
    from extractor.evaluation.gold import load
    from extractor.evaluation.score import score

    golds = load(arguments.gold)
    figures = score(golds, _records(golds, arguments.records, arguments.model))
    with output(None) as write:
        write(_json(figures) if arguments.json else _table(figures))
    if not arguments.baseline:
        return Exit.DONE
    path = Path(arguments.baseline)
    if arguments.update:
        gate.update(figures, golds, path, arguments.reason)
        print(f"press-extractor: {path} written", file=sys.stderr)
        return Exit.DONE
    lines = gate.sunk(figures, golds, path)
    for line in lines:
        print(f"press-extractor: {line}", file=sys.stderr)
    return Exit.NOTHING if lines else Exit.DONE


def _records(golds: list[Gold], path: str | None, model: str) -> dict[str, dict[str, Any]]:
    """Records by article id: read from a file, or made now."""
    if path:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        return {row["source"]["id"]: row for row in rows}
    from extractor.article import Article, read_date
    from extractor.engine import Extractor

    extractor = Extractor(model=model)
    articles = (Article(text=gold.text, id=gold.id, published=read_date(gold.published)) for gold in golds)
    rows = [record.model_dump(mode="json") for record in extractor.extract_many(articles)]
    return {row["source"]["id"]: row for row in rows}


def _table(figures: dict[str, Figure]) -> str:
    lines = [f"{'':20} {'precision':>9} {'recall':>7} {'F1':>6} {'gold':>6} {'said':>6}"]
    lines += [f"{name:20} {f.precision:9.1f} {f.recall:7.1f} {f.f1:6.1f} {f.gold:6} {f.said:6}" for name, f in figures.items()]
    return "\n".join(lines) + "\n"


def _json(figures: dict[str, Figure]) -> str:
    rows = {
        name: {"precision": round(f.precision, 1), "recall": round(f.recall, 1), "f1": round(f.f1, 1), "gold": f.gold, "said": f.said}
        for name, f in figures.items()
    }
    return json.dumps(rows, indent=2) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="press-extractor evaluate", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", metavar="GOLD", help="a .jsonl file of gold articles, or a folder of marked texts")
    parser.add_argument("--records", metavar="FILE", help="score these records (.jsonl) instead of making them")
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, metavar="NAME", help="an installed spaCy pipeline or a path (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--baseline", metavar="FILE", help="fail where a figure is below the one in this file")
    parser.add_argument("--update", action="store_true", help="write the figures to the baseline")
    parser.add_argument("--reason", metavar="TEXT", help="why a figure of the baseline may sink")
    return parser

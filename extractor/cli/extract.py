"""`python -m extractor FILE...`: the main command. Articles in, records out."""

from __future__ import annotations

import argparse
import logging
import sys
from itertools import islice
from typing import TYPE_CHECKING

from extractor import __version__
from extractor.cli.arguments import day, keep_inputs
from extractor.cli.main import COMMANDS, Exit
from extractor.errors import ArticleError
from extractor.settings import DEFAULT_MODEL
from extractor.writers import ANNOTATIONS, FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.article import Article
    from extractor.engine import Extractor
    from extractor.findings import Findings
    from schemas import ArticleRecord, ExtractionFailure

DESCRIPTION = "Turns press releases and news articles into structured records: organizations, dates, money, percentages, facts, quotes."
INPUTS = (
    "text, Markdown, HTML, PDF, .docx, .eml, saved feeds or .jsonl files, .gz, .zip and .tar.gz of them; folders, globs, URLs (s3://, gs://), "
    "or - for standard input"
)
EPILOG = f"""other commands: {", ".join(COMMANDS)} (each has --help)

exit codes: 0 all done, 1 nothing usable, 2 usage, 3 some articles failed, 4 bad configuration, 130 interrupted

examples:
  press-extractor release.txt --published 2025-05-02
  press-extractor releases/ -o records.jsonl
  cat feed.jsonl | press-extractor - --format jsonl | jq -r '.money[].amount'"""


def run(argv: Sequence[str]) -> int:
    """Extracts and writes; returns the exit code. Raises errors.ConfigurationError and errors.OutputError."""
    arguments = _parser().parse_args(argv)
    level = logging.ERROR if arguments.quiet else logging.INFO if arguments.verbose else logging.WARNING
    logging.basicConfig(format="%(levelname)s: %(message)s", level=level, stream=sys.stderr)
    logging.getLogger("extractor").setLevel(level)
    return _Run(arguments).run()


class _Run:
    """One run: counts what was done and what failed."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.records = 0
        self.failures = 0

    def run(self) -> int:
        from extractor.readers import read

        articles = read(self.arguments.inputs, self.arguments.published, repair=self.arguments.repair, output=self.arguments.output)
        single, articles = self._is_single(articles)
        self._write(self._results(articles), single=single)
        self._say_summary()
        if self.failures and self.records:
            return Exit.SOME_FAILED
        return Exit.DONE if self.records else Exit.NOTHING

    def _write(self, results: Iterator[ArticleRecord | ExtractionFailure], *, single: bool) -> None:
        from extractor.writers import sink
        from extractor.writers.beside import json_files
        from extractor.writers.json import plain_rows, serialize
        from extractor.writers.output import output

        keep_inputs(self.arguments.inputs, self.arguments.output)
        form = self.arguments.format or ("json" if single else "jsonl")
        if self.arguments.post:
            from extractor.writers.webhook import webhook

            with webhook(self.arguments.post) as post:
                for row in plain_rows(results):
                    post(row)
        elif self.arguments.out_dir:
            with json_files(self.arguments.out_dir) as write_file:
                for row in plain_rows(results):
                    write_file(row)
        elif form in {"json", "jsonl"}:
            with output(self.arguments.output) as write:
                for piece in serialize(results, "json" if form == "json" else "jsonl", array=not single):
                    write(piece)
        else:
            with sink(form, self.arguments.output) as write_row:
                for row in plain_rows(results):
                    write_row(row)

    def _is_single(self, articles: Iterator[Article | ArticleError]) -> tuple[bool, Iterator[Article | ArticleError]]:
        """Whether one article is all there is: one file named, with one release in it. Looks no further than the second article."""
        from itertools import chain

        from extractor.readers.sources import is_lines

        inputs = self.arguments.inputs
        if len(inputs) > 1 or is_lines(inputs[0]):
            return False, articles
        first = list(islice(articles, 2))
        return len(first) == 1, chain(first, articles)

    def _results(self, articles: Iterable[Article | ArticleError]) -> Iterator[ArticleRecord | ExtractionFailure]:
        """A record or failure for each; the model is loaded with the first article that can be read."""
        extractor: Extractor | None = None
        for article in self._with_progress(articles):
            try:
                if isinstance(article, ArticleError):
                    raise article
                if extractor is None:
                    extractor = self._extractor()
                record, found = extractor.explain(article)
            except ArticleError as error:
                yield self._failed(error)
                continue
            self.records += 1
            self._talk(article, record, found)
            yield record

    def _extractor(self) -> Extractor:
        from extractor.engine import Extractor

        include_text = self.arguments.include_text or self.arguments.format in ANNOTATIONS
        return Extractor(model=self.arguments.model, include_text=include_text)

    def _failed(self, error: ArticleError) -> ExtractionFailure:
        from extractor.engine import failure

        self.failures += 1
        print(f"press-extractor: {error.code}: {error}", file=sys.stderr)
        return failure(error)

    def _with_progress(self, articles: Iterable[Article | ArticleError]) -> Iterable[Article | ArticleError]:
        if self.arguments.quiet or not sys.stderr.isatty():
            return articles
        from tqdm import tqdm

        bar: Iterable[Article | ArticleError] = tqdm(articles, unit=" articles", delay=1, file=sys.stderr)
        return bar

    def _talk(self, article: Article, record: ArticleRecord, found: Findings) -> None:
        name = article.uri or article.id or record.id
        if self.arguments.verbose:
            for warning in record.warnings:
                print(f"{name}: {warning.code}: {warning.message}", file=sys.stderr)
        if self.arguments.explain:
            from extractor.cli.explain import explain

            explain(name, record, found, sys.stderr)

    def _say_summary(self) -> None:
        total = self.records + self.failures
        if total == 0:
            print("press-extractor: no article in the input.", file=sys.stderr)
        elif not self.arguments.quiet and (total > 1 or self.arguments.verbose):
            print(f"press-extractor: {self.records} records + {self.failures} failures = {total} articles", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="press-extractor", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="+", metavar="FILE", help=INPUTS)
    parser.add_argument("--published", type=day, metavar="DATE", help="the day that relative dates count from, where the input says none")
    parser.add_argument(
        "-f", "--format", choices=FORMATS, metavar="FORMAT",
        help="json: indented; jsonl: one record a line (default for many); csv, parquet: a folder of flat tables; sqlite: a file of them, articles "
        "that are there are replaced; prodigy, doccano, displacy, label-studio, docbin: mentions as spans over the text",
    )  # fmt: skip
    place = parser.add_mutually_exclusive_group()
    place.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")
    place.add_argument(
        "--out-dir", metavar="DIR", help="one JSON file an article, in DIR as the sources lie (. puts them beside their sources)"
    )
    place.add_argument("--post", metavar="URL", help="POST each record there as JSON, with retries and an Idempotency-Key")
    parser.add_argument("--repair", action="store_true", help="mend double-encoded text (ftfy) before anything is counted")
    parser.add_argument("--include-text", action="store_true", help="put the article's text into its record")
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, metavar="NAME", help="an installed spaCy pipeline or a path (default: %(default)s)"
    )
    parser.add_argument("--explain", action="store_true", help="say on stderr which rule found what, and what was discarded and why")
    talk = parser.add_mutually_exclusive_group()
    talk.add_argument("-q", "--quiet", action="store_true", help="errors only")
    talk.add_argument("-v", "--verbose", action="store_true", help="warnings of the records, too")
    parser.add_argument("--version", action="version", version=f"press-extractor {__version__}")
    return parser

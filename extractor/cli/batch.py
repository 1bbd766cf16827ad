"""`python -m extractor batch INPUTS...`: many articles by several processes, resumable."""

from __future__ import annotations

import argparse
import json
import logging
import os
import signal
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.cli.arguments import count, day, keep_inputs, seconds
from extractor.cli.main import Exit
from extractor.errors import ConfigurationError, OutputError
from extractor.settings import DEFAULT_MODEL
from extractor.writers import ANNOTATIONS, FORMATS, sink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import FrameType

    from extractor.batch.run import Summary
    from extractor.batch.work import Result, Settings
    from extractor.errors import ArticleError
    from extractor.readers.blobs import Blob

DESCRIPTION = "Extract many articles by several processes. Records come out in the order of the inputs."
EPILOG = """A journal beside the output (OUT.journal) keeps what is done: the same command again does only what is new, changed or failed,
also after Ctrl-C, kill -9 or a full disk. Delete it to start afresh.

--watch DIR goes on until Ctrl-C or SIGTERM and takes each file when it has stood still for a second. Records can be read as they come in JSON
Lines, SQLite and --out-dir; tables and shards are whole at the end.

exit codes: 0 all done, 1 nothing usable, 2 usage, 3 some articles failed, 4 bad configuration (model, output), 130 interrupted, 143 terminated"""


# Inputs that a worker is given at a time: few, so that little is done again when it dies; more where they go over a network.
CHUNK = 16
SHARD = 64


def run(argv: Sequence[str]) -> int:
    """Runs the batch, says the summary; returns the exit code. Raises errors.ConfigurationError and errors.OutputError."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.shard_size and (arguments.format not in {"jsonl", "parquet"} or arguments.output in {None, "-"}):
        parser.error("--shard-size writes jsonl or parquet into the folder that -o names")
    if bool(arguments.inputs) == bool(arguments.watch):
        parser.error("name inputs, or a folder with --watch")
    keep_inputs(arguments.inputs, arguments.output)
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING, stream=sys.stderr)
    from extractor.batch.work import Settings
    from extractor.pipeline import check_model

    check_model(arguments.model)  # told before a worker starts
    settings = Settings(
        model=arguments.model,
        include_text=arguments.include_text or arguments.format in ANNOTATIONS,
        published=arguments.published,
        repair=arguments.repair,
    )
    if settings.repair:
        from extractor.mojibake import repair

        repair("")  # a missing ftfy is told before anything starts
    if arguments.watch:
        return _watch(arguments, settings)
    from extractor.readers.sources import blobs

    summary = _batch(arguments, settings, blobs(arguments.inputs, arguments.output))
    if not summary.articles:
        print("press-extractor: no article in the input.", file=sys.stderr)
        return Exit.NOTHING
    if not arguments.quiet:
        print(f"press-extractor: {summary}", file=sys.stderr)
    if summary.failures:
        return Exit.SOME_FAILED if summary.records else Exit.NOTHING
    return Exit.DONE


def _watch(arguments: argparse.Namespace, settings: Settings) -> int:
    """Runs until the first signal, and ends in order; a second one ends it at once."""
    from extractor.batch.watch import Watch

    if not Path(arguments.watch).is_dir():
        message = f"{arguments.watch}: no folder to watch."
        raise ConfigurationError(message, "Make it first, or name another with --watch.")
    watch = Watch(arguments.watch, arguments.output)
    codes = {signal.SIGINT: Exit.INTERRUPTED, signal.SIGTERM: Exit.TERMINATED}
    before = {number: signal.getsignal(number) for number in codes}
    told: list[Exit] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        told.append(codes[signal.Signals(number)])
        watch.stop()
        for each, handler in before.items():
            signal.signal(each, handler)

    for number in codes:
        signal.signal(number, stop)
    summary = _batch(arguments, settings, watch)
    if not arguments.quiet:
        print(f"press-extractor: {summary}", file=sys.stderr)
    return told[0]


def _batch(arguments: argparse.Namespace, settings: Settings, blobs: Iterable[Blob | ArticleError | None]) -> Summary:
    from extractor.batch.journal import Journal
    from extractor.batch.run import Batch

    with ExitStack() as stack:
        path = arguments.journal or _journal_of(arguments)
        journal = stack.enter_context(Journal(path)) if path else None
        if journal and arguments.output:
            _sweep(Path(arguments.output))
        workers, chunk = stack.enter_context(_workers(arguments, settings))
        write, show = stack.enter_context(_writer(arguments))
        tell = None if arguments.quiet else _tell
        batch = Batch(settings, workers, journal, write, chunk=chunk, skip_duplicates=arguments.skip_duplicates, tell=tell, show=show)
        try:
            return batch.run(blobs, endless=bool(arguments.watch))
        except (KeyboardInterrupt, SystemExit):
            if not arguments.quiet:
                print(f"press-extractor: until here {batch.summary}", file=sys.stderr)
            raise


def _journal_of(arguments: argparse.Namespace) -> str | None:
    """Beside the output; none for standard output and devices."""
    if arguments.out_dir:
        return str(Path(arguments.out_dir) / ".journal") if _folder(arguments.out_dir) else None
    if arguments.output in {None, "-"}:
        return None
    target = Path(arguments.output)
    if target.exists() and not (target.is_file() or target.is_dir()):
        return None
    return f"{str(arguments.output).rstrip('/')}.journal"


def _folder(name: str) -> bool:
    try:
        Path(name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{name}: cannot be made: {error.strerror or error}."
        raise OutputError(message, "Choose another place with --out-dir.") from error
    return True


def _sweep(target: Path) -> None:
    """Takes away what a killed run has left half-written: the journal's lock says that no other run is at it."""
    for part in target.parent.glob(f"{target.name}.*.tmp"):
        part.unlink(missing_ok=True)
    if target.is_dir():
        for part in target.glob(".*.tmp"):
            part.unlink(missing_ok=True)


@contextmanager
def _workers(arguments: argparse.Namespace, settings: Settings) -> Iterator[tuple[Any, int]]:
    if arguments.dask:
        from extractor.batch.cluster import Cluster

        with Cluster(arguments.dask, settings, arguments.time_limit) as cluster:
            yield cluster, SHARD
        return
    from extractor.batch.pool import Pool

    pool = Pool(arguments.jobs, settings, arguments.time_limit)
    try:
        yield pool, CHUNK
    finally:
        pool.close()


@contextmanager
def _writer(arguments: argparse.Namespace) -> Iterator[tuple[Callable[[Result], None], Callable[[], None] | None]]:
    """Gives what takes results, and what makes those so far seen where a folder is watched."""
    if arguments.shard_size:
        from extractor.batch.shards import shards

        with shards(arguments.output, arguments.format, arguments.shard_size) as write_shard:
            yield write_shard, None
    elif arguments.out_dir:
        from extractor.writers.beside import json_files

        with json_files(arguments.out_dir) as write_file:
            yield lambda result: write_file(json.loads(result.line)), None
    elif arguments.format == "jsonl" and arguments.watch:
        from extractor.writers.output import growing

        with growing(arguments.output) as grown:
            yield lambda result: grown(result.line + "\n"), grown.show
    elif arguments.format == "jsonl":
        from extractor.writers.output import output

        with output(arguments.output) as write:
            yield lambda result: write(result.line + "\n"), None
    else:
        with sink(arguments.format, arguments.output, at_once=bool(arguments.watch)) as write_row:
            yield lambda result: write_row(json.loads(result.line)), None


def _tell(result: Result) -> None:
    error = json.loads(result.line)["error"]
    print(f"press-extractor: {error['code']}: {error['message']}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    from extractor.cli.extract import INPUTS

    parser = argparse.ArgumentParser(
        prog="press-extractor batch", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help=INPUTS)
    parser.add_argument("--watch", metavar="DIR", help="take the files of this folder as they come, until Ctrl-C or SIGTERM")
    forms = tuple(form for form in FORMATS if form != "json")
    parser.add_argument(
        "-f", "--format", choices=forms, default="jsonl", metavar="FORMAT", help=f"{', '.join(forms)} (default: %(default)s)"
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument("-o", "--output", metavar="OUT", help="write here instead of standard output")
    place.add_argument("--out-dir", metavar="DIR", help="one JSON file an article, in DIR as the sources lie")
    parser.add_argument("--jobs", type=count, default=os.cpu_count() or 1, metavar="N", help="processes (default: the cores, %(default)s)")
    parser.add_argument(
        "--dask", metavar="ADDRESS", help="work on the Dask cluster of this scheduler (tcp://host:8786) instead of own processes"
    )
    parser.add_argument(
        "--shard-size", type=count, metavar="N", help="write a folder of shards of N articles and a manifest (jsonl, parquet)"
    )
    parser.add_argument(
        "--time-limit",
        type=seconds,
        default=600,
        metavar="SECONDS",
        help="for one article of up to 5 MB, in proportion for a longer one (default: %(default)s)",
    )
    parser.add_argument("--journal", metavar="FILE", help="where it is kept what is done (default: OUT.journal)")
    parser.add_argument("--skip-duplicates", action="store_true", help="leave out articles whose words came before in this run")
    parser.add_argument("--published", type=day, metavar="DATE", help="the day that relative dates count from, where the input says none")
    parser.add_argument("--repair", action="store_true", help="mend double-encoded text (ftfy) before anything is counted")
    parser.add_argument("--include-text", action="store_true", help="put the article's text into its record")
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, metavar="NAME", help="an installed spaCy pipeline or a path (default: %(default)s)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="errors only")
    return parser

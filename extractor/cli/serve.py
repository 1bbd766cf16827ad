"""`python -m extractor serve`: the HTTP service and its page, until it is told to stop."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from typing import TYPE_CHECKING

from extractor.cli.arguments import count, port, seconds
from extractor.cli.main import Exit
from extractor.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Sequence

DESCRIPTION = "Serve POST /extract, POST /extract/batch, GET /schema, GET /health and, at /, a page to try it with."


def run(argv: Sequence[str]) -> int:
    """Serves until SIGINT or SIGTERM, then answers what is running and returns the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        import uvicorn

        from extractor.service.app import create_app
    except ImportError as error:
        print(f"press-extractor: serve needs {error.name}: pip install 'press-extractor[serve]'.", file=sys.stderr)
        return Exit.CONFIGURATION
    from extractor.pipeline import check_model
    from extractor.service.limits import Limits

    check_model(arguments.model)
    limits = Limits(
        model=arguments.model,
        workers=arguments.workers,
        queue=arguments.queue,
        per_client=arguments.per_client,
        timeout=arguments.timeout,
        max_bytes=arguments.max_bytes,
        max_batch_bytes=arguments.max_batch_bytes,
        local=arguments.host in {"127.0.0.1", "localhost", "::1"},
    )
    # uvicorn takes the signals while it serves and gives each back to its former handler when all is answered: nothing more is to be done then.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    config = uvicorn.Config(
        create_app(limits), host=arguments.host, port=arguments.port, log_level="warning" if arguments.quiet else "info",
        timeout_graceful_shutdown=int(limits.timeout) + 1, server_header=False,
    )  # fmt: skip
    server = uvicorn.Server(config)
    server.run()
    return Exit.DONE if server.started else Exit.CONFIGURATION


def _parser() -> argparse.ArgumentParser:
    from extractor.service.limits import Limits

    usual = Limits()
    parser = argparse.ArgumentParser(prog="press-extractor serve", description=DESCRIPTION)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s, this machine only)")
    parser.add_argument("--port", type=port, default=8000, help="default: %(default)s")
    parser.add_argument(
        "--workers",
        type=count,
        default=min(4, os.cpu_count() or 1),
        metavar="N",
        help="processes, each with a model (default: %(default)s)",
    )
    parser.add_argument(
        "--queue", type=count, default=usual.queue, metavar="N", help="articles that may wait, else 503 (default: %(default)s)"
    )
    parser.add_argument(
        "--per-client",
        type=count,
        default=usual.per_client,
        metavar="N",
        help="requests of one client at a time, else 429 (default: %(default)s)",
    )
    parser.add_argument(
        "--timeout",
        type=seconds,
        default=usual.timeout,
        metavar="S",
        help="seconds that an article may take, else 503 (default: %(default)s)",
    )
    parser.add_argument(
        "--max-bytes", type=count, default=usual.max_bytes, metavar="N", help="of one article, else 413 (default: %(default)s)"
    )
    parser.add_argument(
        "--max-batch-bytes", type=count, default=usual.max_batch_bytes, metavar="N", help="of one batch, else 413 (default: %(default)s)"
    )
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, metavar="NAME", help="an installed spaCy pipeline or a path (default: %(default)s)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no line a request")
    return parser

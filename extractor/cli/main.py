"""Picks the command, and turns errors, signals and closed pipes into exit codes.

0 all done, 1 nothing usable, 2 usage, 3 some articles failed, 4 bad configuration (model, output), 130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import ConfigurationError, GoldError, OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import NoReturn


class Exit(IntEnum):
    """Exit codes."""

    DONE = 0
    NOTHING = 1
    USAGE = 2
    SOME_FAILED = 3
    CONFIGURATION = 4
    INTERRUPTED = 130
    TERMINATED = 143


# The first word of the command line -> the module with its `run(argv)`; anything else is a file for the main command.
COMMANDS = {
    "schema": "extractor.cli.schema",
    "evaluate": "extractor.cli.evaluate",
    "view": "extractor.cli.view",
    "serve": "extractor.cli.serve",
    "batch": "extractor.cli.batch",
}
MAIN_COMMAND = "extractor.cli.extract"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line (`sys.argv` without the program's name unless given) and returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if sys.stderr is None:  # closed by the caller (2>&-): print would take standard output instead
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - open to the end
    signal.signal(signal.SIGTERM, _terminated)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where the caller has it ignored (nohup)
        signal.signal(signal.SIGINT, _interrupted)
    module = COMMANDS.get(words[0]) if words else None
    try:
        command = importlib.import_module(module or MAIN_COMMAND)
        code: int = command.run(words[1:] if module else words)
    except (ConfigurationError, OutputError, GoldError) as error:
        print(f"press-extractor: {error.code}: {error}", file=sys.stderr)
        return Exit.CONFIGURATION
    except KeyboardInterrupt:
        print("press-extractor: interrupted", file=sys.stderr)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        return Exit.DONE
    return code


class _Interrupted(KeyboardInterrupt):
    """Where KeyboardInterrupt itself passes through `exec` of a string (dataclasses, named tuples), `python -m` ends by the signal, whatever exit code we give
    (CPython 3.11, pythonrun.c: run_eval_code_obj compares the exact type).
    """


def _interrupted(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _Interrupted


def _terminated(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Leaves in order, so that half-written files are taken away."""
    sys.exit(Exit.TERMINATED)


def _close_stdout() -> None:
    """The reader has gone: the interpreter must not complain about it when it flushes (Python's manual, SIGPIPE)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

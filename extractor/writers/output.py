"""Where the output goes: standard output, or a file that appears under its name only when it is whole."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from extractor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator



@contextmanager
def output(path: str | None) -> Iterator[Callable[[str], None]]:
    """Gives a function that writes text as UTF-8. With a path: to a file beside it, renamed when all is written, removed when not.

    Raises OutputError where the disk or the folder refuses; BrokenPipeError passes through (the reader has gone, no fault).
    """
    if path is None or path == "-":
        stream = sys.stdout.buffer
        yield _writer(stream, "standard output")
        _attempt(stream.flush, "standard output")
        return
    target = Path(path)
    if not target.is_file() and target.exists():
        # A device or a pipe (/dev/full, /dev/stdout): nothing to rename.
        stream = _opened(target, target)
        try:
            yield _writer(stream, path)
            _attempt(stream.flush, path)
        finally:
            _quietly(stream.close)  # it would try once more to write what a full disk has refused
        return
    part = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    stream = _opened(part, target)
    try:
        yield _writer(stream, path)
        _attempt(stream.flush, path)
        os.fsync(stream.fileno())
        _attempt(stream.close, path)
        _attempt(lambda: part.replace(target), path)
    except BaseException:
        _quietly(stream.close)
        part.unlink(missing_ok=True)
        raise


def _opened(path: Path, target: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        message = f"{target}: cannot be written: {error.strerror or error}."
        raise OutputError(message, "Choose another place with -o.") from error


def _writer(stream: BinaryIO, name: str) -> Callable[[str], None]:
    def write(text: str) -> None:
        _attempt(lambda: stream.write(text.encode("utf-8")), name)

    return write


def _attempt(action: Callable[[], object], name: str) -> None:
    try:
        action()
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{name}: cannot be written: {error.strerror or error}."
        raise OutputError(message, "Make room or choose another place with -o, and run the same command again.") from error


def _quietly(action: Callable[[], object]) -> None:
    try:
        action()
    except OSError:
        pass

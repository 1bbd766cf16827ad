"""Where the output goes: standard output, or a file that appears under its name only when it is whole."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, overload

from extractor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@overload
def output(path: str | None) -> AbstractContextManager[Callable[[str], None]]: ...
@overload
def output(path: str | None, *, binary: Literal[True]) -> AbstractContextManager[Callable[[bytes], None]]: ...
def output(path: str | None, *, binary: bool = False) -> Any:
    """Gives a function that writes text as UTF-8, or bytes where it is `binary`. With a path: to a file beside it, renamed when all is written, removed when not.

    Raises OutputError where the disk or the folder refuses; BrokenPipeError passes through (the reader has gone, no fault).
    """
    return _output(path, binary=binary)


@contextmanager
def _output(path: str | None, *, binary: bool) -> Iterator[Callable[[Any], None]]:
    if path is None or path == "-":
        stream = sys.stdout.buffer
        yield _writer(stream, "standard output", binary=binary)
        _attempt(stream.flush, "standard output")
        return
    target = Path(path)
    if not target.is_file() and target.exists():
        # A device or a pipe (/dev/full, /dev/stdout): nothing to rename.
        stream = _opened(target, target)
        try:
            yield _writer(stream, path, binary=binary)
            _attempt(stream.flush, path)
        finally:
            _quietly(stream.close)  # it would try once more to write what a full disk has refused
        return
    part = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    stream = _opened(part, target)
    try:
        yield _writer(stream, path, binary=binary)
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


def _writer(stream: BinaryIO, name: str, *, binary: bool) -> Callable[[Any], None]:
    def write(data: Any) -> None:
        _attempt(lambda: stream.write(data if binary else data.encode("utf-8")), name)

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
    with suppress(OSError):
        action()

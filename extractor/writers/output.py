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


class Growing:
    """Writes text; `show` gives the file its name, whole lines in it, and lets it grow from then on."""

    def __init__(self, stream: BinaryIO, name: str, part: Path | None = None, target: Path | None = None) -> None:
        self._stream = stream
        self._name = name
        self._part = part
        self._target = target
        self._size: int | None = None

    def __call__(self, text: str) -> None:
        """Takes more text."""
        _attempt(lambda: self._stream.write(text.encode("utf-8")), self._name)

    def show(self) -> None:
        """What was written can be read under the file's name."""
        _attempt(self._stream.flush, self._name)
        part, target = self._part, self._target
        if part is not None and target is not None and self._size is None:
            _attempt(lambda: part.replace(target), self._name)
        self._size = self._stream.tell() if part is not None else None

    def drop(self) -> None:
        """After an error: what was shown stays, what is behind it goes."""
        _quietly(self._stream.close)
        if self._size is not None and self._target is not None:
            os.truncate(self._target, self._size)
        elif self._part is not None:
            self._part.unlink(missing_ok=True)


@contextmanager
def growing(path: str | None) -> Iterator[Growing]:
    """Where records can be read as they come. With a path: a file beside it, which takes its name with the first `show`.

    Raises OutputError where the disk or the folder refuses; BrokenPipeError passes through.
    """
    if path is None or path == "-":
        grown = Growing(_standard_output(), "standard output")
        yield grown
        grown.show()
        return
    target = Path(path)
    device = target.exists() and not target.is_file()
    part = None if device else _part(target)
    stream = _opened(part or target, target)
    grown = Growing(stream, path, part, target)
    try:
        yield grown
        grown.show()
        _attempt(stream.close, path)
    except BaseException:
        grown.drop()
        raise


@contextmanager
def _output(path: str | None, *, binary: bool) -> Iterator[Callable[[Any], None]]:
    if path is None or path == "-":
        stream = _standard_output()
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
    part = _part(target)
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


def _standard_output() -> BinaryIO:
    if sys.stdout is None:
        raise OutputError("standard output: it is closed.", "Name a file with -o.")
    return sys.stdout.buffer


def _part(target: Path) -> Path:
    return target.with_name(f"{target.name}.{os.getpid()}.tmp")


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

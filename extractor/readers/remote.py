"""Files behind fsspec URLs (`s3://`, `gs://`, `https://`, `memory://`): found and opened; what they hold is read like local files."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from extractor.errors import FormatError, MissingError, ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable


def is_url(name: str) -> bool:
    """Whether a name is a URL rather than a path."""
    return "://" in name


def find_remote(url: str, takes: Callable[[str], bool]) -> list[str]:
    """The URLs behind one of a file, a folder or a glob, sorted. Raises ArticleErrors where there are none."""
    system, path = _system(url)
    try:
        if any(c in path for c in "*?["):
            found = sorted(name for name in system.glob(path) if not system.isdir(name))
        elif system.isdir(path):
            found = sorted(name for name in system.find(path) if takes(name) and not _hidden(name, path))
            if not found:
                message = f"{url}: no article in this folder."
                raise FormatError(message, "See --help for the kinds of files that are read.", uri=url)  # noqa: TRY301 - let through below
        else:
            return [url]
    except FormatError:
        raise
    except Exception as error:
        raise _missing(url, error) from error
    if not found:
        message = f"{url}: no file matches."
        raise MissingError(message, "Look at the pattern.", uri=url)
    return [str(system.unstrip_protocol(name)) for name in found]


def open_remote(url: str) -> IO[bytes]:
    """The file's bytes as a stream. Raises MissingError where it is not there or the service refuses."""
    system, path = _system(url)
    try:
        stream: IO[bytes] = system.open(path, "rb")
    except Exception as error:
        raise _missing(url, error) from error
    return stream


def _system(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        message = f"{url}: reading URLs needs fsspec."
        raise ReaderError(message, "Install it: pip install 'press-extractor[remote]'.", uri=url) from error
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        message = f"{url}: {error}."
        raise ReaderError(message, "Install what the message names.", uri=url) from error
    except Exception as error:
        raise _missing(url, error) from error
    return system, path


def _missing(url: str, error: Exception) -> MissingError:
    url = url.encode("utf-8", "replace").decode()
    message = f"{url}: cannot be read: {type(error).__name__}: {str(error)[:200]}."
    return MissingError(message, "Look at the URL and your access to it.", uri=url)


def _hidden(name: str, root: str) -> bool:
    return any(part.startswith(".") for part in name.removeprefix(root).split("/"))

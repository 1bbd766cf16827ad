"""What a worker does, wherever it runs: bytes in, lines of JSON out. It never raises for what is wrong with an article."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from extractor.engine import Extractor
    from extractor.readers.blobs import Blob


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides about a record besides its article."""

    model: str
    include_text: bool = False
    published: date | None = None
    repair: bool = False

    def digest(self) -> bytes:
        """Of the settings, the program, its rules and the model: records of equal digests and equal inputs are equal."""
        from extractor import __version__
        from extractor.assemble import rules_digest

        words = (__version__, rules_digest(), self.model, model_version(self.model), self.include_text, self.published, self.repair)
        return hashlib.sha256(repr(words).encode()).digest()


class Result(NamedTuple):
    """One line of the output; `code` is a failure's code, `fingerprint` a record's."""

    line: str
    code: str | None
    fingerprint: str | None


def model_version(model: str) -> str:
    """The version of an installed pipeline, or the description of one in a folder; nothing is loaded."""
    from importlib.metadata import PackageNotFoundError, version
    from pathlib import Path

    from extractor.settings import DEFAULT_MODEL, DEFAULT_MODEL_VERSION

    if model == DEFAULT_MODEL:
        return DEFAULT_MODEL_VERSION
    description = Path(model) / "meta.json"
    if description.is_file():
        return description.read_text(encoding="utf-8")
    try:
        return version(model)
    except (PackageNotFoundError, ValueError):
        return ""


def results(extractor: Extractor, blob: Blob, settings: Settings) -> Iterator[Result]:
    """A result for each article in some bytes."""
    from extractor.readers.sources import parse
    from extractor.writers.json import line

    for article in parse(blob, settings.published, repair=settings.repair):
        if isinstance(article, ArticleError):
            yield failed(article)
            continue
        try:
            record = extractor.extract(article)
        except ArticleError as error:
            yield failed(error)
            continue
        yield Result(line(record), None, record.fingerprint)


def failed(error: ArticleError) -> Result:
    """The result that stands for an article that could not be read."""
    from extractor.engine import failure
    from extractor.writers.json import line

    return Result(line(failure(error)), error.code, None)


@cache
def extractor_of(settings: Settings) -> Extractor:
    """The extractor of this process, loaded once."""
    from extractor.engine import Extractor

    return Extractor(model=settings.model, include_text=settings.include_text)


ONE_AT_A_TIME = threading.Lock()  # spaCy's vocabulary is not made for threads

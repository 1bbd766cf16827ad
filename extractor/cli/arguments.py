"""What the values of several commands' options are checked with."""

from __future__ import annotations

import argparse
import math
import os
from typing import TYPE_CHECKING

from extractor.article import read_date
from extractor.errors import OutputError, PublishedError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def day(value: str) -> date | None:
    """A date of --published."""
    try:
        return read_date(value)
    except PublishedError as error:
        message = f"{value!r} is no date. {error.advice}"  # argparse puts the option's name before it
        raise argparse.ArgumentTypeError(message) from error


def count(value: str) -> int:
    """A whole number above 0."""
    if not (value.isascii() and value.isdecimal() and len(value) < 19 and int(value) > 0):
        message = f"{value!r} is no whole number above 0."
        raise argparse.ArgumentTypeError(message)
    return int(value)


def port(value: str) -> int:
    """A TCP port; 0 takes a free one."""
    if not (value.isascii() and value.isdecimal() and len(value) < 6 and int(value) < 2**16):
        message = f"{value!r} is no port (0 to 65535)."
        raise argparse.ArgumentTypeError(message)
    return int(value)


def seconds(value: str) -> float:
    """A length of time above 0."""
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        message = f"{value!r} is no number of seconds above 0."
        raise argparse.ArgumentTypeError(message)
    return number


def keep_inputs(inputs: Iterable[str], output: str | None) -> None:
    """Raises OutputError where the output would take the place of an input."""
    # os.path answers where pathlib raises: a name may be longer than any file's.
    if output and os.path.isfile(output) and any(os.path.isfile(name) and os.path.samefile(name, output) for name in inputs):  # noqa: PTH113, PTH121
        raise OutputError(f"{output}: it is one of the inputs.", "Choose another place with -o.")

"""A number as it stands in a text: offsets, exact value, and what is not sure about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

Form = Literal["digits", "words"]


@dataclass(slots=True, frozen=True)
class Number:
    """A number with its scale. Offsets are 0-based, half-open, in code points; signs and brackets stay outside.

    `value` = `core` * `scale`, and `text[start:core_end]` is the core alone. Where `scale_certain` is false ("250m", "3M", "5 k") the letters may be
    something else, and who does not believe them takes `core` and `core_end`.
    """

    start: int
    end: int
    value: Decimal
    core: Decimal
    core_end: int
    scale: Decimal
    scale_certain: bool = True
    form: Form = "digits"
    fraction: bool = False
    """Said as a part of one: "half", "three-quarters"."""
    glued_left: bool = False
    """A letter, or a letter and a hyphen, stands directly before it: "Q3", "USD34", "COVID-19"."""
    glued_right: bool = False
    """A letter stands directly behind it: "35p", "5G", "40km"."""

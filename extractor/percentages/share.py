"""What is found of a percentage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from extractor.numbers import Number


@dataclass(slots=True, frozen=True)
class Share:
    """A percentage, or a bare number that may belong to one (`unit` is None); `high` is set for a range."""

    start: int
    end: int
    value: Decimal
    unit: str | None
    found_by: str
    number: Number
    high: Decimal | None = None

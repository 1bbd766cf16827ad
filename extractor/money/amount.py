"""One amount while it is matched: offsets, exact value, the mark beside it and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from extractor.money.currencies import Mark
    from extractor.numbers import Number


@dataclass(slots=True, frozen=True)
class Amount:
    """A marked amount, or a bare number that may belong to one. `value` has scale, factor and sign applied; `high` is set for a range."""

    start: int
    end: int
    value: Decimal
    core: Decimal
    scale: Decimal
    mark: Mark | None
    found_by: str
    high: Decimal | None = None
    number: Number | None = None
    bracketed: bool = False
    """Alone in round brackets, "($0.4 million)": negative or an aside, by what stands around."""

    open: bool = False
    """Its scale cannot be told: "$3 and $4 million"."""

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    @property
    def before(self) -> bool:
        """True where the mark stands before the number."""
        return self.found_by.endswith("-before")

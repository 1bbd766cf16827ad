"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.findings import MoneyMention, QuantityMention

if TYPE_CHECKING:
    from extractor.facts.tokens import Direction, Row
    from extractor.findings import FigureMention, Span

_ORDERS = 3  # powers of ten that a measure changes by at most from one period to the next


@dataclass(slots=True, kw_only=True)
class Claim:
    """A statement in the making; `at` is the token of its first figure, `last` that of its latest one."""

    row: Row
    at: int
    last: int
    found_by: str
    measure: Span | None = None
    value: FigureMention | None = None
    direction: Direction | None = None
    by: FigureMention | None = None
    previous: FigureMention | None = None
    role: str = "value"
    of: Span | None = None

    @property
    def main(self) -> FigureMention | None:
        """The figure that the statement is about."""
        return self.value or self.by


def alike(now: FigureMention | None, then: FigureMention | None) -> bool:
    """True where the two count the same things."""
    return isinstance(now, QuantityMention) and isinstance(then, QuantityMention) and now.unit.lower() == then.unit.lower()


def same_things(now: FigureMention | None, then: FigureMention | None) -> bool:
    """False where the two count different things ("500 exhibitors from 20 countries")."""
    if not isinstance(now, QuantityMention) or not isinstance(then, QuantityMention):
        return True
    first, second = now.unit.lower().rstrip("s"), then.unit.lower().rstrip("s")
    return not first or not second or first.split()[-1] == second.split()[-1]


def comparable(now: FigureMention, then: FigureMention | None) -> bool:
    """True where the two are of one currency and order, so that one can be the earlier value of the other: net sales in billions are not earnings of a share."""
    if (
        isinstance(now, MoneyMention)
        and isinstance(then, MoneyMention)
        and now.currency
        and then.currency
        and now.currency != then.currency
    ):
        return False
    first = now.value if now.value is not None else now.low
    second = None if then is None else then.value if then.value is not None else then.low
    if not first or not second:
        return True
    return abs(first.adjusted() - second.adjusted()) <= _ORDERS

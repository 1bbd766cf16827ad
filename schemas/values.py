"""Dates, money, percentages and quantities: one item a mention, normalized."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from schemas.primitives import CurrencyCode, DecimalText, Line, TimexValue, identifier, ordered
from schemas.spans import Mention, TextSpan

DateId = Annotated[str, identifier("date")]
MoneyId = Annotated[str, identifier("money")]
PercentageId = Annotated[str, identifier("percentage")]
QuantityId = Annotated[str, identifier("quantity")]

Qualifier = Literal["about", "more_than", "less_than", "at_least", "at_most"]
Granularity = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
Modifier = Literal["BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN"]


class DateValue(Mention):
    """A time expression in TIMEX3 terms, with the first and last day that it can mean."""

    id: DateId
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: TimexValue
    earliest: date | None
    latest: date | None
    granularity: Granularity | None
    anchored: bool = Field(description="true where the value was counted from another date")
    modifier: Modifier | None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.earliest and self.latest and self.earliest > self.latest:
            msg = f"earliest {self.earliest} is behind latest {self.latest}"
            raise ValueError(msg)
        return self


class _Figure(Mention):
    low: DecimalText | None
    high: DecimalText | None
    qualifier: Qualifier | None

    def _one_or_range(self, single: str | None) -> None:
        if single is not None and (self.low is not None or self.high is not None):
            msg = "a figure is one value or a range, not both"
            raise ValueError(msg)
        ordered(self.low, self.high)


class Money(_Figure):
    """An amount in major units of its currency, scale applied."""

    id: MoneyId
    amount: DecimalText | None
    currency: CurrencyCode | None
    currency_certain: bool = Field(description="false where a bare sign was read by context")
    per: Line | None
    equivalent_to: MoneyId | None

    @model_validator(mode="after")
    def _amount_or_range(self) -> Self:
        self._one_or_range(self.amount)
        return self


class Percentage(_Figure):
    """A share, or a difference between shares in points."""

    id: PercentageId
    value: DecimalText | None
    unit: Literal["percent", "percentage_point", "basis_point"]
    of: TextSpan | None = Field(description="the whole that it is a share of")

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        self._one_or_range(self.value)
        return self


class Quantity(_Figure):
    """A count or a measure; `unit` is the counted noun phrase."""

    id: QuantityId
    value: DecimalText | None
    unit: Line

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        self._one_or_range(self.value)
        return self

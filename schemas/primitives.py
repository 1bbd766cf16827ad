"""The small types that all models are made of: strict and frozen base, offsets, decimal text, ids, TIMEX3 values."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

SCHEMA_VERSION = "1.0"


class Strict(BaseModel):
    """No unknown keys, no silent conversions, no change after the making."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


def _canonical(value: str) -> str:
    if value == "-0":
        msg = 'zero is written "0", without a sign'
        raise ValueError(msg)
    return value


Offset = Annotated[int, Field(ge=0, description="0-based offset in Unicode code points of the article's text")]

# Plain digits: no exponent, no leading or trailing zeros, so that equal amounts are equal strings.
DecimalText = Annotated[
    str,
    Field(pattern=r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?$", description="decimal number in plain digits"),
    AfterValidator(_canonical),
]

CurrencyCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code")]

Line = Annotated[str, Field(min_length=1, pattern=r"^[^\n\r]*$", description="words on one line")]


def identifier(prefix: str) -> FieldInfo:
    """What an id such as `org-1` (prefix: org) is held to; ids count from 1 in text order."""
    held: FieldInfo = Field(pattern=rf"^{prefix}-[1-9][0-9]*$")
    return held


_DAY = r"(?:\d{4}|\d\dXX|\d{3}X|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
_WEEK = r"(?:\d{4}|XXXX)-W(?:\d\d|XX)(?:-(?:[1-7]|WE|X))?"
_YEAR = r"(?:FY)?(?:\d{2,4}|XXXX)"
_PART = r"-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI|\d\d|XX)"
_CLOCK = r"T(?:\d\d(?::\d\d(?::\d\d)?)?|XX(?::\d\d)?|MO|MI|AF|EV|NI|DT)(?:Z|[+-]\d\d(?::?\d\d)?)?"
_POINT = rf"(?:(?:{_DAY}|{_WEEK})(?:{_CLOCK})?|{_YEAR}(?:{_PART})?(?:-(?:\d\d|XX))?(?:{_CLOCK})?|BC\d{{2,4}}|{_CLOCK})"
_LENGTH = r"P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|DE|CE|Q|H|WE))*(?:T(?:(?:\d+(?:\.\d+)?|X)(?:H|M|S|MO|AF|EV|NI|DT))+)?"
_TIMEX = re.compile(rf"(?:{_POINT}(?:/{_POINT})?|{_LENGTH}(?:/{_LENGTH})?|PRESENT_REF|PAST_REF|FUTURE_REF)")


def is_timex(value: str) -> bool:
    """Whether the value is one that the contract knows (TIMEX3 with fiscal years and intervals)."""
    return bool(_TIMEX.fullmatch(value)) and value not in {"P", "P/P"}


def _timex(value: str) -> str:
    if not is_timex(value):
        msg = f"{value!r} is no TIMEX3 value (such as 2024-03-05, 2024-Q3, FY2025, XXXX-06-17, P3Y, PRESENT_REF)"
        raise ValueError(msg)
    return value


# TimeML 1.2.1, the value attribute of TIMEX3, with the fiscal years (FY) and intervals (start/end) of the record.
TimexValue = Annotated[str, AfterValidator(_timex), Field(min_length=2, description="TIMEX3 value, ISO 8601 style")]


def ordered(low: str | None, high: str | None) -> None:
    """Raises ValueError where a range's low end is above its high end."""
    if low is not None and high is not None and Decimal(low) > Decimal(high):
        msg = f"a range goes from low to high, found {low} to {high}"
        raise ValueError(msg)

"""Quotes and facts: statements that refer to entities and values by their ids."""

from typing import Annotated, Literal

from pydantic import Field

from schemas.primitives import Strict, identifier
from schemas.spans import Mention, Stretch, TextSpan
from schemas.values import DateId

QuoteId = Annotated[str, identifier("quote")]
FactId = Annotated[str, identifier("fact")]
SpeakerId = Annotated[str, Field(pattern=r"^(?:person|org)-[1-9][0-9]*$")]
FigureId = Annotated[str, Field(pattern=r"^(?:money|percentage|quantity)-[1-9][0-9]*$")]
EntityId = Annotated[str, Field(pattern=r"^(?:org|person|program|place)-[1-9][0-9]*$")]


class Quote(Mention):
    """What somebody said: in quotation marks (`direct`) or told."""

    id: QuoteId
    speaker: SpeakerId | None
    direct: bool


class Subject(TextSpan):
    """Whom or what a fact is about; `ref` is an entity's id where it is one."""

    ref: EntityId | None


class Change(Strict):
    """A movement; `by` is its amount, null where only the direction is stated."""

    direction: Literal["up", "down", "flat"]
    by: FigureId | None


class SentenceSpan(Stretch):
    """The sentence, bullet or table row that the fact stands in."""


class Fact(Strict):
    """One numeric statement: a row of the table that a reader would write."""

    id: FactId
    subject: Subject | None
    measure: TextSpan
    value: FigureId | None
    change: Change | None
    previous: FigureId | None
    of: TextSpan | None
    period: DateId | None
    certainty: Literal["reported", "expected"]
    sentence: SentenceSpan
    found_by: str = Field(min_length=1)

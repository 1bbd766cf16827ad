"""Organizations, people, programmes and places: each once, with every mention."""

from typing import Annotated, Literal

from pydantic import Field

from schemas.primitives import Line, Strict, identifier
from schemas.spans import Mention

OrganizationId = Annotated[str, identifier("org")]
PersonId = Annotated[str, identifier("person")]
ProgramId = Annotated[str, identifier("program")]
PlaceId = Annotated[str, identifier("place")]

OrganizationKind = Literal["company", "government", "education", "finance", "nonprofit", "international", "media", "sports", "other"]
PlaceKind = Literal["gpe", "location", "facility"]


class EntityMention(Mention):
    """One place in the text that bears the entity's name."""


class Ticker(Strict):
    """A stock exchange listing as printed; `exchange` is null where only the symbol stands there."""

    exchange: Line | None
    symbol: Line


class _Entity(Strict):
    name: Line = Field(description="the longest form in the article")
    aliases: tuple[Line, ...] = Field(description="the other forms, acronyms included")
    mentions: Annotated[tuple[EntityMention, ...], Field(min_length=1)]


class Organization(_Entity):
    """An organization, whatever its legal form."""

    id: OrganizationId
    kind: OrganizationKind
    legal_form: Line | None
    tickers: tuple[Ticker, ...]


class Program(_Entity):
    """A named programme, initiative, project or agreement."""

    id: ProgramId


class Role(Strict):
    """A title and the organization it is held at, where the article says so."""

    title: Line
    organization: OrganizationId | None


class Person(_Entity):
    """A person."""

    id: PersonId
    roles: tuple[Role, ...]


class Place(_Entity):
    """A country, region, city (`gpe`), a landscape (`location`) or a building, port, station (`facility`)."""

    id: PlaceId
    kind: PlaceKind

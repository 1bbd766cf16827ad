"""`ArticleRecord`: one article's record, with the checks that hold between its parts."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Annotated, Literal, Protocol, Self

from pydantic import Field, model_validator

from schemas.entities import Organization, OrganizationId, Person, Place, Program
from schemas.primitives import Line, Offset, Strict, TimexValue
from schemas.spans import Stretch, TextSpan
from schemas.statements import Fact, Quote
from schemas.values import DateValue, Money, Percentage, Quantity

SectionKind = Literal[
    "headline", "subheadline", "dateline", "body", "heading", "bullets", "table", "boilerplate", "forward_looking",
    "contact", "credits", "embargo", "end_mark", "furniture",
]  # fmt: skip


class HasId(Protocol):
    """What stands in a list of the record under an id."""

    @property
    def id(self) -> str:
        """Such as `org-1`."""


class Published(Strict):
    """The date that relative dates are counted from, and who said it."""

    value: date
    origin: Literal["given", "metadata", "dateline"]


class Source(Strict):
    """Where the article came from; null says "not known"."""

    id: str | None
    uri: str | None
    media_type: str | None
    encoding: str | None
    language: str | None
    published: Published | None


class Dateline(TextSpan):
    """`CHICAGO, Nov. 7, 2025 /PRNewswire/ --` in parts."""

    place: Line | None
    date: TimexValue | None = Field(description="the day: 2025-11-07, or XXXX-11-07 where no year is known")
    wire: Line | None


class Section(Stretch):
    """A block of the article; `title` is the heading it stands under."""

    kind: SectionKind
    title: Line | None


class Article(Strict):
    """The article's structure."""

    headline: Line | None
    dateline: Dateline | None
    issuer: OrganizationId | None
    credits: tuple[TextSpan, ...]
    sections: tuple[Section, ...]


class Warning_(Strict):  # noqa: N801 - Warning is a builtin
    """What a reader of the record should know."""

    code: str = Field(min_length=1)
    message: str = Field(min_length=1)
    start: Offset | None
    end: Offset | None


class Model(Strict):
    """The model that found the names."""

    name: str
    version: str


class Provenance(Strict):
    """What made the record: equal provenance and equal text give an equal record."""

    extractor: str = Field(description="version of the extractor")
    model: Model | None
    rules: str = Field(pattern=r"^sha256:[0-9a-f]{64}$", description="digest of the rules and lexicons")


class ArticleRecord(Strict):
    """Everything that one article says, normalized, each value pointing at the words it came from."""

    schema_version: Literal["1.0"] = "1.0"
    id: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
    fingerprint: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")] | None = Field(
        default=None,
        description="digest of the text's letters and digits alone: equal for the same story with other line ends, quotes or case",
    )
    source: Source
    article: Article
    organizations: tuple[Organization, ...]
    people: tuple[Person, ...]
    programs: tuple[Program, ...]
    places: tuple[Place, ...]
    dates: tuple[DateValue, ...]
    money: tuple[Money, ...]
    percentages: tuple[Percentage, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quote, ...]
    facts: tuple[Fact, ...]
    warnings: tuple[Warning_, ...]
    provenance: Provenance
    text: str | None = Field(default=None, description="the article's text, only when asked for")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        known = self._ids()
        for where, reference in self._references():
            if reference not in known:
                msg = f"{where} refers to {reference}, which is not in the record"
                raise ValueError(msg)
        for name in ("dates", "money", "percentages", "quantities", "quotes"):
            starts = [item.start for item in getattr(self, name)]
            if starts != sorted(starts):
                msg = f"{name} are not in text order"
                raise ValueError(msg)
        if self.text is not None:
            self.check_text(self.text)
        return self

    def check_text(self, text: str) -> None:
        """Raises ValueError where a span's offsets do not give its words in `text`."""
        for span in self.spans():
            if text[span.start : span.end] != span.text:
                msg = f"offsets {span.start} to {span.end} give {text[span.start : span.end]!r}, the record says {span.text!r}"
                raise ValueError(msg)

    def spans(self) -> Iterator[TextSpan]:
        """Every span of the record that carries its words."""
        for entity in chain(self.organizations, self.people, self.programs, self.places):
            yield from entity.mentions
        yield from chain(self.dates, self.money, self.percentages, self.quantities, self.quotes, self.article.credits)
        for share in self.percentages:
            if share.of:
                yield share.of
        for fact in self.facts:
            yield from (span for span in (fact.subject, fact.measure, fact.of) if span)
        if self.article.dateline:
            yield self.article.dateline

    def _ids(self) -> set[str]:
        lists: tuple[Sequence[HasId], ...] = (self.organizations, self.people, self.programs, self.places, self.dates, self.money, self.percentages,
                 self.quantities, self.quotes, self.facts)  # fmt: skip
        known: set[str] = set()
        for items in lists:
            for count, item in enumerate(items, start=1):
                if not item.id.endswith(f"-{count}"):
                    msg = f"{item.id} stands at place {count}: ids count from 1 in text order"
                    raise ValueError(msg)
                known.add(item.id)
        return known

    def _references(self) -> Iterator[tuple[str, str]]:
        if self.article.issuer:
            yield "article.issuer", self.article.issuer
        for person in self.people:
            for role in person.roles:
                if role.organization:
                    yield f"a role of {person.id}", role.organization
        for amount in self.money:
            if amount.equivalent_to:
                yield amount.id, amount.equivalent_to
        for quote in self.quotes:
            if quote.speaker:
                yield quote.id, quote.speaker
        for fact in self.facts:
            refs = (
                fact.subject.ref if fact.subject else None,
                fact.value,
                fact.change.by if fact.change else None,
                fact.previous,
                fact.period,
            )
            yield from ((fact.id, ref) for ref in refs if ref)

"""What the components find in one text and hand to each other: plain dataclasses, kept on the Doc as `doc._.press`.

Statements point at values and entities as Python objects; `assemble` gives them their ids. Offsets are 0-based, half-open,
in code points of `doc.text`. Nothing here needs spaCy.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from extractor.reading import plain

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from spacy.tokens import Doc

    from extractor.names.settle import Named
    from extractor.numbers import Number

Label: TypeAlias = Literal["ORG", "PERSON", "PROGRAM", "PLACE"]
Qualifier: TypeAlias = Literal["about", "more_than", "less_than", "at_least", "at_most"]
SectionKind: TypeAlias = Literal[
    "headline",
    "subheadline",
    "dateline",
    "body",
    "heading",
    "bullets",
    "table",
    "boilerplate",
    "forward_looking",
    "contact",
    "credits",
    "embargo",
    "end_mark",
    "furniture",
]


@dataclass(slots=True, frozen=True)
class Span:
    """A stretch of the text: offsets and nothing else."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span | Mention) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(slots=True, kw_only=True, eq=False)
class Mention:
    """A stretch of the text that says something; `found_by` names the rule (`money.code-prefix`) or the model."""

    start: int
    end: int
    found_by: str

    @property
    def span(self) -> Span:
        """Its offsets alone."""
        return Span(self.start, self.end)


# ---- values ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, eq=False)
class DateMention(Mention):
    """One time expression; keys as in the record's `dates[]`."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: date | None = None
    latest: date | None = None
    granularity: str | None = None
    anchored: bool = False
    modifier: str | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class FigureMention(Mention):
    """What money, percentages and quantities share: one value, or the ends of a range."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class MoneyMention(FigureMention):
    """An amount in major units; `value` is the record's `amount`."""

    currency: str | None
    currency_certain: bool = True
    per: str | None = None
    equivalent_to: MoneyMention | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class PercentageMention(FigureMention):
    """A share or a difference of shares; `of` is where the text names the whole."""

    unit: Literal["percent", "percentage_point", "basis_point"]
    of: Span | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class QuantityMention(FigureMention):
    """A count or a measure; `unit` is the counted noun phrase on one line."""

    unit: str


# ---- entities -------------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, eq=False)
class NameMention(Mention):
    """A name as a model or a rule marks it, before grouping."""

    label: Label


@dataclass(slots=True, kw_only=True, eq=False)
class Entity:
    """One thing under one name with all its mentions in text order."""

    name: str
    aliases: list[str] = field(default_factory=list)
    mentions: list[NameMention] = field(default_factory=list)


@dataclass(slots=True, kw_only=True, eq=False)
class Organization(Entity):
    """`kind` is one of the record's nine; `tickers` are (exchange, symbol)."""

    kind: str = "other"
    legal_form: str | None = None
    tickers: list[tuple[str | None, str]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True, eq=False)
class Program(Entity):
    """A named programme, initiative, project or agreement."""


@dataclass(slots=True, kw_only=True, eq=False)
class Place(Entity):
    """`kind`: gpe, location or facility."""

    kind: str = "gpe"


@dataclass(slots=True, kw_only=True, eq=False)
class Role:
    """A title and, where the text says so, the organization it is held at."""

    title: str
    organization: Organization | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Person(Entity):
    """A person with the roles the text gives."""

    roles: list[Role] = field(default_factory=list)


# ---- statements -----------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, eq=False)
class Quote(Mention):
    """What somebody said; direct where it stands in quotation marks."""

    direct: bool
    speaker: Person | Organization | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Fact:
    """One numeric statement, the row a reader would put into a table."""

    measure: Span
    sentence: Span
    found_by: str
    value: FigureMention | None = None
    subject: Span | None = None
    subject_ref: Entity | None = None
    direction: Literal["up", "down", "flat"] | None = None
    by: FigureMention | None = None
    previous: FigureMention | None = None
    of: Span | None = None
    period: DateMention | None = None
    certainty: Literal["reported", "expected"] = "reported"


# ---- the article's structure ----------------------------------------------------------------------------------------


@dataclass(slots=True, frozen=True)
class Section:
    """A block of the article; `title` is the heading it stands under."""

    kind: SectionKind
    start: int
    end: int
    title: str | None = None


@dataclass(slots=True, frozen=True)
class Dateline:
    """`CHICAGO, Nov. 7, 2025 /PRNewswire/ --`: the offsets of the whole and of its parts."""

    start: int
    end: int
    place: Span | None = None
    date: Span | None = None
    wire: Span | None = None


@dataclass(slots=True)
class Layout:
    """Where in the article we are. `sentences` cover the running text, headline, bullets and table rows, in order; each lies in
    one of `paragraphs` (a stretch that no blank line, bullet, heading or table row interrupts). `releases` says how many the text holds.
    """

    sections: list[Section] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    paragraphs: list[Span] = field(default_factory=list)
    headline: Span | None = None
    dateline: Dateline | None = None
    credits: list[Span] = field(default_factory=list)
    releases: int = 1

    def kind_at(self, offset: int) -> SectionKind:
        """The kind of the section that holds the offset; `body` between sections."""
        section = self.section_at(offset)
        return section.kind if section else "body"

    def section_at(self, offset: int) -> Section | None:
        """The section that holds the offset, or None between sections."""
        at = bisect_right(self.sections, offset, key=_start) - 1
        return self.sections[at] if at >= 0 and offset < self.sections[at].end else None


def _start(section: Section) -> int:
    return section.start


@dataclass(slots=True, frozen=True)
class Discard:
    """A candidate that was not kept, and why: shown by `--explain`."""

    start: int
    end: int
    found_by: str
    reason: str


@dataclass(slots=True, frozen=True)
class Caution:
    """What a reader of the record should know; becomes one of its `warnings`."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass
class Findings:
    """Everything known about one text so far. `text` is `plain(doc.text)`: same length, spaces and signs evened out."""

    text: str
    published: date | None = None
    published_origin: Literal["given", "metadata", "dateline"] | None = None
    names: list[NameMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    money: list[MoneyMention] = field(default_factory=list)
    percentages: list[PercentageMention] = field(default_factory=list)
    quantities: list[QuantityMention] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    programs: list[Program] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    issuer: Organization | None = None
    dateline_date: date | None = None
    discards: list[Discard] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Findings:
        """Nothing found yet in `text`; offsets will be those of `text`."""
        return cls(text=plain(text))

    @cached_property
    def layout(self) -> Layout:
        """Sections and sentences (`structure.read`), found once for all kinds."""
        from extractor.structure import read  # a lower room: imported when the first kind asks

        return read(self.text)

    @cached_property
    def named(self) -> Named:
        """The names with clean borders, and what ties them together (`names.settle`), found once for all kinds of entities."""
        from extractor.names.settle import settle

        return settle(self)

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers of the text (`numbers.scan`), found once for all kinds."""
        from extractor.numbers import scan  # numbers is a lower room: imported when the first kind asks

        return scan(self.text)


def findings(doc: Doc) -> Findings:
    """The Findings of a Doc, made from its text at the first call; `doc._.press` is the same object."""
    known: Any = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = Findings.of(doc.text)
    result: Findings = known
    return result


_KEY = "press_findings"


def register() -> None:
    """Adds the `doc._.press` attribute; every component module calls it, so that any pipeline has it."""
    from spacy.tokens import Doc

    if not Doc.has_extension("press"):
        Doc.set_extension("press", getter=findings)

"""The contract: what the extractor promises to the systems that read its records. Depends on pydantic alone.

`ArticleRecord.model_validate_json(line)` reads a record; `ExtractionFailure` stands in its place where an article could not be read.
"""

from schemas.entities import EntityMention, Organization, Person, Place, Program, Role, Ticker
from schemas.failure import ExtractionFailure, FailureCause, FailureSource
from schemas.primitives import SCHEMA_VERSION
from schemas.record import Article, ArticleRecord, Dateline, Model, Provenance, Published, Section, Source, Warning_
from schemas.spans import Mention, TextSpan
from schemas.statements import Change, Fact, Quote, SentenceSpan, Subject
from schemas.values import DateValue, Money, Percentage, Quantity

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "ArticleRecord",
    "Change",
    "DateValue",
    "Dateline",
    "EntityMention",
    "ExtractionFailure",
    "Fact",
    "FailureCause",
    "FailureSource",
    "Mention",
    "Model",
    "Money",
    "Organization",
    "Percentage",
    "Person",
    "Place",
    "Program",
    "Provenance",
    "Published",
    "Quantity",
    "Quote",
    "Role",
    "Section",
    "SentenceSpan",
    "Source",
    "Subject",
    "TextSpan",
    "Ticker",
    "Warning_",
]

"""Findings of one article -> `ArticleRecord`: ids in text order, offsets in the article's own text, every cross-check."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import schemas
from extractor.errors import ForeignSchemasError
from extractor.findings import Discard, Span
from extractor.kinds import COMPONENTS
from schemas.primitives import is_timex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal
    from importlib.resources.abc import Traversable

    from extractor.article import Article
    from extractor.findings import DateMention, Entity, Fact, FigureMention, Findings, Mention, Person, Quote
    from extractor.reading import Reading

if not hasattr(schemas, "ArticleRecord"):
    _message = f"The package `schemas` found at {getattr(schemas, '__file__', None)} is not the extractor's."
    raise ForeignSchemasError(_message, "Run from another folder, or take that package off the Python path.")

# The rooms that decide what a record says; readers, writers, the command line and the scores do not.
_RULES = ("language", "numbers", "names", *COMPONENTS, "assemble.py", "findings.py", "reading.py", "pipeline.py")


def assemble(
    article: Article, reading: Reading, found: Findings, *, model: tuple[str, str] | None, include_text: bool
) -> schemas.ArticleRecord:
    """The record of an article from what was found in `reading.text`.

    Raises pydantic.ValidationError (a ValueError) where the findings break the contract: a bug of a component.
    """
    record = schemas.ArticleRecord.model_validate(_Assembly(article, reading, found).record(model, include_text=include_text))
    record.check_text(article.text)
    return record


def article_id(article: Article) -> str:
    """SHA-256 of the text in UTF-8, followed by a line end and the publication date where one was given."""
    digest = hashlib.sha256(article.text.encode("utf-8"))
    if article.published:
        digest.update(f"\n{article.published.isoformat()}".encode())
    return f"sha256:{digest.hexdigest()}"


def fingerprint(text: str) -> str:
    """SHA-256 of the text's letters, digits and currency signs in NFKC and lower case: what layout, quotes and line ends do not change."""
    words = "".join(_LETTERS.findall(unicodedata.normalize("NFKC", text).casefold()))
    return f"sha256:{hashlib.sha256(words.encode()).hexdigest()}"


_LETTERS = re.compile(r"[^\W_]+|[$£€¥%]")


@cache
def rules_digest() -> str:
    """SHA-256 over the names and bytes of all rules and lexicons: a record says which rules made it."""
    digest = hashlib.sha256()
    root = files("extractor")
    for name in _RULES:
        for path, content in _contents(root.joinpath(name), name):
            digest.update(f"{path}\n{len(content)}\n".encode())
            digest.update(content)
    return f"sha256:{digest.hexdigest()}"


def _contents(node: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    if node.is_file():
        if path.endswith((".py", ".csv", ".toml")):
            yield path, node.read_bytes()
    elif node.is_dir() and node.name not in {"training", "__pycache__"}:
        for child in sorted(node.iterdir(), key=lambda c: c.name):
            yield from _contents(child, f"{path}/{child.name}")


def decimal_text(value: Decimal | None) -> str | None:
    """Plain digits: no exponent, no closing zeros, no signed zero."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def one_line(text: str) -> str:
    """The words with single spaces between them."""
    return " ".join(text.split())


class _Assembly:
    """Gives ids and moves offsets; holds the ids of the objects that statements point at."""

    def __init__(self, article: Article, reading: Reading, found: Findings) -> None:
        self.article = article
        self.reading = reading
        self.found = found
        self.ids: dict[int, str] = {}

    def record(self, model: tuple[str, str] | None, *, include_text: bool) -> dict[str, Any]:
        """The record as plain Python, ready for validation."""
        from extractor import __version__

        found = self.found
        organizations = self._entities("org", found.organizations)
        people = self._entities("person", found.people)
        programs = self._entities("program", found.programs)
        places = self._entities("place", found.places)
        dates = self._values("date", self._valid_dates())
        money = self._values("money", found.money)
        percentages = self._values("percentage", found.percentages)
        quantities = self._values("quantity", found.quantities)
        quotes = self._values("quote", found.quotes)
        facts = sorted(found.facts, key=self._place_of_fact)
        return {
            "id": article_id(self.article),
            "fingerprint": fingerprint(self.article.text),
            "source": self._source(),
            "article": self._article(),
            "organizations": tuple(
                self._entity(o)
                | {"kind": o.kind, "legal_form": o.legal_form, "tickers": tuple({"exchange": e, "symbol": s} for e, s in o.tickers)}
                for o in organizations
            ),
            "people": tuple(self._entity(p) | {"roles": self._roles(p)} for p in people),
            "programs": tuple(self._entity(p) for p in programs),
            "places": tuple(self._entity(p) | {"kind": p.kind} for p in places),
            "dates": tuple(self._date(d) for d in dates),
            "money": tuple(
                self._figure(m, "amount")
                | {
                    "currency": m.currency,
                    "currency_certain": m.currency_certain,
                    "per": m.per and one_line(m.per),
                    "equivalent_to": self._id(m.equivalent_to),
                }
                for m in money
            ),
            "percentages": tuple(self._figure(p, "value") | {"unit": p.unit, "of": self._span(p.of)} for p in percentages),
            "quantities": tuple(self._figure(q, "value") | {"unit": one_line(q.unit)} for q in quantities),
            "quotes": tuple(self._quote(q) for q in quotes),
            "facts": tuple(self._fact(f) | {"id": f"fact-{n}"} for n, f in enumerate(facts, start=1)),
            "warnings": tuple(self._warnings()),
            "provenance": {
                "extractor": __version__,
                "model": {"name": model[0], "version": model[1]} if model else None,
                "rules": rules_digest(),
            },
            "text": self.article.text if include_text else None,
        }

    def _valid_dates(self) -> list[DateMention]:
        """The dates without those whose value the contract does not know: one odd date must not cost an article."""
        kept = [date for date in self.found.dates if is_timex(date.value)]
        self.found.discards += [
            Discard(d.start, d.end, d.found_by, f"{d.value} is no TIMEX3 value") for d in self.found.dates if not is_timex(d.value)
        ]
        return kept

    # ---- ids and offsets

    def _entities(self, prefix: str, entities: Iterable[Any]) -> list[Any]:
        for entity in entities:
            entity.mentions.sort(key=lambda m: (m.start, m.end))
        ordered = sorted((e for e in entities if e.mentions), key=lambda e: (e.mentions[0].start, e.mentions[0].end))
        self._number(prefix, ordered)
        return ordered

    def _values(self, prefix: str, mentions: Iterable[Any]) -> list[Any]:
        ordered = sorted(mentions, key=lambda m: (m.start, m.end))
        self._number(prefix, ordered)
        return ordered

    def _number(self, prefix: str, items: list[Any]) -> None:
        self.ids |= {id(item): f"{prefix}-{count}" for count, item in enumerate(items, start=1)}

    def _id(self, item: object) -> str | None:
        return None if item is None else self.ids.get(id(item))

    def _offsets(self, span: Span | Mention) -> dict[str, Any]:
        return {"start": self.reading.start(span.start), "end": self.reading.end(span.end)}

    def _span(self, span: Span | Mention | None) -> dict[str, Any] | None:
        return None if span is None else self._words(span)

    def _words(self, span: Span | Mention) -> dict[str, Any]:
        offsets = self._offsets(span)
        return offsets | {"text": self.article.text[offsets["start"] : offsets["end"]]}

    def _mention(self, mention: Mention) -> dict[str, Any]:
        return self._words(mention) | {"found_by": mention.found_by}

    # ---- the parts

    def _source(self) -> dict[str, Any]:
        article, found = self.article, self.found
        published = {"value": found.published, "origin": found.published_origin} if found.published and found.published_origin else None
        return {
            "id": article.id,
            "uri": article.uri,
            "media_type": article.media_type,
            "encoding": article.encoding,
            "language": article.language,
            "published": published,
        }

    def _article(self) -> dict[str, Any]:
        layout = self.found.layout
        headline = one_line(layout.headline.of(self.found.text)) if layout.headline else one_line(self.article.title or "")
        return {
            "headline": headline or None,
            "dateline": self._dateline(),
            "issuer": self._id(self.found.issuer),
            "credits": tuple(self._words(span) for span in layout.credits),
            "sections": tuple(
                self._offsets(Span(section.start, section.end)) | {"kind": section.kind, "title": section.title and one_line(section.title)}
                for section in layout.sections
            ),
        }

    def _dateline(self) -> dict[str, Any] | None:
        line = self.found.layout.dateline
        if line is None:
            return None
        text = self.found.text
        return self._words(Span(line.start, line.end)) | {
            "place": one_line(line.place.of(text)) if line.place else None,
            "date": self._dateline_date(line.date),
            "wire": one_line(line.wire.of(text)) if line.wire else None,
        }

    def _dateline_date(self, span: Span | None) -> str | None:
        """The day as resolved; else the open value of the time expression that stands there ("XXXX-06-17")."""
        if self.found.dateline_date:
            return self.found.dateline_date.isoformat()
        return next((d.value for d in self.found.dates if span and d.span.overlaps(span) and d.granularity == "day"), None)

    def _entity(self, entity: Entity) -> dict[str, Any]:
        name = one_line(entity.name)
        aliases = dict.fromkeys(one_line(alias) for alias in entity.aliases)
        return {
            "id": self.ids[id(entity)],
            "name": name,
            "aliases": tuple(alias for alias in aliases if alias and alias != name),
            "mentions": tuple(self._mention(m) for m in entity.mentions),
        }

    def _roles(self, person: Person) -> tuple[dict[str, Any], ...]:
        return tuple({"title": one_line(role.title), "organization": self._id(role.organization)} for role in person.roles)

    def _date(self, date: DateMention) -> dict[str, Any]:
        return self._mention(date) | {
            "id": self.ids[id(date)],
            "type": date.type,
            "value": date.value,
            "earliest": date.earliest,
            "latest": date.latest,
            "granularity": date.granularity,
            "anchored": date.anchored,
            "modifier": date.modifier,
        }

    def _figure(self, figure: FigureMention, key: str) -> dict[str, Any]:
        return self._mention(figure) | {
            "id": self.ids[id(figure)],
            key: decimal_text(figure.value),
            "low": decimal_text(figure.low),
            "high": decimal_text(figure.high),
            "qualifier": figure.qualifier,
        }

    def _quote(self, quote: Quote) -> dict[str, Any]:
        return self._mention(quote) | {"id": self.ids[id(quote)], "speaker": self._id(quote.speaker), "direct": quote.direct}

    def _place_of_fact(self, fact: Fact) -> tuple[int, int, int]:
        figure = fact.value or fact.by
        at = figure.start if figure else fact.measure.start
        return (fact.sentence.start, at, fact.measure.start)

    def _fact(self, fact: Fact) -> dict[str, Any]:
        subject = self._span(fact.subject)
        return {
            "subject": subject and subject | {"ref": self._id(fact.subject_ref)},
            "measure": self._words(fact.measure),
            "value": self._id(fact.value),
            "change": {"direction": fact.direction, "by": self._id(fact.by)} if fact.direction else None,
            "previous": self._id(fact.previous),
            "of": self._span(fact.of),
            "period": self._id(fact.period),
            "certainty": fact.certainty,
            "sentence": self._offsets(fact.sentence),
            "found_by": fact.found_by,
        }

    def _warnings(self) -> Iterator[dict[str, Any]]:
        placed = sorted(self.found.cautions, key=lambda c: (c.start is None, c.start or 0, c.code))
        for caution in placed:
            start = None if caution.start is None else self.reading.start(caution.start)
            end = None if caution.end is None else self.reading.end(caution.end)
            yield {"code": caution.code, "message": caution.message, "start": start, "end": end}

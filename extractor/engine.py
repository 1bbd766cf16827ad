"""`Extractor`: articles in, records out. It holds the loaded pipeline; make one and keep it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from extractor.article import Article, clean, read_date
from extractor.assemble import assemble
from extractor.errors import ArticleError, EmptyError, ProcessingError
from extractor.findings import Caution, Findings
from extractor.language import language
from extractor.mojibake import looks_double_encoded
from extractor.pipeline import Pipeline, build, spacy_pipeline
from extractor.reading import Reading, plain
from extractor.settings import DEFAULT_MODEL
from schemas import ExtractionFailure, FailureCause, FailureSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from schemas import ArticleRecord


class Extractor:
    """A pipeline ready to read articles.

    `model` is the name or path of an installed spaCy pipeline, or "none"; `include_text` puts the text into each record.
    Raises errors.ModelError where the model cannot be loaded.
    """

    def __init__(self, *, model: str = DEFAULT_MODEL, include_text: bool = False) -> None:
        self._model = model
        self._pipeline: Pipeline = build(model)
        self._include_text = include_text

    @cached_property
    def nlp(self) -> Any:
        """The same pipeline as a spaCy Language, made when first asked for: `extractor.nlp(text)._.press`."""
        return spacy_pipeline(self._model)

    def extract(self, text: str | Article, published: str | date | None = None) -> ArticleRecord:
        """The record of one article. `published` is the day that relative dates count from (ISO 8601 text or a date).

        Raises errors.EmptyError where there is no text, errors.PublishedError where `published` is no date and
        errors.ProcessingError where the extraction itself fails.
        """
        return self.explain(text, published)[0]

    def explain(self, text: str | Article, published: str | date | None = None) -> tuple[ArticleRecord, Findings]:
        """The record and the findings behind it, with what was discarded and why. Raises as `extract`."""
        article = self._article(text, published)
        reading = Reading.of(article.text)
        if not reading.text.strip():
            name = article.uri or article.id or "the article"
            message = f"{name}: there is nothing but invisible characters in it."
            raise EmptyError(message, "Give an article with text.", uri=article.uri, article_id=article.id)
        try:
            article = _told(article)
            if article.language in {None, "en"}:
                found = self._pipeline.run(reading.text, article.published, article.published_origin if article.published else None)
                _several(article, found)
            else:
                found = _not_english(article, reading.text)
            _encoding(article, found)
            record = assemble(article, reading, found, model=self._pipeline.model, include_text=self._include_text)
        except Exception as error:
            # One article must not end the stream, and no library's exception reaches the user bare.
            name = article.uri or article.id or "the article"
            message = f"{name}: the extraction failed: {type(error).__name__}: {str(error)[:500]}"
            raise ProcessingError(message, "Please report it with the text.", uri=article.uri, article_id=article.id) from error
        return record, found

    def extract_many(self, articles: Iterable[str | Article | ArticleError]) -> Iterator[ArticleRecord | ExtractionFailure]:
        """A record or a failure for each article, in order, as they are read. Errors of a reader pass through as failures."""
        for article in articles:
            if isinstance(article, ArticleError):
                yield failure(article)
                continue
            try:
                yield self.extract(article)
            except ArticleError as error:
                yield failure(error)

    def map_bag(self, bag: Any) -> Any:
        """A Dask bag of records (as JSON gives them; failures in their places) from one of texts, Articles or `{"text", "id", ...}` objects.

        Each process of the cluster loads its own extractor, once.
        """
        from extractor.batch.bag import records

        return bag.map_partitions(records, model=self._model, include_text=self._include_text)

    @staticmethod
    def _article(text: str | Article, published: str | date | None) -> Article:
        if isinstance(text, str):
            text = Article(text=clean(text))
        if published is not None:
            text = _dated(text, read_date(published, "published"))
        elif isinstance(text.published, str):
            text = replace(text, published=read_date(text.published, "published"))  # type: ignore[unreachable]  # a caller without type checks
        return text.checked()


def failure(error: ArticleError) -> ExtractionFailure:
    """What stands in the stream for an article that could not be read."""
    return ExtractionFailure(
        source=FailureSource(id=error.article_id, uri=error.uri), error=FailureCause(code=error.code, message=str(error))
    )


def _told(article: Article) -> Article:
    """The article with the language that its words show; what its source said counts where they do not tell."""
    code = language(article.text) or (article.language or "").partition("-")[0].lower() or None
    return replace(article, language=code)


def _not_english(article: Article, text: str) -> Findings:
    """Nothing found but a warning: English rules and names would give false values."""
    found = Findings(
        text=plain(text), published=article.published, published_origin=article.published_origin if article.published else None
    )
    message = f"The text is not English (it looks like {article.language!r}): nothing was extracted. Give an English version."
    found.cautions.append(Caution("not-english", message))
    return found


def _encoding(article: Article, found: Findings) -> None:
    if article.repaired:
        message = "The text was double-encoded and has been repaired; offsets count in the repaired text."
        found.cautions.append(Caution("repaired-encoding", message))
    elif place := looks_double_encoded(found.text):
        message = "The text looks double-encoded: names, quotes and currencies may be wrong. Run again with --repair."
        found.cautions.append(Caution("double-encoded", message, *place))


def _several(article: Article, found: Findings) -> None:
    """Warns where the file held several releases, also where the caller gave them as one text."""
    if article.part:
        number, count = article.part
        message = f"This is release {number} of {count} in one file; offsets count from its own beginning."
        found.cautions.append(Caution("several-releases", message))
    elif (count := found.layout.releases) > 1:
        message = f"The text holds {count} releases: dates and speakers of one may be given to another. Give each as an article of its own."
        found.cautions.append(Caution("several-releases", message))


def _dated(article: Article, published: date | None) -> Article:
    return replace(article, published=published, published_origin="given")


@cache
def _default() -> Extractor:
    return Extractor()


def extract(text: str | Article, published: str | date | None = None) -> ArticleRecord:
    """The record of one article, with the default model (loaded at the first call). Raises as `Extractor.extract`."""
    return _default().extract(text, published)


def extract_many(articles: Iterable[str | Article | ArticleError]) -> Iterator[ArticleRecord | ExtractionFailure]:
    """A record or a failure for each article, in order, with the default model."""
    return _default().extract_many(articles)

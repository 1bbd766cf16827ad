"""Press releases and news articles as structured records.

    from extractor import extract
    record = extract("Acme Corp. said revenue rose 12% to $3.4 billion.", published="2025-05-02")

Importing this costs nothing: spaCy and the rest come with the first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.engine import Extractor, extract, extract_many
    from schemas import ArticleRecord, ExtractionFailure

__version__ = "0.1.0"

__all__ = ["Article", "ArticleRecord", "ExtractionFailure", "Extractor", "extract", "extract_many"]

_HOMES = {
    "Article": "extractor.article",
    "ArticleRecord": "schemas",
    "ExtractionFailure": "schemas",
    "Extractor": "extractor.engine",
    "extract": "extractor.engine",
    "extract_many": "extractor.engine",
}


def __getattr__(name: str) -> Any:
    """Brings a public name from its module at its first use (PEP 562)."""
    if name not in _HOMES:
        message = f"module 'extractor' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)

"""The gold articles of corpus/ hold together: marks, keys and the statements beside them (corpus/GUIDE.md)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter

from extractor.evaluation.gold import Gold, load
from schemas.entities import OrganizationKind
from schemas.primitives import CurrencyCode, DecimalText, TimexValue, ordered
from schemas.values import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES = load(str(CORPUS))

AMOUNT = {"MONEY": "amount", "PERCENT": "value", "QUANTITY": "value"}
KEYS = {
    "ORG": {"name"},
    "PERSON": {"name"},
    "PROGRAM": {"name"},
    "DATE": {"timex_type", "value"},
    "MONEY": {"amount", "low", "high", "currency", "qualifier", "per"},
    "PERCENT": {"value", "low", "high", "unit", "qualifier", "of"},
    "QUANTITY": {"value", "low", "high", "unit", "qualifier"},
}
DOC = {"genre", "headline", "dateline", "issuer", "organizations", "programs", "people", "quotes", "facts"}
FACT = {"subject", "measure", "value", "change", "from", "of", "period"}
UNITS = {"percent", "percentage_point", "basis_point"}

_timex: TypeAdapter[str] = TypeAdapter(TimexValue)
_decimal: TypeAdapter[str] = TypeAdapter(DecimalText)
_currency: TypeAdapter[str] = TypeAdapter(CurrencyCode)
_qualifier: TypeAdapter[str] = TypeAdapter(Qualifier)
_kind: TypeAdapter[str] = TypeAdapter(OrganizationKind)

each = pytest.mark.parametrize("gold", ARTICLES, ids=[gold.id for gold in ARTICLES])


def squash(words: str) -> str:
    """One blank for every run of white space: an article may be hard-wrapped and hold NBSP."""
    return " ".join(words.split())


def marked(gold: Gold, *kinds: str) -> set[str]:
    return {squash(span["text"]) for kind in kinds for span in gold.of(kind)}


def names(gold: Gold, kind: str) -> set[str]:
    return {span["name"] for span in gold.of(kind)}


def written(span: dict[str, Any]) -> set[str]:
    return set(span) - {"start", "end", "text", "type"}


def rows(gold: Gold, key: str) -> Iterator[dict[str, Any]]:
    yield from gold.doc.get(key) or []


def test_every_article_has_both_files() -> None:
    assert len(ARTICLES) >= 9
    assert {file.stem for file in CORPUS.glob("*.txt")} == {file.stem for file in CORPUS.glob("*.toml")}


@each
def test_marks_have_the_keys_of_their_type(gold: Gold) -> None:
    for span in gold.spans:
        assert span["type"] in KEYS, span
        assert written(span) <= KEYS[span["type"]], span
        assert span["text"] == span["text"].strip(), span
        if "qualifier" in span:
            _qualifier.validate_python(span["qualifier"])


@each
def test_dates_are_timex3_values(gold: Gold) -> None:
    for span in gold.of("DATE"):
        assert span["timex_type"] in {"DATE", "TIME", "DURATION", "SET"}, span
        _timex.validate_python(span["value"])
        assert span["value"].startswith("P") is (span["timex_type"] in {"DURATION", "SET"}) or span["value"].endswith("_REF"), span


@each
def test_amounts_are_decimals(gold: Gold) -> None:
    for kind, key in AMOUNT.items():
        for span in gold.of(kind):
            ends = [span.get(end) for end in ("low", "high")]
            assert (key in span) is (ends == [None, None]), span
            for amount in filter(None, (span.get(key), *ends)):
                _decimal.validate_python(amount)
            ordered(*ends)


@each
def test_units_and_currencies(gold: Gold) -> None:
    for span in gold.of("MONEY"):
        assert span["currency"] == "?" or _currency.validate_python(span["currency"])
    for span in gold.of("PERCENT"):
        assert span["unit"] in UNITS, span
        assert squash(span.get("of", "")) in squash(gold.text), span
    for span in gold.of("QUANTITY"):
        assert squash(span["text"]).endswith(span["unit"]) or squash(span["text"]).startswith(span["unit"] + "="), span


@each
def test_the_document_has_known_keys(gold: Gold) -> None:
    assert set(gold.doc) <= DOC
    _timex.validate_python(gold.published)
    assert squash(gold.doc["headline"]) in squash(gold.text)
    assert gold.doc["issuer"] in names(gold, "ORG")
    line = gold.doc.get("dateline", {})
    assert set(line) <= {"place", "date", "wire"}
    assert line.get("place", "") in gold.text
    if "wire" in line:
        assert line["wire"] in marked(gold, "ORG")
    if "date" in line:
        assert line["date"] in {span["value"] for span in gold.of("DATE")}


@each
@pytest.mark.parametrize(("key", "kind"), [("organizations", "ORG"), ("people", "PERSON"), ("programs", "PROGRAM")])
def test_entities_are_those_that_are_marked(gold: Gold, key: str, kind: str) -> None:
    listed = [row["name"] for row in rows(gold, key)]
    assert len(listed) == len(set(listed))
    assert set(listed) == names(gold, kind)
    assert set(listed) <= marked(gold, kind), "a canonical name is printed in the article"


@each
def test_aliases_are_the_other_forms_that_are_marked(gold: Gold) -> None:
    for key, kind in (("organizations", "ORG"), ("programs", "PROGRAM")):
        for row in rows(gold, key):
            forms = {squash(span["text"]) for span in gold.of(kind) if span["name"] == row["name"]}
            assert set(row["aliases"]) == forms - {row["name"]}


@each
def test_kinds_tickers_and_roles(gold: Gold) -> None:
    for row in rows(gold, "organizations"):
        _kind.validate_python(row["kind"])
        for ticker in row["tickers"]:
            assert f"({ticker['exchange']}: {ticker['symbol']})" in squash(gold.text)
    for person in rows(gold, "people"):
        for role in person["roles"]:
            assert role["title"] in squash(gold.text)
            assert role.get("organization") in names(gold, "ORG") | {None}


@each
def test_quotes_stand_in_the_text_and_their_speakers_are_marked(gold: Gold) -> None:
    for quote in rows(gold, "quotes"):
        assert set(quote) == {"speaker", "direct", "words"}
        assert quote["speaker"] in names(gold, "PERSON") | names(gold, "ORG")
        assert squash(quote["words"]) in squash(gold.text)
        assert len(quote["words"].split()) <= 5


@each
def test_the_words_of_facts_are_marked_or_printed(gold: Gold) -> None:
    text, figures, dates = squash(gold.text), marked(gold, *AMOUNT), marked(gold, "DATE")
    for fact in rows(gold, "facts"):
        assert set(fact) <= FACT, fact
        assert squash(fact["value"]) in figures, fact
        assert squash(fact.get("from", "")) in text, fact
        assert squash(fact.get("of", "")) in text, fact
        assert squash(fact["measure"]) in text, fact
        assert "period" not in fact or squash(fact["period"]) in dates, fact
        assert "subject" not in fact or squash(fact["subject"]) in text, fact


@each
def test_changes_have_a_direction_and_marked_words(gold: Gold) -> None:
    figures = marked(gold, *AMOUNT)
    for fact in rows(gold, "facts"):
        if "change" in fact:
            assert set(fact["change"]) <= {"direction", "by"}, fact
            assert fact["change"]["direction"] in {"up", "down", "flat"}, fact
            assert "by" not in fact["change"] or squash(fact["change"]["by"]) in figures, fact

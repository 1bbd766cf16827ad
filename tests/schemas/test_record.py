"""The contract: what is accepted and what is refused."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from extractor.assemble import decimal_text
from schemas import ArticleRecord, DateValue, ExtractionFailure, Money, Percentage
from schemas.export import FOLDER, MODELS, json_schema
from schemas.primitives import DecimalText, TimexValue

TEXT = "Ormel Ltd. paid $5 million in 2024."
MONEY = {
    "id": "money-1", "start": 16, "end": 26, "text": "$5 million", "found_by": "money.sign", "amount": "5000000", "low": None, "high": None,
    "currency": "USD", "currency_certain": False, "qualifier": None, "per": None, "equivalent_to": None,
}  # fmt: skip
ORGANIZATION = {
    "id": "org-1", "name": "Ormel Ltd.", "aliases": (), "kind": "company", "legal_form": "Ltd.", "tickers": (),
    "mentions": ({"start": 0, "end": 10, "text": "Ormel Ltd.", "found_by": "ner:x"},),
}  # fmt: skip
FACT = {
    "id": "fact-1", "subject": {"start": 0, "end": 10, "text": "Ormel Ltd.", "ref": "org-1"}, "measure": {"start": 11, "end": 15, "text": "paid"},
    "value": "money-1", "change": None, "previous": None, "of": None, "period": None, "certainty": "reported",
    "sentence": {"start": 0, "end": 35}, "found_by": "facts.x",
}  # fmt: skip


def record(**changes: Any) -> dict[str, Any]:
    """A small valid record as plain Python, with changes."""
    return {
        "id": "sha256:" + "0" * 64,
        "source": {"id": None, "uri": None, "media_type": None, "encoding": None, "language": None, "published": None},
        "article": {"headline": None, "dateline": None, "issuer": "org-1", "credits": (), "sections": ()},
        "organizations": (ORGANIZATION,), "people": (), "programs": (), "places": (), "dates": (), "money": (MONEY,), "percentages": (),
        "quantities": (), "quotes": (), "facts": (FACT,), "warnings": (),
        "provenance": {"extractor": "0.1.0", "model": None, "rules": "sha256:" + "0" * 64},
        "text": TEXT,
    } | changes  # fmt: skip


def test_a_record_comes_back_from_its_json() -> None:
    made = ArticleRecord.model_validate(record())
    assert ArticleRecord.model_validate_json(made.model_dump_json()) == made


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"money": (MONEY | {"start": 15, "end": 25},)}, "offsets 15 to 25 give"),
        ({"money": (MONEY | {"end": 27},)}, "do not fit"),
        ({"money": (MONEY | {"id": "money-2"},), "facts": ()}, "ids count from 1"),
        ({"money": ()}, "fact-1 refers to money-1"),
        ({"organizations": (), "facts": ()}, "article.issuer refers to org-1"),
        ({"surprise": 1}, "Extra inputs"),
        ({"money": (MONEY | {"amount": 5000000},)}, "valid string"),
        ({"money": (MONEY | {"amount": "5E6"},)}, "match pattern"),
        ({"money": (MONEY | {"low": "1"},)}, "one value or a range"),
        ({"money": (MONEY | {"amount": None, "low": "3", "high": "2"},)}, "from low to high"),
        ({"money": (MONEY | {"currency": "usd"},)}, "match pattern"),
        ({"id": "abc"}, "match pattern"),
    ],
)
def test_what_breaks_the_contract_is_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        ArticleRecord.model_validate(record(**changes))


def test_a_record_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        ArticleRecord.model_validate(record()).text = "other"  # type: ignore[misc]


def test_values_out_of_text_order_are_refused() -> None:
    first = MONEY | {"id": "money-2"}
    second = MONEY | {"id": "money-1", "start": 27, "end": 37}
    with pytest.raises(ValidationError, match="not in text order"):
        ArticleRecord.model_validate(record(money=(second, first), facts=(), text=None))


@pytest.mark.parametrize(
    "value",
    ["2024-03-05", "2024-03", "2024", "2024-Q3", "2024-H1", "FY2025", "FY2025-Q3", "199", "19", "XXXX-06-17", "XXXX-WXX-1", "2024-W05", "P3Y", "P9M", "PT2H",
     "P1DT12H", "PXY", "2024-05-01T08:30", "2024-05-01TEV", "PRESENT_REF", "PAST_REF", "FUTURE_REF", "2025-01-01/2025-09-30", "2024-SP", "2024-W05-WE", "P2D/P6D"],
)  # fmt: skip
def test_timex_values_are_taken(value: str) -> None:
    assert TypeAdapter(TimexValue).validate_python(value) == value


@pytest.mark.parametrize("value", ["", "P", "today", "17 June", "2024-Q5", "06/17/2024", "2024-3-5", "null", "2024-05-01 08:30"])
def test_what_is_no_timex_value_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(TimexValue).validate_python(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_any_decimal_becomes_plain_digits_of_the_same_value(value: Decimal) -> None:
    text = decimal_text(value)
    assert text is not None
    assert Decimal(TypeAdapter(DecimalText).validate_python(text)) == value
    assert "E" not in text


def test_earliest_may_not_be_behind_latest() -> None:
    row = {"id": "date-1", "start": 30, "end": 34, "text": "2024", "found_by": "x", "type": "DATE", "value": "2024", "earliest": "2024-12-31",
           "latest": "2024-01-01", "granularity": "year", "anchored": False, "modifier": None}  # fmt: skip
    with pytest.raises(ValidationError, match="behind latest"):
        DateValue.model_validate_json(json.dumps(row))


@pytest.mark.parametrize("model", [Money, Percentage, ExtractionFailure])
def test_models_are_strict(model: type[Money]) -> None:
    assert model.model_config["strict"] is True
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"


@pytest.mark.parametrize("name", sorted(MODELS))
def test_the_exported_schema_is_that_of_the_models(name: str) -> None:
    assert (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8") == json_schema(name), "run: python -m schemas.export"


def test_the_exported_schema_accepts_a_record() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    made = ArticleRecord.model_validate(record()).model_dump(mode="json")
    schema = json.loads((FOLDER / "article_record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(made)

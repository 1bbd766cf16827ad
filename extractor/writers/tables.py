"""Records -> flat tables, one a kind, every row with its `article_id`; ids are resolved to values in `facts` and `quotes`.

Rows hold what JSON holds (amounts as decimal text, dates as ISO text); the writers of files give them their own types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["text", "integer", "decimal", "boolean", "date"]
Row = dict[str, Any]

_SPAN = "start:integer end:integer text found_by"
_RANGE = "low:decimal high:decimal qualifier"
_ENTITY = "article_id id name aliases mentions:integer"
_COLUMNS = {
    "articles": "article_id fingerprint source_id uri media_type encoding language published:date published_origin headline "
    "dateline_place dateline_date issuer extractor model model_version rules",
    "organizations": f"{_ENTITY} kind legal_form tickers",
    "organization_mentions": f"article_id id {_SPAN}",
    "people": f"{_ENTITY} roles",
    "programs": _ENTITY,
    "places": f"{_ENTITY} kind",
    "dates": f"article_id id {_SPAN} type value earliest:date latest:date granularity anchored:boolean modifier",
    "money": f"article_id id {_SPAN} amount:decimal {_RANGE} currency currency_certain:boolean per equivalent_to",
    "percentages": f"article_id id {_SPAN} value:decimal {_RANGE} unit of",
    "quantities": f"article_id id {_SPAN} value:decimal {_RANGE} unit",
    "quotes": f"article_id id {_SPAN} speaker direct:boolean",
    "facts": "article_id id subject subject_id measure amount:decimal currency percent:decimal quantity:decimal unit low:decimal high:decimal "
    "direction change:decimal change_unit previous:decimal previous_unit of period period_text certainty start:integer end:integer found_by",
    "warnings": "article_id code message start:integer end:integer",
    "failures": "source_id uri code message",
}


def _columns(words: str) -> dict[str, Kind]:
    pairs = (word.partition(":") for word in words.split())
    return {name: kind or "text" for name, _, kind in pairs}  # type: ignore[misc]


TABLES: dict[str, dict[str, Kind]] = {table: _columns(words) for table, words in _COLUMNS.items()}


def rows(record: Row) -> Iterator[tuple[str, Row]]:
    """The rows of one record or failure (as JSON gives them), each with the name of its table; keys are those of TABLES, in order."""
    for table, row in _failure(record) if "error" in record else _record(record):
        yield table, {name: row.get(name) for name in TABLES[table]}


def _failure(record: Row) -> Iterator[tuple[str, Row]]:
    yield "failures", {"source_id": record["source"]["id"], "uri": record["source"]["uri"], **record["error"]}


def _record(record: Row) -> Iterator[tuple[str, Row]]:
    key = {"article_id": record["id"]}
    names = {item["id"]: item["name"] for kind in ("organizations", "people", "programs", "places") for item in record[kind]}
    yield "articles", _article(record, names)
    for kind in ("organizations", "people", "programs", "places"):
        for item in record[kind]:
            yield kind, {**key, **item, **_entity(item, names)}
            if kind == "organizations":
                for mention in item["mentions"]:
                    yield "organization_mentions", {**key, "id": item["id"], **mention}
    for kind in ("dates", "money", "quantities"):
        for item in record[kind]:
            yield kind, {**key, **item}
    for item in record["percentages"]:
        yield "percentages", {**key, **item, "of": item["of"] and item["of"]["text"]}
    for item in record["quotes"]:
        yield "quotes", {**key, **item, "speaker": names.get(item["speaker"])}
    values = {item["id"]: item for kind in ("dates", "money", "percentages", "quantities") for item in record[kind]}
    for fact in record["facts"]:
        yield "facts", {**key, **_fact(fact, values)}
    for item in record["warnings"]:
        yield "warnings", {**key, **item}


def _article(record: Row, names: dict[str, str]) -> Row:
    source, article, provenance = record["source"], record["article"], record["provenance"]
    published, dateline, model = source["published"] or {}, article["dateline"] or {}, provenance["model"] or {}
    return {
        **source,
        "article_id": record["id"],
        "fingerprint": record["fingerprint"],
        "source_id": source["id"],
        "published": published.get("value"),
        "published_origin": published.get("origin"),
        "headline": article["headline"],
        "dateline_place": dateline.get("place"),
        "dateline_date": dateline.get("date"),
        "issuer": names.get(str(article["issuer"])),
        "extractor": provenance["extractor"],
        "model": model.get("name"),
        "model_version": model.get("version"),
        "rules": provenance["rules"],
    }


def _entity(item: Row, names: dict[str, str]) -> Row:
    row: Row = {"aliases": " | ".join(item["aliases"]) or None, "mentions": len(item["mentions"])}
    if "tickers" in item:
        row["tickers"] = " | ".join(f"{t['exchange']}: {t['symbol']}" if t["exchange"] else t["symbol"] for t in item["tickers"]) or None
    if "roles" in item:
        roles = (f"{r['title']}, {names[r['organization']]}" if r["organization"] else r["title"] for r in item["roles"])
        row["roles"] = " | ".join(roles) or None
    return row


def _fact(fact: Row, values: dict[str, Row]) -> Row:
    value = values.get(fact["value"], {})
    change, previous = values.get((fact["change"] or {}).get("by") or "", {}), values.get(fact["previous"], {})
    period, subject = values.get(fact["period"], {}), fact["subject"] or {}
    kind = (fact["value"] or "").partition("-")[0]
    return {
        "id": fact["id"],
        "subject": subject.get("text"),
        "subject_id": subject.get("ref"),
        "measure": fact["measure"]["text"],
        "amount": value.get("amount"),
        "currency": value.get("currency"),
        "percent": value.get("value") if kind == "percentage" else None,
        "quantity": value.get("value") if kind == "quantity" else None,
        "unit": value.get("unit"),
        "low": value.get("low"),
        "high": value.get("high"),
        "direction": (fact["change"] or {}).get("direction"),
        "change": _number(change),
        "change_unit": _unit(change),
        "previous": _number(previous),
        "previous_unit": _unit(previous),
        "of": fact["of"] and fact["of"]["text"],
        "period": period.get("value"),
        "period_text": period.get("text"),
        "certainty": fact["certainty"],
        "start": fact["sentence"]["start"],
        "end": fact["sentence"]["end"],
        "found_by": fact["found_by"],
    }


def _number(figure: Row) -> str | None:
    number: str | None = figure.get("amount", figure.get("value"))
    return number


def _unit(figure: Row) -> str | None:
    unit: str | None = figure.get("currency", figure.get("unit"))
    return unit

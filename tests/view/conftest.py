"""Records made by hand, and the page that shows them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from extractor.view import report
from schemas import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

HOSTILE = "<img src=x onerror=alert(1)>"
TEXT = (
    "Ormel Freight opens a yard 🚢\n\n"
    f"On 3 March 2025, Ormel Freight plc and {HOSTILE} said the yard in Port Ellery cost £3.4 million, 12% more than in 2024. "
    "“Ormel Freight will grow,” said Ada Quist.</script><script>alert(2)</script>\n"
)


def span(words: str, nth: int = 0) -> dict[str, Any]:
    start = [m.start() for m in re.finditer(re.escape(words), TEXT)][nth]
    return {"start": start, "end": start + len(words), "text": words}


def found(words: str, by: str, nth: int = 0) -> dict[str, Any]:
    return {**span(words, nth), "found_by": by}


def make_record(**changes: Any) -> dict[str, Any]:
    """A valid record of TEXT as a JSON object."""
    year = {"type": "DATE", "earliest": "2024-01-01", "latest": "2024-12-31", "granularity": "year", "anchored": False, "modifier": None}
    day = {**year, "earliest": "2025-03-03", "latest": "2025-03-03", "granularity": "day"}
    no_range = {"low": None, "high": None, "qualifier": None}
    organization = {"kind": "company", "legal_form": None, "tickers": [], "aliases": []}
    yard = TEXT.index("Ormel", 5)
    row = {
        "schema_version": "1.0",
        "id": "sha256:" + "0" * 64,
        "source": {"id": "a-1", "uri": None, "media_type": "text/plain", "encoding": "utf-8", "language": "en", "published": None},
        "article": {
            "headline": "Ormel Freight opens a yard 🚢",
            "dateline": None,
            "issuer": "org-1",
            "credits": [],
            "sections": [{"start": 0, "end": 28, "kind": "headline", "title": None}, {"start": 30, "end": len(TEXT), "kind": "body", "title": None}],
        },
        "organizations": [
            {**organization, "id": "org-1", "name": "Ormel Freight plc", "legal_form": "plc", "aliases": ["Ormel Freight"],
             "mentions": [found("Ormel Freight", "ner:x"), found("Ormel Freight plc", "ner:x"), found("Ormel Freight", "organizations.alias", 2)]},
            {**organization, "id": "org-2", "name": HOSTILE, "mentions": [found(HOSTILE, "ner:x")]},
        ],
        "people": [{"id": "person-1", "name": "Ada Quist", "aliases": [], "roles": [], "mentions": [found("Ada Quist", "people.speaker")]}],
        "programs": [],
        "places": [{"id": "place-1", "name": "Port Ellery", "aliases": [], "kind": "facility", "mentions": [found("Port Ellery", "ner:x")]}],
        "dates": [
            {**found("3 March 2025", "dates.absolute"), **day, "id": "date-1", "value": "2025-03-03"},
            {**found("2024", "dates.year"), **year, "id": "date-2", "value": "2024"},
        ],
        "money": [
            {**found("£3.4 million", "money.sign-before"), **no_range, "id": "money-1", "amount": "3400000", "currency": "GBP",
             "currency_certain": True, "per": None, "equivalent_to": None},
        ],
        "percentages": [{**found("12%", "percentages.sign"), **no_range, "id": "percentage-1", "value": "12", "unit": "percent", "of": None}],
        "quantities": [],
        "quotes": [{**found("“Ormel Freight will grow,”", "quotes.direct"), "id": "quote-1", "speaker": "person-1", "direct": True}],
        "facts": [
            {"id": "fact-1", "subject": {**span("Ormel Freight plc"), "ref": "org-1"}, "measure": span("cost"), "value": "money-1",
             "change": {"direction": "up", "by": "percentage-1"}, "previous": None, "of": None, "period": "date-1", "certainty": "reported",
             "sentence": {"start": yard, "end": yard + 40}, "found_by": "facts.verb"},
        ],
        "warnings": [{"code": "no-date", "message": f"Give the publication date {HOSTILE}", "start": None, "end": None}],
        "provenance": {"extractor": "0", "model": None, "rules": "sha256:" + "0" * 64},
        "text": TEXT,
    }  # fmt: skip
    row.update(changes)
    return ArticleRecord.model_validate_json(json.dumps(row)).model_dump(mode="json")


@pytest.fixture(scope="session")
def record() -> Callable[..., dict[str, Any]]:
    return make_record


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens the report of some records; fails where the page logs an error, opens a dialog or asks another host for anything."""
    contexts = []
    faults: list[str] = []

    def show(*rows: dict[str, Any], width: int = 1280, scheme: str = "light") -> Page:
        path = tmp_path / "report.html"
        path.write_text(report(rows), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 850}, color_scheme=scheme, accept_downloads=True)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("dialog", lambda dialog: (faults.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else faults.append(request.url))
        page.goto(path.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert not faults

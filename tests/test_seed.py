"""The source article's record, in all its parts: what `seeds/liangjiang.txt` says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from extractor import ArticleRecord, Extractor
    from schemas import Organization, Person

NEW_AREA = "Liangjiang New Area"
CENTER = "China-Singapore (Chongqing) Multimodal Distribution and Connectivity Center"
INSTITUTE = "National University of Singapore (Chongqing) Research Institute"
FUND = "Singapore-China (Chongqing) ICM Joint Innovation Development Fund"
UNIVERSITY = "National University of Singapore"


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "seeds" / "liangjiang.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def undated(extractor: Extractor, text: str) -> ArticleRecord:
    return extractor.extract(text)


@pytest.fixture(scope="module")
def dated(extractor: Extractor, text: str) -> ArticleRecord:
    return extractor.extract(text, published="2022-09-15")


def organization(record: ArticleRecord, name: str) -> Organization:
    found = [o for o in record.organizations if o.name == name]
    assert len(found) == 1, sorted(o.name for o in record.organizations)
    return found[0]


def person(record: ArticleRecord, name: str) -> Person:
    (found,) = [p for p in record.people if p.name == name]
    return found


@pytest.mark.parametrize(
    ("name", "kind", "alias"),
    [
        (NEW_AREA, "government", None),
        (UNIVERSITY, "education", "NUS"),
        (INSTITUTE, "education", None),
        (CENTER, None, None),
        ("GDS Chongqing Data Center", None, None),
        ("BLOCK71", None, None),
        (FUND, "finance", "JIDF"),
        ("ASEAN", "international", None),
        ("China Railway Express", None, None),
        ("Liangjiang New Area Party Work Committee", None, None),
        ("Liangjiang New Area Administrative Committee", "government", None),
        ("Liangjiang New Area Media Center", "media", None),
    ],
)
def test_each_organization_stands_there_once(undated: ArticleRecord, name: str, kind: str | None, alias: str | None) -> None:
    found = organization(undated, name)
    assert kind is None or found.kind == kind
    assert alias is None or alias in found.aliases


def test_the_center_is_mentioned_twice_in_full(undated: ArticleRecord) -> None:
    assert [m.text for m in organization(undated, CENTER).mentions] == [CENTER, CENTER]


def test_what_is_no_organization_is_none(undated: ArticleRecord) -> None:
    names = {o.name for o in undated.organizations} | {m.text for o in undated.organizations for m in o.mentions}
    assert not names & {
        "Content",
        "TheCCI",
        "the China-Singapore",
        "China-Singapore",
        "CIC",
        "CCI",
        "RCEP",
        "China",
        "Singapore",
        "institute",
    }


@pytest.mark.parametrize(
    ("name", "alias"),
    [
        ("China-Singapore (Chongqing) Demonstration Project on Strategic Connectivity", "CCI"),
        ("Regional Comprehensive Economic Partnership", "RCEP"),
    ],
)
def test_programs_bear_their_acronyms(undated: ArticleRecord, name: str, alias: str) -> None:
    (found,) = [p for p in undated.programs if p.name == name]
    assert alias in found.aliases


def test_the_glued_word_is_a_mention_of_the_program(undated: ArticleRecord, text: str) -> None:
    at = text.index("TheCCI") + len("The")
    assert any((m.start, m.text) == (at, "CCI") for p in undated.programs for m in p.mentions)


def test_places(undated: ArticleRecord) -> None:
    names = {p.name for p in undated.places}
    assert names >= {
        "Southwest China",
        "Chongqing",
        "China",
        "Singapore",
        "Southeast Asia",
        "Guoyuan Port",
        "Jiangbei International Airport",
        "Yangtze Golden Waterway",
    }


def test_people_and_roles(undated: ArticleRecord) -> None:
    ids = {o.id: o.name for o in undated.organizations}
    roles = {(r.title, ids.get(r.organization or "")) for r in person(undated, "Qin Shubin").roles}
    assert roles == {
        ("member", "Liangjiang New Area Party Work Committee"),
        ("vice-director", "Liangjiang New Area Administrative Committee"),
    }
    assert person(undated, "Li Qian")
    assert {p.name for p in undated.people} == {"Qin Shubin", "Li Qian"}


def test_dates_without_a_publication_date_stay_open(undated: ArticleRecord) -> None:
    assert [(d.text, d.value) for d in undated.dates] == [("2015", "2015"), ("June 17", "XXXX-06-17"), ("2019", "2019"), ("2020", "2020")]
    june = undated.dates[1]
    assert (june.earliest, june.latest) == (None, None)
    assert undated.source.published is None
    assert any(w.start == june.start for w in undated.warnings)


def test_dates_are_counted_from_the_publication_date(dated: ArticleRecord) -> None:
    june = dated.dates[1]
    assert (june.value, june.earliest, june.latest, june.anchored) == ("2022-06-17", date(2022, 6, 17), date(2022, 6, 17), True)
    assert dated.source.published is not None
    assert (dated.source.published.value, dated.source.published.origin) == (date(2022, 9, 15), "given")
    assert not any(w.start == june.start for w in dated.warnings)


def test_the_contract_amount(undated: ArticleRecord) -> None:
    (amount,) = undated.money
    assert (amount.text, amount.amount, amount.currency, amount.currency_certain) == ("$ 10.98 billion", "10980000000", "USD", False)


def test_shares_keep_their_whole(undated: ArticleRecord) -> None:
    wholes = [(p.value, p.of.text if p.of else None) for p in undated.percentages]
    assert wholes[0] == ("24", "the total figure of Chongqing")
    assert wholes[1] == ("44", "Chongqing’s total amount")


def test_quantities(undated: ArticleRecord) -> None:
    found = [(q.value, q.unit) for q in undated.quantities]
    assert ("44", "China-Singapore cooperation projects") in found
    assert ("8", "tech companies") in found
    assert not any("third" in q.text for q in undated.quantities)


def test_the_quote(undated: ArticleRecord) -> None:
    (quote,) = undated.quotes
    assert (quote.direct, quote.speaker) == (False, person(undated, "Qin Shubin").id)
    assert quote.text.startswith("The new area is seizing the opportunities")
    assert quote.text.rstrip(",").endswith("open gateway of inland China")


def test_facts(undated: ArticleRecord) -> None:
    figures = {m.id: m for m in (*undated.money, *undated.percentages, *undated.quantities)}
    by_words = {figures[f.value].text: f for f in undated.facts if f.value}
    contract = by_words["$ 10.98 billion"]
    assert contract.measure.text.lower().endswith("contract amount")
    share = by_words["44%"]
    assert share.of is not None
    assert share.of.text == "Chongqing’s total amount"
    projects = by_words["44 China-Singapore cooperation projects"]
    dates = {d.id: d.value for d in undated.dates}
    assert dates.get(projects.period or "") == "2015"
    assert by_words["24%"].of is not None
    assert "eight tech companies" in by_words


def test_the_article(undated: ArticleRecord) -> None:
    names = {o.id: o.name for o in undated.organizations}
    assert undated.article.headline is None
    assert undated.article.dateline is None
    assert names[undated.article.issuer or ""] in {NEW_AREA, "Liangjiang New Area Media Center"}
    assert [c.text for c in undated.article.credits] == ["(Content provided by Liangjiang New Area Media Center;photo by Li Qian)"]

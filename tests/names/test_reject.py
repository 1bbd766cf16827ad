"""What a model marks and what names nothing, and what stays beside it."""

from __future__ import annotations

import pytest

from extractor.findings import Findings, Label, NameMention
from extractor.names.reject import products, rejected
from extractor.names.settle import settle


def read(text: str, *names: tuple[str, Label]) -> list[tuple[str, str]]:
    """The names of a text and their labels; `names` are what a model would mark, each at its first place."""
    found = Findings(text=text)
    found.names = [NameMention(start=text.index(n), end=text.index(n) + len(n), found_by="model", label=label) for n, label in names]
    return [(text[m.start : m.end], m.label) for m in settle(found).mentions]


REJECTED = [
    ("Capex fell.", "Capex", "ORG"),
    ("Its APIs grew.", "APIs", "ORG"),
    ("Senator Rusk (D-Ohio) spoke.", "D-Ohio", "ORG"),
    ("Senator Rusk (R - Texas) spoke.", "R - Texas", "ORG"),
    ("The Minister of Justice left.", "Minister of Justice", "ORG"),
    ("The Oslo cable firm", "Oslo cable", "ORG"),
    ("Both Norway and Peru paid.", "Norway and Peru", "ORG"),
    ("To the Premier it was new.", "Premier", "ORG"),
    ("The Gender Minister left.", "Gender Minister", "ORG"),
    ("BRELL WIDENS LOSS", "WIDENS", "ORG"),
    ("It hurt the gulden. The gulden fell.", "gulden", "ORG"),
    ("At brell.example/Brell-Osk/12.html now", "Brell-Osk/12.html", "ORG"),
    ("U.S. District Judge Ida Rusk ruled.", "U.S. District", "ORG"),
    ("The ten-year Treasury yield fell.", "Treasury", "ORG"),
    ("A yard in Ostia, NS is new.", "NS", "ORG"),
    ("See Ref: 2026-231-EN there.", "EN", "ORG"),
    ("Company News", "Company News", "ORG"),
    ("ASX ANNOUNCEMENT", "ASX", "ORG"),
    ("It rose.\n\nHEDGING\n\nIt hedged.", "HEDGING", "ORG"),
    ("Ida Rusk, Vice President, Ropes, at Osk Ltd", "Ropes", "ORG"),
]


@pytest.mark.parametrize(("text", "name", "label"), REJECTED)
def test_what_names_nothing_is_left_out(text: str, name: str, label: str) -> None:
    start = text.index(name)
    assert rejected(text, start, start + len(name), label)


KEPT = [
    ("Rarl fell.", "Rarl", "ORG"),
    ("The U.S. District Court ruled.", "U.S. District Court", "ORG"),
    ("The Treasury said so.", "Treasury", "ORG"),
    ("In ropes, NS leads.", "NS", "ORG"),
    ("ASX said so.", "ASX", "ORG"),
    ("It rose.\n\nHEDGING\n\nHedging grew.", "HEDGING", "ORG"),
    ("Ida Rusk, Vice President, Ropes, said so", "Ropes", "ORG"),
    ("The Gull-EN is a firm.", "EN", "ORG"),
    ("The Gull cable firm", "Gull cable", "ORG"),
    ("Both Norway and Gull paid.", "Norway and Gull", "ORG"),
    ("The Oslo university", "Oslo university", "ORG"),
    ("Clients of Premier left.", "Premier", "ORG"),
    ("Rusk of D-Orbital spoke.", "D-Orbital", "ORG"),
    ("The Justice Ministry left.", "Justice Ministry", "ORG"),
    ("The Prime Minister’s Office", "Prime Minister’s Office", "ORG"),
    ("It is small. brell said so; it pays brell.", "brell", "ORG"),
    ("It bought brell, the rope firm.", "brell", "ORG"),
    ("It bought osk&co for $1.", "osk&co", "ORG"),
    ("Ms. Capex left.", "Capex", "PERSON"),
]


@pytest.mark.parametrize(("text", "name", "label"), KEPT)
def test_what_can_be_a_name_stays(text: str, name: str, label: str) -> None:
    start = text.index(name)
    assert rejected(text, start, start + len(name), label) is None


def test_a_bracket_makes_an_organization_of_a_trade_term() -> None:
    text = "The Association of Pike Inspectors (API) met. API voted."
    names = read(text, ("Association of Pike Inspectors", "ORG"))
    assert names == [("Association of Pike Inspectors", "ORG"), ("API", "ORG"), ("API", "ORG")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They took Brellar™ twice.", {"brellar"}),
        ("They took Brellar (tarnolinib) twice.", {"brellar"}),
        ("Brellar is a registered trademark of Osk.", {"brellar"}),
        ("They took Brellar (unaudited) twice.", set()),
        ("They met Brellar at noon.", set()),
        ("It sells under the brands “Osk” and “Brellar” here.", {"brellar"}),
        ("Its brands include “Brellar” here.", {"brellar"}),
        ("It owns the brand. Then “Brellar” came.", set()),
        ("The film “Brellar” is out.", set()),
    ],
)
def test_a_sign_or_a_generic_name_tells_a_product(text: str, wanted: set[str]) -> None:
    start = text.index("Brellar")
    assert products(text, [(start, start + 7)]) == wanted


def test_a_product_is_no_organization_anywhere_but_its_maker_of_the_same_name_is() -> None:
    assert read("Brellar™ sells. BRELLAR grew.", ("Brellar", "ORG"), ("BRELLAR", "PROGRAM")) == []
    assert ("Brellar Inc.", "ORG") in read("Brellar™ sells. Brellar Inc. grew.", ("Brellar", "ORG"), ("Brellar Inc.", "ORG"))


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("They use Brellar daily.", "Brellar", []),
        ("They like the Brellar programme.", "Brellar", [("Brellar", "PROGRAM")]),
        ("It runs Project Brellar.", "Brellar", [("Brellar", "PROGRAM")]),
        ("It paid.\n\nPrices and Pubs\n\nIt went.", "Prices and Pubs", []),
        ("It opened the Osk Stand Road.", "Osk Stand Road", [("Osk Stand Road", "PLACE")]),
    ],
)
def test_a_programme_has_something_that_speaks_for_it(text: str, name: str, wanted: list[tuple[str, str]]) -> None:
    assert read(text, (name, "PROGRAM")) == wanted


ILLNESSES = [
    "Osk Nephropathy",
    "Brell syndrome",
    "Oncology",
    "Urology and Surgery",
    "Nifty 100",
    "FTSE 250",
    "Sensex",
    "Nikkei Index",
    "PAT",
]


@pytest.mark.parametrize("name", ILLNESSES)
def test_an_illness_a_branch_of_medicine_and_an_index_are_no_bodies(name: str) -> None:
    assert rejected(f"It is {name}.", 6, 6 + len(name), "ORG")


@pytest.mark.parametrize("name", ["Centre for Osk Disease", "Brell Oncology", "Nasdaq", "FTSE Brell", "Osk Technology", "Patroma"])
def test_a_body_that_treats_or_lists_stays(name: str) -> None:
    assert rejected(f"It is {name}.", 6, 6 + len(name), "ORG") is None


def test_an_acronym_that_opens_an_illness_is_no_body() -> None:
    assert read("It treats OgA nephropathy and OgA grants.", ("OgA", "ORG")) == []
    assert ("OgA", "ORG") in read("It treats nephropathy with OgA grants.", ("OgA", "ORG"))


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("In Lanterns, net sales rose.", "Lanterns", []),
        ("The Lanterns segment grew.", "Lanterns", []),
        ("Lanterns resilient\n\nOf this, lanterns gave a third.", "Lanterns", []),
        ("The chains were Osk and Lanterns. They sell lanterns.", "Lanterns", [("Lanterns", "ORG")]),
        ("Lanterns said so. Write to ida (at) lanterns (dot) example.", "Lanterns", [("Lanterns", "ORG")]),
        ("In Lanterns, Ida met her.", "Lanterns", [("Lanterns", "ORG")]),
        ("Brell: profit up 8%; Cement and Retail lead", "Cement and Retail", []),
        ("Energy Systems: Revenue rose.", "Energy Systems", []),
        ("Rail strike called off", "Rail", []),
        ("It pays Rail strike funds", "Rail", [("Rail", "ORG")]),
        ("Its Home & Garden division grew.", "Home & Garden", []),
        ("Health Care     90      87", "Health Care", []),
        ("Then Energy Osk grew by a half.", "Energy Osk", [("Energy Osk", "ORG")]),
        ("Retail Systems plc grew.", "Retail Systems plc", [("Retail Systems plc", "ORG")]),
        ("It bought lanterna, the firm; lanterna grew.", "lanterna", [("lanterna", "ORG"), ("lanterna", "ORG")]),
        ("Lanterns (LSE: LTN) sells lanterns.", "Lanterns", [("Lanterns", "ORG")]),
        ("Lanterns plc sells lanterns.", "Lanterns plc", [("Lanterns plc", "ORG")]),
    ],
)
def test_a_line_of_business_is_no_company(text: str, name: str, wanted: list[tuple[str, str]]) -> None:
    assert read(text, (name, "ORG")) == wanted


@pytest.mark.parametrize(
    ("name", "left_out"), [("Foreign Secretary", True), ("Ostian Ambassador", True), ("U.S. Senator", True), ("Ida Rusk", False)]
)
def test_a_title_alone_is_no_person(name: str, left_out: bool) -> None:
    assert bool(rejected(f"So {name} spoke.", 3, 3 + len(name), "PERSON")) is left_out

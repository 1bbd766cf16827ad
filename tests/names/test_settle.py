"""The names of a text as they are settled from a model's marks and the rules' own."""

from __future__ import annotations

import pytest

from extractor.findings import Findings, Label, NameMention
from extractor.names.settle import settle


def read(text: str, *names: tuple[str, Label]) -> list[tuple[str, str]]:
    """The names of a text and their labels; `names` are what a model would mark, each at its first place."""
    found = Findings(text=text)
    found.names = [NameMention(start=text.index(n), end=text.index(n) + len(n), found_by="model", label=label) for n, label in names]
    return [(text[m.start : m.end], m.label) for m in settle(found).mentions]


def test_an_and_parts_names_that_stand_alone_elsewhere() -> None:
    marked: list[tuple[str, Label]] = [("Brellco & Oskar", "ORG"), ("Brellco", "ORG"), ("Oskar", "ORG")]
    text = "Then Brellco & Oskar met. So did Brellco alone, and Oskar."
    found = Findings(text=text)
    spans = [(5, 20), (text.rindex("Brellco"), text.rindex("Brellco") + 7), (text.rindex("Oskar"), text.rindex("Oskar") + 5)]
    found.names = [NameMention(start=a, end=b, found_by="model", label="ORG") for a, b in spans]
    assert [text[m.start : m.end] for m in settle(found).mentions] == ["Brellco", "Oskar", "Brellco", "Oskar"]
    assert read("Then Brellco & Oskar met.", marked[0]) == [("Brellco & Oskar", "ORG")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Osk - Vale Stores rose. Osk - Vale fell.", [("Osk - Vale", "ORG"), ("Osk - Vale", "ORG")]),
        ("Osk - Vale rose. It fell.", [("Osk", "ORG")]),
    ],
)
def test_hyphens_pulled_apart_are_told_by_coming_twice(text: str, wanted: list[tuple[str, str]]) -> None:
    assert read(text, ("Osk", "ORG")) == wanted


def test_a_name_with_a_figure_is_found_with_it_everywhere() -> None:
    assert read("In May 361 Brell LLC paid. Later 361 Brell rose.", ("361 Brell LLC", "ORG")) == [
        ("361 Brell LLC", "ORG"),
        ("361 Brell", "ORG"),
    ]
    assert read("In May 361 Brell LLC paid. It sold $361 Brells.", ("361 Brell LLC", "ORG")) == [("361 Brell LLC", "ORG")]


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        ("Zhou Lan-mei spoke.", ("Zhou Lan-mei", "ORG"), [("Zhou Lan-mei", "PERSON")]),
        ("Osk Vale-holm spoke.", ("Osk Vale-holm", "ORG"), [("Osk Vale-holm", "ORG")]),
        ("Tova Brell and T. Brell met.", ("T. Brell", "ORG"), [("T. Brell", "ORG")]),
        ("Write to An Verhoef, spokesperson.", ("Verhoef", "PERSON"), [("An Verhoef", "PERSON")]),
    ],
)
def test_the_form_of_a_name_tells_its_label(text: str, marked: tuple[str, Label], wanted: list[tuple[str, str]]) -> None:
    assert read(text, marked) == wanted


def test_initials_before_a_family_name_are_that_persons() -> None:
    assert read("Tova Brell left. T. Brell paid.", ("Tova Brell", "PERSON"), ("T. Brell", "ORG")) == [
        ("Tova Brell", "PERSON"),
        ("T. Brell", "PERSON"),
    ]


def test_a_company_without_its_legal_form_is_no_person() -> None:
    text = "Tova Maji Ltd paid. A share of Tova Maji rose."
    found = Findings(text=text)
    at = text.rindex("Tova Maji")
    found.names = [NameMention(start=at, end=at + 9, found_by="model", label="PERSON")]
    assert [m.label for m in settle(found).mentions] == ["ORG", "ORG"]


@pytest.mark.parametrize("text", ["It (Other OTC: BRL) rose.", "The U.S. (OTC: BRL) rose."])
def test_a_pronoun_or_country_before_a_ticker_is_no_company(text: str) -> None:
    assert [name for name, label in read(text) if label == "ORG"] == []


def test_a_name_before_a_ticker_is_a_company() -> None:
    assert read("Brell (Other OTC: BRL) rose.") == [("Brell", "ORG")]


def test_a_countrys_code_in_brackets_is_no_name() -> None:
    assert read("The firms are Brellwerk (AT) and Osk Bahn (OB).", ("Brellwerk", "ORG"), ("AT", "ORG"), ("Osk Bahn", "ORG")) == [
        ("Brellwerk", "ORG"),
        ("Osk Bahn", "ORG"),
        ("OB", "ORG"),
    ]
    assert ("DE", "ORG") in read("The Dorn Express (DE) runs.", ("Dorn Express", "ORG"))


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        ("It came through the Joint Osk Fund.", ("Joint Osk Fund", "PROGRAM"), [("Joint Osk Fund", "ORG")]),
        ("Through its programme Brellas, it pays.", ("Brellas", "PLACE"), [("Brellas", "PROGRAM")]),
        ("Through its town Brellas, it pays.", ("Brellas", "PLACE"), [("Brellas", "PLACE")]),
        ("Ostia pays for the Ostian scheme.", ("Ostian", "PROGRAM"), []),
        ("Brellen pays for the Ostian works.", ("Ostian", "ORG"), [("Ostian", "ORG")]),
        ("Joint press release", ("Joint", "ORG"), []),
        ("The Lunar New Year was late.", ("Lunar New Year", "PROGRAM"), []),
        (
            "She met the Ordre des rails du Brell (ORB).",
            ("Ordre des rails du Brell", "ORG"),
            [("Ordre des rails du Brell", "ORG"), ("ORB", "ORG")],
        ),
    ],
)
def test_what_stands_beside_a_name_tells_its_label(text: str, marked: tuple[str, Label], wanted: list[tuple[str, str]]) -> None:
    assert read(text, marked) == wanted


def test_a_pages_path_under_a_name_is_no_part_of_it() -> None:
    text = "Department of Ropes and Tourism of the Northern Vale Province\nHome > News > Holidays\n\nIt is so."
    assert read(text) == [("Department of Ropes and Tourism of the Northern Vale Province", "ORG")]

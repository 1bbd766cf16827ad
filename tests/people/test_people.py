"""People of a text: who is one person, who is not, and the posts the text gives. The names are a stand-in for the model's."""

from __future__ import annotations

import pytest

from extractor.findings import Findings, NameMention
from extractor.organizations.component import annotate as organizations
from extractor.people.component import annotate


def read(text: str, *names: str) -> Findings:
    """The people of a text; `names` are what a model would mark, each at its first place."""
    found = Findings(text=text)
    found.names = [NameMention(start=text.index(n), end=text.index(n) + len(n), found_by="model", label="PERSON") for n in names]
    organizations(found)
    annotate(found)
    return found


def forms(found: Findings) -> dict[str, list[str]]:
    return {person.name: [found.text[m.start : m.end] for m in person.mentions] for person in found.people}


GROUPS = [
    ("Mara Tellin won. Ms. Tellin left.", ["Mara Tellin"], {"Mara Tellin": ["Mara Tellin", "Tellin"]}),
    ("Mara Tellin won. TELLIN left.", ["Mara Tellin"], {"Mara Tellin": ["Mara Tellin", "TELLIN"]}),
    ("Mara Tellin and Ivo Tellin came.", ["Mara Tellin", "Ivo Tellin"], {"Mara Tellin": ["Mara Tellin"], "Ivo Tellin": ["Ivo Tellin"]}),
    ("Mara K. Tellin won. Mara Tellin left.", ["Mara K. Tellin", "Mara Tellin"], {"Mara K. Tellin": ["Mara K. Tellin", "Mara Tellin"]}),
    ("Mara Tellin won; write to M. Tellin.", ["Mara Tellin", "M. Tellin"], {"Mara Tellin": ["Mara Tellin", "M. Tellin"]}),
    ("Zhou Lanmei spoke. According to Zhou, it rained.", ["Zhou Lanmei"], {"Zhou Lanmei": ["Zhou Lanmei", "Zhou"]}),
    ("Reporter: Zhou Lanmei. Photo: Lanmei Zhou.", ["Zhou Lanmei", "Lanmei Zhou"], {"Zhou Lanmei": ["Zhou Lanmei", "Lanmei Zhou"]}),
    ("Contacts\nTellin, Mara\nRanzow, Ivo", [], {"Mara Tellin": ["Tellin, Mara"], "Ivo Ranzow": ["Ranzow, Ivo"]}),
    ("Dr. Mara Tellin and Mr Ranzow met.", [], {"Mara Tellin": ["Mara Tellin"], "Ranzow": ["Ranzow"]}),
]


@pytest.mark.parametrize(("text", "names", "wanted"), GROUPS)
def test_each_person_is_there_once_with_all_forms(text: str, names: list[str], wanted: dict[str, list[str]]) -> None:
    assert forms(read(text, *names)) == wanted


def test_two_towns_with_their_states_are_no_people() -> None:
    assert read("Offices\nAustin, Texas\nDenver, Colorado").people == []


ROLES = [
    (
        "Mara Tellin, chair of Dorn Bank and director of Pellow Mills Ltd., spoke.",
        [("chair", "Dorn Bank"), ("director", "Pellow Mills Ltd.")],
    ),
    ("Dorn Bank’s chief executive Mara Tellin spoke.", [("chief executive", "Dorn Bank")]),
    ("Dorn Bank CEO Mara Tellin spoke.", [("CEO", "Dorn Bank")]),
    ("Mara Tellin, Vice President of Sales at Dorn Bank, spoke.", [("Vice President of Sales", "Dorn Bank")]),
    ("The chairman of Dorn Bank, Mara Tellin, spoke.", [("chairman", "Dorn Bank")]),
    ("Mara Tellin, Chairman and Chief Executive Officer of Dorn Bank, spoke.", [("Chairman and Chief Executive Officer", "Dorn Bank")]),
    ("Mara Tellin of the Dorn Bank band sang.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROLES)
def test_posts_have_their_title_and_organization(text: str, wanted: list[tuple[str, str]]) -> None:
    found = read(text, "Mara Tellin")
    assert [(role.title, role.organization.name if role.organization else None) for role in found.people[0].roles] == wanted


def test_a_text_without_people_has_none() -> None:
    assert read("It rained in Dorn.").people == []

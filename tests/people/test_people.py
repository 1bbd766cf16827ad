"""People of a text: who is one person, who is not, and the posts the text gives. The names are a stand-in for the model's."""

from __future__ import annotations

import time

import pytest

from extractor.findings import Findings, NameMention
from extractor.organizations.component import annotate as organizations
from extractor.people.component import annotate
from extractor.people.group import group


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
    ("Thomas Tellin won. They like Tom.", ["Thomas Tellin", "Tom"], {"Thomas Tellin": ["Thomas Tellin", "Tom"]}),
    ("Thomas Tellin won. They like Tim.", ["Thomas Tellin", "Tim"], {"Thomas Tellin": ["Thomas Tellin"], "Tim": ["Tim"]}),
    ("Mara Tellin won. TELLIN left.", ["Mara Tellin"], {"Mara Tellin": ["Mara Tellin", "TELLIN"]}),
    ("Mara Tellin and Ivo Tellin came.", ["Mara Tellin", "Ivo Tellin"], {"Mara Tellin": ["Mara Tellin"], "Ivo Tellin": ["Ivo Tellin"]}),
    ("Mara K. Tellin won. Mara Tellin left.", ["Mara K. Tellin", "Mara Tellin"], {"Mara K. Tellin": ["Mara K. Tellin", "Mara Tellin"]}),
    ("Mara Tellin won; write to M. Tellin.", ["Mara Tellin", "M. Tellin"], {"Mara Tellin": ["Mara Tellin", "M. Tellin"]}),
    ("Zhou Lanmei spoke. According to Zhou, it rained.", ["Zhou Lanmei"], {"Zhou Lanmei": ["Zhou Lanmei", "Zhou"]}),
    ("Reporter: Zhou Lanmei. Photo: Lanmei Zhou.", ["Zhou Lanmei", "Lanmei Zhou"], {"Zhou Lanmei": ["Zhou Lanmei", "Lanmei Zhou"]}),
    ("Contacts\nTellin, Mara\nRanzow, Ivo", [], {"Mara Tellin": ["Tellin, Mara"], "Ivo Ranzow": ["Ranzow, Ivo"]}),
    (
        "Mara Tellin and Ivo Tellin came. Mr. Tellin left. Ms. Tellin won. Ms. Tellin wrote.",
        ["Mara Tellin", "Ivo Tellin"],
        {"Mara Tellin": ["Mara Tellin", "Tellin", "Tellin"], "Ivo Tellin": ["Ivo Tellin", "Tellin"]},
    ),
    (
        "Mara Tellin, Ph.D., came. Ivo Tellin, no relation of Dr. Tellin, left.",
        ["Mara Tellin", "Ivo Tellin"],
        {"Mara Tellin": ["Mara Tellin", "Tellin"], "Ivo Tellin": ["Ivo Tellin"]},
    ),
    (
        "Mara Tellin came. Ivo Tellin (not related to Ms. Tellin) left.",
        ["Mara Tellin", "Ivo Tellin"],
        {"Mara Tellin": ["Mara Tellin", "Tellin"], "Ivo Tellin": ["Ivo Tellin"]},
    ),
    ("Rob Hoek won. Ask An Hoek, or A. Hoek.", ["Rob Hoek", "A. Hoek"], {"Rob Hoek": ["Rob Hoek"], "An Hoek": ["An Hoek", "A. Hoek"]}),
    ("Dr. Mara Tellin and Mr Ranzow met.", [], {"Mara Tellin": ["Mara Tellin"], "Ranzow": ["Ranzow"]}),
]


@pytest.mark.parametrize(("text", "names", "wanted"), GROUPS)
def test_each_person_is_there_once_with_all_forms(text: str, names: list[str], wanted: dict[str, list[str]]) -> None:
    assert forms(read(text, *names)) == wanted


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("M. Tellin came. Mara Tellin won. Mirt Tellin lost.", ["M. Tellin", "Mara Tellin", "Mirt Tellin"], ["Mara Tellin", "Mirt Tellin"]),
        ("Mara Tellin won. Mirt Tellin lost. M. Tellin left.", ["Mara Tellin", "Mirt Tellin", "M. Tellin"], ["Mara Tellin", "Mirt Tellin"]),
    ],
)
def test_an_initial_is_the_first_person_it_fits(text: str, names: list[str], wanted: list[str]) -> None:
    assert list(forms(read(text, *names))) == wanted


def test_thousands_of_one_family_take_no_time() -> None:
    text, names = "", []
    for number in range(2000):
        given = "I" + "".join(chr(97 + int(digit)) for digit in f"{number:04}")
        for name in (f"{given} Tellin", "Tellin"):
            names.append(NameMention(start=len(text), end=len(text) + len(name), found_by="model", label="PERSON"))
            text += f"{name} won. "
    begin = time.perf_counter()
    people = group(text, names)
    assert time.perf_counter() - begin < 2
    assert [len(person.mentions) for person in people] == [2] * 2000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Contact:\nIda Rusk            Ole Osk\nHead of Rope        Gull Firm\n", ["Ida Rusk", "Ole Osk"]),
        ("Contact:\nIda Rusk            Gull Energy\nHead of Rope        Gull Firm\n", ["Ida Rusk"]),
        ("Contact:\nIda Rusk            Ole Osk\nHead of Rope\n", ["Ida Rusk"]),
        ("Contact: Ida Rusk            Ole Osk\nHead of Rope                 Gull Firm\n", ["Ida Rusk"]),
    ],
)
def test_the_second_column_of_contacts_holds_a_person_too(text: str, wanted: list[str]) -> None:
    assert list(forms(read(text, "Ida Rusk"))) == wanted


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
    ("Dorn Bank’s Chief Medical Officer, Dr. Mara Tellin, spoke.", [("Chief Medical Officer", "Dorn Bank")]),
    ("Dorn Bank has a new Chief Medical Officer. Dr. Mara Tellin spoke.", []),
    ("Then coach Mara Tellin of Dorn Bank spoke.", [("coach", "Dorn Bank")]),
    ("Dorn Bank’s head of finance, Mara Tellin, spoke.", [("head of finance", "Dorn Bank")]),
    ("Dorn Bank said its founder Mara Tellin will leave.", [("founder", "Dorn Bank")]),
    ("Dorn Bank sold Pellow Mills Ltd. in May. Its founder, Mara Tellin, spoke.", [("founder", "Dorn Bank")]),
    ("Dorn Bank grew. Mara Tellin, its founder, spoke.", [("founder", "Dorn Bank")]),
    ("Mara Tellin, a founder, spoke.", [("founder", None)]),
    ("Mara Tellin, former treasurer of Dorn Bank, spoke.", [("treasurer", "Dorn Bank")]),
    ("Contact: Mara Tellin, treasurer, Dorn Bank, +1 555 0100.", [("treasurer", "Dorn Bank")]),
    ("So said Mara Tellin, treasurer, Dorn Bank having left.", [("treasurer", None)]),
    ("Mara Tellin, an engineer at Dorn Bank, spoke.", [("engineer", "Dorn Bank")]),
    ("Mara Tellin, Dorn Bank’s head of finance, spoke.", [("head of finance", "Dorn Bank")]),
    ("Mara Tellin, Dorn Bank vice president, spoke.", [("vice president", "Dorn Bank")]),
    ("Dorn Bank grew. Mara Tellin, the bank's treasurer, spoke.", [("treasurer", "Dorn Bank")]),
    ("It paid Dorn Bank (DB) board member Mara Tellin twice.", [("board member", "Dorn Bank")]),
    ("Minister of Ropes and Rails Mara Tellin spoke.", [("Minister of Ropes and Rails", None)]),
    ("The chair of Ropes and Rails Mara Tellin spoke.", []),
    ("Ostia, Norwegian Finance Minister Mara Tellin spoke.", [("Finance Minister", None)]),
    ("Mara Tellin, Vice President, Claims, said so.", [("Vice President, Claims", None)]),
    ("Mara Tellin, Vice President, Dorn Bank, said so.", [("Vice President", "Dorn Bank")]),
    ("CEO-designate Mara Tellin spoke.", [("CEO-designate", None)]),
    ("Mara Tellin joined Dorn Bank in 2007 as treasurer and became chair in 2014.", [("treasurer", "Dorn Bank"), ("chair", "Dorn Bank")]),
    ("Mara Tellin joined Dorn Bank in 2007.", []),
    (
        "Mara Tellin, formerly treasurer at Dorn Bank, joined as chair in May.",
        [("treasurer", "Dorn Bank"), ("chair", None)],
    ),
    ("Mara Tellin was named to succeed Ivo Ranzow as treasurer of Dorn Bank.", [("treasurer", "Dorn Bank")]),
    ("Mara Tellin remains chair of Dorn Bank.", [("chair", "Dorn Bank")]),
    ("Mara Tellin comes from Dorn Bank, where she has been treasurer since May.", [("treasurer", "Dorn Bank")]),
    ("Contact: Mara Tellin, Communications Department, Dorn Bank", []),
    ("Its treasurer, General Mara Tellin, left Dorn Bank.", [("treasurer", None)]),
    ("Dorn Bank: Mara Tellin, Head of Press – press@dorn.example", [("Head of Press", "Dorn Bank")]),
    ("Dorn Bank; Mara Tellin, Head of Press – press@dorn.example", [("Head of Press", None)]),
    ("Health Minister Mara Tellin spoke. Minister Mara Tellin left.", [("Health Minister", None)]),
    ("Minister Mara Tellin spoke. Health Minister Mara Tellin left.", [("Minister", None), ("Health Minister", None)]),
    ("Former Dorn Bank CEO Mara Tellin spoke.", [("CEO", "Dorn Bank")]),
    ("Ex-chairman Mara Tellin spoke.", [("chairman", None)]),
    ("Acting chairman Mara Tellin of Dorn Bank spoke.", [("Acting chairman", "Dorn Bank")]),
    (
        "A trustee of Dorn Bank and chair of Pellow Mills Ltd., Ms. Mara Tellin spoke.",
        [("trustee", "Dorn Bank"), ("chair", "Pellow Mills Ltd.")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ROLES)
def test_posts_have_their_title_and_organization(text: str, wanted: list[tuple[str, str]]) -> None:
    found = read(text, "Mara Tellin")
    assert [(role.title, role.organization.name if role.organization else None) for role in found.people[0].roles] == wanted


RELEASE = "HARL, May 3, 2025 /PRNewswire/ -- Dorn Ropes Ltd. won.\n\n{}\n\nContact: press@dorn.example\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chief Executive Mara Tellin spoke.", ("Chief Executive", "Dorn Ropes Ltd.")),
        ("Principal investigator Mara Tellin spoke.", ("Principal investigator", None)),
        ("Governor Mara Tellin spoke.", ("Governor", None)),
        ("Lead author Mara Tellin spoke.", ("Lead author", None)),
        ("• Pellow Mills Ltd. makes felt. Founder Mara Tellin spoke.", ("Founder", "Pellow Mills Ltd.")),
    ],
)
def test_a_post_without_an_organization_is_the_issuers_only_where_companies_have_it(text: str, wanted: tuple[str, str | None]) -> None:
    found = read(RELEASE.format(text), "Mara Tellin")
    found.issuer = next(o for o in found.organizations if o.name == "Dorn Ropes Ltd.")
    found.issuer.tickers = [("NYSE", "DRN")]
    annotate(found)
    assert [(role.title, role.organization.name if role.organization else None) for role in found.people[0].roles] == [wanted]


def test_a_post_between_two_people_is_the_next_ones_on_a_line_and_the_first_ones_above() -> None:
    def held(text: str) -> dict[str, list[str]]:
        found = read(text, "Mara Tellin", "Ivo Ranzow")
        return {person.name: [role.title for role in person.roles] for person in found.people}

    assert held("Mara Tellin, Governor Ivo Ranzow and others came.") == {"Mara Tellin": [], "Ivo Ranzow": ["Governor"]}
    assert held("Mara Tellin, Treasurer\nIvo Ranzow, Chair\n") == {"Mara Tellin": ["Treasurer"], "Ivo Ranzow": ["Chair"]}


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [("Pellow Mills Ltd. Contacts:", "Pellow Mills Ltd."), ("Contacts:", "Dorn Ropes Ltd."), ("Pellow Mills Ltd.:", "Dorn Ropes Ltd.")],
)
def test_a_heading_over_contacts_names_their_house(heading: str, wanted: str) -> None:
    text = RELEASE.format(f"{heading}\nInvestors: Mara Tellin, Treasurer\nmara@pellow.example")
    found = read(text, "Mara Tellin")
    found.issuer = next(o for o in found.organizations if o.name == "Dorn Ropes Ltd.")
    annotate(found)
    assert [(role.title, role.organization and role.organization.name) for role in found.people[0].roles] == [("Treasurer", wanted)]


def test_an_agency_in_a_line_of_contact_is_no_post() -> None:
    found = Findings(text="Media: Mara Tellin, Osk Communications, +61 400 555 017")
    found.names = [
        NameMention(start=7, end=18, found_by="model", label="PERSON"),
        NameMention(start=20, end=38, found_by="model", label="ORG"),
    ]
    organizations(found)
    annotate(found)
    assert [person.roles for person in found.people] == [[]]


@pytest.mark.parametrize(("kind", "wanted"), [("finance", "Dorn Ropes Ltd."), ("company", None)])
def test_a_bank_has_a_governor(kind: str, wanted: str | None) -> None:
    found = read(RELEASE.format("Governor Mara Tellin spoke."), "Mara Tellin")
    found.issuer = next(o for o in found.organizations if o.name == "Dorn Ropes Ltd.")
    found.issuer.kind = kind
    annotate(found)
    assert [role.organization.name if role.organization else None for role in found.people[0].roles] == [wanted]


@pytest.mark.parametrize(("wire", "wanted"), [("(Reuters)", None), ("/PRNewswire/", "Dorn Ropes Ltd.")])
def test_nobody_holds_a_post_at_the_agency_that_prints_the_story(wire: str, wanted: str | None) -> None:
    text = f"HARL, May 3, 2025 {wire} -- The port will close, its director Mara Tellin said. Chief executive Mara Tellin told Dorn Ropes Ltd. so.\n\nAbout Dorn Ropes Ltd.\nDorn Ropes Ltd. won."
    found = read(text, "Mara Tellin")
    held = {role.title: role.organization.name if role.organization else None for role in found.people[0].roles}
    assert held["Chief executive"] == wanted
    assert "Reuters" not in held.values()


def test_a_pronoun_means_nobody_who_is_addressed_otherwise() -> None:
    found = read("Ivo Ranzow met Ms. Mara Tellin. He is a trustee of Dorn Bank.", "Ivo Ranzow", "Mara Tellin")
    assert {person.name: [role.title for role in person.roles] for person in found.people} == {"Ivo Ranzow": ["trustee"], "Mara Tellin": []}


def test_a_text_without_people_has_none() -> None:
    assert read("It rained in Dorn.").people == []

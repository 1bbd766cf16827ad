"""Labels and borders that the words beside a name ask for."""

from __future__ import annotations

import pytest

from extractor.findings import Findings, Label, NameMention
from extractor.names.settle import settle


def read(text: str, *names: tuple[str, Label]) -> list[tuple[str, str]]:
    """The names of a text and their labels; `names` are what a model would mark, each at its first place that is free."""
    found = Findings(text=text)
    at: dict[str, int] = {}
    for name, label in names:
        start = text.index(name, at.get(name, 0))
        at[name] = start + 1
        found.names.append(NameMention(start=start, end=start + len(name), found_by="model", label=label))
    return [(text[m.start : m.end], m.label) for m in settle(found).mentions]


@pytest.mark.parametrize(
    ("text", "name", "label", "wanted"),
    [
        ("Contacts:\nGull Oddstad, CFO, tel. 12", "Gull Oddstad", "ORG", "PERSON"),
        ("Contacts:\nGull Oddstad, Head of Rope\n", "Gull Oddstad", "ORG", "PERSON"),
        ("At Gull Oddstad, chairman Ole Osk left.", "Gull Oddstad", "ORG", "ORG"),
        ("Contacts:\nGull Energy, CFO, tel. 12", "Gull Energy", "ORG", "ORG"),
        ("They include Gull Oddstad, Osk Communications, and more.", "Gull Oddstad", "ORG", "ORG"),
        ("A maker in Gullton, Conn., paid.", "Gullton", "ORG", "PLACE"),
        ("President of Gull Foods in Osk, Conn., she", "Gull Foods in Osk", "ORG", "ORG"),
        ("A maker is Gullton, Conner said.", "Gullton", "ORG", "ORG"),
        ("The loyalty programme Gull Points grew.", "Gull Points", "ORG", "PROGRAM"),
        ("The programme Gull Points ran grew.", "Gull Points", "ORG", "ORG"),
        ("Its savings programme Gullo has helped.", "Gullo", "ORG", "PROGRAM"),
        ("Through its programme Gullo, Osk AS pays.", "Gullo", "ORG", "PROGRAM"),
        ("Through its programme Gull University, Osk pays.", "Gull University", "ORG", "ORG"),
        ("It drilled at the Gull Sisters deposit.", "Gull Sisters", "ORG", "PLACE"),
        ("The 640 MW Gull Lavica wind project closed.", "Gull Lavica", "ORG", "PROGRAM"),
        ("The Gull Lavica winds project closed.", "Gull Lavica", "ORG", "ORG"),
        ("It paid the Gull Sisters a deposit.", "Gull Sisters", "ORG", "ORG"),
        ("It closed the Gull Sisters mine.", "Gull Sisters", "ORG", "PLACE"),
        ("It closed the Gullo mine. Gullo’s shares fell.", "Gullo", "ORG", "ORG"),
        ("Output at Gull Sisters rose.", "Gull Sisters", "ORG", "PLACE"),
        ("Pay at Gull Sisters rose.", "Gull Sisters", "ORG", "ORG"),
        ("At Gull Sisters, drilling went on.", "Gull Sisters", "ORG", "PLACE"),
        ("At Gull Sisters, talks went on.", "Gull Sisters", "ORG", "ORG"),
        ("Gull Sisters is a copper project.", "Gull Sisters", "ORG", "PLACE"),
        ("Gull Sisters is a rope project.", "Gull Sisters", "ORG", "ORG"),
        ("Trains of northern England stood.", "northern England", "ORG", "PLACE"),
        ("Trains of northern Gullo stood.", "northern Gullo", "ORG", "ORG"),
        ("The city of Gullo paid.", "Gullo", "ORG", "PLACE"),
        ("The council of Gullo paid.", "Gullo", "ORG", "PLACE"),
        ("The chair of Gullo paid.", "Gullo", "ORG", "ORG"),
        ("The chair of the Gull Rope Authority, Ida Oddstad, left.", "Ida Oddstad", "ORG", "PERSON"),
        ("The chair of the Gull Rope Authority, Ida Energy, left.", "Ida Energy", "ORG", "ORG"),
        ("The ropes of the Gull Rope Authority, Ida Oddstad, left.", "Ida Oddstad", "ORG", "ORG"),
        ("Media: Ida Oddstad, ida@gull.example", "Ida Oddstad", "ORG", "PERSON"),
        ("Media: Ida Energy, ida@gull.example", "Ida Energy", "ORG", "ORG"),
        ("It pays Ida Oddstad, the firm.", "Ida Oddstad", "ORG", "ORG"),
    ],
)
def test_what_stands_beside_a_name_tells_its_label(text: str, name: str, label: Label, wanted: str) -> None:
    assert (name, wanted) in read(text, (name, label))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Then Ida Rusk came. They like Ida.", ("Ida", "PERSON")),
        ("Then Osk Rusk came. They like Osk.", ("Osk", "ORG")),
        ("Then Ida Rusk came. Ida Ltd paid. They like Ida.", ("Ida", "ORG")),
    ],
)
def test_a_given_name_alone_is_the_persons_who_bears_it(text: str, wanted: tuple[str, str]) -> None:
    found = Findings(text=text)
    person = text.index("Rusk") - 4
    found.names = [
        NameMention(start=person, end=person + 8, found_by="model", label="PERSON"),
        NameMention(start=len(text) - 4, end=len(text) - 1, found_by="model", label="ORG"),
    ]
    assert [(text[m.start : m.end], m.label) for m in settle(found).mentions][-1] == wanted


def test_a_stroke_joins_people() -> None:
    assert read("Ida Rusk / Gull Oddstad", ("Ida Rusk", "PERSON"), ("Gull Oddstad", "ORG"))[1] == ("Gull Oddstad", "PERSON")
    assert read("Ida Rusk / Gull Energy", ("Ida Rusk", "PERSON"), ("Gull Energy", "ORG"))[1] == ("Gull Energy", "ORG")


def test_a_place_that_only_the_model_sees_is_the_company_of_that_name() -> None:
    assert read("Gullo Ltd paid. It values Gullo at $2.", ("Gullo Ltd", "ORG"), ("Gullo", "PLACE"))[-1] == ("Gullo", "ORG")
    assert read("Gull paid. It values Gullo at $2.", ("Gull", "ORG"), ("Gullo", "PLACE"))[-1] == ("Gullo", "PLACE")


def test_a_short_form_that_the_model_takes_for_a_programme_is_the_companys() -> None:
    text = "Gull Loop Ventures led. Gull Loop will hold a tenth."
    found = Findings(text=text)
    found.names = [
        NameMention(start=0, end=18, found_by="model", label="ORG"),
        NameMention(start=24, end=33, found_by="model", label="PROGRAM"),
    ]
    assert [(text[m.start : m.end], m.label) for m in settle(found).mentions] == [("Gull Loop Ventures", "ORG"), ("Gull Loop", "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "label", "wanted"),
    [
        ("At St Gull's Care Trust, shifts fell.", "Care Trust", "ORG", "St Gull's Care Trust"),
        ("At Gull's Care Trust, shifts fell.", "Care Trust", "ORG", "Care Trust"),
        ("Head at Centre hospitalier du Gull, she", "du Gull", "ORG", "Centre hospitalier du Gull"),
        ("Head at the centre of du Gull, she", "du Gull", "ORG", "du Gull"),
        ("Its GULLWING-2 Trial met.", "GULLWING-2 Trial", "PROGRAM", "GULLWING-2"),
        ("Its Gullwing Trial met.", "Gullwing Trial", "PROGRAM", "Gullwing Trial"),
    ],
)
def test_borders_take_in_what_belongs_to_a_name(text: str, name: str, label: Label, wanted: str) -> None:
    assert (wanted, label) in read(text, (name, label))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the EU Gull Ropes Regulation applies.", []),
        ("the EU paid.", [("EU", "ORG")]),
    ],
)
def test_a_body_inside_a_laws_name_is_no_mention(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [name for name in read(text) if name[0] == "EU"] == wanted


def test_a_companys_name_alone_is_the_companys_unless_somebody_bears_it() -> None:
    assert read("It helped Gullo. Gullo Inc. paid.", ("Gullo", "PERSON"), ("Gullo Inc.", "ORG"))[0] == ("Gullo", "ORG")
    marked: list[tuple[str, Label]] = [("Gullo", "PERSON"), ("Gullo Inc.", "ORG"), ("Ida Gullo", "PERSON")]
    assert read("It helped Gullo. Gullo Inc. paid Ida Gullo.", *marked)[0] == ("Gullo", "PERSON")


def test_a_bare_title_is_a_person_only_where_somebody_bears_it() -> None:
    assert read("Then Queen left.", ("Queen", "PERSON")) == []
    assert read("Then Queen left. Ida Queen spoke.", ("Queen", "PERSON"), ("Ida Queen", "PERSON"))[0] == ("Queen", "PERSON")


def test_a_rules_name_begins_behind_the_person_of_a_list() -> None:
    text = "Ida Rusk, and Joint Council for Ropes met."
    assert read(text, ("Ida Rusk", "PERSON")) == [("Ida Rusk", "PERSON"), ("Joint Council for Ropes", "ORG")]
    assert read(text) == [("Ida Rusk, and Joint Council for Ropes", "ORG")]


def test_a_region_that_ends_on_a_bodys_word_is_a_place() -> None:
    assert read("He went to the West Bank.") == [("West Bank", "PLACE")]
    assert read("He went to the Gull Bank.") == [("Gull Bank", "ORG")]


@pytest.mark.parametrize(("town", "wanted"), [("Gullo", "PLACE"), ("NCRA", "ORG"), ("Gullo Ropes", "ORG")])
def test_a_word_behind_a_body_and_in_is_its_town(town: str, wanted: str) -> None:
    text = f"It paid the Osk Vale Clinic in {town} twice."
    assert read(text, ("Osk Vale Clinic", "ORG"), (town, "ORG"))[-1] == (town, wanted)


@pytest.mark.parametrize(("given", "wanted"), [("Ida ", "PERSON"), ("", "PLACE")])
def test_a_family_name_is_no_town(given: str, wanted: str) -> None:
    text = f"Gullo out of cabinet. {given}Gullo left."
    found = Findings(text=text)
    found.names = [
        NameMention(start=0, end=5, found_by="model", label="PLACE"),
        NameMention(start=22, end=22 + len(given) + 5, found_by="model", label="PERSON" if given else "PLACE"),
    ]
    assert settle(found).mentions[0].label == wanted


@pytest.mark.parametrize(("lead", "wanted"), [("Then ", "ORG"), ("Then Ms. ", "PERSON")])
def test_the_first_word_of_a_bank_is_the_bank_unless_addressed(lead: str, wanted: str) -> None:
    text = f"Gullo Bank grew. {lead}Gullo paid."
    found = Findings(text=text)
    found.names = [
        NameMention(start=0, end=10, found_by="model", label="ORG"),
        NameMention(start=17 + len(lead), end=22 + len(lead), found_by="model", label="PERSON"),
    ]
    assert settle(found).mentions[-1].label == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Its chief executive, Ida Lake, left.", ("Ida Lake", "PERSON")), ("They swam in Osk Lake and left.", ("Osk Lake", "PLACE"))],
)
def test_a_lake_with_a_given_name_is_a_person(text: str, wanted: tuple[str, str]) -> None:
    assert read(text, (wanted[0], "PERSON")) == [wanted]


def test_a_mine_that_the_text_names_once_is_a_place_everywhere() -> None:
    text = "Output rose at Two Osks. The Two Osks mine is old."
    assert read(text, ("Two Osks", "ORG")) == [("Two Osks", "PLACE"), ("Two Osks", "PLACE")]
    assert read(text.replace("mine", "store"), ("Two Osks", "ORG")) == [("Two Osks", "ORG"), ("Two Osks", "ORG")]


def test_the_first_word_of_a_company_is_no_person_unless_somebody_bears_it() -> None:
    text = "Zand Foods GmbH grew. Then Zand paid."
    assert read(text, ("Zand Foods GmbH", "ORG"), ("Zand paid", "PERSON"))[-1] != ("Zand", "PERSON")
    found = Findings(text=text)
    found.names = [NameMention(start=text.index("Zand paid"), end=text.index("Zand paid") + 4, found_by="model", label="PERSON")]
    assert [(text[m.start : m.end], m.label) for m in settle(found).mentions][-1] == ("Zand", "ORG")


def test_an_ore_body_is_a_place_in_capitals_too() -> None:
    text = "GULL SISTERS PIT\n\nIt drilled the Gull Sisters deposit. At Gull Sisters, it paid."
    assert {label for _, label in read(text, ("GULL SISTERS", "ORG"), ("Gull Sisters", "ORG"), ("Gull Sisters", "ORG"))} == {"PLACE"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ida Rusk, Gull Harbour\nida@gullharbour.example", [("Gull Harbour", "ORG")]),
        ("Ida Rusk, Gull & Oskar\nida@mail.gullandoskar.example", [("Gull & Oskar", "ORG")]),
        ("Ida Rusk, Gull Harbour\nida@gull.example", []),
        ("Ask Out Look, write to ida@outlook.com", []),
    ],
)
def test_an_address_proves_the_name_that_it_spells(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [name for name in read(text) if name[1] == "ORG"] == wanted


@pytest.mark.parametrize(("lead", "wanted"), [("An", "An Gullo"), ("The", "Gullo")])
def test_an_before_a_family_name_is_a_given_name(lead: str, wanted: str) -> None:
    assert read(f"{lead} Gullo of Osk spoke. Ida Gullo left.", ("Gullo", "ORG"), ("Ida Gullo", "PERSON"))[0] == (wanted, "PERSON")


TABLE = "{}     Osk Museum       Thread\n{}   Vale Gallery   Glass\n{}      Brell Museum     Ink\n"


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (("Ida Rusk-Oddo", "Ole Brell", "Zimka Oddstad"), "PERSON"),
        (("Ida Energy", "Ole Brell", "Zimka Oddstad"), "ORG"),
        (("Gull Rusk", "Osk Brell", "Zimka Oddstad"), "ORG"),
    ],
)
def test_a_column_of_people(names: tuple[str, str, str], label: str) -> None:
    found = read("\n" + TABLE.format(*names), *[(name, "ORG") for name in names])
    assert {(name, label) for name in names} <= set(found)


def test_a_storm_names_nothing_else() -> None:
    assert read("Hurricane Wendell came. Wendell left.", ("Wendell", "PERSON")) == []
    assert ("Wendell", "PERSON") in read("A hurricane came. Wendell left.", ("Wendell", "PERSON"))


def test_a_public_company_keeps_its_publ() -> None:
    assert [name for name, _ in read("The meeting of Gull AB (publ) was held. Gull paid.")] == ["Gull AB (publ)", "Gull"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Annual General Meeting (AGM) was held. The AGM paid.", []),
        ("The Brell Rope Meeting Board (BRMB) was held.", ["Brell Rope Meeting Board", "BRMB"]),
        ("It is part of the Brell Initiative of the Ministry of Ropes.", ["Brell Initiative", "Ministry of Ropes"]),
    ],
)
def test_what_a_bracket_or_an_owner_says_of_a_name(text: str, names: list[str]) -> None:
    assert [name for name, _ in read(text)] == names

"""Organizations of a text: grouping, canonical names, aliases, tickers, kind, issuer. The names come from rules and a stand-in for the model."""

from __future__ import annotations

import pytest

from extractor.findings import Findings, NameMention, Organization
from extractor.names.group import group
from extractor.names.settle import Named
from extractor.organizations.component import annotate


def read(text: str, *names: str) -> Findings:
    """The organizations of a text; `names` are what a model would mark, each at its first place."""
    found = Findings(text=text)
    found.names = [NameMention(start=text.index(n), end=text.index(n) + len(n), found_by="model", label="ORG") for n in names]
    annotate(found)
    return found


def by_name(found: Findings) -> dict[str, Organization]:
    return {organization.name: organization for organization in found.organizations}


def mentions(found: Findings, name: str) -> list[str]:
    return [found.text[m.start : m.end] for m in by_name(found)[name].mentions]


GROUPS = [
    (
        "The Harl Coast Bird Council (HCBC) met. HCBC will pay. The H.C.B.C. voted.",
        "Harl Coast Bird Council",
        ["Harl Coast Bird Council", "HCBC", "HCBC", "H.C.B.C."],
    ),
    ("The Hill Culture Centre (HCC) is new. TheHCC opened.", "Hill Culture Centre", ["Hill Culture Centre", "HCC", "HCC"]),
    ("Vesk Ropes Inc. (“Vesk”) paid. Vesk’s debt fell.", "Vesk Ropes Inc.", ["Vesk Ropes Inc.", "Vesk", "Vesk"]),
    (
        "MARN FOODS PLC TO BUY MILLS\n\nMarn Foods plc bought mills. Marn Foods grew.",
        "Marn Foods plc",
        ["MARN FOODS PLC", "Marn Foods plc", "Marn Foods"],
    ),
    (
        "Workers at the National Yarn Research Institute went home. NYRI is closed.",
        "National Yarn Research Institute",
        ["National Yarn Research Institute", "NYRI"],
    ),
    ("The harbour town still pays its dues to Bellmark\nRope Works Ltd. in cash.", "Bellmark Rope Works Ltd.", None),
]


@pytest.mark.parametrize(("text", "name", "forms"), GROUPS)
def test_all_forms_of_a_name_are_one_organization(text: str, name: str, forms: list[str] | None) -> None:
    found = read(text)
    assert name in by_name(found)
    if forms is not None:
        assert mentions(found, name) == forms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dorn Bank and Dorn Holdings are two. Dorn Bank won.", {"Dorn Bank", "Dorn Holdings"}),
        ("Acmer Vale, Inc., a subsidiary of Orrel Group plc, sold ropes.", {"Acmer Vale, Inc.", "Orrel Group plc"}),
        ("Brell Data GmbH sued Brell Data Ltd. in Oslo.", {"Brell Data GmbH", "Brell Data Ltd."}),
    ],
)
def test_other_bodies_stay_apart(text: str, names: set[str]) -> None:
    assert set(by_name(read(text))) == names


@pytest.mark.parametrize(
    ("text", "marked", "name", "alias"),
    [
        ("Pellow (now Zorrin) won.", "Pellow", "Zorrin", "Pellow"),
        ("Briskin, formerly Tamsin Twine Works, lost.", "Briskin", "Briskin", "Tamsin Twine Works"),
    ],
)
def test_a_renamed_company_bears_its_name_of_today(text: str, marked: str, name: str, alias: str) -> None:
    assert alias in by_name(read(text, marked))[name].aliases


def test_the_company_is_an_alias_and_no_organization() -> None:
    found = read("Dorn Ropes Corp. (the “Company”) met. The Company pays.")
    assert mentions(found, "Dorn Ropes Corp.") == ["Dorn Ropes Corp."]
    assert by_name(found)["Dorn Ropes Corp."].aliases == ["the Company", "Dorn Ropes"]
    assert len(found.organizations) == 1


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Marn Foods (NASDAQ: MRNF; TSX: MRN) rose.", "Marn Foods", [("NASDAQ", "MRNF"), ("TSX", "MRN")]),
        ("Zell Mining plc (“Zell”; stock code: 0123.HK) fell.", "Zell Mining plc", [("HKEX", "0123")]),
        ("Brell Data Co., Ltd. (Shanghai: 600001) (“Brell”) grew.", "Brell Data Co., Ltd.", [("Shanghai", "600001")]),
    ],
)
def test_a_ticker_belongs_to_the_name_before_it(text: str, name: str, wanted: list[tuple[str | None, str]]) -> None:
    found = read(text)
    assert by_name(found)[name].tickers == wanted
    assert not any(exchange in by_name(found) for exchange in ("NASDAQ", "TSX", "Shanghai"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It told the Ministry of Rural Roads.", "government"),
        ("It told the University of Bellmark.", "education"),
        ("It told the Bank of Bellmark.", "finance"),
        ("It told Brell Ropes GmbH.", "company"),
        ("It told the Bellmark Weavers Association.", "nonprofit"),
    ],
)
def test_the_kind_is_told_by_form_or_head(text: str, kind: str) -> None:
    assert [organization.kind for organization in read(text).organizations] == [kind]


@pytest.mark.parametrize(
    "text", ["The Company paid the Board.", "The French and the Kenyan side met.", "Our CEO left.", "Sales rose in Norway."]
)
def test_references_and_nationalities_are_no_organizations(text: str) -> None:
    assert read(text).organizations == []


def test_a_legal_form_is_kept_apart() -> None:
    assert [o.legal_form for o in read("Brell Tools Co., Ltd. and Osk Mills Pty Limited met.").organizations] == [
        "Co., Ltd.",
        "Pty Limited",
    ]


def test_the_issuer_is_the_one_of_the_boilerplate() -> None:
    text = "Orrel Bank lends to Brell Ropes Ltd.\n\nOrrel Bank said it lends.\n\nAbout Brell Ropes\nBrell Ropes Ltd. makes ropes.\n\nSOURCE Brell Ropes Ltd."
    found = read(text)
    assert found.issuer is by_name(found)["Brell Ropes Ltd."]


def test_a_house_in_one_country_is_not_its_parent() -> None:
    text = "Gullwell NV paid. Gullwell Norway did not. Gullwell said so."
    found = read(text, "Gullwell NV", "Gullwell Norway")
    assert mentions(found, "Gullwell NV") == ["Gullwell NV", "Gullwell"]
    assert mentions(found, "Gullwell Norway") == ["Gullwell Norway"]
    alone = read("Gullwell Norway paid. Gullwell said so.", "Gullwell Norway", "Gullwell")
    assert [o.name for o in alone.organizations] == ["Gullwell Norway"]


def test_a_name_with_a_hyphen_can_be_short_for_its_foundation() -> None:
    text = "Then Gull-Voss said so. The Gull-Voss Foundation paid."
    assert mentions(read(text, "Gull-Voss", "Gull-Voss Foundation"), "Gull-Voss Foundation") == ["Gull-Voss", "Gull-Voss Foundation"]


def test_of_several_abouts_the_issuer_is_the_one_with_a_legal_form_or_ticker() -> None:
    text = "Orrel Board backs Brell Ropes plc\n\nBARROW, May 5, 2025 - It lends.\n\nAbout Orrel Board\nOrrel Board lends.\n\nAbout Brell Ropes\nBrell Ropes plc makes ropes."
    found = read(text, "Orrel Board")
    assert found.issuer is by_name(found)["Brell Ropes plc"]


ONE_HOUSE = [
    (["Thornby Rail Group", "Thornby Rail", "Thornby"], [["Thornby Rail Group", "Thornby Rail", "Thornby"]]),
    (["Thornby Rail", "Thornby Rail Holdings plc"], [["Thornby Rail", "Thornby Rail Holdings plc"]]),
    (
        ["Dorn Cables plc", "Dorn Cables Group plc", "Dorn Cables", "Dorn Cables Group"],
        [["Dorn Cables plc", "Dorn Cables"], ["Dorn Cables Group plc", "Dorn Cables Group"]],
    ),
    (
        ["Halv Group", "Halv Shipping", "Halv Energy AS", "Halv Energy", "Halv"],
        [["Halv Group", "Halv"], ["Halv Shipping"], ["Halv Energy AS", "Halv Energy"]],
    ),
    (["Fenby Marine Works Ltd.", "Fenby Marine"], [["Fenby Marine Works Ltd.", "Fenby Marine"]]),
    (["Fenby Marine", "Fenby Marine Works Ltd."], [["Fenby Marine"], ["Fenby Marine Works Ltd."]]),
    (["Fenby Marine Bank plc", "Fenby Marine"], [["Fenby Marine Bank plc"], ["Fenby Marine"]]),
    (["Ostian Rail Bank", "ORB", "ORB Global"], [["Ostian Rail Bank", "ORB"], ["ORB Global"]]),
    (["University of Osk", "University of Osk Hospital"], [["University of Osk"], ["University of Osk Hospital"]]),
    (["Ostian Federal Reserve", "Fed"], [["Ostian Federal Reserve", "Fed"]]),
    (["Ostian Reserve", "Fed"], [["Ostian Reserve"], ["Fed"]]),
    (["EU Delegation", "Delegation of the European Union to Ostia"], [["EU Delegation", "Delegation of the European Union to Ostia"]]),
    (["Unión Osk", "Union Osk", "Union Esk"], [["Unión Osk", "Union Osk"], ["Union Esk"]]),
    (["EU Council", "Delegation of the European Union to Ostia"], [["EU Council"], ["Delegation of the European Union to Ostia"]]),
    (["Gullwell Line", "Gullwell", "Gullwell Logistics"], [["Gullwell Line", "Gullwell"], ["Gullwell Logistics"]]),
    (["Gullwell Line", "Gullwell Logistics", "Gullwell"], [["Gullwell Line"], ["Gullwell"], ["Gullwell Logistics"]]),
    (["Gullwell", "Gullwell Line", "Gullwell Logistics"], [["Gullwell Line"], ["Gullwell"], ["Gullwell Logistics"]]),
    (
        ["Ostia Provincial Department of Ropes and Rails", "Department of Ropes and Rails of Ostia Province"],
        [["Ostia Provincial Department of Ropes and Rails", "Department of Ropes and Rails of Ostia Province"]],
    ),
    (
        ["Ostia Provincial Department of Ropes", "Department of Ropes of Vale Province", "Bureau of Ropes of Ostia Province"],
        [["Ostia Provincial Department of Ropes"], ["Department of Ropes of Vale Province"], ["Bureau of Ropes of Ostia Province"]],
    ),
]


@pytest.mark.parametrize(("names", "houses"), ONE_HOUSE)
def test_forms_of_one_house_are_together_and_houses_apart(names: list[str], houses: list[list[str]]) -> None:
    text = " ".join(f"So said {name} in May." for name in names)
    mentions = [NameMention(start=text.index(f"{n} in"), end=text.index(f"{n} in") + len(n), found_by="model", label="ORG") for n in names]
    assert sorted(sorted(one.forms) for one in group(text, mentions, Named())) == sorted(sorted(house) for house in houses)


OF_PARTNERS = [
    (
        "investor-alone",
        "Brell Ropes raises $4 million\n\nOSLO, May 5, 2025 - Brell Ropes today announced a round led by Novar Capital.\n\nAbout Novar Capital\nNovar Capital invests.",
        "Brell Ropes",
    ),
    (
        "investor-first",
        (
            "Brell Ropes raises $4 million\n\nOSLO, May 5, 2025 - Brell Ropes has $4 million from Novar Capital plc.\n\n"
            "About Novar Capital plc\nNovar Capital plc invests.\n\nAbout Brell Ropes\nBrell Ropes makes ropes."
        ),
        "Brell Ropes",
    ),
    (
        "told-of-a-body-that-announces-nothing",
        "Orrel Board approves a rope\n\nOSLO, May 5, 2025 - Orrel Board has approved a rope, Brell Ropes announced today.\n\nAbout Brell Ropes\nBrell Ropes makes ropes.",
        "Brell Ropes",
    ),
    (
        "in-the-headline",
        "Orrel Board picks Brell Ropes\n\nOSLO, May 5, 2025 - Orrel Board has picked Brell Ropes.\n\nAbout Brell Ropes\nBrell Ropes makes ropes.",
        "Brell Ropes",
    ),
    (
        "unit-of-the-sender",
        "Orrel Labs opens\n\nOSLO, May 5, 2025 - Orrel Labs, a division of Brell Ropes, announced a shop.\n\nAbout Brell Ropes\nBrell Ropes makes ropes.",
        "Brell Ropes",
    ),
    (
        "mail-of-the-opener",
        "Novar Capital backs a league\n\nThe Orrel Board has signed with Novar Capital.\n\nContact: ida@orrelboard.example\n\nAbout Novar Capital\nNovar Capital invests.",
        "Orrel Board",
    ),
    (
        "mail-of-the-other",
        "Novar Capital backs a league\n\nThe Orrel Board has signed with Novar Capital.\n\nContact: ida@novarcapital.example\n\nAbout Novar Capital\nNovar Capital invests.",
        "Novar Capital",
    ),
    (
        "copyright",
        "Prices up\n\nPrices rose, as the papers of Novar Capital show.\n\n© 2025 Orrel Board. All rights reserved.",
        "Orrel Board",
    ),
    (
        "funder-alone",
        "Orrel Board finds a rope\n\nOSLO, May 5, 2025 - Divers of the Orrel Board have found a rope.\n\nNovar Capital paid.\n\nAbout Novar Capital\nNovar Capital invests.",
        "Orrel Board",
    ),
    (
        "in-the-lead",
        "Orrel Board finds a rope\n\nOSLO, May 5, 2025 - With Novar Capital the Orrel Board has found a rope.\n\nAbout Novar Capital\nNovar Capital invests.",
        "Novar Capital",
    ),
    (
        "letterhead-of-two-lines",
        "NEWS RELEASE\nBrell Ropes\nOrrel Board\n\nMinister opens a ward for ropes\n\nA minister has opened a ward at Novar Capital, which has beds for twenty ropes.\n\nCall the Orrel Board.",
        "Orrel Board",
    ),
    (
        "letterhead-over-a-lead-of-another",
        "NEWS RELEASE\nOrrel Board\n\nMinister opens a ward for ropes\n\nNovar Capital has opened a ward, which has beds for twenty ropes and more.",
        "Novar Capital",
    ),
    (
        "letterhead",
        "Orrel Board | Press release no. 4\n\nPrices rise by a tenth in May\n\nPrices rose by a tenth in the year to May, and rents rose by a half of that.",
        "Orrel Board",
    ),
    (
        "photo-of-another",
        "Prices up\n\nOrrel Board raises the prices of all its ropes by a tenth from the first of May on.\n\n(Photo provided by Novar Capital)",
        "Orrel Board",
    ),
]


@pytest.mark.parametrize(("text", "name"), [case[1:] for case in OF_PARTNERS], ids=[case[0] for case in OF_PARTNERS])
def test_the_issuer_is_who_announces_and_no_partner(text: str, name: str) -> None:
    names = [one for one in ("Orrel Board", "Orrel Labs", "Novar Capital", "Brell Ropes") if one in text]
    found = read(text, *sorted(names, key=text.index))
    assert found.issuer is not None
    assert name in {found.issuer.name, *found.issuer.aliases}


def test_the_house_speaks_and_not_its_committee() -> None:
    text = "Rate kept\n\nAt its meeting today, the Rates Committee (RC) of the Harl Reserve Bank kept the rate. The RC will meet again."
    found = read(text, "Rates Committee", "Harl Reserve Bank")
    assert found.issuer is by_name(found)["Harl Reserve Bank"]


@pytest.mark.parametrize("wire", ["Reuters", "Halden Press"])
def test_a_news_agency_s_story_is_not_the_word_of_the_company_it_is_about(wire: str) -> None:
    found = read(f"Brell Ropes plc fined\n\nOSLO, May 5, 2025 ({wire}) - Brell Ropes plc must pay, a court said.")
    assert "Brell Ropes plc" in by_name(found)
    assert found.issuer is None or found.issuer.name == wire


@pytest.mark.parametrize("wire", ["PRNewswire", "GLOBE NEWSWIRE"])
def test_a_release_service_does_not_speak_itself(wire: str) -> None:
    found = read(f"Brell Ropes plc grows\n\nOSLO, May 5, 2025 /{wire}/ -- Brell Ropes plc must pay, a court said.")
    assert found.issuer is by_name(found)["Brell Ropes plc"]


def test_a_text_without_names_has_none() -> None:
    assert read("it rained all day.").organizations == []
    assert read("").issuer is None


def test_many_brackets_take_no_time() -> None:
    text = "(" * 3000 + "Brell Ltd. " + ")" * 3000 + " (NYSE: " * 2000 + "Pell Inc. and " * 2000
    assert len(read(text).organizations) < 10

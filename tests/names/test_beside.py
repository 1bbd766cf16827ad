"""What stands beside a name tells what it is: names marked by hand in, labels and borders out."""

from __future__ import annotations

import re
import time

import pytest

from extractor.names.anchors import MODEL, Candidate
from extractor.names.beside import beside, ruled_beside

_MARK = re.compile(r"([OPLG])\[([^\[\]]+)\]")
_LABELS = {"O": "ORG", "P": "PERSON", "L": "PLACE", "G": "PROGRAM"}


def _names(marked: str, rule: str = "model") -> tuple[str, list[Candidate]]:
    """Reads `O[words]` as an organization, `P[...]` a person, `L[...]` a place, `G[...]` a programme."""
    text, at, names = "", 0, []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        names.append(Candidate(len(text), len(text) + len(mark[2]), _LABELS[mark[1]], rule, MODEL))  # type: ignore[arg-type]
        text += mark[2]
        at = mark.end()
    return text + marked[at:], names


def _told(text: str, names: list[Candidate]) -> list[tuple[str, str]]:
    return [(name.label, text[name.start : name.end]) for name in names]


BESIDE = [
    ("solar-park", "The O[Dehesa Brell] solar park grew. O[Dehesa Brell] pays.", [("PLACE", "Dehesa Brell"), ("PLACE", "Dehesa Brell")]),
    ("power-firm", "The O[Osk Harbour Authority] wind farm grew.", [("ORG", "Osk Harbour Authority")]),
    ("town", "In Suyang City it rains. O[Suyang] pays.", [("PLACE", "Suyang")]),
    ("no-town", "In Vale City it rains. O[Suyang] pays.", [("ORG", "Suyang")]),
    ("coded-town", "L[Ostia] (DE)  20\nO[Brellen] (DE)  30", [("PLACE", "Ostia"), ("PLACE", "Brellen")]),
    ("coded-firms", "O[Ostia] (DE) and O[Brellen] (DE) met.", [("ORG", "Ostia"), ("ORG", "Brellen")]),
    (
        "club",
        "Its head, L[Osk City] goalkeeper P[Ida Rusk], left L[Osk City].",
        [("ORG", "Osk City"), ("PERSON", "Ida Rusk"), ("ORG", "Osk City")],
    ),
    ("place-of-a-player", "In L[Osk City] the goalkeeper P[Ida Rusk] left.", [("PLACE", "Osk City"), ("PERSON", "Ida Rusk")]),
    ("package", "The O[Harvest Osk] package is large.", [("PROGRAM", "Harvest Osk")]),
    (
        "package-of-a-body",
        "The O[Ministry] package and the O[Osk Council] package are large.",
        [("ORG", "Ministry"), ("ORG", "Osk Council")],
    ),
    ("portal", "Apply on the O[eRail] portal.", []),
    ("portal-of-a-firm", "Apply on the O[Brell] portal.", [("ORG", "Brell")]),
    ("bank", "L[Spaarbank Brell] lends. L[Left Bank] is a shore.", [("ORG", "Spaarbank Brell"), ("PLACE", "Left Bank")]),
    (
        "realm",
        "The O[Delegation of the European Union] to Bosnia and Herzegovina paid.",
        [("ORG", "Delegation of the European Union to Bosnia and Herzegovina")],
    ),
    ("realm-of-one", "The O[Embassy of Ostia] to Kenya and Brell plc paid.", [("ORG", "Embassy of Ostia to Kenya")]),
    (
        "no-realm",
        "O[Ministry of Ropes] to Kenya sent a letter. The O[Embassy of Ostia] to pay more.",
        [("ORG", "Ministry of Ropes"), ("ORG", "Embassy of Ostia")],
    ),
    ("shop", "Sold at O[Kerrigan]'s Baby. It is new at Kerrigan's Baby.", [("ORG", "Kerrigan's Baby")]),
    ("owner", "Sold at O[Kerrigan]'s Baltic Depot. It is new at Kerrigan.", [("ORG", "Kerrigan")]),
    ("owner-once", "Sold at O[Kerrigan]'s Baby.", [("ORG", "Kerrigan")]),
    ("head-behind-and", "By O[Osk & Brell] Communications, tel. 20", [("ORG", "Osk & Brell Communications")]),
    ("head-of-another", "By O[Osk & Brell] Bank Tower, tel. 20", [("ORG", "Osk & Brell")]),
    ("bookrunners", "O[Brell Securities] and P[Kellen Osk] are bookrunners.", [("ORG", "Brell Securities"), ("ORG", "Kellen Osk")]),
    ("counsel", "O[Wyss] P[Tanner Osk] and O[Brell LLP] act as legal counsel.", [("ORG", "Wyss Tanner Osk"), ("ORG", "Brell LLP")]),
    ("people", "P[Ida Rusk] and P[Kellen Osk] are managers.", [("PERSON", "Ida Rusk"), ("PERSON", "Kellen Osk")]),
    ("people-of-a-firm", "O[Brell Securities] and P[Kellen Osk] are glad.", [("ORG", "Brell Securities"), ("PERSON", "Kellen Osk")]),
    ("credit-letters", "Photo: O[NCRA]/Nina Oskin", [("ORG", "NCRA"), ("PERSON", "Nina Oskin")]),
    ("credit-person", "Photo: P[Limban Osk-Hart]/Brell Aid\n", [("PERSON", "Limban Osk-Hart"), ("ORG", "Brell Aid")]),
    ("credit-unknown", "Images: Osk Brell/Vale Dorn", []),
    ("governed", "O[Ostia]'s Minister for Ropes met O[Brellen].", [("PLACE", "Ostia"), ("ORG", "Brellen")]),
    ("newspaper", "She told the newspaper P[Novi Osk] and the pilot P[Ida Rusk].", [("ORG", "Novi Osk"), ("PERSON", "Ida Rusk")]),
    ("head-coach", "Head coach O[Sinéad Oskar] said so.", [("PERSON", "Sinéad Oskar")]),
    (
        "coach-of-a-bank",
        "The coach O[Brell Bank] owns is red. The bus O[Sinéad Oskar] left.",
        [("ORG", "Brell Bank"), ("ORG", "Sinéad Oskar")],
    ),
    ("no-credit", "The ratio: O[NCRA]/Nina Oskin", [("ORG", "NCRA")]),
]


@pytest.mark.parametrize(("marked", "wanted"), [case[1:] for case in BESIDE], ids=[case[0] for case in BESIDE])
def test_the_words_beside_a_name_tell_what_it_is(marked: str, wanted: list[tuple[str, str]]) -> None:
    text, names = _names(marked)
    assert _told(text, beside(text, names)) == wanted


RULED = [
    ("L[Osk City] striker Ida Rusk scored for L[Osk City].", "places.head-gpe", [("ORG", "Osk City"), ("ORG", "Osk City")]),
    ("L[Spaarbank Delta] lends.", "places.head-location", [("ORG", "Spaarbank Delta")]),
    ("The L[Harvest Bridge] package is large.", "places.head-facility", [("PROGRAM", "Harvest Bridge")]),
    ("L[Harvest Bridge] is closed.", "places.head-facility", [("PLACE", "Harvest Bridge")]),
    ("L[Osk City] striker Ida Rusk scored.", "places.gazetteer", [("PLACE", "Osk City")]),
]


@pytest.mark.parametrize(("marked", "rule", "wanted"), RULED)
def test_a_place_by_its_last_word_can_be_a_club_a_bank_or_a_package(marked: str, rule: str, wanted: list[tuple[str, str]]) -> None:
    text, names = _names(marked, rule)
    assert _told(text, ruled_beside(text, names)) == wanted


@pytest.mark.parametrize(
    "piece", ["Photo: NCRA/Ida Rusk ", "O[Osk]'s Baby and ", "O[Osk] and P[Ida Rusk] are ", "O[Embassy of Osk] to Kenya and "]
)
def test_a_long_text_is_read_in_linear_time(piece: str) -> None:
    text, names = _names(piece * (100_000 // len(piece)))
    start = time.perf_counter()
    beside(text, names)
    assert time.perf_counter() - start < 1

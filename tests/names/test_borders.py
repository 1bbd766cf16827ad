"""Where a name begins and ends, and the names that a legal form or a head noun gives away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.names.anchors import anchored
from extractor.names.spans import clean
from extractor.names.tokens import tokens

CLEAN = [
    ("PERSON", "Per Rusk", "Per Rusk"),
    ("ORG", "Institut Osk's ropes lab", "Institut Osk"),
    ("ORG", "Osk Women's hospital", "Osk Women's hospital"),
    ("PERSON", "For Rusk", "Rusk"),
    ("ORG", "Ministry of Ropes and infrastructure", "Ministry of Ropes"),
    ("ORG", "Ministry of Ropes and Rails", "Ministry of Ropes and Rails"),
    ("ORG", "the Tarn Institute", "Tarn Institute"),
    ("ORG", "Tarn Institute’s", "Tarn Institute"),
    ("ORG", "Tarn Institute's", "Tarn Institute"),
    ("ORG", "“Tarn Institute”,", "Tarn Institute"),
    ("ORG", "About Tarn Ropes", "Tarn Ropes"),
    ("ORG", "Tarn Ropes (NYSE: TRN)", "Tarn Ropes"),
    ("ORG", "Tarn Ropes (the “Company”)", "Tarn Ropes"),
    ("ORG", "TheTCC", "TCC"),
    ("ORG", "Tarn (Voss) Ropes Ltd.", "Tarn (Voss) Ropes Ltd."),
    ("ORG", "Tarn Ropes GmbH.", "Tarn Ropes GmbH"),
    ("ORG", "Tarn Ropes\n\nMedia", "Tarn Ropes"),
    ("ORG", "Bank of Tarn Governor Ida Rusk", "Bank of Tarn"),
    ("ORG", "Tarn Ropes MD", "Tarn Ropes"),
    ("ORG", "Tarn Health Bureau Mr. Osk", "Tarn Health Bureau"),
    ("ORG", "Tarn Senior Vice President", "Tarn"),
    ("ORG", "Office of the President", "Office of the President"),
    ("ORG", "Tarn President Hotels Ltd.", "Tarn President Hotels Ltd."),
    ("ORG", "Tarn’ s", "Tarn"),
    ("PERSON", "Ms. Ida Rusk", "Ida Rusk"),
    ("PERSON", "An Rusk", "An Rusk"),
    ("PERSON", "An Ida Rusk", "Ida Rusk"),
    ("PERSON", "Dr Ida Rusk", "Ida Rusk"),
    ("PERSON", "Prime Minister Ida Rusk", "Ida Rusk"),
    ("PERSON", "US President Ida Rusk", "Ida Rusk"),
    ("PERSON", "general Ida Rusk", "Ida Rusk"),
    ("PERSON", "Ostian Ambassador Ida Rusk", "Ida Rusk"),
    ("PERSON", "Ida Rusk King", "Ida Rusk King"),
    ("PERSON", "Ida Rusk Sunday", "Ida Rusk"),
    ("PERSON", "Ida Rusk Sundaye", "Ida Rusk Sundaye"),
    ("PERSON", "Ohio Rusk", "Ohio Rusk"),
    ("ORG", "Oslo-based Brell Lines", "Brell Lines"),
    ("ORG", "state-owned Brell Lines", "Brell Lines"),
    ("ORG", "Plant-based Brell Foods", "Plant-based Brell Foods"),
    ("ORG", "Norway 's Brell Board", "Brell Board"),
    ("ORG", "Gull 's Brell Board", "Gull 's Brell Board"),
    ("ORG", "NCRA Regional", "NCRA Regional"),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Many customers of Just Brell left.", "Just Brell"),
        ("Osk to Acquire Brell", "Brell"),
        ("Just Brell left.", "Brell"),
    ],
)
def test_an_opener_belongs_to_a_name_inside_a_sentence_only(text: str, wanted: str) -> None:
    at = text.index("Just") if "Just" in text else text.index("Acquire")
    start, end = clean(text, at, text.index("Brell") + 5)
    assert text[start:end] == wanted


@pytest.mark.parametrize(("label", "marked", "wanted"), CLEAN)
def test_a_name_is_left_without_what_does_not_belong_to_it(label: str, marked: str, wanted: str) -> None:
    start, end = clean(marked, 0, len(marked), label=label)
    assert marked[start:end] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("to the United States Ida Rusk, who", "Ida Rusk"), ("said the United States Ida Rusk, who", "United States Ida Rusk")],
)
def test_the_realm_of_a_post_is_no_part_of_its_holder(text: str, wanted: str) -> None:
    start, end = clean(text, text.index("United"), text.index(","), label="PERSON")
    assert text[start:end] == wanted


def test_a_word_before_a_post_belongs_to_the_post() -> None:
    text = "said Ida Rusk, NCRA Regional Director for Ostia"
    start = text.index("NCRA")
    assert clean(text, start, text.index(" Director")) == (start, start + len("NCRA"))


ANCHORED = [
    ("Then Acquired Brell Ropes GmbH in May.", ["Brell Ropes GmbH"]),
    ("It pays Red Gull AB now.", ["Red Gull AB"]),
    ("It is Brell Rope, Company of the year.", ["Brell Rope, Company"]),
    ("Brell Data GmbH and Osk Pty Limited signed.", ["Brell Data GmbH", "Osk Pty Limited"]),
    ("Yesterday Brell Tools Co., Ltd. signed.", ["Brell Tools Co., Ltd."]),
    ("Signed by Brell (Norway) Pvt. Ltd. in May.", ["Brell (Norway) Pvt. Ltd."]),
    ("Counsel was Ravell, Strode & Pinn LLP in Oslo.", ["Ravell, Strode & Pinn LLP"]),
    ("It told the Ministry of Rural Roads that", ["Ministry of Rural Roads"]),
    ("It told the Harl District Bureau of Trade and Tourism that", ["Harl District Bureau of Trade and Tourism"]),
    ("The University of Bellmark won.", ["University of Bellmark"]),
    ("It went to Bellmark City Council in May.", ["Bellmark City Council"]),
    ("The Bank of Osk Governor Ida Rusk spoke.", ["Bank of Osk"]),
    ("The Osk Water Authority Chairman left.", ["Osk Water Authority"]),
    ("NCRA and Bellmark University met.", ["Bellmark University"]),
    ("The University of Lower Osk and Osk Children’s Hospital met.", ["University of Lower Osk"]),
    ("Brell Oil Exploration and Production plc paid.", ["Brell Oil Exploration and Production plc"]),
    ("Brell Bros and Osk plc paid.", ["Osk plc"]),
    ("Grupo Brell S.A.B. de C.V. paid.", ["Grupo Brell S.A.B. de C.V."]),
    ("Paid by Brell Ropes Limited\nIncorporated in 1956, it", ["Brell Ropes Limited"]),
    ("By Osk Bank S.A. and Kred Brell S.A. Osk owns it.", ["Osk Bank S.A.", "Kred Brell S.A."]),
    ("About Brell Ropes Brell Ropes AS makes rope.", ["Brell Ropes AS"]),
]


@pytest.mark.parametrize(("text", "wanted"), ANCHORED)
def test_a_legal_form_or_a_head_noun_gives_a_name_away(text: str, wanted: list[str]) -> None:
    found = [text[c.start : c.end] for c in anchored(text, tokens(text)) if c.label == "ORG"]
    assert [name for name in wanted if name not in found] == []


@pytest.mark.parametrize(
    "text",
    [
        "A yard in Red Gull, AB is new.",
        "So said Ida Rusk, Company Secretary.",
        "The Company paid.",
        "As AS is a word, so is SE.",
        "The Committee met.",
        "It sold the Limited edition.",
    ],
)
def test_a_form_or_a_head_alone_is_no_name(text: str) -> None:
    assert anchored(text, tokens(text)) == []


@given(st.text(alphabet="ABab’s. ,()-/\nInc&"), st.sampled_from(["ORG", "PERSON", "PLACE", "PROGRAM"]))
def test_cleaning_stays_inside_and_is_done_once(text: str, label: str) -> None:
    start, end = clean(text, 0, len(text), label=label)
    assert 0 <= start <= len(text)
    assert start <= end <= len(text)
    if start < end:
        assert clean(text, start, end, label=label)[1] >= start


@pytest.mark.parametrize("text", ["b)(a&&AA)I(", "c )(B)c-aI.(", " /ab))c’(A)"])
def test_wild_brackets_end_too(text: str) -> None:
    start, end = clean(text, 0, len(text))
    assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("At Bellmark University/NCRA labs", ["At", "Bellmark", "University", "NCRA"]),
        ("TheNCRA met Parcel/Porter", ["NCRA", "Parcel/Porter"]),
        ("Brell plc’s 9Ways", ["Brell", "plc", "9Ways"]),
    ],
)
def test_words_are_cut_where_two_names_are_glued(text: str, wanted: list[str]) -> None:
    found = tokens(text)
    assert [token.word for token in found] == wanted
    assert [text[token.start : token.end] for token in found] == wanted


def test_a_gap_is_kept_before_a_cut_word() -> None:
    assert [token.gap for token in tokens("At Bellmark University/NCRA labs")] == ["space", "space", "", ""]

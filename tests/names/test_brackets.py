"""What brackets behind names give: tickers, acronyms, definitions, former names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.names.brackets import aliases, spelled_by, tickers
from extractor.names.tokens import tokens

TICKERS = [
    ("Marn Foods (NASDAQ: MRNF) rose.", [("NASDAQ", "MRNF")]),
    ("Marn Foods (Nasdaq: MRNF, TSX: MRN) rose.", [("Nasdaq", "MRNF"), ("TSX", "MRN")]),
    ("Marn Foods (Nasdaq: MRNF; TSX-V: MRN.A) rose.", [("Nasdaq", "MRNF"), ("TSX-V", "MRN.A")]),
    ("Marn Foods (NYSE/TSX: MRN) rose.", [("NYSE", "MRN"), ("TSX", "MRN")]),
    ("Marn Foods (NYSE: [MRN](#quote)) rose.", [("NYSE", "MRN")]),
    ("Zell Mining plc (0123.HK) fell.", [("HKEX", "0123")]),
    ("Zell Mining plc (stock code: 600123) fell.", [(None, "600123")]),
    ("Quor AG (Frankfurt: QRX) fell.", [("Frankfurt", "QRX")]),
    ("Quor AG (Euronext Growth\nOslo: QRX) fell.", [("Euronext Growth Oslo", "QRX")]),
]


@pytest.mark.parametrize(("text", "wanted"), TICKERS)
def test_a_ticker_has_its_exchange_and_symbol(text: str, wanted: list[tuple[str | None, str]]) -> None:
    assert [(ticker.exchange, ticker.symbol) for ticker in tickers(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel (2024: $3 million) and Pell (see note: 4) rose.",
        "The pits (Sandow et al., 2003) were damp.",
        "The ratio (London: 3 to 1) fell at noon: it was late.",
        "Call us (tel: 0123 456).",
    ],
)
def test_other_brackets_hold_no_ticker(text: str) -> None:
    assert [ticker for ticker in tickers(text) if not ticker.symbol.isdigit()] == []


@pytest.mark.parametrize(
    ("text", "form", "sort"),
    [
        ("The Harl Coast Bird Council (HCBC) met.", "HCBC", "acronym"),
        ("The Harl Coast Bird Council (the HCBC) met.", "HCBC", "acronym"),
        ("Vesk Inc. (“Vesk”) paid.", "Vesk", "defined"),
        ('Vesk Inc. (the "Company") paid.', "Company", "defined"),
        ("Pell Ropes (formerly Tam Twine) won.", "Tam Twine", "renamed"),
        ("Pell Ropes (now Zorr) won.", "Zorr", "now"),
    ],
)
def test_a_bracket_gives_another_form(text: str, form: str, sort: str) -> None:
    found = aliases(text)
    assert [(text[alias.start : alias.end], alias.sort) for alias in found] == [(form, sort)]
    assert text[: found[0].before].endswith(("Council", "Inc.", "Ropes"))


@pytest.mark.parametrize(
    "text",
    ["Wear was great in the pits (Sandow et al., 2003).", "Vesk paid (see note 4).", "Vesk (2024) paid.", "Its profit (EBITDA) rose."],
)
def test_citations_notes_and_terms_are_no_forms(text: str) -> None:
    assert aliases(text) == []


@pytest.mark.parametrize(
    ("name", "acronym", "loose", "first"),
    [
        ("We met the Harl Coast Bird Council", "HCBC", False, "Harl"),
        ("The University of Lower Bellmark", "ULB", False, "University"),
        ("Oslo-Bergen (Voss) Ring Project on Rail", "ORP", True, "Oslo-Bergen"),
    ],
)
def test_initials_set_the_left_border(name: str, acronym: str, loose: bool, first: str) -> None:
    words = tokens(name)
    at = spelled_by(acronym, words, len(words) - 1, loose=loose)
    assert at is not None
    assert words[at].word == first


def test_letters_that_fit_no_words_set_no_border() -> None:
    words = tokens("the Harl Coast Bird Council")
    assert spelled_by("XYZ", words, len(words) - 1, loose=True) is None


@given(st.text(alphabet="AB:(). “”,\n/&NYSE1"))
def test_offsets_lie_in_the_text(text: str) -> None:
    for ticker in tickers(text):
        assert 0 <= ticker.before <= ticker.start < ticker.end <= len(text)
    for alias in aliases(text):
        assert 0 <= alias.before <= alias.start <= alias.end <= len(text)

"""For any amount in any of the written forms the value comes back exactly; for any text the offsets hold; no input takes long."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.findings import Findings, Layout
from extractor.money.component import annotate as money
from extractor.percentages.component import annotate as percentages
from extractor.quantities.component import annotate as quantities
from extractor.reading import plain

AMOUNTS = st.decimals("0.01", "999999", places=2, allow_nan=False)
SCALES = {
    "": 1,
    " thousand": 10**3,
    " million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    " billion": 10**9,
    "bn": 10**9,
    " trillion": 10**12,
    " crore": 10**7,
    "-million": 10**6,
}
BEFORE = {
    "$": "USD",
    "US$": "USD",
    "US$ ": "USD",
    "€": "EUR",
    "€ ": "EUR",
    "£": "GBP",
    "HK$": "HKD",
    "C$": "CAD",
    "EUR ": "EUR",
    "USD": "USD",
    "CHF ": "CHF",
    "RMB ": "CNY",
    "₹": "INR",
    "S$": "SGD",
    "NOK ": "NOK",
}
AFTER = {
    " dollars": "USD",
    " euros": "EUR",
    " EUR": "EUR",
    " yuan": "CNY",
    " USD": "USD",
    "\nyen": "JPY",
    " Swiss francs": "CHF",
}


def english(value: Decimal) -> str:
    return f"{value:,f}"


def swiss(value: Decimal) -> str:
    return english(value).replace(",", "’")


def european(value: Decimal) -> str:
    return english(value).replace(",", "\0").replace(".", ",").replace("\0", ".")


def spaced(value: Decimal) -> str:
    return english(value).replace(",", "\u00a0")


def bare(value: Decimal) -> str:
    return f"{value:f}"


def found_in(text: str) -> Findings:
    found = Findings(text=plain(text))
    for annotate in (money, percentages, quantities):
        annotate(found)
    return found


@settings(max_examples=400, deadline=None)
@given(
    AMOUNTS,
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(sorted(BEFORE)),
    st.sampled_from([english, swiss, european, spaced, bare]),
)
def test_an_amount_with_its_mark_before_comes_back(value: Decimal, scale: str, mark: str, write: object) -> None:
    words = f"{mark}{write(value)}{scale}"  # type: ignore[operator]
    text = f"The board put it at {words}, said the clerk."
    (mention,) = found_in(text).money
    assert (text[mention.start : mention.end], mention.value, mention.currency) == (
        words,
        value * SCALES[scale],
        BEFORE[mark],
    )


@settings(max_examples=300, deadline=None)
@given(
    AMOUNTS,
    st.sampled_from(sorted(set(SCALES) - {"-million"})),
    st.sampled_from(sorted(AFTER)),
    st.sampled_from([english, swiss, european, bare]),
)
def test_an_amount_with_its_mark_behind_comes_back(value: Decimal, scale: str, mark: str, write: object) -> None:
    words = f"{write(value)}{scale}{mark}"  # type: ignore[operator]
    text = f"The board put it at {words}, said the clerk."
    (mention,) = found_in(text).money
    assert (text[mention.start : mention.end], mention.value, mention.currency) == (
        words,
        value * SCALES[scale],
        AFTER[mark],
    )


@settings(max_examples=200, deadline=None)
@given(
    st.decimals("0.1", "999", places=1, allow_nan=False),
    st.decimals("0.1", "999", places=1, allow_nan=False),
    st.sampled_from(["-", "–", " to ", " – "]),
)
def test_a_range_with_a_shared_scale_comes_back(one: Decimal, other: Decimal, joint: str) -> None:
    low, high = sorted((one, other))
    (mention,) = (
        found_in(f"The board set a cap of ${low}{joint}{high} million.").money
        if low < high
        else found_in(f"A cap of ${low} million.").money
    )
    assert (mention.low, mention.high) == ((low * 10**6, high * 10**6) if low < high else (None, None))


@settings(max_examples=200, deadline=None)
@given(
    st.decimals("-999", "999", places=2, allow_nan=False),
    st.sampled_from(
        [
            "%",
            " %",
            " percent",
            " per cent",
            " percentage points",
            " basis points",
            "bps",
        ]
    ),
)
def test_a_percentage_comes_back(value: Decimal, unit: str) -> None:
    text = f"It moved {value}{unit} in May."
    (mention,) = found_in(text).percentages
    assert (text[mention.start : mention.end], mention.value) == (
        f"{value}{unit}",
        value,
    )


@settings(max_examples=300, deadline=None)
@given(st.text("0123456789.,'’ -–/%$€£()kmbn\tUSDRaoftperchi\n½", max_size=120))
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    found = found_in(text)
    for mentions in (found.money, found.percentages, found.quantities):
        edges = [edge for mention in mentions for edge in (mention.start, mention.end)]
        assert edges == sorted(edges)
        assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
        assert all(mention.value is None or mention.low is None for mention in mentions)


# Bound for one kind on 20 kB: ten times what it takes; a quadratic one takes seconds.
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "(1",
        "1 ",
        " 111",
        "one ",
        "1-",
        "1 000 ",
        "$1 ",
        "$1-",
        "€1 (",
        "per 1 $1 ",
        "A$1",
        "((",
        "1% of ",
        "(in millions)\n$1  $2\n",
        "$1 2 cents ",
    ],
)
def test_no_input_takes_long(piece: str) -> None:
    text = (piece * 20000)[:20000]
    found = Findings(text=text)
    found.__dict__["layout"] = Layout()
    start = time.process_time()
    for annotate in (money, percentages, quantities):
        annotate(found)
    assert time.process_time() - start < 2

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


LARGE, SMALL = 100_000, 10_000
_LEAST = 0.02  # seconds: below it the clock says nothing


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "(1",
        "1 ",
        "one ",
        "1 000 ",
        "$1 ",
        "$1-",
        "per 1 $1 ",
        "1% of ",
        "(in millions)\n$1  $2\n",
        "$1 2 cents ",
        "$1 to ",
        "$5-7 x ",
        "1/2 ",
        "5m/",
        "Rs.1 ",
        "1 . 1 % ",
        "US$45.2 million ($45.2 million) ",
        "all amounts in dollars $1 ",
        "NOK million\n a  1  2\n",
        "),1(",
    ],
)
def test_the_time_grows_as_the_text_does(piece: str) -> None:
    """For each kind ten times the text takes about ten times as long, a quadratic one a hundred times, and 100 kB are read within seconds."""
    for _ in range(3):  # the clock of a busy machine may err now and then
        small, large = (_seconds((piece * size)[:size]) for size in (SMALL, LARGE))
        slow = {kind: seconds for kind, seconds in large.items() if seconds > min(35 * max(small[kind], _LEAST), 5)}
        if not slow:
            return
    pytest.fail(f"{slow} seconds for {LARGE} characters, {small} for {SMALL}")


def _seconds(text: str) -> dict[str, float]:
    """Seconds of the processor that each kind takes."""
    found = Findings(text=text)
    found.__dict__["layout"] = Layout()
    taken: dict[str, float] = {}
    for kind, read in (("numbers", lambda f: f.numbers), ("money", money), ("percentages", percentages), ("quantities", quantities)):
        start = time.process_time()
        read(found)
        taken[kind] = time.process_time() - start
    return taken

"""Numbers whose noun does not follow them: bare levels, the points of an index, numbers that share a noun, thirds of a percentage."""

from __future__ import annotations

from time import perf_counter

import pytest

from extractor.findings import Findings
from extractor.money.component import annotate as annotate_money
from extractor.percentages.component import annotate as annotate_percentages
from extractor.quantities.component import annotate
from extractor.reading import plain


def counts(text: str) -> list[tuple[str, str, str | None]]:
    found = Findings(text=plain(text))
    for kind in (annotate_money, annotate_percentages, annotate):
        kind(found)
    return [(found.text[each.start : each.end], str(each.value), each.unit) for each in found.quantities]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Headcount was 15,000.", [("15,000", "15000", "Headcount")]),
        ("Headcount fell 7% to 15,000, compared with 16,200 then.", [("15,000", "15000", "Headcount")]),
        ("Headcount fell to 15,000 from 16,200.", [("15,000", "15000", "Headcount"), ("16,200", "16200", "Headcount")]),
        ("The number of active users in Europe rose to 1.2 million.", [("1.2 million", "1200000", "active users")]),
        ("The number of flights fell by 4% to 1,200 a day.", [("1,200", "1200", "flights")]),
        ("Subscribers totalled 1.2 million in all.", [("1.2 million", "1200000", "Subscribers")]),
        ("Employees: 1,250", [("1,250", "1250", "Employees")]),
        ("The index rose to 53.2 from 52.1.", [("53.2", "53.2", "points"), ("52.1", "52.1", "points")]),
        ("The index rose 23 points, or 0.1%, to 17,781.", [("23 points", "23", "points"), ("17,781", "17781", "points")]),
        (
            "The index stood at 127.4 points, up 0.5 index points.",
            [("127.4 points", "127.4", "points"), ("0.5 index points", "0.5", "index points")],
        ),
        # no level: too small, a year, a noun behind it, another noun in front, no index
        ("Attendance was 12.", []),
        ("The workforce was 1999.", []),
        ("Customers were 1,200 strong.", []),
        ("Customers were 300 miles away.", [("300 miles", "300", "miles")]),
        ("The mood was 15,000.", []),
        ("Headcount was told. The room was 15,000.", []),
        ("The team won by 23 points.", []),
        ("Headcount was not 15,000.", []),
    ],
)
def test_a_bare_number_takes_the_noun_in_front(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert counts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "It will create 300 direct and 900 indirect jobs.",
            [("300 direct", "300", "direct jobs"), ("900 indirect jobs", "900", "indirect jobs")],
        ),
        (
            "It has 300 full-time, 80 seasonal and 90 part-time employees.",
            [
                ("300 full-time", "300", "full-time employees"),
                ("80 seasonal", "80", "seasonal employees"),
                ("90 part-time employees", "90", "part-time employees"),
            ],
        ),
        ("Only 1,200 of 4,000 nests held eggs.", [("1,200", "1200", "nests"), ("4,000 nests", "4000", "nests")]),
        ("It shut 44 of its 312 stores.", [("44", "44", "stores"), ("312 stores", "312", "stores")]),
        # each with a noun of its own, or none to share
        ("Some 300 men and 900 young women came.", [("300 men", "300", "men"), ("900 young women", "900", "young women")]),
        ("It hired 40 and trained 900 new nurses.", [("900 new nurses", "900", "new nurses")]),
        ("It has 40 or so and 900 nurses.", [("900 nurses", "900", "nurses")]),
        ("It shut 500 of 312 stores.", [("312 stores", "312", "stores")]),
        ("It is one of 312 stores.", [("312 stores", "312", "stores")]),
        ("It cured 4 of 50 patients.", [("50 patients", "50", "patients")]),
        ("It cured 12 out of 50 patients.", [("50 patients", "50", "patients")]),
    ],
)
def test_numbers_that_share_a_noun(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert counts(text) == wanted


def test_a_long_text_of_levels_takes_linear_time() -> None:
    words = "The number of users in the north of the country rose by 1,200 to 1,300 and "
    short, long = words * 150, words * 1200
    started = perf_counter()
    counts(short)
    between = perf_counter()
    counts(long)
    assert perf_counter() - between < 30 * max(between - started, 0.01)  # eight times the text, far from its square

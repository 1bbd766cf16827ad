"""Sections: what each part of a release is, and several releases in one file."""

from __future__ import annotations

import itertools

import pytest
import spacy

from extractor.findings import findings
from extractor.structure import cells, read, split_releases
from extractor.structure.marks import reaches

RELEASE = """FOR IMMEDIATE RELEASE

Halden Marine Reports Record Year
Orders up 9%

- Net sales of $412.6 million
- Net debt of $30 million

BERGEN, Norway, March 3, 2025 /PRNewswire/ -- Halden Marine AS (OSE: HALD), a maker of winches, today reported revenue of $412.6 million.

"We had a good year," said Ola Brekke.

Highlights of the quarter

• Net sales: $112.6 million, up 9%
• Orders of $150 million

Segment figures

In $ million          2025      2024
----------------------------------
Winches                300       280
Cranes                 112       110

About the Trial

The trial had 40 members and took two years to finish, which was long.

About Halden Marine

Halden Marine makes winches for ships. It was founded in 1912.

Safe Harbor Statement

This release contains forward-looking statements. Results may differ.

Media Contact:
Kari Lund
+47 55 55 01 23
kari@halden.example

SOURCE Halden Marine AS

(Photo by Nils Orr; text by Eva Orr)

###
"""


def _sections(text: str) -> list[tuple[str, str | None, str]]:
    return [(section.kind, section.title, " ".join(text[section.start : section.end].split())[:24]) for section in read(text).sections]


def test_the_parts_of_a_release_are_told_apart() -> None:
    assert _sections(RELEASE) == [
        ("furniture", None, "FOR IMMEDIATE RELEASE"),
        ("headline", None, "Halden Marine Reports Re"),
        ("subheadline", None, "Orders up 9%"),
        ("bullets", None, "Net sales of $412.6 mill"),
        ("dateline", None, "BERGEN, Norway, March 3,"),
        ("body", None, "Halden Marine AS (OSE: H"),
        ("heading", None, "Highlights of the quarte"),
        ("bullets", "Highlights of the quarter", "Net sales: $112.6 millio"),
        ("heading", None, "Segment figures"),
        ("table", "Segment figures", "In $ million 2025 2024 -"),
        ("heading", None, "About the Trial"),
        ("body", "About the Trial", "The trial had 40 members"),
        ("heading", None, "About Halden Marine"),
        ("boilerplate", "About Halden Marine", "Halden Marine makes winc"),
        ("heading", None, "Safe Harbor Statement"),
        ("forward_looking", "Safe Harbor Statement", "This release contains fo"),
        ("heading", None, "Media Contact:"),
        ("contact", "Media Contact", "Kari Lund +47 55 55 01 2"),
        ("credits", None, "SOURCE Halden Marine AS"),
        ("credits", None, "(Photo by Nils Orr; text"),
        ("end_mark", None, "###"),
    ]


def test_credits_are_listed() -> None:
    assert [span.of(RELEASE) for span in read(RELEASE).credits] == ["SOURCE Halden Marine AS", "(Photo by Nils Orr; text by Eva Orr)"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Content provided by Lorne Media Center;photo by Li Na)", "credits"),
        ("Reporter: Li Na   Editor: Wu Fei   Photo: Na Li", "credits"),
        ("(Reporting by Ida Bexley; Editing by Jon Roe)", "credits"),
        ("Image: still from a film © Lorne Pictures", "credits"),
        ("— End —", "end_mark"),
        ("-30-", "end_mark"),
        ("ENDS", "end_mark"),
        ("Contact: Peter Orr, Investor Relations, 612.555.0118", "contact"),
        ("For media enquiries: Harbour PR – Karen Orr / Matthew So", "contact"),
        ("About Lorne: Lorne makes winches for ships.", "boilerplate"),
        ("This press release contains forward-looking statements that may change.", "forward_looking"),
        ("View the original press release on the wire", "furniture"),
        ("© 2025 Lorne Rail", "furniture"),
        ("Neither the exchange nor its regulation services provider takes responsibility.", "furniture"),
        ("Some of the photos show how the port grew over the years, and they sold well.", "body"),
        ("About half of the staff left the company in the course of the last year.", "body"),
        ("Contact lenses sold well in the north of the country in the first half.", "body"),
    ],
)
def test_a_line_is_known_by_its_words(line: str, kind: str) -> None:
    text = f"Tarn opens depot\n\nTarn plc opened a depot with 320 employees in the north.\n\nIt paid $5 million for it.\n\n{line}\n"
    assert read(text).sections[-1].kind == kind


def test_a_line_that_introduces_speech_is_no_heading() -> None:
    text = "Tarn opens depot\n\nTarn plc opened a depot with 320 employees.\n\nDame Helen Aspin, Chair, said:\n\n“Losing is no triumph, and we are on schedule.”\n"
    assert "heading" not in {section.kind for section in read(text).sections}


def test_a_name_block_without_a_heading_is_a_contact() -> None:
    text = "Tarn opens depot\n\nTarn plc opened a depot with 320 employees.\n\nTess Orr\nTarn plc\n+44 20 7946 0018\ntess@tarn.example\n"
    assert [section.kind for section in read(text).sections] == ["headline", "body", "contact"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kari Lund, +47 55 55 01 23", True),
        ("614-555-0110", True),
        ("(852) 2555 0119 / 9555 0177", True),
        ("kari@halden.example", True),
        ("Time: 2025-06-03 10:11", False),
        ("Its shares fell to 141.20p", False),
        ("1 200 000 tonnes and 318 000 children", False),
        ("Section 802.01 of 2019-2024", False),
    ],
)
def test_a_telephone_number_is_told_from_a_figure(words: str, *, expected: bool) -> None:
    assert reaches(words, 0, len(words)) is expected


def test_sections_stand_in_order_and_never_overlap() -> None:
    sections = read(RELEASE).sections
    assert all(left.end <= right.start for left, right in itertools.pairwise(sections))


def test_cells_of_a_row() -> None:
    row = "Net income (loss)   $ 18.2 | (4.6)\t2.5%"
    assert [cell.of(row) for cell in cells(row, 0, len(row))] == ["Net income (loss)", "$ 18.2", "(4.6)", "2.5%"]


def test_two_spaces_behind_a_full_stop_make_no_table() -> None:
    text = "Sales rose 5%.  Profit fell 3%.\nOrders rose 2%.  Debt fell 9%.\n"
    assert all(section.kind != "table" for section in read(text).sections)


FIRST = "Tarn plc opens depot\n\nLEEDS, England, March 3, 2025 /PRNewswire/ -- Tarn plc opened a depot for $5 million. It is big.\n\n"
SECOND = "Velmora Falls on Trial\n\nOAKMERE, N.C., April 8, 2025 (GLOBE NEWSWIRE) -- Velmora fell 4% to $3. It is bad.\n\n-30-\n"


@pytest.mark.parametrize(
    "between",
    [
        "###\n\n",
        "SOURCE Tarn plc\n\n",
        "About Tarn\n\nTarn hauls steel for many.\n\n",
        "Contact:\nIda Bexley, +44 20 7946 0018\n\n",
        "Contact:\nIda Bexley, +44 20 7946 0018\n\nFOR IMMEDIATE RELEASE\n\n",
        "-30-\n\n==========\n\nFOR IMMEDIATE RELEASE\n\n",
    ],
)
def test_two_releases_in_one_file_are_split(between: str) -> None:
    text = FIRST + between + SECOND
    parts = split_releases(text)
    assert len(parts) == 2
    assert parts[0].start == 0
    assert parts[1].end == len(text)
    opening = text[parts[1].start :]
    assert opening.startswith(("Velmora Falls", "FOR IMMEDIATE RELEASE"))
    layout = read(text)
    assert layout.headline is not None
    assert layout.headline.of(text) == "Tarn plc opens depot"
    assert sum(section.kind == "headline" for section in layout.sections) == 2


def _release(name: str, head: str, tail: str = "") -> str:
    body = f"{name} today said that it has opened a depot with 320 employees in the north.\n\nIt is large. It opens in May."
    return f"{head}{body}\n\n{tail}"


_TAIL = "About Tarn\nTarn hauls steel for many in the north.\n\nContact:\nIda Bexley\n512-555-0188\n\n"


@pytest.mark.parametrize(
    ("heads", "between"),
    [
        (("Tarn Opens\n\nOTTAWA -- ", "Lorne Opens\n\nTORONTO -- ", "Orrin Opens\n\nREGINA -- "), "###\n\n"),
        (("OTTAWA -- ", "TORONTO -- ", "REGINA -- "), "# # #\n"),
        (("Tarn Opens\n\nOTTAWA -- ", "Lorne Opens\n\nTORONTO -- ", "Orrin Opens\n\nREGINA -- "), _TAIL),
        (("Tarn Opens\n\nOTTAWA -- ", "Lorne Opens\n\nTORONTO -- ", "Orrin Opens\n\nREGINA -- "), _TAIL + "-30-\n\n"),
        (("FOR IMMEDIATE RELEASE\n\nTarn Opens\n\n",) * 3, "ENDS\n\n"),
        (("Tarn Opens\n\nOTTAWA, May 3 -- ", "Lorne Opens\n\nREGINA, May 4 -- ", "Orrin Opens\n\nOTTAWA, May 5 -- "), "-----\n\n"),
    ],
)
def test_three_releases_are_three(heads: tuple[str, ...], between: str) -> None:
    text = between.join(_release("Tarn plc", head) for head in heads)
    parts = split_releases(text)
    assert [text[part.start :].startswith(head) for part, head in zip(parts, heads, strict=True)] == [True] * 3


@pytest.mark.parametrize(
    "text",
    [
        _release("Tarn plc", "FOR IMMEDIATE RELEASE\n\nContact:\nIda Bexley\n512-555-0188\n\nTarn Opens\n\nOTTAWA, May 3 -- ", "###\n"),
        _release("Tarn plc", "FOR IMMEDIATE RELEASE\n\nContact:\nIda Bexley\n512-555-0188\n\nTarn Opens\n\nOTTAWA -- ", _TAIL),
        _release("Tarn plc", "EMBARGOED UNTIL MAY 4\n\nContact: Ida Bexley, 512-555-0188\n\n---\n\nTarn Opens\n\nOTTAWA, May 3 -- "),
        "Week in ports\n\n" + "-----\n\n".join(_release("Tarn plc", f"{place}, May 3 -- ") for place in ("OTTAWA", "REGINA")),
        "Week in ports\n\n" + "".join(_release("Tarn plc", f"{place} -- ") for place in ("OTTAWA", "REGINA")),
        _release("Tarn plc", "Tarn Opens\n\nOTTAWA -- ", "###\n\nPhotos of the depot are to be had from the press office of Tarn plc.\n"),
        _release("Tarn plc", "Tarn Opens\n\nOTTAWA -- ", "###\n\nOutlook\n\nThe market for steel grows by a tenth each year, says Tarn.\n"),
    ],
)
def test_one_release_with_much_around_it_is_one(text: str) -> None:
    assert len(split_releases(text)) == 1


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Tarn at a Glance\n\nTarn hauls steel for many.\n", ["heading", "boilerplate"]),
        ("Results at a Glance\n\nTarn earned more than it did in all of last year.\n", ["heading", "body"]),
        ("About the Plant\n\nThe plant has 320 employees and a roof.\n", ["heading", "body"]),
        ("About Tarn Technology\n\nTarn Technology hauls steel for many.\n", ["heading", "boilerplate"]),
        ("Journal: Water Letters\nDOI: 10.1000/w.1\n", ["furniture"]),
        ("Call\n\nTarn plc will hold a call for investors in May. Dial 877-555-0188.\n", ["heading", "body"]),
        ("Ask Ida Bexley.\nHer number is 877-555-0188.\n", ["contact"]),
    ],
)
def test_tails_are_told_by_their_words(tail: str, expected: list[str]) -> None:
    text = _release("Tarn plc", "Tarn Opens Depot\n\nOTTAWA, May 3, 2025 -- ", "")
    assert [section.kind for section in read(text + tail).sections if section.start >= len(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "Later that week it sold a yard.\n\n" + "LEEDS, March 4, 2025 -- The yard went for $2 million. It was small.\n",
        FIRST + "About Tarn\n\nTarn hauls steel.\n\nContact:\nIda Bexley, +44 20 7946 0018\n\n###\n",
        RELEASE,
        "",
    ],
)
def test_one_release_is_not_split(text: str) -> None:
    assert len(split_releases(text)) == 1


def test_the_component_makes_the_layout_ready() -> None:
    import extractor.components  # noqa: F401 - registers the factory

    nlp = spacy.blank("en")
    nlp.add_pipe("press_structure")
    doc = nlp(RELEASE)
    assert findings(doc).layout is doc._.press.layout
    assert doc._.press.layout.headline.of(doc.text) == "Halden Marine Reports Record Year"

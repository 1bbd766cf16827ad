"""Datelines of wires, agencies and houses; and what looks like one."""

from __future__ import annotations

import pytest

from extractor.structure import dateline, read

BODY = "Tarn plc today said that it has opened a depot with 320 employees in the north of the country, its largest so far."
CASES = [
    ("CHICAGO, Nov. 7, 2025 /PRNewswire/ -- ", "CHICAGO", "Nov. 7, 2025", "PRNewswire"),
    ("WINSTON-SALEM, N.C., Aug. 3, 2025 /PRNewswire-PRWeb/ -- ", "WINSTON-SALEM, N.C.", "Aug. 3, 2025", "PRNewswire-PRWeb"),
    ("LONDON--(BUSINESS WIRE)--", "LONDON", None, "BUSINESS WIRE"),
    ("NEW YORK--(BUSINESS WIRE)--March 3, 2025--", "NEW YORK", "March 3, 2025", "BUSINESS WIRE"),
    ("LYON and RENO, Nev., May 12, 2025 (GLOBE NEWSWIRE) -- ", "LYON and RENO, Nev.", "May 12, 2025", "GLOBE NEWSWIRE"),
    ("RENO, NV / ACCESSWIRE / December 19, 2025 / ", "RENO, NV", "December 19, 2025", "ACCESSWIRE"),
    ("REYKJAVÍK, ICELAND / ACCESS Newswire / March 3, 2025 / ", "REYKJAVÍK, ICELAND", "March 3, 2025", "ACCESS Newswire"),
    (
        "Vancouver, British Columbia--(Newsfile Corp. - January 5, 2026) - ",
        "Vancouver, British Columbia",
        "January 5, 2026",
        "Newsfile Corp.",
    ),
    ("OTTAWA, ON, March 3, 2025 /CNW/ - ", "OTTAWA, ON", "March 3, 2025", "CNW"),
    (
        "RENO, NEVADA, UNITED STATES, January 8, 2026 /EINPresswire.com/ -- ",
        "RENO, NEVADA, UNITED STATES",
        "January 8, 2026",
        "EINPresswire.com",
    ),
    ("BERLIN, Germany, March 3, 2025/EINPresswire.com/ -- ", "BERLIN, Germany", "March 3, 2025", "EINPresswire.com"),
    ("SINGAPORE, May 5, 2025 - (ACN Newswire) - ", "SINGAPORE", "May 5, 2025", "ACN Newswire"),
    ("HONG KONG SAR - Media OutReach Newswire - 3 March 2025 - ", "HONG KONG SAR", "3 March 2025", "Media OutReach Newswire"),
    (
        "ABIDJAN, Côte d’Ivoire, 5 March 2025 -/African Media Agency (AMA)/- ",
        "ABIDJAN, Côte d’Ivoire",
        "5 March 2025",
        "African Media Agency",
    ),
    ("BEIJING, Nov. 7 (Xinhua) -- ", "BEIJING", "Nov. 7", "Xinhua"),
    ("LONDON, March 3 (Reuters) - ", "LONDON", "March 3", "Reuters"),
    ("PARIS (AFP) – ", "PARIS", None, "AFP"),
    ("NAIROBI, Kenya (AP) _ ", "NAIROBI, Kenya", None, "AP"),
    ("New Delhi [India], January 5 (ANI): ", "New Delhi [India]", "January 5", "ANI"),
    ("LA PAZ, Bolivia, Dec. 3 (EFE).- ", "LA PAZ, Bolivia", "Dec. 3", "EFE"),
    ("GENEVA, 29 July 2022 – ", "GENEVA", "29 July 2022", None),
    ("(Hong Kong, 28 August 2025) – ", "Hong Kong", "28 August 2025", None),
    ("Manila, Philippines (5 March 2025) — ", "Manila, Philippines", "5 March 2025", None),
    ("LOS ANGELES — Jan. 20, 2026 — ", "LOS ANGELES", "Jan. 20, 2026", None),
    ("Mülheim an der Ruhr, March 12, 2026 – ", "Mülheim an der Ruhr", "March 12, 2026", None),
    ("PORTO, Portugal, June 17 – ", "PORTO, Portugal", "June 17", None),
    ("St. Louis, Mo., Tuesday, March 3, 2025 – ", "St. Louis, Mo.", "Tuesday, March 3, 2025", None),
    ("Madrid, Spain, 3 March 2025, 09:00 CET - ", "Madrid, Spain", "3 March 2025", None),
    ("The Hague – June 3, 2025 – ", "The Hague", "June 3, 2025", None),
    ("Stockholm, Sweden, 7 November 2025: ", "Stockholm, Sweden", "7 November 2025", None),
    ("MOSCOW, March 3. /TASS/. ", "MOSCOW", "March 3", "TASS"),
    ("3 March 2025 | Geneva – ", "Geneva", "3 March 2025", None),
    ("[Zurich, March 3, 2025] ", "Zurich", "March 3, 2025", None),
    ("**AUSTIN, Texas – March 3, 2025** – ", "AUSTIN, Texas", "March 3, 2025", None),
    ("March 3, 2025 -- ", None, "March 3, 2025", None),
    ("WASHINGTON – ", "WASHINGTON", None, None),
    ("Washington, D.C. – ", "Washington, D.C.", None, None),
    ("MUMBAI: ", "MUMBAI", None, None),
    ("CHICAGO, November\n7, 2025 /PRNewswire/ -- ", "CHICAGO", "November\n7, 2025", "PRNewswire"),
]
NONE = [
    "On June 18, Orchard Capital bought a depot and hired 20 people in the north of the country in one day.",
    "Net sales: $412.6 million, up 12% from the year before, which had been the best one in a decade or so.",
    "Revenue – $5 million for the period, which was more than a year earlier and as expected by the board.",
    "Lorne Holdings – the ports operator – has opened a depot with 320 employees in the north of the country.",
    "In May 2025 – the last month of the year – the firm opened a depot with 320 employees in the north.",
    "March 3, 2025. Tarn plc / Lorne Rail (the buyer) has opened a depot with 320 employees in the north of the country.",
    "[Tarn plc, of Leeds,] has opened a depot with 320 employees in the north of the country and hired a manager for it.",
    "Payment date: 12 March 2025",
]


@pytest.mark.parametrize(("head", "place", "date", "wire"), CASES, ids=[case[0][:40] for case in CASES])
def test_a_dateline_is_read_with_its_parts(head: str, place: str | None, date: str | None, wire: str | None) -> None:
    text = head + BODY
    line = dateline.match(text, 0, len(text))
    assert line is not None
    assert text[line.start : line.end].strip() == head.strip()
    assert [part and part.of(text) for part in (line.place, line.date, line.wire)] == [place, date, wire]


@pytest.mark.parametrize("text", NONE, ids=[text[:30] for text in NONE])
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline.match(text, 0, len(text)) is None


def test_a_wire_without_a_date_takes_the_one_above() -> None:
    text = f"Tarn Opens Depot\n\nMarch 03, 2025 08:00 AM Eastern Standard Time\n\nLEEDS--(BUSINESS WIRE)--{BODY}\n"
    line = read(text).dateline
    assert line is not None
    assert line.date is not None
    assert line.date.of(text) == "March 03, 2025"


def test_the_date_of_an_embargo_is_not_the_dateline() -> None:
    text = f"EMBARGOED UNTIL 6:00 A.M. GMT, 14 OCTOBER 2025\n\nLEEDS, England, 13 October 2025 -- {BODY}"
    line = read(text).dateline
    assert line is not None
    assert line.date is not None
    assert line.date.of(text) == "13 October 2025"


def test_a_dateline_may_stand_alone() -> None:
    text = f"Commission awards €1.3 billion\n\nBrussels, 3 June 2025\n\n{BODY}"
    line = read(text).dateline
    assert line is not None
    assert (line.place and line.place.of(text), line.date and line.date.of(text)) == ("Brussels", "3 June 2025")


def test_a_place_in_the_middle_of_a_roundup_is_none() -> None:
    text = f"Week in ports\n\n{BODY} It was a good week for the firm and for the north.\n\n{BODY} It was.\n\nLEEDS, March 3 -- {BODY}"
    assert read(text).dateline is None

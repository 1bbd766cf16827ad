"""Headlines in all the forms that releases, wires and papers print them in."""

from __future__ import annotations

import pytest

from extractor.structure import read, split_releases

BODY = (
    " announced today that it had opened a plant with 320 employees in the north of the country, its largest so far.\n\n"
    "The plant cost $85 million.\n"
)
# name, what stands above the first words of the body, headline, place, date
CASES = [
    (
        "letterhead-and-rubric",
        "NEWS RELEASE\n\nBank of Lorne\nMonetary Policy Decision\n\nBank of Lorne raises policy rate to 4.75%\n\n4 June 2025\n\nThe Bank of Lorne",
        "Bank of Lorne raises policy rate to 4.75%",
        None,
        "4 June 2025",
    ),
    (
        "contact-first",
        "Contact:\nIda Bexley\nTarn University Press Office\nida@tarn.example | +44 20 7946 0018\n\nStudy finds hedgehogs prefer gardens with holes in fences\n\nLEEDS, UK, 3 June 2025 – Researchers at Tarn University",
        "Study finds hedgehogs prefer gardens with holes in fences",
        "LEEDS, UK",
        "3 June 2025",
    ),
    (
        "company-block",
        "TARN GOLD CORP.\nSuite 400 - 900 Howe Street\nVancouver, BC\nTSXV: TRN\n\nNEWS RELEASE 25-07\n\nTARN GOLD DRILLS 31 METRES OF 4.2 G/T GOLD AT LORNE CREEK\n\nVancouver, B.C., June 3, 2025 - Tarn Gold Corp.",
        "TARN GOLD DRILLS 31 METRES OF 4.2 G/T GOLD AT LORNE CREEK",
        "Vancouver, B.C.",
        "June 3, 2025",
    ),
    (
        "underlined",
        "Union warns of strike at Lorne Rail over night shifts\n=====================================================\n\nThe Rail Workers' Union",
        "Union warns of strike at Lorne Rail over night shifts",
        None,
        None,
    ),
    (
        "markdown-bold",
        "**Orrin Foods Opens $85 Million Plant in Ohio**\n\n*Plant will employ 320*\n\nCOLUMBUS, Ohio, June 3, 2025 — Orrin Foods",
        "Orrin Foods Opens $85 Million Plant in Ohio",
        "COLUMBUS, Ohio",
        "June 3, 2025",
    ),
    (
        "markdown-hash",
        "# Orrin Foods Opens Plant in Ohio\n\nCOLUMBUS, Ohio, June 3, 2025 — Orrin Foods",
        "Orrin Foods Opens Plant in Ohio",
        "COLUMBUS, Ohio",
        "June 3, 2025",
    ),
    (
        "mail-header",
        "Subject: Press release: Orrin Foods opens plant in Ohio\nDate: Tue, 3 Jun 2025 09:00:00 +0200\nFrom: press@orrin.example\n\nOrrin Foods opens plant in Ohio\n\nColumbus, Ohio (June 3, 2025) - Orrin Foods",
        "Orrin Foods opens plant in Ohio",
        "Columbus, Ohio",
        "June 3, 2025",
    ),
    (
        "byline-and-date",
        "Orrin Foods opens plant in Ohio\nBy Ida Bexley\nJune 3, 2025\n\nCOLUMBUS - Orrin Foods",
        "Orrin Foods opens plant in Ohio",
        "COLUMBUS",
        "June 3, 2025",
    ),
    (
        "byline-indented",
        "Orrin Foods opens plant in Ohio, plans two more\n    by Ida Bexley, Staff Writer\n\nOrrin Foods",
        "Orrin Foods opens plant in Ohio, plans two more",
        None,
        None,
    ),
    (
        "date-beside-the-label",
        "PRESS RELEASE                                              3 June 2025\n\n          Orrin Foods plc opens plant in Ohio\n\nOrrin Foods plc",
        "Orrin Foods plc opens plant in Ohio",
        None,
        None,
    ),
    (
        "dateline-above",
        "PRESS RELEASE\nParis, 3 June 2025 – 7:00 a.m. CEST\n\nQ1 2025 revenue: €1.2 billion, up 4.1% like-for-like\n\nGroupe Lorne",
        "Q1 2025 revenue: €1.2 billion, up 4.1% like-for-like",
        "Paris",
        "3 June 2025",
    ),
    (
        "stock-exchange",
        "Stock Exchange Release\nHalden Oyj\n3 June 2025 at 8.30 EEST\n\nHalden Oyj's Half Year Financial Report January-June 2025: Orders up, margin steady\n\nHalden Oyj",
        "Halden Oyj's Half Year Financial Report January-June 2025: Orders up, margin steady",
        None,
        None,
    ),
    (
        "date-and-rubric",
        "UN chief calls for funding as drought displaces 1.2 million in Lorne region\n\n3 June 2025 - Humanitarian Aid\n\nThe United Nations",
        "UN chief calls for funding as drought displaces 1.2 million in Lorne region",
        None,
        "3 June 2025",
    ),
    (
        "wrapped-title-case",
        "Orrin Foods Reports First Quarter Fiscal 2026 Financial\nResults and Updates Full Year Outlook\n\nFirst Quarter Highlights:\n- Net sales of $412 million\n- EPS of $0.42\n\nCOLUMBUS, Ohio--(BUSINESS WIRE)--June 3, 2025--Orrin Foods",
        "Orrin Foods Reports First Quarter Fiscal 2026 Financial Results and Updates Full Year Outlook",
        "COLUMBUS, Ohio",
        "June 3, 2025",
    ),
    (
        "quoted-words",
        '"We will not stop here": Orrin opens plant\n\nOrrin Foods',
        '"We will not stop here": Orrin opens plant',
        None,
        None,
    ),
    (
        "city-office",
        "City of Lorne, Office of the Mayor\n\nFOR IMMEDIATE RELEASE: June 3, 2025\nCONTACT: press@lorne.example, 555-0100\n\nMAYOR BEXLEY OPENS 12TH LIBRARY, ADDS SUNDAY HOURS AT ALL BRANCHES\n\nLORNE — Mayor Ida Bexley",
        "MAYOR BEXLEY OPENS 12TH LIBRARY, ADDS SUNDAY HOURS AT ALL BRANCHES",
        "LORNE",
        "June 3, 2025",
    ),
    (
        "short",
        "Lorne Museum gets record gift\n\nThe Lorne Museum",
        "Lorne Museum gets record gift",
        None,
        None,
    ),
    (
        "company-and-date",
        "Tarn plc (LSE: TRN)\n3 June 2025\n\nDirector/PDMR Shareholding\n\nTarn plc",
        "Director/PDMR Shareholding",
        None,
        None,
    ),
    (
        "agency-byline",
        "Shares rise for third day\n\nBy Ida Bexley\nLORNE, June 3 (Reuters) - Shares in Lorne",
        "Shares rise for third day",
        "LORNE",
        "June 3",
    ),
    (
        "full-stop",
        "Orrin Foods to build plant in Ohio.\n\nCOLUMBUS, Ohio, June 3, 2025 /PRNewswire/ -- Orrin Foods",
        "Orrin Foods to build plant in Ohio.",
        "COLUMBUS, Ohio",
        "June 3, 2025",
    ),
    (
        "rubric-and-subtitle",
        "Business | Technology\nOrrin Robotics raises $20m to teach robots to fold laundry\nThe start-up will hire 40 engineers in Leeds\n\nOrrin Robotics",
        "Orrin Robotics raises $20m to teach robots to fold laundry",
        None,
        None,
    ),
    (
        "capitals-three-lines",
        "ORRIN FOODS INC. ANNOUNCES QUARTERLY DIVIDEND\nAND APPROVES SHARE REPURCHASE PROGRAM OF UP TO\n$150 MILLION\n\nCOLUMBUS, OHIO, June 3, 2025 (GLOBE NEWSWIRE) -- Orrin Foods",
        "ORRIN FOODS INC. ANNOUNCES QUARTERLY DIVIDEND AND APPROVES SHARE REPURCHASE PROGRAM OF UP TO $150 MILLION",
        "COLUMBUS, OHIO",
        "June 3, 2025",
    ),
    (
        "agency-line",
        "Tongjiang sees foreign trade up 14 pct in first five months\nXinhua | Updated: 2025-06-13 09:24\n\nTONGJIANG, June 13 (Xinhua) -- Tongjiang",
        "Tongjiang sees foreign trade up 14 pct in first five months",
        "TONGJIANG",
        "June 13",
    ),
    (
        "site-line",
        "Tongjiang sees foreign trade up 14 pct in first five months\nchinadaily.com.cn | Updated: 2025-06-13 09:24\n\nTongjiang",
        "Tongjiang sees foreign trade up 14 pct in first five months",
        None,
        None,
    ),
    (
        "date-first-line",
        "Tongjiang sees foreign trade up 14 pct\n2025-06-13 09:24:33   Source: Tongjiang Daily   Editor: Li Na\n\nTongjiang",
        "Tongjiang sees foreign trade up 14 pct",
        None,
        None,
    ),
    (
        "release-number",
        "Release date: June 3, 2025\nRelease no.: 2025-41\n\nCommission fines Tarn plc $12 million for late filings\n\nWASHINGTON, D.C. – The Commission",
        "Commission fines Tarn plc $12 million for late filings",
        "WASHINGTON, D.C.",
        "June 3, 2025",
    ),
    (
        "wrapped-and-subtitle",
        "Lorne Rail and Orrin Partner to Electrify\nNorthern Lines\n\nAgreement covers 320 km of track\n\nLEEDS, June 3, 2025 – Lorne Rail",
        "Lorne Rail and Orrin Partner to Electrify Northern Lines",
        "LEEDS",
        "June 3, 2025",
    ),
    (
        "no-blank-line",
        "Lorne Rail Adds Trains\nLorne, June 3, 2025: Lorne Rail",
        "Lorne Rail Adds Trains",
        "Lorne",
        "June 3, 2025",
    ),
    (
        "number-above",
        "PRESS RELEASE\nNo. 2025/47\n\nLorne Rail opens a depot in the north\n\nLEEDS, 3 June 2025 – Lorne Rail",
        "Lorne Rail opens a depot in the north",
        "LEEDS",
        "3 June 2025",
    ),
    (
        "number-in-a-headline",
        "No. 1 port of Lorne opens a depot in the north\n\nLEEDS, 3 June 2025 – Lorne Rail",
        "No. 1 port of Lorne opens a depot in the north",
        "LEEDS",
        "3 June 2025",
    ),
    (
        "media-statement",
        "MEDIA STATEMENT\n03 June 2025\nLORNE RAIL RESPONDS TO UNION BALLOT\n\nLorne Rail",
        "LORNE RAIL RESPONDS TO UNION BALLOT",
        None,
        None,
    ),
    (
        "dateline-above-hague",
        "The Hague – June 3, 2025 – 10:00 CET\n\nLorne Shipping orders four vessels\n\nLorne Shipping",
        "Lorne Shipping orders four vessels",
        "The Hague",
        "June 3, 2025",
    ),
    (
        "place-in-brackets",
        "Lorne Rail: new chief executive from August\n\n(Leeds) Lorne Rail",
        "Lorne Rail: new chief executive from August",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("head", "headline", "place", "date"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_headline_is_found(head: str, headline: str, place: str | None, date: str | None) -> None:
    text = head + BODY
    layout = read(text)
    assert layout.headline is not None
    assert " ".join(layout.headline.of(text).split()) == headline
    line = layout.dateline
    assert (line and line.place and line.place.of(text), line and line.date and line.date.of(text)) == (place, date)
    assert len(split_releases(text)) == 1


LABELS = [
    ("Rail update\n\nDear shareholders,\n\nLorne Rail", "Rail update"),
    ("Dear wife of mine opens in Leeds\n\nLorne Rail", "Dear wife of mine opens in Leeds"),
    ("Press Release: Lorne Rail opens a depot in the north\n\nLorne Rail", "Lorne Rail opens a depot in the north"),
    ("PRESS RELEASE – LORNE RAIL OPENS A DEPOT\n\nLorne Rail", "LORNE RAIL OPENS A DEPOT"),
    ("FOR IMMEDIATE RELEASE: Lorne Rail opens a depot in the north\n\nLorne Rail", "Lorne Rail opens a depot in the north"),
    ("PRESS RELEASE – for immediate release\n\nLorne Rail opens a depot\n\nLorne Rail", "Lorne Rail opens a depot"),
    ("Press release: 3 June 2025\n\nLorne Rail opens a depot\n\nLorne Rail", "Lorne Rail opens a depot"),
    ("Press release: Lorne Rail\n\nNew depot opens in the north\n\nLorne Rail", "New depot opens in the north"),
    ("Title: Lorne Rail opens a depot\nLorne Rail", "Lorne Rail opens a depot"),
    ("RAIL MARKETS-Shares of Lorne fall as fuel rises\n\nLorne Rail", "Shares of Lorne fall as fuel rises"),
    ("UPDATE 2-Lorne Rail opens a depot\n\nLorne Rail", "Lorne Rail opens a depot"),
    ("CO-OPERATION agreed by Lorne Rail\n\nLorne Rail", "CO-OPERATION agreed by Lorne Rail"),
    ("Ad hoc announcement pursuant to Art. 53 LR\n\nLorne Rail opens a depot\n\nLorne Rail", "Lorne Rail opens a depot"),
    ("Inside information according to Article 17 MAR\nLorne Rail opens a depot\n\nLorne Rail", "Lorne Rail opens a depot"),
    ("Ministry of Rails » Newsroom » Press releases\n\nLorne Rail opens a depot\n\nLorne Rail", "Lorne Rail opens a depot"),
    ("Leeds City Government  >  News\n\nLorne Rail opens a depot\n\nLorne Rail", "Lorne Rail opens a depot"),
    ("Rail > road: Lorne opens a depot\n\nLorne Rail", "Rail > road: Lorne opens a depot"),
    ("MEDIA RELEASE\nResults for the third quarter\n\nLorne Rail opens a depot\n\nLorne Rail", "Lorne Rail opens a depot"),
    ("MEDIA RELEASE\nResults for the third quarter\n\nDepots and staff\n\nLorne Rail", "Results for the third quarter"),
    (
        (
            "Lorne Rail wins money to study the wear of old rails here\nFive-year effort brings together six towns\n\n"
            "A five-year grant will pay for work on rails in the whole\nof the north, which the towns had asked for twice. Lorne Rail"
        ),
        "Lorne Rail wins money to study the wear of old rails here",
    ),
    (
        (
            "Lorne Rail wins money to study the wear of the rails of\nLeeds and brings together six towns\n\n"
            "A five-year grant will pay for work on rails in the whole\nof the north, which the towns had asked for twice. Lorne Rail"
        ),
        "Lorne Rail wins money to study the wear of the rails of Leeds and brings together six towns",
    ),
]


@pytest.mark.parametrize(("head", "headline"), LABELS)
def test_a_label_is_no_headline(head: str, headline: str) -> None:
    text = head + BODY
    layout = read(text)
    assert layout.headline is not None
    assert " ".join(layout.headline.of(text).split()) == headline


@pytest.mark.parametrize(
    "text",
    [
        "Lorne New Area reported 44 projects worth $10.98 billion since 2015, which is a quarter of the figure of the whole city.\nIt is a large area.\n",
        "Revenue was $5 million.",
        "NAIROBI, Kenya (AP) _\n\nThe bank closed two branches on Friday and moved forty people to its head office, officials said.",
        "Contacts\nOduya, Samuel\nVantongeren, Carla",
        "(in millions)\n             2025   2024\nRevenue       412    398\n",
        "",
    ],
)
def test_a_text_without_a_headline_has_none(text: str) -> None:
    assert read(text).headline is None

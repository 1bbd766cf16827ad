"""Every format of a file becomes articles with their metadata, or an error that names the file and the next step."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.errors import ArticleError, DamagedError, EmptyError, FormatError, MissingError
from extractor.readers import read
from extractor.readers.html import page_text

BODY = "Ormel Freight plc said revenue rose 12% to £3.4 million in the third quarter of the year."
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Ormel lifts sales</title>
<meta property="article:published_time" content="2024-03-05T23:30:00+02:00"><meta property="og:title" content="Ormel lifts sales">
<script>var price = "$9";</script></head><body><nav><a href="/">Home</a></nav><article><h1>Ormel lifts sales</h1>
<p>{BODY}</p><p>{BODY.replace("12", "13")}</p><table><tr><td>Revenue</td><td>$5 million</td></tr></table></article>
<footer>Copyright 1999 Wire Site</footer></body></html>"""


def articles(*paths: Path, repair: bool = False) -> list[Article]:
    found = list(read([str(path) for path in paths], repair=repair))
    assert all(isinstance(a, Article) for a in found), found
    return [a for a in found if isinstance(a, Article)]


def errors(*paths: Path) -> list[ArticleError]:
    found = list(read([str(path) for path in paths]))
    assert all(isinstance(a, ArticleError) for a in found), found
    return [a for a in found if isinstance(a, ArticleError)]


def pdf(text: str) -> bytes:
    """A PDF file of one page, by hand."""
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {lines}ET" if text else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Title(Ormel lifts sales)/CreationDate(D:20200101000000)>>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 7\n0000000000 65535 f \n{table}trailer\n<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{out.index('xref') if 'xref' in out else len(out)}\n%%EOF\n"
    return out.encode("latin-1")


def mail(*, html: bool) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Ormel lifts säles"
    message["From"] = "press@ormel.example"
    message["Date"] = "Tue, 05 Mar 2024 23:30:00 -0500"
    message["Message-ID"] = "<7@ormel.example>"
    message.set_content(PAGE if html else BODY + "\n", subtype="html" if html else "plain")
    message.add_attachment(b"\x00\x01", maintype="image", subtype="png", filename="logo.png")
    return message.as_bytes()


def test_a_page_gives_its_article_and_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (article,) = articles(tmp_path / "a.html")
    assert BODY in article.text
    assert "$5 million" in article.text
    assert "Home" not in article.text
    assert "Copyright" not in article.text
    assert "$9" not in article.text
    assert (article.title, article.published, article.published_origin) == ("Ormel lifts sales", date(2024, 3, 5), "metadata")
    assert (article.media_type, article.encoding, article.language) == ("text/html", "utf-8", "en")


def test_the_pages_own_date_goes_before_the_given_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.html").write_text(f"<html><body><p>{BODY} Updated June 3, 2021.</p></body></html>")
    found = list(read([str(tmp_path)], date(2020, 1, 1)))
    assert [(a.published, a.published_origin) for a in found if isinstance(a, Article)] == [
        (date(2024, 3, 5), "metadata"), (date(2020, 1, 1), "given"),
    ]  # fmt: skip


def test_a_declared_encoding_counts(tmp_path: Path) -> None:
    text = f'<html><head><meta charset="windows-1251"></head><body><p>Фирма {BODY.replace("£", "$")}</p></body></html>'
    (tmp_path / "a.html").write_bytes(text.encode("cp1251"))
    (article,) = articles(tmp_path / "a.html")
    assert "Фирма" in article.text
    assert article.encoding == "windows-1251"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_pasted_html_is_read_as_html(tmp_path: Path, name: str) -> None:
    page = (
        "<html><body><p>Halden &amp; Roe LLC paid <b>$7</b>&nbsp;million &mdash; &ldquo;fair,&rdquo; said Ada Voss.</p>"
        '<p>Date:&#160;May&nbsp;4, 2025</p><script>var d="2019-01-01"</script><style>.x{width:50%}</style></body></html>'
    )
    (tmp_path / name).write_text(json.dumps({"text": page}) if name.endswith("l") and "json" in name else page)
    (article,) = articles(tmp_path / name)
    text = article.text.replace("\u00a0", " ")
    assert "Halden & Roe LLC paid $7 million — “fair,” said Ada Voss." in text
    assert "May 4, 2025" in text
    assert not any(noise in article.text for noise in ("2019", "50%", "<", "&nbsp"))
    assert article.media_type == "text/html"


def test_a_pdf_gives_its_text_layer(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("Ormel Freight plc said revenue rose\n12% to $3.4 million."))
    (article,) = articles(tmp_path / "a.pdf")
    assert article.text.split() == ["Ormel", "Freight", "plc", "said", "revenue", "rose", "12%", "to", "$3.4", "million."]
    assert (article.title, article.published, article.media_type) == ("Ormel lifts sales", None, "application/pdf")


def test_a_scanned_a_damaged_and_an_encrypted_pdf_are_told(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    (tmp_path / "a.pdf").write_bytes(pdf(""))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4\nnothing")
    writer = PdfWriter(clone_from=io.BytesIO(pdf("Secret.")))
    writer.encrypt("word", algorithm="RC4-128")
    writer.write(tmp_path / "c.pdf")
    found = errors(tmp_path)
    assert [type(e) for e in found] == [EmptyError, DamagedError, DamagedError]
    assert "OCR" in str(found[0])
    assert "encrypted" in str(found[2])


def test_a_word_file_gives_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = "Ormel lifts sales"
    document.add_paragraph(BODY)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Revenue", "$5 million"
    document.add_paragraph("Profit fell.", style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 broken")
    found = list(read([str(tmp_path)]))
    assert isinstance(found[0], Article)
    assert found[0].text == f"{BODY}\n\nRevenue | $5 million\n\n- Profit fell.\n"
    assert found[0].title == "Ormel lifts sales"
    assert isinstance(found[1], DamagedError)


@pytest.mark.parametrize("html", [False, True])
def test_an_email_gives_its_body_and_headers(tmp_path: Path, html: bool) -> None:
    (tmp_path / "a.eml").write_bytes(mail(html=html))
    (article,) = articles(tmp_path / "a.eml")
    assert BODY in article.text
    assert "<p>" not in article.text
    assert (article.title, article.id, article.media_type) == ("Ormel lifts säles", "<7@ormel.example>", "message/rfc822")
    assert (article.published, article.published_origin) == (date(2024, 3, 5), "metadata")


def test_an_email_without_headers_or_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"\n\nNo headers here")
    (tmp_path / "b.eml").write_bytes(b"Subject: x\nDate: nonsense\n\n \n")
    assert [type(e) for e in errors(tmp_path)] == [DamagedError, EmptyError]


def test_a_feed_gives_an_article_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><language>en</language>'
        f"<item><title>Ormel &amp; Co lifts sales</title><link>https://wire.example/1</link><guid>one</guid>"
        f"<pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate><description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item>"
        "<item><title></title><description> </description></item></channel></rss>",
        encoding="utf-8",
    )
    (tmp_path / "b.atom").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><id>two</id><title>Quellan falls</title>'
        "<updated>2024-04-01T10:00:00Z</updated><content type='text'>Quellan Labs fell 4%.</content></entry></feed>"
    )
    (tmp_path / "c.xml").write_text("<other/>")
    one, empty, two, none = read([str(tmp_path)])
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.text.split("\n\n") == ["Ormel & Co lifts sales", BODY + "\n"]
    assert (one.id, one.uri, one.title, one.published) == ("one", "https://wire.example/1", "Ormel & Co lifts sales", date(2024, 3, 5))
    assert (two.id, two.published, two.published_origin) == ("two", date(2024, 4, 1), "metadata")
    assert isinstance(empty, EmptyError)
    assert isinstance(none, DamagedError)


def test_packed_files_are_read_in_the_archives_order(tmp_path: Path) -> None:
    rows = [{"id": "x", "text": "One rose 1%."}, {"id": "y", "text": "Two rose 2%."}]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"Three rose 3%."))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("z/four.txt", "Four rose 4%.")
        archive.writestr("picture.png", b"\x89PNG")
        archive.writestr("a.jsonl", lines)
    with tarfile.open(tmp_path / "d.tar.gz", "w:gz") as tar:
        info = tarfile.TarInfo("five.txt")
        info.size = 13
        tar.addfile(info, io.BytesIO(b"Five rose 5%."))
    found = articles(tmp_path)
    assert [a.text for a in found] == [
        "One rose 1%.", "Two rose 2%.", "Three rose 3%.", "Four rose 4%.", "One rose 1%.", "Two rose 2%.", "Five rose 5%.",
    ]  # fmt: skip
    assert found[3].uri == f"{tmp_path}/c.zip/z/four.txt"


def test_damaged_packed_files_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(json.dumps({"text": f"Row {n} of many, {n * n}."}).encode() + b"\n" for n in range(2000)))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04no")
    (tmp_path / "c.tar.gz").write_bytes(b"\x1f\x8bno")
    (tmp_path / "d.txt.gz").write_bytes(b"no gzip")
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr("picture.png", b"\x89PNG")
    (tmp_path / "f.txt").write_text("Fine.")
    found = list(read([str(tmp_path)]))
    kinds = [type(a) for a in found if isinstance(a, ArticleError)]
    assert kinds == [DamagedError, DamagedError, DamagedError, DamagedError, FormatError]
    assert sum(isinstance(a, Article) for a in found) > 500


def test_an_archive_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.readers import archives

    monkeypatch.setattr(archives, "LIMIT", 1000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", "x" * 5000)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"x" * 5000))
    assert [type(e) for e in errors(tmp_path)] == [DamagedError, DamagedError]


def test_urls_are_read_by_fsspec() -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe("/news/b.txt", b"Two rose 2%.")
    memory.pipe("/news/a.jsonl.gz", gzip.compress(json.dumps({"text": "One rose 1%."}).encode()))
    memory.pipe("/news/c.png", b"\x89PNG")
    try:
        found = list(read(["memory://news", "memory://news/*.txt", "memory://news/b.txt", "memory://news/none.txt", "nosuch://x/y.txt"]))
    finally:
        memory.rm("/news", recursive=True)
    texts = [a.text if isinstance(a, Article) else type(a) for a in found]
    assert texts == ["One rose 1%.", "Two rose 2%.", "Two rose 2%.", "Two rose 2%.", MissingError, MissingError]
    assert isinstance(found[2], Article)
    assert found[2].uri == "memory://news/b.txt" or found[2].uri == "memory:///news/b.txt"


def test_repair_mends_double_encoding_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Halden’s café paid €5 million – “fair”.".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d"), encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("Château Ormel paid “€5” … ﬁne.", encoding="utf-8")
    mended, same = articles(tmp_path, repair=True)
    assert mended.text == "Halden’s café paid €5 million – “fair”."
    assert mended.repaired
    assert same.text == "Château Ormel paid “€5” … ﬁne."
    assert not same.repaired


ACCOUNTS = f"""<!doctype html><html><body><article><h1>Ormel lifts sales</h1><p>{BODY}</p><p>{BODY.replace("12", "13")}</p>
<table><tr><td></td><td></td><td>2025</td><td></td><td></td><td>2024</td><td></td></tr>
<tr><td>Revenue</td><td>$</td><td>210.4</td><td></td><td>$</td><td>190.1</td><td></td></tr>
<tr><td>Net loss</td><td>$</td><td>(20.4</td><td>)</td><td>$</td><td>(19.1</td><td>)</td></tr>
<tr><td>Margin</td><td></td><td>12.5</td><td>%</td><td></td><td>2024</td><td>%</td></tr></table></article></body></html>"""


def test_signs_in_cells_of_their_own_go_to_their_numbers_and_columns_stay(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(ACCOUNTS)
    table = [[cell.strip() for cell in line.split("|")[1:7]] for line in articles(page)[0].text.splitlines() if line.startswith("|")]
    assert ["", "", "2025", "", "", "2024"] in table
    assert ["Revenue", "", "$ 210.4", "", "", "$ 190.1"] in table
    assert ["Net loss", "", "$ (20.4)", "", "", "$ (19.1)"] in table
    assert ["Margin", "", "12.5%", "", "", "2024"] in table  # a year is no percentage


def test_rows_stand_together_and_an_empty_first_cell_counts() -> None:
    text = page_text("<table><tr><td></td><td>2025</td><td>2024</td></tr><tr><td>Sales</td><td>$</td><td>5</td></tr></table><p>Words.</p>")
    assert text == "\t\t\t2025\t\t2024\nSales\t\t\t\t $ 5\n\nWords.\n"

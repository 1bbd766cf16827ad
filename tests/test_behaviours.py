"""What long use and odd inputs must not do, each by the real thing: bytes in a file or at a process, records out."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from extractor import Article, Extractor
from extractor.readers import read
from extractor.writers.json import line
from schemas import ArticleRecord, Money
from tests.processes import resident

Cli = Callable[..., "subprocess.CompletedProcess[bytes]"]
RELEASE = "TARNHOLM, England, March 3, 2025 /PRNewswire/ -- Halden Marine plc opened a depot for £{} million.\n"


@pytest.fixture(scope="module")
def rules() -> Extractor:
    """Rules alone."""
    return Extractor(model="none")


def strings(value: Any) -> Iterator[str]:
    """All strings in some JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def records(extractor: Extractor, path: Path) -> list[ArticleRecord]:
    """The records of a file."""
    return [r for r in extractor.extract_many(read([str(path)])) if isinstance(r, ArticleRecord)]


def test_windows_bytes_come_out_as_what_they_meant(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Café Ormel – “open again” – paid €5 million to Kestrel GmbH.".encode("cp1252"))
    record = json.loads(cli("a.txt", "--include-text").stdout)
    assert record["source"]["encoding"] == "cp1252"
    assert not [c for text in strings(record) for c in text if c == "\ufffd" or "\x80" <= c <= "\x9f"]
    assert [(m["amount"], m["currency"]) for m in record["money"]] == [("5000000", "EUR")]


def test_double_encoded_text_is_warned_about_and_mended_when_asked(cli: Cli, tmp_path: Path) -> None:
    right = "Halden’s board paid €5 million. “It was fair,” said Ada Voss."
    (tmp_path / "a.txt").write_text(right.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d"), encoding="utf-8")
    plain = json.loads(cli("a.txt").stdout)
    assert [w["code"] for w in plain["warnings"]] == ["double-encoded"]
    assert all(m["currency"] != "USD" for m in plain["money"])
    mended = json.loads(cli("a.txt", "--repair").stdout)
    assert [(m["amount"], m["currency"]) for m in mended["money"]] == [("5000000", "EUR")]
    assert [p["name"] for p in mended["people"]] == ["Ada Voss"]
    assert mended["quotes"][0]["text"] == "“It was fair,”"


def test_line_ends_of_windows_shift_no_offset(rules: Extractor, tmp_path: Path) -> None:
    text = "Halden plc\n\nHalden plc paid $5 million.\nIt paid €7 million in Oslo.\n"
    (tmp_path / "lf.txt").write_bytes(text.encode())
    (tmp_path / "crlf.txt").write_bytes(text.replace("\n", "\r\n").encode())
    (lf,), (crlf,) = records(rules, tmp_path / "lf.txt"), records(rules, tmp_path / "crlf.txt")
    assert lf.money == crlf.money
    assert lf.id == crlf.id
    crlf.check_text(text)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \r\n"])
def test_an_empty_file_is_one_failure_and_the_others_go_on(cli: Cli, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0")
    (tmp_path / "c.txt").write_text("Halden plc paid $5 million.")
    done = cli("a.txt", "b.txt", "c.txt", "--model", "none")
    rows = [json.loads(row) for row in done.stdout.splitlines()]
    assert [row.get("error", {}).get("code") for row in rows] == ["E102", "E103", None]
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("Total " + "1234567890" * 2000 + ",1" * 20_000 + " and $5 million.", ["5000000"]),
        ("1 " * 20_000 + "and $6 million.", ["6000000"]),
        ("$" * 50_000 + " and $7 million.", ["7000000"]),
        ("(" * 50_000 + "“" * 50_000 + " and $8 million.", ["8000000"]),
    ],
)
def test_runs_of_digits_and_signs_end_in_time(rules: Extractor, text: str, money: list[str]) -> None:
    begun = time.perf_counter()
    record = rules.extract(text)
    assert time.perf_counter() - begun < 10
    assert [m.amount for m in record.money][-1:] == money


def test_figures_that_look_like_dates_give_no_thousands_of_dates(rules: Extractor) -> None:
    text = " ".join(f"{1900 + i % 120} {i % 31}" for i in range(12_500))
    begun = time.perf_counter()
    record = rules.extract(text)
    assert time.perf_counter() - begun < 30
    assert len(record.dates) < 1000


def test_what_lies_over_every_hundred_thousandth_character_is_found_once(rules: Extractor) -> None:
    text = ""
    for at, before in ((100_000, 6), (250_000, 30), (500_000, 6), (1_000_000, 30)):
        text = (text + "The road goes on. " * (at // 18 + 1))[: at - before - 2] + ".\n Halden Vale Capital paid $7.25 million. "
    record = rules.extract(text)
    assert [m.amount for m in record.money] == ["7250000"] * 4
    mentions = [m for o in record.organizations if o.name == "Halden Vale Capital" for m in o.mentions]
    assert [text[m.start : m.end] for m in mentions] == ["Halden Vale Capital"] * 4
    assert mentions[-1].start > 999_000


def test_a_page_pasted_into_a_text_file_gives_the_record_of_its_words(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "<html><body><p>Halden &amp; Roe LLC paid <b>$7</b>&nbsp;million, &ldquo;a good price,&rdquo; said Ada Voss.</p>"
        '<p>Date:&#160;May&nbsp;4, 2025</p><script>var d="2019-01-01";var p=$9;</script><style>.x{width:50%}</style></body></html>'
    )
    record = json.loads(cli("a.txt").stdout)
    assert "Halden & Roe LLC" in [o["name"] for o in record["organizations"]]
    assert [m["amount"] for m in record["money"]] == ["7000000"]
    assert [d["value"] for d in record["dates"]] == ["2025-05-04"]
    assert [q["text"] for q in record["quotes"]] == ["“a good price,”"]
    assert record["percentages"] == []


def test_two_releases_in_a_file_are_two_records(cli: Cli, tmp_path: Path) -> None:
    other = "ELM CITY, N.C., April 8, 2025 (GLOBE NEWSWIRE) -- Quellan Labs Inc. fell 4%.\n\n-30-\n"
    (tmp_path / "a.txt").write_text(RELEASE.format(5) + "\n###\n\n" + other)
    rows = [json.loads(row) for row in cli("a.txt").stdout.splitlines()]
    assert [row["source"]["published"]["value"] for row in rows] == ["2025-03-03", "2025-04-08"]
    assert [len(row["money"]) + len(row["percentages"]) for row in rows] == [1, 1]
    assert all("several-releases" in [w["code"] for w in row["warnings"]] for row in rows)


def test_the_numbers_of_a_list_are_no_values(rules: Extractor) -> None:
    record = rules.extract(
        "Highlights:\n• Sales of $5 million\n1) Depot opened May 2, 2025\n2) Depot closed May 9, 2025\n(3) Halden plc left\n"
    )
    assert record.quantities == ()
    assert [m.amount for m in record.money] == ["5000000"]
    assert [d.value for d in record.dates] == ["2025-05-02", "2025-05-09"]


def test_five_hundred_files_with_seven_bad_ones_are_all_counted(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for n in range(500):
        (tmp_path / "news" / f"n{n:04}.txt").write_text(f"Halden plc paid ${n} million." if n % 71 or n > 450 else "")
    done = cli("batch", "news", "--model", "none", "-o", "out.jsonl")
    assert done.returncode == 3
    assert b"493 records + 7 failures = 500 articles" in done.stderr
    rows = [json.loads(row) for row in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["source"]["uri"] for row in rows] == [f"news/n{n:04}.txt" for n in range(500)]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux's /proc")
def test_new_words_and_new_dates_do_not_fill_the_memory(rules: Extractor) -> None:
    """`tests/benchmarks/many.py memory` measures a hundred thousand."""

    def run(numbers: range) -> None:
        for n in numbers:
            text = f"Zq{n}x Inc. bought Vr{n}k for ${n} million last Friday, said Ada Kr{n}m. It opened on March {n % 28 + 1}."
            line(rules.extract(Article(text=text, published=f"{1950 + n % 90}-{n % 12 + 1:02}-{n % 28 + 1:02}")))  # type: ignore[arg-type]

    run(range(500))
    before = resident()
    run(range(500, 2500))
    assert resident() - before < 20


def test_what_is_no_number_does_not_get_into_the_output(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Yield: NaN% on $Infinity; growth n/a, inf. Sales: $1e400, -Infinity% and $5 million.")
    done = cli("a.txt", "--model", "none")

    def refuse(word: str) -> None:
        raise AssertionError(word)

    record = json.loads(done.stdout, parse_constant=refuse)
    assert "5000000" in [m["amount"] for m in record["money"]]
    assert not [m for m in record["money"] + record["percentages"] if "n" in m["text"].lower().replace("million", "")]
    for bad in ("NaN", "Infinity", "1e400"):
        with pytest.raises(ValidationError):
            Money.model_validate({**record["money"][-1], "amount": bad})

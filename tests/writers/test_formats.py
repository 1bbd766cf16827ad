"""Every format is written by the real command and read back by its own tool."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.writers.beside import file_name
from extractor.writers.tables import TABLES, rows
from schemas import ArticleRecord

Cli = Callable[..., "subprocess.CompletedProcess[bytes]"]
TEXT = (
    "LEEDS, England, March 3, 2025 /PRNewswire/ -- Ormel Freight plc said revenue rose 12% to £3.4 million in 2024.\n\n"
    "“We are ready,” said Ada Voss, chief executive of Ormel Freight plc. It paid $1.2345678901 billion and 5 basis points, Société Ormel said.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_text("Quellan Labs fell 4%, the company said.")
    (tmp_path / "news" / "c.txt").write_text("")
    return tmp_path


def run(cli: Cli, *words: str) -> None:
    done = cli("news", "--model", "none", *words)
    assert done.returncode == 3, done.stderr
    assert b"Traceback" not in done.stderr


def records(cli: Cli) -> list[dict[str, object]]:
    done = cli("news", "--model", "none", "--include-text")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_csv_is_read_by_pandas(cli: Cli, folder: Path) -> None:
    import pandas as pd

    run(cli, "-f", "csv", "-o", "tables")
    assert sorted(p.name for p in (folder / "tables").iterdir()) == sorted(f"{table}.csv" for table in TABLES)
    money = pd.read_csv(folder / "tables" / "money.csv", dtype=str)
    assert list(money["amount"]) == ["3400000", "1234567890.1"]
    assert list(money["currency"]) == ["GBP", "USD"]
    articles = pd.read_csv(folder / "tables" / "articles.csv", dtype=str)
    assert list(articles["uri"]) == ["news/a.txt", "news/b.txt"]
    assert set(money["article_id"]) <= set(articles["article_id"])
    assert list(pd.read_csv(folder / "tables" / "failures.csv")["code"]) == ["E102"]


def test_parquet_is_read_by_duckdb_and_pandas(cli: Cli, folder: Path) -> None:
    import duckdb
    import pandas as pd

    run(cli, "-f", "parquet", "-o", "tables")
    query = f"SELECT amount, typeof(amount), currency FROM '{folder}/tables/money.parquet' WHERE currency = 'GBP'"  # noqa: S608
    assert duckdb.sql(query).fetchall() == [(Decimal("3400000.000000000"), "DECIMAL(38,9)", "GBP")]
    joined = f"SELECT a.uri FROM '{folder}/tables/percentages.parquet' JOIN '{folder}/tables/articles.parquet' a USING (article_id) WHERE value = 4"  # noqa: S608
    assert duckdb.sql(joined).fetchall() == [("news/b.txt",)]
    money = pd.read_parquet(folder / "tables" / "money.parquet")
    assert money["amount"].iloc[1] == Decimal("1234567890.1")


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_a_dateline_without_a_year_stays_open(cli: Cli, folder: Path, form: str) -> None:
    import duckdb

    (folder / "news" / "d.txt").write_text("OSLO, May 9 (Reuters) - Quellan Labs fell 4 percent on Friday, its chair said.\n")
    run(cli, "-f", form, "-o", "tables")
    days = duckdb.sql(f"SELECT dateline_date FROM '{folder}/tables/articles.{form}' WHERE uri LIKE '%d.txt'").fetchall()  # noqa: S608
    assert days == [("XXXX-05-09",)]


def test_sqlite_holds_each_article_once(cli: Cli, folder: Path) -> None:
    for _ in range(2):
        run(cli, "-f", "sqlite", "-o", "news.db")
    (folder / "news" / "c.txt").write_text("Quellan Labs rose 6%, the company said.")
    done = cli("news", "--model", "none", "-f", "sqlite", "-o", "news.db")
    assert done.returncode == 0, done.stderr
    connection = sqlite3.connect(folder / "news.db")
    assert [row[0] for row in connection.execute("SELECT uri FROM articles ORDER BY uri")] == ["news/a.txt", "news/b.txt", "news/c.txt"]
    assert connection.execute("SELECT amount FROM money ORDER BY start").fetchall() == [("3400000",), ("1234567890.1",)]
    assert connection.execute("SELECT count(*) FROM failures").fetchone() == (0,)
    connection.close()


def test_out_dir_mirrors_the_sources(cli: Cli, folder: Path) -> None:
    run(cli, "--out-dir", ".")
    assert sorted(p.name for p in (folder / "news").iterdir()) == ["a.txt", "a.txt.json", "b.txt", "b.txt.json", "c.txt", "c.txt.json"]
    ArticleRecord.model_validate_json((folder / "news" / "a.txt.json").read_bytes())
    assert json.loads((folder / "news" / "c.txt.json").read_bytes())["error"]["code"] == "E102"


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("../up/a.txt", "up/a.txt"),
        ("/etc/passwd", "etc/passwd"),
        ("s3://bucket/a:b.txt", "bucket/a_b.txt"),
        ("x.jsonl, line 3", "x.jsonl, line 3"),
        ("C:\\news\\a.txt", "C_/news/a.txt"),
    ],
)
def test_names_stay_inside_the_folder(uri: str, name: str) -> None:
    assert file_name({"source": {"uri": uri, "id": None}}) == name


def test_prodigy_and_doccano_spans_are_read_by_spacy(cli: Cli, folder: Path) -> None:
    import spacy

    nlp = spacy.blank("en")
    expected = records(cli)
    for form, key in (("prodigy", "spans"), ("doccano", "label")):
        run(cli, "-f", form, "-o", "out.jsonl")
        tasks = [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
        assert [task["text"] for task in tasks] == [record["text"] for record in expected if "text" in record]
        found = [(s["start"], s["end"], s["label"]) if isinstance(s, dict) else tuple(s) for s in tasks[0][key]]
        doc = nlp.make_doc(tasks[0]["text"])
        words = {doc.char_span(start, end, label=label, alignment_mode="expand").text for start, end, label in found}  # type: ignore[union-attr]
        assert {"£3.4 million", "12%", "March 3, 2025"} <= words


def test_docbin_is_read_by_spacy(cli: Cli, folder: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    run(cli, "-f", "docbin", "-o", "out.spacy")
    docs = list(DocBin().from_disk(folder / "out.spacy").get_docs(spacy.blank("en").vocab))
    assert len(docs) == 2
    assert ("£3.4 million", "MONEY") in [(span.text, span.label_) for span in docs[0].spans["press"]]


def test_displacy_draws_it(cli: Cli, folder: Path) -> None:
    from spacy import displacy

    run(cli, "-f", "displacy", "-o", "out.jsonl")
    pictures = [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    html = displacy.render(pictures, style="ent", manual=True, jupyter=False)
    assert "£3.4 million" in html
    assert "MONEY" in html


def test_label_studio_tasks_have_their_words(cli: Cli, folder: Path) -> None:
    run(cli, "-f", "label-studio", "-o", "tasks.json")
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    assert len(tasks) == 2
    for task in tasks:
        for result in task["predictions"][0]["result"]:
            value = result["value"]
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
            assert result["type"] == "labels"


def test_tables_need_a_place(cli: Cli, folder: Path) -> None:
    done = cli("news", "--model", "none", "-f", "csv")
    assert done.returncode == 4
    assert b"-o" in done.stderr


@pytest.mark.parametrize("form", ["csv", "parquet", "sqlite"])
def test_a_place_that_refuses_is_told(cli: Cli, folder: Path, form: str) -> None:
    (folder / "file").write_text("no folder")
    done = cli("news", "--model", "none", "-f", form, "-o", "file/sub" if form != "sqlite" else "none/x.db")
    assert done.returncode == 4
    assert b"E301" in done.stderr


def test_numbers_that_no_decimal_holds_are_null_in_parquet() -> None:
    from extractor.writers.parquet import _value

    assert _value("1" + "0" * 40, "decimal") is None
    assert _value("0.0000000001", "decimal") is None
    assert _value("-2.5", "decimal") == Decimal("-2.5")


def test_facts_carry_values_instead_of_ids(cli: Cli, folder: Path) -> None:
    found = [row for table, row in rows(records(cli)[0]) if table == "facts"]
    assert ("3400000", "GBP", "up") in [(row["amount"], row["currency"], row["direction"]) for row in found]

"""The page as text: nothing of an article can leave its block of data; nothing is fetched."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from extractor.view import report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


@given(st.text() | st.sampled_from(["</script>", "<!--<script>", "]]>", "\u2028", "$policy ${x}"]))
def test_whatever_words_come_the_data_holds_them(words: str) -> None:
    rows = [{"text": words, words: 1}]
    page = report(rows)
    (block,) = _DATA.findall(page)
    assert json.loads(block) == json.loads(json.dumps(rows))
    assert page.count("<script") == 2


def test_the_page_names_no_other_host(record: Callable[..., dict[str, Any]]) -> None:
    page = report([record()])
    assert not re.findall(r"(?:https?:)?//[a-z]", _DATA.sub("", page))
    assert "default-src 'none'" in page


def test_records_go_in_and_a_page_comes_out(
    cli: Callable[..., CompletedProcess[bytes]], tmp_path: Path, record: Callable[..., dict[str, Any]]
) -> None:
    lines = [json.dumps(record()), '{"schema_version": "1.0", "id": 3}']
    (tmp_path / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = cli("view", "records.jsonl", "-o", "report.html")
    assert done.returncode == 3, done.stderr
    assert b"E105: records.jsonl, line 2: no record" in done.stderr
    (block,) = _DATA.findall((tmp_path / "report.html").read_text(encoding="utf-8"))
    good, bad = json.loads(block)
    assert good == record()
    assert bad["error"]["code"] == "E105"


def test_an_indented_record_is_one_too(
    cli: Callable[..., CompletedProcess[bytes]], tmp_path: Path, record: Callable[..., dict[str, Any]]
) -> None:
    (tmp_path / "one.json").write_text(json.dumps(record(), indent=2), encoding="utf-8")
    done = cli("view", "one.json")
    assert done.returncode == 0, done.stderr
    assert json.loads(_DATA.findall(done.stdout.decode())[0]) == [record()]


def test_an_article_is_read_first(cli: Callable[..., CompletedProcess[bytes]], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ormel Freight plc paid £3.4 million.", encoding="utf-8")
    done = cli("view", "a.txt", "missing.txt", "-o", "report.html")
    assert done.returncode == 3, done.stderr
    (block,) = _DATA.findall((tmp_path / "report.html").read_text(encoding="utf-8"))
    made, missing = json.loads(block)
    assert made["money"][0]["amount"] == "3400000"
    assert made["text"].startswith("Ormel")
    assert missing["error"]["code"] == "E101"

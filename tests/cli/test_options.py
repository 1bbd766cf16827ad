"""Options of the main command that concern how texts come in."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Cli = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_repair_mends_before_anything_is_counted(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Haldenâ€™s café paid â‚¬5 million, it said.", encoding="utf-8")
    told, mended = (json.loads(cli("a.txt", "--model", "none", "--include-text", *words).stdout) for words in ((), ("--repair",)))
    assert "double-encoded" in [w["code"] for w in told["warnings"]]
    assert [w["code"] for w in mended["warnings"]] == ["repaired-encoding"]
    assert [(m["amount"], m["currency"]) for m in mended["money"]] == [("5000000", "EUR")]
    assert mended["text"] == "Halden’s café paid €5 million, it said."


def test_a_page_gives_one_object_with_its_date(cli: Cli, tmp_path: Path) -> None:
    page = "<html><head><meta property='article:published_time' content='2024-03-05'></head><body><p>Sales rose 5% in April, said Ormel plc of Leeds.</p></body></html>"
    (tmp_path / "a.html").write_text(page)
    record = json.loads(cli("a.html", "--model", "none", "--published", "2020-01-01").stdout)
    assert record["source"]["published"] == {"value": "2024-03-05", "origin": "metadata"}

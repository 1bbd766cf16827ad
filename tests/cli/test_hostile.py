"""The main command, as a real process, against what users and other programs do to it: one message, no traceback, nothing of theirs lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
Cli = Callable[..., "subprocess.CompletedProcess[bytes]"]
TEXT = "Ormel Freight plc paid £3.4 million on June 17, 2025."


def shell(words: str, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Runs `python -m extractor WORDS` by the shell, for what it does to the streams."""
    return subprocess.run(  # noqa: S602 - closed and full streams are what is tested
        f"{sys.executable} -m extractor {words}",
        shell=True,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("a.txt", "--published", "soon"), 2, b"argument --published: 'soon' is no date."),
        (("a.txt", "--model", "nope"), 4, b"E201: There is no model 'nope'"),
        (("batch", "a.txt", "-o", "out.jsonl", "--model", "nope"), 4, b"E201: There is no model 'nope'"),
        (("serve", "--model", "nope"), 4, b"E201: There is no model 'nope'"),
        (("serve", "--port", "99999"), 2, b"'99999' is no port"),
        (("serve", "--timeout", "nan"), 2, b"'nan' is no number of seconds"),
        (("batch", "a.txt", "--time-limit", "-1"), 2, b"'-1' is no number of seconds"),
        (("batch", "a.txt", "--jobs", "٣"), 2, b"is no whole number above 0"),
        (("a.txt", "-o", "a.txt"), 4, b"it is one of the inputs"),
        (("batch", "a.txt", "-o", "./a.txt"), 4, b"it is one of the inputs"),
        (("view", "a.txt", "-o", "a.txt"), 4, b"it is one of the inputs"),
        (("a.txt", "--model", "none", "-f", "sqlite", "-o", "."), 4, b"E301"),
        (("a.txt", "--model", "none", "--out-dir", "a.txt"), 4, b"E301"),
        (("batch", "a.txt", "--model", "none", "-o", "out.jsonl", "--journal", "a.txt"), 4, b"the journal cannot be used"),
        (("", "--model", "none"), 1, b"A file without a name"),
        (("x" * 5000, "--model", "none"), 1, b"no such file"),
        (("loop.txt", "--model", "none"), 1, b"no such file"),
        (("batch", "loop.txt", "--model", "none"), 1, b"no such file"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(cli: Cli, tmp_path: Path, words: tuple[str, ...], code: int, said: bytes) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    done = cli(*words)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert done.stderr.count(said) == 1
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "a.txt").read_text() == TEXT


def test_a_folder_of_odd_files_is_read_to_its_end(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "up").symlink_to("..")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "new\nline.txt").write_text(TEXT)
    (folder / "-dash [1] 'q'.txt").write_text(TEXT)
    Path(os.fsdecode(os.fsencode(str(folder)) + b"/bad\xff\xfe.txt")).write_text(TEXT)
    (folder / "deep" / "line.txt").write_text("word " * 40_000 + TEXT)
    with zipfile.ZipFile(folder / "slip.zip", "w") as archive:
        archive.writestr("../../../outside.txt", TEXT)
    with tarfile.open(folder / "link.tar", "w") as tar:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    (folder / "rows.jsonl").write_text(
        '{"text":'
        + "[" * 100_000
        + '\n{"text": "\\ud800 '
        + TEXT
        + '"}\n{"text": NaN}\n{"text": "'
        + TEXT
        + '", "published": "0001-01-01"}\n'
    )
    done = cli("odd", "--model", "none", "--out-dir", "out/in/here")
    assert done.returncode == 3, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"7 records + 3 failures = 10 articles" in done.stderr
    written = [p for p in tmp_path.rglob("*") if p.is_file() and folder not in p.parents]
    assert len(written) == 10
    assert all(tmp_path / "out" / "in" / "here" in p.parents for p in written)


def test_an_output_in_the_folder_is_no_input_of_the_next_run(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT)
    for command in ((), ("batch",)):
        for _ in range(2):
            done = cli(*command, "news", "-o", "news/out.jsonl", "--model", "none", "--include-text")
            assert done.returncode == 0, done.stderr
            assert (tmp_path / "news" / "out.jsonl").read_text().count('"schema_version"') == 1


def test_a_line_without_a_uri_is_traced_to_its_file_and_number(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").write_text(json.dumps({"text": TEXT}) + "\n\n{broken\n" + json.dumps({"text": TEXT, "uri": "mine"}) + "\n")
    rows = [json.loads(line) for line in cli("f.jsonl", "--model", "none").stdout.splitlines()]
    assert [row["source"]["uri"] for row in rows] == ["f.jsonl#L1", "f.jsonl#L3", "mine"]
    assert "f.jsonl, line 3" in rows[1]["error"]["message"]


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "C.UTF-8"}])
def test_the_locale_changes_nothing(cli: Cli, tmp_path: Path, locale: dict[str, str]) -> None:
    (tmp_path / "café.txt").write_text("Café Lorne GmbH paid €5 million.", encoding="utf-8")
    words = ("café.txt", "ä.txt", "--model", "none", "-f", "jsonl")
    done = cli(*words, env=locale)
    assert done.returncode == 3
    assert done.stdout == cli(*words, env={"PYTHONUTF8": "1"}).stdout
    assert "café.txt" in done.stdout.decode()
    assert "€5 million" in done.stdout.decode()
    batch = cli("batch", *words, env=locale)
    assert batch.stdout == done.stdout


@pytest.mark.parametrize(
    ("streams", "code", "said"),
    [
        (">&-", 4, b"standard output: it is closed"),
        (">/dev/full", 4, b"No space left"),
        ("2>&-", 3, b""),
    ],
)
def test_closed_and_full_streams(tmp_path: Path, streams: str, code: int, said: bytes) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = shell(f"a.txt missing.txt --model none -f jsonl {streams}", tmp_path)
    assert done.returncode == code
    assert said in done.stderr
    assert b"Traceback" not in done.stderr
    assert all(json.loads(line) for line in done.stdout.splitlines())
    assert shell("- --model none <&-", tmp_path).returncode == 1


def test_nothing_is_said_or_written_where_there_is_no_home(cli: Cli, tmp_path: Path) -> None:
    """onnxruntime keeps an identifier in the home and reports to its maker unless it is told not to."""
    (tmp_path / "a.txt").write_text(TEXT)
    done = cli("a.txt", env={"HOME": "/proc/none", "XDG_CACHE_HOME": "/proc/none"})
    assert (done.returncode, done.stderr) == (0, b"")
    home = tmp_path / "home"
    home.mkdir()
    assert cli("a.txt", env={"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}).returncode == 0
    assert list(home.iterdir()) == []

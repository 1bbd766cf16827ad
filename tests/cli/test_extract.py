"""The main command, as a real process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas import ArticleRecord, ExtractionFailure

ROOT = Path(__file__).parent.parent.parent
Cli = Callable[..., "subprocess.CompletedProcess[bytes]"]
RELEASE = "LEEDS, England, March 3, 2025 /PRNewswire/ -- Ormel Freight plc said revenue rose 12% to £3.4 million.\n"


def lines(output: bytes) -> list[dict[str, object]]:
    """The objects of a JSON Lines output."""
    return [json.loads(line) for line in output.decode().splitlines()]


def test_one_file_gives_one_indented_object(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RELEASE)
    done = cli("a.txt")
    assert done.returncode == 0, done.stderr
    record = ArticleRecord.model_validate_json(done.stdout)
    assert record.source.uri == "a.txt"
    assert record.text is None
    assert [m.amount for m in record.money] == ["3400000"]
    assert done.stdout.startswith(b'{\n  "schema_version": "1.0"')
    assert done.stderr == b""


def test_many_inputs_give_a_line_each_in_their_order(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(RELEASE)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "one", "text": "Quellan Labs fell 4%."}) + "\n{broken\n")
    done = cli("b.txt", "empty.txt", "image.txt", "missing.txt", "a.jsonl", "--include-text")
    rows = lines(done.stdout)
    assert done.returncode == 3
    assert ["error" in row for row in rows] == [False, True, True, True, False, True]
    assert [ExtractionFailure.model_validate_json(json.dumps(rows[i])).error.code for i in (1, 2, 3, 5)] == ["E102", "E103", "E101", "E105"]
    assert rows[4]["source"]["id"] == "one"  # type: ignore[index]
    assert rows[0]["text"] == RELEASE
    said = done.stderr.decode()
    assert all(name in said for name in ("empty.txt", "image.txt", "missing.txt", "a.jsonl, line 2"))
    assert "2 records + 4 failures = 6 articles" in said


@pytest.mark.parametrize("words", [("missing.txt",), ("nothing",), ("-",)])
def test_nothing_usable_is_exit_1(cli: Cli, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "nothing").mkdir()
    done = cli(*words)
    assert done.returncode == 1
    assert lines(json.dumps(json.loads(done.stdout)).encode())[0]["error"]


@pytest.mark.parametrize(
    "words", [(), ("--published", "soon", "a.txt"), ("--format", "xml", "a.txt"), ("--no-such", "a.txt"), ("-q", "-v", "a.txt")]
)
def test_wrong_usage_is_exit_2(cli: Cli, words: tuple[str, ...]) -> None:
    done = cli(*words)
    assert done.returncode == 2
    assert b"usage:" in done.stderr
    assert done.stdout == b""


def test_a_model_that_is_not_there_is_exit_4(cli: Cli) -> None:
    done = cli("-", "--model", "no_such_model", stdin=RELEASE.encode())
    assert done.returncode == 4
    assert b"E201" in done.stderr
    assert b"Traceback" not in done.stderr


def test_rules_work_without_a_model(cli: Cli) -> None:
    done = cli("-", "--model", "none", stdin=RELEASE.encode())
    record = ArticleRecord.model_validate_json(done.stdout)
    assert record.provenance.model is None
    assert record.percentages[0].value == "12"


def test_an_output_that_cannot_be_written_is_exit_4(cli: Cli, tmp_path: Path) -> None:
    done = cli("-", "--model", "none", "-o", "no/such/folder.json", stdin=RELEASE.encode())
    assert (done.returncode, list(tmp_path.iterdir())) == (4, [])
    assert b"folder.json" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_told(cli: Cli) -> None:
    done = cli("-", "--model", "none", "-o", "/dev/full", stdin=RELEASE.encode())
    assert done.returncode == 4
    assert b"No space left" in done.stderr


def test_a_file_appears_whole_or_not_at_all(cli: Cli, tmp_path: Path) -> None:
    done = cli("-", "--model", "none", "-o", "out.json", stdin=RELEASE.encode())
    assert (done.returncode, done.stdout) == (0, b"")
    ArticleRecord.model_validate_json((tmp_path / "out.json").read_bytes())
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_standard_input_takes_json_lines(cli: Cli) -> None:
    rows = "".join(json.dumps({"id": n, "text": f"Sales fell {n}%."}) + "\n" for n in range(3))
    done = cli("-", "--format", "jsonl", "--model", "none", stdin=rows.encode())
    assert [row["percentages"][0]["value"] for row in lines(done.stdout)] == ["0", "1", "2"]  # type: ignore[index]


def test_an_array_holds_the_records_of_many(cli: Cli, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(RELEASE)
    done = cli("a.txt", "b.txt", "--format", "json", "--model", "none")
    assert [row["source"]["uri"] for row in json.loads(done.stdout)] == ["a.txt", "b.txt"]


def test_explain_names_rules(cli: Cli) -> None:
    done = cli("-", "--explain", "--model", "none", stdin=b"Call +44 20 7946 0018. Sales rose 12% to $3 million.")
    assert b"percentages." in done.stderr
    assert b"money." in done.stderr


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": n, "text": RELEASE}) + "\n" for n in range(400))
    (tmp_path / "a.jsonl").write_text(rows)
    command = f"{sys.executable} -m extractor a.jsonl --model none -q; echo $? >&2"
    done = subprocess.run(  # noqa: S602 - a pipe is what is tested
        f"({command}) | head -n 1",
        shell=True,
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.split() == [b"0"]


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_leaves_nothing_half_written(tmp_path: Path, sign: signal.Signals, code: int) -> None:
    command = [sys.executable, "-m", "extractor", "rows.jsonl", "--model", "none", "-o", "out.jsonl", "--format", "jsonl"]
    rows = "".join(json.dumps({"id": n, "text": RELEASE * 20}) + "\n" for n in range(5000))
    (tmp_path / "rows.jsonl").write_text(rows)
    running = subprocess.Popen(command, stderr=subprocess.PIPE, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)})
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob("*.tmp")) and time.monotonic() < deadline:
        time.sleep(0.05)
    running.send_signal(sign)
    _, said = running.communicate(timeout=30)
    assert running.returncode == code, said
    assert [p.name for p in tmp_path.iterdir()] == ["rows.jsonl"]
    assert b"Traceback" not in said


def test_an_interrupt_within_exec_keeps_the_exit_code(tmp_path: Path) -> None:
    """Python itself would end by the signal: dataclasses made while a module is imported run `exec`."""
    (tmp_path / "slow.py").write_text(
        "def run(argv):\n    exec('import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(9)')\n"
    )
    (tmp_path / "begin.py").write_text(
        "import sys\nfrom extractor.cli.main import COMMANDS, main\nCOMMANDS['slow'] = 'slow'\nsys.exit(main(['slow']))\n"
    )
    command = [sys.executable, "-m", "begin"]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (130, b"press-extractor: interrupted\n")


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "C.UTF-8"}, {"TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "7"}],
)
def test_the_same_bytes_in_every_environment(cli: Cli, tmp_path: Path, env: dict[str, str]) -> None:
    (tmp_path / "café.txt").write_bytes("Café Lorne paid €5 million to Ormel GmbH last Friday.\n".encode())
    here = cli("café.txt", "--published", "2025-05-02")
    there = cli("café.txt", "--published", "2025-05-02", env=env)
    assert there.returncode == 0, there.stderr
    assert there.stdout == here.stdout


def test_the_installed_script_is_the_same_program() -> None:
    script = shutil.which("press-extractor", path=str(Path(sys.executable).parent))
    if script is None:
        pytest.skip("the project is not installed in this environment")
    done = subprocess.run([script, "--version"], capture_output=True, check=True)
    assert done.stdout.startswith(b"press-extractor ")


def test_help_and_schema_import_no_spacy() -> None:
    for words in (["--help"], ["schema"], ["--version"]):
        code = f"import sys; sys.argv = ['x', *{words}]; from extractor.cli.main import main\ntry: main()\nexcept SystemExit: pass\n"
        code += "heavy = {'spacy', 'dateparser', 'numpy', 'pydantic'} & set(sys.modules); sys.exit(str(heavy) if heavy else 0)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
        assert done.returncode == 0, done.stderr


def test_importing_the_library_imports_nothing_heavy() -> None:
    code = "import sys, extractor; heavy = {'spacy', 'dateparser', 'numpy', 'pydantic', 'schemas'} & set(sys.modules); sys.exit(str(heavy) if heavy else 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr


def test_the_schema_command_prints_the_committed_schema(cli: Cli) -> None:
    assert cli("schema").stdout == (ROOT / "schemas" / "json" / "article_record.schema.json").read_bytes()
    assert cli("schema", "--failure").stdout == (ROOT / "schemas" / "json" / "extraction_failure.schema.json").read_bytes()


def test_an_article_is_never_overwritten_by_its_record(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RELEASE)
    done = cli("a.txt", "-o", "a.txt", "--model", "none")
    assert done.returncode == 4
    assert (tmp_path / "a.txt").read_text() == RELEASE

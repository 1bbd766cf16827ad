"""What the README shows is what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
SHELL = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("code", PYTHON)
def test_python_examples_print_what_they_say(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=_environment(), check=False)
    assert done.returncode == 0, done.stderr
    for said in re.findall(r"print\(.*\)  # (.*)", code):
        for words in said.split(", then "):
            assert words in done.stdout


def test_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    main_job, tests = SHELL[0], SHELL[1]
    assert "pip install . " in main_job
    assert "seeds/liangjiang.txt --published 2022-09-15" in main_job
    assert "seeds/liangjiang.txt" in script
    for part in ("install --require-hashes -r requirements.lock", "install --no-deps --no-build-isolation -e .", "pytest"):
        assert part in tests
        assert part.replace("install ", "install --quiet ", 1) in script


def test_every_option_in_the_readme_exists() -> None:
    asked = set(
        re.findall(
            r"(?<!pip install )(?<!\w)(--[a-z][a-z-]+)",
            " ".join(line for block in SHELL for line in block.splitlines() if "extractor" in line and "pip" not in line),
        )
    )
    known = set()
    for words in ([], ["evaluate"], ["schema"], ["batch"], ["view"], ["serve"]):
        done = subprocess.run([sys.executable, "-m", "extractor", *words, "--help"], capture_output=True, text=True, cwd=ROOT, check=True)
        known |= set(re.findall(r"--[a-z][a-z-]+", done.stdout))
    assert asked <= known


def test_the_record_shown_is_the_record_made(extractor) -> None:
    record = extractor.extract((ROOT / "seeds" / "liangjiang.txt").read_text(encoding="utf-8"), published="2022-09-15")
    (amount,) = record.money
    for value in (
        amount.amount,
        amount.text,
        amount.found_by,
        record.percentages[1].of.text,
        str(record.percentages[1].of.end),
        record.dates[1].value,
    ):
        assert f'"{value}"' in README or f": {value}" in README or f"{value}," in README


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}

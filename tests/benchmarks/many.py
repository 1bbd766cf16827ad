"""Batches of many articles: memory over time, two workers against one, the cost of the batch itself, kills.

    python tests/benchmarks/many.py memory [--short 100000] [--long 1000] [--model NAME] [--jobs 2]
    python tests/benchmarks/many.py speed [--articles 2000] [--rounds 3] [--model NAME]
    python tests/benchmarks/many.py kills [--articles 5000] [--model NAME]
    python tests/benchmarks/many.py seams [--megabytes 10] [--model NAME]

`memory` prints the resident memory of the parent and of its workers while they run, and its growth from the first tenth to the end. `speed` wants
an idle machine; start-up is taken out (a run of one article). `kills` ends a run of mixed articles, one in a hundred of them bad, three times with
SIGKILL, and compares bytes with an undisturbed run. `seams` runs the batch over one long article with paragraphs and one without, and counts what
was found of what it says. All words are made up, new ones with each article.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

# One core a process: set before numpy and onnxruntime are loaded.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
from tests.processes import children, resident  # noqa: E402 - the project's root is in the path now

SHORT, LONG = 1, 60  # paragraphs: 400 and 20,000 characters


def article(number: int, paragraphs: int) -> str:
    """A text with words that no other has."""
    parts = [
        f"Zq{n}x Holdings Inc. said on May {n % 28 + 1}, 2025 that its revenue rose {n % 90}% to ${n % 900}.5 million in the third quarter "
        f"from ${n % 800} million. “We bought Vr{n}k for €{n % 70} million,” said Ada Kr{n}m, chief executive of Zq{n}x. The yard in Port "
        f"Lv{n}t employs {n % 3000 + 10} people and ships 14,{n % 900 + 100} tonnes a year."
        for n in range(number * 1000, number * 1000 + paragraphs)
    ]
    return f"Zq{number}x lifts sales\n\n" + "\n\n".join(parts) + "\n"


def write(path: Path, paragraphs: list[int]) -> None:
    """A .jsonl file of articles of so many paragraphs; none at all is a bad one."""
    with path.open("w", encoding="utf-8") as out:
        for number, count in enumerate(paragraphs):
            out.write(json.dumps({"id": str(number), "text": article(number, count) if count else ""}) + "\n")


def batch(folder: Path, *words: str) -> list[str]:
    """The command line of a batch over `articles.jsonl`."""
    return [sys.executable, "-m", "extractor", "batch", str(folder / "articles.jsonl"), "-q", *words]


def environment() -> dict[str, str]:
    """The environment of a run."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


# ---- memory


def memory(short: int, long: int, jobs: int, model: str) -> None:
    """Prints the memory of a run over short articles, and of one over long ones."""
    for name, count, paragraphs in (("short", short, SHORT), ("long", long, LONG)):
        if not count:
            continue
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            write(folder / "articles.jsonl", [paragraphs] * count)
            _watched(folder, name, count, jobs, model)


def _watched(folder: Path, name: str, count: int, jobs: int, model: str) -> None:
    command = batch(folder, "--jobs", str(jobs), "--model", model, "-o", str(folder / "out.jsonl"))
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment())
    samples: list[tuple[int, int, int]] = []  # lines written, megabytes of the parent, of its greatest worker
    lines = seen = 0
    said = 0.0
    while process.poll() is None:
        time.sleep(1)
        for part in folder.glob("out.jsonl.*.tmp"):
            with part.open("rb") as stream:
                stream.seek(seen)
                while data := stream.read(2**24):
                    lines += data.count(b"\n")
                    seen += len(data)
        workers = [resident(pid) for pid in children(process.pid)]
        samples.append((lines, int(resident(process.pid)), int(max(workers, default=0))))
        if time.monotonic() - said > 15:
            said = time.monotonic()
            print(
                f"{name:5} {said - begun:6.0f} s {lines:7} articles  parent {samples[-1][1]:4} MB  worker {samples[-1][2]:4} MB", flush=True
            )
    took = time.monotonic() - begun
    print(
        f"{name:5} exit {process.returncode}, {count} articles of {len(article(0, SHORT if name == 'short' else LONG))} characters in {took:.0f} s"
    )
    begins = [s for s in samples if s[0] >= count / 10][:3] or samples[:3]
    ends = [s for s in samples if s[0]][-4:-1] or samples[-3:]
    for at, who in ((1, "parent"), (2, "worker")):
        first, last = median(s[at] for s in begins), median(s[at] for s in ends)
        print(f"{name:5} {who}: {first:.0f} MB after a tenth, {last:.0f} MB at the end, ratio {last / max(first, 1):.2f}")


# ---- speed


def speed(count: int, rounds: int, model: str) -> None:
    """Prints articles a second: bare pipeline in this process, batch with one and two workers; medians over rounds of ratios of one round."""
    from extractor import Extractor
    from extractor.readers import read
    from extractor.writers.json import line

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(folder / "articles.jsonl", [1])
        idle = {jobs: median(_run(folder, jobs, model) for _ in range(3)) for jobs in (1, 2)}
        write(folder / "articles.jsonl", [1 + n % 12 for n in range(count)])
        extractor = Extractor(model=model)
        extractor.extract(article(0, 3))
        gains, costs = [], []
        for _ in range(rounds):
            begun = time.perf_counter()
            for read_article in read([str(folder / "articles.jsonl")]):
                line(extractor.extract(read_article))  # type: ignore[arg-type]
            bare = time.perf_counter() - begun
            one, two = (_run(folder, jobs, model) - idle[jobs] for jobs in (1, 2))
            gains.append(one / two)
            costs.append(one / bare - 1)
            print(f"bare {count / bare:7.1f}  one worker {count / one:7.1f}  two workers {count / two:7.1f} articles a second", flush=True)
    print(f"two workers against one: {median(gains):.2f} (wanted 1.7)")
    print(f"overhead of the batch: {100 * median(costs):.1f} % (at most 5)")


def _run(folder: Path, jobs: int, model: str) -> float:
    for old in folder.glob("out.jsonl*"):
        old.unlink()
    begun = time.perf_counter()
    subprocess.run(batch(folder, "--jobs", str(jobs), "--model", model, "-o", str(folder / "out.jsonl")), check=True, env=environment())
    return time.perf_counter() - begun


# ---- kills


def kills(count: int, model: str) -> None:
    """Prints whether a run that was killed three times gives the bytes of an undisturbed one."""
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(folder / "articles.jsonl", [0 if n % 100 == 7 else chance.choice((1, 1, 2, 5)) for n in range(count)])
        begun = time.monotonic()
        subprocess.run(batch(folder, "--model", model, "-o", str(folder / "whole.jsonl")), check=False, env=environment())
        took = time.monotonic() - begun
        for _ in range(3):
            process = subprocess.Popen(batch(folder, "--model", model, "-o", str(folder / "out.jsonl")), env=environment())
            time.sleep(3 + chance.random() * took / 5)
            print("killed", "after the end" if process.poll() is not None else "at work", flush=True)
            process.send_signal(signal.SIGKILL)
            process.wait()
        done = subprocess.run(batch(folder, "--model", model, "-o", str(folder / "out.jsonl")), check=False, env=environment())
        rows = [json.loads(text) for text in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
        failures = sum("error" in row for row in rows)
        same = (folder / "out.jsonl").read_bytes() == (folder / "whole.jsonl").read_bytes()
        print(f"exit {done.returncode}: {len(rows) - failures} records, {failures} failures, the bytes of an undisturbed run: {same}")


# ---- seams


def seams(megabytes: float, model: str) -> None:
    """Prints time, memory, and how much of what one long article says is in its record."""
    count = int(megabytes * 1e6 / len(article(0, 100)) * 100)
    for between in ("\n\n", " "):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            text = article(3, count).replace("\n\n", between)
            (folder / "articles.jsonl").write_text(json.dumps({"id": "long", "text": text}) + "\n", encoding="utf-8")
            begun = time.monotonic()
            process = subprocess.Popen(batch(folder, "--jobs", "1", "--model", model, "-o", str(folder / "out.jsonl")), env=environment())
            most = 0.0
            while process.poll() is None:
                time.sleep(0.5)
                most = max((most, *(resident(pid) for pid in children(process.pid))))
            took = time.monotonic() - begun
            record = json.loads((folder / "out.jsonl").read_text(encoding="utf-8"))
            if "error" in record:
                print(record["error"]["message"])
                continue
            found = {kind: len(record[kind]) for kind in ("money", "percentages", "dates", "quotes", "people", "organizations")}
            print(
                f"{len(text)} characters, {count} paragraphs between {between!r}: exit {process.returncode}, {took:.0f} s, {most:.0f} MB, {found}",
                flush=True,
            )


def main() -> None:
    """Runs one of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("memory", "speed", "kills", "seams"))
    parser.add_argument("--short", type=int, default=100_000)
    parser.add_argument("--long", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default="press_names")
    arguments = parser.parse_args()
    if arguments.what == "memory":
        memory(arguments.short, arguments.long, arguments.jobs, arguments.model)
    elif arguments.what == "speed":
        speed(arguments.articles or 2000, arguments.rounds, arguments.model)
    elif arguments.what == "seams":
        seams(arguments.megabytes, arguments.model)
    else:
        kills(arguments.articles or 5000, arguments.model)


if __name__ == "__main__":
    main()

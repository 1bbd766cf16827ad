"""Reads the annotated texts that the model is trained on: our own articles (`corpus/train`) and public ones (JSON Lines).

The public sets follow other conventions than our guide. Where a mark of theirs would teach the wrong thing it becomes `ANY` (nothing is
learned there) or `NO_NAME` (no name, or a PROGRAM, which these sets do not know).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from extractor.evaluation.inline import parse
from extractor.lexicon import table
from extractor.names.tags import LABELS
from extractor.reading import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANY, NO_NAME = "ANY", "NO_NAME"
_LABEL = {"ORG": "ORG", "PER": "PERSON", "PERSON": "PERSON", "LOC": "PLACE", "GPE": "PLACE", "FAC": "PLACE", "MISC": NO_NAME}
PUBLIC = (
    "mner_train",
    "gum_clean",
    "wikigold_all",
    *(f"crossner-{domain}_{part}" for domain in ("politics", "science", "ai") for part in ("train", "dev")),
)  # uner_dev is share-alike and stays out
HELD_OUT = 8  # one article in eight is kept for choosing among checkpoints


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it is: a label, ANY or NO_NAME. `name` is the canonical name in our own articles."""

    start: int
    end: int
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """An annotated text. `own` texts follow our guide and know PROGRAM."""

    id: str
    text: str
    marks: tuple[Mark, ...]
    own: bool


def own_articles(folder: Path) -> Iterator[Sample]:
    """The articles of `corpus/train`, in order of their names."""
    for path in sorted(folder.rglob("*.txt")):
        yield marked(str(path.relative_to(folder)), path.read_text(encoding="utf-8"))


def marked(name: str, article: str) -> Sample:
    """A text with inline marks as a sample."""
    text, spans = parse(article)
    marks = []
    for span in spans:
        words = " ".join(text[span.start : span.end].split())
        marks.append(Mark(span.start, span.end, span.type, span.keys.get("name", words)))
    return Sample(name, plain(text), tuple(mark for mark in marks if mark.kind in LABELS), own=True)


def sentences() -> list[str]:
    """The lines of `lexicon/sentences.txt`: sentences with slots for names."""
    lines = files("extractor.names.training").joinpath("lexicon", "sentences.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def public_texts(folder: Path) -> Iterator[Sample]:
    """Gives the public sets with their labels brought to ours."""
    for name in PUBLIC:
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                text = plain(article["text"])
                marks = [_reconciled(Mark(e["start"], e["end"], _LABEL[e["label"]]), text, name) for e in article["ents"]]
                yield Sample(article["id"], text, tuple(_without_overlap(marks)), own=False)


def held_out(sample: Sample) -> bool:
    """Whether an article is for choosing, not for learning; depends on its id alone."""
    return sha256(sample.id.encode()).digest()[0] % HELD_OUT == 0


def words_of(key: str) -> frozenset[str]:
    """A list of `lexicon/conventions.toml`."""
    return frozenset(table("extractor.names.training", "conventions.toml")[key].split("|"))


_PHRASE = re.compile(r" (?:of|in|for|at) |['’]s ")
_PEOPLE = re.compile(r"\w+(?:ans?|ese|ish|ists?|s)")


def _reconciled(mark: Mark, text: str, source: str) -> Mark:
    """Gives a mark of a public set as our guide would have it."""
    mark = _trimmed(mark, text)
    words = text[mark.start : mark.end]
    if mark.kind == "ORG" and words in words_of("nations"):
        return replace(mark, kind="PLACE")
    return replace(mark, kind=ANY) if _doubtful(mark.kind, words, source) else mark


def _doubtful(kind: str, words: str, source: str) -> bool:
    """Whether a mark may teach what our guide would not have."""
    capital = any(character.isupper() for character in words)
    if kind == NO_NAME:
        return source.startswith("mner") and capital  # its further labels take in boards and services
    if not capital:
        return True
    if not source.startswith("crossner") and kind in ("ORG", "PERSON") and words.casefold() in words_of("generic"):
        return True
    if kind == "ORG":
        return source.startswith("mner") and any(word.islower() and word not in words_of("small") for word in words.split())
    # GUM's nested layer marks whole phrases, and peoples as persons (a few real names in -s go with them).
    return source.startswith("gum") and bool(_PHRASE.search(words) or (kind == "PERSON" and _PEOPLE.fullmatch(words)))


def _trimmed(mark: Mark, text: str) -> Mark:
    """Without a leading "the" and a closing possessive."""
    words = text[mark.start : mark.end]
    lead = re.match(r"(?i)the\s+", words) if mark.kind != NO_NAME else None
    tail = re.search(r"\s*['’]s?$", words) if mark.kind != NO_NAME else None
    return replace(mark, start=mark.start + (lead.end() if lead else 0), end=mark.end - (len(tail[0]) if tail else 0))


def _without_overlap(marks: list[Mark]) -> list[Mark]:
    """Keeps the longer of two marks that overlap."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start - m.end, m.start)):
        if mark.end > mark.start and all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda m: m.start)

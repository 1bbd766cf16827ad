"""Annotated texts as tensors. A word's target is the set of tags it may bear, so that a doubtful mark can leave several open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from extractor.names import pieces as reading
from extractor.names.tags import LABELS, TAGS
from extractor.names.training.data import ANY, NO_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from extractor.names.training.data import Sample

ALL = (1 << len(TAGS)) - 1
_O = 1
_PROGRAM = sum(1 << TAGS.index(f"{prefix}-PROGRAM") for prefix in "BI")
_CAPITAL = [reading.SHAPES.index(name) for name in ("Title", "X", "UPPER", "miXed", "digits+letters")]


@dataclass(frozen=True, slots=True)
class Row:
    """One chunk with its targets (a set of tags as bits, ALL where nothing is learned) and its weight."""

    pieces: NDArray[np.int32]
    forms: NDArray[np.int32]
    targets: NDArray[np.int64]
    weight: float


@dataclass(frozen=True, slots=True)
class Batch:
    """Chunks of like length, padded."""

    pieces: torch.Tensor
    forms: torch.Tensor
    mask: torch.Tensor
    targets: torch.Tensor
    weights: torch.Tensor


def targets(sample: Sample, words: reading.Words) -> NDArray[np.int64]:
    """The tags that each word may bear, as bits."""
    found = np.full(len(words.starts), _O, np.int64)
    if not sample.own:  # these sets do not know programmes: a capital word outside of names may belong to one
        found[np.isin(words.forms // len(reading.GAPS), _CAPITAL)] |= _PROGRAM
    for mark in sample.marks:
        first = int(np.searchsorted(words.ends, mark.start, side="right"))
        last = int(np.searchsorted(words.starts, mark.end))
        if mark.kind == ANY:
            found[first:last] = ALL
        elif mark.kind == NO_NAME:
            found[first:last] = _O | _PROGRAM
        elif first < last:
            tag = 1 + 2 * LABELS.index(mark.kind)
            found[first] = 1 << tag
            found[first + 1 : last] = 1 << (tag + 1)
    return found


def rows(samples: Iterator[Sample], tokenizer: Tokenizer, random: Random, public_weight: float) -> Iterator[Row]:
    """Samples in chunks of varying length."""
    ends = reading.brackets(tokenizer)
    for sample in samples:
        pieces = reading.read(sample.text, tokenizer)
        if pieces is None:
            continue
        allowed = targets(sample, pieces.words)
        room = random.choice((48, 80, reading.MAX_PIECES - 2, reading.MAX_PIECES - 2))
        for chunk in reading.chunks(pieces, ends, room):
            row = np.full(len(chunk.pieces), ALL, np.int64)
            row[chunk.heads] = allowed[chunk.first : chunk.first + len(chunk.heads)]
            yield Row(chunk.pieces, chunk.forms, row, 1.0 if sample.own else public_weight)


def batches(made: list[Row], random: Random, size: int) -> Iterator[Batch]:
    """Batches of at most `size` pieces, in random order, each of rows of like length."""
    order = sorted(made, key=lambda row: len(row.pieces) + random.random() * 8)
    groups: list[list[Row]] = [[]]
    for row in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(row.pieces) > size:
            groups.append([])
        groups[-1].append(row)
    random.shuffle(groups)
    for group in groups:
        yield _padded(group)


def _padded(group: list[Row]) -> Batch:
    shape = (len(group), max(len(row.pieces) for row in group))
    pieces, forms, mask, wanted = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, bool), np.full(shape, ALL, np.int64)
    for number, row in enumerate(group):
        length = len(row.pieces)
        pieces[number, :length], forms[number, :length], wanted[number, :length] = row.pieces, row.forms, row.targets
        mask[number, :length] = True
    weights = np.array([row.weight for row in group], np.float32)
    return Batch(*map(torch.from_numpy, (pieces, forms, mask, wanted, weights)))


def loss(scores: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Minus the log of the probability that falls on the allowed tags, averaged over the words that teach something."""
    bits = torch.arange(len(TAGS))
    allowed = ((batch.targets[..., None] >> bits) & 1).bool()
    learned = (batch.targets != ALL) * batch.weights[:, None]
    each = scores.logsumexp(-1) - scores.masked_fill(~allowed, -1e9).logsumexp(-1)
    return (each * learned).sum() / learned.sum().clamp(min=1.0)

"""The tags that the model gives to words (BIO over the four labels), and the way from a chunk's scores to names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from extractor.findings import Label

LABELS: tuple[Label, ...] = ("ORG", "PERSON", "PROGRAM", "PLACE")
TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))
# Tag 0 is O, tag 2k+1 begins label k, tag 2k+2 goes on with it.


def _allowed() -> NDArray[np.float32]:
    """0 where the second tag may follow the first, minus infinity where it may not."""
    allowed = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for tag in range(2, len(TAGS), 2):
        allowed[:, tag] = -np.inf
        allowed[[tag - 1, tag], tag] = 0
    return allowed


_ALLOWED = _allowed()
_INSIDE = np.arange(len(TAGS)) % 2 == 0
_INSIDE[0] = False


def decode(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """The best row of tags, (words, tags) to (words,), in which every I follows its B or I (Viterbi)."""
    tags: NDArray[np.int64] = scores.argmax(axis=1)
    before = np.concatenate(([0], tags[:-1]))
    if not (_INSIDE[tags] & (before != tags) & (before != tags - 1)).any():
        return tags
    total = np.where(_INSIDE, -np.inf, scores[0]).astype(np.float32)
    back = np.zeros(scores.shape, np.int64)
    for row in range(1, len(scores)):
        ways = total[:, None] + _ALLOWED
        back[row] = ways.argmax(axis=0)
        total = ways.max(axis=0) + scores[row]
    best = np.empty(len(scores), np.int64)
    best[-1] = total.argmax()
    for row in range(len(scores) - 1, 0, -1):
        best[row - 1] = back[row, best[row]]
    return best


def names(tags: NDArray[np.int64]) -> Iterator[tuple[int, int, Label]]:
    """Names as (first word, last word, label); the last word is inside."""
    begin = -1
    for place in np.flatnonzero(tags).tolist():
        tag = int(tags[place])
        if tag % 2:
            begin = place
        if place + 1 == len(tags) or tags[place + 1] != ((tag + 1) // 2) * 2:
            yield begin, place, LABELS[(tag - 1) // 2]

"""Exact F1 of a NameModel on annotated samples, a label a row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extractor.names.tags import LABELS
from extractor.names.training.data import ANY, NO_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.names.model import NameModel
    from extractor.names.training.data import Sample


def score(model: NameModel, samples: Iterable[Sample]) -> dict[str, float]:
    """Gives F1 in percent by label and over all ("all").

    Names said where nothing is learned (ANY), and programmes where the set knows none, do not count.
    """
    hit: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for sample in samples:
        wanted = {(mark.start, mark.end, mark.kind) for mark in sample.marks if mark.kind not in (ANY, NO_NAME)}
        open_ = [mark for mark in sample.marks if mark.kind == ANY]
        for _, _, kind in wanted:
            gold[kind] += 1
        for name in model.find(sample.text):
            if (name.label == "PROGRAM" and not sample.own) or any(m.start < name.end and name.start < m.end for m in open_):
                continue
            said[name.label] += 1
            hit[name.label] += (name.start, name.end, name.label) in wanted
    for count in (hit, gold, said):
        count["all"] = sum(count.values())
    return {kind: round(200 * hit[kind] / max(1, gold[kind] + said[kind]), 2) for kind in (*LABELS, "all")}

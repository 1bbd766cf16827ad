"""Targets and loss: what a doubtful mark leaves open is not taught."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="extra [train]")
pytest.importorskip("onnx", reason="extra [train]")

from extractor.names import pieces as reading  # noqa: E402 - behind importorskip
from extractor.names.tags import TAGS  # noqa: E402 - behind importorskip
from extractor.names.training.batches import ALL, Batch, loss, targets  # noqa: E402 - behind importorskip
from extractor.names.training.data import ANY, NO_NAME, Mark, Sample  # noqa: E402 - behind importorskip


def _allowed(kind: str, *, own: bool) -> list[set[str]]:
    """Of "the Oak Fund said": what each word may be when "Oak Fund" bears a mark of this kind."""
    title, lower = (reading.SHAPES.index(name) * len(reading.GAPS) for name in ("Title", "lower"))
    words = reading.Words(np.array([0, 4, 8, 13]), np.array([3, 7, 12, 17]), np.array([lower, title, title, lower], np.int32))
    sample = Sample("a", "the Oak Fund said", (Mark(4, 12, kind),) if kind else (), own)
    return [{tag for number, tag in enumerate(TAGS) if bits >> number & 1} for bits in targets(sample, words).tolist()]


_OPEN = {"O", "B-PROGRAM", "I-PROGRAM"}


@pytest.mark.parametrize(
    ("kind", "own", "expected"),
    [
        ("ORG", True, [{"O"}, {"B-ORG"}, {"I-ORG"}, {"O"}]),
        (ANY, False, [{"O"}, set(TAGS), set(TAGS), {"O"}]),
        (NO_NAME, False, [{"O"}, _OPEN, _OPEN, {"O"}]),
        ("", True, [{"O"}, {"O"}, {"O"}, {"O"}]),
        ("", False, [{"O"}, _OPEN, _OPEN, {"O"}]),
    ],
)
def test_what_a_word_may_be(kind: str, own: bool, expected: list[set[str]]) -> None:
    assert _allowed(kind, own=own) == expected


def _loss(scores: list[float], target: int) -> float:
    batch = Batch(torch.zeros(1, 1), torch.zeros(1, 1), torch.ones(1, 1, dtype=torch.bool), torch.tensor([[target]]), torch.ones(1))
    return float(loss(torch.tensor([[scores]]), batch))


def test_probability_on_any_allowed_tag_is_right() -> None:
    sure_of_program = [0.0] * len(TAGS)
    sure_of_program[TAGS.index("B-PROGRAM")] = 30.0
    assert _loss(sure_of_program, 1 | 1 << TAGS.index("B-PROGRAM")) == pytest.approx(0, abs=1e-6)
    assert _loss(sure_of_program, 1) == pytest.approx(30, abs=1e-3)
    assert _loss(sure_of_program, ALL) == 0

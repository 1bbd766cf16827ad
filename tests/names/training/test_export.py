"""The ONNX file gives what the torch network gives, up to the rounding of its weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="extra [train]")
pytest.importorskip("onnx", reason="extra [train]")

from extractor.names.model import _session  # noqa: E402 - behind importorskip
from extractor.names.training.export import LARGEST, export, quantize  # noqa: E402 - behind importorskip
from extractor.names.training.network import Tagger  # noqa: E402 - behind importorskip

if TYPE_CHECKING:
    from pathlib import Path


def test_a_row_of_weights_is_rounded_by_half_a_step_at_most() -> None:
    weight = np.random.default_rng(0).normal(size=(5, 40)).astype(np.float32)
    small, scale = quantize(weight)
    assert np.abs(small).max() == LARGEST
    assert (np.abs(small * scale[:, None] - weight) <= scale[:, None] / 2 + 1e-6).all()


def test_the_file_follows_the_network(tmp_path: Path) -> None:
    torch.manual_seed(1)
    tagger = Tagger(100, layers=2).eval()
    export(tagger, tmp_path / "model.onnx")
    pieces, forms = np.arange(40, dtype=np.int32), np.arange(40, dtype=np.int32)
    (scores,) = _session(tmp_path / "model.onnx").run(None, {"pieces": pieces, "forms": forms})
    with torch.no_grad():
        wanted = tagger(torch.tensor(pieces)[None].long(), torch.tensor(forms)[None].long(), torch.ones(1, 40, dtype=torch.bool))[0].numpy()
    assert np.corrcoef(scores.ravel(), wanted.ravel())[0, 1] > 0.99


def test_padding_does_not_change_a_row() -> None:
    torch.manual_seed(1)
    tagger = Tagger(100, layers=2).eval()
    pieces = torch.arange(30)[None]
    mask = torch.ones(1, 30, dtype=torch.bool)
    mask[:, 20:] = False
    with torch.no_grad():
        padded = tagger(pieces, pieces % 50, mask)[:, :20]
        alone = tagger(pieces[:, :20], pieces[:, :20] % 50, mask[:, :20])
    assert torch.allclose(padded, alone, atol=1e-4)

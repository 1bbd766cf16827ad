"""The encoder in torch: all-MiniLM-L6-v2 with one more embedding (the form of a word) and a linear layer that scores the tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from extractor.names.pieces import FORMS, MAX_PIECES
from extractor.names.tags import TAGS

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEADS, INNER = 384, 12, 1536
EPSILON = 1e-12  # as in the encoder's config.json


class Layer(nn.Module):
    """One transformer layer of BERT (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_1 = nn.LayerNorm(WIDTH, EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_2 = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (batch, pieces, WIDTH); `mask` is True where a piece may be looked at, (batch, 1, 1, pieces)."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm_1(x + functional.dropout(seen, self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(x)))
        out: Tensor = self.norm_2(x + functional.dropout(inner, self.dropout, self.training))
        return out


class Tagger(nn.Module):
    """Scores every tag for every piece."""

    def __init__(self, vocabulary: int, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(MAX_PIECES, WIDTH)
        self.forms = nn.Embedding(FORMS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.head = nn.Linear(WIDTH, len(TAGS))
        self.dropout = dropout

    def forward(self, pieces: Tensor, forms: Tensor, mask: Tensor) -> Tensor:
        """`pieces`, `forms`: (batch, length) integers; `mask`: the same shape, True for real pieces. Gives (batch, length, tags)."""
        places = self.places.weight[: pieces.shape[1]]
        x = self.norm(self.words(pieces) + self.forms(forms) + places)
        x = functional.dropout(x, self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        scores: Tensor = self.head(functional.dropout(x, self.dropout, self.training))
        return scores


def from_minilm(weights: Path, kept: list[int], layers: int = 6) -> Tagger:
    """A Tagger that starts from the encoder's `model.safetensors`; `kept` are the ids of the pieces that the vocabulary keeps."""
    source = load_file(weights)
    tagger = Tagger(len(kept), layers)
    state = tagger.state_dict()
    state["words.weight"] = source["embeddings.word_embeddings.weight"][kept]
    state["places.weight"] = (
        source["embeddings.position_embeddings.weight"][:MAX_PIECES] + source["embeddings.token_type_embeddings.weight"][0]
    )
    state["forms.weight"] = torch.randn(FORMS, WIDTH) * 0.01
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = source[f"embeddings.LayerNorm.{kind}"]
        for number in range(layers):
            layer, old = f"layers.{number}", f"encoder.layer.{number}"
            three = [source[f"{old}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{layer}.qkv.{kind}"] = torch.cat(three)
            state[f"{layer}.out.{kind}"] = source[f"{old}.attention.output.dense.{kind}"]
            state[f"{layer}.norm_1.{kind}"] = source[f"{old}.attention.output.LayerNorm.{kind}"]
            state[f"{layer}.up.{kind}"] = source[f"{old}.intermediate.dense.{kind}"]
            state[f"{layer}.down.{kind}"] = source[f"{old}.output.dense.{kind}"]
            state[f"{layer}.norm_2.{kind}"] = source[f"{old}.output.LayerNorm.{kind}"]
    tagger.load_state_dict(state)
    return tagger

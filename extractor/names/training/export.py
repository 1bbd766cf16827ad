"""Writes a trained Tagger as an ONNX file with int8 weights.

The graph is put together by hand from onnxruntime's fused operators, so that the file is the same each time and no exporter is
needed. Weights are int8 with a scale an output column (a row of the word embeddings); what flows between is float32 and is cut to
uint8 inside the matrix product, with a range taken over the whole tensor. A run therefore takes one chunk (see names/model.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from extractor.names.training.network import EPSILON, HEADS

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.names.training.network import Tagger

# Seven bits: on processors without VNNI, the products of eight-bit weights can leave 16 bits and saturate, and names would then
# depend on the machine (onnxruntime documents this as reduce_range).
LARGEST = 63
FUSED = "com.microsoft"


class _Graph:
    """Collects nodes and tensors."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []

    def tensor(self, name: str, value: np.ndarray) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **settings: float) -> str:
        made = helper.make_node(kind, inputs, [output], name=output, domain=domain)
        made.attribute.extend(helper.make_attribute(key, value) for key, value in settings.items())
        self.nodes.append(made)
        return output

    def product(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Multiplies in int8: x @ weight.T + bias."""
        quantized, scale = quantize(weight)
        inputs = [x, self.tensor(f"{name}.weight", quantized.T), self.tensor(f"{name}.scale", scale)]
        inputs += (self.tensor(f"{name}.zero", np.zeros(len(scale), np.int8)), self.tensor(f"{name}.bias", bias))
        return self.node("DynamicQuantizeMatMul", inputs, name, FUSED)


def quantize(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 weights with a scale a row."""
    scale = np.maximum(np.abs(weight).max(axis=1), 1e-8).astype(np.float32) / LARGEST
    return np.clip(np.rint(weight / scale[:, None]), -LARGEST, LARGEST).astype(np.int8), scale


def build(tagger: Tagger) -> onnx.ModelProto:
    """The graph: `pieces` and `forms` (int32, one chunk) to `scores` (pieces, tags)."""
    state = {name: value.detach().float().numpy() for name, value in tagger.state_dict().items()}
    graph = _Graph()
    words, scale = quantize(state["words.weight"])
    graph.node("Gather", [graph.tensor("words", words), "pieces"], "words.int8")
    graph.node("Cast", ["words.int8"], "words.float", to=TensorProto.FLOAT)
    graph.node("Gather", [graph.tensor("words.scale", scale[:, None]), "pieces"], "words.scales")
    graph.node("Mul", ["words.float", "words.scales"], "words.embedded")
    graph.node("Gather", [graph.tensor("forms.table", state["forms.weight"]), "forms"], "forms.embedded")
    graph.node("Shape", ["pieces"], "length")
    places, zero = graph.tensor("places", state["places.weight"]), graph.tensor("zero", np.zeros(1, np.int64))
    graph.node("Slice", [places, zero, "length"], "places.embedded")
    graph.node("Add", ["words.embedded", "forms.embedded"], "sum")
    graph.node("Add", ["sum", "places.embedded"], "embedded.flat")
    graph.node("Unsqueeze", ["embedded.flat", zero], "embedded")
    x = graph.node(
        "LayerNormalization",
        ["embedded", graph.tensor("norm.weight", state["norm.weight"]), graph.tensor("norm.bias", state["norm.bias"])],
        "embedded.norm",
        epsilon=EPSILON,
    )
    for number in range(len(tagger.layers)):
        x = _layer(graph, state, f"layers.{number}", x)
    graph.node("Squeeze", [x, zero], "last")
    head, bias = graph.tensor("head.weight", state["head.weight"].T), graph.tensor("head.bias", state["head.bias"])
    graph.node("Gemm", ["last", head, bias], "scores")
    made = helper.make_graph(
        graph.nodes,
        "press_names",
        [helper.make_tensor_value_info(name, TensorProto.INT32, ["length"]) for name in ("pieces", "forms")],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["length", len(state["head.bias"])])],
        graph.tensors,
    )
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(made, producer_name="extractor.names.training", ir_version=9, opset_imports=versions)


def _layer(graph: _Graph, state: dict[str, np.ndarray], name: str, x: str) -> str:
    """One transformer layer."""

    def get(part: str) -> np.ndarray:
        return state[f"{name}.{part}"]

    def norm(number: int, inner: str, x: str) -> str:
        total = graph.node("Add", [inner, x], f"{name}.sum_{number}")  # SkipLayerNormalization is five times slower on a CPU
        extra = [graph.tensor(f"{name}.norm_{number}.{kind}", get(f"norm_{number}.{kind}")) for kind in ("weight", "bias")]
        return graph.node("LayerNormalization", [total, *extra], f"{name}.norm_{number}", epsilon=EPSILON)

    qkv = graph.product(x, f"{name}.qkv", get("qkv.weight"), get("qkv.bias"))
    three = [f"{name}.{part}" for part in "qkv"]
    graph.nodes.append(helper.make_node("Split", [qkv], three, name=f"{name}.split", axis=-1))
    seen = graph.node("MultiHeadAttention", three, f"{name}.seen", FUSED, num_heads=HEADS)
    x = norm(1, graph.product(seen, f"{name}.out", get("out.weight"), get("out.bias")), x)
    up = graph.product(x, f"{name}.up", get("up.weight"), get("up.bias"))
    inner = graph.node("Gelu", [up], f"{name}.inner", FUSED)
    return norm(2, graph.product(inner, f"{name}.down", get("down.weight"), get("down.bias")), x)


def export(tagger: Tagger, path: Path) -> None:
    """Writes the tagger to `path`."""
    onnx.save(build(tagger), path)

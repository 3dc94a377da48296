"""Export a trained tagger to ONNX: fused attention, int8 weights (the student) or floats (the teacher), one file.

    python -m training.export --run NAME --out model.onnx [--float]

Beside the teacher's graph lies its table of relative positions, NAME.bias.npy.

The graph is written node by node, so that attention, normalisation and activation are single kernels of
onnxruntime. Measured beside them and slower: packed QAttention, SkipLayerNormalization, BiasGelu.
Inputs: ids, cases, states, breaks (batch, length) int64, all windows of one length, without padding: one window
a call is the fastest, so there is no mask. Output: scores (batch, length, 7).
"""

import argparse
import hashlib
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

MICROSOFT = "com.microsoft"
INPUTS = ("ids", "cases", "states", "breaks")


class Graph:
    """Nodes and weights as they are added; every node's output is named after it."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: torch.Tensor) -> str:
        """Add a weight and give its name."""
        array: NDArray[np.float32] = value.detach().numpy().astype(np.float32)
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, kind: str, name: str, inputs: list[str], domain: str = "",
             **attributes: Any) -> str:  # noqa: ANN401
        """Add a node and give its output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name


def build(state: dict[str, torch.Tensor], heads: int = 12) -> onnx.ModelProto:
    """The float graph of a tagger's weights. The teacher's has one more input: `bias` (1, heads, length, length)."""
    graph = Graph()
    is_teacher = "bias.weight" in state
    epsilon = 1e-5 if is_teacher else 1e-12
    x = add_embeddings(graph, state, epsilon, offset=2 if is_teacher else 0)
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    for number in range(layers):
        x = add_layer(graph, state, number, x, heads, epsilon)
    x = graph.node("MatMul", "head_product", [x, graph.weight("head.weight", state["head.weight"].T)])
    graph.node("Add", "scores", [x, graph.weight("head.bias", state["head.bias"])])
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in INPUTS]
    if is_teacher:
        inputs.append(helper.make_tensor_value_info("bias", TensorProto.FLOAT, [1, heads, "length", "length"]))
    labels = state["head.weight"].shape[0]
    output = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", "length", labels])
    return helper.make_model(
        helper.make_graph(graph.nodes, "tagger", inputs, [output], graph.weights),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)],
        ir_version=8, producer_name="firsthand",
    )


def add_embeddings(graph: Graph, state: dict[str, torch.Tensor], epsilon: float, offset: int) -> str:
    """Word, position and feature vectors, added and normalised."""
    zero = numpy_helper.from_array(np.array(0, np.int64), "zero")
    one = numpy_helper.from_array(np.array(1, np.int64), "one")
    graph.weights += [zero, one]
    shape = graph.node("Shape", "shape", ["ids"])
    length = graph.node("Gather", "length", [shape, "one"])
    positions = graph.node("Range", "range", ["zero", length, "one"])
    x = graph.node("Gather", "word_vectors", [graph.weight("words.weight", state["words.weight"]), "ids"])
    table = graph.weight("positions.weight", state["positions.weight"][offset:])
    place = graph.node("Gather", "place", [table, positions])
    x = graph.node("Add", "with_place", [x, place])
    for name in INPUTS[1:]:
        table = graph.weight(f"{name}.weight", state[f"{name}.weight"])
        vectors = graph.node("Gather", f"{name}_vectors", [table, name])
        x = graph.node("Add", f"with_{name}", [x, vectors])
    return graph.node("LayerNormalization", "embedded", [
        x, graph.weight("norm.weight", state["norm.weight"]), graph.weight("norm.bias", state["norm.bias"]),
    ], epsilon=epsilon)


def add_layer(graph: Graph, state: dict[str, torch.Tensor], number: int | str, x: str, heads: int, epsilon: float,
              ) -> str:
    """One transformer layer."""
    at = f"layers.{number}."

    width = state[f"{at}out.weight"].shape[0]

    def dense(name: str, value: str) -> str:
        weight = graph.weight(f"{at}{name}.weight", state[f"{at}{name}.weight"].T)
        product = graph.node("MatMul", f"{at}{name}_product", [value, weight])
        return graph.node("Add", at + name, [product, graph.weight(f"{at}{name}.bias", state[f"{at}{name}.bias"])])

    def normalise(name: str, value: str) -> str:
        return graph.node("LayerNormalization", at + name, [
            value, graph.weight(f"{at}{name}.weight", state[f"{at}{name}.weight"]),
            graph.weight(f"{at}{name}.bias", state[f"{at}{name}.bias"]),
        ], epsilon=epsilon)

    parts = []
    for place, name in enumerate(("query", "key", "value")):
        rows = slice(place * width, (place + 1) * width)
        product = graph.node("MatMul", f"{at}{name}_product", [
            x, graph.weight(f"{at}{name}.weight", state[f"{at}qkv.weight"][rows].T),
        ])
        bias = graph.weight(f"{at}{name}.bias", state[f"{at}qkv.bias"][rows])
        parts.append(graph.node("Add", f"{at}{name}", [product, bias]))
    if "bias.weight" in state:
        parts += ["", "", "bias"]  # no bias of the products, no mask
    mixed = graph.node("MultiHeadAttention", f"{at}attention", parts, MICROSOFT, num_heads=heads)
    out = dense("out", mixed)
    x = normalise("norm1", graph.node("Add", f"{at}middle_sum", [out, x]))
    active = graph.node("Gelu", f"{at}active", [dense("up", x)], MICROSOFT)
    return normalise("norm2", graph.node("Add", f"{at}end_sum", [dense("down", active), x]))


def quantize(plain: Path, target: Path) -> None:
    """int8 weights, per channel; activations are measured at run time. The head stays in floats."""
    quantize_dynamic(plain, target, per_channel=True, weight_type=QuantType.QInt8,
                     nodes_to_exclude=["head_product"], extra_options={"DefaultTensorType": TensorProto.FLOAT})


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the weights as they are")
    options = parser.parse_args()
    state = torch.load(Path("build/training") / options.run / "checkpoint.pt", weights_only=True)["model"]
    with tempfile.TemporaryDirectory() as folder:
        plain = options.out if options.float else Path(folder) / "float.onnx"
        onnx.save(build(state), plain)
        if not options.float:
            quantize(plain, options.out)
    if "bias.weight" in state:
        np.save(options.out.with_suffix(".bias.npy"), state["bias.weight"].numpy())
    digest = hashlib.sha256(options.out.read_bytes()).hexdigest()
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB, SHA-256 {digest}")


if __name__ == "__main__":
    main()

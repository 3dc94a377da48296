"""Put trained heads on an exported tagger: one file, one pass.

    python -m training.export_heads --tagger tagger.onnx --heads heads.pt --out model.onnx --tables coreference.npz

The tagger's nodes and weights stay as they are. One more input, `firsts` (1, words) int64: the places of the words'
first pieces in the window. One more output, `words` (1, words, columns), in the order of extraction/heads.py. The pair
scorer of coreference is no part of the graph (its pairs are not words): its weights go to the tables.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper

from training.export import MICROSOFT, Graph, add_layer, quantize
from training.heads import TRUNK_HEADS, TRUNK_LAYERS
from training.heads_corpus import LAYERS

OUTPUTS = ("inner", "deeper", "names", "starts", "stops", "vectors")


def build(state: dict[str, torch.Tensor]) -> onnx.ModelProto:
    """The heads as a model of their own, in floats: the encoder's layers and `firsts` in, `words` out."""
    graph = Graph()
    x = add_trunk(graph, state)
    out = {f"out.{part}": torch.cat([state[f"{name}.{part}"] for name in OUTPUTS]) for part in ("weight", "bias")}
    graph.node("Identity", "words", [dense(graph, out, "out", x)])
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "length", 384]) for name in LAYERS]
    inputs.append(helper.make_tensor_value_info("firsts", TensorProto.INT64, ["batch", "words"]))
    output = helper.make_tensor_value_info("words", TensorProto.FLOAT, ["batch", "words", len(out["out.bias"])])
    return helper.make_model(
        helper.make_graph(graph.nodes, "heads", inputs, [output], graph.weights),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)], ir_version=8,
    )


def add_trunk(graph: Graph, state: dict[str, torch.Tensor]) -> str:
    """The words' vectors of three layers side by side, through the narrow trunk."""
    graph.weights.append(onnx.numpy_helper.from_array(np.array([0], np.int64), "heads.axis"))
    places = graph.node("Squeeze", "heads.places", ["firsts", "heads.axis"])
    gathered = [graph.node("Gather", f"heads.{name}", [name, places], axis=1) for name in LAYERS]
    x = dense(graph, state, "input", graph.node("Concat", "heads.joined", gathered, axis=2))
    x = graph.node("LayerNormalization", "heads.norm", [
        x, graph.weight("heads.norm.weight", state["norm.weight"]), graph.weight("heads.norm.bias", state["norm.bias"]),
    ], epsilon=1e-5)
    for number in range(TRUNK_LAYERS):
        moved = {f"layers.heads{number}.{key.removeprefix(f'layers.{number}.')}": value
                 for key, value in state.items() if key.startswith(f"layers.{number}.")}
        x = add_layer(graph, moved, f"heads{number}", x, TRUNK_HEADS, 1e-5)
    return x


def attach(tagger: onnx.ModelProto, heads: onnx.ModelProto) -> onnx.ModelProto:
    """The tagger's model with the heads' nodes after its own."""
    tagger.graph.node.extend(heads.graph.node)
    tagger.graph.initializer.extend(heads.graph.initializer)
    tagger.graph.input.append(heads.graph.input[-1])
    tagger.graph.output.append(heads.graph.output[0])
    return tagger


def dense(graph: Graph, state: dict[str, torch.Tensor], name: str, value: str) -> str:
    """A linear layer."""
    product = graph.node("MatMul", f"heads.{name}_product",
                         [value, graph.weight(f"heads.{name}.weight", state[f"{name}.weight"].T)])
    return graph.node("Add", f"heads.{name}", [product, graph.weight(f"heads.{name}.bias", state[f"{name}.bias"])])


def list_tables(stored: dict[str, dict[str, torch.Tensor]]) -> dict[str, NDArray[np.float32]]:
    """The weights that numpy works with: of coreference, and the scores of a mention's length."""
    scorer = stored["scorer"]
    names = ("later", "earlier", "product", "described")
    tables = {f"coreference.{name}": scorer[f"{name}.weight"].T for name in names}
    tables |= {
        "coreference.b1": scorer["described.bias"], "coreference.w2": scorer["out.weight"][0],
        "coreference.b2": scorer["out.bias"], "coreference.lengths": stored["heads"]["lengths"],
    }
    return {name: np.ascontiguousarray(value.numpy(), np.float32) for name, value in tables.items()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("tagger", "heads", "out", "tables"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    stored = torch.load(options.heads, weights_only=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "float.onnx", Path(folder) / "int8.onnx"
        onnx.save(build(stored["heads"]), plain)
        quantize(plain, small)
        onnx.save(attach(onnx.load(options.tagger), onnx.load(small)), options.out)
    np.savez(options.tables, **list_tables(stored))  # type: ignore[arg-type]
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

"""Put the trained head of vectors on an exported model, behind the tagger and the other heads.

    python -m training.export_vectors --model heads.onnx --vectors vectors.pt --out model.onnx

All other nodes and weights stay as they are. One more output, `meanings` (1, pieces, columns). The first layer is a
product for each of the encoder's layers, and their sum: so each of them is rounded to int8 by its own scale.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from firsthand.extraction.vectors import COLUMNS
from training.export import MICROSOFT, Graph, quantize
from training.vector_corpus import VECTOR_LAYERS
from training.vector_head import HIDDEN, VectorHead

OUTPUT = "meanings"


def build(head: VectorHead) -> onnx.ModelProto:
    """The head as a model of its own, in floats: the encoder's layers in, `meanings` out."""
    graph = Graph()
    sizes = onnx.numpy_helper.from_array(np.array([COLUMNS, HIDDEN], np.int64), "meanings.sizes")
    graph.weights.append(sizes)
    graph.nodes.append(helper.make_node("Split", [add_input(graph, head), "meanings.sizes"],
                                        ["meanings.plain", "meanings.bent"], name="meanings.split", axis=-1))
    active = graph.node("Gelu", "meanings.active", ["meanings.bent"], MICROSOFT)
    product = graph.node("MatMul", "meanings.product", [active, graph.weight("meanings.weight", head.out.weight.T)])
    biased = graph.node("Add", "meanings.biased", [product, graph.weight("meanings.bias", head.out.bias)])
    graph.node("Add", OUTPUT, [biased, "meanings.plain"])
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "length", 384])
              for name in VECTOR_LAYERS]
    output = helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["batch", "length", COLUMNS])
    return helper.make_model(
        helper.make_graph(graph.nodes, "vectors", inputs, [output], graph.weights),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)], ir_version=8,
    )


def add_input(graph: Graph, head: VectorHead) -> str:
    """The first layer, in one part for each of the encoder's layers."""
    weight, bias = head.fold()
    x = graph.weight("meanings.input.bias", bias)
    for number, (name, part) in enumerate(zip(VECTOR_LAYERS, torch.split(weight, 384), strict=True)):
        product = graph.node("MatMul", f"meanings.input{number}_product", [
            name, graph.weight(f"meanings.input{number}.weight", part),
        ])
        x = graph.node("Add", f"meanings.input{number}", [product, x])
    return x


def attach(model: onnx.ModelProto, head: onnx.ModelProto) -> onnx.ModelProto:
    """The model with the head's nodes after its own; what it has rounded already is not rounded again."""
    nodes, weights = {one.name for one in model.graph.node}, {one.name for one in model.graph.initializer}
    model.graph.node.extend(one for one in head.graph.node if one.name not in nodes)
    model.graph.initializer.extend(one for one in head.graph.initializer if one.name not in weights)
    model.graph.output.append(head.graph.output[0])
    return model


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "vectors", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    head = VectorHead()
    head.load_state_dict(torch.load(options.vectors, weights_only=True))
    export_vectors(options.model, head, options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


def export_vectors(model: Path, head: VectorHead, out: Path) -> None:
    """Write `model` with the head behind it, in int8, to `out`."""
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "float.onnx", Path(folder) / "int8.onnx"
        onnx.save(build(head), plain)
        quantize(plain, small)
        onnx.save(attach(onnx.load(model), onnx.load(small)), out)


if __name__ == "__main__":
    main()

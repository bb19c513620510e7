#!/usr/bin/env python3
"""Writes a trained classifier as one ONNX file with 8-bit weights, its vocabulary and its name inside."""

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder import read_encoder, read_vocabulary
from model import Exported, PairClassifier
from train import LONGEST


def load(folder, encoder):
    about = json.load(open(Path(folder) / "model.json"))
    model = PairClassifier(read_encoder(encoder, about["keep"]), about["back"])
    model.load_state_dict(torch.load(Path(folder) / "model.pt", weights_only=True))
    return model.eval()


def parted(graph):
    """Gives each product a matrix of its own: the quantiser leaves a second use of the same matrix as it is."""
    matrices, used = {i.name: i for i in graph.initializer}, set()
    aliases = [node for node in graph.node if node.op_type == "Identity" and node.input[0] in matrices]
    same = {node.output[0]: node.input[0] for node in aliases}
    for node in aliases:
        graph.node.remove(node)
    for node in graph.node:
        node.input[:] = [same.get(name, name) for name in node.input]
        if node.op_type == "MatMul" and node.input[1] in matrices:
            if node.input[1] in used:
                copy = graph.initializer.add()
                copy.CopyFrom(matrices[node.input[1]])
                copy.name = f"{node.input[1]}_{len(graph.initializer)}"
                node.input[1] = copy.name
            used.add(node.input[1])


def joined(graph):
    """One copy of what is equal, none of what is not used."""
    first, kept = {}, []
    used = {name for node in graph.node for name in node.input}
    for tensor in (tensor for tensor in graph.initializer if tensor.name in used):
        content = (tensor.data_type, tuple(tensor.dims), numpy_helper.to_array(tensor).tobytes())
        name = first.setdefault(content, tensor.name)
        if name == tensor.name:
            kept.append(tensor)
        else:
            for node in graph.node:
                for at, given in enumerate(node.input):
                    if given == tensor.name:
                        node.input[at] = name
    del graph.initializer[:]
    graph.initializer.extend(kept)


def trimmed(model, pieces):
    """Leaves out what the engine never asks for: pieces in other scripts than the Latin, and places beyond the longest input."""
    def wanted(piece):
        return not piece.startswith("[unused") and not any(c.isalpha() and ord(c) > 0x24F for c in piece)

    kept = [i for i, piece in enumerate(pieces) if wanted(piece)]
    encoder = model.encoder
    encoder.words = torch.nn.Embedding.from_pretrained(encoder.words.weight[kept])
    encoder.positions = torch.nn.Embedding.from_pretrained(encoder.positions.weight[:LONGEST])
    return [pieces[i] for i in kept]


def write(model, tokenizer, name, path, reduce_range):
    pieces = trimmed(model, read_vocabulary(tokenizer))
    tokens, pairs = 12, 3
    ids = torch.arange(100, 100 + tokens).unsqueeze(0)
    p, q = torch.zeros(pairs, tokens), torch.zeros(pairs, tokens)
    p[:, 2], q[:, 7] = 1, 1
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(Exported(model).eval(), (ids, p, q), str(plain), input_names=["ids", "p", "q"],
                          output_names=["logits"], opset_version=17, dynamo=False,
                          custom_opsets={"com.microsoft": 1},
                          dynamic_axes={"ids": {1: "tokens"}, "p": {0: "pairs", 1: "tokens"},
                                        "q": {0: "pairs", 1: "tokens"}, "logits": {0: "pairs"}})
        whole = onnx.load(str(plain))
        parted(whole.graph)
        onnx.save(whole, str(plain))
        quantize_dynamic(str(plain), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=reduce_range,
                         op_types_to_quantize=["MatMul", "Gather", "Gemm"])
        made = onnx.load(str(path))
        joined(made.graph)
        del made.metadata_props[:]
        about = {"name": name, "longest": str(LONGEST), "vocabulary": "\n".join(pieces)}
        for key, value in about.items():
            made.metadata_props.add(key=key, value=value)
        made.producer_name, made.doc_string = "demarche", "Licence and training data: MODEL-CARD.md"
        onnx.save(made, str(path))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True, help="folder that train.py wrote")
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--to", required=True)
    parser.add_argument("--full-range", action="store_true", help="8 bits, not 7: exact only on processors with VNNI")
    args = parser.parse_args()
    write(load(args.model, args.encoder), args.tokenizer, args.name, args.to, not args.full_range)
    print(f"{args.to}: {Path(args.to).stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes a trained classifier as one ONNX file with 8-bit weights, its vocabulary and its name inside."""

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder import read_encoder, read_vocabulary
from model import Exported, PairClassifier
from train import LONGEST


def load(folder, encoder, weights="model.pt"):
    about = json.load(open(Path(folder) / "model.json"))
    model = PairClassifier(read_encoder(encoder, about["keep"]), about["late"])
    model.load_state_dict(torch.load(Path(folder) / weights, weights_only=True))
    return model.eval()


def write(model, tokenizer, name, path, reduce_range):
    tokens, pairs = 12, 3
    ids = torch.arange(100, 100 + tokens).unsqueeze(0)
    p, q = torch.zeros(pairs, tokens), torch.zeros(pairs, tokens)
    p[:, 2], q[:, 7] = 1, 1
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(Exported(model).eval(), (ids, p, q), str(plain), input_names=["ids", "p", "q"],
                          output_names=["logits"], opset_version=17, dynamo=False,
                          dynamic_axes={"ids": {1: "tokens"}, "p": {0: "pairs", 1: "tokens"},
                                        "q": {0: "pairs", 1: "tokens"}, "logits": {0: "pairs"}})
        quantize_dynamic(str(plain), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=reduce_range,
                         op_types_to_quantize=["MatMul", "Gather", "Gemm"])
        made = onnx.load(str(path))
        del made.metadata_props[:]
        about = {"name": name, "longest": str(LONGEST), "vocabulary": "\n".join(read_vocabulary(tokenizer))}
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
    parser.add_argument("--weights", default="model.pt")
    parser.add_argument("--full-range", action="store_true", help="8 bits, not 7: exact only on processors with VNNI")
    args = parser.parse_args()
    write(load(args.model, args.encoder, args.weights), args.tokenizer, args.name, args.to, not args.full_range)
    print(f"{args.to}: {Path(args.to).stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    main()

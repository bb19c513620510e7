"""A BERT encoder in plain PyTorch whose weights are read from an ONNX file's initializers."""

import json

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.outer_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden, bias):
        """hidden: [batch, tokens, width]; bias: [batch, 1, 1, tokens], 0 where a token may be looked at."""
        batch, tokens, width = hidden.shape

        def split(states):
            return states.view(batch, tokens, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.query(hidden)), split(self.key(hidden)), split(self.value(hidden))
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5 + bias
        mixed = self.dropout(torch.softmax(scores, -1)) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, tokens, width)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(mixed)))
        return self.outer_norm(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))


class Encoder(nn.Module):
    """Embeddings and layers; `forward` runs a range of the layers, so that a caller can step in between."""

    def __init__(self, vocabulary, positions, width, inner, heads, layers, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.types = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def embed(self, ids):
        positions = self.positions.weight[: ids.shape[1]]
        return self.dropout(self.norm(self.words(ids) + positions + self.types))

    def run(self, hidden, bias, first, last):
        for layer in self.layers[first:last]:
            hidden = layer(hidden, bias)
        return hidden


def read_encoder(path, keep=None, heads=12):
    """The encoder of an exported BERT. `keep` picks layers by index (all of them without it)."""
    graph = onnx.load(path).graph
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    made_by = {output: node for node in graph.node for output in node.output}

    def tensor(name):
        return torch.from_numpy(numpy.array(weights[name], dtype=numpy.float32))

    def matrix(bias):
        """A linear layer's matrix has no name of its own in an export: it is the one multiplied before its bias is added."""
        node = next(n for n in graph.node if n.op_type == "Add" and bias in n.input)
        product = made_by[next(i for i in node.input if i != bias)]
        return tensor(product.input[1]).T.contiguous()

    stem = "embeddings."
    found = sorted({int(n.split(".")[2]) for n in weights if n.startswith("encoder.layer.")})
    keep = found if keep is None else keep
    words, positions = tensor(stem + "word_embeddings.weight"), tensor(stem + "position_embeddings.weight")
    inner = weights["encoder.layer.0.intermediate.dense.bias"].shape[0]
    encoder = Encoder(words.shape[0], positions.shape[0], words.shape[1], inner, heads, len(keep))
    with torch.no_grad():
        encoder.words.weight.copy_(words)
        encoder.positions.weight.copy_(positions)
        types = stem + "token_type_embeddings.weight"
        encoder.types.copy_(tensor(types)[0])
        encoder.norm.weight.copy_(tensor(stem + "LayerNorm.weight"))
        encoder.norm.bias.copy_(tensor(stem + "LayerNorm.bias"))
        for layer, index in zip(encoder.layers, keep):
            prefix = f"encoder.layer.{index}."
            for part, name in (("query", "attention.self.query"), ("key", "attention.self.key"),
                               ("value", "attention.self.value"), ("attended", "attention.output.dense"),
                               ("inner", "intermediate.dense"), ("outer", "output.dense")):
                linear = getattr(layer, part)
                linear.bias.copy_(tensor(f"{prefix}{name}.bias"))
                linear.weight.copy_(matrix(f"{prefix}{name}.bias"))
            for part, name in (("attended_norm", "attention.output.LayerNorm"), ("outer_norm", "output.LayerNorm")):
                norm = getattr(layer, part)
                norm.weight.copy_(tensor(f"{prefix}{name}.weight"))
                norm.bias.copy_(tensor(f"{prefix}{name}.bias"))
    return encoder


def read_vocabulary(tokenizer_json):
    """The word pieces in the order of their ids."""
    pieces = json.load(open(tokenizer_json, encoding="utf8"))["model"]["vocab"]
    return [piece for piece, _ in sorted(pieces.items(), key=lambda item: item[1])]

"""A BERT encoder in plain PyTorch whose weights are read from an ONNX file's initializers."""

import json

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional


class Dropout(nn.Module):
    """Dropout by one random byte a value: on a CPU, drawing is what the usual one spends its time on."""

    def __init__(self, share):
        super().__init__()
        self.least = round(share * 256)

    def forward(self, states):
        if not self.training or self.least == 0:
            return states
        count = states.numel()
        drawn = torch.randint(0, 2**62, ((count + 7) // 8,)).view(torch.uint8)[:count].view(states.shape)
        return torch.where(drawn >= self.least, states * (256 / (256 - self.least)), 0.0)


def attend(query, key, value, heads, bias):
    """Attention of several heads; each argument [batch, tokens, width], bias added to the scores."""
    def split(states):
        return states.view(states.shape[0], states.shape[1], heads, -1).transpose(1, 2)

    scores = split(query) @ split(key).transpose(-1, -2) / (query.shape[-1] // heads) ** 0.5
    mixed = torch.softmax(scores if bias is None else scores + bias, -1) @ split(value)
    return mixed.transpose(1, 2).reshape(query.shape)


class Fused(torch.autograd.Function):
    """The same without a bias, as the one operator that ONNX Runtime has for it, without its transpositions."""

    @staticmethod
    def forward(context, query, key, value, heads):
        return attend(query, key, value, heads, None)

    @staticmethod
    def symbolic(graph, query, key, value, heads):
        made = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        made.setType(query.type())
        return made


class Layer(nn.Module):
    """One post-norm transformer layer. Queries, keys and values come from one product."""

    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.looking = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.outer_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def looked(self, hidden):
        """Queries, keys and values."""
        return self.looking(hidden).split(hidden.shape[-1], -1)

    def forward(self, hidden, bias, seen=None):
        """The next states, and the keys and values of these. `seen`: keys and values of further states to look at.

        hidden: [batch, tokens, width]; bias: added to the scores, 0 where a state may be looked at, in the order `seen`, `hidden`;
        None where all may.
        """
        query, key, value = self.looked(hidden)
        keys, values = (key, value) if seen is None else (torch.cat([seen[0], key], 1), torch.cat([seen[1], value], 1))
        mixed = Fused.apply(query, keys, values, self.heads) if bias is None else attend(query, keys, values, self.heads, bias)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(mixed)))
        return self.outer_norm(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden))))), (key, value)


class Encoder(nn.Module):
    """Embeddings and layers."""

    def __init__(self, vocabulary, positions, width, inner, heads, layers, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.types = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = Dropout(dropout)

    def embed(self, ids):
        positions = self.positions.weight[: ids.shape[1]]
        return self.dropout(self.norm(self.words(ids) + positions + self.types))


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
            looking = [f"{prefix}attention.self.{part}.bias" for part in ("query", "key", "value")]
            layer.looking.bias.copy_(torch.cat([tensor(bias) for bias in looking]))
            layer.looking.weight.copy_(torch.cat([matrix(bias) for bias in looking]))
            for part, name in (("attended", "attention.output.dense"), ("inner", "intermediate.dense"), ("outer", "output.dense")):
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

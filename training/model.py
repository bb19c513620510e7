"""The pair classifier: one pass over the sentence, then three states a pair that look back into its last layers."""

import torch
from torch import nn
from torch.nn import functional

from encoder import Dropout

#: Directed stances between the first span (p) and the second (q), in the order of the DSE labels.
DIRECTIONS = ["none", "p+q", "q+p", "p-q", "q-p"]
#: PLOVER root acts from p to q, and none.
ACTS = ["NONE", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
#: What a sentence says of p (NewsMTSC): against, nothing, for.
TONES = ["against", "neither", "for"]
#: Whether a speaker criticises somebody (UNSCon): no, openly, between the lines.
CRITICISM = ["none", "direct", "indirect"]
HEADS = {"direction": len(DIRECTIONS), "act": len(ACTS), "tone": len(TONES), "criticism": len(CRITICISM)}


class PairClassifier(nn.Module):
    """Reads pairs of names in a sentence.

    The encoder runs once a sentence, whatever its pairs. For each pair three states, the mean of either name and the first
    token's, each with a learned mark, go through the last `back` layers again: they look at the sentence's
    own states there and at each other, so a further pair costs three tokens, not a sentence.
    """

    def __init__(self, encoder, back, dropout=0.1):
        super().__init__()
        self.encoder = encoder
        self.back = back
        width = encoder.words.weight.shape[1]
        self.marks = nn.Parameter(torch.randn(3, width) * 0.02)
        self.heads = nn.ModuleDict({
            name: nn.Sequential(Dropout(dropout), nn.Linear(4 * width, width), nn.GELU(), Dropout(dropout),
                                nn.Linear(width, size))
            for name, size in HEADS.items()})

    def sentence(self, ids, bias):
        """What pairs look at: the states before the last layers, and those layers' keys and values."""
        hidden, seen = self.encoder.embed(ids), []
        for layer in self.encoder.layers[:-self.back]:
            hidden, _ = layer(hidden, bias)
        before = hidden
        for layer in self.encoder.layers[-self.back:-1]:
            hidden, looked = layer(hidden, bias)
            seen.append(looked)
        # The last layer's own states are of no use to anybody: only what pairs look at is computed.
        return before, seen + [self.encoder.layers[-1].looked(hidden)[1:]]

    def pairs(self, before, seen, bias, p, q):
        """p, q: [pairs, tokens], each name's tokens sharing a weight of 1 (0: no such name). Features of each pair."""
        first = before[:, :1].expand(p.shape[0], -1, -1)
        rows = torch.cat([p.unsqueeze(1) @ before, q.unsqueeze(1) @ before, first], 1) + self.marks
        for layer, (keys, values) in zip(self.encoder.layers[-self.back:], seen):
            pairs = [states.expand(p.shape[0], -1, -1) for states in (keys, values)]
            rows, _ = layer(rows, bias, pairs)
        return torch.cat([rows[:, 0], rows[:, 1], rows[:, 0] * rows[:, 1], rows[:, 2]], -1)

    def forward(self, ids, mask, p, q):
        """One pair a sentence, for training."""
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        before, seen = self.sentence(ids, bias)
        return self.pairs(before, seen, functional.pad(bias, (0, 3)), p, q)


class Exported(nn.Module):
    """One sentence with all its pairs, as the engine runs it: no padding, so no mask; all heads in two products."""

    #: The heads that the engine reads, in the order of the outputs; the others only help in training.
    READ = ["direction", "act", "criticism"]

    def __init__(self, classifier):
        super().__init__()
        self.classifier = classifier
        inner = [classifier.heads[name][1] for name in self.READ]
        outer = [classifier.heads[name][4] for name in self.READ]
        self.inner = nn.Linear(inner[0].in_features, sum(linear.out_features for linear in inner))
        self.outer = nn.Linear(self.inner.out_features, sum(linear.out_features for linear in outer))
        with torch.no_grad():
            self.inner.weight.copy_(torch.cat([linear.weight for linear in inner]))
            self.inner.bias.copy_(torch.cat([linear.bias for linear in inner]))
            self.outer.weight.copy_(torch.block_diag(*(linear.weight for linear in outer)))
            self.outer.bias.copy_(torch.cat([linear.bias for linear in outer]))

    def forward(self, ids, p, q):
        """ids: [1, tokens]; p, q: [pairs, tokens]. The logits of the heads side by side: [pairs, sum of the heads]."""
        before, seen = self.classifier.sentence(ids, None)
        features = self.classifier.pairs(before, seen, None, p, q)
        return self.outer(functional.gelu(self.inner(features)))

"""The pair classifier: a shared pass over the sentence, then the last layers once for each pair, with its names marked."""

import torch
from torch import nn

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
    """`late` layers run for each pair with a learned mark added to the states of its two names; the others run once."""

    def __init__(self, encoder, late, dropout=0.1):
        super().__init__()
        self.encoder = encoder
        self.late = late
        width = encoder.words.weight.shape[1]
        self.marks = nn.Parameter(torch.randn(2, width) * 0.02)
        self.heads = nn.ModuleDict({
            name: nn.Sequential(nn.Dropout(dropout), nn.Linear(4 * width, width), nn.GELU(), nn.Dropout(dropout),
                                nn.Linear(width, size))
            for name, size in HEADS.items()})

    def shared(self, ids, bias):
        return self.encoder.run(self.encoder.embed(ids), bias, 0, len(self.encoder.layers) - self.late)

    def pairs(self, hidden, bias, p, q):
        """hidden: [pairs, tokens, width]; p, q: [pairs, tokens], each name's tokens sharing a weight of 1 (0: no such name)."""
        marked = hidden + (p > 0).unsqueeze(-1) * self.marks[0] + (q > 0).unsqueeze(-1) * self.marks[1]
        states = self.encoder.run(marked, bias, len(self.encoder.layers) - self.late, len(self.encoder.layers))
        first, second = (p.unsqueeze(1) @ states).squeeze(1), (q.unsqueeze(1) @ states).squeeze(1)
        return torch.cat([first, second, first * second, states[:, 0]], -1)

    def forward(self, ids, mask, p, q):
        """One pair a sentence, for training."""
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        return self.pairs(self.shared(ids, bias), bias, p, q)


class Exported(nn.Module):
    """One sentence with all its pairs, as the engine runs it: no padding, so no mask."""

    def __init__(self, classifier):
        super().__init__()
        self.classifier = classifier

    def forward(self, ids, p, q):
        """ids: [1, tokens]; p, q: [pairs, tokens]. The logits of all heads side by side: [pairs, sum of the heads]."""
        bias = torch.zeros(1, 1, 1, 1)
        hidden = self.classifier.shared(ids, bias)
        features = self.classifier.pairs(hidden.expand(p.shape[0], -1, -1), bias, p, q)
        return torch.cat([self.classifier.heads[name](features) for name in HEADS], -1)

#!/usr/bin/env python3
"""Trains the pair classifier. `make.sh` holds the commands of the shipped model; README.md explains them."""

import argparse
import json
import random
import time
from pathlib import Path

import numpy
import torch
from tokenizers import Tokenizer
from torch.nn import functional

import examples
from encoder import read_encoder
from model import HEADS, PairClassifier

LONGEST = 128


class Coder:
    """Text and spans to ids and weights over tokens."""

    def __init__(self, tokenizer):
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def code(self, example):
        coded = self.tokenizer.encode(example.text)
        ids, offsets = coded.ids, coded.offsets
        return example, ids, self.weights(offsets, example.p), self.weights(offsets, example.q)

    @staticmethod
    def weights(offsets, span):
        weights = numpy.zeros(len(offsets), dtype=numpy.float32)
        if span is not None:
            inside = [i for i, (a, b) in enumerate(offsets) if a < b and a < span[1] and b > span[0]]
            if inside:
                weights[inside] = 1.0 / len(inside)
        return weights


def batches(coded, tokens, rng):
    """Batches of about as many tokens, of sentences about as long."""
    order = list(range(len(coded)))
    if rng:
        rng.shuffle(order)
    order = sorted(order, key=lambda i: len(coded[i][1]) // (4 if rng else 1))
    made, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, len(coded[i][1]))
        if batch and longest * (len(batch) + 1) > tokens:
            made.append(batch)
            batch, longest = [], len(coded[i][1])
        batch.append(i)
    made.append(batch)
    if rng:
        rng.shuffle(made)
    return made


SWAPPED = torch.tensor([0, 2, 1, 4, 3])


MASK = 103


def collate(rows, swap=None, hide=0.0):
    longest = max(len(r[1]) for r in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask, p, q = (torch.zeros(len(rows), longest) for _ in range(3))
    labels = torch.tensor([r[0].label for r in rows])
    for i, (example, pieces, first, second) in enumerate(rows):
        if swap and example.head == "direction" and swap.random() < 0.5:
            first, second, labels[i] = second, first, SWAPPED[example.label]
        n = len(pieces)
        ids[i, :n] = torch.tensor(pieces)
        if swap and hide and swap.random() < 0.5:
            # Words out of sight, names aside: what is learned by heart does not carry over.
            for at in range(1, n - 1):
                if not first[at] and not second[at] and swap.random() < hide:
                    ids[i, at] = MASK
        mask[i, :n] = 1
        p[i, :n], q[i, :n] = torch.from_numpy(first), torch.from_numpy(second)
    return ids, mask, p, q, labels


def f1(gold, found, labels):
    rows = []
    for label in labels:
        tp = ((gold == label) & (found == label)).sum()
        rows.append(2 * tp / max(1, (gold == label).sum() + (found == label).sum()))
    return float(100 * numpy.mean(rows))


def logits(model, coded, head, both=False):
    """The head's logits for each example; for directions, `both` averages the two orders of the names."""
    model.eval()
    out = numpy.zeros((len(coded), HEADS[head]), dtype=numpy.float32)
    with torch.no_grad():
        for batch in batches(coded, 4096, None):
            ids, mask, p, q, _ = collate([coded[i] for i in batch])
            bias = (1.0 - mask)[:, None, None, :] * -1e4
            shared = model.shared(ids, bias)
            found = model.heads[head](model.pairs(shared, bias, p, q))
            if both:
                found = (found + model.heads[head](model.pairs(shared, bias, q, p))[:, SWAPPED]) / 2
            out[batch] = found.numpy()
    return out


def report(model, held):
    figures = {}
    for name, coded in held.items():
        head = coded[0][0].head
        gold = numpy.array([r[0].label for r in coded])
        found = logits(model, coded, head).argmax(-1)
        if head == "criticism":
            figures[name] = f1(gold > 0, found > 0, [False, True])
        else:
            figures[name] = f1(gold, found, sorted(set(gold)))
    return {k: round(v, 1) for k, v in figures.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", required=True, help="ONNX file of a BERT")
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--cues", required=True, help="folder of the engine's tables")
    parser.add_argument("--out", required=True)
    parser.add_argument("--keep", help="encoder layers to keep, by index, e.g. 0,2,4")
    parser.add_argument("--late", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--tokens", type=int, default=1400)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--made", type=float, default=1.0, help="made act sentences a cue frame")
    parser.add_argument("--written", help="folder of the sentences written for this project")
    parser.add_argument("--tones", type=float, default=1.0, help="share of NewsMTSC to learn from")
    parser.add_argument("--renamed", type=float, default=0.0, help="share of directions with a name exchanged, anew each epoch")
    parser.add_argument("--hide", type=float, default=0.0, help="share of words hidden in every other sentence")
    parser.add_argument("--average", type=float, default=0.0, help="decay of the running average of the weights, 0 for none")
    parser.add_argument("--start", help="weights to go on from")
    args = parser.parse_args()

    random.seed(args.seed), numpy.random.seed(args.seed), torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    files = examples.data_files(args.data)
    examples.read_irregular(Path(args.cues) / "irregular-verbs.tsv")
    coder = Coder(args.tokenizer)

    unscon = list(examples.read_unscon(files["unscon"]))
    kept, out = examples.split_speeches(unscon, 0, 3)
    plover = list(examples.read_plover(files["plover"]))
    directions = list(examples.read_dse(files["dse"]))
    tones = list(examples.read_newsmtsc(files["newsmtsc"]))
    train = directions + rng.sample(tones, round(len(tones) * args.tones))
    train += list(examples.from_cues(Path(args.cues) / "cues.tsv", args.made, args.seed))
    nothing = [e for e in directions if e.label == 0]
    train += [examples.Example(e.text, e.p, e.q, "act", 0, 0.3) for e in rng.sample(nothing, 600)]
    train += kept * 2
    if args.written:
        train += list(examples.read_made_acts(Path(args.written) / "acts.tsv")) * 2
        train += list(examples.read_made_stances(Path(args.written) / "stances.tsv")) * 2
    held = {"dse": examples.unseen(examples.read_dse(files["dse_valid"]), examples.read_dse(files["dse"])), "newsmtsc": list(examples.read_newsmtsc(files["newsmtsc_dev"])),
            "unscon": out, "plover": plover}
    coded = [coder.code(e) for e in train]
    held = {k: [coder.code(e) for e in v] for k, v in held.items()}
    counts = {h: numpy.bincount([e.label for e in train if e.head == h], minlength=n) for h, n in HEADS.items()}
    print(json.dumps({"examples": len(train), **{h: c.tolist() for h, c in counts.items()}}), flush=True)

    weights = {}
    for head, count in counts.items():
        weight = (count.sum() / numpy.maximum(count, 1)) ** 0.4
        weights[head] = torch.tensor(weight / (weight * count).sum() * count.sum(), dtype=torch.float32)

    keep = [int(k) for k in args.keep.split(",")] if args.keep else None
    model = PairClassifier(read_encoder(args.encoder, keep), args.late)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    plain = [p for n, p in model.named_parameters() if n.startswith("encoder") and p.dim() > 1]
    bare = [p for n, p in model.named_parameters() if n.startswith("encoder") and p.dim() == 1]
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimiser = torch.optim.AdamW([{"params": plain, "lr": args.rate, "weight_decay": 0.01},
                                   {"params": bare, "lr": args.rate, "weight_decay": 0.0},
                                   {"params": head, "lr": args.rate * 10 if not args.start else args.rate * 4, "weight_decay": 0.01}])
    epochs = [[coder.code(e) for e in examples.renamed(train, args.renamed, rng)] if args.renamed else coded
              for _ in range(args.epochs)]
    plan = [batches(rows, args.tokens, rng) for rows in epochs]
    averaged = PairClassifier(read_encoder(args.encoder, keep), args.late) if args.average else None
    if averaged:
        averaged.load_state_dict(model.state_dict())
    steps, warm = sum(len(p) for p in plan), 0.06
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, s / (steps * warm), max(0.02, (steps - s) / (steps * (1 - warm)))))
    Path(args.out).mkdir(parents=True, exist_ok=True)
    started, step, best = time.time(), 0, -1.0
    for epoch, epoch_batches in enumerate(plan):
        model.train()
        total = 0.0
        for batch in epoch_batches:
            rows = [epochs[epoch][i] for i in batch]
            ids, mask, p, q, labels = collate(rows, rng, args.hide)
            features = model(ids, mask, p, q)
            loss = 0.0
            for name in HEADS:
                here = [i for i, r in enumerate(rows) if r[0].head == name]
                if here:
                    each = functional.cross_entropy(model.heads[name](features[here]), labels[here], weight=weights[name],
                                                    label_smoothing=0.05, reduction="none")
                    loss = loss + (each * torch.tensor([rows[i][0].weight for i in here])).sum()
            loss = loss / len(rows)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step, total = step + 1, total + float(loss.detach())
            if averaged:
                decay = min(args.average, (1 + step) / (10 + step))
                with torch.no_grad():
                    for mean, now in zip(averaged.parameters(), model.parameters()):
                        mean.lerp_(now, 1 - decay)
            if step % 50 == 0:
                print(json.dumps({"step": step, "of": steps, "loss": round(total / 50, 4), "s": round(time.time() - started)}), flush=True)
                total = 0.0
        figures = report(model, held)
        print(json.dumps({"epoch": epoch + 1, **figures}), flush=True)
        if averaged:
            figures = report(averaged, held)
            print(json.dumps({"epoch": epoch + 1, "averaged": True, **figures}), flush=True)
        kept_weights = (averaged or model).state_dict()
        torch.save(kept_weights, Path(args.out) / f"epoch-{epoch + 1}.pt")
        if figures["dse"] > best:
            best = figures["dse"]
            torch.save(kept_weights, Path(args.out) / "model.pt")
            json.dump({"late": args.late, "keep": keep, "figures": figures, "epoch": epoch + 1}, open(Path(args.out) / "model.json", "w"))
    torch.save((averaged or model).state_dict(), Path(args.out) / "last.pt")


if __name__ == "__main__":
    main()

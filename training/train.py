#!/usr/bin/env python3
"""Trains the pair classifier. `make.sh` holds the commands of the shipped model; README.md explains them."""

import argparse
import copy
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch
from tokenizers import Tokenizer
from torch.nn import functional

import examples
from encoder import read_encoder
from model import HEADS, PairClassifier

LONGEST = 128


@dataclass
class Row:
    """A coded example: its pieces, the weights of its names over them, and what the teacher makes of it, if there is one."""

    example: examples.Example
    ids: list
    p: numpy.ndarray
    q: numpy.ndarray
    taught: numpy.ndarray | None = None


class Coder:
    """Text and spans to ids and weights over tokens."""

    def __init__(self, tokenizer):
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def code(self, example):
        coded = self.tokenizer.encode(example.text)
        ids, offsets = coded.ids, coded.offsets
        return Row(example, ids, self.weights(offsets, example.p), self.weights(offsets, example.q))

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
    order = sorted(order, key=lambda i: len(coded[i].ids) // (4 if rng else 1))
    made, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, len(coded[i].ids))
        if batch and longest * (len(batch) + 1) > tokens:
            made.append(batch)
            batch, longest = [], len(coded[i].ids)
        batch.append(i)
    made.append(batch)
    if rng:
        rng.shuffle(made)
    return made


SWAPPED = torch.tensor([0, 2, 1, 4, 3])
FOLDS = 3


def collate(rows, swap=None):
    """A padded batch. With `swap`, a source of chance, the names of half of the directions change places."""
    longest = max(len(row.ids) for row in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask, p, q = (torch.zeros(len(rows), longest) for _ in range(3))
    labels, taught = torch.full((len(rows),), -1), torch.zeros(len(rows), len(SWAPPED))
    for i, row in enumerate(rows):
        first, second, label, probabilities = row.p, row.q, row.example.label, row.taught
        if swap and row.example.head == "direction" and swap.random() < 0.5:
            first, second, label = second, first, label if label < 0 else int(SWAPPED[label])
            probabilities = None if probabilities is None else probabilities[SWAPPED.numpy()]
        n = len(row.ids)
        labels[i] = label
        if probabilities is not None:
            taught[i] = torch.from_numpy(probabilities)
        ids[i, :n] = torch.tensor(row.ids)
        mask[i, :n] = 1
        p[i, :n], q[i, :n] = torch.from_numpy(first), torch.from_numpy(second)
    return ids, mask, p, q, labels, taught


def f1(gold, found, labels):
    rows = []
    for label in labels:
        tp = ((gold == label) & (found == label)).sum()
        rows.append(2 * tp / max(1, (gold == label).sum() + (found == label).sum()))
    return float(100 * numpy.mean(rows))


def logits(model, coded, head):
    """The head's log probabilities for each example; for directions, the mean of both orders of the names."""
    model.eval()
    out = numpy.zeros((len(coded), HEADS[head]), dtype=numpy.float32)
    with torch.no_grad():
        for batch in batches(coded, 4096, None):
            ids, mask, p, q, _, _ = collate([coded[i] for i in batch])
            found = torch.log_softmax(model.heads[head](model(ids, mask, p, q)), -1)
            if head == "direction":
                turned = torch.log_softmax(model.heads[head](model(ids, mask, q, p)), -1)
                found = (found + turned[:, SWAPPED]) / 2
            out[batch] = found.numpy()
    return out


def report(model, held):
    figures = {}
    for name, coded in held.items():
        head = coded[0].example.head
        gold = numpy.array([row.example.label for row in coded])
        found = logits(model, coded, head).argmax(-1)
        if head == "criticism":
            figures[name] = f1(gold > 0, found > 0, [False, True])
        else:
            figures[name] = f1(gold, found, sorted(set(gold)))
    return {k: round(v, 1) for k, v in figures.items()}


def material(args, files, rng):
    """(what to learn from, what to look at in between), of the stage and the fold asked for."""
    directions = examples.once(examples.read_dse(files["dse"]))
    held = {"dse": examples.unseen(examples.read_dse(files["dse_valid"]), directions)}
    made_acts = list(examples.read_made_acts(Path(args.written) / "acts.tsv"))
    stances = list(examples.read_made_stances(Path(args.written) / "stances.tsv")) + list(examples.directions_of(made_acts))
    if args.stage == "directions":
        further = examples.further_pairs(directions, args.further, rng) if args.teacher else []
        return directions + stances + further, held
    train = rng.sample(directions, round(len(directions) * args.directions)) + stances
    train += rng.sample(list(examples.read_newsmtsc(files["newsmtsc"])), args.tones)
    acts, speeches = list(examples.read_plover(files["plover"])), list(examples.read_unscon(files["unscon"]))
    if args.fold is None:
        kept_acts, kept_speeches = [e for _, e in acts], [e for _, e in speeches]
    else:
        out = {name: examples.left_out(rows, args.fold, FOLDS) for name, rows in (("plover", acts), ("unscon", speeches))}
        kept_acts, held["plover"] = examples.split(acts, out["plover"])
        kept_speeches, held["unscon"] = examples.split(speeches, out["unscon"])
        Path(args.out).mkdir(parents=True, exist_ok=True)
        json.dump({name: sorted(groups) for name, groups in out.items()}, open(Path(args.out) / "left-out.json", "w"), indent=1)
    train += kept_acts * 3 + kept_speeches * 2
    train += made_acts * 2
    train += rng.sample(list(examples.from_cues(Path(args.cues) / "cues.tsv", 1, args.seed)), args.made)
    nothing = [e for e in directions if e.label == 0]
    train += [examples.Example(e.text, e.p, e.q, "act", 0, 0.3) for e in rng.sample(nothing, 300)]
    return train, held


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", choices=["directions", "all"], required=True)
    parser.add_argument("--encoder", required=True, help="ONNX file of a BERT")
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--cues", required=True, help="folder of the engine's tables")
    parser.add_argument("--written", required=True, help="folder of the sentences written for this project")
    parser.add_argument("--out", required=True)
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--teacher", help="weights of the whole encoder's model, to learn directions from and, without --start, to take layers of")
    parser.add_argument("--further", type=int, default=4000, help="pairs that only the teacher has read")
    parser.add_argument("--stop", type=int, help="epochs after which to stop, of those that the rate is planned for")
    parser.add_argument("--fold", type=int, help="leave this third of PLOVER and of UNSCon out, and measure on it")
    parser.add_argument("--keep", help="encoder layers to keep, by index, e.g. 0,2,4")
    parser.add_argument("--back", type=int, default=3, help="last layers that pairs go through")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--tokens", type=int, default=1400)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--made", type=int, default=600, help="act sentences made of the cue frames")
    parser.add_argument("--directions", type=float, default=0.15, help="share of DSE in the stage of all tasks")
    parser.add_argument("--tones", type=int, default=400, help="sentences of NewsMTSC")
    parser.add_argument("--mean", action="store_true", help="keep the mean of the running averages after each epoch")
    parser.add_argument("--average", type=float, default=0.998, help="decay of the running average of the weights")
    args = parser.parse_args()

    random.seed(args.seed), numpy.random.seed(args.seed), torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    examples.read_irregular(Path(args.cues) / "irregular-verbs.tsv")
    coder = Coder(args.tokenizer)
    train, held = material(args, examples.data_files(args.data), rng)
    coded = [coder.code(e) for e in train]
    held = {k: [coder.code(e) for e in v] for k, v in held.items()}
    counts = {h: numpy.bincount([e.label for e in train if e.head == h and e.label >= 0], minlength=n) for h, n in HEADS.items()}
    print(json.dumps({"examples": len(train), **{h: c.tolist() for h, c in counts.items()}}), flush=True)

    weights = {}
    for head, count in counts.items():
        if not count.sum():
            continue
        weight = (count.sum() / numpy.maximum(count, 1)) ** 0.4
        weights[head] = torch.tensor(weight / (weight * count).sum() * count.sum(), dtype=torch.float32)

    keep = [int(k) for k in args.keep.split(",")] if args.keep else None
    model = PairClassifier(read_encoder(args.encoder, keep), args.back)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    if args.teacher:
        teacher = PairClassifier(read_encoder(args.encoder), args.back)
        teacher.load_state_dict(torch.load(args.teacher, weights_only=True))
        teach(teacher, coded)
        if not args.start:
            model.load_state_dict(picked(teacher.state_dict(), keep))
    averaged = copy.deepcopy(model)
    plan = [batches(coded, args.tokens, rng) for _ in range(args.epochs)]
    steps = sum(len(p) for p in plan)
    optimiser, schedule = optimisation(model, args.rate, 4 if args.start or args.teacher else 10, steps)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    started, step, ends = time.time(), 0, []
    for epoch, epoch_batches in enumerate(plan[:args.stop]):
        model.train()
        total = 0.0
        for batch in epoch_batches:
            loss = loss_of(model, [coded[i] for i in batch], weights, rng)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step, total = step + 1, total + float(loss.detach())
            decay = min(args.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, now in zip(averaged.parameters(), model.parameters()):
                    if now.requires_grad:
                        mean.lerp_(now, 1 - decay)
            if step % 50 == 0:
                print(json.dumps({"step": step, "of": steps, "loss": round(total / 50, 4), "s": round(time.time() - started)}), flush=True)
                total = 0.0
        print(json.dumps({"epoch": epoch + 1, **report(averaged, held)}), flush=True)
        ends.append({name: value.clone() for name, value in averaged.state_dict().items()})
        kept = ends if args.mean else ends[-1:]
        torch.save({name: sum(end[name] for end in kept) / len(kept) for name in kept[0]}, out / "model.pt")
        json.dump({"back": args.back, "keep": keep, "epoch": epoch + 1}, open(out / "model.json", "w"))


def teach(teacher, coded):
    """Takes down the teacher's shares of the directions; of one order, since half of the time the other is shown."""
    directions = [row for row in coded if row.example.head == "direction"]
    teacher.eval()
    with torch.no_grad():
        for batch in batches(directions, 4096, None):
            rows = [directions[i] for i in batch]
            ids, mask, p, q, _, _ = collate(rows)
            shares = torch.softmax(teacher.heads["direction"](teacher(ids, mask, p, q)), -1)
            for row, share in zip(rows, shares):
                row.taught = share.numpy()


def picked(state, keep):
    """A model's weights with only these layers of its encoder, in their order."""
    stem = "encoder.layers."
    weights = {name: value for name, value in state.items() if not name.startswith(stem)}
    for at, layer in enumerate(keep):
        prefix = f"{stem}{layer}."
        weights |= {f"{stem}{at}." + name[len(prefix):]: value for name, value in state.items() if name.startswith(prefix)}
    return weights


def optimisation(model, rate, faster, steps):
    """AdamW whose rate rises, then falls to nothing. The embeddings stay as they are: words not seen here keep their places beside the
    others, and half of the weights cost nothing."""
    encoder = model.encoder
    for frozen in [encoder.words.weight, encoder.positions.weight, encoder.types, *encoder.norm.parameters()]:
        frozen.requires_grad_(False)
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([
        {"params": [p for n, p in named if n.startswith("encoder")], "lr": rate, "weight_decay": 0.01},
        {"params": [p for n, p in named if not n.startswith("encoder")], "lr": rate * faster, "weight_decay": 0.01}])
    warm = 0.06
    return optimiser, torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (steps * warm), (steps - s) / (steps * (1 - warm))))


def loss_of(model, rows, weights, rng):
    """Of what is labelled, cross-entropy; of what a teacher has read, half of it the divergence from the teacher's shares."""
    ids, mask, p, q, labels, taught = collate(rows, rng)
    features = model(ids, mask, p, q)
    loss = 0.0
    for name in HEADS:
        here = [i for i, row in enumerate(rows) if row.example.head == name]
        if here:
            found = model.heads[name](features[here])
            each = functional.cross_entropy(found, labels[here], weight=weights[name], label_smoothing=0.05, reduction="none",
                                            ignore_index=-1)
            if name == "direction":
                apart = functional.kl_div(torch.log_softmax(found, -1), taught[here], reduction="none").sum(-1)
                each = torch.where(taught[here].sum(-1) > 0, 0.5 * each + 1.0 * apart, each)
            loss = loss + (each * torch.tensor([rows[i].example.weight for i in here])).sum()
    return loss / len(rows)


if __name__ == "__main__":
    main()

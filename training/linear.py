#!/usr/bin/env python3
"""Trains the linear fallback: hashed n-grams around a pair, one weight an n-gram and class, in one small file."""

import argparse
import json
import random
import re
import struct
from pathlib import Path

import numpy
import scipy.sparse
from sklearn.linear_model import LogisticRegression

import examples
from model import ACTS
from train import f1

REACH = 6
WORD = re.compile(r"[^\W_]+|[\"“”]")


def hashed(place, words):
    value = 0x811C9DC5
    for byte in f"{place}:{words}".encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def features(example, p, q):
    """Must stay equal to LinearClassifier.features in the engine."""
    line, first, second = [], -1, -1
    for match in WORD.finditer(example.text):
        start, end = match.span()
        if start < p[1] and end > p[0]:
            if first < 0:
                line.append("<p>")
                first = len(line) - 1
        elif start < q[1] and end > q[0]:
            if second < 0:
                line.append("<q>")
                second = len(line) - 1
        else:
            word = match.group().lower()
            line.append('"' if word in "“”" else word)
    if first < 0 or second < 0:
        return []
    order = "pq" if first < second else "qp"
    left, right = min(first, second), max(first, second)
    begin, stop = max(0, left - REACH), min(len(line), right + REACH + 1)
    found = [hashed(order, str(min(9, (right - left) // 3)))]
    for at in range(begin, stop):
        zone = "b" if at < left else "m" if at <= right else "a"
        found += [hashed(order + zone, line[at]), hashed("any", line[at])]
        if at + 1 < stop:
            found.append(hashed(order + zone, " ".join(line[at:at + 2])))
            if at + 2 < stop:
                found.append(hashed(order + zone, " ".join(line[at:at + 3])))
    return found


def table(rows, size):
    columns, pointers = [], [0]
    for row in rows:
        columns += sorted({value & (size - 1) for value in row})
        pointers.append(len(columns))
    return scipy.sparse.csr_matrix((numpy.ones(len(columns), dtype=numpy.float32), columns, pointers), shape=(len(rows), size))


def fit(rows, labels, size, classes, c, weights=None):
    count = numpy.bincount(labels, minlength=classes)
    weight = {k: (len(labels) / max(1, n)) ** 0.4 for k, n in enumerate(count) if n}
    model = LogisticRegression(C=c, max_iter=300, class_weight=weight, random_state=0)
    model.fit(table(rows, size), labels, sample_weight=weights)
    full = numpy.zeros((classes, size), dtype=numpy.float32)
    bias = numpy.full(classes, -20.0, dtype=numpy.float32)
    full[model.classes_] = model.coef_
    bias[model.classes_] = model.intercept_
    return full, bias


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--cues", required=True)
    parser.add_argument("--written", required=True, help="folder of the sentences written for this project")
    parser.add_argument("--to", required=True)
    parser.add_argument("--bits", type=int, default=16)
    parser.add_argument("--check", help="writes readings of sentences of our own, for the engine's test")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    size, files = 1 << args.bits, examples.data_files(args.data)
    examples.read_irregular(Path(args.cues) / "irregular-verbs.tsv")
    swap = [0, 2, 1, 4, 3]
    train = examples.once(examples.read_dse(files["dse"]))
    nothing = random.Random(args.seed).sample([e for e in train if e.label == 0], 600)
    made_acts = list(examples.read_made_acts(Path(args.written) / "acts.tsv"))
    train += list(examples.read_made_stances(Path(args.written) / "stances.tsv")) + list(examples.directions_of(made_acts))
    rows = [features(e, e.p, e.q) for e in train] + [features(e, e.q, e.p) for e in train]
    labels = numpy.array([e.label for e in train] + [swap[e.label] for e in train])
    directions, bias = fit(rows, labels, size, 5, 0.3)
    valid = examples.unseen(examples.read_dse(files["dse_valid"]), examples.read_dse(files["dse"]))
    found = (table([features(e, e.p, e.q) for e in valid], size) @ directions.T + bias).argmax(-1)
    print(json.dumps({"dse_valid": round(f1(numpy.array([e.label for e in valid]), found, range(5)), 1), "n": len(valid)}))

    made = list(examples.from_cues(Path(args.cues) / "cues.tsv", 1.5, args.seed))
    real = made_acts + [e for _, e in examples.read_plover(files["plover"])]
    act_rows = [features(e, e.p, e.q) for e in made + real + nothing]
    act_labels = numpy.array([e.label for e in made + real] + [0] * len(nothing))
    act_weights = numpy.array([0.5] * len(made) + [3.0] * len(real) + [0.5] * len(nothing))
    acts, act_bias = fit(act_rows, act_labels, size, len(ACTS), 1.0, act_weights)

    weights, biases = numpy.vstack([directions, acts]), numpy.concatenate([bias, act_bias])
    scales = numpy.maximum(numpy.abs(weights).max(1) / 127, 1e-9)
    table_bytes = numpy.round(weights / scales[:, None]).astype(numpy.int8).T.tobytes()
    with open(args.to, "wb") as out:
        out.write(struct.pack(">III", 0x444C494E, size, len(biases)))
        for scale, b in zip(scales, biases):
            out.write(struct.pack(">ff", scale, b))
        out.write(table_bytes)
    if args.check:
        quantised = (numpy.frombuffer(table_bytes, dtype=numpy.int8).reshape(size, -1).T[:5] * scales[:5, None].astype(numpy.float32))
        with open(args.check, "w", encoding="utf8") as out:
            for e in list(examples.read_made_stances(Path(args.written) / "stances.tsv"))[::30]:
                logits = quantised[:, sorted({h & (size - 1) for h in features(e, e.p, e.q)})].sum(1) + biases[:5]
                logs = logits - numpy.log(numpy.exp(logits - logits.max()).sum()) - logits.max()
                out.write("\t".join([e.text, *map(str, e.p + e.q), *(f"{v:.5f}" for v in logs)]) + "\n")


if __name__ == "__main__":
    main()

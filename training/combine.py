#!/usr/bin/env python3
"""Fits how the classifier and the cues are weighed together, and measures how well the confidence is calibrated."""

import argparse
import json

import numpy
from scipy.optimize import minimize

import examples
from train import f1

NAMES = ["learned", "support", "oppose", "cue", "cueThere", "otherCue"]
POSITIVE = numpy.array([False, True, True, False, False])


def read(path, keep):
    learned, cues, labels = [], [], []
    for line in open(path, encoding="utf8"):
        row = json.loads(line)
        if row["text"] in keep:
            label = [0, 2, 1, 4, 3][row["label"]] if row["turned"] else row["label"]
            learned.append(row["learned"]), cues.append(row["cues"]), labels.append(label)
    return numpy.array(learned), numpy.array(cues), numpy.array(labels)


def shares(w, learned, cues):
    """Combination.shares of the engine."""
    strongest = cues.max(1, keepdims=True)
    logits = w[0] * learned
    polar = numpy.where(POSITIVE, w[1], w[2]) + numpy.where(cues > 0, w[3] * cues + w[4], w[5] * strongest)
    polar[:, 0] = 0
    logits = logits + polar
    logits -= logits.max(1, keepdims=True)
    e = numpy.exp(logits)
    return e / e.sum(1, keepdims=True)


def calibration_error(confidence, right, bins=10):
    order = numpy.minimum((confidence * bins).astype(int), bins - 1)
    return sum(abs(confidence[order == b].mean() - right[order == b].mean()) * (order == b).mean()
               for b in range(bins) if (order == b).any())


def fit(learned, cues, labels):
    def loss(w):
        p = shares(w, learned, cues)[numpy.arange(len(labels)), labels]
        return -numpy.log(p + 1e-12).mean() + 0.002 * (w[1:] ** 2).sum()

    w = minimize(loss, numpy.array([1.0, 0, 0, 2, 0.5, -0.5]), method="BFGS").x
    found = shares(w, learned, cues)
    _, plus, minus = max((f1(labels, (found * lean(a, b)).argmax(1), range(5)), a, b)
                         for a in numpy.arange(0.8, 4.01, 0.2) for b in numpy.arange(0.8, 4.01, 0.2))
    return w, plus, minus


def lean(plus, minus):
    return numpy.where(numpy.arange(5) == 0, 1, numpy.where(POSITIVE, plus, minus))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--inputs", required=True, help="CombinationInputs of DSE's validation file")
    parser.add_argument("--kind", required=True)
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    files = examples.data_files(args.data)
    valid = examples.unseen(examples.read_dse(files["dse_valid"]), examples.read_dse(files["dse"]))
    learned, cues, labels = read(args.inputs, {e.text for e in valid})
    # Six weights and two leans: fitted on all, measured on folds that they were not fitted on.
    fold = numpy.random.default_rng(5).permutation(len(labels)) % args.folds
    pick, top = numpy.zeros(len(labels), dtype=int), numpy.zeros(len(labels))
    for k in range(args.folds):
        out = fold == k
        w, plus, minus = fit(learned[~out], cues[~out], labels[~out])
        p = shares(w, learned[out], cues[out])
        pick[out] = (p * lean(plus, minus)).argmax(1)
        top[out] = p[numpy.arange(out.sum()), pick[out]]
    polar = pick > 0
    w, plus, minus = fit(learned, cues, labels)
    print(json.dumps({
        "n": len(labels), "folds": args.folds, "macro_f1": round(f1(labels, pick, range(5)), 1),
        "classifier_alone": round(f1(labels, learned.argmax(1), range(5)), 1),
        "cues_alone": round(f1(labels, numpy.where(cues.max(1) > 0, cues.argmax(1), 0), range(5)), 1),
        "ece": round(calibration_error(top, pick == labels), 4),
        "ece_of_reported": round(calibration_error(top[polar], (pick == labels)[polar]), 4), "reported": int(polar.sum())}))
    print("\t".join([args.kind, *(f"{v:.3f}" for v in w), f"{plus:.1f}", f"{minus:.1f}"]))


if __name__ == "__main__":
    main()

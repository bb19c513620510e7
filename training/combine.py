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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--train", required=True, help="CombinationInputs of DSE's training file")
    parser.add_argument("--valid", required=True, help="CombinationInputs of DSE's validation file")
    parser.add_argument("--kind", required=True)
    args = parser.parse_args()
    files = examples.data_files(args.data)
    everything = list(examples.read_dse(files["dse"]))
    _, part = examples.split_calibration(everything)
    valid = examples.unseen(examples.read_dse(files["dse_valid"]), everything)
    fit = read(args.train, {e.text for e in part})
    held = read(args.valid, {e.text for e in valid})

    def loss(w):
        p = shares(w, fit[0], fit[1])[numpy.arange(len(fit[2])), fit[2]]
        return -numpy.log(p + 1e-12).mean() + 0.002 * (w[1:] ** 2).sum()

    w = minimize(loss, numpy.array([1.0, 0, 0, 2, 0.5, -0.5]), method="BFGS").x
    found = shares(w, fit[0], fit[1])
    leans = max(((f1(fit[2], (found * numpy.where(numpy.arange(5) == 0, 1, numpy.where(POSITIVE, a, b))).argmax(1), range(5)), a, b)
                 for a in numpy.arange(0.8, 4.01, 0.2) for b in numpy.arange(0.8, 4.01, 0.2)))
    lean = numpy.where(numpy.arange(5) == 0, 1, numpy.where(POSITIVE, leans[1], leans[2]))
    p = shares(w, *held[:2])
    pick = (p * lean).argmax(1)
    top = p[numpy.arange(len(p)), pick]
    polar = pick > 0
    print(json.dumps({
        "fitted_on": len(fit[2]), "n": len(held[2]), "macro_f1": round(f1(held[2], pick, range(5)), 1),
        "classifier_alone": round(f1(held[2], held[0].argmax(1), range(5)), 1),
        "on_part": round(leans[0], 1),
        "ece": round(calibration_error(top, pick == held[2]), 4),
        "ece_of_reported": round(calibration_error(top[polar], (pick == held[2])[polar]), 4)}))
    print("\t".join([args.kind, *(f"{v:.3f}" for v in w), f"{leans[1]:.1f}", f"{leans[2]:.1f}"]))


if __name__ == "__main__":
    main()

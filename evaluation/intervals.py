"""Figures with their 95 % intervals."""

from dataclasses import dataclass

import numpy

RESAMPLES = 1000
SEED = 7


@dataclass
class Figure:
    """A value and what it would be on other draws of the same kind of items. All three in the unit that is printed."""

    value: float
    low: float
    high: float
    n: int


def bootstrap(counts, figure, groups=None):
    """A figure of sums. counts: [items, k]; figure: sums [..., k] to values [...]; items of one group are drawn together."""
    counts = numpy.asarray(counts, dtype=float)
    units = counts
    if groups is not None:
        names = {name: index for index, name in enumerate(dict.fromkeys(groups))}
        units = numpy.zeros((len(names), counts.shape[1]))
        numpy.add.at(units, [names[g] for g in groups], counts)
    drawn = numpy.random.default_rng(SEED).multinomial(len(units), numpy.full(len(units), 1 / len(units)), RESAMPLES)
    low, high = numpy.percentile(figure(drawn @ units), [2.5, 97.5])
    return Figure(float(figure(units.sum(0))), float(low), float(high), len(counts))


def macro_f1(gold, found, labels, groups=None):
    """In percent. A label that nobody gave and nobody found counts as 0, as score.py has it."""
    gold, found = numpy.array(gold, dtype=object), numpy.array(found, dtype=object)
    right = numpy.stack([(gold == label) & (found == label) for label in labels], 1)
    wrong = numpy.stack([(gold == label) != (found == label) for label in labels], 1)

    def figure(sums):
        hits, errors = sums[..., :len(labels)], sums[..., len(labels):]
        return (200 * hits / numpy.maximum(1, 2 * hits + errors)).mean(-1)

    return bootstrap(numpy.concatenate([right, wrong], 1), figure, groups)


def share(hits):
    """Hits of tries in percent. Where none or all hit, resampling can't vary, and the exact interval stands."""
    n, made = len(hits), int(sum(hits))
    if 0 < made < n:
        return bootstrap([[hit, 1] for hit in hits], lambda sums: 100 * sums[..., 0] / sums[..., 1])
    edge = 100 * (1 - 0.025 ** (1 / n)) if n else 100.0
    return Figure(100.0, 100 - edge, 100.0, n) if made else Figure(0.0, 0.0, edge, n)


def triplet_f1(pairs):
    """In percent, of (gold, found) dictionaries, one pair an article; articles are drawn."""
    counts = [[len(set(g.items()) & set(f.items())), len(g), len(f)] for g, f in pairs]
    made = bootstrap(counts, lambda sums: 200 * sums[..., 0] / numpy.maximum(1, sums[..., 1] + sums[..., 2]))
    made.n = int(numpy.array(counts)[:, 1].sum())
    return made


def overlap_f1(rows):
    """In percent, of (hits, false, missed) word sequences, one row a page; precision and recall are means over pages."""
    def one(hits, false, missed):
        perfect = false == missed == 0
        precision = [1.0 if perfect else hits / (hits + false), 1] if hits + false else [0, 0]
        return precision + ([1.0 if perfect else hits / (hits + missed), 1] if hits + missed else [0, 0])

    def figure(sums):
        precision, recall = sums[..., 0] / numpy.maximum(1, sums[..., 1]), sums[..., 2] / numpy.maximum(1, sums[..., 3])
        return 200 * precision * recall / numpy.maximum(1e-9, precision + recall)

    return bootstrap([one(*row) for row in rows], figure)

package io.demarche.engine.stance;

import io.demarche.engine.classifier.Direction;
import io.demarche.engine.classifier.Reading;
import io.demarche.engine.data.Table;

/**
 * One probability of the classifier's and the cues' readings of a pair.
 *
 * <p>A conditional logit over the five {@link Direction}s: the share of a direction is
 * exp({@code learned}·L + bias + cue terms), where L is the classifier's log probability. Its few weights are fitted on
 * sentences that the classifier did not learn from, so that the shares are calibrated; docs/evaluation.md says how.
 */
class Combination {
    private final double learned;
    private final double support;
    private final double oppose;
    private final double cue;
    private final double cueThere;
    private final double otherCue;
    private final double leanSupport;
    private final double leanOppose;

    Combination(double... weights) {
        learned = weights[0];
        support = weights[1];
        oppose = weights[2];
        cue = weights[3];
        cueThere = weights[4];
        otherCue = weights[5];
        leanSupport = weights[6];
        leanOppose = weights[7];
    }

    /** The weights fitted for a classifier of a kind. */
    static Combination load(String kind) {
        for (Table.Row row : Table.read("combination.tsv", 9).rows()) {
            if (row.text(0).equals(kind)) {
                double[] weights = new double[8];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = Double.parseDouble(row.text(i + 1));
                }
                return new Combination(weights);
            }
        }
        throw new IllegalStateException("combination.tsv has no weights for " + kind);
    }

    /**
     * The probability of each direction.
     *
     * @param reading the classifier's
     * @param cues by direction: the weight of the strongest cue that says so, 0 without one
     * @param possible by direction: whether it can be (an issue holds nothing)
     */
    double[] shares(Reading reading, double[] cues, boolean[] possible) {
        double strongest = 0;
        for (double weight : cues) {
            strongest = Math.max(strongest, weight);
        }
        double[] shares = new double[cues.length];
        double sum = 0;
        for (Direction direction : Direction.values()) {
            int k = direction.ordinal();
            if (!possible[k]) {
                continue;
            }
            double logit = learned * reading.of(direction);
            if (direction != Direction.NONE) {
                logit += direction.supports() ? support : oppose;
                logit += cues[k] > 0 ? cue * cues[k] + cueThere : otherCue * strongest;
            }
            shares[k] = Math.exp(logit);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /**
     * The direction to report. A rare class is reported before it is likelier than none: how much before is fitted too.
     */
    Direction decide(double[] shares) {
        Direction best = Direction.NONE;
        double most = shares[0];
        for (Direction direction : Direction.values()) {
            double lean = direction == Direction.NONE ? 1 : direction.supports() ? leanSupport : leanOppose;
            double value = shares[direction.ordinal()] * lean;
            if (value > most) {
                best = direction;
                most = value;
            }
        }
        return best;
    }
}

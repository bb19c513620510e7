package io.demarche.engine.classifier;

import io.demarche.engine.Act;
import org.jspecify.annotations.Nullable;

/**
 * What a model makes of a pair, as natural logarithms of probabilities.
 *
 * @param directions by {@link Direction}
 * @param acts by the model's acts: none, then as {@link #ACTS} has them
 * @param criticism not, openly, between the lines
 */
public record Reading(double[] directions, double[] acts, double[] criticism) {
    /** The acts in the order of the model's outputs after "none". */
    private static final Act[] ACTS = {
        Act.AGREE, Act.CONSULT, Act.SUPPORT, Act.CONCEDE, Act.COOPERATE, Act.AID, Act.RETREAT, Act.REQUEST,
        Act.ACCUSE, Act.REJECT, Act.THREATEN, Act.PROTEST, Act.SANCTION, Act.MOBILIZE, Act.COERCE, Act.ASSAULT
    };

    /** How many outputs of a model are acts: these and none. */
    static final int ACT_COUNT = ACTS.length + 1;

    /** Knows nothing: the shares of the classes in running text. */
    public static final Reading NONE = new Reading(
            new double[] {Math.log(0.66), Math.log(0.1), Math.log(0.02), Math.log(0.19), Math.log(0.03)},
            new double[] {},
            new double[] {});

    /** Log probability of a direction. */
    public double of(Direction direction) {
        return directions[direction.ordinal()];
    }

    /** This and the reading of the same pair in the other order, as one. */
    public Reading averaged(Reading turned) {
        double[] both = new double[Direction.COUNT];
        for (Direction direction : Direction.values()) {
            both[direction.ordinal()] = (of(direction) + turned.of(direction.turned())) / 2;
        }
        return new Reading(logSoftmax(both), acts, criticism);
    }

    /** Log probability of an act; minus infinity when the model reads no acts. */
    public double of(Act act) {
        for (int i = 0; i < ACTS.length && i + 1 < acts.length; i++) {
            if (ACTS[i] == act) {
                return acts[i + 1];
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** The likeliest act, or null when none is likelier than each. */
    public @Nullable Act act() {
        int best = 0;
        for (int i = 1; i < acts.length; i++) {
            best = acts[i] > acts[best] ? i : best;
        }
        return best == 0 ? null : ACTS[best - 1];
    }

    /** Probability that the sentence criticises somebody; 0 when the model can't tell. */
    public double critical() {
        return criticism.length == 0 ? 0 : 1 - Math.exp(criticism[0]);
    }

    static double[] logSoftmax(float[] logits, int from, int to) {
        double[] part = new double[to - from];
        for (int i = from; i < to; i++) {
            part[i - from] = logits[i];
        }
        return logSoftmax(part);
    }

    private static double[] logSoftmax(double[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - most);
        }
        double[] logs = new double[logits.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logits[i] - most - Math.log(sum);
        }
        return logs;
    }
}

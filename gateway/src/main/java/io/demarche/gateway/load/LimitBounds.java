package io.demarche.gateway.load;

import java.time.Duration;

/**
 * Between what a limit moves.
 *
 * @param least it never falls below
 * @param first where it begins, and where it goes back to when nobody has to be turned away
 * @param most it never rises above
 * @param unnoticed how long anything may take before the limit falls, however little it usually takes
 */
record LimitBounds(int least, int first, int most, Duration unnoticed) {

    LimitBounds {
        if (least < 1 || first < least || most < first || unnoticed.isNegative()) {
            throw new IllegalArgumentException("least " + least + ", first " + first + ", most " + most + ", unnoticed "
                    + unnoticed + ": they must grow from 1");
        }
    }

    static LimitBounds fixed(int limit) {
        return new LimitBounds(limit, limit, limit, Duration.ZERO);
    }

    static LimitBounds of(LoadConfig.Bounds bounds) {
        return new LimitBounds(bounds.least(), bounds.first(), bounds.most(), bounds.unnoticed());
    }

    double within(double limit) {
        return Math.max(least, Math.min(most, limit));
    }
}

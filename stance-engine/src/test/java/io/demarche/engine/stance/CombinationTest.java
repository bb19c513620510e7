package io.demarche.engine.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.demarche.engine.classifier.Direction;
import io.demarche.engine.classifier.Reading;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CombinationTest {
    private static final boolean[] ALL = {true, true, true, true, true};

    private final Combination combination = Combination.load("encoder");

    @Test
    void sharesAddUpToOne() {
        assertThat(Arrays.stream(combination.shares(reading(0.5, 0.2, 0.1, 0.1, 0.1), new double[5], ALL))
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aCueMakesItsDirectionLikelier() {
        Reading reading = reading(0.6, 0.1, 0.1, 0.1, 0.1);
        double[] without = combination.shares(reading, new double[5], ALL);
        double[] with = combination.shares(reading, new double[] {0, 0, 0, 0.9, 0}, ALL);
        assertThat(with[Direction.FIRST_AGAINST_SECOND.ordinal()])
                .isGreaterThan(without[Direction.FIRST_AGAINST_SECOND.ordinal()]);
    }

    @Test
    void whatCannotBeHasNoShare() {
        double[] shares = combination.shares(
                reading(0.1, 0.1, 0.4, 0.1, 0.3), new double[5], new boolean[] {true, true, false, true, false});
        assertThat(shares[Direction.SECOND_FOR_FIRST.ordinal()]).isZero();
        assertThat(shares[Direction.SECOND_AGAINST_FIRST.ordinal()]).isZero();
    }

    @Test
    void aCertainReadingIsReported() {
        double[] shares = combination.shares(reading(0.01, 0.96, 0.01, 0.01, 0.01), new double[5], ALL);
        assertThat(combination.decide(shares)).isEqualTo(Direction.FIRST_FOR_SECOND);
        shares = combination.shares(reading(0.98, 0.005, 0.005, 0.005, 0.005), new double[5], ALL);
        assertThat(combination.decide(shares)).isEqualTo(Direction.NONE);
    }

    private static Reading reading(double... shares) {
        return new Reading(Arrays.stream(shares).map(Math::log).toArray(), new double[0], new double[0]);
    }
}

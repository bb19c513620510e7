package io.demarche.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.gateway.testing.CaffeineClasses;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void aQuietCallerMaySendWhatTheWindowBrings() {
        RateLimits limits = new RateLimits(10);
        RateLimits.Standing first = limits.take("a", 60);
        assertThat(first.allowed()).isTrue();
        assertThat(first.quota()).isEqualTo(10);
        assertThat(first.windowSeconds()).isEqualTo(10);
        assertThat(first.remaining()).isEqualTo(9);
        assertThat(first.fullAfterSeconds()).isEqualTo(1);
        assertThat(first.retryAfterSeconds()).isZero();
    }

    @Test
    void aBusyOneIsToldWhenToComeBack() {
        RateLimits limits = new RateLimits(10);
        // One a minute, so that none comes back while this runs.
        RateLimits.Standing last = limits.take("a", 1);
        assertThat(last.allowed()).isTrue();
        RateLimits.Standing next = limits.take("a", 1);
        assertThat(next.allowed()).isFalse();
        assertThat(next.remaining()).isZero();
        assertThat(next.retryAfterSeconds()).isBetween(1L, 60L);
        assertThat(next.quota()).isEqualTo(1);
        assertThat(next.windowSeconds()).isEqualTo(60);
    }

    @Test
    void callersDoNotCountForEachOther() {
        RateLimits limits = new RateLimits(1);
        limits.take("a", 1);
        assertThat(limits.take("a", 1).allowed()).isFalse();
        assertThat(limits.take("b", 1).allowed()).isTrue();
    }

    @Test
    void aNewRateCountsAtOnce() {
        RateLimits limits = new RateLimits(1);
        limits.take("a", 1);
        assertThat(limits.take("a", 1).allowed()).isFalse();
        assertThat(limits.take("a", 6_000).allowed()).isTrue();
    }

    @Test
    void aNativeExecutableKnowsTheClassesOfItsCache() throws Exception {
        assertThat(RateLimits.class.getAnnotation(RegisterForReflection.class).classNames())
                .containsExactlyInAnyOrderElementsOf(CaffeineClasses.of(new RateLimits(1), "buckets"));
    }
}

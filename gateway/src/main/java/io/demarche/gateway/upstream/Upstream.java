package io.demarche.gateway.upstream;

import io.demarche.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * One service behind the gateway. Every call through it ends in bounded time, with the answer or with a
 * {@link ProblemException}: what the service said about a bad request as it said it, everything else as 502, 503 or 504.
 */
public final class Upstream {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final double JITTER = 0.5;

    private final String name;
    private final UpstreamConfig config;
    private final Guard breaker;
    private final UpstreamMetrics metrics;

    Upstream(String name, UpstreamConfig config, MeterRegistry registry) {
        this.name = name;
        this.config = config;
        this.metrics = new UpstreamMetrics(name, registry);
        this.breaker = Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .when(failure -> !(failure instanceof UpstreamFailure known) || known.countsAgainstService())
                .requestVolumeThreshold(config.breaker().window())
                .failureRatio(config.breaker().failureRatio())
                .delay(config.breaker().delay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(metrics::breaker)
                .done()
                .build();
    }

    /** The service's name, as status and problems show it. */
    public String name() {
        return name;
    }

    /** A call that changes nothing and is quick; tried again when the service cannot be reached. */
    public <T> Uni<T> read(Supplier<Uni<T>> call) {
        Uni<T> guarded = guarded(call, config.timeout());
        if (config.retries() > 0) {
            guarded = metrics.countingRetries(guarded)
                    .onFailure(Upstream::worthAnotherTry)
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .withJitter(JITTER)
                    .atMost(config.retries());
        }
        return guarded.onFailure().transform(this::told);
    }

    /** A call that the service has to work for. Never repeated: the caller knows whether that would be right. */
    public <T> Uni<T> compute(Supplier<Uni<T>> call) {
        return guarded(call, config.computeTimeout()).onFailure().transform(this::told);
    }

    /** Asks how the service is: past the breaker, since an open one shall not hide that the service is back. */
    public <T> Uni<T> probe(Supplier<Uni<T>> call) {
        return timed(call, config.statusTimeout()).onFailure().transform(this::told);
    }

    private <T> Uni<T> guarded(Supplier<Uni<T>> call, Duration timeout) {
        return metrics.countingPrevented(
                Uni.createFrom().deferred(() -> breaker.get(() -> timed(call, timeout), new TypeLiteral<Uni<T>>() {})));
    }

    private <T> Uni<T> timed(Supplier<Uni<T>> call, Duration timeout) {
        return metrics.timed(Uni.createFrom()
                .deferred(call::get)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("empty answer"))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(failure -> UpstreamFailure.of(name, failure)));
    }

    private static boolean worthAnotherTry(Throwable failure) {
        return failure instanceof UpstreamFailure known && known.worthAnotherTry();
    }

    private Throwable told(Throwable failure) {
        if (failure instanceof UpstreamFailure known) {
            return known.problem();
        }
        if (failure instanceof CircuitBreakerOpenException) {
            int seconds = Math.max(1, (int) config.breaker().delay().toSeconds());
            return ProblemException.unavailable(
                    "The " + name + " service has been failing and is given a rest; try again shortly.", seconds);
        }
        return failure;
    }
}

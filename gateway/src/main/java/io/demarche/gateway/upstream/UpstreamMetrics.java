package io.demarche.gateway.upstream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** What is counted of the calls to one service. All its series are there from the start, so that a rate has a beginning. */
final class UpstreamMetrics {

    /** How a call ended, as the label says it. */
    private enum Outcome {
        /** With the answer. */
        OK,
        /** The service refused what it was asked for: a status of 400 to 422. */
        REFUSED,
        /** Nobody was there, or the service said that it is not available. */
        UNAVAILABLE,
        /** Not in time. */
        TIMEOUT,
        /** With an error of the service, or an answer that makes no sense. */
        FAILED,
        /** Nobody waited for it any more. */
        CANCELLED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Outcome, Timer> calls = new EnumMap<>(Outcome.class);
    private final AtomicReference<CircuitBreakerState> state = new AtomicReference<>(CircuitBreakerState.CLOSED);
    private final Counter retries;
    private final Counter prevented;

    UpstreamMetrics(String service, MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            calls.put(
                    outcome,
                    Timer.builder("demarche.upstream.calls")
                            .description("Calls to a service behind the gateway, each attempt by itself")
                            .tag("service", service)
                            .tag("outcome", outcome.label())
                            .register(registry));
        }
        this.retries = Counter.builder("demarche.upstream.retries")
                .description("Calls that were tried again")
                .tag("service", service)
                .register(registry);
        this.prevented = Counter.builder("demarche.upstream.prevented")
                .description("Calls that were not made because the breaker was open")
                .tag("service", service)
                .register(registry);
        Gauge.builder("demarche.upstream.breaker", state, UpstreamMetrics::number)
                .description("State of the circuit breaker: 0 closed, 1 half open, 2 open")
                .tag("service", service)
                .register(registry);
    }

    /** For the breaker to tell its state. */
    void breaker(CircuitBreakerState now) {
        state.set(now);
    }

    /** Measures each subscription to a call. */
    <T> Uni<T> timed(Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            return call.onTermination().invoke((answer, failure, cancelled) -> timer(failure, cancelled)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
        });
    }

    /** Counts a call that is made again. */
    void retried() {
        retries.increment();
    }

    /** Counts the calls that the breaker keeps from being made. */
    <T> Uni<T> countingPrevented(Uni<T> call) {
        return call.onFailure(CircuitBreakerOpenException.class).invoke(() -> prevented.increment());
    }

    private Timer timer(@Nullable Throwable failure, boolean cancelled) {
        return Objects.requireNonNull(calls.get(outcome(failure, cancelled)));
    }

    private static Outcome outcome(@Nullable Throwable failure, boolean cancelled) {
        if (cancelled || failure instanceof UpstreamFailure known && known.callerLeft()) {
            return Outcome.CANCELLED;
        }
        if (failure == null) {
            return Outcome.OK;
        }
        if (failure instanceof UpstreamFailure known) {
            int status = known.problem().status();
            return status < 500 || !known.countsAgainstService()
                    ? Outcome.REFUSED
                    : status == 503 ? Outcome.UNAVAILABLE : status == 504 ? Outcome.TIMEOUT : Outcome.FAILED;
        }
        return Outcome.FAILED;
    }

    private static double number(AtomicReference<CircuitBreakerState> state) {
        return switch (state.get()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }
}

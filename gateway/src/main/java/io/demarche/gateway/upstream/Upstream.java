package io.demarche.gateway.upstream;

import io.demarche.platform.deadline.Deadline;
import io.demarche.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One service behind the gateway. Every call through it ends in bounded time, with the answer or with a
 * {@link ProblemException}: what the service said about a bad request as it said it, everything else as 502, 503 or 504.
 */
public final class Upstream {

    private static final Logger LOG = Logger.getLogger(Upstream.class);

    private final String name;
    private final UpstreamConfig config;
    private final Vertx vertx;
    private final Guard breaker;
    private final UpstreamMetrics metrics;
    private final Retries retries;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    Upstream(String name, UpstreamConfig config, Vertx vertx, MeterRegistry registry) {
        this.name = name;
        this.config = config;
        this.vertx = vertx;
        this.metrics = new UpstreamMetrics(name, registry);
        this.retries = new Retries(
                vertx,
                config.retries(),
                new RetryBudget(
                        config.retryBudget().ratio(), config.retryBudget().reserve()),
                metrics::retried);
        this.breaker = Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .when(failure -> !(failure instanceof UpstreamFailure known) || known.countsAgainstService())
                .requestVolumeThreshold(config.breaker().window())
                .failureRatio(config.breaker().failureRatio())
                .delay(config.breaker().delay().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::changed)
                .done()
                .build();
    }

    /** The service's name, as status and problems show it. */
    public String name() {
        return name;
    }

    /** Whether its circuit breaker lets calls through: {@code CLOSED}, not {@code OPEN}, or one {@code HALF_OPEN}. */
    public String breaker() {
        return state.name();
    }

    /** A call that changes nothing and is quick; tried again when the service cannot be reached. */
    public <T> Uni<T> read(Supplier<Uni<T>> call) {
        return repeated(call, config.timeout());
    }

    /** A call that the service has to work for. Never repeated: the caller knows whether that would be right. */
    public <T> Uni<T> compute(Supplier<Uni<T>> call) {
        return guarded(call, config.computeTimeout()).onFailure().transform(this::told);
    }

    /**
     * As {@link #compute}, of a write. With an Idempotency-Key the service does it once however often it gets it, so that
     * it may be tried again.
     */
    public <T> Uni<T> write(@Nullable String key, Supplier<Uni<T>> call) {
        return key == null ? compute(call) : repeated(call, config.computeTimeout());
    }

    /** Asks how the service is: past the breaker, since an open one shall not hide that the service is back. */
    public <T> Uni<T> probe(Supplier<Uni<T>> call) {
        return timed(call, config.statusTimeout(), made -> {}).onFailure().transform(this::told);
    }

    private <T> Uni<T> repeated(Supplier<Uni<T>> call, Duration timeout) {
        return Uni.createFrom()
                .deferred(() -> retries.around(() -> guarded(call, timeout), Upstream::worthAnotherTry))
                .onFailure()
                .transform(this::told);
    }

    private <T> Uni<T> guarded(Supplier<Uni<T>> call, Duration timeout) {
        return metrics.countingPrevented(Uni.createFrom().deferred(() -> {
            AtomicReference<@Nullable UpstreamCall<T>> made = new AtomicReference<>();
            // The guard does not pass it on that somebody has hung up.
            return breaker.get(() -> timed(call, timeout, made::set), new TypeLiteral<Uni<T>>() {})
                    .onCancellation()
                    .invoke(() -> {
                        UpstreamCall<T> underWay = made.get();
                        if (underWay != null) {
                            underWay.giveUp();
                        }
                    });
        }));
    }

    private <T> Uni<T> timed(Supplier<Uni<T>> call, Duration timeout, Consumer<UpstreamCall<T>> making) {
        return metrics.timed(Uni.createFrom().deferred(() -> {
            Duration limit = Deadline.within(timeout);
            boolean callersOwn = limit.compareTo(timeout) < 0;
            UpstreamCall<T> made =
                    new UpstreamCall<>(vertx, limit, config.maxAnswer().asLongValue());
            making.accept(made);
            return made.run(call).onFailure().transform(failure -> UpstreamFailure.of(name, failure, callersOwn));
        }));
    }

    private void changed(CircuitBreakerState now) {
        state = now;
        metrics.breaker(now);
        LOG.warnf("The circuit breaker of the %s service is %s", name, now);
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

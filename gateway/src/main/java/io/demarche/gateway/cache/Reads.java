package io.demarche.gateway.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.demarche.platform.deadline.Deadline;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers reads: from memory for a moment, together with others who ask the same at the same time, and with what the
 * service said last while it fails. Nobody is given an answer that is older than a write that went through this gateway,
 * unless it is marked as stale.
 */
@ApplicationScoped
// Caffeine finds the classes for the options below by their names.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMW", "com.github.benmanes.caffeine.cache.PSMW"},
        fields = true)
public class Reads {

    /** Of an entry besides its bytes, about. */
    private static final int OVERHEAD = 300;

    private final CacheConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Vertx vertx;
    private final Cache<String, Content> kept;
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final Map<Reading, AtomicLong> marks = new EnumMap<>(Reading.class);

    @Inject
    Reads(CacheConfig config, ObjectMapper json, Vertx vertx) {
        this(config, json, vertx, Clock.systemUTC());
    }

    Reads(CacheConfig config, ObjectMapper json, Vertx vertx, Clock clock) {
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.vertx = vertx;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(config.maxSize().asLongValue())
                .weigher((String key, Content content) -> OVERHEAD + 2 * key.length() + content.bytes().length)
                .executor(Runnable::run)
                .build();
        for (Reading reading : Reading.values()) {
            marks.put(reading, new AtomicLong());
        }
    }

    /**
     * Answers a read.
     *
     * @param call asks the service; its value goes out as JSON
     */
    public <T> Uni<Answer> get(ReadKey key, Supplier<Uni<T>> call) {
        return get(key, call, value -> true);
    }

    /**
     * Answers a read.
     *
     * @param call asks the service; its value goes out as JSON
     * @param settled whether a value may be kept; one that is about to change is not
     */
    public <T> Uni<Answer> get(ReadKey key, Supplier<Uni<T>> call, Predicate<T> settled) {
        return Uni.createFrom().deferred(() -> {
            long now = clock.millis();
            long mark = mark(key).get();
            if (!config.enabled()) {
                return call.get().map(value -> Answer.loaded(content(value, now, mark), false));
            }
            Content known = kept.getIfPresent(key.toString());
            if (known != null
                    && known.mark() == mark
                    && now - known.loadedAt() < config.fresh().toMillis()) {
                return Uni.createFrom().item(Answer.kept(known, now));
            }
            Content spare =
                    known != null && now - known.loadedAt() < config.stale().toMillis() ? known : null;
            return Uni.createFrom().emitter(emitter -> ask(key, mark, spare, load(key, mark, call, settled), emitter));
        });
    }

    /** Something was written: kept answers of these kinds are outdated, and those that are under way too. */
    public void outdate(Reading... readings) {
        for (Reading reading : readings) {
            mark(ReadKey.of(reading)).incrementAndGet();
        }
    }

    /** What this key names was removed: not even a failing service brings its answer back. */
    public void forget(ReadKey key) {
        outdate(key.reading());
        kept.invalidate(key.toString());
    }

    private <T> Uni<Content> load(ReadKey key, long mark, Supplier<Uni<T>> call, Predicate<T> settled) {
        return Uni.createFrom().deferred(call::get).map(value -> {
            Content content = content(value, clock.millis(), mark);
            boolean removedMeanwhile = key.reading().removable() && mark(key).get() != mark;
            if (settled.test(value) && !removedMeanwhile) {
                kept.put(key.toString(), content);
            } else {
                kept.invalidate(key.toString());
            }
            return content;
        });
    }

    private Content content(Object value, long now, long mark) {
        try {
            return Content.of(json.writeValueAsBytes(value), now, mark);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("an answer that cannot be written", failure);
        }
    }

    private void ask(
            ReadKey key, long mark, @Nullable Content spare, Uni<Content> load, UniEmitter<? super Answer> emitter) {
        // A read that begins behind a write must not share a question that was asked before it.
        // One whose caller waits less than others may fail where theirs does not.
        String name = key + "#" + mark
                + Deadline.current().map(own -> "#" + own.hashCode()).orElse("");
        Flight own = new Flight(clock.millis(), () -> flights.remove(name));
        Flight found = flights.putIfAbsent(name, own);
        Flight flight = found == null ? own : found;
        Uni<Content> end = Uni.createFrom().emitter(passenger -> {
            if (flight.board(passenger, here())) {
                passenger.onTermination(() -> flight.leave(passenger));
            } else {
                // It has ended between the two lines: what it brought is kept, or there is nothing to share.
                load.subscribe().with(passenger::complete, passenger::fail);
            }
        });
        Cancellable waiting = end.subscribe()
                .with(
                        content -> emitter.complete(Answer.loaded(content, found != null)),
                        failure -> failed(failure, spare, emitter));
        long timer = spare == null ? -1 : impatience(flight, spare, emitter);
        emitter.onTermination(() -> {
            vertx.cancelTimer(timer);
            waiting.cancel();
        });
        if (found == null) {
            flight.start(load);
        }
    }

    private long impatience(Flight flight, Content spare, UniEmitter<? super Answer> emitter) {
        long waited = clock.millis() - flight.beganAt();
        return vertx.setTimer(Math.max(1, config.patience().toMillis() - waited), timer -> {
            flight.goOn();
            emitter.complete(stale(spare));
        });
    }

    private void failed(Throwable failure, @Nullable Content spare, UniEmitter<? super Answer> emitter) {
        if (spare != null && failure instanceof ProblemException problem && problem.status() >= 500) {
            emitter.complete(stale(spare));
        } else {
            emitter.fail(failure);
        }
    }

    private Answer stale(Content spare) {
        return Answer.stale(spare, clock.millis(), config.fresh().toMillis());
    }

    private AtomicLong mark(ReadKey key) {
        AtomicLong mark = marks.get(key.reading());
        if (mark == null) {
            throw new IllegalStateException("no mark for " + key.reading());
        }
        return mark;
    }

    private static Executor here() {
        Context context = Vertx.currentContext();
        return command -> {
            if (context == null || context == Vertx.currentContext()) {
                command.run();
            } else {
                context.runOnContext(run -> command.run());
            }
        };
    }
}

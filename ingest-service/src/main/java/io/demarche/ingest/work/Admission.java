package io.demarche.ingest.work;

import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether more work is taken: not while more waits than a bound allows. Counted at most once a second by each replica, so
 * that the bound may be passed by what is accepted in that second.
 */
@Singleton
public class Admission {

    private final WorkRepository repository;
    private final WorkConfig config;
    private final Clock clock;

    /** When the count is old; null before the first. */
    private volatile @Nullable Instant next;

    private volatile boolean full;

    Admission(WorkRepository repository, WorkConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /** Ends well when work is taken; a 503 that says when to come back otherwise. */
    public Uni<Boolean> check() {
        if (config.maxBacklog() == 0) {
            return Uni.createFrom().item(true);
        }
        Instant now = clock.instant();
        Instant old = next;
        if (old != null && now.isBefore(old)) {
            return told();
        }
        // Others go by the old count while this one asks.
        next = old == null ? null : now.plus(config.backlogRefresh());
        return repository.waits(config.maxBacklog()).flatMap(waiting -> {
            full = waiting;
            next = clock.instant().plus(config.backlogRefresh());
            return told();
        });
    }

    private Uni<Boolean> told() {
        return full
                ? Uni.createFrom().failure(ProblemException.unavailable("Too many articles wait to be analysed.", (int)
                        config.backlogRetryAfter().toSeconds()))
                : Uni.createFrom().item(true);
    }
}

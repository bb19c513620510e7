package io.demarche.ingest.removal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes articles away, and keeps in mind whom that has to be told. */
@Singleton
public class RemovalService {

    private static final int AT_ONCE = 500;

    private final RemovalRepository repository;
    private final RetentionConfig retention;
    private final Clock clock;

    RemovalService(RemovalRepository repository, RetentionConfig retention, Clock clock) {
        this.repository = repository;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Takes one article away.
     *
     * @return whether it was there
     */
    public Uni<Boolean> remove(UUID article) {
        return repository.remove(List.of(article), clock.instant()).map(gone -> !gone.isEmpty());
    }

    /** Takes away what is past its age; an article that waits for its analysis stays until it has had it. */
    Uni<Long> removeOld() {
        return retention
                .age()
                .map(age -> removeBefore(clock.instant().minus(age), 0))
                .orElseGet(() -> Uni.createFrom().item(0L));
    }

    /** In small parts, so that nobody waits long for a lock. */
    private Uni<Long> removeBefore(Instant before, long removed) {
        return repository.removeOld(before, AT_ONCE, clock.instant()).flatMap(gone -> {
            long sum = removed + gone.size();
            return gone.size() < AT_ONCE ? Uni.createFrom().item(sum) : removeBefore(before, sum);
        });
    }

    /** Articles whose removal is to be told. */
    Uni<List<UUID>> due(int limit) {
        return repository.due(clock.instant(), limit);
    }

    /** Takes down that these were told. */
    Uni<Void> confirm(List<UUID> articles) {
        return repository.confirm(articles, clock.instant());
    }
}

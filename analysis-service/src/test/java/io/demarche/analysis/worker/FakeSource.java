package io.demarche.analysis.worker;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ingest as the test wants it. */
final class FakeSource implements WorkSource {

    final Deque<Lease> backlog = new ArrayDeque<>();
    final List<Integer> asked = new ArrayList<>();
    final List<Settlement> settled = new ArrayList<>();
    final List<UUID> extended = new ArrayList<>();
    final Set<UUID> lost = new HashSet<>();
    int settleCalls;
    boolean away;

    /** When set, leases are answered only once the test completes it. */
    @Nullable
    CompletableFuture<Void> slowLease;

    Lease add() {
        Lease lease = new Lease(
                UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, "hash", "text", null, null, null, null, null);
        backlog.add(lease);
        return lease;
    }

    @Override
    public CompletionStage<List<Lease>> lease(int max) {
        asked.add(max);
        if (away) {
            return CompletableFuture.failedStage(new IllegalStateException("away"));
        }
        List<Lease> leases = new ArrayList<>();
        while (leases.size() < max && !backlog.isEmpty()) {
            leases.add(backlog.poll());
        }
        return slowLease == null ? CompletableFuture.completedStage(leases) : slowLease.thenApply(nothing -> leases);
    }

    @Override
    public CompletionStage<Set<UUID>> extend(Collection<Lease> leases) {
        if (away) {
            return CompletableFuture.failedStage(new IllegalStateException("away"));
        }
        leases.forEach(lease -> extended.add(lease.token()));
        return CompletableFuture.completedStage(lostOf(leases));
    }

    @Override
    public CompletionStage<Set<UUID>> settle(List<Settlement> settlements) {
        settleCalls++;
        if (away) {
            return CompletableFuture.failedStage(new IllegalStateException("away"));
        }
        settled.addAll(settlements);
        return CompletableFuture.completedStage(
                lostOf(settlements.stream().map(Settlement::lease).toList()));
    }

    private Set<UUID> lostOf(Collection<Lease> leases) {
        return leases.stream().map(Lease::token).filter(lost::contains).collect(Collectors.toSet());
    }
}

package io.demarche.ingest.work;

import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Hands out work and takes reports on it. */
@Singleton
public final class WorkService {

    private final WorkRepository repository;
    private final WorkRules rules;
    private final WorkMetrics metrics;

    WorkService(WorkRepository repository, WorkConfig config, Clock clock, WorkMetrics metrics) {
        this.repository = repository;
        this.metrics = metrics;
        this.rules = new WorkRules(
                config.maxAttempts(),
                new Backoff(config.backoffBase(), config.backoffMax()),
                clock,
                // A generator of its own for each thread; asked anew each time, because threads change.
                () -> ThreadLocalRandom.current().nextLong());
    }

    /** Leases what is due, oldest due first. */
    Uni<List<Lease>> lease(WorkRequests.Take request) {
        return repository
                .lease(
                        request.worker(),
                        request.max(),
                        rules.now(),
                        rules.leaseEnd(request.seconds()),
                        rules.maxAttempts())
                .invoke(leases -> metrics.leased(leases.size()));
    }

    /** Makes leases last longer. */
    Uni<WorkResponses.Results> extend(WorkRequests.Extend request) {
        UUID[] articles = distinct(request.leases().stream().map(WorkRequests.Held::articleId));
        UUID[] tokens = request.leases().stream().map(WorkRequests.Held::token).toArray(UUID[]::new);
        return repository
                .extend(articles, tokens, rules.leaseEnd(request.seconds()))
                .map(held -> results(articles, held));
    }

    /** Takes reports of success. */
    Uni<WorkResponses.Results> complete(WorkRequests.Complete request) {
        UUID[] articles = distinct(request.leases().stream().map(WorkRequests.Done::articleId));
        UUID[] tokens = request.leases().stream().map(WorkRequests.Done::token).toArray(UUID[]::new);
        String[] versions =
                request.leases().stream().map(WorkRequests.Done::engineVersion).toArray(String[]::new);
        return repository
                .complete(articles, tokens, versions, rules.now())
                .invoke(held -> metrics.completed(articles.length, held.size()))
                .map(held -> results(articles, held));
    }

    /** Takes reports of failure. */
    Uni<WorkResponses.Results> fail(WorkRequests.Fail request) {
        UUID[] articles = distinct(request.leases().stream().map(WorkRequests.Failed::articleId));
        UUID[] tokens =
                request.leases().stream().map(WorkRequests.Failed::token).toArray(UUID[]::new);
        Map<UUID, WorkRequests.Failed> reports = new HashMap<>();
        request.leases().forEach(report -> reports.put(report.articleId(), report));
        return repository
                .fail(articles, tokens, (id, attempts) -> decide(reports.get(id), attempts), rules.now())
                .invoke(held ->
                        held.forEach(id -> metrics.failed(reports.get(id).retry())))
                .map(held -> results(articles, held));
    }

    /** Takes work back that was not tried. */
    Uni<WorkResponses.Results> release(WorkRequests.Release request) {
        UUID[] articles = distinct(request.leases().stream().map(WorkRequests.Held::articleId));
        UUID[] tokens = request.leases().stream().map(WorkRequests.Held::token).toArray(UUID[]::new);
        return repository
                .release(articles, tokens, rules.now())
                .invoke(held -> held.forEach(id -> metrics.failed(true)))
                .map(held -> results(articles, held));
    }

    /** Counts what there is to do. */
    Uni<Backlog> backlog() {
        return repository.backlog(rules.now());
    }

    private WorkRules.Next decide(WorkRequests.Failed report, int attempts) {
        return rules.afterFailure(attempts, report.reason().strip(), report.retry());
    }

    /** Answers name articles, so that no article may be named twice. */
    private static UUID[] distinct(Stream<UUID> articles) {
        UUID[] ids = articles.toArray(UUID[]::new);
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < ids.length; i++) {
            if (!seen.add(ids[i])) {
                throw ProblemException.badRequest("leases[" + i + "].articleId", "is there twice");
            }
        }
        return ids;
    }

    private static WorkResponses.Results results(UUID[] articles, Set<UUID> held) {
        return new WorkResponses.Results(List.of(articles).stream()
                .map(id -> new WorkResponses.Result(
                        id, held.contains(id) ? WorkResponses.Outcome.OK : WorkResponses.Outcome.LOST))
                .toList());
    }
}

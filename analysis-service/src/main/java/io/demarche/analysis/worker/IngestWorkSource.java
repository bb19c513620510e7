package io.demarche.analysis.worker;

import io.demarche.analysis.worker.WorkMessages.Completed;
import io.demarche.analysis.worker.WorkMessages.Failed;
import io.demarche.analysis.worker.WorkMessages.Held;
import io.demarche.analysis.worker.WorkMessages.LeasedArticle;
import io.demarche.analysis.worker.WorkMessages.Result;
import io.demarche.analysis.worker.WorkMessages.ResultsResponse;
import io.demarche.platform.trace.Trace;
import io.demarche.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Ingest as a source of work. Nothing is tried twice here: the worker knows better when, and whether it still matters. */
@ApplicationScoped
class IngestWorkSource implements WorkSource {

    private static final String LOST = "LOST";
    private static final String OK = "OK";

    private final WorkClient client;
    private final Duration lease;
    private final String name;

    IngestWorkSource(@RestClient WorkClient client, WorkerConfig config) {
        this.client = client;
        this.lease = config.lease();
        this.name = config.name().orElseGet(IngestWorkSource::processName);
    }

    @Override
    public CompletionStage<List<Lease>> lease(int max) {
        var request = new WorkMessages.LeaseRequest(name, max, lease.toSeconds());
        return send(() -> client.lease(request).map(response -> required(response.leases(), "leases").stream()
                .map(this::toLease)
                .toList()));
    }

    @Override
    public CompletionStage<Set<UUID>> extend(Collection<Lease> leases) {
        var request = new WorkMessages.ExtendRequest(
                leases.stream().map(IngestWorkSource::held).toList(), lease.toSeconds());
        return send(() -> client.extend(request).map(response -> lost(leases, response)));
    }

    @Override
    public CompletionStage<Set<UUID>> settle(List<Settlement> settlements) {
        List<Lease> leases = settlements.stream().map(Settlement::lease).toList();
        return send(() -> tell(settlements).map(response -> lost(leases, response)));
    }

    private Uni<ResultsResponse> tell(List<Settlement> settlements) {
        return switch (settlements.get(0).kind()) {
            case COMPLETE ->
                client.complete(new WorkMessages.CompleteRequest(
                        settlements.stream().map(IngestWorkSource::completed).toList()));
            case FAIL ->
                client.fail(new WorkMessages.FailRequest(
                        settlements.stream().map(IngestWorkSource::failed).toList()));
            case HAND_BACK ->
                client.release(new WorkMessages.ReleaseRequest(settlements.stream()
                        .map(Settlement::lease)
                        .map(IngestWorkSource::held)
                        .toList()));
        };
    }

    private static Completed completed(Settlement settlement) {
        Lease held = settlement.lease();
        return new Completed(held.articleId(), held.token(), settlement.note());
    }

    private static Failed failed(Settlement settlement) {
        Lease held = settlement.lease();
        return new Failed(held.articleId(), held.token(), settlement.note(), false);
    }

    private static Held held(Lease lease) {
        return new Held(lease.articleId(), lease.token());
    }

    private Lease toLease(@Nullable LeasedArticle leased) {
        LeasedArticle article = required(leased, "leases[]");
        return new Lease(
                required(article.articleId(), "articleId"),
                required(article.token(), "token"),
                // The later of two leases of an article is the one granted later, however long either runs.
                required(article.expiresAt(), "expiresAt").minusSeconds(lease.toSeconds()),
                required(article.contentHash(), "contentHash"),
                required(article.text(), "text"),
                article.title(),
                article.url(),
                article.source(),
                article.publishedAt(),
                article.language());
    }

    /** Tokens of the leases that ingest does not know any more. An article that it says nothing of is an unusable answer. */
    private static Set<UUID> lost(Collection<Lease> leases, ResultsResponse response) {
        Map<UUID, String> outcomes = new HashMap<>();
        for (Result result : required(response.results(), "results")) {
            Result known = required(result, "results[]");
            outcomes.put(required(known.articleId(), "articleId"), required(known.outcome(), "outcome"));
        }
        Set<UUID> lost = new HashSet<>();
        for (Lease held : leases) {
            String outcome = required(outcomes.get(held.articleId()), "result of " + held.articleId());
            if (outcome.equals(LOST)) {
                lost.add(held.token());
            } else if (!outcome.equals(OK)) {
                throw new UnusableAnswerException("outcome is neither " + OK + " nor " + LOST);
            }
        }
        return lost;
    }

    /** What the client throws while it makes the call is a failed call too. */
    private static <T> CompletionStage<T> send(Supplier<Uni<? extends T>> call) {
        Trace present = Traces.current();
        return Traces.within(
                present == null ? Trace.begin() : present,
                () -> Uni.createFrom().<T>deferred(call).subscribeAsCompletionStage());
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new UnusableAnswerException(what + " is missing");
        }
        return value;
    }

    private static String processName() {
        String host = System.getenv("HOSTNAME");
        return (host == null || host.isBlank() ? "analysis" : host) + "-"
                + ProcessHandle.current().pid();
    }

    /** Ingest answered, but not as agreed. */
    private static final class UnusableAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableAnswerException(String reason) {
            super(reason);
        }
    }
}

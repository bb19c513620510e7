package io.demarche.analysis.worker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said to ingest, and what it answers. Of an answer only what is used here is read, so that ingest may come to
 * say more.
 */
@RegisterForReflection(
        targets = {
            WorkMessages.LeaseRequest.class,
            WorkMessages.LeaseResponse.class,
            WorkMessages.LeasedArticle.class,
            WorkMessages.Held.class,
            WorkMessages.ExtendRequest.class,
            WorkMessages.ReleaseRequest.class,
            WorkMessages.Completed.class,
            WorkMessages.CompleteRequest.class,
            WorkMessages.Failed.class,
            WorkMessages.FailRequest.class,
            WorkMessages.ResultsResponse.class,
            WorkMessages.Result.class
        })
final class WorkMessages {

    private WorkMessages() {}

    record LeaseRequest(String worker, int max, long seconds) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LeaseResponse(@Nullable List<@Nullable LeasedArticle> leases) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LeasedArticle(
            @Nullable UUID articleId,
            @Nullable UUID token,
            @Nullable Instant expiresAt,
            @Nullable String contentHash,
            @Nullable String text,
            @Nullable String title,
            @Nullable String url,
            @Nullable String source,
            @Nullable Instant publishedAt,
            @Nullable String language) {}

    record Held(UUID articleId, UUID token) {}

    record ExtendRequest(List<Held> leases, long seconds) {}

    record ReleaseRequest(List<Held> leases) {}

    record Completed(UUID articleId, UUID token, String engineVersion) {}

    record CompleteRequest(List<Completed> leases) {}

    record Failed(UUID articleId, UUID token, String reason, boolean retry) {}

    record FailRequest(List<Failed> leases) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ResultsResponse(@Nullable List<@Nullable Result> results) {}

    /** Outcome is {@code OK} or {@code LOST}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Result(@Nullable UUID articleId, @Nullable String outcome) {}
}

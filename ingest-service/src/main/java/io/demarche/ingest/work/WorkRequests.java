package io.demarche.ingest.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What workers send. */
final class WorkRequests {

    /** The most leases in one call. */
    static final int MAX_LEASES = 100;

    static final int MIN_SECONDS = 5;
    static final int MAX_SECONDS = 600;
    static final int MAX_NAME = 200;
    static final int MAX_REASON = 2_000;

    private WorkRequests() {}

    /**
     * Asks for work.
     *
     * @param worker a name for people to find the worker by
     * @param max the most articles to lease, 1 to 100
     * @param seconds how long the leases last, 5 to 600
     */
    @Schema(name = "LeaseRequest")
    record Take(
            @NotBlank @Size(max = MAX_NAME) @Schema(examples = "analysis-1") String worker,
            @NotNull @Min(1) @Max(MAX_LEASES) Integer max,
            @NotNull @Min(MIN_SECONDS) @Max(MAX_SECONDS) Integer seconds) {}

    /**
     * Names a lease.
     *
     * @param articleId its article
     * @param token its token
     */
    @Schema(name = "LeaseReference")
    record Held(@NotNull UUID articleId, @NotNull UUID token) {}

    /**
     * Makes leases last longer.
     *
     * @param leases which
     * @param seconds how long from now, 5 to 600
     */
    @Schema(name = "ExtendRequest")
    record Extend(
            @NotEmpty @Size(max = MAX_LEASES) List<@NotNull @Valid Held> leases,
            @NotNull @Min(MIN_SECONDS) @Max(MAX_SECONDS) Integer seconds) {}

    /**
     * Names a lease whose work is done.
     *
     * @param articleId its article
     * @param token its token
     * @param engineVersion what did the work
     */
    @Schema(name = "CompletedLease")
    record Done(@NotNull UUID articleId, @NotNull UUID token, @NotBlank @Size(max = MAX_NAME) String engineVersion) {}

    /**
     * Reports work that is done.
     *
     * @param leases which
     */
    @Schema(name = "CompleteRequest")
    record Complete(@NotEmpty @Size(max = MAX_LEASES) List<@NotNull @Valid Done> leases) {}

    /**
     * Names a lease whose work failed.
     *
     * @param articleId its article
     * @param token its token
     * @param reason what went wrong, for people
     * @param retry whether another attempt may succeed
     */
    @Schema(name = "FailedLease")
    record Failed(
            @NotNull UUID articleId,
            @NotNull UUID token,
            @NotBlank @Size(max = MAX_REASON) String reason,
            @NotNull Boolean retry) {}

    /**
     * Hands work back that was not tried.
     *
     * @param leases which
     */
    @Schema(name = "ReleaseRequest")
    record Release(@NotEmpty @Size(max = MAX_LEASES) List<@NotNull @Valid Held> leases) {}

    /**
     * Reports work that failed.
     *
     * @param leases which
     */
    @Schema(name = "FailRequest")
    record Fail(@NotEmpty @Size(max = MAX_LEASES) List<@NotNull @Valid Failed> leases) {}
}

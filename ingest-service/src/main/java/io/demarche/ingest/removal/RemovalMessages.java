package io.demarche.ingest.removal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said about removals. */
final class RemovalMessages {

    static final int MOST = 500;

    private RemovalMessages() {}

    /**
     * Articles that are gone.
     *
     * @param articleIds their ids, none twice
     */
    @RegisterForReflection
    @Schema(name = "Removals", description = "Articles that are gone")
    record Removals(@NotNull @Size(max = MOST) List<@NotNull UUID> articleIds) {}
}

package io.demarche.analysis.analyse;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Names of the caller's own.
 *
 * @param actors who can hold a position
 * @param issues what a position can be about
 */
@Schema(
        name = "CatalogRequest",
        description = "Names of your own, for this call. At most 5,000 names and terms in all.")
public record CatalogRequest(
        @Nullable List<@Nullable ActorRequest> actors, @Nullable List<@Nullable IssueRequest> issues) {

    /**
     * Somebody who can hold a position.
     *
     * @param id unique in the request
     * @param names how the text may call it
     * @param memberOf ids of parents
     * @param kind what it is
     */
    @Schema(name = "ActorRequest", description = "Somebody who can hold a position.")
    public record ActorRequest(
            @Nullable @Schema(required = true, maxLength = AnalyseLimits.NAME, examples = "acme") String id,
            @Nullable
                    @Schema(
                            required = true,
                            minItems = 1,
                            examples = "[\"Acme\", \"the Acme Corporation\"]",
                            description = "How the text may call it; case counts.")
                    List<@Nullable String> names,
            @Nullable @Schema(maxItems = AnalyseLimits.PARENTS, description = "Ids of parents, yours or built-in ones.")
                    List<@Nullable String> memberOf,
            @Nullable
                    @Schema(
                            nullable = true,
                            enumeration = {"state", "government", "leader", "official", "party", "bloc", "group"})
                    String kind) {}

    /**
     * Something that a position can be about.
     *
     * @param id unique in the request
     * @param terms phrases that name it
     * @param partOf ids of parents
     */
    @Schema(name = "IssueRequest", description = "Something that a position can be about.")
    public record IssueRequest(
            @Nullable @Schema(required = true, maxLength = AnalyseLimits.NAME, examples = "harbour-dispute") String id,
            @Nullable
                    @Schema(
                            required = true,
                            minItems = 1,
                            examples = "[\"harbour dispute\"]",
                            description = "Phrases that name it; case does not count.")
                    List<@Nullable String> terms,
            @Nullable @Schema(maxItems = AnalyseLimits.PARENTS, description = "Ids of parents, yours or built-in ones.")
                    List<@Nullable String> partOf) {}
}

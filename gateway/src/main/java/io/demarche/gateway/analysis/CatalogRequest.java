package io.demarche.gateway.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Names that count for one analysis.
 *
 * @param actors who can hold a position
 * @param issues what a position can be about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Names that count for one analysis, at most 5,000 in all.")
public record CatalogRequest(
        @Schema(description = "Who can hold a position.") @Nullable List<@NotNull @Valid ActorRequest> actors,
        @Schema(description = "What a position can be about.") @Nullable List<@NotNull @Valid IssueRequest> issues) {

    /** How many names and terms there are. */
    int names() {
        int names = 0;
        if (actors != null) {
            names += actors.stream().mapToInt(actor -> actor.names().size()).sum();
        }
        if (issues != null) {
            names += issues.stream().mapToInt(issue -> issue.terms().size()).sum();
        }
        return names;
    }

    /**
     * An actor of the caller's own.
     *
     * @param id unique in this catalog
     * @param names how the text may call it
     * @param memberOf ids of what it belongs to
     * @param kind what kind of actor it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ActorRequest", description = "An actor of your own.")
    public record ActorRequest(
            @Schema(required = true, description = "Unique in this catalog.", examples = "coast-guard") @NotBlank
                    String id,
            @Schema(
                            required = true,
                            description = "How the text may call it; case counts.",
                            examples = "[\"Coast Guard\"]")
                    @NotNull
                    List<@NotBlank String> names,
            @Schema(
                            description = "Ids of what it belongs to, of this catalog or the built-in one.",
                            examples = "[\"philippines\"]")
                    @Nullable
                    List<@NotBlank String> memberOf,
            @Schema(
                            description = "What kind of actor it is.",
                            enumeration = {"state", "government", "leader", "official", "party", "bloc", "group"},
                            examples = "group")
                    @Nullable
                    String kind) {}

    /**
     * An issue of the caller's own.
     *
     * @param id unique in this catalog
     * @param terms phrases that name it
     * @param partOf ids of what it is part of
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "IssueRequest", description = "An issue of your own.")
    public record IssueRequest(
            @Schema(required = true, description = "Unique in this catalog.", examples = "shoal-access") @NotBlank
                    String id,
            @Schema(
                            required = true,
                            description = "Phrases that name it; case does not count.",
                            examples = "[\"access to the shoal\"]")
                    @NotNull
                    List<@NotBlank String> terms,
            @Schema(description = "Ids of what it is part of.", examples = "[\"maritime-disputes\"]") @Nullable
                    List<@NotBlank String> partOf) {}
}

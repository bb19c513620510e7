package io.demarche.gateway.live;

import io.demarche.gateway.stance.Act;
import io.demarche.gateway.stance.AttributionKind;
import io.demarche.gateway.stance.Manner;
import io.demarche.gateway.stance.Polarity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which stances a client wants to be told of, as query parameters: those of {@code GET /stances}, without {@code text}. */
@RegisterForReflection
public class LiveParameters {

    private static final int VALUES = 100;

    @Parameter(description = "Id of who holds it, or of what the holder belongs to.", example = "russia")
    @QueryParam("holder")
    @Size(max = VALUES)
    List<@NotBlank String> holder = List.of();

    @Parameter(description = "Id of what it is about, or of what that belongs to.", example = "peace-negotiations")
    @QueryParam("target")
    @Size(max = VALUES)
    List<@NotBlank String> target = List.of();

    @QueryParam("polarity")
    List<Polarity> polarity = List.of();

    @QueryParam("manner")
    List<Manner> manner = List.of();

    @QueryParam("act")
    List<Act> act = List.of();

    @QueryParam("attribution")
    List<AttributionKind> attribution = List.of();

    @Parameter(description = "Registrable domain of the article.", example = "example.org")
    @QueryParam("source")
    @Size(max = VALUES)
    List<@NotBlank String> source = List.of();

    @Parameter(description = "Only stances of this article.")
    @QueryParam("articleId")
    @Size(max = VALUES)
    List<UUID> articleId = List.of();

    @Parameter(
            description = "Published (or analysed, when it is not known when it was published) at this time or later.",
            example = "2026-01-01T00:00:00Z")
    @QueryParam("from")
    @Nullable
    Instant from;

    @Parameter(description = "Published (or analysed) before this time.")
    @QueryParam("to")
    @Nullable
    Instant to;

    @Parameter(description = "Only stances that are at least this sure.")
    @QueryParam("minConfidence")
    @DecimalMin("0")
    @DecimalMax("1")
    @Nullable
    Double minConfidence;

    LiveFilter toFilter() {
        return new LiveFilter(
                Set.copyOf(holder),
                Set.copyOf(target),
                names(polarity),
                names(manner),
                names(act),
                names(attribution),
                Set.copyOf(source),
                Set.copyOf(articleId),
                from,
                to,
                minConfidence);
    }

    private static Set<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}

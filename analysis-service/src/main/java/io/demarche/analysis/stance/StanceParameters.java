package io.demarche.analysis.stance;

import io.demarche.analysis.Moments;
import io.demarche.engine.Act;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filter of a request for stances, as query parameters. */
@RegisterForReflection
public class StanceParameters {

    /** Of values of one parameter. */
    private static final int VALUES = 100;
    /** Of characters of one value. */
    private static final int LENGTH = 200;

    @QueryParam("holder")
    @Parameter(description = "Id of the holder, or of anything that it is a member of.")
    @Size(max = VALUES)
    List<String> holder = List.of();

    @QueryParam("target")
    @Parameter(description = "Id of the target, or of anything that it is a member or part of.")
    @Size(max = VALUES)
    List<String> target = List.of();

    @QueryParam("polarity")
    @Parameter(description = "Which way the holder leans.")
    List<Polarity> polarity = List.of();

    @QueryParam("manner")
    @Parameter(description = "How the stance is held.")
    List<Manner> manner = List.of();

    @QueryParam("act")
    @Parameter(description = "PLOVER root event of the statement.")
    List<Act> act = List.of();

    @QueryParam("attribution")
    @Parameter(description = "Who says so.")
    List<AttributionKind> attribution = List.of();

    @QueryParam("source")
    @Parameter(description = "Registrable domain of the outlet.")
    @Size(max = VALUES)
    List<String> source = List.of();

    @QueryParam("articleId")
    @Parameter(description = "The article.")
    @Size(max = VALUES)
    List<UUID> articleId = List.of();

    @QueryParam("from")
    @Parameter(
            description = "Not before this time, or the midnight (UTC) of this date.",
            example = "2024-05-01T00:00:00Z")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Before this time, or the midnight (UTC) of this date.", example = "2024-06-01")
    @Nullable
    String to;

    @QueryParam("minConfidence")
    @Parameter(description = "At least this sure.")
    @DecimalMin("0")
    @DecimalMax("1")
    @Nullable
    Double minConfidence;

    @QueryParam("text")
    @Parameter(
            description =
                    "Words of the sentence, stemmed as English ones, in any order; `\"…\"` for words in a row, `or`,"
                            + " and `-` for words that must not be there. Words as common as \"the\" alone find nothing.",
            example = "\"peace plan\" or ceasefire -sanctions")
    @Nullable
    String text;

    /**
     * The filter.
     *
     * @param uri of the same request: JAX-RS reads {@code ?holder=} as no holder at all, and would let everybody's
     *     stances through
     * @throws ProblemException 400 naming what is empty, too long or no time
     */
    StanceFilter toFilter(UriInfo uri) {
        requireValues(uri);
        return new StanceFilter(
                Set.copyOf(holder),
                Set.copyOf(target),
                Set.copyOf(polarity),
                Set.copyOf(manner),
                Set.copyOf(act),
                Set.copyOf(attribution),
                Set.copyOf(source),
                Set.copyOf(articleId),
                Moments.read("from", from),
                Moments.read("to", to),
                minConfidence,
                text);
    }

    private static void requireValues(UriInfo uri) {
        List<FieldError> errors = new ArrayList<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(String::isBlank)) {
                errors.add(new FieldError(name, "must not be empty"));
            } else if (!name.equals("cursor") && values.stream().anyMatch(value -> value.length() > LENGTH)) {
                errors.add(new FieldError(name, "must not be longer than " + LENGTH + " characters"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.badRequest(errors);
        }
    }
}

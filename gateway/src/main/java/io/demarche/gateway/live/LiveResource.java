package io.demarche.gateway.live;

import io.demarche.platform.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /stances/stream}. */
@Path("/api/v1/stances/stream")
@Tag(name = "Stances")
@RegisterForReflection
public class LiveResource {

    static final String SSE = MediaType.SERVER_SENT_EVENTS;
    static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final Pattern POSITION = Pattern.compile("[0-9a-f]{72}");

    private static final String EXAMPLE =
            """
            retry: 3000
            id: 6a3f0c52e1b7d90400000000000003e7ffffffffffffffffffffffffffffffff7fffffff

            event: stance
            id: 6a3f0c52e1b7d90400000000000003e80198c5a07b1e7000800000000000000100000001
            data: {"id":"0198c5a0-7b1e-7000-8000-000000000002","articleId":"0198c5a0-7b1e-7000-8000-000000000001","polarity":"SUPPORT"}

            event: removal
            id: 6a3f0c52e1b7d90400000000000003e90198c5a07b1e7000800000000000000100000000
            data: {"articleId":"0198c5a0-7b1e-7000-8000-000000000001"}

            :
            """;

    private final LiveService live;

    LiveResource(LiveService live) {
        this.live = live;
    }

    /** Stances as they come. */
    @GET
    @Produces(SSE)
    @Operation(
            operationId = "streamStances",
            summary = "Stances as they come",
            description =
                    "Server-sent events, from now on, or from behind `Last-Event-ID` without gap or repetition. `stance`: a new"
                            + " stance, as in `GET /stances`. `removal`: all stances of the article `articleId` that were told before"
                            + " are void, since it was taken away, or was analysed anew and its stances follow; sent whatever the filter"
                            + " (but `articleId`), so disregard what you don't know. Comments show that the stream is alive. A client"
                            + " that reads too slowly is dropped, and resumes when it connects again. Without an event that fits, `id`"
                            + " still moves on.")
    @APIResponse(
            responseCode = "200",
            description = "A stream without end",
            content =
                    @Content(
                            mediaType = SSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            description =
                                                    "Events `stance`, whose data is a `StoredStance`, and `removal`."),
                            examples =
                                    @ExampleObject(
                                            name = "events",
                                            summary = "A stance, and an article whose stances are void",
                                            value = EXAMPLE)))
    public Uni<@Nullable Void> stream(
            @Valid @BeanParam LiveParameters parameters,
            @Parameter(description = "Id of the last event that was received; browsers send it by themselves.")
                    @HeaderParam(LAST_EVENT_ID)
                    @Nullable
                    String lastEventIdHeader,
            @Parameter(description = "The same, for clients that cannot set headers. The header wins.")
                    @QueryParam("lastEventId")
                    @Nullable
                    String lastEventId,
            @Context HttpServerRequest request) {
        String last = lastEventIdHeader == null || lastEventIdHeader.isEmpty()
                ? position("lastEventId", lastEventId)
                : position(LAST_EVENT_ID, lastEventIdHeader);
        return live.stream(parameters.toFilter(), last, request);
    }

    private static @Nullable String position(String name, @Nullable String value) {
        if (value != null && !POSITION.matcher(value).matches()) {
            throw ProblemException.badRequest(name, "is no id of an event of this stream");
        }
        return value;
    }
}

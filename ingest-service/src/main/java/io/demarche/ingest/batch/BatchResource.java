package io.demarche.ingest.batch;

import io.demarche.ingest.article.LineReceipt;
import io.demarche.platform.strict.Streams;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches over HTTP. */
@Path("/articles/batch")
@Tag(name = "articles", description = "Articles: accept, list, read")
@RegisterForReflection
public class BatchResource {

    private final BatchService service;

    BatchResource(BatchService service) {
        this.service = service;
    }

    /** Accepts a stream of articles. */
    @POST
    @Consumes(Streams.NDJSON)
    @Produces(Streams.NDJSON)
    @Operation(
            operationId = "acceptArticles",
            summary = "Accept a stream of articles, one a line",
            description =
                    "Each line is the body of a POST to /articles, with text or html. Each line that is not blank is "
                            + "answered by one line, in the same order, as soon as its article is stored or refused; a bad line "
                            + "does not stop the others. The answers are to be read while lines are sent: a sender that does "
                            + "not read is made to wait. Lines that came whole before a connection broke may be stored; to send "
                            + "them again stores nothing twice.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Streams.NDJSON,
                            schema = @Schema(type = SchemaType.STRING, description = "Lines of ArticleRequest")))
    @APIResponse(
            responseCode = "200",
            description = "One line for each",
            content = @Content(mediaType = Streams.NDJSON, schema = @Schema(implementation = LineReceipt.class)))
    public Uni<@Nullable Void> accept(@Context HttpServerRequest request) {
        return service.accept(request);
    }
}

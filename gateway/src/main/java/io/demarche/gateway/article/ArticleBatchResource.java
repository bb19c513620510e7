package io.demarche.gateway.article;

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

/** {@code /articles/batch}. */
@Path(ArticleResource.PATH + "/batch")
@Tag(name = "Articles")
@RegisterForReflection
public class ArticleBatchResource {

    private final ArticleService articles;

    ArticleBatchResource(ArticleService articles) {
        this.articles = articles;
    }

    /** Hands a stream of articles in. */
    @POST
    @Consumes(Streams.NDJSON)
    @Produces(Streams.NDJSON)
    @Operation(
            operationId = "submitArticles",
            summary = "Hand in a stream of articles",
            description =
                    "Each line is an `ArticleRequest` with `text` or `html`, at most 10 MiB long; there may be any number of "
                            + "lines. Each line that is not blank is answered by one line, in the same order, as soon as its "
                            + "article is stored or refused; a bad line does not stop the others. Read the answers while you "
                            + "send: a sender who does not read is made to wait. After a broken connection send again what was "
                            + "not answered: nothing is stored twice. A line whose problem has the status 503 is to be sent "
                            + "again too, after `retryAfter` seconds.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Streams.NDJSON,
                            schema = @Schema(type = SchemaType.STRING, description = "An `ArticleRequest` a line.")))
    @APIResponse(
            responseCode = "200",
            description = "One line for each",
            content = @Content(mediaType = Streams.NDJSON, schema = @Schema(implementation = LineReceipt.class)))
    public Uni<@Nullable Void> submit(@Context HttpServerRequest request) {
        return articles.submitAll(request);
    }
}

package io.demarche.gateway.extraction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /extractions}. */
@Path("/api/v1/extractions")
@Tag(name = "Extractions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class ExtractionResource {

    private final ExtractionService extractions;

    ExtractionResource(ExtractionService extractions) {
        this.extractions = extractions;
    }

    /** Takes the article out of a page. */
    @POST
    @Operation(
            operationId = "extractArticle",
            summary = "Take the article out of a page",
            description = "Finds headline, byline, date and paragraphs, and says what was dropped. Stores nothing.")
    @APIResponse(responseCode = "200", description = "The article")
    public Uni<Extraction> extract(@NotNull @Valid ExtractionRequest request) {
        return extractions.extract(request);
    }
}

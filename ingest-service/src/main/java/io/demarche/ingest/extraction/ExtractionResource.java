package io.demarche.ingest.extraction;

import io.demarche.ingest.fetch.PageService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extraction over HTTP; stores nothing. */
@Path("/extractions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "extractions", description = "Articles out of pages")
@RegisterForReflection
public class ExtractionResource {

    private final ExtractionService service;
    private final PageService pages;

    ExtractionResource(ExtractionService service, PageService pages) {
        this.service = service;
        this.pages = pages;
    }

    /** Extracts. */
    @POST
    @Operation(
            operationId = "extractArticle",
            summary = "Get the article out of a page, an address or a pasted text; store nothing",
            description = "Finds headline, byline, date and paragraphs, and says what was dropped.")
    @APIResponseSchema(
            value = ExtractionResponse.class,
            responseCode = "200",
            responseDescription = "The article; without paragraphs when there is none")
    public Uni<ExtractionResponse> extract(@Valid ExtractionRequest request) {
        String url = WebAddress.given(request.url());
        if (url != null && request.text() == null && request.html() == null) {
            return pages.get(url)
                    .flatMap(page -> service.extract(new ExtractionInput(page.text(), page.html(), page.url(), null)))
                    .map(ExtractionResponse::of);
        }
        return service.extract(ExtractionInput.sent(request.text(), request.html(), url, null))
                .map(ExtractionResponse::of);
    }
}

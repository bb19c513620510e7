package io.demarche.gateway.extraction;

import io.demarche.gateway.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Takes the article out of a page; stores nothing. */
@ApplicationScoped
public class ExtractionService {

    private final Upstreams upstreams;
    private final ExtractionClient client;

    ExtractionService(Upstreams upstreams, @RestClient ExtractionClient client) {
        this.upstreams = upstreams;
        this.client = client;
    }

    /** The article of a page or of a pasted text. */
    public Uni<Extraction> extract(ExtractionRequest request) {
        Content.check(request.text(), request.html(), request.url());
        return upstreams.ingest().compute(() -> client.extract(request));
    }
}

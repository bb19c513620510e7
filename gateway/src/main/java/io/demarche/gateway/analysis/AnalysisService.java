package io.demarche.gateway.analysis;

import io.demarche.gateway.extraction.Content;
import io.demarche.gateway.extraction.Extraction;
import io.demarche.gateway.extraction.ExtractionRequest;
import io.demarche.gateway.extraction.ExtractionService;
import io.demarche.gateway.upstream.Upstreams;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Analyses a text or the article of a page; stores nothing. */
@ApplicationScoped
public class AnalysisService {

    static final int MAX_MENTIONS = 200;
    static final int MAX_NAMES = 5_000;
    private static final int LONGEST_HEADLINE = 500;

    private final Upstreams upstreams;
    private final AnalysisClient client;
    private final ExtractionService extractions;

    AnalysisService(Upstreams upstreams, @RestClient AnalysisClient client, ExtractionService extractions) {
        this.upstreams = upstreams;
        this.client = client;
        this.extractions = extractions;
    }

    /** The stances of a text or of the article of a page. */
    public Uni<Analysis> analyse(AnalysisRequest request) {
        Content.check(request.text(), request.html());
        checkMentions(request);
        if (request.catalog() != null && request.catalog().names() > MAX_NAMES) {
            throw ProblemException.badRequest("catalog", "must not hold more than 5,000 names and terms");
        }
        if (request.text() != null) {
            return send(request.of(request.text(), null, null, null));
        }
        return extractions
                .extract(new ExtractionRequest(request.html(), null, null))
                .chain(page -> send(request.of(article(page), title(page), page.publishedAt(), page.language()))
                        .map(analysis -> analysis.noting(page.notes())));
    }

    private static void checkMentions(AnalysisRequest request) {
        if (request.mentions() == null || request.mentions().isEmpty()) {
            return;
        }
        if (request.html() != null) {
            throw ProblemException.badRequest("mentions", "need text: there are no offsets into html");
        }
        if (request.mentions().size() > MAX_MENTIONS) {
            throw ProblemException.badRequest("mentions", "must not be more than 200");
        }
    }

    /** A page may say anything; a headline that nobody could mean is left out, not held against the caller. */
    private static @Nullable String title(Extraction page) {
        return page.title() == null || page.title().length() > LONGEST_HEADLINE ? null : page.title();
    }

    private static String article(Extraction page) {
        String text = String.join(Extraction.PARAGRAPH_BREAK, page.paragraphs());
        if (text.isBlank()) {
            throw ProblemException.badRequest("html", "no article was found in this page");
        }
        if (text.codePointCount(0, text.length()) > Content.MAX_TEXT) {
            throw ProblemException.tooLarge("html", "the article in this page is longer than 200,000 characters");
        }
        return text;
    }

    private Uni<Analysis> send(TextRequest request) {
        return upstreams.analysis().compute(() -> client.analyse(request));
    }
}

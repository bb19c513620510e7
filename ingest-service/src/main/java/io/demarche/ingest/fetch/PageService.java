package io.demarche.ingest.fetch;

import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Fetches a page that a caller names, and says in a problem what stands in the way. */
@Singleton
public class PageService {

    private static final String FIELD = "url";

    private final Fetcher fetcher;

    PageService(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * A page or a text.
     *
     * @param url where it was in the end, after redirects
     * @param html a page, or null
     * @param text plain text, or null
     */
    public record Page(String url, @Nullable String html, @Nullable String text) {}

    /**
     * Fetches.
     *
     * @param url an http or https address
     * @return the page; fails with a 400 or 413 that names {@code url} when the address is at fault, with a 502 or 504
     *     when its host is
     */
    public Uni<Page> get(String url) {
        return told(fetcher.fetch(url, Validators.NONE));
    }

    /** The same for pages that nobody waits for: with more patience for hosts that are asked much. */
    public Uni<Page> getPatiently(String url) {
        return told(fetcher.fetchPatiently(url, Validators.NONE));
    }

    private static Uni<Page> told(Uni<Fetched> fetched) {
        return fetched.map(PageService::page).onFailure(FetchException.class).transform(failure -> problem(failure));
    }

    private static Page page(Fetched fetched) {
        return switch (fetched.contentType()) {
            case "text/plain" -> new Page(fetched.url(), null, fetched.text());
            case "", "text/html", "application/xhtml+xml" -> new Page(fetched.url(), fetched.text(), null);
            default -> throw FetchException.refused("is no page: its content is " + fetched.contentType());
        };
    }

    /** What a caller is told of an address, named {@code url}, that can't be fetched. */
    public static ProblemException problem(FetchException failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case REFUSED, FORBIDDEN, GONE -> ProblemException.badRequest(FIELD, message);
            case TOO_LARGE -> ProblemException.tooLarge(FIELD, message);
            case FAILED -> ProblemException.elsewhere(502, FIELD, message);
            case TOO_SLOW -> ProblemException.elsewhere(504, FIELD, message);
        };
    }
}

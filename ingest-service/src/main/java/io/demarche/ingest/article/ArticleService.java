package io.demarche.ingest.article;

import io.demarche.ingest.extraction.Characters;
import io.demarche.ingest.extraction.Extraction;
import io.demarche.ingest.extraction.ExtractionInput;
import io.demarche.ingest.extraction.ExtractionService;
import io.demarche.ingest.extraction.WebAddress;
import io.demarche.ingest.work.WorkState;
import io.demarche.platform.page.Cursor;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts, lists and shows articles. */
@Singleton
public class ArticleService {

    private final ArticleRepository repository;
    private final ExtractionService extractions;
    private final Clock clock;

    ArticleService(ArticleRepository repository, ExtractionService extractions, Clock clock) {
        this.repository = repository;
        this.extractions = extractions;
        this.clock = clock;
    }

    /** Extracts, then stores: nothing of the database is held while a page is parsed. */
    Uni<ArticleReceipt> accept(ArticleRequest request) {
        String url = WebAddress.normalise(request.url());
        if (request.url() != null && url == null) {
            throw ProblemException.badRequest("url", "must be an absolute http or https address");
        }
        ExtractionInput input =
                new ExtractionInput(request.text(), request.html(), url, Characters.line(request.title()));
        return extractions
                .extract(input)
                .map(found -> {
                    check(found, input.field());
                    return ArticleMapper.toStore(request, url, found, clock.instant());
                })
                .flatMap(repository::store)
                .map(stored -> new ArticleReceipt(stored.id(), stored.state(), !stored.created()));
    }

    /** One article; 404 when there is none. */
    Uni<ArticleResponse> get(UUID id) {
        return repository
                .find(id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("article", id))
                .map(ArticleMapper::toResponse);
    }

    /** A page of articles, newest first. */
    Uni<ArticlePage> list(@Nullable WorkState state, @Nullable String source, int limit, @Nullable String cursor) {
        UUID before = cursor == null ? null : Cursor.decode(cursor, 1, key -> UUID.fromString(key.get(0)));
        // One more than asked for shows whether there is a next page.
        String domain = source == null ? null : source.toLowerCase(Locale.ROOT);
        return repository.list(state, domain, before, limit + 1).map(found -> page(found, limit));
    }

    private static ArticlePage page(List<ArticleSummary> found, int limit) {
        if (found.size() <= limit) {
            return new ArticlePage(found, null);
        }
        List<ArticleSummary> items = found.subList(0, limit);
        return new ArticlePage(items, Cursor.encode(items.get(limit - 1).id().toString()));
    }

    private static void check(Extraction found, String field) {
        if (found.paragraphs().isEmpty()) {
            throw ProblemException.badRequest(
                    field, "holds no article: nothing is left without menus, captions and the like");
        }
        int count = Characters.count(found.text());
        if (count > ExtractionInput.MAX_TEXT) {
            throw ProblemException.tooLarge(
                    field, "holds an article of " + count + " characters; the limit is " + ExtractionInput.MAX_TEXT);
        }
    }
}

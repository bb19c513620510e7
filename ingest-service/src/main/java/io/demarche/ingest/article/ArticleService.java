package io.demarche.ingest.article;

import io.demarche.ingest.duplicate.CopyService;
import io.demarche.ingest.extraction.Characters;
import io.demarche.ingest.extraction.Extraction;
import io.demarche.ingest.extraction.ExtractionInput;
import io.demarche.ingest.extraction.ExtractionService;
import io.demarche.ingest.extraction.WebAddress;
import io.demarche.ingest.fetch.PageService;
import io.demarche.ingest.removal.RemovalService;
import io.demarche.ingest.work.Admission;
import io.demarche.ingest.work.WorkState;
import io.demarche.platform.page.Cursor;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Accepts, lists and shows articles. */
@Singleton
public class ArticleService {

    private final ArticleRepository repository;
    private final ExtractionService extractions;
    private final PageService pages;
    private final CopyService copies;
    private final RemovalService removals;
    private final Admission admission;
    private final Clock clock;

    ArticleService(
            ArticleRepository repository,
            ExtractionService extractions,
            PageService pages,
            CopyService copies,
            RemovalService removals,
            Admission admission,
            Clock clock) {
        this.repository = repository;
        this.extractions = extractions;
        this.pages = pages;
        this.copies = copies;
        this.removals = removals;
        this.admission = admission;
        this.clock = clock;
    }

    /** Extracts, then stores: nothing of the database is held while a page is parsed. */
    Uni<ArticleReceipt> accept(ArticleRequest request) {
        return admission.check().flatMap(admitted -> admit(request, pages::get));
    }

    private Uni<ArticleReceipt> admit(ArticleRequest request, Function<String, Uni<PageService.Page>> fetch) {
        String url = WebAddress.given(request.url());
        String title = Characters.line(request.title());
        if (url != null && request.text() == null && request.html() == null) {
            return fetch.apply(url).flatMap(page -> {
                ExtractionInput input = new ExtractionInput(page.text(), page.html(), page.url(), title);
                return store(request, input, "url");
            });
        }
        ExtractionInput input = ExtractionInput.sent(request.text(), request.html(), url, title);
        return store(request, input, input.field());
    }

    /**
     * Accepts an article that this service found by itself, as one that was sent is accepted.
     *
     * @return the article's id; of the first one when the text was there already
     */
    public Uni<UUID> accept(FoundArticle found) {
        ArticleRequest request = new ArticleRequest(
                null,
                found.html(),
                found.url(),
                found.source(),
                found.title(),
                found.byline(),
                found.publishedAt(),
                null);
        return admission
                .check()
                .flatMap(admitted -> admit(request, pages::getPatiently))
                .map(ArticleReceipt::id);
    }

    private Uni<ArticleReceipt> store(ArticleRequest request, ExtractionInput input, String field) {
        return extractions
                .extract(input, found -> {
                    check(found, field);
                    return ArticleMapper.toStore(request, input.url(), found, clock.instant());
                })
                .flatMap(repository::store)
                .call(stored -> copies.settle(stored.created() ? List.of(stored.id()) : List.of()))
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

    /** Takes an article away; 404 when there is none. */
    Uni<Void> remove(UUID id) {
        return removals.remove(id)
                .invoke(there -> {
                    if (!there) {
                        throw ProblemException.notFound("article", id);
                    }
                })
                .replaceWithVoid();
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

    /** Refuses what is no article, or too long a one. */
    static void check(Extraction found, String field) {
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

package io.demarche.ingest.feed;

import io.demarche.ingest.article.ArticleService;
import io.demarche.ingest.article.FoundArticle;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gets the article of an item: off its page, or out of the feed when the page can't be had and the feed has all of it.
 */
@Singleton
class ItemIntake {

    private static final Logger LOG = Logger.getLogger(ItemIntake.class);

    /** What is published later than this from now is not: its clock or its date is wrong. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int NO_SECONDS = 60;
    private static final int MAX_PROBLEM = 1_000;

    private final ArticleService articles;
    private final ItemRules rules;
    private final Clock clock;

    @Inject
    ItemIntake(ArticleService articles, FeedConfig config, Clock clock) {
        this.articles = articles;
        this.clock = clock;
        this.rules = new ItemRules(config.itemAttempts(), config.itemBackoff(), clock, () -> ThreadLocalRandom.current()
                .nextLong());
    }

    /** Gets and stores; never fails. */
    Uni<ItemResult> take(StoredFeed feed, PendingItem item) {
        if (rules.isLast(item.attempt() - 1)) {
            // Attempts that nobody told the end of: whatever this item does, it does it to the whole process.
            return Uni.createFrom().item(ItemResult.failed(item, null, "The item was tried too often without an end."));
        }
        Uni<ItemResult> taken = item.url() == null
                ? accept(feed, item, item.content())
                : accept(feed, item, null)
                        .onFailure(failure -> hasStandIn(item, failure))
                        .recoverWithUni(failure -> accept(feed, item, item.content())
                                .onFailure(ItemIntake::isVerdict)
                                .transform(worse -> failure));
        return taken.onFailure().recoverWithItem(failure -> failed(item, failure));
    }

    private Uni<ItemResult> accept(StoredFeed feed, PendingItem item, @Nullable String content) {
        return articles.accept(new FoundArticle(
                        item.url(),
                        content == null ? null : page(content),
                        feed.wishes().source(),
                        item.title(),
                        item.byline(),
                        published(item)))
                .map(article -> ItemResult.stored(item, article));
    }

    /** Whether the feed's own content shall be taken: the page is not to be had, or has had all its chances. */
    private boolean hasStandIn(PendingItem item, Throwable failure) {
        return item.content() != null && (isVerdict(failure) || !isBusy(failure) && rules.isLast(item.attempt()));
    }

    private static boolean isVerdict(Throwable failure) {
        return failure instanceof ProblemException problem && problem.status() < 500;
    }

    private static boolean isBusy(Throwable failure) {
        return failure instanceof ProblemException problem && problem.status() == 503;
    }

    private ItemResult failed(PendingItem item, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            String sentence = String.valueOf(problem.problem().detail());
            sentence = sentence.length() > MAX_PROBLEM ? sentence.substring(0, MAX_PROBLEM) : sentence;
            if (isBusy(failure)) {
                int seconds = problem.retryAfterSeconds().orElse(NO_SECONDS);
                return ItemResult.postponed(item, clock.instant().plusSeconds(seconds), sentence);
            }
            return ItemResult.failed(item, rules.again(item.attempt()), sentence);
        }
        LOG.errorf(failure, "The article of feed item %s could not be stored", item.id());
        return ItemResult.failed(item, rules.again(item.attempt()), "The article could not be stored.");
    }

    private @Nullable Instant published(PendingItem item) {
        Instant at = item.publishedAt();
        return at == null || at.isAfter(clock.instant().plus(AHEAD)) ? null : at;
    }

    private static String page(String content) {
        return "<html><body><article>" + content + "</article></body></html>";
    }
}

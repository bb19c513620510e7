package io.demarche.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.engine.EngineInfo;
import io.demarche.engine.Polarity;
import io.demarche.engine.Stance;
import io.demarche.platform.id.Uuid7;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Whoever follows the changes misses none, whatever order they commit in. */
@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class ChangeServiceTest {

    private static final int WRITERS = 6;
    private static final int ARTICLES = 25;
    private static final int ROUNDS = 120;

    @Inject
    StanceService service;

    @Inject
    ChangeService changes;

    @Inject
    Pool pool;

    @Inject
    Flyway flyway;

    private final Stance first = Made.stance(Made.actor("c-a", "c-all"), Made.actor("c-b"), Polarity.SUPPORT);
    private final Stance second = Made.stance(Made.actor("c-b"), Made.actor("c-a"), Polarity.OPPOSE);

    @Test
    void tellsWhatIsStoredOnceAndInOrder() {
        Followed reader = new Followed(changes);
        AnalysedArticle article = article(first, second, first);
        Store.store(service, article);

        reader.catchUp();

        assertThat(reader.told()).hasSize(3).allMatch(change -> change.articleId()
                .equals(article.articleId()));
        assertThat(reader.told())
                .extracting(change -> change.stance().holder().id())
                .containsExactly("c-a", "c-b", "c-a");
        assertThat(reader.of(article)).containsExactlyInAnyOrderElementsOf(Followed.listed(service, article));
        assertThat(reader.catchUp().told()).hasSize(3);
    }

    @Test
    void canBeResumedBehindEveryChange() {
        Followed reader = new Followed(changes);
        Store.store(service, article(first, second, first));
        Store.store(service, article(second, second));
        List<ChangeView> all = reader.catchUp().told();
        assertThat(all).hasSize(5);

        for (int i = 0; i < all.size(); i++) {
            ChangePage rest = Followed.read(changes, all.get(i).position(), StanceFilter.none());
            assertThat(rest.items()).isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    @Test
    void whatCommitsLateIsNotMissed() {
        Followed reader = new Followed(changes);
        AnalysedArticle late = article(first);
        SqlConnection connection = pool.getConnectionAndAwait();
        Transaction transaction = connection.beginAndAwait();
        connection
                .preparedQuery(
                        """
                        insert into article_analysis
                            (article_id, content_hash, engine_version, engine_model, leased_at, analysed_at, stance_count)
                        values ($1, 'hash', 'test-0', 'linear', $2, $2, 0)""")
                .executeAndAwait(Tuple.of(late.articleId(), OffsetDateTime.parse("2020-01-01T00:00:00Z")));
        AnalysedArticle early = article(second);
        Store.store(service, early);

        // Behind a transaction that is under way nothing is told yet; otherwise this position would be past it.
        assertThat(reader.catchUp().told()).isEmpty();

        transaction.commitAndAwait();
        connection.closeAndAwait();
        reader.catchUp();
        assertThat(reader.of(early)).isEqualTo(Followed.listed(service, early)).hasSize(1);

        // Its turn again, as a row that there was before.
        Store.store(service, late);
        assertThat(reader.catchUp().of(late))
                .isEqualTo(Followed.listed(service, late))
                .hasSize(1);
    }

    @Test
    void replacedAndRemovedStancesAreVoid() {
        Followed reader = new Followed(changes);
        AnalysedArticle article = article(first, second);
        Store.store(service, article);
        String half = reader.catchUp().told().get(0).position();
        Store.store(service, anew(article, "test-2", first));

        reader.catchUp();
        assertThat(reader.told()).hasSize(4);
        assertThat(reader.told().get(2).stance()).isNull();
        assertThat(reader.of(article))
                .isEqualTo(Followed.listed(service, article))
                .hasSize(1);
        // Who had been told half of the old ones is told that they are void, and the new ones.
        assertThat(Followed.read(changes, half, StanceFilter.none()).items())
                .isEqualTo(reader.told().subList(2, 4));

        Store.remove(service, article);
        reader.catchUp();
        assertThat(reader.told()).hasSize(5);
        assertThat(reader.of(article)).isEmpty();
        Store.remove(service, article);
        assertThat(reader.catchUp().told()).as("told of what was not there").hasSize(5);
    }

    @Test
    void filters() {
        String start = new Followed(changes).position();
        AnalysedArticle one = article(first, second);
        AnalysedArticle other = article(second);
        Store.store(service, one);
        Store.store(service, other);
        Store.remove(service, other);
        StanceFilter byHolder = new StanceFilter(
                Set.of("c-all"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null);

        assertThat(Followed.read(changes, start, byHolder).items())
                .extracting(change -> change.stance() == null
                        ? "void"
                        : change.stance().holder().id())
                .containsExactly("c-a", "void");
        assertThat(Followed.read(changes, start, byHolder.of(Set.of(one.articleId())))
                        .items())
                .hasSize(1);
    }

    @Test
    void aPageEndsWithAnArticle() {
        Followed reader = new Followed(changes);
        for (int i = 0; i < 3; i++) {
            Store.store(
                    service, article(java.util.Collections.nCopies(700, first).toArray(Stance[]::new)));
        }

        ChangePage page = Followed.read(changes, reader.position(), StanceFilter.none());

        assertThat(page.items()).hasSize(1_400);
        assertThat(page.more()).isTrue();
        assertThat(reader.catchUp().told()).hasSize(2_100);
    }

    @Test
    void refusesPositionsThatItCannotReadOnFrom() {
        Followed reader = new Followed(changes);
        String now = reader.position();
        assertRefused("nonsense", "not a position");
        assertRefused(now.substring(1), "not a position");
        assertRefused("f".repeat(16) + now.substring(16), "another database");
        assertRefused(now.substring(0, 16) + "7" + "f".repeat(15) + now.substring(32), "another database");

        Store.store(service, article(first));
        String old = reader.catchUp().told().get(0).position();
        AnalysedArticle gone = article(first);
        Store.store(service, gone);
        Store.remove(service, gone);
        pool.query("update stance_removal set removed_at = removed_at - interval '40 days'")
                .executeAndAwait();
        Store.remove(service, gone);
        assertRefused(old, "too old");
    }

    @Test
    void numbersFromAnotherDatabaseBecomeTheOldest() {
        AnalysedArticle restored = article(first);
        Store.store(service, restored);
        pool.preparedQuery("update article_analysis set changed_in = $1 where article_id = $2")
                .executeAndAwait(Tuple.of(Long.MAX_VALUE / 2, restored.articleId()));

        flyway.migrate();

        assertThat(pool.preparedQuery("select changed_in from article_analysis where article_id = $1")
                        .executeAndAwait(Tuple.of(restored.articleId()))
                        .iterator()
                        .next()
                        .getLong(0))
                .isZero();
    }

    @Test
    void whoFollowsManyWritersEndsWithWhatIsStored() {
        Followed reader = new Followed(changes);
        List<AnalysedArticle> articles =
                IntStream.range(0, ARTICLES).mapToObj(i -> article(first)).toList();
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(articles, new Random(writer))))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            reader.catchUp();
        }
        all.join();
        reader.catchUp();

        for (AnalysedArticle article : articles) {
            assertThat(reader.of(article)).containsExactlyInAnyOrderElementsOf(Followed.listed(service, article));
        }
        assertThat(reader.told()).hasSizeGreaterThan(ARTICLES);
    }

    private void write(List<AnalysedArticle> articles, Random random) {
        for (int i = 0; i < ROUNDS; i++) {
            AnalysedArticle article = articles.get(random.nextInt(articles.size()));
            if (random.nextInt(4) == 0) {
                Store.remove(service, article);
            } else {
                List<Stance> found = new ArrayList<>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    found.add(random.nextBoolean() ? first : second);
                }
                Store.store(service, anew(article, "test-" + random.nextInt(), found.toArray(Stance[]::new)));
            }
        }
    }

    private void assertRefused(String position, String reason) {
        assertThatThrownBy(() -> Followed.read(changes, position, StanceFilter.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("after")
                .hasMessageContaining(reason);
    }

    private static AnalysedArticle article(Stance... stances) {
        return Made.article(Uuid7.next(), "hash", List.of(stances));
    }

    private static AnalysedArticle anew(AnalysedArticle article, String engine, Stance... stances) {
        return new AnalysedArticle(
                article.articleId(),
                article.contentHash(),
                article.leasedAt().plus(Duration.ofSeconds(1)),
                article.url(),
                article.source(),
                article.title(),
                article.publishedAt(),
                new EngineInfo(engine, "linear"),
                List.of(stances));
    }
}

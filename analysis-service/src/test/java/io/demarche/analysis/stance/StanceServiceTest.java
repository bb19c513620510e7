package io.demarche.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.engine.EngineInfo;
import io.demarche.engine.Polarity;
import io.demarche.engine.Stance;
import io.demarche.platform.id.Uuid7;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class StanceServiceTest {

    @Inject
    StanceService service;

    @Inject
    StanceRepository repository;

    @Inject
    Pool pool;

    private final Stance first = Made.stance(Made.actor("a"), Made.actor("b"), Polarity.SUPPORT);
    private final Stance second = Made.stance(Made.actor("b"), Made.actor("a"), Polarity.OPPOSE);

    @Test
    void readsBackWhatItStored() {
        AnalysedArticle article = Made.article(Uuid7.next(), "hash", List.of(first, second));

        assertThat(Store.store(service, article)).isTrue();

        ArticleStancesResponse read = Store.read(service, article);
        assertThat(read.stances()).containsExactly(StanceMapper.toView(first), StanceMapper.toView(second));
        assertThat(read.contentHash()).isEqualTo("hash");
        assertThat(read.engineVersion()).isEqualTo(Made.ENGINE.version());
    }

    @Test
    void anArticleWithoutStancesIsAnalysedAllTheSame() {
        AnalysedArticle article = Made.article(Uuid7.next(), "hash", List.of());

        assertThat(Store.store(service, article)).isTrue();
        assertThat(Store.read(service, article).stances()).isEmpty();
    }

    @Test
    void storingTheSameAgainChangesNothing() {
        AnalysedArticle article = Made.article(Uuid7.next(), "hash", List.of(first, second));
        Store.store(service, article);
        List<UUID> before = ids(article);

        assertThat(Store.store(service, article)).isFalse();
        assertThat(ids(article)).hasSize(2).isEqualTo(before);
    }

    @Test
    void aNewTextOrEngineReplacesAllStances() {
        AnalysedArticle old = Made.article(Uuid7.next(), "hash", List.of(first, second));
        Store.store(service, old);

        AnalysedArticle edited = Made.article(old.articleId(), "other hash", List.of(second));
        assertThat(Store.store(service, edited)).isTrue();
        assertThat(Store.read(service, old).stances()).containsExactly(StanceMapper.toView(second));
        assertThat(ids(old)).hasSize(1);

        AnalysedArticle upgraded = with(edited, new EngineInfo("test-2", "linear"), 0, List.of(first));
        assertThat(Store.store(service, upgraded)).isTrue();
        assertThat(Store.read(service, old).stances()).containsExactly(StanceMapper.toView(first));
        assertThat(Store.read(service, old).engineVersion()).isEqualTo("test-2");

        AnalysedArticle otherModel = with(edited, new EngineInfo("test-2", "other"), 0, List.of(second));
        assertThat(Store.store(service, otherModel)).isTrue();
        assertThat(Store.read(service, old).stances()).containsExactly(StanceMapper.toView(second));
    }

    @Test
    void anOlderLeaseNeverReplacesANewerOne() {
        AnalysedArticle late = Made.article(Uuid7.next(), "hash", List.of(first));
        AnalysedArticle early = with(late, new EngineInfo("test-0", "linear"), -60, List.of(second));
        Store.store(service, late);

        assertThat(Store.store(service, early)).isFalse();
        assertThat(Store.read(service, late).stances()).containsExactly(StanceMapper.toView(first));
    }

    @Test
    void manyWorkersAtOnceStoreAnArticleOnce() {
        AnalysedArticle article = Made.article(Uuid7.next(), "hash", Collections.nCopies(30, first));

        List<CompletableFuture<Boolean>> stores = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Store.store(service, article)))
                .toList();

        assertThat(stores.stream().map(CompletableFuture::join).filter(written -> written))
                .hasSize(1);
        assertThat(ids(article)).hasSize(30);
    }

    @Test
    void manyAreEstimatedAndFewAreCounted() throws Throwable {
        Store.store(service, Made.article(Uuid7.next(), "hash", List.of(first, second)));
        pool.query("analyze article_analysis, stance").executeAndAwait();
        StanceCounts believed = counts(0);
        assertThat(counts(Long.MAX_VALUE)).isEqualTo(believed);

        Store.store(service, Made.article(Uuid7.next(), "hash", List.of(first, second)));
        assertThat(counts(0)).as("estimated").isEqualTo(believed);
        assertThat(counts(Long.MAX_VALUE))
                .as("counted")
                .isEqualTo(new StanceCounts(believed.articles() + 1, believed.stances() + 2));
    }

    private StanceCounts counts(long counted) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(() -> repository.counts(counted)));
    }

    @Test
    void storesMoreThanABatch() {
        AnalysedArticle article = Made.article(Uuid7.next(), "hash", Collections.nCopies(250, first));

        Store.store(service, article);

        assertThat(Store.read(service, article).stances()).hasSize(250);
    }

    private List<UUID> ids(AnalysedArticle article) {
        StanceFilter filter = new StanceFilter(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(article.articleId()),
                null,
                null,
                null,
                null);
        return Store.page(service, filter).items().stream()
                .map(StoredStance::id)
                .toList();
    }

    private static AnalysedArticle with(AnalysedArticle article, EngineInfo engine, int later, List<Stance> stances) {
        return new AnalysedArticle(
                article.articleId(),
                article.contentHash(),
                article.leasedAt().plusSeconds(later),
                article.url(),
                article.source(),
                article.title(),
                article.publishedAt(),
                engine,
                stances);
    }
}

package io.demarche.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.demarche.ingest.storage.Storage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked many times a second takes no longer when more waits, or when more is done. */
@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class LongBacklogTest {

    private static final int WAITING = 5_000;
    private static final int DONE = 300;

    @Inject
    Pool pool;

    @BeforeEach
    void fill() {
        Api.clear(pool);
        pool.query("insert into article (id, content_hash, text, dropped, created_at)"
                        + " select gen_random_uuid(), sha256(i::text::bytea), 'text', '[]', now()"
                        + " from generate_series(1, " + (WAITING + DONE) + ") i")
                .executeAndAwait();
        pool.query("insert into work_item (article_id, state, due_at, analysed_at)"
                        + " select id, case when number > " + DONE + " then 'PENDING' else 'ANALYSED' end,"
                        + " case when number > " + DONE + " then now() end,"
                        + " case when number <= " + DONE + " then now() end"
                        + " from (select id, row_number() over () as number from article) numbered")
                .executeAndAwait();
        pool.query("analyze work_item").executeAndAwait();
    }

    @AfterEach
    void clear() {
        Api.clear(pool);
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void aLeaseReadsWhatItTakes(String plans) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            connection.query("begin").executeAndAwait();
            connection.query("set local plan_cache_mode = " + plans).executeAndAwait();
            connection
                    .query("prepare leasing (timestamptz, int, int, text, timestamptz) as " + WorkSql.LEASE)
                    .executeAndAwait();
            Row row = connection
                    .query("explain (analyze, format json)"
                            + " execute leasing (now(), 5, 2, 'test', now() + interval '1 minute')")
                    .executeAndAwait()
                    .iterator()
                    .next();
            JsonObject plan =
                    new JsonArray(row.getValue(0).toString()).getJsonObject(0).getJsonObject("Plan");
            assertThat(plan.getDouble("Actual Rows")).isEqualTo(2);
            assertThat(passedOver(plan)).as(plan.encodePrettily()).isLessThan(10);
        } finally {
            connection.query("rollback").executeAndAwait();
            // Not all: the pool keeps statements of its own on this connection.
            connection.query("deallocate leasing").executeAndAwait();
            connection.closeAndAwait();
        }
    }

    @Test
    void whatIsDoneIsEstimatedWhenThereIsMuch() {
        assertThat(analysed(WAITING + DONE)).as("counted").isEqualTo(DONE);
        pool.query("update work_item set state = 'FAILED', failure_reason = 'test', failed_at = now()"
                        + " where article_id = (select article_id from work_item where state = 'ANALYSED' limit 1)")
                .executeAndAwait();
        assertThat(analysed(WAITING)).as("what is neither waiting nor failed").isEqualTo(DONE - 1);
    }

    private long analysed(long counted) {
        Instant now = Instant.now();
        return pool.preparedQuery(WorkSql.BACKLOG)
                .executeAndAwait(Tuple.of(Storage.time(now), Storage.time(now.minusSeconds(60)), counted))
                .iterator()
                .next()
                .getLong("analysed");
    }

    /** Rows that were read and not used, anywhere in the plan. */
    private static double passedOver(JsonObject plan) {
        double sum = plan.getDouble("Rows Removed by Filter", 0.0) + plan.getDouble("Rows Removed by Join Filter", 0.0);
        // Whoever joins by hashing reads a table as a whole.
        if (plan.getString("Node Type").equals("Seq Scan")) {
            sum += plan.getDouble("Actual Rows");
        }
        for (Object child : plan.getJsonArray("Plans", new JsonArray())) {
            sum += passedOver((JsonObject) child);
        }
        return sum;
    }
}

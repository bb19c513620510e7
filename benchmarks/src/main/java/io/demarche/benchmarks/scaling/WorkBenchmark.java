package io.demarche.benchmarks.scaling;

import io.demarche.ingest.work.WorkStatements;
import io.demarche.platform.database.DatabaseAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/**
 * How many articles a second one ingest-service and its PostgreSQL lease out and take back as done, asked by workers that
 * do nothing with them; and what PostgreSQL alone bears of the same statements. Run from {@code benchmarks/}, with the
 * service packaged.
 */
public final class WorkBenchmark {

    private static final List<Integer> CLIENTS = List.of(1, 4, 16, 64);
    private static final List<Integer> CONNECTIONS = List.of(1, 4, 16);
    /** Stored once; what was leased is made to wait again before each measurement. */
    private static final int ARTICLES = 10_000;

    private static final int ATTEMPTS = 100;
    private static final long LONGEST_MICROS = 60_000_000;
    private static final String VERSION = "0123456789abcdef";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Database database;
    private final Service ingest;
    private final int count;

    private WorkBenchmark(Database database, Service ingest, int count) {
        this.database = database;
        this.ingest = ingest;
        this.count = count;
    }

    /**
     * Measures.
     *
     * @param arguments how many articles each time, at most 8,000; how many more wait behind them, and how many are done
     */
    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        Path data = Files.createTempDirectory("demarche-benchmark");
        try (Database database = new Database(data.resolve("ingest"));
                Service ingest = Service.start("ingest-service", data, "384m", database.address(), Map.of())) {
            WorkBenchmark benchmark = new WorkBenchmark(database, ingest, count);
            ingest.store(new MixedArticles(), ARTICLES);
            if (arguments.length > 2) {
                benchmark.fill(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            }
            benchmark.measure();
        }
        System.out.println("The data, which may be removed, is in " + data);
    }

    /** Articles of a few words, not sent but put there: those that wait come after all others. */
    private void fill(int waiting, int done) throws SQLException {
        database.execute("insert into article (id, content_hash, text, dropped, created_at)"
                + " select gen_random_uuid(), sha256(i::text::bytea), case when i <= " + waiting
                + " then 'waits' else 'done' end, '[]', now() from generate_series(1, " + (waiting + done) + ") i");
        database.execute("insert into work_item (article_id, state, attempts, due_at, analysed_at)"
                + " select id, case when text = 'waits' then 'PENDING' else 'ANALYSED' end, 0,"
                + " case when text = 'waits' then now() + interval '1 hour' end,"
                + " case when text = 'done' then now() end from article where text in ('waits', 'done')");
        // Due, and yet behind what was sent.
        database.execute(
                "update work_item set due_at = now() - interval '1 hour' where state = 'PENDING' and article_id in"
                        + " (select id from article where text not in ('waits', 'done'))");
        database.execute("update work_item set due_at = now() where due_at > now()");
        database.execute("vacuum analyze");
    }

    private void measure() throws IOException, SQLException {
        // As a worker of one thread does: it holds four, asks when it has two left, and reports each by itself.
        run("warm-up", 16, new Asking(2, 1));
        run("warm-up", 16, new Asking(2, 1));
        for (int clients : CLIENTS) {
            run(clients + " clients, leases of 2, reports of 1", clients, new Asking(2, 1));
        }
        for (int clients : CLIENTS) {
            run(clients + " clients, leases of 20, reports of 20", clients, new Asking(20, 20));
        }
        DatabaseAddress address = database.address();
        for (int connections : CONNECTIONS) {
            Pool pool = Pool.pool(
                    vertx,
                    PgConnectOptions.fromUri(address.url())
                            .setUser(address.user())
                            .setPassword(address.password())
                            .setCachePreparedStatements(true),
                    new PoolOptions().setMaxSize(connections));
            run(
                    connections + " connections, statements alone, leases of 2, reports of 1",
                    connections,
                    new Stating(pool));
            pool.close().toCompletionStage().toCompletableFuture().join();
        }
        ask();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What it costs to be asked when there is nothing to do. */
    private void ask() throws IOException, SQLException {
        database.execute("update work_item set state = 'ANALYSED', due_at = null, analysed_at = now()");
        database.execute("vacuum analyze work_item");
        run("16 clients, nothing to lease", 16, new Asking(8, 1));
    }

    private void renew() throws SQLException {
        database.execute("update work_item set state = 'PENDING', attempts = 0, token = null,"
                + " due_at = now() - interval '1 hour' where state in ('LEASED', 'ANALYSED') and worker is not null");
        database.execute("vacuum analyze work_item");
    }

    private void run(String name, int clients, Round round) throws IOException, SQLException {
        if (!name.contains("nothing")) {
            renew();
        }
        Run run = new Run(round, clients);
        double others = Processors.all();
        double own = own();
        double service = ingest.seconds();
        double postgres = database.seconds();
        long log = database.logged();
        double began = System.nanoTime() / 1e9;
        vertx.runOnContext(now -> {
            for (int i = 0; i < clients; i++) {
                run.again();
            }
        });
        run.over.join();
        double clock = System.nanoTime() / 1e9 - began;
        own = own() - own;
        service = ingest.seconds() - service;
        postgres = database.seconds() - postgres;
        others = Processors.all() - others - own - service - postgres;
        long n = Math.max(1, run.articles);
        System.out.printf(
                "%s (n %,d in %.1f s): %,.0f articles/s, %,.0f requests/s, p50 %.2f ms, p99 %.2f ms; a request takes %.3f"
                        + " ms of ingest, %.3f ms of PostgreSQL; an article %.3f ms, %.3f ms, %,d bytes of WAL; ingest had"
                        + " %.2f processors, PostgreSQL %.2f, the clients %.2f, others %.2f%n",
                name,
                run.articles,
                clock,
                run.articles / clock,
                run.times.getTotalCount() / clock,
                run.times.getValueAtPercentile(50) / 1e3,
                run.times.getValueAtPercentile(99) / 1e3,
                1e3 * service / run.times.getTotalCount(),
                1e3 * postgres / run.times.getTotalCount(),
                1e3 * service / n,
                1e3 * postgres / n,
                (database.logged() - log) / n,
                service / clock,
                postgres / clock,
                own / clock,
                others / clock);
    }

    private static double own() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    /** Leases and reports once; gives how many articles that were. */
    private interface Round {
        Future<Integer> once(Run run);
    }

    /** Clients that go on until so many articles are done, or so many questions asked. */
    private final class Run {
        private final Round round;
        private final Histogram times = new Histogram(LONGEST_MICROS, 3);
        private final CompletableFuture<Boolean> over = new CompletableFuture<>();
        private int underWay;
        private int rounds;
        private long articles;

        Run(Round round, int clients) {
            this.round = round;
            this.underWay = clients;
        }

        void again() {
            if (articles >= count || rounds >= count) {
                finish();
                return;
            }
            rounds++;
            round.once(this).onComplete(done -> {
                if (done.failed()) {
                    over.completeExceptionally(done.cause());
                } else if (done.result() < 0) {
                    finish();
                } else {
                    articles += done.result();
                    again();
                }
            });
        }

        private void finish() {
            underWay--;
            if (underWay == 0) {
                over.complete(true);
            }
        }

        <T> Future<T> timed(Future<T> call) {
            long began = System.nanoTime();
            return call.onSuccess(
                    done -> times.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - began) / 1_000)));
        }
    }

    /** Over HTTP. */
    private final class Asking implements Round {

        private final HttpClient http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(100));
        private final int leases;
        private final int reports;

        Asking(int leases, int reports) {
            this.leases = leases;
            this.reports = reports;
        }

        @Override
        public Future<Integer> once(Run run) {
            JsonObject request =
                    new JsonObject().put("worker", "made").put("max", leases).put("seconds", 60);
            return send(run, "/leases", request).compose(answer -> {
                JsonArray leased = answer.getJsonArray("leases");
                List<JsonObject> done = leased.stream()
                        .map(JsonObject.class::cast)
                        .map(lease -> new JsonObject()
                                .put("articleId", lease.getString("articleId"))
                                .put("token", lease.getString("token"))
                                .put("engineVersion", VERSION))
                        .toList();
                return report(run, done, 0);
            });
        }

        private Future<Integer> report(Run run, List<JsonObject> done, int from) {
            if (from >= done.size()) {
                return Future.succeededFuture(done.size());
            }
            int to = Math.min(done.size(), from + reports);
            JsonObject request = new JsonObject().put("leases", new JsonArray(done.subList(from, to)));
            return send(run, "/leases/complete", request).compose(answer -> report(run, done, to));
        }

        private Future<JsonObject> send(Run run, String path, JsonObject body) {
            return run.timed(http.request(HttpMethod.POST, ingest.port(), "127.0.0.1", path)
                    .compose(request -> request.putHeader("Content-Type", "application/json")
                            .send(Buffer.buffer(body.encode())))
                    .compose(response -> response.body()
                            .compose(read -> response.statusCode() == 200
                                    ? Future.succeededFuture(read.toJsonObject())
                                    : Future.failedFuture(response.statusCode() + " " + read))));
        }
    }

    /** The same statements, without the service. */
    private static final class Stating implements Round {

        private final Pool pool;

        Stating(Pool pool) {
            this.pool = pool;
        }

        @Override
        public Future<Integer> once(Run run) {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            Tuple parameters = Tuple.of(now, ATTEMPTS, 2, "made", now.plusSeconds(60));
            return run.timed(pool.preparedQuery(WorkStatements.lease()).execute(parameters))
                    .compose(rows -> {
                        List<Row> leased = new ArrayList<>();
                        rows.forEach(leased::add);
                        return report(run, leased, 0);
                    });
        }

        private Future<Integer> report(Run run, List<Row> leased, int from) {
            if (from >= leased.size()) {
                return Future.succeededFuture(leased.isEmpty() ? -1 : leased.size());
            }
            Row row = leased.get(from);
            Tuple parameters = Tuple.of(
                    new UUID[] {row.getUUID("article_id")},
                    new UUID[] {row.getUUID("token")},
                    new String[] {VERSION},
                    OffsetDateTime.now(ZoneOffset.UTC));
            return run.timed(pool.preparedQuery(WorkStatements.complete()).execute(parameters))
                    .compose(done -> report(run, leased, from + 1));
        }
    }
}

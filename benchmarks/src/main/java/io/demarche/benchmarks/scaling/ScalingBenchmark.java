package io.demarche.benchmarks.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One backlog, worked off by one, two and four analysis processes of one thread each: how many articles a second, and what
 * an article costs each service and each database. What is measured lies within the backlog, when all have warmed up: no
 * start and no idle time is in it. Run from {@code benchmarks/}, with the services packaged.
 */
public final class ScalingBenchmark {

    private static final List<Integer> WORKERS = List.of(1, 2, 4);
    private static final long PAUSE_MILLIS = 100;

    private final String model;
    private final int articles;
    private final int warmUp;
    private final Path data;
    private final Database articleDatabase;
    private final Database stanceDatabase;
    private final Service ingest;
    private final List<Service> workers = new ArrayList<>();

    private ScalingBenchmark(String model, int articles, Path data, Database articleDatabase, Database stanceDatabase)
            throws IOException, InterruptedException {
        this.model = model;
        this.articles = articles;
        this.warmUp = articles / 2;
        this.data = data;
        this.articleDatabase = articleDatabase;
        this.stanceDatabase = stanceDatabase;
        this.ingest = Service.start("ingest-service", data, "384m", articleDatabase.address(), Map.of());
    }

    /**
     * Measures.
     *
     * @param arguments {@code built-in} or {@code none}; how many articles for each number of processes
     */
    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        String model = arguments.length > 0 ? arguments[0] : "none";
        int articles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        Path data = Files.createTempDirectory("demarche-benchmark");
        try (Database articleDatabase = new Database(data.resolve("ingest"));
                Database stanceDatabase = new Database(data.resolve("analysis"))) {
            ScalingBenchmark benchmark = new ScalingBenchmark(model, articles, data, articleDatabase, stanceDatabase);
            try {
                benchmark.measure();
            } finally {
                benchmark.workers.forEach(Service::close);
                benchmark.ingest.close();
            }
        }
        System.out.println("The data, which may be removed, is in " + data);
    }

    private void measure() throws IOException, InterruptedException, SQLException {
        // Each worker warms up anew, and what they have in hand at the end is not measured.
        int backlog = WORKERS.size() * articles + 7 * warmUp + 200;
        intake(backlog);
        for (int count : WORKERS) {
            while (workers.size() < count) {
                workers.add(worker());
            }
            long[] goals = new long[count];
            for (int i = 0; i < count; i++) {
                goals[i] = analysed(workers.get(i)) + (i < count / 2 ? 0 : warmUp / count);
            }
            for (int i = 0; i < count; i++) {
                awaitAnalysed(workers.subList(i, i + 1), goals[i]);
            }
            Moment before = now();
            awaitAnalysed(workers, before.analysed() + articles);
            now().since(before).print(model + ", " + count + (count == 1 ? " process" : " processes"), workers.size());
        }
        awaitAnalysed(workers, backlog);
        sizes(backlog);
    }

    private void intake(int backlog) throws IOException, InterruptedException, SQLException {
        MixedArticles made = new MixedArticles();
        ingest.store(made, warmUp);
        Moment before = now();
        ingest.store(made, backlog - warmUp);
        Moment spent = now().since(before);
        int n = backlog - warmUp;
        System.out.printf(
                "intake (n %,d of %,d characters, one batch at a time): %.2f ms of ingest, %.2f ms of its PostgreSQL,"
                        + " %,d bytes of its WAL an article; others had %.2f processors%n",
                n,
                made.length(),
                1e3 * spent.ingest() / n,
                1e3 * spent.articleDatabase() / n,
                spent.articleLog() / n,
                spent.others() / spent.clock());
    }

    private Service worker() throws IOException, InterruptedException {
        return Service.start(
                "analysis-service",
                data,
                "512m",
                stanceDatabase.address(),
                Map.of(
                        "DEMARCHE_INGEST_URL",
                        ingest.url(),
                        "DEMARCHE_ENGINE_MODEL",
                        model,
                        "DEMARCHE_ANALYSIS_THREADS",
                        "1"));
    }

    private void awaitAnalysed(List<Service> some, long goal) throws IOException, InterruptedException {
        while (analysed(some) < goal) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static long analysed(List<Service> some) throws IOException, InterruptedException {
        long sum = 0;
        for (Service worker : some) {
            sum += analysed(worker);
        }
        return sum;
    }

    private static long analysed(Service worker) throws IOException, InterruptedException {
        return worker.count("demarche_worker_articles_total", "result=\"analysed\"");
    }

    private void sizes(int n) throws SQLException {
        articleDatabase.execute("vacuum");
        stanceDatabase.execute("vacuum");
        System.out.printf("bytes an article (n %,d):%n", n);
        for (String table : List.of("article", "work_item", "story_copy", "story_bands")) {
            size(articleDatabase, table, n);
        }
        for (String table : List.of("article_analysis", "stance")) {
            size(stanceDatabase, table, n);
        }
        System.out.printf(
                "stances an article: %.1f%n", stanceDatabase.number("select count(*) from stance") / (double) n);
    }

    private static void size(Database database, String table, int n) throws SQLException {
        System.out.printf(
                "  %-16s %,6d, of which indexes %,6d%n", table, database.size(table) / n, database.indexes(table) / n);
    }

    private Moment now() throws IOException, InterruptedException, SQLException {
        double analysis = 0;
        for (Service worker : workers) {
            analysis += worker.seconds();
        }
        double own =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        double service = ingest.seconds();
        double first = articleDatabase.seconds();
        double second = stanceDatabase.seconds();
        return new Moment(
                System.nanoTime() / 1e9,
                analysed(workers),
                analysis,
                service,
                first,
                second,
                Processors.all() - analysis - service - first - second - own,
                articleDatabase.logged(),
                stanceDatabase.logged(),
                ingest.count("http_server_requests_seconds_count", "uri=\"/leases\""),
                ingest.count("http_server_requests_seconds_count", "uri=\"/leases/"));
    }

    /**
     * What was spent up to a moment, or between two.
     *
     * @param clock seconds
     * @param analysed articles
     * @param analysis seconds of processors for the analysis processes
     * @param ingest seconds of processors for ingest
     * @param articleDatabase seconds of processors for ingest's PostgreSQL
     * @param stanceDatabase seconds of processors for the analysis processes' PostgreSQL
     * @param others seconds of processors for what has nothing to do with this
     * @param articleLog bytes of WAL of ingest's PostgreSQL
     * @param stanceLog bytes of WAL of the analysis processes' PostgreSQL
     * @param leases requests for work
     * @param reports requests that tell of leases
     */
    private record Moment(
            double clock,
            long analysed,
            double analysis,
            double ingest,
            double articleDatabase,
            double stanceDatabase,
            double others,
            long articleLog,
            long stanceLog,
            long leases,
            long reports) {

        Moment since(Moment earlier) {
            return new Moment(
                    clock - earlier.clock,
                    analysed - earlier.analysed,
                    analysis - earlier.analysis,
                    ingest - earlier.ingest,
                    articleDatabase - earlier.articleDatabase,
                    stanceDatabase - earlier.stanceDatabase,
                    others - earlier.others,
                    articleLog - earlier.articleLog,
                    stanceLog - earlier.stanceLog,
                    leases - earlier.leases,
                    reports - earlier.reports);
        }

        void print(String name, int processes) {
            double all = analysis + ingest + articleDatabase + stanceDatabase;
            System.out.printf(
                    "%s (n %,d in %.1f s): %.1f articles/s; an article takes %.2f ms of analysis, %.2f ms of ingest,"
                            + " %.2f ms of its PostgreSQL, %.2f ms of the stances' PostgreSQL; %,d and %,d bytes of WAL;"
                            + " %.2f leases, %.2f reports; each process had %.2f processors, all %.2f, others %.2f%n",
                    name,
                    analysed,
                    clock,
                    analysed / clock,
                    1e3 * analysis / analysed,
                    1e3 * ingest / analysed,
                    1e3 * articleDatabase / analysed,
                    1e3 * stanceDatabase / analysed,
                    articleLog / analysed,
                    stanceLog / analysed,
                    leases / (double) analysed,
                    reports / (double) analysed,
                    analysis / processes / clock,
                    all / clock,
                    others / clock);
        }
    }
}

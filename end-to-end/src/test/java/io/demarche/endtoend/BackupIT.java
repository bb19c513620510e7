package io.demarche.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.key.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted before a backup is there after it was restored, with its stances, and work goes on. */
class BackupIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WORK = Duration.ofMinutes(2);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Map<String, String> FAST = Map.of("DEMARCHE_ENGINE_MODEL", "none");

    private static final Map<String, Map<String, String>> ALL_FAST =
            Map.of("ingest-service", FAST, "analysis-service", FAST, "gateway", FAST);

    /** More would only have to be analysed. */
    private static final int MOST = 300;

    private final Secret key = Secret.random(new SecureRandom());

    @TempDir
    Path folder;

    @Test
    void oneMachineIsBackedUpWhileItWorks() throws Exception {
        Assumptions.assumeFalse(
                Artifact.of(ROOT.resolve("ingest-service")).executable(),
                "./demarche runs jars, and executables were built: its backup is not tried");
        Path data = Files.createDirectory(folder.resolve("data"));
        Path backup = folder.resolve("backup");
        Map<String, Set<JsonNode>> before;
        Set<String> accepted;
        JsonNode feeds;
        try (NewsSite site = new NewsSite()) {
            site.article("/one", "No to the plan", "Moscow rejected the peace plan on Monday. Beijing welcomed it.");
            try (Suite suite = new Suite(data, key, ALL_FAST)) {
                Client client = start(suite);
                assertThat(client.post("/feeds", body("url", site.url("/feed.xml")))
                                .status())
                        .isEqualTo(201);
                Set<String> sent = sendSamples(client);
                before = awaitStances(client, sent.size() + 1);
                feeds = client.get("/feeds").body().path("items");

                Set<String> acknowledged = ConcurrentHashMap.newKeySet();
                AtomicBoolean enough = new AtomicBoolean();
                CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
                    for (int number = 0; number < MOST && !enough.get(); number++) {
                        acknowledged.add(send(client, number));
                    }
                });
                Awaitility.await("articles on their way").atMost(WORK).until(() -> acknowledged.size() > 20);
                accepted = new HashSet<>(acknowledged);
                Commands.Result result = demarche(data, "backup", backup);
                enough.set(true);
                sender.join();
                result.mustSucceed();
                assertThat(acknowledged).hasSizeGreaterThan(accepted.size());
                assertThat(demarche(data, "restore", backup).output()).contains("has data already");
            }
        }
        Path restored = folder.resolve("restored");
        demarche(restored, "restore", backup).mustSucceed();
        try (Suite suite = new Suite(restored, key, ALL_FAST)) {
            Client client = start(suite);
            Map<String, Set<JsonNode>> after = awaitStances(client, before.size() + accepted.size());
            assertThat(after).containsAllEntriesOf(before);
            assertThat(after.keySet()).containsAll(accepted);
            assertStancesAreOfArticles(client, after.keySet());
            assertThat(client.get("/feeds").body().path("items")).hasSameSizeAs(feeds);
            assertThat(client.get("/feeds").body().path("items").get(0).path("id"))
                    .isEqualTo(feeds.get(0).path("id"));
            assertWorkGoesOn(client, after.size());
        }
    }

    @Test
    void dumpsOfDifferentMomentsAreMadeToFitEachOther() throws Exception {
        Optional<Path> programs = LocalPostgres.programs();
        Assumptions.assumeTrue(
                programs.isPresent(),
                "There is no PostgreSQL with client programs on this machine: dumps are not tried");
        Path backups = Files.createDirectory(folder.resolve("backups"));
        try (LocalPostgres postgres = LocalPostgres.start(programs.orElseThrow(), folder.resolve("postgres"))) {
            Map<String, String> live = databases(postgres, "live", backups);
            Map<String, Set<JsonNode>> first;
            String gone;
            try (Suite suite = suite("live", live)) {
                Client client = start(suite);
                Set<String> sent = sendSamples(client);
                first = awaitStances(client, sent.size());
                script(live, "backup").mustSucceed();

                gone = first.keySet().iterator().next();
                assertThat(client.delete("/articles/" + gone).status()).isEqualTo(204);
                for (int number = 0; number < 5; number++) {
                    send(client, number);
                }
                assertThat(awaitStances(client, sent.size() + 4)).doesNotContainKey(gone);
                Awaitility.await("the end of its stances")
                        .atMost(WORK)
                        .until(() ->
                                client.get("/articles/" + gone + "/stances").status() == 404);
                script(live, "backup").mustSucceed();
                assertThat(script(live, "restore").output()).contains("stop the services first");
            }
            assertThat(script(live, "restore").output()).contains("is not empty");
            List<Path> made = made(backups);
            assertThat(made).hasSize(2);

            // As if the article had been taken away, and others sent, between the two dumps of one backup.
            Map<String, String> later = databases(postgres, "later", backups);
            Path mixed = mix(made.get(0), made.get(1), folder.resolve("mixed"));
            Commands.Result mended = script(later, "restore", mixed.toString()).mustSucceed();
            assertThat(mended.output())
                    .contains("analysed again: 1\n")
                    .contains("taken away: 5\n")
                    .contains("can be started");
            try (Suite suite = suite("later", later)) {
                Client client = start(suite);
                assertSame(awaitStances(client, first.size()), first, Set.of(gone));
                assertStancesAreOfArticles(client, first.keySet());
                assertWorkGoesOn(client, first.size());
            }

            // A database that cannot be read is not one that has nothing.
            Map<String, String> unreadable = new TreeMap<>(later);
            unreadable.put("DEMARCHE_ANALYSIS_DATABASE_URL", postgres.database("empty", "analysis"));
            Commands.Result refused = script(unreadable, "restore", "--reconcile");
            assertThat(refused.status()).as(refused.output()).isNotZero();
            assertThat(refused.output()).contains("is not whole");
            assertThat(script(later, "restore", "--reconcile").mustSucceed().output())
                    .contains("analysed again: 0\n")
                    .contains("taken away: 0\n");

            // And dumped the other way round.
            Map<String, String> earlier = databases(postgres, "earlier", backups);
            Path reversed = mix(made.get(1), made.get(0), folder.resolve("reversed"));
            assertThat(script(earlier, "restore", reversed.toString())
                            .mustSucceed()
                            .output())
                    .contains("analysed again: 5\n")
                    .contains("taken away: 1\n");
            assertThat(script(earlier, "restore", "--reconcile").mustSucceed().output())
                    .contains("analysed again: 0\n");
            Map<String, String> fewer = new TreeMap<>(live);
            fewer.put("DEMARCHE_BACKUPS_KEEP", "1");
            script(fewer, "backup").mustSucceed();
            assertThat(made(backups)).hasSize(1).doesNotContainAnyElementsOf(made);
            Path dump = made(backups).get(0).resolve("analysis.dump");
            Files.write(dump, new byte[] {0}, StandardOpenOption.APPEND);
            assertThat(script(databases(postgres, "damaged", backups), "restore")
                            .output())
                    .contains("is damaged");
            Map<String, String> nowhere = new TreeMap<>(live);
            nowhere.put("DEMARCHE_ANALYSIS_DATABASE_URL", live.get("DEMARCHE_ANALYSIS_DATABASE_URL") + "_not_there");
            assertThat(script(nowhere, "backup").status()).isNotZero();
            assertThat(made(backups)).as("half a backup is none").hasSize(1);
        }
    }

    private static Client start(Suite suite) {
        suite.startIngest();
        suite.startGateway();
        suite.startAnalysis();
        suite.awaitIngest();
        suite.awaitAnalysis();
        suite.awaitGateway();
        return new Client(suite.url(), suite.key());
    }

    private Suite suite(String name, Map<String, String> databases) throws IOException {
        Map<String, Map<String, String>> environments = new TreeMap<>(ALL_FAST);
        for (String service : List.of("ingest", "analysis")) {
            Map<String, String> environment = new TreeMap<>(FAST);
            for (String part : List.of("URL", "USER")) {
                environment.put(
                        "DEMARCHE_DATABASE_" + part,
                        databases.get("DEMARCHE_" + service.toUpperCase() + "_DATABASE_" + part));
            }
            environments.put(service + "-service", environment);
        }
        return new Suite(Files.createDirectory(folder.resolve(name)), key, environments);
    }

    private static Map<String, String> databases(LocalPostgres postgres, String name, Path backups) throws IOException {
        return Map.of(
                "PATH", postgres.path(),
                "DEMARCHE_BACKUPS", backups.toString(),
                "DEMARCHE_INGEST_DATABASE_URL", postgres.database("ingest_" + name, "ingest"),
                "DEMARCHE_INGEST_DATABASE_USER", "ingest",
                "DEMARCHE_ANALYSIS_DATABASE_URL", postgres.database("analysis_" + name, "analysis"),
                "DEMARCHE_ANALYSIS_DATABASE_USER", "analysis");
    }

    private static Commands.Result demarche(Path data, String command, Path backup) throws IOException {
        return Commands.run(
                Map.of("DEMARCHE_DATA", data.toString()),
                List.of(ROOT.resolve("demarche").toString(), command, backup.toString()));
    }

    private static Commands.Result script(Map<String, String> environment, String name, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("k8s/components/backup").resolve(name).toString());
        command.addAll(List.of(arguments));
        return Commands.run(environment, command);
    }

    private static List<Path> made(Path backups) throws IOException {
        try (Stream<Path> folders = Files.list(backups)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Path mix(Path ingest, Path analysis, Path mixed) throws IOException {
        Files.createDirectory(mixed);
        List<String> sums = new ArrayList<>();
        for (Map.Entry<String, Path> part :
                Map.of("ingest.dump", ingest, "analysis.dump", analysis).entrySet()) {
            Files.copy(part.getValue().resolve(part.getKey()), mixed.resolve(part.getKey()));
            Files.readAllLines(part.getValue().resolve("SHA256SUMS")).stream()
                    .filter(line -> line.endsWith(part.getKey()))
                    .forEach(sums::add);
        }
        Files.write(mixed.resolve("SHA256SUMS"), sums);
        return mixed;
    }

    private static Set<String> sendSamples(Client client) throws IOException {
        Set<String> ids = new HashSet<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("samples"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".txt")).toList()) {
                ids.add(accepted(client.post("/articles", body("text", Files.readString(file)))));
            }
        }
        assertThat(ids).hasSizeGreaterThan(5);
        return ids;
    }

    private static String send(Client client, int number) {
        return accepted(client.post(
                "/articles",
                body(
                        "text",
                        "Lisbon welcomed the ceasefire on day " + number
                                + " of the talks. Madrid condemned the sanctions again.")));
    }

    private static String accepted(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body().path("id").asText();
    }

    /** The stances of each article, once there are so many articles at the least and all are analysed. */
    private static Map<String, Set<JsonNode>> awaitStances(Client client, int articles) {
        Map<String, Set<JsonNode>> stances = new TreeMap<>();
        Awaitility.await("articles, analysed")
                .atMost(WORK)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    stances.clear();
                    List<JsonNode> all = items(client, "/articles?limit=500");
                    all.forEach(article -> stances.put(article.path("id").asText(), new HashSet<>()));
                    return all.size() >= articles
                            && all.stream()
                                    .allMatch(article ->
                                            article.path("state").asText().equals("ANALYSED"));
                });
        items(client, "/stances?limit=500")
                .forEach(stance ->
                        stances.computeIfPresent(stance.path("articleId").asText(), (id, found) -> {
                            found.add(stance);
                            return found;
                        }));
        assertThat(stances.values()).anyMatch(found -> !found.isEmpty());
        return stances;
    }

    private static List<JsonNode> items(Client client, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(path + cursor).body();
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    /** The same articles with the same stances; of those that were analysed again, with other ids. */
    private static void assertSame(
            Map<String, Set<JsonNode>> found, Map<String, Set<JsonNode>> expected, Set<String> again) {
        assertThat(found).containsOnlyKeys(expected.keySet());
        expected.forEach((id, stances) -> {
            if (again.contains(id)) {
                assertThat(withoutIds(found.get(id))).isEqualTo(withoutIds(stances));
            } else {
                assertThat(found.get(id)).isEqualTo(stances);
            }
        });
    }

    private static Set<JsonNode> withoutIds(Set<JsonNode> stances) {
        return stances.stream()
                .<JsonNode>map(stance -> ((ObjectNode) stance.deepCopy()).without(List.of("id", "analysedAt")))
                .collect(Collectors.toSet());
    }

    private static void assertStancesAreOfArticles(Client client, Set<String> articles) {
        Awaitility.await("the end of stances of articles that are not there")
                .atMost(WORK)
                .untilAsserted(() -> assertThat(items(client, "/stances?limit=500"))
                        .isNotEmpty()
                        .allSatisfy(stance -> assertThat(articles)
                                .contains(stance.path("articleId").asText())));
    }

    private static void assertWorkGoesOn(Client client, int articles) {
        accepted(client.post("/articles", body("text", "Oslo welcomed the peace plan. Rome rejected it on Sunday.")));
        assertThat(awaitStances(client, articles + 1)).hasSize(articles + 1);
    }

    private static ObjectNode body(String field, String value) {
        return JSON.createObjectNode().put(field, value);
    }
}

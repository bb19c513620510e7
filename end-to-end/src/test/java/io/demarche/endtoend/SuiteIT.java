package io.demarche.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged suite does its work, whatever is killed and whatever is sent. */
class SuiteIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WORK = Duration.ofMinutes(4);
    /** Copies of each sample that differ in a sentence: enough that work is under way when the process is killed. */
    private static final int COPIES = 5;

    private static final int LINES = 1_500;
    private static final int BAD_LINE = 700;

    @TempDir
    private static Path data;

    private static Suite suite;
    private static Client client;
    private static Process analysis;

    @BeforeAll
    static void start() {
        suite = new Suite(data);
        suite.startIngest();
        suite.awaitIngest();
        analysis = suite.startAnalysis();
        suite.startGateway();
        suite.awaitAnalysis();
        suite.awaitGateway();
        client = new Client(suite.url(), suite.key());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void everyArticleIsAnalysedOnceThoughAWorkerIsKilled() throws IOException {
        Map<String, String> sent = new LinkedHashMap<>();
        for (Path sample : samples()) {
            String content = Files.readString(sample);
            for (int copy = 0; copy < COPIES; copy++) {
                boolean html = sample.toString().endsWith(".html");
                String changed = withSentence(content, html, copy);
                Client.Answer answer = client.post("/articles", body(html ? "html" : "text", changed));
                assertThat(answer.status()).as("%s: %s", sample, answer.body()).isEqualTo(202);
                sent.put(answer.body().path("id").asText(), sample.toString());
            }
        }
        assertThat(sent).hasSize(samples().size() * COPIES);
        Awaitility.await("work in hand")
                .atMost(WORK)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> states(sent).getOrDefault("ANALYSED", 0L) > 20);
        assertThat(states(sent).getOrDefault("ANALYSED", 0L))
                .as("analysed before the kill")
                .isLessThan(sent.size());
        analysis.destroyForcibly();
        Awaitility.await("the end of the killed process").atMost(WORK).until(() -> !analysis.isAlive());
        analysis = suite.startAnalysis();
        suite.awaitAnalysis();
        Awaitility.await("the end of the work")
                .atMost(WORK)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> states(sent).getOrDefault("ANALYSED", 0L) == sent.size());

        int stored = 0;
        for (String id : sent.keySet()) {
            JsonNode article = client.get("/articles/" + id).body();
            ObjectNode request = body("text", article.path("text").asText());
            if (article.hasNonNull("title")) {
                request.put("title", article.path("title").asText());
            }
            if (article.hasNonNull("publishedAt")) {
                request.put("publishedAt", article.path("publishedAt").asText());
            }
            List<String> expected =
                    evidence(client.post("/analyses", request).body().path("stances"));
            JsonNode stances = client.get("/articles/" + id + "/stances").body().path("stances");
            assertThat(evidence(stances)).as("stances of %s", sent.get(id)).isEqualTo(expected);
            stored += stances.size();
        }
        assertThat(storedStances(sent)).as("stances of all these articles").isEqualTo(stored);
    }

    @Test
    void aThousandPostsOfOneArticleStoreOne() {
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try {
            ObjectNode article = body(
                    "text",
                    "Ottawa welcomed the ceasefire.\n\nIt called for talks between the two sides without delay.");
            List<CompletableFuture<Client.Answer>> posts = IntStream.range(0, 1000)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.post("/articles", article), pool))
                    .toList();
            List<Client.Answer> answers =
                    posts.stream().map(CompletableFuture::join).toList();
            assertThat(answers).allMatch(answer -> answer.status() == 202 || answer.status() == 200);
            assertThat(answers.stream().filter(answer -> answer.status() == 202))
                    .hasSize(1);
            assertThat(answers.stream()
                            .map(answer -> answer.body().path("id").asText())
                            .distinct())
                    .hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aStreamOfThousandsIsAnsweredLineByLine() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            // In German, so that the worker has nothing to find in them.
            lines.append(body(
                            "text",
                            "Der Rat der Stadt hat am Montag die Vorlage mit der Nummer " + i
                                    + " beraten und auf die Sitzung in der nächsten Woche vertagt."))
                    .append('\n');
            if (i == BAD_LINE - 2) {
                lines.append("{\"text\": 5}\n");
            }
        }
        List<JsonNode> answers = client.stream("/articles/batch", lines.toString());
        assertThat(answers).hasSize(LINES + 1);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).path("line").asInt()).isEqualTo(i + 1);
            assertThat(answers.get(i).has("problem"))
                    .as(answers.get(i).toString())
                    .isEqualTo(i + 1 == BAD_LINE);
        }
        assertThat(client.stream("/articles/batch", lines.toString()))
                .filteredOn(answer -> answer.has("id"))
                .hasSize(LINES)
                .allMatch(answer -> answer.path("duplicate").asBoolean());
    }

    @Test
    void aFeedsArticlesAreGotAnalysedAndTakenAwayAgain() throws IOException {
        try (NewsSite site = new NewsSite()) {
            site.article(
                    "/one",
                    "No to the plan",
                    "Moscow rejected the peace plan on Monday. Beijing welcomed it without delay.");
            site.article(
                    "/two",
                    "Talks welcome",
                    "Paris welcomed the peace talks on Tuesday. Berlin condemned the sanctions again.");
            Client.Answer feed = client.post("/feeds", body("url", site.url("/")));
            assertThat(feed.status()).as(feed.body().toString()).isEqualTo(201);
            assertThat(feed.body().path("url").asText()).isEqualTo(site.url("/feed.xml"));

            List<String> ids = new ArrayList<>();
            Awaitility.await("the feed's articles, analysed").atMost(WORK).until(() -> {
                ids.clear();
                client.get("/articles?state=ANALYSED").body().path("items").forEach(item -> {
                    if (item.path("url").asText().startsWith(site.url("/"))) {
                        ids.add(item.path("id").asText());
                    }
                });
                return ids.size() == 2;
            });
            String gone = ids.get(0);
            assertThat(client.get("/articles/" + gone + "/stances").body().path("stances"))
                    .isNotEmpty();

            assertThat(client.delete("/articles/" + gone).status()).isEqualTo(204);
            assertThat(client.get("/articles/" + gone).status()).isEqualTo(404);
            Awaitility.await("the end of its stances")
                    .atMost(WORK)
                    .until(() -> client.get("/articles/" + gone + "/stances").status() == 404);
            assertThat(client.get("/articles/" + ids.get(1) + "/stances").status())
                    .isEqualTo(200);
            assertThat(client.delete("/feeds/" + feed.body().path("id").asText())
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void stancesArriveOnAStreamThatResumes() throws IOException {
        String id;
        LiveStream.Event first;
        try (LiveStream stream = new LiveStream(suite.url(), suite.key(), "")) {
            id = client.post(
                            "/articles",
                            body(
                                    "text",
                                    "Lisbon welcomed the ceasefire on Friday. Madrid condemned the sanctions again."))
                    .body()
                    .path("id")
                    .asText();
            first = stream.next(id);
            assertThat(first.name()).isEqualTo("stance");
        }
        JsonNode listed = client.get("/stances?articleId=" + id).body().path("items");
        assertThat(listed).hasSizeGreaterThan(1).anyMatch(stance -> same(stance, first));
        try (LiveStream resumed = new LiveStream(suite.url(), suite.key(), first.id())) {
            for (int i = 1; i < listed.size(); i++) {
                LiveStream.Event event = resumed.next(id);
                assertThat(listed).anyMatch(stance -> same(stance, event));
                assertThat(event.id()).isGreaterThan(first.id());
            }
            assertThat(client.delete("/articles/" + id).status()).isEqualTo(204);
            assertThat(resumed.next(id).name()).isEqualTo("removal");
        }
    }

    private static boolean same(JsonNode stance, LiveStream.Event event) {
        try {
            return stance.equals(JSON.readTree(event.data()));
        } catch (IOException e) {
            throw new AssertionError(event.data(), e);
        }
    }

    static Stream<Map.Entry<String, byte[]>> badBodies() {
        String tags = "<div>".repeat(10_000);
        return Map.of(
                "broken UTF-8",
                        new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'},
                "empty", new byte[0],
                "empty text", bytes("{\"text\": \"  \"}"),
                "too long", bytes("{\"text\": \"" + "a".repeat(200_001) + "\"}"),
                "a number for a text", bytes("{\"text\": 5}"),
                "an unknown field", bytes("{\"text\": \"Moscow welcomed the talks.\", \"texd\": 1}"),
                "only tags", bytes("{\"html\": \"" + tags + "\"}"),
                "half a document", bytes("{\"text\": \"Moscow"),
                "nested arrays", bytes("[".repeat(20_000)))
                .entrySet()
                .stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void badInputGetsAClearProblem(Map.Entry<String, byte[]> bad) {
        for (String path : List.of("/articles", "/analyses")) {
            Client.Answer answer = client.post(path, bad.getValue());
            assertThat(answer.status())
                    .as("%s to %s: %s", bad.getKey(), path, answer.body())
                    .isBetween(400, 413);
            assertThat(answer.type()).startsWith("application/problem+json");
            assertThat(answer.body().path("title").asText()).isNotBlank();
            assertThat(answer.body().path("detail").asText()).isNotBlank().doesNotContain("Exception", "io.demarche");
        }
    }

    @Test
    void anArticleInsideTenThousandTagsIsReadOrRefusedButNeverAnError() {
        String html = "<html><body>" + "<div>".repeat(10_000)
                + "<p>Moscow welcomed the peace talks in the capital today.</p>";
        Client.Answer answer = client.post("/analyses", body("html", html));
        assertThat(answer.status()).isIn(200, 400);
    }

    /** The article with a sentence more in its middle, where nothing takes it for debris. */
    private static String withSentence(String content, boolean html, int number) {
        String sentence = "Officials took note of report number " + number + " on this matter in the capital.";
        String end = html ? "</p>" : "\n\n";
        int at = content.indexOf(end, content.length() / 2);
        return content.substring(0, at) + (html ? "</p><p>" : "\n\n") + sentence + content.substring(at);
    }

    private static int storedStances(Map<String, String> sent) {
        int count = 0;
        String cursor = "";
        do {
            JsonNode page = client.get("/stances?limit=500" + cursor).body();
            for (JsonNode stance : page.path("items")) {
                count += sent.containsKey(stance.path("articleId").asText()) ? 1 : 0;
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return count;
    }

    private static Map<String, Long> states(Map<String, String> sent) {
        List<String> states = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get("/articles?limit=500" + cursor).body();
            page.path("items").forEach(item -> {
                if (sent.containsKey(item.path("id").asText())) {
                    states.add(item.path("state").asText());
                }
            });
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return states.stream().collect(Collectors.groupingBy(state -> state, Collectors.counting()));
    }

    /** What was found, without the ids that storing adds. */
    private static List<String> evidence(JsonNode stances) {
        List<String> lines = new ArrayList<>();
        stances.forEach(stance -> lines.add(stance.path("holder").path("id").asText() + " "
                + stance.path("polarity").asText() + " "
                + stance.path("target").path("id").asText() + " "
                + stance.path("evidence").path("cue")));
        return lines.stream().sorted().toList();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(suite.root().resolve("samples"))) {
            return files.filter(file ->
                            file.toString().endsWith(".txt") || file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static ObjectNode body(String field, String value) {
        return JSON.createObjectNode().put(field, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

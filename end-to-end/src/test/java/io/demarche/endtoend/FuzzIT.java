package io.demarche.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.contract.document.Document;
import io.demarche.contract.document.Operation;
import io.demarche.contract.fuzz.AnswerRules;
import io.demarche.contract.fuzz.Attempt;
import io.demarche.contract.fuzz.Campaign;
import io.demarche.contract.fuzz.RawHttp;
import io.demarche.contract.fuzz.RequestMaker;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thousands of requests made from the document, right and wrong: every answer is one that the document foresees, and none
 * is a 500. Equal seeds send equal requests: {@code -Ddemarche.fuzz.seed}, {@code -Ddemarche.fuzz.requests}.
 */
@ExtendWith(SharedSuite.class)
class FuzzIT {

    private static final long SEED = Long.getLong("demarche.fuzz.seed", 20_260_131L);
    private static final int REQUESTS = Integer.getInteger("demarche.fuzz.requests", 6_000);
    private static final int SENDERS = 8;
    private static final int ARTICLES = 150;
    private static final int FEEDS = 20;

    @Test
    void everyAnswerIsAsTheDocumentSays(Suite suite) throws Exception {
        System.out.println("fuzz: seed " + SEED + ", " + REQUESTS + " requests");
        Document document = Document.read(suite.root().resolve("gateway/openapi.yaml"));
        Client client = new Client(suite.url(), suite.key());
        InetSocketAddress gateway =
                new InetSocketAddress("127.0.0.1", URI.create(suite.url()).getPort());
        try (NewsSite site = new NewsSite()) {
            site.article(
                    "/one", "Talks welcome", "Paris welcomed the talks on Tuesday. Berlin condemned the sanctions.");
            RequestMaker maker =
                    new RequestMaker(document, new Random(SEED), known(client, site), headers(suite, gateway));
            List<Attempt> attempts = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                attempts.add(maker.next());
            }
            Campaign.Report report =
                    new Campaign(new RawHttp(gateway), new AnswerRules(document)).send(attempts, SENDERS);
            System.out.println("fuzz: " + report.statuses());
            assertThat(report.sent()).isEqualTo(REQUESTS);
            assertThat(report.faults()).as("faults with seed %d", SEED).isEmpty();
            for (Operation operation : document.operations()) {
                assertThat(report.statuses().keySet())
                        .as("answers of %s", operation.id())
                        .anyMatch(kind -> kind.startsWith(operation.id() + " 2"))
                        .contains(operation.id() + " 400");
            }
        }
        assertThat(client.get("/status").body().path("status").asText())
                .as("after all that")
                .isEqualTo("UP");
    }

    private static List<String> headers(Suite suite, InetSocketAddress gateway) {
        List<String> headers = new ArrayList<>(List.of("Host: 127.0.0.1:" + gateway.getPort(), "Connection: close"));
        headers.add("Authorization: Bearer " + suite.key());
        return headers;
    }

    /** What is there to be found, so that not all is a 404. */
    private static Map<String, List<String>> known(Client client, NewsSite site) {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            ObjectNode article = body("text", "Moscow welcomed plan number " + i + " on Monday, but Kyiv rejected it.");
            articles.add(client.post("/articles", article).body().path("id").asText());
        }
        List<String> feeds = new ArrayList<>();
        for (int i = 0; i < FEEDS; i++) {
            JsonNode feed = client.post("/feeds", body("url", site.url("/feed.xml?" + i)))
                    .body();
            feeds.add(feed.path("id").asText());
        }
        Awaitility.await("stances")
                .atMost(Duration.ofMinutes(2))
                .until(() -> client.get("/stances?limit=2").body().hasNonNull("next"));
        List<String> cursors = List.of(
                client.get("/stances?limit=1").body().path("next").asText(),
                client.get("/articles?limit=1").body().path("next").asText(),
                client.get("/feeds?limit=1").body().path("next").asText());
        // Addresses inside this machine and names that never are: no fuzz leaves it.
        List<String> urls = List.of(
                site.url("/one"),
                site.url("/feed.xml"),
                site.url("/feed.xml?new"),
                site.url("/nowhere"),
                "http://nowhere.invalid/a",
                "http://127.0.0.1:1/",
                "ftp://a.invalid/",
                "not an address");
        return Map.of(
                "articles.id", articles, "articleId", articles, "feeds.id", feeds, "cursor", cursors, "url", urls);
    }

    private static ObjectNode body(String field, String value) {
        return new ObjectMapper().createObjectNode().put(field, value);
    }
}

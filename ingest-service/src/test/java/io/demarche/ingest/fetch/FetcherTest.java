package io.demarche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetcherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Consumer<HttpServerRequest>> pages = new ConcurrentHashMap<>();
    private final Queue<HttpServerRequest> requests = new ConcurrentLinkedQueue<>();
    private int port;
    private Fetcher fetcher;

    @BeforeEach
    void serve() {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            requests.add(request);
            pages.getOrDefault(
                            request.path(),
                            missing -> missing.response().setStatusCode(404).end())
                    .accept(request);
        });
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        fetcher = fetcher(Map.of());
    }

    @AfterEach
    void stop() {
        fetcher.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Fetcher fetcher(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "demarche.fetch.allowed-hosts", "site.test",
                "demarche.fetch.delay", "0S",
                "demarche.fetch.max-size", "64K"));
        all.putAll(settings);
        FetchConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FetchConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(FetchConfig.class);
        return new Fetcher(vertx, config, Clock.systemUTC(), FetcherTest::lookUp);
    }

    /** Every name of the test stands for the test's own server; only one of them may. */
    private static List<InetAddress> lookUp(String host) throws UnknownHostException {
        if (host.endsWith(".test")) {
            return List.of(InetAddress.getByName("127.0.0.1"));
        }
        throw new UnknownHostException(host);
    }

    private String at(String path) {
        return "http://site.test:" + port + path;
    }

    private void page(String path, String type, byte[] body, String... headers) {
        pages.put(path, request -> {
            request.response().putHeader("content-type", type);
            for (int i = 0; i < headers.length; i += 2) {
                request.response().putHeader(headers[i], headers[i + 1]);
            }
            request.response().end(Buffer.buffer(body));
        });
    }

    private void redirect(String path, int status, String location) {
        pages.put(path, request -> request.response()
                .setStatusCode(status)
                .putHeader("location", location)
                .end());
    }

    private Fetched fetch(String url) {
        return fetcher.fetch(url, Validators.NONE).await().atMost(PATIENCE);
    }

    private FetchException.Kind failure(String url) {
        FetchException.Kind[] kind = new FetchException.Kind[1];
        assertThatThrownBy(() -> fetch(url))
                .asInstanceOf(type(FetchException.class))
                .satisfies(failure -> kind[0] = failure.kind());
        return kind[0];
    }

    private List<String> asked() {
        return requests.stream().map(HttpServerRequest::path).toList();
    }

    @Test
    void fetchesAPage() {
        page("/a", "Text/HTML; charset=windows-1251", "<p>Москва</p>".getBytes(Charset.forName("windows-1251")));
        Fetched fetched = fetch(at("/a"));
        assertThat(fetched.text()).isEqualTo("<p>Москва</p>");
        assertThat(fetched.contentType()).isEqualTo("text/html");
        assertThat(fetched.url()).isEqualTo(at("/a"));
        HttpServerRequest last = requests.stream().reduce((a, b) -> b).orElseThrow();
        assertThat(last.getHeader("host")).isEqualTo("site.test:" + port);
        assertThat(last.getHeader("user-agent")).startsWith("Demarche/");
    }

    @Test
    void followsRedirects() {
        redirect("/1", 301, "/2");
        redirect("/2", 308, at("/3"));
        page("/3", "text/html", "here".getBytes(StandardCharsets.UTF_8));
        Fetched fetched = fetch(at("/1"));
        assertThat(fetched.url()).isEqualTo(at("/3"));
        assertThat(fetched.moved()).isTrue();
        redirect("/1", 302, "/2");
        assertThat(fetch(at("/1")).moved()).isFalse();
    }

    @Test
    void followsNoMoreThanFive() {
        for (int i = 0; i < 7; i++) {
            redirect("/" + i, 302, "/" + (i + 1));
        }
        page("/6", "text/html", "here".getBytes(StandardCharsets.UTF_8));
        assertThat(fetch(at("/1")).text()).isEqualTo("here");
        assertThat(failure(at("/0"))).isEqualTo(FetchException.Kind.FAILED);
    }

    @Test
    void aRedirectLeadsNowhereInside() {
        page("/secret", "text/html", "secret".getBytes(StandardCharsets.UTF_8));
        for (String inside : List.of(
                "http://127.0.0.1:" + port + "/secret",
                "http://inside.test:" + port + "/secret",
                "http://inside.test/secret",
                "http://[::ffff:127.0.0.1]/secret",
                "//169.254.169.254/secret",
                "file:///etc/passwd")) {
            redirect("/out", 302, inside);
            assertThat(failure(at("/out"))).as(inside).isEqualTo(FetchException.Kind.REFUSED);
        }
        assertThat(asked()).doesNotContain("/secret");
    }

    @Test
    void doesWhatRobotsAreTold() {
        page(
                "/robots.txt",
                "text/plain",
                "User-agent: *\nAllow: /\n\nUser-agent: demarche\nDisallow: /private/\n"
                        .getBytes(StandardCharsets.UTF_8));
        page("/private/a", "text/html", "private".getBytes(StandardCharsets.UTF_8));
        page("/a", "text/html", "open".getBytes(StandardCharsets.UTF_8));
        assertThat(failure(at("/private/a"))).isEqualTo(FetchException.Kind.FORBIDDEN);
        assertThat(fetch(at("/a")).text()).isEqualTo("open");
        assertThat(asked()).containsExactly("/robots.txt", "/a");
    }

    @Test
    void aSiteInTroubleIsLeftAlone() {
        pages.put(
                "/robots.txt", request -> request.response().setStatusCode(503).end());
        page("/a", "text/html", "open".getBytes(StandardCharsets.UTF_8));
        assertThat(failure(at("/a"))).isEqualTo(FetchException.Kind.FORBIDDEN);
        assertThat(asked()).containsExactly("/robots.txt");
    }

    @Test
    void asksWhetherItHasChanged() {
        pages.put("/feed", request -> {
            boolean known = "\"v1\"".equals(request.getHeader("if-none-match"));
            request.response()
                    .setStatusCode(known ? 304 : 200)
                    .putHeader("etag", "\"v1\"")
                    .end(known ? "" : "<rss/>");
        });
        Fetched first = fetch(at("/feed"));
        assertThat(first.unchanged()).isFalse();
        Fetched again = fetcher.fetch(at("/feed"), new Validators(first.etag(), first.lastModified()))
                .await()
                .atMost(PATIENCE);
        assertThat(again.unchanged()).isTrue();
    }

    @Test
    void takesNoMoreThanTheLimit() throws IOException {
        page("/large", "text/html", new byte[100_000]);
        assertThat(failure(at("/large"))).isEqualTo(FetchException.Kind.TOO_LARGE);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }
        page("/bomb", "text/html", packed.toByteArray(), "content-encoding", "gzip");
        assertThat(failure(at("/bomb"))).isEqualTo(FetchException.Kind.TOO_LARGE);
        page("/a", "text/html", "still here".getBytes(StandardCharsets.UTF_8));
        assertThat(fetch(at("/a")).text()).isEqualTo("still here");
    }

    @Test
    void doesNotWaitForever() {
        fetcher.close();
        fetcher = fetcher(Map.of("demarche.fetch.timeout", "0.3S", "demarche.fetch.robots", "false"));
        pages.put("/slow", request -> request.response().setChunked(true).write("<p>"));
        assertThat(failure(at("/slow"))).isEqualTo(FetchException.Kind.TOO_SLOW);
    }

    @Test
    void tellsWhatIsGoneFromWhatIsBroken() {
        assertThat(failure(at("/nothing"))).isEqualTo(FetchException.Kind.GONE);
        pages.put("/broken", request -> request.response().setStatusCode(500).end());
        assertThat(failure(at("/broken"))).isEqualTo(FetchException.Kind.FAILED);
        pages.put("/paid", request -> request.response().setStatusCode(402).end());
        assertThat(failure(at("/paid"))).isEqualTo(FetchException.Kind.FORBIDDEN);
        assertThat(failure("http://nobody.invalid/")).isNotNull();
    }

    @Test
    void aHostThatIsNotThereIsNotBlamedOnItsRules() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        for (int times = 0; times < 2; times++) {
            assertThatThrownBy(() -> fetch("http://nowhere.example/a"))
                    .asInstanceOf(type(FetchException.class))
                    .returns(FetchException.Kind.FAILED, FetchException::kind)
                    .satisfies(failure -> assertThat(failure).hasMessageContaining("not known"));
            assertThatThrownBy(() -> fetch("http://site.test:" + closed + "/a"))
                    .asInstanceOf(type(FetchException.class))
                    .returns(FetchException.Kind.FAILED, FetchException::kind)
                    .satisfies(failure -> assertThat(failure).hasMessageContaining("does not answer"));
        }
    }
}

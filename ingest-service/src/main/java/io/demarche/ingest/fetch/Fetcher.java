package io.demarche.ingest.fetch;

import io.demarche.platform.deadline.Deadline;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages and feeds: as a polite robot (robots.txt, one request a host at a time, a pause after each), and never
 * from where it should not (each address, that of each redirect too, passes the {@link Gate}).
 */
@Singleton
public class Fetcher {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final String ACCEPT =
            "text/html,application/xhtml+xml;q=0.9,application/rss+xml;q=0.9,application/atom+xml;q=0.9,"
                    + "application/feed+json;q=0.9,application/xml;q=0.8,text/plain;q=0.7,*/*;q=0.1";

    private final Vertx vertx;
    private final FetchConfig config;
    private final Gate gate;
    private final Turns turns;
    private final RobotRules robots;
    private final Wire wire;

    @Inject
    Fetcher(Vertx vertx, FetchConfig config, Clock clock) {
        this(vertx, config, clock, host -> List.of(InetAddress.getAllByName(host)));
    }

    Fetcher(Vertx vertx, FetchConfig config, Clock clock, Gate.Resolver resolver) {
        this.vertx = vertx;
        this.config = config;
        this.gate = new Gate(resolver, config.allowedHosts().orElse(List.of()), config.ports());
        this.turns = new Turns(
                clock,
                (delay, task) -> vertx.setTimer(Math.max(1, delay.toMillis()), id -> task.run()),
                config.maxWaiting());
        this.robots = new RobotRules(clock, config.userAgent());
        this.wire = new Wire(vertx, config.connectTimeout(), config.timeout());
    }

    /**
     * Fetches for somebody who waits.
     *
     * @param url any string
     * @param last what the address said of its content the last time
     * @return the answer, or a failure that is a {@link FetchException} and nothing else, before the configured time is over
     */
    public Uni<Fetched> fetch(String url, Validators last) {
        return fetch(url, last, Deadline.within(config.timeout()));
    }

    /**
     * Fetches when it is the host's turn, however long others and the host's own wish for a pause keep it from it, within
     * reason. As {@link #fetch} otherwise.
     */
    public Uni<Fetched> fetchPatiently(String url, Validators last) {
        return fetch(url, last, config.patience());
    }

    private Uni<Fetched> fetch(String url, Validators last, Duration limit) {
        return Uni.createFrom()
                .deferred(() -> follow(Target.of(url), last, config.redirects(), true))
                .ifNoItem()
                .after(limit)
                .fail()
                .onFailure()
                .transform(Fetcher::explained);
    }

    private Uni<Fetched> follow(Target target, Validators last, int left, boolean moved) {
        return permitted(target)
                .flatMap(pause -> ask(target, last, pause, config.maxSize().asLongValue()))
                .flatMap(answer -> {
                    if (!REDIRECTS.contains(answer.status())) {
                        return decoded(target, answer, moved);
                    }
                    if (left == 0) {
                        throw FetchException.failed("The page redirects too often.");
                    }
                    boolean permanent = answer.status() == 301 || answer.status() == 308;
                    // Validators belong to the address that gave them.
                    return Uni.createFrom()
                            .deferred(() -> follow(
                                    target.redirected(answer.header("location")),
                                    Validators.NONE,
                                    left - 1,
                                    moved && permanent))
                            .onFailure(failure -> is(failure, FetchException.Kind.REFUSED))
                            .transform(refusal ->
                                    FetchException.refused("redirects to an address that " + refusal.getMessage()));
                });
    }

    /** The pause after the request; fails when the site wants no robots there. */
    private Uni<Duration> permitted(Target target) {
        if (!config.robots()) {
            return Uni.createFrom().item(config.delay());
        }
        RobotRules.Rules known = robots.of(target);
        Uni<RobotRules.Rules> rules = known != null
                ? Uni.createFrom().item(known)
                : robotsOf(target.robots(), config.redirects())
                        .map(answer -> robots.learn(target, answer.status(), answer.body()))
                        // Any other failure would be the page's as well, and says more than that robots.txt can't be
                        // had.
                        .onFailure(failure -> is(failure, FetchException.Kind.TOO_LARGE))
                        .recoverWithItem(() -> robots.unreadable(target));
        return rules.map(found -> {
            if (!found.allow(target)) {
                throw FetchException.of(
                        FetchException.Kind.FORBIDDEN,
                        "may not be fetched: the site's robots.txt says no, or can't be had");
            }
            return found.pause(config.delay(), config.maxDelay());
        });
    }

    private Uni<Wire.Answer> robotsOf(Target target, int left) {
        return ask(target, Validators.NONE, Duration.ZERO, RobotRules.MAX_SIZE).flatMap(answer -> {
            boolean redirects = REDIRECTS.contains(answer.status()) && left > 0;
            if (redirects) {
                return robotsOf(target.redirected(answer.header("location")), left - 1);
            }
            byte[] body = Bodies.decompress(answer.body(), answer.header("content-encoding"), RobotRules.MAX_SIZE);
            return Uni.createFrom().item(new Wire.Answer(answer.status(), answer.headers(), body));
        });
    }

    private static boolean is(Throwable failure, FetchException.Kind kind) {
        return failure instanceof FetchException known && known.kind() == kind;
    }

    private Uni<Wire.Answer> ask(Target target, Validators last, Duration pause, long most) {
        return turns.take(target.host(), pause, () -> blocking(() -> gate.admit(target))
                .flatMap(address -> wire.get(target, address, headers(target, last), most))
                // Nobody holds up those who wait for the same host.
                .ifNoItem()
                .after(config.timeout())
                .fail());
    }

    private Map<String, String> headers(Target target, Validators last) {
        Map<String, String> headers = new HashMap<>();
        String origin = target.origin();
        headers.put("host", origin.substring(origin.indexOf("//") + 2));
        headers.put("user-agent", config.userAgent());
        headers.put("accept", ACCEPT);
        headers.put("accept-encoding", "gzip, br");
        put(headers, "if-none-match", last.etag());
        put(headers, "if-modified-since", last.lastModified());
        return headers;
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    /** Unpacking a large page takes longer than an event loop may be held. */
    private Uni<Fetched> decoded(Target target, Wire.Answer answer, boolean moved) {
        return blocking(() -> decode(target, answer, moved));
    }

    private Fetched decode(Target target, Wire.Answer answer, boolean moved) {
        int status = answer.status();
        if (status == 404 || status == 410) {
            throw FetchException.answered(
                    FetchException.Kind.GONE, "answers " + status + ": there is no such page", status, null);
        }
        if (status == 401 || status == 402 || status == 403 || status == 451) {
            throw FetchException.answered(
                    FetchException.Kind.FORBIDDEN,
                    "answers " + status + ": the site does not show it to us",
                    status,
                    answer.header("retry-after"));
        }
        if (status != 200 && status != 304) {
            throw FetchException.answered(
                    FetchException.Kind.FAILED,
                    "The page answers " + status + ".",
                    status,
                    answer.header("retry-after"));
        }
        String type = answer.header("content-type");
        byte[] body = Bodies.decompress(
                answer.body(),
                answer.header("content-encoding"),
                config.maxSize().asLongValue());
        return new Fetched(
                target.address(),
                status,
                type == null ? "" : type.split(";")[0].strip().toLowerCase(Locale.ROOT),
                Bodies.text(body, type),
                answer.header("etag"),
                answer.header("last-modified"),
                moved,
                answer.header("cache-control"));
    }

    private <T> Uni<T> blocking(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }

    private static Throwable explained(Throwable failure) {
        if (failure instanceof FetchException) {
            return failure;
        }
        if (failure instanceof TimeoutException || failure instanceof java.util.concurrent.TimeoutException) {
            return FetchException.of(FetchException.Kind.TOO_SLOW, "The page takes too long.");
        }
        return failure instanceof IOException
                ? FetchException.failed("The host of the address does not answer.")
                : FetchException.failed("The page can't be fetched.");
    }

    @PreDestroy
    void close() {
        wire.close();
    }
}

package io.demarche.gateway.load;

import io.demarche.gateway.cache.Answer;
import io.demarche.platform.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Turns requests away that would only make everybody wait, before anything is done for them: a 503 within a millisecond,
 * which no service behind hears of. What is let in goes on.
 */
@Singleton
public final class LoadShedder {

    /** Behind the limits of requests and the deadlines, before whoever asks who somebody is. */
    private static final int EARLY = -950_000;

    /** A longer body of a request that is turned away is not worth reading to its end. */
    private static final int SHORT_BODY = 65_536;

    private final boolean enabled;
    private final Map<Work, AdaptiveLimit> limits = new EnumMap<>(Work.class);
    private final Map<Work, LongAdder> shed = new EnumMap<>(Work.class);

    LoadShedder(LoadConfig config) {
        this.enabled = config.enabled();
        long now = System.nanoTime();
        LoadConfig.Reads reads = config.reads();
        add(Work.READS, new LimitBounds(reads.least(), reads.first(), reads.most(), reads.unnoticed()), config, now);
        LoadConfig.Analyses analyses = config.analyses();
        add(
                Work.ANALYSES,
                new LimitBounds(analyses.least(), analyses.first(), analyses.most(), analyses.unnoticed()),
                config,
                now);
        LoadConfig.Writes writes = config.writes();
        add(
                Work.WRITES,
                new LimitBounds(writes.least(), writes.first(), writes.most(), writes.unnoticed()),
                config,
                now);
        // How long a stream lasts says nothing about load: its limit stands.
        add(Work.STREAMS, LimitBounds.fixed(config.streams().most()), config, now);
    }

    private void add(Work work, LimitBounds bounds, LoadConfig config, long now) {
        limits.put(
                work,
                new AdaptiveLimit(
                        bounds, config.tolerance(), Math.max(1, config.window().toNanos()), now));
        shed.put(work, new LongAdder());
    }

    /**
     * One class of requests as it stands.
     *
     * @param work its name: {@code reads}, {@code analyses}, {@code writes}, {@code streams}
     * @param limit how many are let in at once
     * @param underWay how many are
     * @param shed how many were turned away so far
     */
    public record Standing(String work, int limit, int underWay, long shed) {}

    /** How each class stands, for metrics. */
    public List<Standing> standing() {
        return limits.entrySet().stream()
                .map(entry -> new Standing(
                        entry.getKey().name().toLowerCase(Locale.ROOT),
                        entry.getValue().limit(),
                        entry.getValue().underWay(),
                        shed(entry.getKey()).sum()))
                .toList();
    }

    /** How one class stands. */
    Standing standing(String work) {
        return standing().stream()
                .filter(one -> one.work().equals(work))
                .findFirst()
                .orElseThrow();
    }

    void register(@Observes Router router) {
        if (enabled) {
            router.route().order(EARLY).handler(this::admit);
        }
    }

    private void admit(RoutingContext context) {
        Work work = Work.of(context.request());
        AdaptiveLimit limit = work == null ? null : limits.get(work);
        if (limit == null || work == null) {
            context.next();
        } else if (limit.enter()) {
            long began = System.nanoTime();
            context.addEndHandler(ended -> leave(context, work, limit, began, ended.succeeded()));
            context.next();
        } else {
            shed(work).increment();
            refuse(context);
        }
    }

    private LongAdder shed(Work work) {
        LongAdder count = shed.get(work);
        if (count == null) {
            throw new IllegalStateException("no count for " + work);
        }
        return count;
    }

    private static void leave(RoutingContext context, Work work, AdaptiveLimit limit, long began, boolean whole) {
        HttpServerResponse response = context.response();
        int status = response.getStatusCode();
        if (status == 503 || status == 504) {
            limit.leaveRefused();
        } else if (!whole
                || status >= 300
                || work == Work.STREAMS
                || Answer.isHit(response.headers().get(Answer.CACHE_STATUS))) {
            limit.leave();
        } else {
            limit.leave(Work.operation(context.request()), began, System.nanoTime());
        }
    }

    private static void refuse(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        Problem problem = Problem.of(503, "More is asked at the moment than can be answered; try again shortly.");
        JsonObject body = new JsonObject()
                .put("type", problem.type().toString())
                .put("title", problem.title())
                .put("status", 503)
                .put("detail", problem.detail())
                .put("instance", request.path());
        if (!isShort(request)) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        // By chance, so that those who were turned away together do not come back together.
        response.setStatusCode(503)
                .putHeader(
                        HttpHeaders.RETRY_AFTER,
                        Integer.toString(ThreadLocalRandom.current().nextInt(1, 4)))
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        request.resume();
        response.end(body.toBuffer());
    }

    private static boolean isShort(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean announced = length != null && length.length() < 6 && Integer.parseInt(length) <= SHORT_BODY;
        return announced || (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null);
    }
}

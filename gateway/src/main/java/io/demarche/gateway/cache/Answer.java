package io.demarche.gateway.cache;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An answer to a read, with where it comes from. */
public final class Answer {

    /** RFC 9211: whether this cache had the answer, and how old it is. */
    public static final String CACHE_STATUS = "Cache-Status";

    /** There, with {@code true}, when the service failed and this is what it said some time ago. */
    public static final String STALE = "Demarche-Stale";

    private static final String CACHE = "demarche";
    private static final String HIT = "; hit";
    private static final String REVALIDATE = "private, no-cache";
    private static final int NOT_MODIFIED = 304;

    private final Content content;
    private final String status;
    private final long ageSeconds;
    private final boolean stale;

    private Answer(Content content, String status, long ageSeconds, boolean stale) {
        this.content = content;
        this.status = status;
        this.ageSeconds = ageSeconds;
        this.stale = stale;
    }

    static Answer loaded(Content content, boolean collapsed) {
        return new Answer(content, CACHE + "; fwd=miss" + (collapsed ? "; collapsed" : ""), 0, false);
    }

    static Answer kept(Content content, long now) {
        return new Answer(content, CACHE + HIT, seconds(content, now), false);
    }

    static Answer stale(Content content, long now, long freshMillis) {
        long beyond = Math.max(1, (now - content.loadedAt() - freshMillis) / 1_000);
        return new Answer(content, CACHE + HIT + "; ttl=-" + beyond, seconds(content, now), true);
    }

    /** Whether a value of {@link #CACHE_STATUS} says that no service was asked. */
    public static boolean isHit(@Nullable String status) {
        return status != null && status.startsWith(CACHE + HIT);
    }

    private static long seconds(Content content, long now) {
        return Math.max(0, (now - content.loadedAt()) / 1_000);
    }

    /**
     * The answer to one caller.
     *
     * @param ifNoneMatch the caller's {@code If-None-Match}
     * @return 304 when the caller has it already
     */
    public RestResponse<byte[]> respond(@Nullable String ifNoneMatch) {
        return respond(ifNoneMatch, content::bytes);
    }

    /** As {@link #respond}, where a resource offers several media types: of bytes Jackson would make Base64 there. */
    public RestResponse<String> respondText(@Nullable String ifNoneMatch) {
        return respond(ifNoneMatch, () -> new String(content.bytes(), StandardCharsets.UTF_8));
    }

    private <T> RestResponse<T> respond(@Nullable String ifNoneMatch, Supplier<T> body) {
        boolean known = EntityTags.match(ifNoneMatch, content.etag());
        RestResponse.ResponseBuilder<T> response = RestResponse.ResponseBuilder.<T>create(known ? NOT_MODIFIED : 200)
                .header(HttpHeaders.ETAG, content.etag())
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .header(CACHE_STATUS, status);
        if (Answer.isHit(status)) {
            response.header("Age", ageSeconds);
        }
        if (stale) {
            response.header(STALE, true);
        }
        return known
                ? response.build()
                : response.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(body.get())
                        .build();
    }
}

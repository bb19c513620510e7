package io.demarche.ingest.idempotency;

import io.demarche.platform.strict.IdempotencyKey;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a write is answered.
 *
 * @param <T> the body
 * @param status 200, 201 or 202
 * @param location path of what was written
 * @param body the body
 * @param replayed whether it was answered so before, and nothing was done this time
 */
public record Outcome<T>(int status, String location, T body, boolean replayed) {

    /** A write that was done now. */
    public static <T> Outcome<T> of(int status, String location, T body) {
        return new Outcome<>(status, location, body, false);
    }

    /** The answer to the caller. */
    public RestResponse<T> respond() {
        RestResponse.ResponseBuilder<T> response = RestResponse.ResponseBuilder.<T>create(status)
                .header(HttpHeaders.LOCATION, location)
                .entity(body);
        if (replayed) {
            response.header(IdempotencyKey.REPLAYED, true);
        }
        return response.build();
    }
}

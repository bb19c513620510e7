package io.demarche.gateway.upstream;

import io.demarche.platform.strict.IdempotencyKey;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that a service gives again, to a write with an Idempotency-Key that it has done before. */
public final class Replays {

    private Replays() {}

    /** Whether an answer of a service is one. */
    public static boolean isOne(RestResponse<?> answer) {
        return answer.getHeaders().containsKey(IdempotencyKey.REPLAYED);
    }

    /** Says so to the caller. */
    public static <T> RestResponse.ResponseBuilder<T> mark(boolean replayed, RestResponse.ResponseBuilder<T> response) {
        return replayed ? response.header(IdempotencyKey.REPLAYED, true) : response;
    }
}

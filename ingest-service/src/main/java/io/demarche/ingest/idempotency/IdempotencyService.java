package io.demarche.ingest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.platform.id.Uuid7;
import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.demarche.platform.strict.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does writes with a key once. Who sends the same again is answered the same; what failed or was refused is not kept, and
 * may be sent again with the same key. When the service dies between a write and the note of its answer the key is free
 * again after a while, and the write is then found to be a duplicate.
 */
@Singleton
public class IdempotencyService {

    private static final Logger LOG = Logger.getLogger(IdempotencyService.class);
    private static final int RETRY_SECONDS = 1;

    private final IdempotencyRepository repository;
    private final IdempotencyConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotencyService(IdempotencyRepository repository, IdempotencyConfig config, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does a write, or answers as it was answered before.
     *
     * @param <T> the body of the answer
     * @param write what is to be done once; null does it each time
     * @param type of the body
     * @param work does it
     * @return fails with 409 while the same is under way, with 422 when the key stands for another request
     */
    public <T> Uni<Outcome<T>> once(@Nullable Write write, Class<T> type, Supplier<Uni<Outcome<T>>> work) {
        if (write == null) {
            return work.get();
        }
        byte[] fingerprint = fingerprint(write);
        UUID token = Uuid7.next();
        Instant now = clock.instant();
        return repository
                .claim(write, fingerprint, token, now.plus(config.lease()), now)
                .flatMap(mine -> mine ? done(write, token, work) : earlier(write, fingerprint, type));
    }

    /** Takes away what is past its time. */
    public Uni<Void> forgetOld() {
        return repository.forget(clock.instant());
    }

    private <T> Uni<Outcome<T>> done(Write write, UUID token, Supplier<Uni<Outcome<T>>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onCancellation()
                .invoke(() -> repository.release(write, token).subscribe().with(gone -> {}, IdempotencyService::later))
                .onFailure()
                .call(failure -> repository
                        .release(write, token)
                        .onFailure()
                        .invoke(IdempotencyService::later)
                        .onFailure()
                        .recoverWithNull())
                .call(outcome -> settle(write, token, outcome));
    }

    /** The write is done: whatever becomes of the note, the caller is told so. */
    private <T> Uni<Void> settle(Write write, UUID token, Outcome<T> outcome) {
        return repository
                .settle(
                        write,
                        token,
                        outcome.status(),
                        outcome.location(),
                        json(outcome.body()),
                        clock.instant().plus(config.keep()))
                .onFailure()
                .invoke(IdempotencyService::later)
                .onFailure()
                .recoverWithNull();
    }

    private static void later(Throwable failure) {
        LOG.warn("A key stays taken until its time is over", failure);
    }

    private <T> Uni<Outcome<T>> earlier(Write write, byte[] fingerprint, Class<T> type) {
        return repository.find(write).map(earlier -> {
            if (earlier != null && !MessageDigest.isEqual(earlier.fingerprint(), fingerprint)) {
                throw ProblemException.of(Problem.of(
                        422,
                        "This " + IdempotencyKey.HEADER + " was used for another request.",
                        List.of(new FieldError(IdempotencyKey.HEADER, "was used for another request"))));
            }
            if (earlier == null || earlier.status() == null || earlier.location() == null || earlier.body() == null) {
                throw ProblemException.of(
                        Problem.of(409, "The request with this " + IdempotencyKey.HEADER + " is still under way."),
                        RETRY_SECONDS);
            }
            return new Outcome<>(earlier.status(), earlier.location(), value(earlier.body(), type), true);
        });
    }

    private byte[] fingerprint(Write write) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String whole = write.method() + '\n' + write.path() + '\n' + json(write.body());
            return digest.digest(whole.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a value that cannot be written", failure);
        }
    }

    private <T> T value(String body, Class<T> type) {
        try {
            // What is left out of an answer is what it is by default.
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(body);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("an answer that cannot be read back", failure);
        }
    }
}

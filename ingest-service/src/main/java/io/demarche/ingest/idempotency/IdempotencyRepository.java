package io.demarche.ingest.idempotency;

import io.demarche.ingest.storage.Storage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys in the database; each method is one statement. */
@Singleton
final class IdempotencyRepository {

    /** Of two at the same moment the second waits for the first's row, and then finds it. */
    private static final String CLAIM =
            """
            insert into idempotency (caller, key, fingerprint, token, until) values ($1, $2, $3, $4, $5)
            on conflict (caller, key) do update
            set fingerprint = excluded.fingerprint, token = excluded.token, until = excluded.until,
                status = null, location = null, body = null
            where idempotency.until <= $6
            returning token""";

    private static final String FIND =
            "select fingerprint, status, location, body from idempotency where caller = $1 and key = $2";

    private static final String SETTLE =
            """
            update idempotency set status = $4, location = $5, body = $6, until = $7
            where caller = $1 and key = $2 and token = $3""";

    private static final String RELEASE =
            "delete from idempotency where caller = $1 and key = $2 and token = $3 and status is null";

    private static final String FORGET = "delete from idempotency where until <= $1";

    private final Storage storage;

    IdempotencyRepository(Storage storage) {
        this.storage = storage;
    }

    /** Whether the key was free, and is held with this token now. */
    Uni<Boolean> claim(Write write, byte[] fingerprint, UUID token, Instant until, Instant now) {
        return storage.run(CLAIM, Tuple.from(new Object[] {
                    write.caller(),
                    write.key(),
                    Buffer.buffer(fingerprint),
                    token,
                    Storage.time(until),
                    Storage.time(now)
                }))
                .map(rows -> rows.size() > 0);
    }

    /** What the key stands for; null when it is free by now. */
    Uni<Write.@Nullable Earlier> find(Write write) {
        return storage.run(FIND, Tuple.of(write.caller(), write.key()))
                .map(rows -> rows.size() == 0 ? null : earlier(rows.iterator().next()));
    }

    private static Write.Earlier earlier(Row row) {
        return new Write.Earlier(
                row.getBuffer("fingerprint").getBytes(),
                row.getInteger("status"),
                row.getString("location"),
                row.getString("body"));
    }

    /** Keeps the answer. */
    Uni<Void> settle(Write write, UUID token, int status, String location, String body, Instant until) {
        return storage.run(SETTLE, Tuple.from(new Object[] {
                    write.caller(), write.key(), token, status, location, body, Storage.time(until)
                }))
                .replaceWithVoid();
    }

    /** Gives the key back, as if nothing had been. */
    Uni<Void> release(Write write, UUID token) {
        return storage.run(RELEASE, Tuple.of(write.caller(), write.key(), token))
                .replaceWithVoid();
    }

    /** Takes away what is past its time. */
    Uni<Void> forget(Instant now) {
        return storage.run(FORGET, Tuple.of(Storage.time(now))).replaceWithVoid();
    }
}

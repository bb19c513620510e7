package io.demarche.ingest.idempotency;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A write that may come again.
 *
 * @param caller whose it is; two callers may choose the same key
 * @param key the caller's name for it
 * @param method the HTTP method
 * @param path the path
 * @param body the body as a value
 */
public record Write(String caller, String key, String method, String path, Object body) {

    private static final String NOBODY = "anonymous";

    /** A write; null when it has no key, and may not come again. */
    public static @Nullable Write of(
            @Nullable String caller, @Nullable String key, String method, String path, Object body) {
        return key == null ? null : new Write(caller == null ? NOBODY : caller, key, method, path, body);
    }

    /**
     * One that was there before.
     *
     * @param fingerprint of that request
     * @param status what it was answered; null while it is under way
     * @param location path of what was written
     * @param body the body, as JSON
     */
    record Earlier(byte[] fingerprint, @Nullable Integer status, @Nullable String location, @Nullable String body) {

        @Override
        public String toString() {
            return status + " " + HexFormat.of().formatHex(fingerprint);
        }
    }
}

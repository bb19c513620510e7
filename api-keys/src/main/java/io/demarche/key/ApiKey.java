package io.demarche.key;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key: everything but the key itself.
 *
 * @param id stands at the beginning of the key, and names it in lists and logs
 * @param name whose it is or what for, for people
 * @param hash SHA-256 of the key, as 64 hexadecimal digits
 * @param role what its holder may do
 * @param ratePerMinute requests a minute; empty for the gateway's default
 * @param createdAt when it was made
 * @param expiresAt when it ends by itself, or null
 * @param revokedAt when it was taken back, or null
 */
public record ApiKey(
        String id,
        String name,
        String hash,
        Role role,
        OptionalInt ratePerMinute,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything at this time. */
    public boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** The same key, taken back. */
    public ApiKey revoked(Instant now) {
        return new ApiKey(
                id, name, hash, role, ratePerMinute, createdAt, expiresAt, revokedAt == null ? now : revokedAt);
    }

    /** Not with the hash: it is of no use in a log. */
    @Override
    public String toString() {
        return "ApiKey[" + id + ", " + role.label() + "]";
    }
}

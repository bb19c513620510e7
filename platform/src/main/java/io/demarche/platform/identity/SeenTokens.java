package io.demarche.platform.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens that were found good, until they run out: a caller shows the same one for most of a minute. Kept by their
 * digests, so that the time a look takes tells nothing about them.
 */
final class SeenTokens {

    /** More than there are callers at once; beyond it, tokens are read each time. */
    private static final int MAX = 256;

    private final Map<ByteBuffer, Seen> tokens = new ConcurrentHashMap<>();
    private final Clock clock;

    SeenTokens(Clock clock) {
        this.clock = clock;
    }

    Optional<String> caller(String token) {
        Seen found = tokens.get(digest(token));
        return found == null || seconds() >= found.until() ? Optional.empty() : Optional.of(found.caller());
    }

    void add(String token, String caller, long until) {
        if (tokens.size() >= MAX) {
            tokens.values().removeIf(old -> seconds() >= old.until());
        }
        if (tokens.size() < MAX) {
            tokens.put(digest(token), new Seen(caller, until));
        }
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private record Seen(String caller, long until) {}
}

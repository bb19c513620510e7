package io.demarche.platform.strict;

import io.demarche.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The words of repeated writes, after the IETF's draft on the {@code Idempotency-Key} header. */
public final class IdempotencyKey {

    /** Header of a request: a name, chosen by the caller, of one write. */
    public static final String HEADER = "Idempotency-Key";

    /** Header of an answer, {@code true} when it was given before and nothing was done this time. */
    public static final String REPLAYED = "Idempotent-Replayed";

    /** Header between services: whose key it is. Only the gateway sets it. */
    public static final String CALLER = "Demarche-Caller";

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /**
     * Checks a key.
     *
     * @return the key, which may be null
     * @throws ProblemException 400 when it is not 1 to 255 printable characters of ASCII
     */
    public static @Nullable String check(@Nullable String key) {
        if (key != null
                && (key.isBlank() || key.length() > LONGEST || !key.chars().allMatch(c -> c >= ' ' && c < 127))) {
            throw ProblemException.badRequest(HEADER, "must be 1 to 255 printable characters of ASCII");
        }
        return key;
    }
}

package io.demarche.platform.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562): they sort by the time at which they were made. Within one process they never go
 * backwards, even when the clock does.
 */
public final class Uuid7 {

    /** Of the 12 bits behind the milliseconds; what does not fit any more borrows from the next millisecond. */
    private static final int COUNTER_BITS = 12;

    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;

    /** Milliseconds since 1970 and a counter, in one number, so that one comparison orders both. */
    private static long last;

    private Uuid7() {}

    /** A new id, greater than every one before it in this process. */
    public static UUID next() {
        long moment = advance(System.currentTimeMillis());
        long high = ((moment >>> COUNTER_BITS) << 16) | 0x7000L | (moment & COUNTER_MASK);
        long low = (Randomness.SOURCE.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * A bound: greater than every id that was made before a time, and not greater than any that was made since.
     *
     * @param time a time after 1970
     */
    public static UUID lowest(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private static synchronized long advance(long millis) {
        last = Math.max(last + 1, millis << COUNTER_BITS);
        return last;
    }

    /** Made on first use: a native image must not carry the seed of the machine that built it. */
    private static final class Randomness {
        private static final SecureRandom SOURCE = new SecureRandom();
    }
}

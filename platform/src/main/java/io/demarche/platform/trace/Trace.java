package io.demarche.platform.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request on its way through the services, as W3C Trace Context has it.
 *
 * @param id of the whole way, 32 hexadecimal digits
 * @param span of this step, 16 hexadecimal digits
 * @param flags two hexadecimal digits; {@code 01} when somebody records this trace. Passed on as they came
 */
public record Trace(String id, String span, String flags) {

    /** The header of W3C Trace Context. */
    public static final String HEADER = "traceparent";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern FLAGS = Pattern.compile("[0-9a-f]{2}");

    /** Version, id, span and flags; a later version may have more behind them. */
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final int LONGEST = 512;
    private static final String NO_ID = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);
    private static final String FIRST_VERSION = "00";
    private static final String NOT_RECORDED = "00";

    /** Refuses what is none. */
    public Trace {
        if (!ID.matcher(id).matches()
                || !SPAN.matcher(span).matches()
                || !FLAGS.matcher(flags).matches()) {
            throw new IllegalArgumentException("not a trace");
        }
    }

    /** The first step of a new way. */
    public static Trace begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // The lowest bit keeps both halves from being zero together, which means "none".
        return new Trace(hex(random.nextLong()) + hex(random.nextLong() | 1), newSpan(), NOT_RECORDED);
    }

    /**
     * The step that follows what a caller has sent.
     *
     * @param header value of {@code traceparent}; null or nonsense begins a new way
     */
    public static Trace continuing(@Nullable String header) {
        return parse(header).map(Trace::next).orElseGet(Trace::begin);
    }

    /** A step of the same way, with a span of its own. */
    public Trace next() {
        return new Trace(id, newSpan(), flags);
    }

    /** What a callee is sent. */
    public String header() {
        return FIRST_VERSION + "-" + id + "-" + span + "-" + flags;
    }

    static Optional<Trace> parse(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = PARENT.matcher(header);
        if (!parts.matches()
                || (FIRST_VERSION.equals(parts.group(1)) && parts.group(5) != null)
                || NO_ID.equals(parts.group(2))
                || NO_SPAN.equals(parts.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new Trace(parts.group(2), parts.group(3), parts.group(4)));
    }

    private static String newSpan() {
        return hex(ThreadLocalRandom.current().nextLong() | 1);
    }

    private static String hex(long bits) {
        return HexFormat.of().toHexDigits(bits);
    }
}

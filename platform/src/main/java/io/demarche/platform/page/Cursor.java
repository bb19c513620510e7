package io.demarche.platform.page;

import io.demarche.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Opaque keyset cursors: the sort key of the last item of a page, in base64url. A cursor that was not made by {@link
 * #encode} is a 400 on the parameter {@code cursor}, whatever is wrong with it.
 */
public final class Cursor {

    private static final int MAX_LENGTH = 2_000;

    private Cursor() {}

    /** A cursor of these parts; a part may hold any text. */
    public static String encode(String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            // Length first, so that no character needs to be set apart.
            joined.append(part.length()).append(':').append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of a cursor.
     *
     * @param parts how many there must be
     * @throws ProblemException 400 when it is no cursor of that many parts
     */
    public static List<String> decode(String cursor, int parts) {
        List<String> decoded = split(text(cursor));
        if (decoded.size() != parts) {
            throw broken();
        }
        return decoded;
    }

    /**
     * The parts of a cursor, read into what they mean.
     *
     * @param parts how many there must be
     * @param reader what reads them, e.g. {@code key -> new Key(Instant.parse(key.get(0)), …)}
     * @throws ProblemException 400 when it is no cursor of that many parts, or the reader throws
     */
    public static <T> T decode(String cursor, int parts, Function<List<String>, T> reader) {
        List<String> decoded = decode(cursor, parts);
        try {
            return reader.apply(decoded);
        } catch (RuntimeException unreadable) {
            throw broken();
        }
    }

    private static String text(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw broken();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return chars.toString();
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw broken();
        }
    }

    private static List<String> split(String joined) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < joined.length()) {
            int colon = joined.indexOf(':', at);
            int length = colon < 0 ? -1 : length(joined.substring(at, colon));
            if (length < 0 || length > joined.length() - colon - 1) {
                throw broken();
            }
            parts.add(joined.substring(colon + 1, colon + 1 + length));
            at = colon + 1 + length;
        }
        return parts;
    }

    private static int length(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private static ProblemException broken() {
        return ProblemException.badRequest("cursor", "is not a cursor that this list gave out");
    }
}

package io.demarche.analysis.stance;

import io.demarche.platform.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A place in the order of changes. Written out, positions of one database compare as texts do: all parts are hexadecimal
 * and of fixed length.
 *
 * @param database which database, as numbers of transactions mean nothing to another
 * @param transaction number of the transaction that made the change
 * @param articleId of the articles that it changed
 * @param place of what happened to the article: 0 its removal, from 1 its stances
 */
record ChangePosition(long database, long transaction, UUID articleId, int place) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{72}");
    private static final int HEX = 16;
    private static final int TRANSACTION = 16;
    private static final int ARTICLE = 32;
    private static final int PLACE = 64;

    private static final UUID LAST_ARTICLE = new UUID(-1, -1);

    /** Behind all that a transaction changed. */
    static ChangePosition after(long database, long transaction) {
        return new ChangePosition(database, transaction, LAST_ARTICLE, Integer.MAX_VALUE);
    }

    /** Behind all that happened to an article in a transaction. */
    static ChangePosition after(long database, long transaction, UUID articleId) {
        return new ChangePosition(database, transaction, articleId, Integer.MAX_VALUE);
    }

    /** As it is written in URIs and events. */
    String text() {
        return String.format(
                "%016x%016x%016x%016x%08x",
                database, transaction, articleId.getMostSignificantBits(), articleId.getLeastSignificantBits(), place);
    }

    /**
     * Reads one that was written by {@link #text}.
     *
     * @throws ProblemException 400 on {@code after}
     */
    static ChangePosition parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw ProblemException.badRequest("after", "is not a position that was given out");
        }
        return new ChangePosition(
                number(text, 0),
                number(text, TRANSACTION),
                new UUID(number(text, ARTICLE), number(text, ARTICLE + HEX)),
                Integer.parseUnsignedInt(text.substring(PLACE), HEX));
    }

    private static long number(String text, int from) {
        return Long.parseUnsignedLong(text.substring(from, from + HEX), HEX);
    }
}

package io.demarche.analysis.stance;

import io.demarche.platform.page.Cursor;
import java.time.Instant;
import java.util.UUID;

/**
 * Place of a stance in the list.
 *
 * @param at when it was published, or else analysed
 * @param id decides between stances of one moment
 */
record StanceKey(Instant at, UUID id) {

    String toCursor() {
        return Cursor.encode(at.toString(), id.toString());
    }

    static StanceKey fromCursor(String cursor) {
        return Cursor.decode(
                cursor, 2, parts -> new StanceKey(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
    }
}

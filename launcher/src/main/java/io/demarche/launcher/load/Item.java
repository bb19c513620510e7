package io.demarche.launcher.load;

import java.nio.charset.StandardCharsets;

/**
 * One article to send.
 *
 * @param order what is found later has a greater one
 * @param place where it stands, for people: a file, and in it a line or record
 * @param json a line of a batch, without its end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Item(long order, String place, byte[] json) {

    private static final int OVERHEAD = 200;

    /** About how much memory it takes. */
    int size() {
        return json.length + place.getBytes(StandardCharsets.UTF_8).length + OVERHEAD;
    }
}

package io.demarche.gateway.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The body of an answer.
 *
 * @param bytes JSON in UTF-8
 * @param etag strong entity tag of exactly these bytes, with its quotes
 * @param loadedAt when the service gave it, milliseconds since 1970
 * @param mark of its kind when it was asked for
 */
record Content(byte[] bytes, String etag, long loadedAt, long mark) {

    private static final int TAG_BYTES = 18;

    static Content of(byte[] bytes, long loadedAt, long mark) {
        return new Content(bytes, tag(bytes), loadedAt, mark);
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

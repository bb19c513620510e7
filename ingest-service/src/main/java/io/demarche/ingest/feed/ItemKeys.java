package io.demarche.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an item is known by from one poll to the next.
 *
 * @param key its guid, or else its address, or else a digest of what it says
 * @param urlKey its address without what only tracks, or null
 */
record ItemKeys(String key, @Nullable String urlKey) {

    /** Longer ones would not fit into an index. */
    private static final int MAX_LENGTH = 500;

    static ItemKeys of(FeedItem item) {
        String url = item.url();
        String urlKey = url == null ? null : bounded(FeedLinks.key(url));
        String guid = item.guid();
        if (guid != null) {
            return new ItemKeys(bounded(guid), urlKey);
        }
        return new ItemKeys(urlKey == null ? digest(item.title() + "\n" + item.content()) : urlKey, urlKey);
    }

    private static String bounded(String key) {
        return key.length() <= MAX_LENGTH ? key : digest(key);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha-256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package io.demarche.ingest.article;

import io.demarche.ingest.extraction.Characters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** Tells whether two articles have one text. */
final class ContentHash {

    private ContentHash() {}

    /**
     * Hashes a text so that spacing, paragraphs and the forms of one character do not count.
     *
     * @param text clean text
     * @return SHA-256 of the normalised text, 64 hexadecimal digits
     */
    static String of(String text) {
        String normalised = Characters.squeeze(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replace('‘', '\'')
                .replace('’', '\'')
                .replace('“', '"')
                .replace('”', '"');
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(normalised.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

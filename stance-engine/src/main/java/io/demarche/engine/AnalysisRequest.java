package io.demarche.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to analyse. Only the text is required.
 *
 * @param text the text; offsets of the answer count its code points
 * @param title the headline, which helps to tell whom a pronoun means; it is not searched for stances
 * @param publishedAt when the text came out: decides who "President X" or "the president" was
 * @param speaker name of whoever says "I" and "we" in the text
 * @param mentions when not empty, stances are scored between exactly these spans, both ways
 * @param catalog names for this call, or null for the built-in catalog alone
 * @param language the text's language as a BCP 47 tag, or null when it is to be told from the text; only English is read
 */
public record AnalysisRequest(
        String text,
        @Nullable String title,
        @Nullable Instant publishedAt,
        @Nullable String speaker,
        List<Mention> mentions,
        @Nullable CustomCatalog catalog,
        @Nullable String language) {
    public AnalysisRequest {
        mentions = List.copyOf(mentions);
    }

    /** A request for a bare text. */
    public static AnalysisRequest of(String text) {
        return new AnalysisRequest(text, null, null, null, List.of(), null, null);
    }
}

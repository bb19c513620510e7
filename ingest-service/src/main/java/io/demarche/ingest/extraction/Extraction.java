package io.demarche.ingest.extraction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as found in a page or in pasted text.
 *
 * @param title the headline, or null when none was found
 * @param byline who wrote it, or null
 * @param publishedAt when it was published; midnight UTC when only the day is known, UTC when no zone is given
 * @param siteName the publication's own name, or null
 * @param language ISO 639-1 code of the text, or null when it is not clear
 * @param canonicalUrl the address that the publication gives the article, or null
 * @param image the address of the lead image, absolute http(s), or null
 * @param paywalled whether the publication says that it sells the article: the text may be no more than its beginning
 * @param paragraphs the article's paragraphs and headings in order, each on one line, none empty
 * @param dropped what was left out, in order, at most {@link Dropped#MAX_PIECES} pieces
 */
public record Extraction(
        @Nullable String title,
        @Nullable String byline,
        @Nullable Instant publishedAt,
        @Nullable String siteName,
        @Nullable String language,
        @Nullable String canonicalUrl,
        @Nullable String image,
        boolean paywalled,
        List<String> paragraphs,
        List<Dropped> dropped) {

    /** What stands between two paragraphs in {@link #text()}. */
    public static final String PARAGRAPH_BREAK = "\n\n";

    /** Copies the lists. */
    public Extraction {
        paragraphs = List.copyOf(paragraphs);
        dropped = List.copyOf(dropped);
    }

    /**
     * The clean text that offsets refer to.
     *
     * @return the paragraphs joined by {@link #PARAGRAPH_BREAK}
     */
    public String text() {
        return String.join(PARAGRAPH_BREAK, paragraphs);
    }
}

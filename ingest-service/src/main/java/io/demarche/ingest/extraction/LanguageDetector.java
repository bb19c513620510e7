package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text's language by its most frequent small words (data: {@code languages.tsv}). Good for the languages in
 * that table and for texts of some twenty words or more; otherwise what the page declares is taken.
 */
final class LanguageDetector {

    /** The most words that are looked at; more would not change the answer. */
    private static final int MAX_WORDS = 1_000;

    /** Fewer known words than this decide nothing. */
    private static final int MIN_HITS = 4;

    private final Map<String, List<String>> languagesOf = new HashMap<>();

    LanguageDetector() {
        for (String[] row : DataFile.rows("languages.tsv", 2)) {
            for (String word : row[1].split(" ")) {
                languagesOf.computeIfAbsent(word, k -> new ArrayList<>()).add(row[0]);
            }
        }
    }

    /**
     * Detects.
     *
     * @param text clean text
     * @param declared what the sender or the page says, or null
     * @return an ISO 639-1 code, or null when nothing is known
     */
    @Nullable
    String detect(String text, @Nullable String declared) {
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        int start = -1;
        for (int i = 0; i <= text.length() && words < MAX_WORDS; i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words++;
                if (i - start <= 12) {
                    String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                    for (String language : languagesOf.getOrDefault(word, List.of())) {
                        hits.merge(language, 1, Integer::sum);
                    }
                }
                start = -1;
            }
        }
        String best = null;
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Integer> hit : hits.entrySet()) {
            if (hit.getValue() > most) {
                second = most;
                most = hit.getValue();
                best = hit.getKey();
            } else if (hit.getValue() > second) {
                second = hit.getValue();
            }
        }
        boolean clear = most >= MIN_HITS && most * 12 >= words && most * 4 >= second * 5;
        return clear ? best : declared;
    }
}

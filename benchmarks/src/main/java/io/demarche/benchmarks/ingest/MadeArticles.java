package io.demarche.benchmarks.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Articles of 300 to 400 words, all different, the same in each run: words as frequent as words are (Zipf). */
final class MadeArticles {

    private static final int SEED = 17;
    private static final int VOCABULARY = 20_000;
    private static final int FEWEST_WORDS = 300;
    private static final int MORE_WORDS = 101;
    private static final int SENTENCES_A_PARAGRAPH = 3;
    private static final String[] SYLLABLES = {
        "ba", "con", "der", "el", "fa", "gre", "hin", "is", "ka", "lo", "men", "na", "or", "pre", "ri", "sta", "to",
        "ur", "ven", "wi"
    };
    private static final String[] SMALL = {
        "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "was", "as", "by", "at", "from", "which",
        "said", "would"
    };

    private final Random random = new Random(SEED);
    private final List<String> words = new ArrayList<>();

    MadeArticles() {
        for (int i = 0; i < VOCABULARY; i++) {
            StringBuilder word = new StringBuilder();
            for (int left = i; word.length() < 3 || left > 0; left /= SYLLABLES.length) {
                word.append(SYLLABLES[left % SYLLABLES.length]);
            }
            words.add(word.toString());
        }
    }

    /** The next articles as lines of a batch. */
    byte[] lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"url\":\"https://news")
                    .append(random.nextInt(500))
                    .append(".example.org/")
                    .append(Integer.toHexString(random.nextInt()))
                    .append("\",\"title\":\"");
            sentence(lines, 8);
            lines.append("\",\"publishedAt\":\"2026-01-31T12:00:00Z\",\"language\":\"en\",\"text\":\"");
            text(lines);
            lines.append("\"}\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void text(StringBuilder to) {
        int left = FEWEST_WORDS + random.nextInt(MORE_WORDS);
        for (int sentences = 1; left > 0; sentences++) {
            int length = Math.min(left, 12 + random.nextInt(14));
            sentence(to, length);
            left -= length;
            to.append(sentences % SENTENCES_A_PARAGRAPH == 0 ? "\\n\\n" : " ");
        }
    }

    private void sentence(StringBuilder to, int length) {
        for (int i = 0; i < length; i++) {
            String word = i % 5 > 2
                    ? SMALL[random.nextInt(SMALL.length)]
                    : words.get((int) Math.pow(VOCABULARY - 1, random.nextDouble()));
            to.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : " " + word);
        }
        to.append('.');
    }
}

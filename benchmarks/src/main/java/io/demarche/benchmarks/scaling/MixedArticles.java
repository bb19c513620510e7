package io.demarche.benchmarks.scaling;

import io.demarche.benchmarks.Texts;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Articles of about three thousand characters, the same in each run: sentences of the samples by chance, so that stances
 * are about as frequent as in them, while two articles share few words.
 */
final class MixedArticles {

    private static final int SEED = 29;
    private static final int CHARACTERS = 2_900;
    private static final int A_PARAGRAPH = 3;
    /** Behind the end of a sentence, its quotation mark included, before the next one. */
    private static final String END = "(?<=[.!?][\"\u201d]?) (?=[\"\u201cA-Z])";

    private final Random random = new Random(SEED);
    private final List<String> sentences = new ArrayList<>();
    private int made;
    private long characters;

    MixedArticles() {
        Texts.load().forEach(text -> text.lines().forEach(line -> sentences.addAll(List.of(line.split(END)))));
    }

    /** The next articles as lines of a batch. */
    String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            made++;
            String text = text();
            characters += text.length();
            lines.append(new JsonObject()
                            .put("url", "https://news" + random.nextInt(500) + ".example.org/" + made)
                            .put("title", "Report " + made + " on the talks of the day")
                            .put("publishedAt", "2026-01-31T12:00:00Z")
                            .put("language", "en")
                            .put("text", text)
                            .encode())
                    .append('\n');
        }
        return lines.toString();
    }

    /** Characters of an article, on average. */
    long length() {
        return made == 0 ? 0 : characters / made;
    }

    private String text() {
        StringBuilder text = new StringBuilder("This is report number " + made + " of the year.");
        List<String> left = new ArrayList<>(sentences);
        for (int i = 1; text.length() < CHARACTERS; i++) {
            text.append(i % A_PARAGRAPH == 0 ? "\n\n" : " ").append(left.remove(random.nextInt(left.size())));
        }
        return text.toString();
    }
}

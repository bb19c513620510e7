package io.demarche.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;

/** Articles of some seven thousand characters, the same in each run and no two alike. */
final class MadeArticles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SENTENCES = 100;
    /** One sentence of so many is a statement for or against something; the others are the usual padding. */
    private static final int A_STATEMENT_IN = 20;

    private static final List<String> ACTORS =
            List.of("Moscow", "Beijing", "Paris", "Berlin", "Ottawa", "Madrid", "Lisbon", "Ankara", "Tokyo");
    private static final List<String> ACTS = List.of("rejected", "welcomed", "condemned", "supported");
    private static final List<String> MATTERS =
            List.of("the peace plan", "the ceasefire", "the sanctions", "the peace talks");
    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
    private static final List<String> THINGS = List.of(
            "harbour", "railway", "library", "market", "bridge", "school", "museum", "theatre", "river", "factory");

    private int made;

    int made() {
        return made;
    }

    /** The next articles as lines of a batch. */
    String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(JSON.createObjectNode()
                            .put("title", "Report number " + made)
                            .put("text", text(made)))
                    .append('\n');
            made++;
        }
        return lines.toString();
    }

    private static String text(int number) {
        Random chance = new Random(number);
        StringBuilder text = new StringBuilder("This is report number " + number + " of the year.");
        for (int i = 0; i < SENTENCES; i++) {
            text.append(i % 4 == 3 ? "\n\n" : " ");
            if (i % A_STATEMENT_IN == 1) {
                text.append(one(ACTORS, chance))
                        .append(' ')
                        .append(one(ACTS, chance))
                        .append(' ')
                        .append(one(MATTERS, chance))
                        .append(" on ")
                        .append(one(DAYS, chance))
                        .append('.');
            } else {
                text.append("Visitors to the ")
                        .append(one(THINGS, chance))
                        .append(" beside the ")
                        .append(one(THINGS, chance))
                        .append(" numbered ")
                        .append(chance.nextInt(100_000))
                        .append(" by the end of ")
                        .append(one(DAYS, chance))
                        .append('.');
            }
        }
        return text.toString();
    }

    private static String one(List<String> words, Random chance) {
        return words.get(chance.nextInt(words.size()));
    }
}

package io.demarche.engine.data;

import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists of words and phrases by kind, as {@code nouns.tsv} and {@code markers.tsv} hold them. Case does not count. */
public final class Words {
    /** By first word: most words start none, and one look-up tells. */
    private final Map<String, List<Phrase>> byFirst = new HashMap<>();

    private record Phrase(String kind, List<String> words) {}

    private Words() {}

    /** Reads a file of two columns: kind, and phrases joined with {@code |}. */
    public static Words load(String file) {
        Words words = new Words();
        for (Table.Row row : Table.read(file, 2).rows()) {
            String kind = row.text(0);
            for (String phrase : row.list(1, "|")) {
                List<String> parts = Tokenizer.words(phrase.toLowerCase(Locale.ROOT));
                words.byFirst
                        .computeIfAbsent(parts.get(0), first -> new ArrayList<>(2))
                        .add(new Phrase(kind, List.copyOf(parts)));
            }
        }
        return words;
    }

    /** Length in tokens of the longest phrase of a kind that starts at this token; 0 when none does. */
    public int at(String kind, Sentence sentence, int from) {
        if (from < 0 || from >= sentence.size()) {
            return 0;
        }
        List<Phrase> phrases = byFirst.get(sentence.token(from).lower());
        if (phrases == null) {
            return 0;
        }
        int longest = 0;
        for (Phrase phrase : phrases) {
            if (phrase.words().size() > longest
                    && phrase.kind().equals(kind)
                    && matches(phrase.words(), sentence, from)) {
                longest = phrase.words().size();
            }
        }
        return longest;
    }

    /** Whether a phrase of a kind starts between two tokens. */
    public boolean anyIn(String kind, Sentence sentence, int from, int to) {
        for (int at = Math.max(0, from); at < Math.min(to, sentence.size()); at++) {
            if (at(kind, sentence, at) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<String> phrase, Sentence sentence, int from) {
        if (from + phrase.size() > sentence.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!sentence.token(from + i).lower().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}

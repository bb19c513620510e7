package io.demarche.engine.catalog;

import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Token;
import io.demarche.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the longest names that start at a token. Built once, then only read. */
public final class NameIndex {
    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    private record Entry(List<String> words, boolean anyCase, List<Name> names) {}

    /**
     * What stands at a token.
     *
     * @param length number of tokens
     * @param names whose name it is; several when it is ambiguous
     */
    public record Hit(int length, List<Name> names) {}

    /** Adds a name; with {@code anyCase} its last word may be singular or plural, and case does not count. */
    public void add(String phrase, boolean anyCase, Name name) {
        List<String> words = new ArrayList<>(Tokenizer.words(phrase.replace('’', '\'')));
        if (words.isEmpty()) {
            return;
        }
        if (anyCase) {
            words.replaceAll(word -> word.toLowerCase(Locale.ROOT));
            words.set(words.size() - 1, singular(words.get(words.size() - 1)));
        }
        List<Entry> entries = byFirstWord.computeIfAbsent(words.get(0), first -> new ArrayList<>(2));
        for (Entry entry : entries) {
            if (entry.anyCase() == anyCase && entry.words().equals(words)) {
                if (!entry.names().contains(name)) {
                    entry.names().add(name);
                }
                return;
            }
        }
        List<Name> names = new ArrayList<>(1);
        names.add(name);
        entries.add(new Entry(List.copyOf(words), anyCase, names));
        entries.sort(Comparator.comparingInt((Entry entry) -> -entry.words().size()));
    }

    /** Whose name exactly these words are; empty when nobody's. */
    List<Name> named(String phrase) {
        List<String> words = Tokenizer.words(phrase.replace('’', '\''));
        if (!words.isEmpty()) {
            for (Entry entry : byFirstWord.getOrDefault(words.get(0), List.of())) {
                if (!entry.anyCase() && entry.words().equals(words)) {
                    return List.copyOf(entry.names());
                }
            }
        }
        return List.of();
    }

    /** All names by whose they are; the word lists are what {@link #add} made of the phrases. */
    Map<String, List<Spelling>> spellings() {
        Map<String, List<Spelling>> all = new HashMap<>();
        byFirstWord
                .values()
                .forEach(entries -> entries.forEach(
                        entry -> entry.names().forEach(name -> all.computeIfAbsent(name.id(), id -> new ArrayList<>())
                                .add(new Spelling(String.join(" ", entry.words()), entry.anyCase(), name)))));
        return all;
    }

    /** One way to write a name. */
    record Spelling(String phrase, boolean anyCase, Name name) {}

    /** The longest name that starts at this token, or null. */
    public @Nullable Hit at(Sentence sentence, int from) {
        Token token = sentence.token(from);
        Hit best = longest(byFirstWord.get(token.text()), sentence, from, null);
        if (!token.lower().equals(token.text())) {
            best = longest(byFirstWord.get(token.lower()), sentence, from, best);
        }
        String singular = singular(token.lower());
        return singular.equals(token.lower()) ? best : longest(byFirstWord.get(singular), sentence, from, best);
    }

    private static @Nullable Hit longest(
            @Nullable List<Entry> entries, Sentence sentence, int from, @Nullable Hit best) {
        if (entries == null) {
            return best;
        }
        for (Entry entry : entries) {
            int length = entry.words().size();
            if (best != null && length <= best.length()) {
                break;
            }
            if (from + length <= sentence.size() && matches(entry, sentence, from)) {
                return new Hit(length, entry.names());
            }
        }
        return best;
    }

    private static boolean matches(Entry entry, Sentence sentence, int from) {
        int last = entry.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            Token token = sentence.token(from + i);
            String word = entry.words().get(i);
            boolean same = entry.anyCase()
                    ? word.equals(token.lower()) || i == last && word.equals(singular(token.lower()))
                    : word.equals(token.text());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** A word without its plural ending, by spelling alone. */
    static String singular(String word) {
        int length = word.length();
        if (length < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        boolean sibilant =
                word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses") || word.endsWith("xes");
        return word.substring(0, length - (sibilant ? 2 : 1));
    }
}

package io.demarche.engine.language;

import io.demarche.engine.data.Table;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells texts that are plainly not English, by their script and by their small words ({@code languages.tsv}). English
 * is what a text is taken for while there is doubt: a text that is refused wrongly costs more than one that is read in
 * vain.
 */
public final class Languages {
    /** The data file. */
    public static final String FILE = "languages.tsv";

    private static final String ENGLISH = "en";

    /** Tags that name no one language. */
    private static final Set<String> NO_LANGUAGE = Set.of("", "und", "mul", "mis", "zxx");

    /** Letters beyond these would not change the answer. */
    private static final int LONGEST = 20_000;

    /** Fewer words of Latin script are a headline, a name or a table, and tell nothing. */
    private static final int FEWEST_WORDS = 12;

    /** Small words of one language that there must be, and their least share of all words. */
    private static final int FEWEST_HITS = 4;

    private static final double LEAST_SHARE = 0.1;

    /** How many times as many small words there must be as English ones. */
    private static final int LEAD = 2;

    private final Map<String, List<String>> languagesOf = new HashMap<>();
    private final Map<UnicodeScript, String> onlyLanguageOf = new EnumMap<>(UnicodeScript.class);

    private Languages() {}

    /** Reads the data file. */
    public static Languages load() {
        Languages languages = new Languages();
        for (Table.Row row : Table.read(FILE, 3).rows()) {
            String code = row.text(0);
            for (String script : row.list(1, "|")) {
                languages.onlyLanguageOf.put(UnicodeScript.forName(script), code);
            }
            for (String word : row.list(2, "|")) {
                languages
                        .languagesOf
                        .computeIfAbsent(word, known -> new ArrayList<>(2))
                        .add(code);
            }
        }
        return languages;
    }

    /**
     * What keeps a text from being read.
     *
     * @param text the text
     * @param declared its language as a BCP 47 tag, or null when it is to be told from the text
     * @return a language tag or the name of a script, as a note names it; null when the text is to be read
     */
    public @Nullable String unread(String text, @Nullable String declared) {
        if (declared != null) {
            String primary =
                    Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
            if (primary.equals(ENGLISH) || primary.equals("eng")) {
                return null;
            }
            if (!NO_LANGUAGE.contains(primary)) {
                return "language \"" + declared.strip() + "\"";
            }
        }
        Letters letters = letters(text);
        UnicodeScript script = letters.mostOutsideLatin();
        if (script == null) {
            String foreign = letters.words < FEWEST_WORDS ? null : foreign(letters);
            return foreign == null ? null : "language \"" + foreign + "\"";
        }
        String only = onlyLanguageOf.get(script);
        String told = only == null ? letters.best() : only;
        return told == null ? "the " + name(script) + " script" : "language \"" + told + "\"";
    }

    private static @Nullable String foreign(Letters letters) {
        String best = letters.best();
        int hits = best == null ? 0 : letters.hits.get(best);
        boolean plain = hits >= FEWEST_HITS
                && hits >= LEAST_SHARE * letters.words
                && hits >= LEAD * letters.hits.getOrDefault(ENGLISH, 0);
        return plain ? best : null;
    }

    private static String name(UnicodeScript script) {
        String name = script.name().replace('_', ' ');
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private Letters letters(String text) {
        Letters letters = new Letters();
        int end = Math.min(text.length(), LONGEST);
        int start = -1;
        for (int at = 0; at <= end; ) {
            int point = at < end ? text.codePointAt(at) : ' ';
            boolean letter = Character.isLetter(point);
            if (letter) {
                letters.count(point);
                start = start < 0 ? at : start;
            } else if (start >= 0 && !(at < end && inWord(point))) {
                letters.word(text.substring(start, at), languagesOf);
                start = -1;
            }
            at += Character.charCount(point);
        }
        return letters;
    }

    /** The apostrophe of "we've", and marks, which belong to the letters of many scripts. */
    private static boolean inWord(int point) {
        int type = Character.getType(point);
        return point == '\''
                || point == '’'
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** What was counted in a text. */
    private static final class Letters {
        private final Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        /** Sorted, so that of two languages with as many hits it is always the same that is named. */
        private final SortedMap<String, Integer> hits = new TreeMap<>();

        private int words;

        void count(int point) {
            UnicodeScript script = UnicodeScript.of(point);
            if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                scripts.merge(script, 1, Integer::sum);
            }
        }

        void word(String word, Map<String, List<String>> languagesOf) {
            words++;
            // "UN" is no French article: only English words count when they are capitalised.
            boolean name = Character.isUpperCase(word.codePointAt(0));
            for (String language : languagesOf.getOrDefault(word.toLowerCase(Locale.ROOT), List.of())) {
                if (!name || language.equals(ENGLISH)) {
                    hits.merge(language, 1, Integer::sum);
                }
            }
        }

        /** The script of most letters when more than half of them are not Latin; null otherwise. */
        @Nullable
        UnicodeScript mostOutsideLatin() {
            int all = scripts.values().stream().mapToInt(Integer::intValue).sum();
            if (2 * scripts.getOrDefault(UnicodeScript.LATIN, 0) >= all) {
                return null;
            }
            // Japanese is told by its syllables, however many ideographs stand among them.
            for (UnicodeScript syllables : List.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA)) {
                if (10 * scripts.getOrDefault(syllables, 0) >= all) {
                    return syllables;
                }
            }
            UnicodeScript most = null;
            for (Map.Entry<UnicodeScript, Integer> script : scripts.entrySet()) {
                boolean more = most == null || script.getValue() > scripts.get(most);
                most = more && script.getKey() != UnicodeScript.LATIN ? script.getKey() : most;
            }
            return most;
        }

        /** The language of most small words, English aside; null when there are none. */
        @Nullable
        String best() {
            String best = null;
            for (Map.Entry<String, Integer> hit : hits.entrySet()) {
                boolean more = best == null || hit.getValue() > hits.get(best);
                best = more && !hit.getKey().equals(ENGLISH) ? hit.getKey() : best;
            }
            return best;
        }
    }
}

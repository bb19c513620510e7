package io.demarche.engine.text;

import java.util.Set;

/**
 * Puts right what the tagger often misses in news text: closed-class words, and cue words that stand where only a verb, or
 * only a noun, can stand.
 */
final class TagRepair {
    private static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "this", "these", "those", "its", "their", "his", "our", "my", "any", "some", "every");
    private static final Set<String> POSSESSIVES = Set.of("its", "their", "his", "our", "my", "her", "your");
    private static final Set<String> SUBJECTS = Set.of("i", "we", "you", "he", "she", "it", "they", "who", "which");
    private static final Set<String> MODALS =
            Set.of("will", "would", "can", "could", "may", "might", "shall", "should", "must", "cannot", "ca", "wo");
    private static final Set<String> BE = Set.of("be", "am", "is", "are", "was", "were", "been", "being");
    private static final Set<String> HAVE = Set.of("have", "has", "had", "having");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "for",
            "with",
            "against",
            "about",
            "toward",
            "towards",
            "into",
            "from",
            "by",
            "in",
            "at",
            "on",
            "over",
            "between",
            "among",
            "without",
            "despite",
            "amid",
            "amidst",
            "upon",
            "during",
            "under",
            "within",
            "across",
            "through",
            "via",
            "behind",
            "regarding",
            "concerning",
            "beyond",
            "throughout",
            "alongside",
            "near");
    private static final Set<String> SUBORDINATORS =
            Set.of("if", "whether", "because", "although", "though", "unless", "while", "whereas", "until", "since");

    private final WordClasses classes;

    TagRepair(WordClasses classes) {
        this.classes = classes;
    }

    /** Mends the tags of a sentence in place. */
    void repair(String[] words, String[] lower, Tag[] tags) {
        for (int at = 0; at < words.length; at++) {
            tags[at] = closed(words, lower, tags, at);
        }
        for (int at = 0; at < words.length; at++) {
            tags[at] = open(words, lower, tags, at);
        }
    }

    private Tag closed(String[] words, String[] lower, Tag[] tags, int at) {
        String word = lower[at];
        char first = words[at].charAt(0);
        if (words[at].length() == 1 && !Character.isLetterOrDigit(first)) {
            return "$%€£+".indexOf(first) >= 0 ? Tag.SYM : Tag.PUNCT;
        }
        if (word.equals("'s")) {
            boolean verb = at > 0
                    && (SUBJECTS.contains(lower[at - 1])
                            || lower[at - 1].equals("that")
                            || lower[at - 1].equals("there"));
            return verb ? Tag.AUX : Tag.PART;
        }
        if (word.equals("n't") || word.equals("not")) {
            return Tag.PART;
        }
        if (DETERMINERS.contains(word)) {
            return POSSESSIVES.contains(word) ? Tag.PRON : Tag.DET;
        }
        if (MODALS.contains(word) && !(word.equals("may") && first == 'M' && at > 0) || BE.contains(word)) {
            return Tag.AUX;
        }
        if (HAVE.contains(word)) {
            boolean auxiliary = at + 1 < words.length && participleFollows(lower, tags, at + 1);
            return auxiliary ? Tag.AUX : Tag.VERB;
        }
        if (SUBJECTS.contains(word) || word.equals("them") || word.equals("us") && first == 'u') {
            return Tag.PRON;
        }
        if (PREPOSITIONS.contains(word)) {
            return Tag.ADP;
        }
        if (SUBORDINATORS.contains(word)) {
            return Tag.SCONJ;
        }
        if (word.equals("and") || word.equals("or") || word.equals("but") || word.equals("nor")) {
            return Tag.CCONJ;
        }
        return tags[at];
    }

    private static boolean participleFollows(String[] lower, Tag[] tags, int from) {
        for (int at = from; at < Math.min(lower.length, from + 4); at++) {
            if (tags[at] == Tag.VERB || BE.contains(lower[at])) {
                return !lower[at].endsWith("ing");
            }
            if (tags[at] != Tag.ADV && tags[at] != Tag.PART) {
                return false;
            }
        }
        return false;
    }

    private Tag open(String[] words, String[] lower, Tag[] tags, int at) {
        String word = lower[at];
        Tag tag = tags[at];
        boolean attributive = tag == Tag.VERB
                && word.endsWith("ed")
                && at > 0
                && at + 1 < words.length
                && (tags[at + 1] == Tag.NOUN
                        || tags[at + 1] == Tag.ADJ && at + 2 < words.length && tags[at + 2] == Tag.NOUN)
                && (tags[at - 1] == Tag.DET
                        || tags[at - 1] == Tag.ADJ
                        || tags[at - 1] == Tag.ADP
                        || tags[at - 1] == Tag.VERB && !HAVE.contains(lower[at - 1])
                        || tags[at - 1] == Tag.CCONJ && at > 1 && tags[at - 2] == Tag.ADJ);
        if (attributive) {
            return Tag.ADJ;
        }
        boolean third = tag == Tag.NOUN
                && word.endsWith("s")
                && at > 0
                && at + 1 < words.length
                && (tags[at - 1] == Tag.NOUN || tags[at - 1] == Tag.PROPN)
                && !lower[at - 1].endsWith("s")
                && (tags[at + 1] == Tag.DET || tags[at + 1] == Tag.VERB && lower[at + 1].endsWith("ing"));
        if (third && Character.isLowerCase(words[at].charAt(0))) {
            return Tag.VERB;
        }
        if (word.equals("re") && at > 0 && lower[at - 1].equals("to")) {
            return Tag.ADV;
        }
        boolean verbForm = classes.isVerbForm(word);
        if (!verbForm
                || tag == Tag.AUX
                || tag == Tag.PUNCT
                || tag == Tag.ADP
                || tag == Tag.PART && !word.equals("to")) {
            return tag;
        }
        if (Character.isUpperCase(words[at].charAt(0)) && at > 0 && tag == Tag.VERB) {
            return titleCase(words) ? Tag.VERB : Tag.PROPN;
        }
        int before = previous(tags, at);
        String previous = before < 0 ? "" : lower[before];
        boolean base = !word.endsWith("ed") && !word.endsWith("ing");
        if (tag != Tag.VERB) {
            return mayBecomeVerb(words, lower, tags, at, before, base) ? Tag.VERB : tag;
        }
        boolean afterNounOpener = at > 0
                && (tags[at - 1] == Tag.DET
                        || POSSESSIVES.contains(lower[at - 1])
                        || tags[at - 1] == Tag.ADJ
                        || lower[at - 1].equals("'s"));
        if (base && afterNounOpener && (classes.isNounForm(word) || tags[at - 1] == Tag.DET)) {
            return Tag.NOUN;
        }
        if (base && at > 0 && tags[at - 1] == Tag.ADP && PREPOSITIONS.contains(previous)) {
            return Tag.NOUN;
        }
        return tag;
    }

    private boolean mayBecomeVerb(String[] words, String[] lower, Tag[] tags, int at, int before, boolean base) {
        if (before < 0 || Character.isUpperCase(words[at].charAt(0)) && !titleCase(words)) {
            return false;
        }
        String previous = lower[before];
        boolean afterSubject = SUBJECTS.contains(previous)
                || MODALS.contains(previous)
                || previous.equals("n't")
                || previous.equals("to") && tags[before] == Tag.PART;
        if (afterSubject && (base || SUBJECTS.contains(previous))) {
            return true;
        }
        if (HAVE.contains(previous) && lower[at].endsWith("ed")) {
            return true;
        }
        if (tags[before] == Tag.CCONJ && base && tags[at] != Tag.NOUN && !classes.isNounForm(lower[at])) {
            return true;
        }
        boolean afterNoun = tags[before] == Tag.PROPN || tags[before] == Tag.NOUN;
        boolean nominal = at + 1 < words.length
                && (tags[at + 1] == Tag.DET || tags[at + 1] == Tag.PRON || lower[at + 1].equals("that"));
        boolean softer = at + 1 < words.length
                && (tags[at + 1] == Tag.ADJ
                        || tags[at + 1] == Tag.NOUN
                        || tags[at + 1] == Tag.PROPN
                        || tags[at + 1] == Tag.VERB);
        boolean unambiguous = !classes.isNounForm(lower[at]);
        if (afterNoun && nominal) {
            return true;
        }
        boolean name = tags[before] == Tag.PROPN || afterNoun && Character.isUpperCase(words[before].charAt(0));
        boolean third = lower[at].endsWith("s") && name;
        if (third && softer && asFollows(lower, at)) {
            return true;
        }
        boolean plural = lower[before].endsWith("s") && tags[before] == Tag.NOUN && !lower[at].endsWith("s");
        return afterNoun
                && unambiguous
                && (third || plural || lower[at].endsWith("ed"))
                && (softer || third || tags[at] != Tag.NOUN);
    }

    /** "Moscow views the plan as …". */
    private static boolean asFollows(String[] lower, int from) {
        for (int at = from + 2; at < Math.min(lower.length, from + 9); at++) {
            if (lower[at].equals("as")) {
                return true;
            }
        }
        return false;
    }

    /** The word before, adverbs left out; -1 when there is none. */
    private static int previous(Tag[] tags, int at) {
        int before = at - 1;
        while (before >= 0 && tags[before] == Tag.ADV) {
            before--;
        }
        return before;
    }

    /** Whether this looks like a headline, where every word has a capital. */
    private static boolean titleCase(String[] words) {
        int letters = 0;
        int capitals = 0;
        for (String word : words) {
            if (word.length() > 3 && Character.isLetter(word.charAt(0))) {
                letters++;
                capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
            }
        }
        return letters > 2 && capitals * 10 >= letters * 8;
    }
}

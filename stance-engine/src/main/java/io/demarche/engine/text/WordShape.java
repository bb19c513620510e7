package io.demarche.engine.text;

/** What a word looks like, as the tagger's model tells words apart. */
enum WordShape {
    LOWER("lc"),
    TWO_DIGITS("2d"),
    FOUR_DIGITS("4d"),
    LETTERS_AND_DIGITS("an"),
    DIGITS_AND_DASHES("dd"),
    DIGITS_AND_SLASHES("ds"),
    DIGITS_AND_COMMAS("dc"),
    DIGITS_AND_FULL_STOPS("dp"),
    DIGITS("num"),
    ONE_CAPITAL("sc"),
    CAPITALS("ac"),
    CAPITAL_AND_FULL_STOP("cp"),
    CAPITALISED("ic"),
    OTHER("other"),
    /** In letters that the model never learned a shape of, such as Cyrillic or Arabic ones. */
    FOREIGN("");

    private static final WordShape[] ALL = values();
    /** Up to here every unit is Latin or belongs to all scripts. */
    private static final char LAST_LATIN = '\u024f';

    /** The model's name for it. */
    private final String feature;

    WordShape(String feature) {
        this.feature = feature;
    }

    /** The shape that a feature of the model names; {@link #OTHER} for one that no English word has. */
    static WordShape named(String feature) {
        for (WordShape shape : ALL) {
            if (shape.feature.equals(feature)) {
                return shape;
            }
        }
        return OTHER;
    }

    /** The shape of a word. */
    static WordShape of(String word) {
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        boolean dash = false;
        boolean slash = false;
        boolean comma = false;
        boolean stop = false;
        boolean foreign = true;
        for (int i = 0; i < word.length(); i++) {
            char unit = word.charAt(i);
            foreign = foreign && unit > LAST_LATIN && !plain(word.codePointAt(i));
            if (Character.isLetter(unit)) {
                letters++;
                capitals += Character.isUpperCase(unit) ? 1 : 0;
            } else if (Character.isDigit(unit)) {
                digits++;
            } else {
                dash |= unit == '-';
                slash |= unit == '/';
                comma |= unit == ',';
                stop |= unit == '.';
            }
        }
        if (foreign) {
            return FOREIGN;
        }
        if (letters == word.length() && capitals == 0) {
            return LOWER;
        }
        if (digits > 0) {
            return withDigits(digits, letters > 0, dash, slash, comma, stop);
        }
        if (capitals == word.length()) {
            return capitals == 1 ? ONE_CAPITAL : CAPITALS;
        }
        char first = word.charAt(0);
        boolean latin = first >= 'A' && first <= 'Z' || first == 'Ä' || first == 'Ö' || first == 'Ü';
        if (latin && stop && word.length() == 2) {
            return CAPITAL_AND_FULL_STOP;
        }
        return Character.isUpperCase(first) ? CAPITALISED : OTHER;
    }

    private static boolean plain(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.COMMON;
    }

    private static WordShape withDigits(
            int digits, boolean letters, boolean dash, boolean slash, boolean comma, boolean stop) {
        if (digits == 2) {
            return TWO_DIGITS;
        }
        if (digits == 4) {
            return FOUR_DIGITS;
        }
        if (letters) {
            return LETTERS_AND_DIGITS;
        }
        if (dash) {
            return DIGITS_AND_DASHES;
        }
        if (slash) {
            return DIGITS_AND_SLASHES;
        }
        return comma ? DIGITS_AND_COMMAS : stop ? DIGITS_AND_FULL_STOPS : DIGITS;
    }
}

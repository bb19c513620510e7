package io.demarche.engine.text;

/**
 * A word or a mark.
 *
 * @param start offset of its first unit in the text
 * @param end offset after its last
 * @param text as written, with typographic apostrophes made plain
 * @param lower {@code text} in lower case
 * @param tag part of speech
 */
public record Token(int start, int end, String text, String lower, Tag tag) {
    /** Whether this is one of these words, given in lower case. */
    public boolean is(String... words) {
        for (String word : words) {
            if (lower.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word starts with a capital letter. */
    public boolean capitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}

package io.demarche.engine.text;

import java.util.List;

/**
 * A sentence.
 *
 * @param index position among the text's sentences
 * @param paragraph index of its paragraph
 * @param start offset of its first unit in the text
 * @param end offset after its last
 * @param tokens its words and marks
 */
public record Sentence(int index, int paragraph, int start, int end, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public int size() {
        return tokens.size();
    }

    public Token token(int at) {
        return tokens.get(at);
    }

    /** Whether there is a token there and it is one of these words, given in lower case. */
    public boolean isAt(int at, String... words) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(words);
    }

    /** Whether there is a token there with one of these tags. */
    public boolean tagAt(int at, Tag... tags) {
        if (at < 0 || at >= tokens.size()) {
            return false;
        }
        Tag tag = tokens.get(at).tag();
        for (Tag wanted : tags) {
            if (tag == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Some of its tokens as they are written, with a blank wherever the text has any. */
    public String written(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int at = from; at < to; at++) {
            boolean apart = at > from && token(at).start() > token(at - 1).end();
            words.append(apart ? " " : "").append(token(at).text());
        }
        return words.toString();
    }
}

package io.demarche.engine;

/**
 * A stretch of the analysed text.
 *
 * @param start first code point
 * @param end code point after the last
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }
}

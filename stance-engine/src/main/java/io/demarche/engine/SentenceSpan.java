package io.demarche.engine;

/**
 * The sentence that a stance was found in.
 *
 * @param start first code point
 * @param end code point after the last
 * @param text the words between them
 */
public record SentenceSpan(int start, int end, String text) {}

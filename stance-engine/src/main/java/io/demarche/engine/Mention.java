package io.demarche.engine;

/**
 * A span that the caller wants scored against the other requested spans.
 *
 * @param id the caller's id
 * @param start first code point
 * @param end code point after the last; greater than {@code start}
 */
public record Mention(String id, int start, int end) {}

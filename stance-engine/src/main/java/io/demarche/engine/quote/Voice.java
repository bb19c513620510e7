package io.demarche.engine.quote;

/**
 * Who speaks a stretch of text. Offsets count UTF-16 units of the text; they are equal when the speaker was named outside it.
 *
 * @param id the speaking actor
 * @param start where the speaker is named
 * @param end where that name ends
 */
public record Voice(String id, int start, int end) {}

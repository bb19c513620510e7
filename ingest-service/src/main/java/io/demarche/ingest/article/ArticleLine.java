package io.demarche.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * One line of a batch.
 *
 * @param number from 1, blank lines counted
 * @param json what it holds, or null when it is longer than an article may be
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ArticleLine(int number, byte @Nullable [] json) {}

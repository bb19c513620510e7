package io.demarche.analysis.stance;

/**
 * How much is stored.
 *
 * @param articles analysed articles, with or without stances
 * @param stances their stances
 */
public record StanceCounts(long articles, long stances) {}

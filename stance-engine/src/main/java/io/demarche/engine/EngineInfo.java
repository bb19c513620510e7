package io.demarche.engine;

/**
 * Names an engine so that equal names mean equal answers.
 *
 * @param version release, and a digest of the catalog and the cue lexicon
 * @param model the classifier: {@code cues} when stances are read from the cue lexicon alone
 */
public record EngineInfo(String version, String model) {}

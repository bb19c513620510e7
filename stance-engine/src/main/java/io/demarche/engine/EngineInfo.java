package io.demarche.engine;

/**
 * Names an engine so that equal names mean equal answers.
 *
 * @param version release, and a digest of the catalog, the cue lexicon and the model
 * @param model the classifier, with a digest of its file; begins with {@code linear} where there is no encoder
 */
public record EngineInfo(String version, String model) {}

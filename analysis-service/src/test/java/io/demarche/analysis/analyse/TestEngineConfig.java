package io.demarche.analysis.analyse;

import java.nio.file.Path;
import java.util.Optional;

/** A configuration made by hand. */
record TestEngineConfig(String model, int threads, Optional<Path> nativePath) implements EngineConfig {}

package io.demarche.analysis.analyse;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The stance engine of this process. */
@ConfigMapping(prefix = "demarche.engine")
public interface EngineConfig {

    /** The stance model: {@code built-in}, {@code none} (the linear one: far faster, less exact), or a model file's path. */
    @WithDefault("built-in")
    String model();

    /** Threads that one pass of the model may use; {@code demarche.analysis.threads} texts are analysed at once already. */
    @WithDefault("1")
    int threads();

    /** Folder with ONNX Runtime's two libraries; without it they are unpacked into {@code java.io.tmpdir} at each start. */
    Optional<Path> nativePath();
}

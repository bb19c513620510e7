package io.demarche.analysis.analyse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the build lays beside a native executable, in a folder {@code shipped}, under the names that it has on the class
 * path: ONNX Runtime's libraries and the stance model. The executable holds them too and does without the folder, but then
 * it has to write the libraries to a disk and to keep the model in memory twice.
 */
final class ShippedFiles {

    private static final String MODEL = "io/demarche/engine/pairs.onnx";
    private static final String LIBRARIES = "ai/onnxruntime/native";

    private final Path folder;

    /** @param folder where they are looked for; need not exist */
    ShippedFiles(Path folder) {
        this.folder = folder;
    }

    /** Beside the executable that runs; none on a JVM, whose executable is not ours. */
    static Optional<ShippedFiles> ofExecutable() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") == null) {
            return Optional.empty();
        }
        try {
            Path executable = Path.of("/proc/self/exe").toRealPath();
            return Optional.of(new ShippedFiles(executable.resolveSibling("shipped")));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    /** The stance model. */
    Optional<Path> model() {
        return Optional.of(folder.resolve(MODEL)).filter(Files::isReadable);
    }

    /** The folder with both of ONNX Runtime's libraries for this machine. */
    Optional<Path> libraries() {
        String processor =
                switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64", "arm64" -> "aarch64";
                    default -> "unknown";
                };
        return Optional.of(folder.resolve(LIBRARIES).resolve("linux-" + processor))
                .filter(ShippedFiles::holdsLibraries);
    }

    /** Whether ONNX Runtime would find both of its libraries in a folder. */
    static boolean holdsLibraries(Path folder) {
        return missingLibrary(folder).isEmpty();
    }

    static Optional<String> missingLibrary(Path folder) {
        return Stream.of("onnxruntime", "onnxruntime4j_jni")
                .map(System::mapLibraryName)
                .filter(library -> !Files.isReadable(folder.resolve(library)))
                .findFirst();
    }
}

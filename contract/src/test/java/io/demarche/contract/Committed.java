package io.demarche.contract;

import io.demarche.contract.document.Document;
import java.nio.file.Path;

/** The documents as they lie in the repository. */
public final class Committed {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Committed() {}

    /** The top of the repository. */
    public static Path root() {
        return ROOT;
    }

    /** What clients are generated from. */
    public static Document gateway() {
        return Document.read(ROOT.resolve("gateway/openapi.yaml"));
    }

    /** The gateway's document as it was last released. */
    public static Document released() {
        return Document.read(ROOT.resolve("gateway/openapi-released.yaml"));
    }

    /** The ingest service's. */
    public static Document ingest() {
        return Document.read(ROOT.resolve("ingest-service/openapi.yaml"));
    }

    /** The analysis service's. */
    public static Document analysis() {
        return Document.read(ROOT.resolve("analysis-service/openapi.yaml"));
    }
}

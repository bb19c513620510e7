package io.demarche.analysis.stance;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** How a stream of stances is written. */
interface StanceFormat {

    /** The media type, with its parameters. */
    String mediaType();

    /** What stands before the first stance. */
    Buffer head();

    /** Stances, each with all that ends it. */
    Buffer lines(List<StoredStance> stances);
}

package io.demarche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.nativechecks.ImageHeap;
import io.demarche.nativechecks.StaticInitialisers;
import org.junit.jupiter.api.Test;

/** A native executable starts with the objects that static initialisers made where it was built. */
class ImageHeapTest {
    /** Our own classes, and the libraries that no Quarkus extension looks after. */
    @Test
    void nothingIsMadeAtBuildTimeThatTheExecutableMustMakeItself() {
        assertThat(ImageHeap.faults(
                        "io.demarche.ingest",
                        "io.demarche.platform",
                        "org.jose4j",
                        "org.jsoup",
                        "crawlercommons",
                        "org.brotli"))
                .isEmpty();
    }

    @Test
    void noStaticInitialiserAsksTheMachineThatBuilds() {
        assertThat(StaticInitialisers.faults("io.demarche.ingest")).isEmpty();
    }
}

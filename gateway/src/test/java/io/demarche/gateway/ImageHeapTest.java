package io.demarche.gateway;

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
                        "io.demarche.gateway",
                        "io.demarche.platform",
                        "io.demarche.key",
                        "org.jose4j",
                        "io.github.bucket4j",
                        "com.github.benmanes.caffeine"))
                .isEmpty();
    }

    @Test
    void noStaticInitialiserAsksTheMachineThatBuilds() {
        assertThat(StaticInitialisers.faults("io.demarche.gateway", "io.demarche.key"))
                .isEmpty();
    }
}

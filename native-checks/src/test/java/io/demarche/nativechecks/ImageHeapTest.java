package io.demarche.nativechecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageHeapTest {
    @Test
    void namesEveryObjectThatIsRefusedAndTheWayToIt() {
        List<String> faults = ImageHeap.faults(true, "io.demarche.nativechecks").stream()
                .filter(fault -> fault.contains("Fixtures"))
                .toList();

        assertThat(faults)
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .startsWith("io.demarche.nativechecks.Fixtures$Seeded.SOURCES.")
                                .contains("SecureRandom"),
                        fault -> assertThat(fault)
                                .startsWith("io.demarche.nativechecks.Fixtures$InALambda.MEMORY.")
                                .contains("memory outside the heap"),
                        fault -> assertThat(fault)
                                .startsWith("io.demarche.nativechecks.Fixtures$Holder.FOLDER.place")
                                .contains("of the machine that builds"),
                        fault -> assertThat(fault)
                                .startsWith("io.demarche.nativechecks.Fixtures$Zoned.ZONE")
                                .contains("of the machine that builds"),
                        fault -> assertThat(fault)
                                .startsWith("io.demarche.nativechecks.Fixtures$TooEarly initialises ")
                                .contains("Fixtures$Late"));
    }

    @Test
    void packagesWithoutClassesAreAMistake() {
        assertThatIllegalStateException().isThrownBy(() -> ImageHeap.faults("io.demarche.nowhere"));
    }
}

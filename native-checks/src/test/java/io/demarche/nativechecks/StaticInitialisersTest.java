package io.demarche.nativechecks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StaticInitialisersTest {
    @Test
    void namesWhatIsAskedDirectlyAndThroughOthers() {
        assertThat(StaticInitialisers.faults(ClassPath.withTests(), "io.demarche.nativechecks"))
                .contains(
                        "io.demarche.nativechecks.Fixtures$Zoned asks java.util.TimeZone.getDefault in"
                                + " io.demarche.nativechecks.Fixtures$Zoned.<clinit>",
                        "io.demarche.nativechecks.Fixtures$Holder asks java.lang.System.getProperty in"
                                + " io.demarche.nativechecks.Fixtures$Holder.<clinit>",
                        "io.demarche.nativechecks.StaticInitialisersTest$Asker asks java.lang.Runtime.availableProcessors in"
                                + " io.demarche.nativechecks.StaticInitialisersTest$Asker$Inner.<init>")
                .noneMatch(fault -> fault.contains("nanoTime"))
                .noneMatch(fault -> fault.contains("$Late "));
    }

    static final class Asker {
        static final Inner INNER = new Inner();

        private static final class Inner {
            final int threads = Runtime.getRuntime().availableProcessors();
        }
    }
}

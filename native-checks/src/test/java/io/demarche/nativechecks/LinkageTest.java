package io.demarche.nativechecks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkageTest {
    /** ASM's own support for class files that its other archive brings. */
    @Test
    void namesWhoRefersToWhatIsNotThere() {
        assertThat(Linkage.missing("com.fasterxml.jackson.databind.ext", "org.objectweb.asm"))
                .noneMatch(reference -> reference.contains("refers to java."))
                .noneMatch(reference -> reference.startsWith("org.objectweb.asm"));
        assertThat(Linkage.missing("org.junit.platform.commons"))
                .anyMatch(reference -> reference.contains(" refers to kotlin."));
    }
}

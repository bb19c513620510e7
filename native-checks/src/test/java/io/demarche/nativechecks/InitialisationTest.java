package io.demarche.nativechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import org.junit.jupiter.api.Test;

class InitialisationTest {
    private final Initialisation initialisation = Initialisation.of(
            "Args = -H:Something --initialize-at-run-time=org.some,org.other.One \\\n  --initialize-at-run-time=java.util.AbstractList");

    @Test
    void aPackageStandsForThoseBelowIt() {
        assertThat(initialisation.named("org.some.Thing")).isTrue();
        assertThat(initialisation.named("org.some.where.Thing")).isTrue();
        assertThat(initialisation.named("org.someone.Thing")).isFalse();
    }

    @Test
    void aClassStandsForItselfAlone() {
        assertThat(initialisation.named("org.other.One")).isTrue();
        assertThat(initialisation.named("org.other.One$Part")).isFalse();
        assertThat(initialisation.named("org.other.Two")).isFalse();
    }

    @Test
    void whoInheritsWaitsToo() {
        assertThat(initialisation.waits(Listed.class)).isTrue();
        assertThat(initialisation.waits(String.class)).isFalse();
    }

    private abstract static class Listed extends AbstractList<String> {}
}

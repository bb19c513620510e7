package io.demarche.nativechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class NamedAccessTest {
    @Test
    void findsCallsInMethodsAndInLambdas() {
        assertThat(NamedAccess.in(ClassPath.withTests(), "io.demarche.nativechecks"))
                .contains(
                        "NamedAccessTest$Nosy.direct -> Class.forName",
                        "NamedAccessTest$Nosy.inALambda -> Class.getResource",
                        "NamedAccessTest$Nosy.handed -> Class.getDeclaredMethods")
                .noneMatch(place -> place.contains("Quiet"));
    }

    static final class Nosy {
        Object direct() throws ClassNotFoundException {
            return Class.forName("java.util.List");
        }

        Supplier<Object> inALambda() {
            return () -> Nosy.class.getResource("x");
        }

        Supplier<Object> handed() {
            return Nosy.class::getDeclaredMethods;
        }
    }

    static final class Quiet {
        Object name() {
            return Quiet.class.getName();
        }
    }
}

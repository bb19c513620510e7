package io.demarche.nativechecks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistrationsTest {
    /** The files of these tests register what is there and what is not. */
    @Test
    void namesWhatIsNotThere() {
        String folder = "META-INF/native-image/io.demarche/native-checks/";

        assertThat(Registrations.faults(ClassPath.withTests()))
                .containsExactlyInAnyOrder(
                        folder + "reflect-config.json: there is no class io.demarche.nativechecks.Nowhere",
                        folder + "reflect-config.json: java.lang.String has no <init>[int, int]",
                        folder + "reflect-config.json: java.lang.String has no field \"nothing\"",
                        folder + "resource-config.json: nothing is named like \\Qnowhere/\\E.*",
                        folder + "native-image.properties: there is neither a class nor a package org.nowhere",
                        "quarkus.native.resources.includes: nothing is named like nowhere/*.txt");
    }
}

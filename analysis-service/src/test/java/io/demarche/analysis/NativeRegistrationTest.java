package io.demarche.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.nativechecks.JsonTypes;
import io.demarche.nativechecks.Linkage;
import io.demarche.nativechecks.NamedAccess;
import io.demarche.nativechecks.Registrations;
import org.junit.jupiter.api.Test;

/** What a native executable reaches by name has to be registered, and what is registered has to be there. */
class NativeRegistrationTest {
    @Test
    void whatCodeRefersToIsThere() {
        assertThat(Linkage.missing("io.demarche.analysis", "com.fasterxml.jackson.dataformat.csv"))
                .isEmpty();
    }

    @Test
    void whatIsRegisteredIsThere() {
        assertThat(Registrations.faults()).isEmpty();
    }

    @Test
    void whatJacksonIsHandedIsRegistered() {
        assertThat(JsonTypes.unregistered("io.demarche.analysis")).isEmpty();
    }

    /** A new place has to register what it reaches before it is written down here. */
    @Test
    void onlyThesePlacesReachSomethingByItsName() {
        assertThat(NamedAccess.in("io.demarche.analysis")).isEmpty();
    }
}

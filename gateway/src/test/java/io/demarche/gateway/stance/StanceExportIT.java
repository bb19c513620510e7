package io.demarche.gateway.stance;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same of what was built, when that is a native executable. */
@QuarkusIntegrationTest
@Tag("executable")
class StanceExportIT extends StanceExportTest {}
